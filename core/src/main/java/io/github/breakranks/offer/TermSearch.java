package io.github.breakranks.offer;

import java.util.function.DoubleUnaryOperator;

/** Finds the value of one term that brings about a gain, for gains that have no formula for it. */
final class TermSearch {
    private static final double LARGEST = 0x1p80; // amounts beyond are no offers

    private TermSearch() {}

    /** See {@link NetGain#valueFor}: {@code gainAt} is the gain by the term's value and does not fall. Bisects to the last bit. */
    static double valueFor(Term term, DoubleUnaryOperator gainAt, double gain) {
        final double atLowest = gainAt.applyAsDouble(0);
        if (atLowest >= gain) {
            return atLowest > gain ? Double.NEGATIVE_INFINITY : 0;
        }
        double high = 1;
        while (gainAt.applyAsDouble(high) < gain) {
            if (term.isShare() || high >= LARGEST) {
                return Double.POSITIVE_INFINITY;
            }
            high *= 2;
        }
        double low = high > 1 ? high / 2 : 0;
        for (double mid = middle(low, high); mid > low && mid < high; mid = middle(low, high)) {
            if (gainAt.applyAsDouble(mid) < gain) {
                low = mid;
            } else {
                high = mid;
            }
        }
        return high;
    }

    private static double middle(double low, double high) {
        return low + (high - low) / 2;
    }
}
