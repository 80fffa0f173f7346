package io.github.breakranks.internal;

/**
 * What rounding leaves out of a sum, a difference or a quotient; exact unless something overflows.
 *
 * @see <a href="https://doi.org/10.1137/1.9780898718027">N. J. Higham (2002), "Accuracy and Stability of Numerical
 *     Algorithms", 2nd ed., SIAM, section 4.3</a>
 */
public final class Rounding {
    private Rounding() {}

    /** {@code a + b - sum}, where {@code sum} is {@code a + b} rounded. */
    public static double ofSum(double a, double b, double sum) {
        final double fromB = sum - a;
        return (a - (sum - fromB)) + (b - fromB);
    }

    /**
     * What is missing from {@code z} to make it {@code (value - centre) / scale}, itself rounded: far out in a tail
     * a share changes by {@code z} times the relative error of {@code z}, so this is where its last digits are.
     *
     * @param z {@code (value - centre) / scale} as rounded
     */
    public static double ofStandard(double value, double centre, double scale, double z) {
        final double distance = value - centre;
        return (Math.fma(-z, scale, distance) + ofSum(value, -centre, distance)) / scale;
    }
}
