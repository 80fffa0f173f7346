package io.github.breakranks.design;

import io.github.breakranks.game.DefectionGame;

/** The largest value of one open term, all others held, whose outlay a budget covers: outlays only rise with a term. */
final class LargestValue {
    private static final double ROUNDING = 1e-12;
    private static final double TINY = 1e-300;

    private LargestValue() {}

    /** By bisection; NaN if not even the lowest value is covered. */
    static double of(OpenTerms terms, int index, double[] values, double budget, double width) {
        double low = terms.instrument(index).low();
        double high = Math.min(terms.instrument(index).high(), terms.ceiling());
        if (!covered(terms, with(values, index, low), budget)) {
            return Double.NaN;
        }
        if (covered(terms, with(values, index, high), budget)) {
            return high;
        }
        for (double mid = LeastValue.middle(low, high);
                mid > low && mid < high && high - low > width * high && high > TINY && !terms.stopped();
                mid = LeastValue.middle(low, high)) {
            if (covered(terms, with(values, index, mid), budget)) {
                low = mid;
            } else {
                high = mid;
            }
        }
        return low;
    }

    static double[] with(double[] values, int index, double value) {
        final double[] copy = values.clone();
        copy[index] = value;
        return copy;
    }

    static boolean covered(OpenTerms terms, double[] values, double budget) {
        final DefectionGame game = terms.at(values);
        return terms.outlay(game, terms.paid(game)) <= budget * (1 + ROUNDING);
    }
}
