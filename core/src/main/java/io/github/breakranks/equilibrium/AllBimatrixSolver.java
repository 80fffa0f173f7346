package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Solver;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.equilibrium.NashEquilibria.Ending;
import io.github.breakranks.game.NormalFormGame;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.Parallel;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Finds all extreme Nash equilibria of a game of two players, exactly, and with them all equilibria.
 *
 * <pre>{@code
 *   P = { x >= 0 : B'x <= 1 }        Q = { y >= 0 : A y <= 1 }        payoffs A, B shifted to be above 0
 *
 *   (x, y) is an extreme equilibrium, scaled to sum 1,
 *   <=>  vertices of P and Q, not 0, and each action is not taken or a best reply
 * }</pre>
 *
 * <p>Both polytopes are walked from vertex to vertex ({@link VertexWalk}) and the lists of vertices proven complete ({@link
 * VertexListVerifier}); pairs are found by their labels and solved in fractions. A degenerate game, which has a strategy with more best
 * replies than actions, is walked with its ties broken; it may have infinitely many equilibria, which are unions of the sets in {@link
 * NashEquilibria#maximalSubsets}.
 *
 * <p>Told to stop, it pairs the vertices seen for a tenth of the time used so far, and keeps the equilibria among them.
 *
 * <p>Cost: in a game of n against n random payoffs some {@code 2^n} vertices for each player, {@code n^3} products each, some 80 bytes
 * ({@link #vertices}). {@code BimatrixSolver} finds one equilibrium of far larger games.
 *
 * @param threads      how many may work at once [count]; found answers do not depend on it
 * @param mostVertices how many vertices of one player's polytope are listed at most [count], some 80 bytes each
 * @see <a href="https://doi.org/10.1007/s00199-009-0449-x">D. Avis, G. Rosenberg, R. Savani and B. von Stengel (2010), "Enumeration of Nash
 *     equilibria for two-player games", Economic Theory 42, 9-37</a>
 */
public record AllBimatrixSolver(int threads, int mostVertices) implements Solver<NormalFormGame, NashEquilibria> {
    private static final int PLAYERS = 2;
    private static final int STEPS = 1024; // between two looks at the watch
    private static final double BYTES = 80.0; // a vertex
    private static final double MOST_RAISED = 2e8; // vertices, 16 GB: to list more is no advice
    private static final int GRACE = 10; // th part of the time used, more, once it is over

    public AllBimatrixSolver {
        Checks.count(1, "threads", "count", threads);
        Checks.count(1, "mostVertices", "count", mostVertices);
    }

    /** One thread, at most four million vertices of each polytope: 320 MB. */
    public static AllBimatrixSolver solver() {
        return new AllBimatrixSolver(1, 4_000_000);
    }

    /** This solver with so many threads; more than two help only with the proof. */
    public AllBimatrixSolver withThreads(int newThreads) {
        return new AllBimatrixSolver(newThreads, mostVertices);
    }

    /** This solver, which lists so many vertices of a polytope at most. */
    public AllBimatrixSolver withMostVertices(int newMostVertices) {
        return new AllBimatrixSolver(threads, newMostVertices);
    }

    /**
     * About how many vertices the larger polytope of a game with such numbers of actions has if payoffs are random [count], to within a factor
     * of about three; games with structure can have far fewer, or more.
     */
    public static double vertices(int first, int second) {
        Checks.count(1, "first", "count", first);
        Checks.count(1, "second", "count", second);
        return Math.max(ofPolytope(first, second), ofPolytope(second, first));
    }

    /** By the number of actions in a strategy; against m actions a face has some (0.4 ln replies)^(m - 1) vertices inside. */
    private static double ofPolytope(int actions, int replies) {
        final double growth = 0.4 * Math.log(replies);
        double sum = 1.0;
        double faces = actions;
        double inside = 1.0;
        for (int taken = 1; taken <= Math.min(actions, replies); taken++) {
            sum += faces * inside;
            faces *= (actions - taken) / (taken + 1.0);
            inside *= growth;
        }
        return sum;
    }

    @Override
    public Answer<NashEquilibria> solve(NormalFormGame game, Watch watch) {
        check(game);
        final Run quick = new Run(game, false, watch);
        final Run run = quick.wentAstray() ? new Run(game, true, watch) : quick;
        return run.answer();
    }

    private void check(NormalFormGame game) {
        TwoPlayers.checked(game);
        final int first = game.actions(0);
        final int second = game.actions(1);
        if (first + second > Long.SIZE) {
            throw Checks.refused(
                    "game must have at most 64 actions of both players together [count], but was %s x %s; "
                            + "BimatrixSolver finds one equilibrium",
                    first, second);
        }
        final double expected = vertices(first, second);
        if (expected > mostVertices) {
            throw Checks.refused(
                    "game must be expected to have at most %s vertices [count; 80 bytes each], but was %s x %s: some %s, %s; %s",
                    mostVertices,
                    first,
                    second,
                    shown(expected),
                    bytes(expected * BYTES),
                    expected <= MOST_RAISED
                            ? "raise mostVertices, or BimatrixSolver finds one equilibrium"
                            : "BimatrixSolver finds one equilibrium, and DominanceSolver removes dominated actions");
        }
    }

    private static String shown(double count) {
        return String.format(Locale.ROOT, "%.0e", count);
    }

    private static String bytes(double bytes) {
        return String.format(Locale.ROOT, "%,.0f GB", Math.ceil(bytes / 1e9));
    }

    /** One game's enumeration. */
    private final class Run {
        private final NormalFormGame game;
        private final Watch watch;
        private final VertexWalk[] walks;
        private final long began = System.nanoTime();

        private final String stopped; // why the walks did not end; empty if they did
        private final Certificate lists;

        Run(NormalFormGame game, boolean wholeNumbers, Watch watch) {
            this.game = game;
            this.watch = watch;
            this.walks = new VertexWalk[] {
                new VertexWalk(BestReplyPolytope.of(game, 0), wholeNumbers),
                new VertexWalk(BestReplyPolytope.of(game, 1), wholeNumbers)
            };
            this.stopped = walk();
            this.lists = stopped.isEmpty() && !lost()
                    ? AllBimatrixVerifier.lists(walks, threads, watch)
                    : new Certificate.Unproven("not enumerated to the end");
        }

        private boolean lost() {
            return walks[0].lost() || walks[1].lost();
        }

        /** Whether doubles took a wrong turn. */
        boolean wentAstray() {
            return watch.mayGoOn() && (lost() || stopped.isEmpty() && lists instanceof Certificate.Unproven);
        }

        Answer<NashEquilibria> answer() {
            if (lost()) {
                final String why = watch.why();
                return stopped(NashEquilibria.isolated(game, List.of(), List.of(), Ending.incomplete(why)), why);
            }
            final VertexPairs pairs = new VertexPairs(game, walks);
            if (!stopped.isEmpty() || !watch.mayGoOn()) {
                final String why = stopped.isEmpty() ? watch.why() : stopped;
                return stopped(pairs.equilibria(why, watch.mayGoOn() ? watch : grace()), why);
            }
            final NashEquilibria found = pairs.equilibria("", watch);
            return found.complete() ? AllBimatrixVerifier.answer(found, lists) : stopped(found, found.missing());
        }

        /** To pair what was found, a tenth of the time that finding it took. */
        private Watch grace() {
            return Watch.limit(Duration.ofNanos(1 + (System.nanoTime() - began) / GRACE));
        }

        private Answer<NashEquilibria> stopped(NashEquilibria found, String why) {
            final String remedy = why.startsWith("more than")
                    ? "raise mostVertices, or ask BimatrixSolver for one equilibrium"
                    : "raise the limit, or ask BimatrixSolver for one equilibrium";
            return new Answer.Stopped<>(
                    found, new Certificate.Unproven("not enumerated to the end: " + why), why, remedy);
        }

        /** Walks both polytopes side by side; why it stopped before the end, or empty. */
        private String walk() {
            final double expected = 2.0 * vertices(game.actions(0), game.actions(1));
            while (!(walks[0].finished() && walks[1].finished()) && !lost()) {
                final boolean went = Parallel.forEach(
                        PLAYERS, threads, player -> walks[player].advance(STEPS), watch::mayGoOn, share -> {});
                if (!went) {
                    return watch.why();
                }
                for (final VertexWalk walk : walks) {
                    if (walk.bases().size() > mostVertices) {
                        return "more than " + mostVertices + " vertices";
                    }
                }
                final double seen =
                        (double) walks[0].bases().size() + walks[1].bases().size();
                watch.done(0.5 * seen / (seen + expected));
            }
            return "";
        }
    }
}
