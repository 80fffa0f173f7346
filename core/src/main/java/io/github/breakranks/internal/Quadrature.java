package io.github.breakranks.internal;

import java.util.function.DoubleUnaryOperator;

/** Integrals by Gauss and Legendre's rule of 16 points, on panels that are halved until their halves agree. */
public final class Quadrature {
    /** Points of the rule. */
    public static final int POINTS = 16;

    private static final int DEEPEST = 50; // halvings of a panel
    private static final int PATIENCE = 1_000; // halvings after which twice as much may be off
    private static final double[] AT = new double[POINTS]; // in [0, 1]
    private static final double[] WEIGHT = new double[POINTS];
    private static final double[][] UP_TO = new double[POINTS][POINTS];
    private static final double[] UP_TO_HALF = new double[POINTS];
    private static final double[][] PROJECTION =
            new double[POINTS][POINTS]; // values at the points to Legendre coefficients

    private Quadrature() {}

    static {
        legendre();
        for (int j = 0; j < POINTS; j++) {
            for (int i = 0; i < POINTS; i++) {
                UP_TO[i][j] = upToPlace(AT[i], j);
            }
            UP_TO_HALF[j] = upToPlace(0.5, j);
            final double t = 2 * AT[j] - 1;
            double before = 0;
            double now = 1;
            for (int n = 0; n < POINTS; n++) {
                PROJECTION[n][j] = (2 * n + 1) * WEIGHT[j] * now;
                final double next = ((2 * n + 1) * t * now - n * before) / (n + 1);
                before = now;
                now = next;
            }
        }
    }

    /** The integral from 0 to a place of the polynomial that is 1 at the j-th point and 0 at the others: exact, as it is of degree 15. */
    private static double upToPlace(double place, int j) {
        double sum = 0;
        for (int k = 0; k < POINTS; k++) {
            sum += WEIGHT[k] * lagrange(j, place * AT[k]);
        }
        return place * sum;
    }

    /** Where in [0, 1] the rule's k-th point lies. */
    public static double at(int k) {
        return AT[k];
    }

    /** The weight of the k-th point; all add up to 1. */
    public static double weight(int k) {
        return WEIGHT[k];
    }

    /** The weight of the j-th point in the integral from 0 to the i-th. */
    public static double upTo(int i, int j) {
        return UP_TO[i][j];
    }

    /** The weight of the j-th point in the integral from 0 to one half. */
    public static double upToHalf(int j) {
        return UP_TO_HALF[j];
    }

    /** The polynomial of degree 15 through values at the points, as sums of Legendre's polynomials on [0, 1]. */
    public static double[] polynomial(double[] values, int first) {
        final double[] coefficients = new double[POINTS];
        for (int n = 0; n < POINTS; n++) {
            double sum = 0;
            for (int k = 0; k < POINTS; k++) {
                sum += PROJECTION[n][k] * values[first + k];
            }
            coefficients[n] = sum;
        }
        return coefficients;
    }

    /** The integral of such a polynomial from 0 to a place in [0, 1]. */
    public static double integralOf(double[] polynomial, double place) {
        final double t = 2 * place - 1;
        double before = 1;
        double now = t;
        double sum = polynomial[0] * place;
        for (int n = 1; n < POINTS; n++) {
            final double next = ((2 * n + 1) * t * now - n * before) / (n + 1);
            sum += polynomial[n] * (next - before) / (2 * (2 * n + 1));
            before = now;
            now = next;
        }
        return sum;
    }

    /**
     * An integral and what it may be off.
     *
     * @param value the integral
     * @param error the sum of the differences between panels and their halves
     */
    public record Integral(double value, double error) {}

    /**
     * The integral from one end to another.
     *
     * @param tolerance what panels and their halves may differ by, above the rounding of {@code f} times the whole width
     */
    public static Integral integral(DoubleUnaryOperator f, double from, double to, double tolerance) {
        return new Panels(f, tolerance).of(from, to, rule(f, from, to), 0);
    }

    /** Halves panels; the tolerance grows with their number, so that a tolerance below rounding takes no longer than a second. */
    private static final class Panels {
        private final DoubleUnaryOperator f;
        private final double tolerance;
        private int halvings;

        Panels(DoubleUnaryOperator f, double tolerance) {
            this.f = f;
            this.tolerance = tolerance;
        }

        Integral of(double from, double to, double whole, int depth) {
            final double middle = from + (to - from) / 2;
            final double lower = rule(f, from, middle);
            final double upper = rule(f, middle, to);
            final double off = Math.abs(whole - lower - upper);
            final boolean narrow = middle == from || middle == to;
            if (off <= Math.scalb(tolerance, halvings / PATIENCE) || depth == DEEPEST || narrow) {
                return new Integral(lower + upper, off);
            }
            halvings++;
            final Integral left = of(from, middle, lower, depth + 1);
            final Integral right = of(middle, to, upper, depth + 1);
            return new Integral(left.value + right.value, left.error + right.error);
        }
    }

    private static double rule(DoubleUnaryOperator f, double from, double to) {
        double sum = 0;
        for (int k = 0; k < POINTS; k++) {
            sum += WEIGHT[k] * f.applyAsDouble(from + (to - from) * AT[k]);
        }
        return sum * (to - from);
    }

    /** Points and weights by Newton's method on the Legendre polynomial of degree 16. */
    private static void legendre() {
        for (int k = 0; k < POINTS; k++) {
            double x = Math.cos(Math.PI * (k + 0.75) / (POINTS + 0.5));
            double slope = 1;
            for (int step = 0; step < 10; step++) {
                double now = 1;
                double before = 0;
                for (int n = 0; n < POINTS; n++) {
                    final double next = ((2 * n + 1) * x * now - n * before) / (n + 1);
                    before = now;
                    now = next;
                }
                slope = POINTS * (x * now - before) / (x * x - 1);
                x -= now / slope;
            }
            AT[POINTS - 1 - k] = (1 + x) / 2;
            WEIGHT[POINTS - 1 - k] = 1 / ((1 - x * x) * slope * slope);
        }
    }

    private static double lagrange(int j, double x) {
        double product = 1;
        for (int k = 0; k < POINTS; k++) {
            product *= k == j ? 1 : (x - AT[k]) / (AT[j] - AT[k]);
        }
        return product;
    }
}
