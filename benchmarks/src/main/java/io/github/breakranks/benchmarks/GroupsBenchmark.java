package io.github.breakranks.benchmarks;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.equilibrium.EquilibriumSolver;
import io.github.breakranks.equilibrium.RestPoints;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.network.Exposure;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
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

/** How the cost of the least and the greatest rest point, proven, grows with the number of groups (expected: quadratic, then cubic). */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class GroupsBenchmark {

    @Param({"2", "10", "100", "1000"})
    int groups;

    private DefectionGame game;

    @Setup
    public void setUp() {
        final SplittableRandom random = new SplittableRandom(1989);
        final Population[] units = new Population[groups];
        for (int g = 0; g < groups; g++) {
            units[g] = Population.of(
                            100, CostLaw.normal(0.15 + 0.3 * random.nextDouble(), 0.05 + 0.1 * random.nextDouble()))
                    .named("unit " + g);
        }
        game = DefectionGame.of(
                        Population.join(units),
                        Offer.cash(0.21).withRefuge(0.30).withCredibility(0.90),
                        Reprisal.fading(0.40))
                .on(Exposure.homophily(0.5));
    }

    /** The whole answer, certificate included; for two groups all rest points. */
    @Benchmark
    public Answer<RestPoints> restPoints() {
        return EquilibriumSolver.solver().solve(game);
    }

    /** What the matrix of exposure costs by itself. */
    @Benchmark
    public double[][] exposureOnly() {
        return game.seen();
    }
}
