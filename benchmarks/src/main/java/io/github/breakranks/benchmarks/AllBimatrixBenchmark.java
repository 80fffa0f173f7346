package io.github.breakranks.benchmarks;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.equilibrium.AllBimatrixSolver;
import io.github.breakranks.equilibrium.NashEquilibria;
import io.github.breakranks.game.NormalFormGame;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** All extreme equilibria of games of two players, proof included; eight games in turn. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@State(Scope.Benchmark)
public class AllBimatrixBenchmark {
    private static final int GAMES = 8;

    /** Actions of each player. */
    @Param({"8", "12", "14"})
    int actions;

    /** Payoffs are drawn from 0 to this: ties are rare with 999 and everywhere with 2. */
    @Param({"999"})
    int most;

    private final NormalFormGame[] games = new NormalFormGame[GAMES];
    private int next;

    /** Draws the games. */
    @Setup
    public void draw() {
        final SplittableRandom random = new SplittableRandom(1974);
        for (int k = 0; k < GAMES; k++) {
            games[k] = NormalFormGame.of(new int[] {actions, actions}, (player, chosen) -> random.nextInt(most + 1));
        }
    }

    /** On one thread. */
    @Benchmark
    public Answer<NashEquilibria> oneThread() {
        next = (next + 1) % GAMES;
        return AllBimatrixSolver.solver().solve(games[next]);
    }

    /** On two threads, a polytope each. */
    @Benchmark
    public Answer<NashEquilibria> twoThreads() {
        next = (next + 1) % GAMES;
        return AllBimatrixSolver.solver().withThreads(2).solve(games[next]);
    }
}
