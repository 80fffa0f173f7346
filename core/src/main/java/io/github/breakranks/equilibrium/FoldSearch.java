package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Watch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds the folds of a manifold, and the jumps that a rest point makes as the term moves along it.
 *
 * <p>Looks at shares on a grid that is even in the middle and even in log-odds in both tails (and at every atom of a law of atoms), then
 * narrows each turn down: by bisection on {@code Phi' = 1} where the density is known, else by golden section.
 */
final class FoldSearch {
    private static final int EVEN = 1024;
    private static final double TAIL = 36; // log-odds: shares down to 2e-16
    private static final double WITHIN = 1e-12; // a turn shallower than this is rounding

    private final ManifoldCurve curve;
    private final double[] shares;
    private final boolean stepped;
    private final double unit;

    private FoldSearch(ManifoldCurve curve) {
        this.curve = curve;
        final double[] steps = curve.steps();
        this.stepped = steps.length > 0;
        this.unit = unit(curve);
        this.shares = stepped ? withEnd(steps) : grid();
    }

    private static double[] withEnd(double[] steps) {
        final double[] all = Arrays.copyOf(steps, steps.length + 1);
        all[steps.length] = 1;
        return all;
    }

    private static double[] grid() {
        final double[] shares = new double[EVEN + 1 + 2 * (int) (4 * TAIL)];
        int known = 0;
        for (int k = 0; k <= EVEN; k++) {
            shares[known++] = (double) k / EVEN;
        }
        for (int k = 0; k < (int) (4 * TAIL); k++) {
            final double odds = Math.exp(-TAIL + k / 4.0);
            shares[known++] = odds / (1 + odds);
            shares[known++] = 1 / (1 + odds);
        }
        Arrays.sort(shares);
        return Arrays.stream(shares).distinct().toArray();
    }

    /** All folds, in ascending order of the share. */
    static List<Fold> folds(ManifoldCurve curve) {
        final List<Fold> folds = new ArrayList<>();
        new FoldSearch(curve).collect(folds, () -> true); // some milliseconds: an interrupt is left to the caller
        return folds;
    }

    /** All folds, or null if the watch stopped the work. */
    static @Nullable List<Fold> folds(ManifoldCurve curve, Watch watch) {
        if (!watch.mayGoOn()) {
            return null;
        }
        final List<Fold> folds = new ArrayList<>();
        final FoldSearch search = new FoldSearch(curve);
        return search.collect(folds, watch::mayGoOn) ? folds : null;
    }

    private boolean collect(List<Fold> folds, BooleanSupplier mayGoOn) {
        final Turns turns = new Turns(folds);
        for (int k = 0; k < shares.length; k++) {
            if ((k & 1023) == 1023 && !mayGoOn.getAsBoolean()) {
                return false;
            }
            if (k > 0) {
                turns.visit(k, curve.value(shares[k]));
            }
            if (shares[k] < 1) {
                turns.visit(k, curve.valueFromRight(shares[k]));
            }
        }
        turns.end();
        return true;
    }

    /** Follows values from left to right and notes each turn. */
    private final class Turns {
        private final List<Fold> folds;
        private boolean climbing = true;
        private int at; // index of the highest value since the last turn, or of the lowest
        private double extreme = Double.NEGATIVE_INFINITY;

        Turns(List<Fold> folds) {
            this.folds = folds;
        }

        void visit(int k, double value) {
            final double room = curve.rounding(shares[k]);
            final boolean turned = climbing ? fallen(extreme, value, room) : fallen(value, extreme, room);
            if (turned) {
                folds.add(turn(at, extreme, climbing));
                climbing = !climbing;
            }
            final boolean atEnd =
                    k == shares.length - 1 && value == extreme; // of several alike, the end makes the fold
            if (turned || atEnd || (climbing ? value > extreme : value < extreme)) {
                extreme = value;
                at = k;
            }
        }

        void end() {
            if (!climbing) {
                folds.add(turn(at, extreme, false)); // the curve falls to its upper end
            }
        }
    }

    private boolean fallen(double high, double low, double room) {
        return high > low + within(unit, low) + room || (high > low && Double.isInfinite(low));
    }

    /** What rounding may make of a value, or of one that should be the same; the unit keeps it apart from 0 in any currency. */
    private static double within(double unit, double value) {
        return WITHIN * Math.max(unit, Math.abs(value));
    }

    private static double unit(ManifoldCurve curve) {
        double unit = 0;
        for (double share : new double[] {0.25, 0.5, 0.75}) {
            final double size = Math.abs(curve.value(share));
            unit = Double.isFinite(size) ? Math.max(unit, size) : unit;
        }
        return unit == 0 ? 1 : unit;
    }

    private Fold turn(int k, double seen, boolean maximum) {
        if (stepped || k == 0 || k == shares.length - 1) {
            return new Fold(seen, shares[k], maximum);
        }
        if (Double.isInfinite(seen)) {
            return new Fold(seen, edge(shares[k - 1], shares[k], seen), maximum);
        }
        final double from = shares[k - 1];
        final double to = shares[k + 1];
        final double side = maximum ? 1 : -1;
        final boolean slopesKnown = side * (1 - curve.slope(from)) > 0 && side * (1 - curve.slope(to)) < 0;
        final Fold smooth = at(slopesKnown ? bisect(from, to, side) : golden(from, to, side), maximum);
        final Fold leap = at(leap(from, to, maximum), maximum);
        final Fold best = side * leap.value() > side * smooth.value() ? leap : smooth;
        return side * best.value() >= side * seen ? best : new Fold(seen, shares[k], maximum);
    }

    private Fold at(double share, boolean maximum) {
        final double value = maximum ? Math.max(curve.value(share), curve.valueFromRight(share)) : curve.value(share);
        return new Fold(value, share, maximum);
    }

    /** The share just before (or, for a maximum, behind) the steepest rise of the curve, which jumps where no cost lies between. */
    private double leap(double from, double to, boolean behind) {
        double low = from;
        double high = to;
        for (double mid = middle(low, high); mid != low && mid != high; mid = middle(low, high)) {
            final double value = curve.value(mid);
            if (value - curve.value(low) > curve.value(high) - value) {
                high = mid;
            } else {
                low = mid;
            }
        }
        return behind ? high : low;
    }

    /** Where the curve becomes infinite: no value of the term makes the shares beyond rest. */
    private double edge(double from, double to, double seen) {
        double before = from;
        double beyond = to;
        for (double mid = middle(before, beyond); mid != before && mid != beyond; mid = middle(before, beyond)) {
            if (curve.value(mid) == seen) {
                beyond = mid;
            } else {
                before = mid;
            }
        }
        return beyond;
    }

    private double bisect(double from, double to, double side) {
        double low = from;
        double high = to;
        for (double mid = low + (high - low) / 2; mid > low && mid < high; mid = low + (high - low) / 2) {
            if (side * (1 - curve.slope(mid)) > 0) {
                low = mid;
            } else {
                high = mid;
            }
        }
        return low;
    }

    private double golden(double from, double to, double side) {
        double low = from;
        double high = to;
        for (int step = 0; step < 120 && high - low > Math.ulp(high); step++) {
            final double a = low + 0.381966 * (high - low);
            final double b = low + 0.618034 * (high - low);
            if (side * curve.valueFromRight(a) >= side * curve.valueFromRight(b)) {
                high = b;
            } else {
                low = a;
            }
        }
        return low + (high - low) / 2;
    }

    /**
     * The jumps of the least rest point as the term rises, in ascending order of the value: at each maximum that no earlier share exceeds,
     * to the first share beyond at which the curve is higher again, or to everybody.
     */
    static List<Jump> jumpsUp(ManifoldCurve curve, List<Fold> folds) {
        final List<Jump> jumps = new ArrayList<>();
        final double unit = unit(curve);
        double record = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < folds.size(); k++) {
            final Fold fold = folds.get(k);
            if (fold.maximum() && exceeds(fold.value(), record, unit)) {
                record = fold.value();
                add(jumps, fold, landing(curve, folds, k, 1, unit));
            }
        }
        return jumps;
    }

    /** The jumps of the greatest rest point as the term falls, in descending order of the value. */
    static List<Jump> jumpsDown(ManifoldCurve curve, List<Fold> folds) {
        final List<Jump> jumps = new ArrayList<>();
        final double unit = unit(curve);
        double record = Double.POSITIVE_INFINITY;
        for (int k = folds.size() - 1; k >= 0; k--) {
            final Fold fold = folds.get(k);
            if (!fold.maximum() && exceeds(record, fold.value(), unit)) {
                record = fold.value();
                add(jumps, fold, landing(curve, folds, k, -1, unit));
            }
        }
        return jumps;
    }

    /** No value passes an infinite fold, and what stays within rounding is no jump. */
    private static void add(List<Jump> jumps, Fold fold, double to) {
        if (Double.isFinite(fold.value()) && Math.abs(to - fold.share()) > WITHIN) {
            jumps.add(new Jump(fold.value(), fold.share(), to));
        }
    }

    private static boolean exceeds(double value, double other, double unit) {
        final boolean finite = Double.isFinite(value) && Double.isFinite(other);
        return finite ? value - other > within(unit, other) : value > other;
    }

    /** Beyond fold k in direction {@code way}, the first share at which the curve is past the fold's value again. */
    private static double landing(ManifoldCurve curve, List<Fold> folds, int k, int way, double unit) {
        final double value = folds.get(k).value();
        double near = folds.get(k).share();
        for (int next = k + way; ; next += way) {
            final boolean end = next < 0 || next >= folds.size();
            final double far = end ? (way > 0 ? 1 : 0) : folds.get(next).share();
            final double there = end ? endValue(far) : folds.get(next).value();
            if (exceeds(way * there, way * value, unit)
                    && (end || folds.get(next).maximum() == way > 0)) {
                return crossing(curve, near, far, value + way * within(unit, value), way);
            }
            if (end) {
                return far;
            }
            near = far;
        }
    }

    private static double endValue(double end) {
        return end == 1 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY; // everybody and nobody always suffice
    }

    private static double crossing(ManifoldCurve curve, double near, double far, double value, int way) {
        double before = near;
        double beyond = far;
        for (double mid = middle(before, beyond); mid != before && mid != beyond; mid = middle(before, beyond)) {
            final double there = way > 0 ? Math.max(curve.value(mid), curve.valueFromRight(mid)) : curve.value(mid);
            if (way * there > way * value) {
                beyond = mid;
            } else {
                before = mid;
            }
        }
        return beyond;
    }

    private static double middle(double a, double b) {
        return a + (b - a) / 2;
    }
}
