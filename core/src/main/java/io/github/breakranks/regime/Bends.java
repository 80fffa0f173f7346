package io.github.breakranks.regime;

import io.github.breakranks.internal.Quadrature;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** Cuts a stretch so that a function is smooth between the cuts: where the rule of 16 points and that of two halves agree. */
final class Bends {
    private static final double WITHIN = 1e-13;
    private static final int DEEPEST = 42;

    private final DoubleUnaryOperator f;
    private final List<Double> cuts = new ArrayList<>();

    private Bends(DoubleUnaryOperator f) {
        this.f = f;
    }

    /** All cuts from one end to the other, both included, ascending: {@code pieces} even ones and those that the function needs. */
    static double[] of(DoubleUnaryOperator f, double from, double to, int pieces) {
        final Bends bends = new Bends(f);
        bends.cuts.add(from);
        for (int k = 0; k < pieces; k++) {
            final double left = from + (to - from) * k / pieces;
            final double right = from + (to - from) * (k + 1) / pieces;
            bends.cut(left, right, bends.rule(left, right), 0);
        }
        return bends.cuts.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private void cut(double from, double to, double whole, int depth) {
        final double middle = from + (to - from) / 2;
        final double lower = rule(from, middle);
        final double upper = rule(middle, to);
        if (Math.abs(whole - lower - upper) <= WITHIN || depth == DEEPEST) {
            cuts.add(to);
            return;
        }
        cut(from, middle, lower, depth + 1);
        cut(middle, to, upper, depth + 1);
    }

    private double rule(double from, double to) {
        double sum = 0;
        for (int k = 0; k < Quadrature.POINTS; k++) {
            sum += Quadrature.weight(k) * f.applyAsDouble(from + (to - from) * Quadrature.at(k));
        }
        return sum * (to - from);
    }
}
