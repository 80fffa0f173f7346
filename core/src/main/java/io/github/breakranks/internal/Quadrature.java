package io.github.breakranks.internal;

import java.util.function.DoubleUnaryOperator;

/** Integrals by Gauss and Legendre's rule of 16 points, on panels that are halved until their halves agree. */
public final class Quadrature {
    /** Points of the rule. */
    public static final int POINTS = 16;

    private static final int DEEPEST = 50;
    private static final double[] AT = new double[POINTS]; // in [0, 1]
    private static final double[] WEIGHT = new double[POINTS];
    private static final double[][] UP_TO = new double[POINTS][POINTS];
    private static final double[] UP_TO_HALF = new double[POINTS];

    private Quadrature() {}

    static {
        legendre();
        for (int j = 0; j < POINTS; j++) {
            for (int i = 0; i < POINTS; i++) {
                UP_TO[i][j] = upToPlace(AT[i], j);
            }
            UP_TO_HALF[j] = upToPlace(0.5, j);
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

    /**
     * An integral and what it may be off.
     *
     * @param value the integral
     * @param error the sum of the differences between panels and their halves
     */
    public record Integral(double value, double error) {}

    /** The integral from one end to another, panels agreeing within {@code tolerance}. */
    public static Integral integral(DoubleUnaryOperator f, double from, double to, double tolerance) {
        return panel(f, new double[] {from, to, tolerance}, rule(f, from, to), 0);
    }

    private static Integral panel(DoubleUnaryOperator f, double[] ends, double whole, int depth) {
        final double middle = ends[0] + (ends[1] - ends[0]) / 2;
        final double lower = rule(f, ends[0], middle);
        final double upper = rule(f, middle, ends[1]);
        final double off = Math.abs(whole - lower - upper);
        final boolean narrow = !(middle > ends[0] && middle < ends[1]);
        if (off <= ends[2] * Math.max(1, Math.abs(whole)) || depth == DEEPEST || narrow) {
            return new Integral(lower + upper, off);
        }
        final Integral left = panel(f, new double[] {ends[0], middle, ends[2]}, lower, depth + 1);
        final Integral right = panel(f, new double[] {middle, ends[1], ends[2]}, upper, depth + 1);
        return new Integral(left.value + right.value, left.error + right.error);
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
