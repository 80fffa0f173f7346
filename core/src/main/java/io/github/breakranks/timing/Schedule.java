package io.github.breakranks.timing;

import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.TableText;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Term;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What an offer says as time passes: one of its terms as it changes, and whether it is extended again and again.
 *
 * <p>Time counts from the announcement, at 0. All terms but the one named stay as the game's offer has them.
 */
public final class Schedule {
    private static final Schedule CONSTANT = new Schedule(Term.CASH, new Constant(), null);

    private final Term term;
    private final Shape shape;
    private final @Nullable Extensions extensions;

    private Schedule(Term term, Shape shape, @Nullable Extensions extensions) {
        this.term = term;
        this.shape = shape;
        this.extensions = extensions;
    }

    /** How the value of a term moves from what it is in the game's offer. */
    private interface Shape {
        double at(double first, double time);

        /** The shortest time between two sudden changes; infinity if there are none. */
        default double shortest() {
            return Double.POSITIVE_INFINITY;
        }
    }

    private record Constant() implements Shape {
        @Override
        public double at(double first, double time) {
            return first;
        }

        @Override
        public String toString() {
            return "constant";
        }
    }

    private record Linear(double to, double by) implements Shape {
        @Override
        public double at(double first, double time) {
            final double passed = Math.min(1, time / by);
            return first * (1 - passed) + to * passed;
        }

        @Override
        public String toString() {
            return "to " + brief(to) + " by " + brief(by);
        }
    }

    private record Exponential(double rate) implements Shape {
        @Override
        public double at(double first, double time) {
            return first * Math.exp(-rate * time);
        }

        @Override
        public String toString() {
            return "falling at rate " + brief(rate);
        }
    }

    private record Own(DoubleUnaryOperator value) implements Shape {
        @Override
        public double at(double first, double time) {
            return value.applyAsDouble(time);
        }

        @Override
        public String toString() {
            return "of its own";
        }
    }

    /** Values that hold from their dates on, the first one after the game's own. */
    private static final class Steps implements Shape {
        private final double[] dates;
        private final double[] values;

        Steps(double[] dates, double[] values) {
            this.dates = dates;
            this.values = values;
        }

        @Override
        public double at(double first, double time) {
            // A date that is met but for rounding has come.
            final int found = Arrays.binarySearch(dates, time + 1e-9 * dates[0]);
            final int passed = found >= 0 ? found + 1 : -found - 1;
            return passed == 0 ? first : values[passed - 1];
        }

        @Override
        public double shortest() {
            double shortest = dates[0];
            for (int k = 1; k < dates.length; k++) {
                shortest = Math.min(shortest, dates[k] - dates[k - 1]);
            }
            return shortest;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Steps that
                    && Arrays.equals(dates, that.dates)
                    && Arrays.equals(values, that.values);
        }

        @Override
        public int hashCode() {
            return 31 * Arrays.hashCode(dates) + Arrays.hashCode(values);
        }

        @Override
        public String toString() {
            return "in " + dates.length + " steps to " + brief(values[values.length - 1]);
        }
    }

    /** The game's offer, unchanged for as long as it stands. */
    public static Schedule constant() {
        return CONSTANT;
    }

    /**
     * A term that moves in a straight line, and then stays.
     *
     * @param term which term; not the reach
     * @param to   its value in the end [unit of the term]
     * @param by   when it gets there [unit of time], above 0
     */
    public static Schedule linear(Term term, double to, double by) {
        requireUsable(term).value(to);
        return new Schedule(term, new Linear(to, Checks.above(0.0, "by", "unit of time", by)), null);
    }

    /**
     * A term that falls by the same share in every unit of time: {@code exp(-rate t)} of what the game's offer has.
     *
     * @param term which term; not the reach
     * @param rate how fast [per unit of time], finite and at least 0
     */
    public static Schedule exponential(Term term, double rate) {
        requireUsable(term);
        return new Schedule(term, new Exponential(Checks.atLeast(0.0, "rate", "per unit of time", rate)), null);
    }

    /**
     * A term that changes suddenly.
     *
     * @param term   which term; not the reach
     * @param dates  when it changes [unit of time], ascending, above 0
     * @param values its value from each of these dates on [unit of the term]
     */
    public static Schedule steps(Term term, double[] dates, double[] values) {
        final Checked checked = requireUsable(term);
        Checks.count(1, "dates", "count", dates.length);
        if (values.length != dates.length) {
            throw Checks.refused(
                    "values must be as many as dates, %s [count], but was %s", dates.length, values.length);
        }
        double before = 0;
        for (int k = 0; k < dates.length; k++) {
            before = Checks.above(before, "dates[" + k + "]", "unit of time", dates[k]);
            checked.value(values[k]);
        }
        return new Schedule(term, new Steps(dates.clone(), values.clone()), null);
    }

    /**
     * A term that follows a function of time; it may rise.
     *
     * @param term  which term; not the reach
     * @param value its value [unit of the term] at each time from 0 on, the same whenever it is asked
     */
    public static Schedule of(Term term, DoubleUnaryOperator value) {
        requireUsable(term);
        return new Schedule(term, new Own(Objects.requireNonNull(value, "value")), null);
    }

    private record Checked(Term term) {
        void value(double value) {
            Offer.none().with(term, value); // refuses what is outside the term's range
        }
    }

    private static Checked requireUsable(Term term) {
        if (Objects.requireNonNull(term, "term") == Term.REACH) {
            throw Checks.refused(
                    "term must be one whose worth to him changes, but was reach; change cash, refuge, credibility or family");
        }
        return new Checked(term);
    }

    /** This, with ends announced that come, or are put off. */
    public Schedule extended(Extensions newExtensions) {
        return new Schedule(term, shape, Objects.requireNonNull(newExtensions, "newExtensions"));
    }

    /** The offer as it stands at a time [unit of time], given what the game's offer says. */
    public Offer at(Offer offer, double time) {
        return shape instanceof Constant ? offer : offer.with(term, shape.at(offer.get(term), time));
    }

    /** The value of the term that changes at a time [unit of time], given the game's offer [unit of the term]. */
    public double value(Offer offer, double time) {
        return at(offer, time).get(term);
    }

    /** The term that changes; cash if none does. */
    public Term term() {
        return term;
    }

    /** Whether no term changes. */
    public boolean unchanging() {
        return shape instanceof Constant;
    }

    /** The ends that are announced; empty if none are. */
    public Optional<Extensions> extensions() {
        return Optional.ofNullable(extensions);
    }

    /** The shortest time between two sudden changes or announced ends [unit of time]; infinity if there are none. */
    public double shortest() {
        return extensions == null ? shape.shortest() : Math.min(shape.shortest(), extensions.every());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Schedule that
                && term == that.term
                && shape.equals(that.shape)
                && Objects.equals(extensions, that.extensions);
    }

    @Override
    public int hashCode() {
        return Objects.hash(term, shape, extensions);
    }

    private static String brief(double value) {
        return TableText.number(value, 4);
    }

    /** What changes, in a few words. */
    String brief() {
        return (unchanging() ? "constant" : term.label() + " changes") + (extensions == null ? "" : ", extended");
    }

    @Override
    public String toString() {
        return "Schedule[" + (unchanging() ? "" : term.label() + " ") + shape
                + (extensions == null ? "]" : ", end announced every " + brief(extensions.every()) + "]");
    }
}
