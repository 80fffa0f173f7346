package io.github.breakranks.benchmarks;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.equilibrium.EquilibriumSolver;
import io.github.breakranks.equilibrium.RestPoints;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
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

/** How long all rest points of a law take, their number proven, game by game (aim: 2 microseconds logistic, 10 normal). */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class RestPointsBenchmark {
    private static final int OFFERS = 1024; // from one rest point through three to one

    @Param({"logistic", "normal"})
    String law;

    @Param({"three", "mixed"})
    String games;

    private DefectionGame[] varied;
    private int next;

    @Setup
    public void setUp() {
        final CostLaw costs = "logistic".equals(law) ? CostLaw.logistic(0.25, 0.07) : CostLaw.normal(0.25, 0.12);
        final Population soldiers = Population.of(30_000, costs);
        varied = new DefectionGame[OFFERS];
        for (int k = 0; k < OFFERS; k++) {
            final double cash = "three".equals(games) ? 0.19 + 0.02 * k / OFFERS : 0.10 + 0.20 * k / OFFERS;
            final Offer offer = Offer.cash(cash).withRefuge(0.30).withCredibility(0.90);
            varied[k] = DefectionGame.of(soldiers, offer, Reprisal.fading(0.40));
        }
    }

    /** The whole answer, certificate included. */
    @Benchmark
    public Answer<RestPoints> allRestPointsProven() {
        final Answer<RestPoints> answer = EquilibriumSolver.solver().solve(varied[next++ & (OFFERS - 1)]);
        if (!(answer.certificate() instanceof Certificate.Proven)) {
            throw new IllegalStateException("not proven: " + answer);
        }
        return answer;
    }

    /** What making a game and an offer costs, which no solver sees. */
    @Benchmark
    public DefectionGame gameOnly() {
        final DefectionGame game = varied[next++ & (OFFERS - 1)];
        return game.withOffer(game.offer().withCash(0.2));
    }
}
