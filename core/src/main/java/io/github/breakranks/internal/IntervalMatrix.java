package io.github.breakranks.internal;

import java.util.Arrays;

/**
 * A matrix whose entries are known to lie in intervals, preconditioned for Newton's method in intervals.
 *
 * <pre>{@code
 *   A = C J,  C about the inverse of the middle of J            then  x = m - C f(m) + (I - A)(x - m)  at every root x
 * }</pre>
 *
 * <p>Rounding is bounded beforehand and added outward. If the rows of |I - A| add up to less than one, every matrix in J is regular, and
 * its determinant has the sign of C's.
 *
 * @see <a href="https://doi.org/10.1137/0714040">R. E. Moore (1977), "A Test for Existence of Solutions to Nonlinear Systems", SIAM Journal
 *     on Numerical Analysis 14, 611-615</a>
 */
public final class IntervalMatrix {
    private final double[][] inverse;
    private final double[][] low; // of C J
    private final double[][] high;
    private final int sign;

    private IntervalMatrix(double[][] inverse, double[][] low, double[][] high, int sign) {
        this.inverse = inverse;
        this.low = low;
        this.high = high;
        this.sign = sign;
    }

    /** The matrix with these bounds on its entries, times about the inverse of its middle; the identity times itself if that has none. */
    public static IntervalMatrix preconditioned(double[][] least, double[][] most) {
        final int size = least.length;
        final DenseLu elimination = new DenseLu(size);
        final double[] middle = elimination.matrix(size);
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                middle[row * size + column] = least[row][column] / 2 + most[row][column] / 2;
            }
        }
        double[][] inverse = elimination.factor() ? inverse(elimination, size) : identity(size);
        int sign = elimination.sign();
        if (!finite(inverse)) {
            inverse = identity(size);
            sign = 0;
        }
        final double[][] low = new double[size][size];
        final double[][] high = new double[size][size];
        for (int row = 0; row < size; row++) {
            multiply(inverse[row], least, most, low[row], high[row]);
        }
        return new IntervalMatrix(inverse, low, high, sign);
    }

    private static void multiply(double[] by, double[][] least, double[][] most, double[] low, double[] high) {
        final int size = by.length;
        final double[] absolute = new double[size];
        for (int k = 0; k < size; k++) {
            final double factor = by[k];
            final double[] down = factor > 0 ? least[k] : most[k];
            final double[] up = factor > 0 ? most[k] : least[k];
            for (int column = 0; column < size; column++) {
                low[column] += factor * down[column];
                high[column] += factor * up[column];
                absolute[column] += Math.abs(factor) * Math.max(Math.abs(down[column]), Math.abs(up[column]));
            }
        }
        for (int column = 0; column < size; column++) {
            final double rounding = slack(size, absolute[column]);
            low[column] -= rounding;
            high[column] += rounding;
        }
    }

    private static double[][] inverse(DenseLu elimination, int size) {
        final double[][] inverse = new double[size][size];
        final double[] unit = new double[size];
        for (int column = 0; column < size; column++) {
            Arrays.fill(unit, 0);
            unit[column] = 1;
            elimination.solve(unit);
            for (int row = 0; row < size; row++) {
                inverse[row][column] = unit[row];
            }
        }
        return inverse;
    }

    private static double slack(int terms, double absolute) {
        return (terms + 4) * MultilinearForm.UNIT * absolute + MultilinearForm.TINY;
    }

    private static double[][] identity(int size) {
        final double[][] identity = new double[size][size];
        for (int row = 0; row < size; row++) {
            identity[row][row] = 1;
        }
        return identity;
    }

    private static boolean finite(double[][] matrix) {
        double sum = 0;
        for (final double[] row : matrix) {
            for (final double entry : row) {
                sum += Math.abs(entry);
            }
        }
        return sum <= Double.MAX_VALUE;
    }

    /** The sign of the determinant of the middle as computed; 0 where it was singular. */
    public int sign() {
        return sign;
    }

    /** A lower bound of an entry of A. */
    public double low(int row, int column) {
        return low[row][column];
    }

    /** An upper bound of an entry of A. */
    public double high(int row, int column) {
        return high[row][column];
    }

    /** No less than what a vector within {@code radius} of 0, by entry, becomes under I - A: by row, the largest absolute value. */
    public double[] spread(double[] radius) {
        final int size = radius.length;
        final double[] spread = new double[size];
        for (int row = 0; row < size; row++) {
            double sum = 0;
            for (int column = 0; column < size; column++) {
                final double one = row == column ? 1 : 0;
                sum += Math.max(Math.abs(one - low[row][column]), Math.abs(one - high[row][column])) * radius[column];
            }
            spread[row] = sum * (1 + (size + 4) * MultilinearForm.UNIT) + MultilinearForm.TINY;
        }
        return spread;
    }

    /** Bounds on C times a vector that lies between these: lower bounds first, then upper ones. */
    public double[][] times(double[] least, double[] most) {
        final int size = least.length;
        final double[][] product = new double[2][size];
        for (int row = 0; row < size; row++) {
            double down = 0;
            double up = 0;
            double absolute = 0;
            for (int k = 0; k < size; k++) {
                final double factor = inverse[row][k];
                down += factor * (factor > 0 ? least[k] : most[k]);
                up += factor * (factor > 0 ? most[k] : least[k]);
                absolute += Math.abs(factor) * Math.max(Math.abs(least[k]), Math.abs(most[k]));
            }
            final double rounding = slack(size, absolute);
            product[0][row] = down - rounding;
            product[1][row] = up + rounding;
        }
        return product;
    }
}
