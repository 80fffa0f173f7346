package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Watch;
import io.github.breakranks.game.NormalFormGame;
import io.github.breakranks.internal.Trace;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Follows paths of one game, first in floating point, then in whole numbers, until one ends at a proven equilibrium. */
final class EquilibriumSearch {
    private static final int UNIT = 8; // pivots of the shortest paths
    private static final double EARLY = 20.0; // products that short paths get first, times m n (m + n)
    private static final int BARRIERS = 3; // paths of other weights
    private static final int MOST_ACTIONS = 1000; // of both on such paths: a step takes some tenths of a second
    private static final int MOST_MIXED = 500; // actions, all of them tried at once: about a second
    private static final double[] SPREADS = {1e-9, 1e-6, 1e-4}; // of right-hand sides

    private final NormalFormGame game;
    private final Watch watch;
    private final int rows;
    private final int columns;
    private final Set<Support> judged = new HashSet<>();
    private @Nullable LeastRegret least;
    private @Nullable NashEquilibrium found;

    EquilibriumSearch(NormalFormGame game, Watch watch) {
        this.game = game;
        this.watch = watch;
        this.rows = game.actions(0);
        this.columns = game.actions(1);
    }

    /** The first equilibrium found; null if stopped. */
    @Nullable
    NashEquilibrium run() {
        return inFloats() || !watch.mayGoOn() ? found : inWholeNumbers();
    }

    /** Of what was come across, what has the least regret. */
    NashEquilibrium best() {
        return least().exact();
    }

    /** Made late, as most games are solved before. */
    private LeastRegret least() {
        LeastRegret made = least;
        if (made == null) {
            made = new LeastRegret(game);
            least = made;
        }
        return made;
    }

    /** Whether a path in floating point led to one; none does where rounding hides what matters. */
    boolean inFloats() {
        final double[] row = FloatPayoffs.of(game, 0);
        if (!watch.mayGoOn()) {
            return false;
        }
        final double[] column = FloatPayoffs.of(game, 1);
        for (final double spread : SPREADS) {
            final FloatPath path = new FloatPath(row, column, rows, columns, spread);
            final ShortPaths paths = new ShortPaths(path, rows + columns, this::left);
            final boolean first = spread == SPREADS[0];
            final double early = EARLY * rows * columns * (rows + columns);
            if (first && (paths.follow(early, watch, this::ends) || barrier(row, column) || allPlayed())) {
                return true;
            }
            if (paths.follow(Double.POSITIVE_INFINITY, watch, this::ends)) {
                return true;
            }
            if (!watch.mayGoOn()) {
                return false;
            }
            Trace.debug(() -> "no equilibrium from " + path.pivots() + " pivots in floating point");
        }
        return false;
    }

    private boolean barrier(double[] row, double[] column) {
        for (int kind = 0; kind < BARRIERS && rows + columns <= MOST_ACTIONS && watch.mayGoOn(); kind++) {
            final BarrierPath path = new BarrierPath(row, column, rows, columns, kind);
            if (path.follow(watch, this::ends)) {
                return true;
            }
            left(path.reached());
            Trace.debug(() -> "no equilibrium from " + path.steps() + " steps along a barrier");
        }
        return false;
    }

    private boolean allPlayed() {
        if (rows != columns || rows > MOST_MIXED || !watch.mayGoOn()) {
            return false;
        }
        final int[] all = IntStream.range(0, rows).toArray();
        return ends(new Support(all, all));
    }

    /** The end of the first path that is not too long; null if stopped. */
    @Nullable
    NashEquilibrium inWholeNumbers() {
        final LubySchedule schedule = new LubySchedule(rows + columns);
        while (watch.mayGoOn()) {
            final LubySchedule.Turn turn = schedule.next();
            final IntegerPath path = new IntegerPath(game, turn.label());
            if (path.follow((long) UNIT << Math.min(turn.level(), 40), watch)) {
                return judged(path.reached()) ? found : null;
            }
        }
        return null;
    }

    private boolean ends(Support support) {
        return judged.add(support) && watch.mayGoOn() && judged(support.equilibrium(game, watch::mayGoOn));
    }

    private void left(double[][] reached) {
        least().offerStretched(reached[0], reached[1]);
    }

    /** Whether it is one, by its regret; else compared with the best yet. */
    private boolean judged(@Nullable NashEquilibrium tried) {
        if (tried == null) {
            return false;
        }
        least().offer(tried.profile().chances(0), tried.profile().chances(1));
        found = tried.regret().none() ? tried : null;
        return found != null;
    }
}
