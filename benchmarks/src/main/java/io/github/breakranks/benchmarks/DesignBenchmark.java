package io.github.breakranks.benchmarks;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.design.BudgetSolver;
import io.github.breakranks.design.CheapestSolver;
import io.github.breakranks.design.CoalitionGains;
import io.github.breakranks.design.ContributionCost;
import io.github.breakranks.design.ContributionWorth;
import io.github.breakranks.design.DesignedOffer;
import io.github.breakranks.design.Frontier;
import io.github.breakranks.design.FrontierSolver;
import io.github.breakranks.design.HostCosts;
import io.github.breakranks.design.Instrument;
import io.github.breakranks.design.Ladder;
import io.github.breakranks.design.LadderSolver;
import io.github.breakranks.design.Menu;
import io.github.breakranks.design.MenuSolver;
import io.github.breakranks.design.Screening;
import io.github.breakranks.design.SingleOffer;
import io.github.breakranks.design.TakeItOrLeaveIt;
import io.github.breakranks.equilibrium.Manifold;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.offer.Term;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import java.util.Arrays;
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
 * What designing an offer costs, certificates included: the subset program (expected: 2^n n), the frontier (linear in its points), the
 * cheapest offer and the best for a budget, menus (linear in the types), the best single offer.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class DesignBenchmark {

    /** The game of the README: thirty thousand soldiers, a fold between a ninth and nearly all of them. */
    @State(Scope.Benchmark)
    public static class Soldiers {
        DefectionGame game;

        @Setup
        public void setUp() {
            game = DefectionGame.of(
                    Population.of(30_000, CostLaw.normal(0.25, 0.12)),
                    Offer.cash(0.21).withRefuge(0.30).withCredibility(0.90),
                    Reprisal.fading(0.40));
        }
    }

    /** Agents who differ, and gain from each other's going. */
    @State(Scope.Benchmark)
    public static class Agents {
        @Param({"16", "20"})
        int agents;

        CoalitionGains pairwise;
        CoalitionGains bySet;

        @Setup
        public void setUp() {
            final SplittableRandom random = new SplittableRandom(2003);
            final double[] own = random.doubles(agents, -2, 0).toArray();
            final double[][] influence = new double[agents][];
            Arrays.setAll(influence, i -> random.doubles(agents, 0, 0.2).toArray());
            for (int i = 0; i < agents; i++) {
                influence[i][i] = 0;
            }
            pairwise = CoalitionGains.of(own, influence);
            bySet = CoalitionGains.of(agents, (agent, gone) -> own[agent] + 0.1 * Math.sqrt(Integer.bitCount(gone)));
        }
    }

    /** Shares at which the frontier is asked for. */
    @State(Scope.Benchmark)
    public static class Points {
        @Param({"100", "1000"})
        int points;
    }

    /** Types who differ in what bringing something costs them. */
    @State(Scope.Benchmark)
    public static class Types {
        @Param({"100", "1000"})
        int types;

        Screening screening;

        @Setup
        public void setUp() {
            final SplittableRandom random = new SplittableRandom(1978);
            final double[] theta = random.doubles(types, 1, 2).sorted().toArray();
            final double[] weights = random.doubles(types, 0.5, 1.5).toArray();
            final double sum = Arrays.stream(weights).sum();
            screening = Screening.of(
                    theta,
                    Arrays.stream(weights).map(weight -> weight / sum).toArray(),
                    ContributionCost.power(2),
                    ContributionWorth.power(2, 0.5));
        }
    }

    /** Pairwise influence, all orders of inviting, checked. */
    @Benchmark
    public Answer<Ladder> subsetProgram(Agents of) {
        return LadderSolver.solver().solve(of.pairwise);
    }

    /** The same of a function of the coalition, asked for every one. */
    @Benchmark
    public Answer<Ladder> setFunction(Agents of) {
        return LadderSolver.solver().solve(of.bySet);
    }

    /** What each share costs, certificate included. */
    @Benchmark
    public Answer<Frontier> frontier(Soldiers soldiers, Points of) {
        return FrontierSolver.of(Instrument.of(Term.CASH)).withPoints(of.points).solve(soldiers.game);
    }

    /** The cash that makes half of them go. */
    @Benchmark
    public Answer<DesignedOffer> cheapestOfOneTerm(Soldiers soldiers) {
        return CheapestSolver.of(Term.CASH).solve(soldiers.game);
    }

    /** Branch and bound. */
    @Benchmark
    public Answer<DesignedOffer> cheapestOfTwoTerms(Soldiers soldiers) {
        return CheapestSolver.of(Term.CASH, Term.REACH)
                .at(HostCosts.cashOnly().withReach(0.02))
                .solve(soldiers.game);
    }

    /** What is said of an offer, with what would break it. */
    @Benchmark
    public String explanation(Explained explained) {
        return explained.offer.explain();
    }

    /** An offer that was found. */
    @State(Scope.Benchmark)
    public static class Explained {
        DesignedOffer offer;

        @Setup
        public void setUp(Soldiers soldiers) {
            offer = CheapestSolver.of(Term.CASH).solve(soldiers.game).orElseThrow();
        }
    }

    /** The most that go for a budget. */
    @Benchmark
    public Answer<DesignedOffer> budget(Soldiers soldiers) {
        return BudgetSolver.of(3_000, Term.CASH).solve(soldiers.game);
    }

    /** Ironed, with a bound on every other menu. */
    @Benchmark
    public Answer<Menu> menu(Types of) {
        return MenuSolver.solver().solve(of.screening);
    }

    /** The best single offer, beyond the fold or short of it. */
    @Benchmark
    public Answer<SingleOffer> takeItOrLeaveIt(Soldiers soldiers) {
        return TakeItOrLeaveIt.of(0.5).solve(soldiers.game);
    }

    /** What the curve of rest points costs by itself: compare with {@link #frontier} and {@link #cheapestOfOneTerm}. */
    @Benchmark
    public Manifold manifoldOnly(Soldiers soldiers) {
        return Manifold.of(soldiers.game, Term.CASH);
    }
}
