package io.github.breakranks.equilibrium;

import io.github.breakranks.internal.Checks;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Term;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Values of one term of the offer to go through, in the order given. */
public final class Axis {
    private final Term term;
    private final double[] values;

    private Axis(Term term, double[] values) {
        this.term = term;
        this.values = values;
    }

    /** These values of a term. */
    public static Axis of(Term term, double... values) {
        Objects.requireNonNull(term, "term");
        if (values.length == 0) {
            throw Checks.refused("values must have at least 1 value [count], but was empty");
        }
        for (double value : values) {
            Offer.none().with(term, value); // refuses what is out of range
        }
        return new Axis(term, values.clone());
    }

    /** {@code points} values of a term, evenly spread from {@code low} to {@code high}, both included. */
    public static Axis over(Term term, double low, double high, int points) {
        Checks.count(2, "points", "values", points);
        Checks.finite("low", term.unit(""), low);
        Checks.finite("high", term.unit(""), high);
        if (!(low < high)) {
            throw Checks.refused("low must be < high [%s], but was %s with high %s", term.unit(""), low, high);
        }
        final double[] values = new double[points];
        for (int k = 0; k < points; k++) {
            values[k] = low * ((double) (points - 1 - k) / (points - 1)) + high * ((double) k / (points - 1));
        }
        return of(term, values);
    }

    /** The term that varies. */
    public Term term() {
        return term;
    }

    /** How many values there are [count]. */
    public int size() {
        return values.length;
    }

    /** The k-th value, from 0. */
    public double value(int k) {
        return values[k];
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Axis that && term == that.term && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return term.hashCode() * 31 + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "Axis[" + term.label() + ", " + values.length + " values from " + values[0] + " to "
                + values[values.length - 1] + "]";
    }
}
