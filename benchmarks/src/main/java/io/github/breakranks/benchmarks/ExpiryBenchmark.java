package io.github.breakranks.benchmarks;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.offer.Expiry;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import io.github.breakranks.timing.DeadlinePath;
import io.github.breakranks.timing.DeadlineSolver;
import io.github.breakranks.timing.ExpiryPath;
import io.github.breakranks.timing.ExpirySolver;
import io.github.breakranks.timing.Waiting;
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

/** How long an expected total takes, a hazard at a time on one path, and a new law (aim: 5 and 500 microseconds). */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class ExpiryBenchmark {
    private static final int GAMES = 256;
    private static final double WORST = 1e-6; // regret that a path may show

    @Param({"uniform", "beta", "normal"})
    String law;

    private DefectionGame[] hazards;
    private DefectionGame[] dates;
    private ExpiryPath path;
    private int next;

    @Setup
    public void setUp() {
        hazards = new DefectionGame[GAMES];
        dates = new DefectionGame[GAMES];
        for (int k = 0; k < GAMES; k++) {
            final double shift = 0.05 * k / GAMES;
            final Population soldiers = Population.of(30_000, costs(shift));
            final Offer offer = Offer.cash(0.65);
            final Reprisal reprisal = Reprisal.fading(0.35, 2);
            hazards[k] = DefectionGame.of(soldiers, offer.withExpiry(Expiry.hazard(0.1)), reprisal);
            dates[k] = DefectionGame.of(soldiers, offer.withExpiry(Expiry.at(8)), reprisal);
        }
        path = ExpirySolver.of(Waiting.at(0.1)).solve(hazards[0]).orElseThrow();
    }

    private CostLaw costs(double shift) {
        return switch (law) {
            case "uniform" -> CostLaw.uniform(shift, 1);
            case "beta" -> CostLaw.beta(2 + shift, 2);
            default -> CostLaw.normal(0.4 + shift, 0.15);
        };
    }

    /** One more hazard on a path that is known. */
    @Benchmark
    public double totalByHazard() {
        return path.expectedTotal(0.01 + 1e-3 * (next++ & 1023), 0.5);
    }

    /** A path of another law, certificate included. */
    @Benchmark
    public Answer<ExpiryPath> newLaw() {
        return checked(ExpirySolver.of(Waiting.at(0.1)).solve(hazards[next++ & (GAMES - 1)]));
    }

    /** A deadline before another law, both views and the certificate included. */
    @Benchmark
    public Answer<DeadlinePath> newDeadline() {
        return checked(DeadlineSolver.of(Waiting.at(0.1)).solve(dates[next++ & (GAMES - 1)]));
    }

    private static <T> Answer<T> checked(Answer<T> answer) {
        if (!(answer.certificate() instanceof Certificate.Numeric numeric) || !(numeric.worst() < WORST)) {
            throw new IllegalStateException("not checked: " + answer);
        }
        return answer;
    }
}
