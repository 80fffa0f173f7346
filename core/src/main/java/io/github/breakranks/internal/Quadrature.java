package io.github.breakranks.internal;

import java.util.function.DoubleUnaryOperator;

/**
 * Integrals by Gauss and Legendre's rule of 16 points, on panels that are cut in two until the parts agree with the whole.
 *
 * <p>The function may jump. Parts are uneven, as a jump near the middle of a panel is seen neither by the rule, which is symmetric, nor by
 * those of its halves; and a jump between an end of a panel and the point next to it is looked for at the end ({@link #unseen}).
 */
public final class Quadrature {
    /** Points of the rule. */
    public static final int POINTS = 16;

    private static final double SPLIT = 0.45;
    private static final double UNSEEN = 10; // times what may be off, at the ends of a panel
    private static final double HAIR = 1e-12; // inside a panel
    private static final int DEEPEST = 50; // cuts of a panel
    private static final int PATIENCE = 5_000; // cuts after which twice as much may be off
    private static final double[] AT = new double[POINTS]; // in [0, 1]
    private static final double[] WEIGHT = new double[POINTS];
    private static final double[][] UP_TO = new double[POINTS][POINTS];
    private static final double[] UP_TO_HALF = new double[POINTS];
    private static final double[] AT_START =
            new double[POINTS]; // weights of the points in their polynomial at its start
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
            AT_START[j] = lagrange(j, HAIR);
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

    /** The values of a function at the points of a panel. */
    public static double[] values(DoubleUnaryOperator f, double from, double to) {
        final double[] values = new double[POINTS];
        for (int k = 0; k < POINTS; k++) {
            values[k] = f.applyAsDouble(from + (to - from) * AT[k]);
        }
        return values;
    }

    /** The integral over a panel, from the values at its points. */
    public static double sum(double[] values, double width) {
        double sum = 0;
        for (int k = 0; k < POINTS; k++) {
            sum += WEIGHT[k] * values[k];
        }
        return sum * width;
    }

    /**
     * What a jump between an end of a panel and the point next to it would be worth: by how much the polynomial through the values misses at the
     * ends.
     */
    public static double unseen(DoubleUnaryOperator f, double from, double to, double[] values) {
        double start = -f.applyAsDouble(inside(from, to));
        double end = -f.applyAsDouble(inside(to, from));
        for (int k = 0; k < POINTS; k++) {
            start += AT_START[k] * values[k];
            end += AT_START[k] * values[POINTS - 1 - k]; // the points are symmetric
        }
        return Math.max(Math.abs(start), Math.abs(end)) * AT[0] * Math.abs(to - from);
    }

    private static double inside(double end, double other) {
        final double at = end + HAIR * (other - end);
        return at == end ? Math.nextAfter(end, other) : at;
    }

    /**
     * An integral and what it may be off.
     *
     * @param value the integral
     * @param error the sum of the differences between panels and their parts
     */
    public record Integral(double value, double error) {}

    /**
     * The integral from one end to another of a function that may jump.
     *
     * @param tolerance what panels and their parts may differ by, above the rounding of {@code f} times the whole width
     */
    public static Integral integral(DoubleUnaryOperator f, double from, double to, double tolerance) {
        return new Panels(f, tolerance).of(from, to, sum(values(f, from, to), to - from), 0);
    }

    /** Cuts panels; the tolerance grows with their number, so that a tolerance below rounding takes no longer than a second. */
    private static final class Panels {
        private final DoubleUnaryOperator f;
        private final double tolerance;
        private int cuts;

        Panels(DoubleUnaryOperator f, double tolerance) {
            this.f = f;
            this.tolerance = tolerance;
        }

        Integral of(double from, double to, double whole, int depth) {
            final double between = from + (to - from) * SPLIT;
            final double[] atLower = values(f, from, between);
            final double[] atUpper = values(f, between, to);
            final double lower = sum(atLower, between - from);
            final double upper = sum(atUpper, to - between);
            final double off = Math.abs(whole - lower - upper);
            final boolean narrow = between == from || between == to;
            final double within = Math.scalb(tolerance, cuts / PATIENCE);
            final boolean agree = off <= within
                    && unseen(f, from, between, atLower) <= UNSEEN * within
                    && unseen(f, between, to, atUpper) <= UNSEEN * within;
            if (agree || depth == DEEPEST || narrow) {
                return new Integral(lower + upper, off);
            }
            cuts++;
            final Integral left = of(from, between, lower, depth + 1);
            final Integral right = of(between, to, upper, depth + 1);
            return new Integral(left.value + right.value, left.error + right.error);
        }
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
