package io.github.breakranks.internal;

/**
 * Quantiles of the standard normal law, both tails with all their digits.
 *
 * <pre>{@code
 *   find x:  S(x) = p        u = sqrt(-2 ln p),   dx/du = u r(x)        r as in NormalTail, without its constant
 *
 *   start:   cubic through values and slopes at u = 9/8, 10/8, ...      within 1e-5
 *   polish:  one step of Halley on  f(x) = ln S(x) - ln p = ln r(x) - x^2/2 - ln p
 * }</pre>
 *
 * <p>Within 4 ulp, or 5e-16 where {@code x} is near 0. Cost: two logarithms, a root, a polynomial of degree 10.
 */
public final class NormalQuantile {

    private static final int PER_UNIT = 8;
    private static final int FIRST = 9; // u = 9/8 belongs to a share above 1/2
    private static final int LAST = 39 * PER_UNIT; // beyond the u of the least double
    private static final double ROOT_TWO_PI = 2.5066282746310002;

    private static final double[] KNOTS = knots();

    private NormalQuantile() {}

    /** {@code x} with {@code P(Z <= x) = share}; minus infinity at 0, infinity at 1. */
    public static double below(double share) {
        return -above(share);
    }

    /** {@code x} with {@code P(Z > x) = share}; infinity at 0, minus infinity at 1. */
    public static double above(double share) {
        return share <= 0.5 ? upper(share) : -upper(1 - share); // 1 - share is exact here
    }

    private static double upper(double share) {
        if (share == 0.5) {
            return 0;
        }
        if (share == 0) {
            return Double.POSITIVE_INFINITY;
        }
        final double log = Math.log(share);
        return polished(start(Math.sqrt(-2 * log)), log);
    }

    private static double start(double u) {
        final int knot = (int) (u * PER_UNIT);
        final int k = 2 * (knot - FIRST);
        final double s = u * PER_UNIT - knot;
        final double rise = KNOTS[k + 2] - KNOTS[k];
        final double bendLeft = KNOTS[k + 1] / PER_UNIT - rise;
        final double bendRight = rise - KNOTS[k + 3] / PER_UNIT;
        return KNOTS[k] + s * (rise + (1 - s) * ((1 - s) * bendLeft + s * bendRight));
    }

    private static double polished(double x, double log) {
        final double ratio = MillsRatio.at(x, 0);
        final double mills = ratio * ROOT_TWO_PI;
        final double excess = (Math.log(ratio) - log) - 0.5 * x * x;
        return x + excess * mills / (1 - 0.5 * excess * (x * mills - 1));
    }

    private static double[] knots() {
        final double[] knots = new double[2 * (LAST - FIRST + 1)];
        double x = -0.0784; // where u = 9/8; polished below
        for (int knot = FIRST; knot <= LAST; knot++) {
            final double u = (double) knot / PER_UNIT;
            final double log = -0.5 * u * u;
            x = polished(polished(x, log), log);
            final int k = 2 * (knot - FIRST);
            knots[k] = x;
            knots[k + 1] = u * ROOT_TWO_PI * MillsRatio.at(x, 0);
            x += knots[k + 1] / PER_UNIT;
        }
        return knots;
    }
}
