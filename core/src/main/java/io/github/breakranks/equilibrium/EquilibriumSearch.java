package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Watch;
import io.github.breakranks.game.NormalFormGame;
import io.github.breakranks.internal.Trace;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Follows Lemke-Howson paths of one game, first in floating point, then in whole numbers, until one ends at a proven equilibrium. */
final class EquilibriumSearch {
    private static final int UNIT = 8; // pivots of the shortest paths
    private static final long PIVOTS_A_LABEL =
            10_000; // in floating point; a path in whole numbers costs as much sooner
    private static final int MOST_MIXED = 500; // actions, all of them tried at once: about a second
    private static final double[] SPREADS = {1e-9, 1e-6, 1e-4}; // of right-hand sides

    private final NormalFormGame game;
    private final Watch watch;
    private final int labels;
    private @Nullable NashEquilibrium best;

    EquilibriumSearch(NormalFormGame game, Watch watch) {
        this.game = game;
        this.watch = watch;
        this.labels = game.actions(0) + game.actions(1);
    }

    /** The first equilibrium found; null if stopped. */
    @Nullable
    NashEquilibrium run() {
        final double[] row = FloatPayoffs.of(game, 0);
        if (!watch.mayGoOn()) {
            return null;
        }
        final double[] column = FloatPayoffs.of(game, 1);
        for (final double spread : SPREADS) {
            final FloatPath path = new FloatPath(row, column, game.actions(0), game.actions(1), spread);
            final NashEquilibrium found = inFloats(path);
            if (found != null || !watch.mayGoOn()) {
                return found;
            }
            Trace.debug(() -> "no equilibrium from " + path.pivots() + " pivots in floating point");
            final NashEquilibrium mixed = spread == SPREADS[0] ? allPlayed() : null;
            if (mixed != null) {
                return mixed;
            }
        }
        return inWholeNumbers();
    }

    private @Nullable NashEquilibrium allPlayed() {
        final int rows = game.actions(0);
        if (rows != game.actions(1) || rows > MOST_MIXED) {
            return null;
        }
        final int[] all = IntStream.range(0, rows).toArray();
        return judged(new Support(all, all).equilibrium(game));
    }

    /** Of what was looked at, what has the least regret. */
    @Nullable
    NashEquilibrium best() {
        return best;
    }

    private @Nullable NashEquilibrium inFloats(FloatPath path) {
        final LubySchedule schedule = new LubySchedule(labels);
        final Set<Integer> ended = new HashSet<>(); // labels whose path is known to the end
        final Map<Integer, Integer> longest = new HashMap<>(); // by label, the highest level tried
        final Set<Support> tried = new HashSet<>();
        final long budget = PIVOTS_A_LABEL * labels;
        while (path.pivots() < budget && ended.size() < labels && watch.mayGoOn()) {
            final LubySchedule.Turn turn = schedule.next();
            if (ended.contains(turn.label()) || longest.getOrDefault(turn.label(), -1) >= turn.level()) {
                continue;
            }
            longest.put(turn.label(), turn.level());
            final Support support = path.follow(turn.label(), UNIT << Math.min(turn.level(), 20), watch);
            if (!path.cut()) {
                ended.add(turn.label());
            }
            if (support != null && tried.add(support) && watch.mayGoOn()) {
                final NashEquilibrium found = judged(support.equilibrium(game));
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    /** The end of the first path that is not too long; null if stopped. */
    @Nullable
    NashEquilibrium inWholeNumbers() {
        final LubySchedule schedule = new LubySchedule(labels);
        while (watch.mayGoOn()) {
            final LubySchedule.Turn turn = schedule.next();
            final IntegerPath path = new IntegerPath(game, turn.label());
            if (path.follow((long) UNIT << Math.min(turn.level(), 40), watch)) {
                return judged(path.reached());
            }
        }
        return null;
    }

    /** The equilibrium if it is one, by its regret; remembered if it is the best yet. */
    private @Nullable NashEquilibrium judged(@Nullable NashEquilibrium found) {
        if (found == null) {
            return null;
        }
        final NashEquilibrium before = best;
        if (before == null || found.regret().worst().compareTo(before.regret().worst()) < 0) {
            best = found;
        }
        return found.regret().none() ? found : null;
    }
}
