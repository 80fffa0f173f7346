package io.github.breakranks.internal;

import java.util.Arrays;

/**
 * What players earn from mixtures: a sum of coefficients, each times one chance of every player it depends on, with bounds on its value
 * wherever the chances lie in given intervals and add up to one.
 *
 * <pre>{@code
 *   f(x) = sum over (a, b, ...) of c[a, b, ...] x_a y_b ...         one chance of each player
 *
 *   min { sum c_a x_a : low <= x <= high, sum x = 1 }  =  max over l of  l + sum min((c_a - l) low_a, (c_a - l) high_a)
 * }</pre>
 *
 * <p>Players are summed out one by one. The line above is the dual of a fractional knapsack; any l gives a bound, and the best is one of the
 * coefficients, so that the bound is the least value itself up to rounding. What rounding may add is bounded beforehand, from the number of
 * operations and the sum of absolute values, and taken off (Higham 2002, section 3.1), so that no direction of rounding has to be set.
 * Coefficients are of the order of one or less.
 *
 * @see <a href="https://doi.org/10.1137/1.9780898718027">N. J. Higham (2002), "Accuracy and Stability of Numerical Algorithms", 2nd ed.,
 *     SIAM</a>
 */
public final class MultilinearForm {
    /** A little more than the largest relative error of one operation, 2^-53. */
    static final double UNIT = 1.2e-16;

    /** More than all that is lost to underflow. */
    static final double TINY = 1e-290;

    private final int[] over;
    private final int[] sizes;
    private final double[] low;
    private final double[] minusHigh; // the greatest value of a form is minus the least of its negative

    /**
     * A form of these coefficients, each known to lie between two bounds.
     *
     * @param over  the players it depends on, ascending
     * @param sizes how many chances each of them has
     * @param low   lower bounds, the last player's chance running fastest; kept, not copied
     * @param high  upper bounds; may be the same array where coefficients are known exactly
     */
    public MultilinearForm(int[] over, int[] sizes, double[] low, double[] high) {
        this.over = over;
        this.sizes = sizes;
        this.low = low;
        this.minusHigh = new double[high.length];
        Arrays.setAll(minusHigh, k -> -high[k]);
    }

    /** The value at these chances, by player and action, in plain floating point. */
    public double at(double[][] chances) {
        double[] now = low;
        int length = now.length;
        for (int level = over.length - 1; level >= 0; level--) {
            final double[] weights = chances[over[level]];
            final int size = sizes[level];
            length /= size;
            final double[] next = new double[length];
            for (int block = 0, at = 0; block < length; block++) {
                double sum = 0.0;
                for (int action = 0; action < size; action++, at++) {
                    sum += weights[action] * now[at];
                }
                next[block] = sum;
            }
            now = next;
        }
        return now[0];
    }

    /** No more than the least value where each player's chances lie between these bounds and add up to one. */
    public double least(double[][] from, double[][] to) {
        return least(low, from, to);
    }

    /** No less than the greatest value there. */
    public double most(double[][] from, double[][] to) {
        return -least(minusHigh, from, to);
    }

    private double least(double[] coefficients, double[][] from, double[][] to) {
        double[] now = coefficients;
        for (int level = over.length - 1; level >= 0; level--) {
            if (sizes[level] > 1) { // else the only action is taken for sure
                now = summedOut(now, from[over[level]], to[over[level]]);
            }
        }
        return now[0];
    }

    private static double[] summedOut(double[] values, double[] from, double[] to) {
        final double[] next = new double[values.length / from.length];
        for (int block = 0; block < next.length; block++) {
            next[block] = least(values, block * from.length, from, to);
        }
        return next;
    }

    private static double least(double[] values, int start, double[] from, double[] to) {
        double best = Double.NEGATIVE_INFINITY;
        for (int price = 0; price < from.length; price++) {
            final double level = values[start + price];
            double sum = level;
            double size = Math.abs(level);
            for (int action = 0; action < from.length; action++) {
                final double above = values[start + action] - level;
                final double term = above * (above > 0 ? from[action] : to[action]);
                sum += term;
                size += Math.abs(term);
            }
            best = Math.max(best, sum - ((from.length + 5) * UNIT * size + TINY));
        }
        return best;
    }
}
