package io.github.breakranks.benchmarks;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.equilibrium.CorrelatedEquilibrium;
import io.github.breakranks.equilibrium.CorrelatedSolver;
import io.github.breakranks.equilibrium.ZeroSum;
import io.github.breakranks.equilibrium.ZeroSumSolver;
import io.github.breakranks.game.NormalFormGame;
import java.util.SplittableRandom;
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
 * What the value of a zero-sum game costs, its proof or its gap included, and the best correlated equilibrium of three players. Payoffs are
 * whole numbers from 0 to 999, eight games in turn.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class ZeroSumBenchmark {
    private static final int GAMES = 8;

    /** Games to be solved in fractions. */
    @State(Scope.Benchmark)
    public static class Exact {
        @Param({"50", "100", "200"})
        int size;

        NormalFormGame[] games;
        int next;

        @Setup
        public void setUp() {
            games = drawn(size);
        }
    }

    /** Games to be solved in doubles. */
    @State(Scope.Benchmark)
    public static class Large {
        @Param({"100", "500", "1000"})
        int size;

        NormalFormGame[] games;
        int next;

        @Setup
        public void setUp() {
            games = drawn(size);
        }
    }

    /** Games of three players. */
    @State(Scope.Benchmark)
    public static class Three {
        @Param({"3", "5"})
        int actions;

        NormalFormGame[] games;
        int next;

        @Setup
        public void setUp() {
            games = new NormalFormGame[GAMES];
            for (int game = 0; game < GAMES; game++) {
                final SplittableRandom random = new SplittableRandom(game);
                games[game] = NormalFormGame.of(
                        new int[] {actions, actions, actions}, (player, chosen) -> random.nextInt(1000));
            }
        }
    }

    static NormalFormGame[] drawn(int size) {
        final NormalFormGame[] games = new NormalFormGame[GAMES];
        for (int game = 0; game < GAMES; game++) {
            final SplittableRandom random = new SplittableRandom(game);
            final long[][] row = new long[size][];
            for (int i = 0; i < size; i++) {
                row[i] = random.longs(size, 0, 1000).toArray();
            }
            games[game] = NormalFormGame.zeroSum(row);
        }
        return games;
    }

    /** In fractions, proven. */
    @Benchmark
    public Answer<ZeroSum> fractions(Exact state) {
        return ZeroSumSolver.solver().solve(state.games[state.next++ % GAMES]);
    }

    /** In doubles, the gap computed anew. */
    @Benchmark
    public Answer<ZeroSum> doubles(Large state) {
        return ZeroSumSolver.solver().inDoubles().solve(state.games[state.next++ % GAMES]);
    }

    /** The correlated equilibrium with the most payoffs in sum, proven. */
    @Benchmark
    public Answer<CorrelatedEquilibrium> correlated(Three state) {
        return CorrelatedSolver.solver().solve(state.games[state.next++ % GAMES]);
    }
}
