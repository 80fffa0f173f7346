package io.github.breakranks.benchmarks;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.equilibrium.ManyPlayerEnumeration;
import io.github.breakranks.equilibrium.ManyPlayerSolver;
import io.github.breakranks.equilibrium.NashEquilibria;
import io.github.breakranks.equilibrium.NashEquilibrium;
import io.github.breakranks.game.NormalFormGame;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Twenty random games with payoffs from 0 to 999, by players and actions: one proven equilibrium of each (figures are for all twenty), and
 * all equilibria of small ones.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class ManyPlayerBenchmark {
    private static final int GAMES = 20;

    /** The games of a size. */
    @State(Scope.Benchmark)
    public static class Large {
        @Param({"4x4", "5x4", "4x6", "5x6"})
        String playersByActions;

        private List<NormalFormGame> games;

        @Setup
        public void setUp() {
            final String[] size = playersByActions.split("x");
            games = games(Integer.parseInt(size[0]), Integer.parseInt(size[1]));
        }
    }

    /** Small games. */
    @State(Scope.Benchmark)
    public static class Small {
        @Param({"3x2", "3x3", "4x2"})
        String playersByActions;

        private List<NormalFormGame> games;

        @Setup
        public void setUp() {
            final String[] size = playersByActions.split("x");
            games = games(Integer.parseInt(size[0]), Integer.parseInt(size[1]));
        }
    }

    private static List<NormalFormGame> games(int players, int actions) {
        final int[] shape = new int[players];
        Arrays.fill(shape, actions);
        final int profiles = (int) Math.pow(actions, players);
        final List<NormalFormGame> games = new ArrayList<>();
        for (int seed = 0; seed < GAMES; seed++) {
            final int[] earned =
                    new Random(seed).ints((long) players * profiles, 0, 1000).toArray();
            games.add(NormalFormGame.of(shape, (player, chosen) -> {
                int index = 0;
                for (final int action : chosen) {
                    index = index * actions + action;
                }
                return earned[player * profiles + index];
            }));
        }
        return games;
    }

    /** One proven equilibrium of each. */
    @Benchmark
    public List<Answer<NashEquilibrium>> oneEquilibrium(Large large) {
        final List<Answer<NashEquilibrium>> found = new ArrayList<>();
        for (final NormalFormGame game : large.games) {
            found.add(ManyPlayerSolver.solver().solve(game));
        }
        return found;
    }

    /** All equilibria of each, with the proof that there are no others. */
    @Benchmark
    public List<Answer<NashEquilibria>> allEquilibria(Small small) {
        final List<Answer<NashEquilibria>> found = new ArrayList<>();
        for (final NormalFormGame game : small.games) {
            found.add(ManyPlayerEnumeration.solver().solve(game));
        }
        return found;
    }
}
