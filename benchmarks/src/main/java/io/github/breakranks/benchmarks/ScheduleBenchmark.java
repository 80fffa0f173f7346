package io.github.breakranks.benchmarks;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.offer.Expiry;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.offer.Term;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import io.github.breakranks.timing.Schedule;
import io.github.breakranks.timing.SchedulePath;
import io.github.breakranks.timing.ScheduleSolver;
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

/**
 * How the cost of a path grows with its dates, checked by a thousand cost types and the marginal ones (expected: linear for offers that do
 * not rise, quadratic for those that do).
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class ScheduleBenchmark {

    @Param({"100", "1000"})
    int dates;

    @Param({"uniform", "beta"})
    String law;

    private DefectionGame game;
    private ScheduleSolver solver;
    private ScheduleSolver swinging;

    @Setup
    public void setUp() {
        game = DefectionGame.of(
                Population.of(30_000, law.equals("beta") ? CostLaw.beta(2, 2) : CostLaw.uniform(0, 1)),
                Offer.cash(0.7).withExpiry(Expiry.hazard(0.5)),
                Reprisal.fading(0.35, 2));
        solver = ScheduleSolver.solver(Waiting.at(0.1), 10).withDates(dates);
        swinging = solver.withSchedule(Schedule.of(Term.CASH, time -> 0.7 + 0.1 * Math.sin(2 * time)));
    }

    /** One root a date, certificate included. */
    @Benchmark
    public Answer<SchedulePath> constantOffer() {
        return solver.solve(game);
    }

    /** An offer that falls and rises: all pairs of dates are compared. */
    @Benchmark
    public Answer<SchedulePath> swingingOffer() {
        return swinging.solve(game);
    }

    /** A thousand averaged best replies, with ten checks. */
    @Benchmark
    public Answer<SchedulePath> averagedReplies() {
        return swinging.averaged(1_000, 1e-12).solve(game);
    }
}
