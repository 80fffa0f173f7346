package io.github.breakranks.design;

import io.github.breakranks.answer.Table;
import io.github.breakranks.answer.Table.Column;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.TableText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What it costs to reach a target in more and more of the games that it might be: a step for each value of the instrument at which one more
 * game is won.
 */
public final class Certainty {
    private static final double ROUNDING = 1e-9; // of a sum of weights

    private final CertaintySolver question;
    private final Ambiguity ambiguity;
    private final List<Step> steps;
    private final boolean searched;

    /**
     * A step.
     *
     * @param certainty the weight of the games in which the target is reached, a share
     * @param value     what the instrument is set to, or just above where {@code attained} is false [share, or unit of the game]
     * @param attained  whether the value itself does it
     * @param expected  outlay on the weighted average of all games, also of those that miss the target [unit of the game]
     * @param worst     the highest outlay in any of them [unit of the game]
     */
    public record Step(double certainty, double value, boolean attained, double expected, double worst) {
        @Override
        public String toString() {
            return TableText.number(certainty, 4) + " at " + (attained ? "" : "just above ")
                    + TableText.number(value, 4) + " for " + TableText.number(expected, 6) + " expected";
        }
    }

    Certainty(CertaintySolver question, Ambiguity ambiguity, List<Step> steps) {
        this(question, ambiguity, steps, true);
    }

    private Certainty(CertaintySolver question, Ambiguity ambiguity, List<Step> steps, boolean searched) {
        this.question = question;
        this.ambiguity = ambiguity;
        this.steps = List.copyOf(steps);
        this.searched = searched;
    }

    /** Of work that stopped before any step was found. */
    static Certainty notFound(CertaintySolver question, Ambiguity ambiguity) {
        return new Certainty(question, ambiguity, List.of(), false);
    }

    private void checkSearched() {
        if (!searched) {
            throw new IllegalStateException("the work stopped before any step was found; raise the limit");
        }
    }

    /** All steps, certainty and value rising; empty if no value within the instrument's bounds reaches the target in any game, or the work stopped. */
    public List<Step> steps() {
        return steps;
    }

    /**
     * The highest certainty that a value within the bounds gives, a share.
     *
     * @throws IllegalStateException if the work stopped before any step was found
     */
    public double most() {
        checkSearched();
        return steps.isEmpty() ? 0 : steps.get(steps.size() - 1).certainty();
    }

    /**
     * The cheapest way to such a certainty.
     *
     * @param certainty a share above 0
     * @throws IllegalArgumentException if no value within the instrument's bounds gives it; the message says how far they go
     * @throws IllegalStateException if the work stopped before any step was found
     */
    public Step at(double certainty) {
        if (!(certainty > 0 && certainty <= 1)) {
            throw Checks.refused("certainty must be in (0, 1] [share], but was %s", certainty);
        }
        checkSearched();
        for (Step step : steps) {
            if (step.certainty >= certainty - ROUNDING) {
                return step;
            }
        }
        throw Checks.refused(
                "certainty must be at most %s [share], which is the weight of the games in which %s up to %s reaches %s, but was %s",
                most(),
                question.instrument().label(),
                question.instrument().high(),
                question.target().share(),
                certainty);
    }

    /** A row a step. */
    public Table table() {
        final String unit = ambiguity.unit();
        final List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Step step : steps) {
            rows.add(List.of(step.certainty, step.value, step.attained, step.expected, step.worst));
        }
        return Table.of(
                List.of(
                        Column.of("certainty", "share"),
                        Column.of(
                                question.instrument().label(),
                                question.instrument().term().unit(unit)),
                        Column.of("attained"),
                        Column.of("expected", unit),
                        Column.of("worst", unit)),
                rows);
    }

    /** In a paragraph. */
    public String explain() {
        if (!searched) {
            return "The work stopped before any step was found.";
        }
        final String aim = TableText.number(question.target().share(), 4)
                + ' '
                + question.target().reliance().label();
        if (steps.isEmpty()) {
            return "No " + question.instrument().label() + " within its bounds reaches " + aim + " in any of "
                    + ambiguity.size() + " games.";
        }
        final Step first = steps.get(0);
        final Step last = steps.get(steps.size() - 1);
        return question.instrument().label() + " reaches " + aim + " in a weight of " + first + ", and of " + last
                + " [" + ambiguity.unit() + "], " + TableText.number(last.worst, 6) + " at worst.";
    }

    @Override
    public String toString() {
        return "Certainty["
                + (searched ? steps.size() + " steps, up to " + TableText.number(most(), 4) + " of " : "not found, of ")
                + ambiguity.size() + " games]";
    }
}
