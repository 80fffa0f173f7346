package io.github.breakranks.population;

import io.github.breakranks.answer.Range;
import io.github.breakranks.internal.Checks;

/** Bounds on a density over an interval, from values that carry rounding errors. */
final class DensityBounds {

    private static final Range NOTHING = Range.of(0.0);

    private DensityBounds() {}

    /** Refuses an interval that ends before it begins, or has no ends. */
    static void requireInterval(double from, double to) {
        if (!(from <= to)) { // written so that NaN is refused
            throw Checks.refused("from must be <= to [unit of the game], but was %s with to %s", from, to);
        }
    }

    /** No cost lies there. */
    static Range nothing() {
        return NOTHING;
    }

    /**
     * From {@code low} to {@code high}, each off by at most {@code relativeError}, and by {@code tiny} where
     * doubles run out of digits.
     */
    static Range around(double low, double high, double relativeError, double tiny) {
        return new Range(Math.max(0.0, low * (1 - relativeError) - tiny), high * (1 + relativeError) + tiny);
    }
}
