package io.github.breakranks.benchmarks;

import io.github.breakranks.population.CostLaw;
import io.github.breakranks.regime.Contingent;
import io.github.breakranks.regime.ManipulatedRegime;
import io.github.breakranks.regime.ManipulationSolver;
import io.github.breakranks.regime.News;
import io.github.breakranks.regime.Noise;
import io.github.breakranks.regime.RegimeChange;
import io.github.breakranks.regime.RegimeSolver;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** How long the critical strengths of a game of regime change take, certificate included; 1,024 costs in turn. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class RegimeBenchmark {
    private static final int GAMES = 1_024;

    private final RegimeChange[] told = new RegimeChange[GAMES];
    private final RegimeChange[] loudly = new RegimeChange[GAMES];
    private final RegimeChange[] untold = new RegimeChange[GAMES];
    private final RegimeChange spread = RegimeChange.of(Contingent.of(1, CostLaw.normal(0.5, 0.3)))
            .withNews(News.wordOfMouth(4).withPublic(0.45, 2));
    private final RegimeChange noisy = RegimeChange.of(1, 0.4)
            .withNews(News.wordOfMouth(4).withPublic(0.3, 1).withNoise(Noise.laplace()));
    private final ManipulatedRegime manipulated = ManipulatedRegime.quadratic(0.25, 4, 1);
    private int next;

    /** Makes the games. */
    public RegimeBenchmark() {
        for (int k = 0; k < GAMES; k++) {
            untold[k] = RegimeChange.of(1, 0.05 + 0.9 * k / GAMES).withNews(News.wordOfMouth(4));
            told[k] = untold[k].withNews(News.wordOfMouth(4).withPublic(0.3, 1));
            loudly[k] = untold[k].withNews(News.wordOfMouth(1).withPublic(0.5, 10));
        }
    }

    /** Private news only. */
    @Benchmark
    public Object diffusePrior() {
        return RegimeSolver.solver().solve(untold[next++ & GAMES - 1]);
    }

    /** A public signal that leaves one. */
    @Benchmark
    public Object publicSignal() {
        return RegimeSolver.solver().solve(told[next++ & GAMES - 1]);
    }

    /** A public signal that may leave three. */
    @Benchmark
    public Object loudPublicSignal() {
        return RegimeSolver.solver().solve(loudly[next++ & GAMES - 1]);
    }

    /** Costs that follow a law. */
    @Benchmark
    public Object spreadCosts() {
        return RegimeSolver.solver().solve(spread);
    }

    /** Private news that is not normal, and a public signal. */
    @Benchmark
    public Object laplaceNoise() {
        return RegimeSolver.solver().solve(noisy);
    }

    /** A regime that manipulates. */
    @Benchmark
    public Object manipulation() {
        return ManipulationSolver.solver().solve(manipulated);
    }
}
