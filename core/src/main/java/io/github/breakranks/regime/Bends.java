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
            bends.cut(left, right, Quadrature.sum(Quadrature.values(f, left, right), right - left), 0);
        }
        return bends;
    }

    private void cut(double from, double to, double whole, int depth) {
        final double between = from + (to - from) * SPLIT;
        final double[] atLower = Quadrature.values(f, from, between);
        final double[] atUpper = Quadrature.values(f, between, to);
        final double lower = Quadrature.sum(atLower, between - from);
        final double upper = Quadrature.sum(atUpper, to - between);
        final boolean agree = Math.abs(whole - lower - upper) <= within
                && Quadrature.unseen(f, from, between, atLower) <= UNSEEN * within
                && Quadrature.unseen(f, between, to, atUpper) <= UNSEEN * within;
        if (agree || depth == DEEPEST || !watch.mayGoOn()) {
            cuts.add(to);
            integral += lower + upper;
            return;
        }
        cut(from, between, lower, depth + 1);
        cut(between, to, upper, depth + 1);
        within *= cuts.size() % PATIENCE == 0 ? 10 : 1;
    }
}
