package io.github.breakranks.benchmarks;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.equilibrium.LogitBranch;
import io.github.breakranks.equilibrium.LogitSolver;
import io.github.breakranks.equilibrium.NashEquilibrium;
import io.github.breakranks.game.NormalFormGame;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What the principal logit branch costs in random games of whole payoffs 0 to 999, by players x actions, a game. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class LogitBenchmark {
    private static final int GAMES = 20;

    @Param({"2x50", "4x4", "5x4", "4x6", "5x6"})
    String size;

    private NormalFormGame[] games;

    @Setup
    public void setUp() {
        final String[] parts = size.split("x", 2);
        final int[] shape = new int[Integer.parseInt(parts[0])];
        Arrays.fill(shape, Integer.parseInt(parts[1]));
        games = new NormalFormGame[GAMES];
        for (int seed = 0; seed < GAMES; seed++) {
            final SplittableRandom random = new SplittableRandom(seed);
            games[seed] = NormalFormGame.of(shape, (player, chosen) -> random.nextInt(1000));
        }
    }

    /** Until nobody could gain more than 1e-4 of the range of payoffs, folds, bifurcations and certificate included. */
    @Benchmark
    @OperationsPerInvocation(GAMES)
    public int branch() {
        int points = 0;
        for (final NormalFormGame game : games) {
            final Answer<LogitBranch> answer = LogitSolver.solver().solve(game);
            points += answer.orElseThrow().points().size();
        }
        return points;
    }

    /** To a Nash equilibrium, its exact regret included. */
    @Benchmark
    @OperationsPerInvocation(GAMES)
    public double toNash() {
        double worst = 0;
        for (final NormalFormGame game : games) {
            final Answer<NashEquilibrium> answer = LogitSolver.toNash(game);
            worst = Math.max(worst, answer.orElseThrow().regret().worst().value());
        }
        return worst;
    }
}
