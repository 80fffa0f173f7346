package io.github.breakranks.design;

import io.github.breakranks.equilibrium.Fold;
import io.github.breakranks.equilibrium.Jump;
import io.github.breakranks.equilibrium.Manifold;
import io.github.breakranks.game.DefectionGame;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Take-up of one law, read off its manifold {@code v(x)}, which rises or falls from each fold to the next.
 *
 * <pre>{@code
 *   least(v)    = inf { x : v(x) >= v }        a share s takes  max { v(x) : x <= s }
 *   greatest(v) = sup { x : v(x) <= v }        a share s takes  min { v(x) : x >= s }
 * }</pre>
 */
final class LawTakeUp extends TakeUp {
    private static final double WITHIN = 1e-12; // values nearer than this are taken for one

    private final Manifold manifold;
    private final double unit;

    LawTakeUp(DefectionGame game, Instrument instrument) {
        super(game, instrument);
        this.manifold = Manifold.of(game, instrument.term());
        double typical = 0;
        for (double share : new double[] {0.25, 0.5, 0.75}) {
            final double size = Math.abs(manifold.value(share));
            typical = Double.isFinite(size) ? Math.max(typical, size) : typical;
        }
        this.unit = typical == 0 ? 1 : typical;
    }

    Manifold manifold() {
        return manifold;
    }

    @Override
    double[] shares(double value, boolean greatest, boolean justAbove) {
        return new double[] {greatest ? greatest(value) : least(value, justAbove)};
    }

    private double least(double value, boolean justAbove) {
        final double bar = justAbove ? value + room(value) : value;
        if (passes(manifold.value(0), bar, justAbove)) {
            return 0;
        }
        double from = 0;
        for (Fold fold : manifold.folds()) {
            if (fold.maximum()) {
                if (!justAbove && fold.value() == value) {
                    return fold.share();
                }
                if (passes(fold.value(), bar, justAbove)) {
                    return crossing(from, fold.share(), bar, justAbove);
                }
            }
            from = fold.share();
        }
        return passes(manifold.value(1), bar, justAbove) ? crossing(from, 1, bar, justAbove) : 1;
    }

    private static boolean passes(double there, double value, boolean strictly) {
        return strictly ? there > value : there >= value;
    }

    /** The first share of a rising stretch at which the curve passes a value. */
    private double crossing(double from, double to, double value, boolean strictly) {
        double before = from;
        double beyond = to;
        for (double mid = middle(before, beyond); mid > before && mid < beyond; mid = middle(before, beyond)) {
            if (passes(manifold.value(mid), value, strictly)) {
                beyond = mid;
            } else {
                before = mid;
            }
        }
        return beyond;
    }

    private double greatest(double value) {
        if (manifold.value(1) <= value) {
            return 1;
        }
        double to = 1;
        for (int k = manifold.folds().size() - 1; k >= 0; k--) {
            final Fold fold = manifold.folds().get(k);
            if (!fold.maximum()) {
                if (fold.value() == value) {
                    return fold.share();
                }
                if (fold.value() <= value) {
                    return lastBelow(fold.share(), to, value);
                }
            }
            to = fold.share();
        }
        return manifold.value(0) <= value ? lastBelow(0, to, value) : 0;
    }

    /** The last share of a rising stretch at which the curve has not passed a value. */
    private double lastBelow(double from, double to, double value) {
        double within = from;
        double beyond = to;
        for (double mid = middle(within, beyond); mid > within && mid < beyond; mid = middle(within, beyond)) {
            if (manifold.value(mid) <= value) {
                within = mid;
            } else {
                beyond = mid;
            }
        }
        return within;
    }

    private static double middle(double a, double b) {
        return a + (b - a) / 2;
    }

    private double room(double value) {
        return WITHIN * Math.max(unit, Math.abs(value));
    }

    @Override
    Need need(double share, Reliance reliance) {
        final double own = manifold.value(share);
        double value = own;
        for (Fold fold : manifold.folds()) {
            if (seeksGreatest(reliance)) {
                value = !fold.maximum() && fold.share() >= share ? Math.min(value, fold.value()) : value;
            } else {
                value = fold.maximum() && fold.share() <= share ? Math.max(value, fold.value()) : value;
            }
        }
        final double low = instrument().low();
        final boolean attained = value < low || seeksGreatest(reliance) || value == own || isFold(share, value);
        return new Need(Math.max(low, value), attained && value < Double.POSITIVE_INFINITY);
    }

    private boolean isFold(double share, double value) {
        return manifold.folds().stream().anyMatch(fold -> fold.share() == share && fold.value() == value);
    }

    @Override
    List<Jump> jumps(boolean greatest) {
        final List<Jump> jumps = greatest ? greatestJumps() : leastJumps();
        jumps.removeIf(jump -> greatest
                ? jump.value() <= instrument().low()
                        || jump.value() > instrument().high()
                : jump.value() < instrument().low()
                        || jump.value() >= instrument().high());
        return jumps;
    }

    @Override
    double most(boolean greatest) {
        return total(shares(Math.min(instrument().high(), Double.MAX_VALUE), greatest, false));
    }

    @Override
    double before(Jump jump, boolean greatest) {
        return jump.value();
    }

    /** The least share is continuous from below, the greatest from above. */
    @Override
    boolean stays(boolean greatest) {
        return !greatest;
    }

    private List<Jump> leastJumps() {
        final List<Jump> jumps = new ArrayList<>();
        double record = Double.NEGATIVE_INFINITY;
        for (Fold fold : manifold.folds()) {
            if (fold.maximum() && fold.value() - record > room(fold.value())) {
                record = fold.value();
                add(jumps, record, fold.share(), least(record, true));
            }
        }
        return jumps;
    }

    private List<Jump> greatestJumps() {
        final List<Jump> jumps = new ArrayList<>();
        double record = Double.POSITIVE_INFINITY;
        for (int k = manifold.folds().size() - 1; k >= 0; k--) {
            final Fold fold = manifold.folds().get(k);
            if (!fold.maximum() && record - fold.value() > room(fold.value())) {
                record = fold.value();
                add(jumps, record, greatest(record - room(record)), fold.share());
            }
        }
        Collections.reverse(jumps);
        return jumps;
    }

    private static void add(List<Jump> jumps, double value, double from, double to) {
        if (Double.isFinite(value) && to - from > WITHIN) {
            jumps.add(new Jump(value, from, to));
        }
    }
}
