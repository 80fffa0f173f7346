package io.github.breakranks.benchmarks;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.cascade.CascadeEnsemble;
import io.github.breakranks.cascade.Dynamics;
import io.github.breakranks.cascade.Ensemble;
import io.github.breakranks.cascade.Pace;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.game.ThresholdLaw;
import io.github.breakranks.game.Thresholds;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
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

/** How the cost of an ensemble grows with its runs and their soldiers (expected: linear in both), and what one draw of an army costs. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(2)
public class EnsembleBenchmark {

    @Param({"10000", "100000"})
    int soldiers;

    @Param({"100", "1000"})
    int runs;

    @Param({"1", "2"})
    int threads;

    @Param({"ROUNDS", "CLOCK"})
    Pace pace;

    private DefectionGame game;
    private ThresholdLaw law;
    private RandomGenerator random;

    @Setup
    public void setUp() {
        game = DefectionGame.of(
                Population.of(soldiers, CostLaw.normal(0.25, 0.12)),
                Offer.cash(0.21).withRefuge(0.30).withCredibility(0.90),
                Reprisal.fading(0.40));
        law = ThresholdLaw.of(game);
        random = RandomGeneratorFactory.of("Xoshiro256PlusPlus").create(1776);
    }

    /** All runs, drawn, counted and counted again. */
    @Benchmark
    public Answer<CascadeEnsemble> ensemble() {
        return Ensemble.of(runs, 1776)
                .withThreads(threads)
                .withDynamics(Dynamics.of(pace))
                .solve(game);
    }

    /** One army's thresholds; compare with a run of the ensemble. */
    @Benchmark
    public Thresholds drawOnly() {
        return law.draw(random);
    }
}
