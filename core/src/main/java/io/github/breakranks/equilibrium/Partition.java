package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Range;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.equilibrium.Cell.Claim;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts [0, 1] into stretches on each of which it is clear whether {@code h(x) = Phi(x) - x} has a zero.
 *
 * <p>A stretch is clear if bounds on the slope of h exclude a zero or make h monotone, or, where the gain rises, if {@code Phi(from) >
 * to} or {@code Phi(to) < from}. What is not clear is cut in two; what stays unclear down to a width at which h varies less than
 * rounding does is left open. Best first cuts are near the folds of h, so a caller may name shares to cut at.
 */
final class Partition {
    static final double ROUNDING = 1e-14; // h is not trusted closer to zero than this
    private static final double UNCLEAR = 1e-13; // h varies less than this: give up
    private static final double NARROWEST = 0x1p-36;
    private static final double NARROWEST_UNBOUNDED = 0x1p-30; // beside a fold cells grow as the root of this
    private static final int GRID = 4096;
    private static final int MOST_CELLS = 1 << 20;

    private final BestReply reply;
    private final boolean rises;
    private final List<Cell> cells = new ArrayList<>();
    private final Stack rights = new Stack(); // right ends still to reach
    private boolean complete = true;
    private @Nullable Range fall; // two shares between which Phi was seen to fall though it should rise

    private Partition(BestReply reply, boolean rises) {
        this.reply = reply;
        this.rises = rises;
    }

    /** Cells that cover [0, 1] from left to right; fewer if the watch stops the work, see {@link #complete}. */
    static Partition of(BestReply reply, boolean rises, double[] cuts, Watch watch) {
        final Partition partition = new Partition(reply, rises);
        partition.cut(cuts, watch);
        return partition;
    }

    List<Cell> cells() {
        return cells;
    }

    /** Two shares between which {@code Phi} fell though the gain seemed to rise; null if none were met. */
    @Nullable
    Range fall() {
        return fall;
    }

    /** Whether [0, 1] is covered. */
    boolean complete() {
        return complete;
    }

    private void cut(double[] cuts, Watch watch) {
        double from = 0;
        double hFrom = reply.excess(0);
        for (int k = 0; k <= cuts.length; k++) {
            final double to = k < cuts.length ? cuts[k] : 1;
            if (!(to > from && to <= 1)) {
                continue;
            }
            final double hTo = reply.excess(to);
            refine(from, hFrom, to, hTo, watch);
            if (!complete) {
                return;
            }
            from = to;
            hFrom = hTo;
        }
    }

    /** Depth first, left before right, so that cells come out in order. */
    private void refine(double start, double hStart, double end, double hEnd, Watch watch) {
        rights.push(end, hEnd);
        double from = start;
        double hFrom = hStart;
        while (!rights.isEmpty()) {
            final double to = rights.x();
            final double hTo = rights.h();
            if (rises && (hFrom + from) - (hTo + to) > ROUNDING) {
                fall = new Range(from, to);
                complete = false;
                return;
            }
            final Range slope = reply.slopeOver(from, to);
            final Claim claim = claim(from, hFrom, to, hTo, slope);
            if (claim != Claim.OPEN || tooNarrow(to - from, slope)) {
                cells.add(new Cell(from, to, claim));
                from = to;
                hFrom = hTo;
                rights.pop();
                continue;
            }
            if (cells.size() + rights.size() > MOST_CELLS || (cells.size() & 255) == 255 && !watch.mayGoOn()) {
                complete = false;
                return;
            }
            final double middle = middle(from, to);
            rights.push(middle, reply.excess(middle));
        }
    }

    private boolean tooNarrow(double width, Range slope) {
        final double steepest = Math.max(Math.abs(slope.low() - 1), Math.abs(slope.high() - 1));
        final boolean bounded = steepest < Double.POSITIVE_INFINITY;
        return bounded
                ? steepest * width <= UNCLEAR || width < NARROWEST
                : width < (rises ? NARROWEST_UNBOUNDED : 1.0 / GRID);
    }

    /** Off the centre, since symmetric games rest just there. */
    private static double middle(double from, double to) {
        return from + 0.4921875 * (to - from);
    }

    private Claim claim(double from, double hFrom, double to, double hTo, Range slope) {
        final boolean above = hFrom > ROUNDING || from == 0; // Phi(0) >= 0 and Phi(1) <= 1 in any case
        final boolean below = hTo < -ROUNDING || to == 1;
        final boolean joined = slope.low() > Double.NEGATIVE_INFINITY && slope.high() < Double.POSITIVE_INFINITY;
        if (slope.high() < 1) {
            if (above && below && joined) { // else Phi may jump over the diagonal
                return Claim.ONE_FALLING;
            }
            if (hTo > ROUNDING) {
                return Claim.ABOVE;
            }
            return hFrom < -ROUNDING ? Claim.BELOW : Claim.OPEN;
        }
        if (slope.low() > 1) {
            if (joined && (hFrom < -ROUNDING && hTo > ROUNDING || from == 0 && hFrom == 0 || to == 1 && hTo == 0)) {
                return Claim.ONE_RISING;
            }
            if (hFrom > ROUNDING) {
                return Claim.ABOVE;
            }
            return hTo < -ROUNDING ? Claim.BELOW : Claim.OPEN;
        }
        if (hFrom > ROUNDING && hTo > ROUNDING && clears(hFrom, hTo, to - from, slope)) {
            return Claim.ABOVE;
        }
        return hFrom < -ROUNDING && hTo < -ROUNDING && clears(-hTo, -hFrom, to - from, slope)
                ? Claim.BELOW
                : Claim.OPEN;
    }

    /**
     * Whether h, positive at both ends, stays positive between: by {@code Phi(from) > to} where Phi rises, or as the lines of extreme
     * slope through both ends meet above zero. (For h negative, turned by half a circle, the same.)
     */
    private boolean clears(double hFrom, double hTo, double width, Range slope) {
        if (rises && hFrom - width > ROUNDING) {
            return true;
        }
        final double fall = 1 - slope.low(); // fastest that h can fall
        final double rise = slope.high() - 1;
        return fall + rise == 0 || (rise * hFrom + fall * hTo - fall * rise * width) / (fall + rise) > ROUNDING;
    }

    /** Pairs of a share and h there. */
    private static final class Stack {
        private double[] values = new double[16];
        private int top;

        void push(double x, double h) {
            if (top == values.length) {
                values = java.util.Arrays.copyOf(values, 2 * top);
            }
            values[top++] = x;
            values[top++] = h;
        }

        void pop() {
            top -= 2;
        }

        double x() {
            return values[top - 2];
        }

        double h() {
            return values[top - 1];
        }

        boolean isEmpty() {
            return top == 0;
        }

        int size() {
            return top / 2;
        }
    }
}
