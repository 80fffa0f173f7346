package io.github.breakranks.regime;

import io.github.breakranks.answer.Watch;
import io.github.breakranks.internal.Quadrature;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * Cuts a stretch so that a function is smooth between the cuts: where the rule of 16 points and that of two parts agree. Parts are uneven, as a
 * jump near the middle of a panel is seen neither by the rule, which is symmetric, nor by those of its halves.
 */
final class Bends {
    private static final double WITHIN = 1e-13;
    private static final double SPLIT = 0.45;
    private static final int DEEPEST = 50;
    private static final double UNSEEN = 10; // times what may be off, at the ends of a panel
    private static final double HAIR = 1e-7; // inside a panel
    private static final double[] AT_START = atStart(); // weights of the points in their polynomial at its start
    private static final int PATIENCE = 500; // cuts after which ten times as much may be off: the function may be rough

    private final DoubleUnaryOperator f;
    private final Watch watch;
    private final List<Double> cuts = new ArrayList<>();
    private double within = WITHIN;
    private double integral;

    private Bends(DoubleUnaryOperator f, Watch watch) {
        this.f = f;
        this.watch = watch;
    }

    /** All cuts from one end to the other, both included, ascending: {@code pieces} even ones and those that the function needs. */
    static double[] of(DoubleUnaryOperator f, double from, double to, int pieces) {
        return of(f, new double[] {from, to}, pieces, Watch.none());
    }

    /** The same between two ends, in as many cuts as there is time for. */
    static double[] of(DoubleUnaryOperator f, double[] ends, int pieces, Watch watch) {
        return between(f, ends, pieces, watch).cuts.stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    /** The integral, of a function that may jump. */
    static double integral(DoubleUnaryOperator f, double from, double to, int pieces) {
        return between(f, new double[] {from, to}, pieces, Watch.none()).integral;
    }

    private static Bends between(DoubleUnaryOperator f, double[] ends, int pieces, Watch watch) {
        final Bends bends = new Bends(f, watch);
        bends.cuts.add(ends[0]);
        for (int k = 0; k < pieces; k++) {
            final double left = ends[0] + (ends[1] - ends[0]) * k / pieces;
            final double right = ends[0] + (ends[1] - ends[0]) * (k + 1) / pieces;
            bends.cut(left, right, bends.rule(left, right), 0);
        }
        return bends;
    }

    private void cut(double from, double to, Panel whole, int depth) {
        final double between = from + (to - from) * SPLIT;
        final Panel lower = rule(from, between);
        final Panel upper = rule(between, to);
        final boolean agree = Math.abs(whole.sum - lower.sum - upper.sum) <= within
                && lower.unseen() <= UNSEEN * within
                && upper.unseen() <= UNSEEN * within;
        if (agree || depth == DEEPEST || !watch.mayGoOn()) {
            cuts.add(to);
            integral += lower.sum + upper.sum;
            return;
        }
        cut(from, between, lower, depth + 1);
        cut(between, to, upper, depth + 1);
        within *= cuts.size() % PATIENCE == 0 ? 10 : 1;
    }

    private Panel rule(double from, double to) {
        final double[] values = new double[Quadrature.POINTS];
        double sum = 0;
        for (int k = 0; k < values.length; k++) {
            values[k] = f.applyAsDouble(from + (to - from) * Quadrature.at(k));
            sum += Quadrature.weight(k) * values[k];
        }
        return new Panel(from, to, values, sum * (to - from));
    }

    /** The rule's points on a panel, and its integral. */
    private final class Panel {
        private final double from;
        private final double to;
        private final double[] values;
        private final double sum;

        Panel(double from, double to, double[] values, double sum) {
            this.from = from;
            this.to = to;
            this.values = values;
            this.sum = sum;
        }

        /** What a jump between an end and the point next to it would be worth: by how much the polynomial through the points misses there. */
        double unseen() {
            double start = -f.applyAsDouble(from + HAIR * (to - from));
            double end = -f.applyAsDouble(to - HAIR * (to - from));
            for (int k = 0; k < values.length; k++) {
                start += AT_START[k] * values[k];
                end += AT_START[k] * values[values.length - 1 - k]; // the points are symmetric
            }
            return Math.max(Math.abs(start), Math.abs(end)) * Quadrature.at(0) * (to - from);
        }
    }

    private static double[] atStart() {
        final double[] weights = new double[Quadrature.POINTS];
        for (int j = 0; j < weights.length; j++) {
            weights[j] = 1;
            for (int k = 0; k < weights.length; k++) {
                weights[j] *= k == j ? 1 : (HAIR - Quadrature.at(k)) / (Quadrature.at(j) - Quadrature.at(k));
            }
        }
        return weights;
    }
}
