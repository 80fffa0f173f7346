package io.github.breakranks.examples.chart;

import io.github.breakranks.equilibrium.Fold;
import io.github.breakranks.equilibrium.Manifold;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The branches of a manifold between two values of its term, each from end to end: those along nobody and everybody, the plateaus at which
 * no cost lies, and between two folds what rises (stable) and what falls (unstable, or where a jump of the best reply passes the diagonal).
 */
final class Branches {
    private static final int POINTS = 240;
    private static final double TAIL = 10; // log-odds: even in them, the curve is smooth at both ends
    private static final double STEP = 0.01; // of the axis: neighbouring points lie no farther apart
    private static final int HALVINGS = 40; // of a share, towards where the curve leaves the axis
    private static final double FLAT = 1e-9; // of the axis: shorter plateaus are rounding
    private static final double[] DEEP = {1e-300, 1e-200, 1e-100, 1e-60, 1e-40, 1e-25, 1e-15, 1e-12, 1e-9, 1e-7, 1e-6};

    private final Manifold manifold;
    private final double left;
    private final double right;
    private final List<Branch> all = new ArrayList<>();

    private Branches(Manifold manifold, double left, double right) {
        this.manifold = manifold;
        this.left = left;
        this.right = right;
    }

    /** A branch: by share gone, ascending, the value of the term. */
    record Branch(boolean stable, double[] shares, double[] values) {}

    static List<Branch> of(Manifold manifold, double left, double right) {
        final Branches branches = new Branches(manifold, left, right);
        branches.find();
        return branches.all;
    }

    private void find() {
        final double[] ends = DoubleStream.concat(
                        DoubleStream.of(0, 1), manifold.folds().stream().mapToDouble(Fold::share))
                .sorted()
                .distinct()
                .toArray();
        plateau(0, Double.NEGATIVE_INFINITY, beyond(0));
        for (int k = 1; k < ends.length; k++) {
            stretch(ends[k - 1], ends[k]);
            if (k < ends.length - 1) {
                plateau(ends[k], manifold.value(ends[k]), beyond(ends[k]));
            }
        }
        plateau(1, manifold.value(1), Double.POSITIVE_INFINITY);
    }

    /** The value just above a share: another one where no cost lies between. */
    private double beyond(double share) {
        return manifold.value(above(share));
    }

    private static double above(double share) {
        return share == 0 ? DEEP[0] : Math.nextUp(share);
    }

    /** Play rests at this share for all values between the two; cut at the ends of the axis, as it may have no point between them. */
    private void plateau(double share, double from, double to) {
        final double first = Math.max(left, from);
        final double last = Math.min(right, to);
        if (last - first > FLAT * (right - left)) {
            all.add(new Branch(true, new double[] {share, share}, new double[] {first, last}));
        }
    }

    private void stretch(double low, double high) {
        final double start = above(low);
        final double[] seeds = DoubleStream.concat(
                        DoubleStream.of(start, high),
                        DoubleStream.concat(
                                DoubleStream.concat(
                                        DoubleStream.of(DEEP),
                                        DoubleStream.of(DEEP).map(share -> 1 - share)),
                                IntStream.range(0, POINTS)
                                        .mapToDouble(point ->
                                                1 / (1 + Math.exp(TAIL * (1 - 2.0 * point / (POINTS - 1)))))))
                .filter(share -> share >= start && share <= high)
                .sorted()
                .distinct()
                .toArray();
        final List<Double> shares = new ArrayList<>();
        shares.add(low);
        for (int k = 0; k < seeds.length; k++) {
            if (k > 0) {
                between(seeds[k - 1], seeds[k], HALVINGS, shares::add);
            }
            shares.add(seeds[k]);
        }
        final double[] gone = shares.stream().mapToDouble(share -> share).toArray();
        final double[] values = DoubleStream.of(gone)
                .map(share -> within(manifold.value(share)))
                .toArray();
        if (Math.abs(values[1] - values[0]) > FLAT * (right - left)) {
            values[0] = values[1]; // at the share itself the curve is still on the other side of a step
        }
        all.add(new Branch(manifold.value(high) > manifold.value(start), gone, values));
    }

    /** Shares between two, until their values lie close to each other. */
    private void between(double low, double high, int halvings, DoubleConsumer shares) {
        final double middle = low + (high - low) / 2;
        final double apart = Math.abs(within(manifold.value(high)) - within(manifold.value(low)));
        if (halvings > 0 && middle > low && middle < high && apart > STEP * (right - left)) {
            between(low, middle, halvings - 1, shares);
            shares.accept(middle);
            between(middle, high, halvings - 1, shares);
        }
    }

    /** A value outside the axis lies a little beyond its end: the lines are cut there. */
    private double within(double value) {
        final double room = STEP * (right - left);
        return Math.max(left - room, Math.min(right + room, value));
    }
}
