package io.github.breakranks.regime;

import io.github.breakranks.internal.NormalTail;

/** What a regime loses by each manipulation, measured from the cutoff, and where that is least. */
final class Valleys {
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
    private static final int GRID = 128;

    private final ManipulatedRegime regime;
    private final double root;
    private final double farthest;

    Valleys(ManipulatedRegime regime) {
        this.regime = regime;
        this.root = Math.sqrt(regime.privatePrecision());
        double low = 0;
        double high = 1;
        while (regime.effort().applyAsDouble(high) < 1) {
            low = high;
            high *= 2;
        }
        for (int step = 0; step < 60; step++) {
            final double middle = low + (high - low) / 2;
            if (regime.effort().applyAsDouble(middle) < 1) {
                low = middle;
            } else {
                high = middle;
            }
        }
        this.farthest = high;
    }

    /** The manipulation that costs as much as everybody's going. */
    double farthest() {
        return farthest;
    }

    /** Who goes and what the manipulation costs, {@code t} from the cutoff. */
    double depth(double t, double manipulation) {
        return NormalTail.survival(root * (t + manipulation)) + regime.effort().applyAsDouble(manipulation);
    }

    /** The manipulation at which that is least; the lowest of several. */
    double lowest(double t) {
        double best = 0;
        double least = depth(t, 0);
        double before = least;
        double here = depth(t, farthest / GRID);
        for (int k = 1; k <= GRID; k++) {
            final double after = k == GRID ? Double.POSITIVE_INFINITY : depth(t, farthest * (k + 1) / GRID);
            if (here <= before && here <= after) {
                final double at = refined(t, farthest * (k - 1) / GRID, farthest * Math.min(GRID, k + 1) / GRID);
                final double depth = depth(t, at);
                if (depth < least) {
                    least = depth;
                    best = at;
                }
            }
            before = here;
            here = after;
        }
        if (best == 0) {
            final double at = refined(t, 0, farthest / GRID);
            best = depth(t, at) < least ? at : 0;
        }
        return best;
    }

    /** Golden section, then parabolas' vertex through slopes: the minimum to about 1e-10. */
    private double refined(double t, double from, double to) {
        double low = from;
        double high = to;
        double left = high - GOLDEN * (high - low);
        double right = low + GOLDEN * (high - low);
        double atLeft = depth(t, left);
        double atRight = depth(t, right);
        while (high - low > 1e-7 * (1 + high)) {
            if (atLeft <= atRight) {
                high = right;
                right = left;
                atRight = atLeft;
                left = high - GOLDEN * (high - low);
                atLeft = depth(t, left);
            } else {
                low = left;
                left = right;
                atLeft = atRight;
                right = low + GOLDEN * (high - low);
                atRight = depth(t, right);
            }
        }
        return newton(t, low + (high - low) / 2, from, to);
    }

    /** One step of the secant on the slope, whose effort part is taken by differences. */
    private double newton(double t, double at, double from, double to) {
        final double h = 1e-5 * (1 + at);
        if (at - h < from || at + h > to) {
            return at;
        }
        final double slope = slope(t, at, h);
        final double bend = (slope(t, at + h, h) - slope(t, at - h, h)) / (2 * h);
        final double next = at - slope / bend;
        return bend > 0 && Math.abs(next - at) < 1e-4 * (1 + at) ? Math.min(to, Math.max(from, next)) : at;
    }

    private double slope(double t, double at, double h) {
        final double effort =
                (regime.effort().applyAsDouble(at + h) - regime.effort().applyAsDouble(at - h)) / (2 * h);
        return effort - root * NormalTail.density(root * (t + at));
    }
}
