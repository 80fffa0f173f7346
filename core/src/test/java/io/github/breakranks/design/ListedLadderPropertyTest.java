package io.github.breakranks.design;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.RandomGames;
import io.github.breakranks.Seeds;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.cascade.WellMixedCascade;
import io.github.breakranks.equilibrium.EquilibriumSolver;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.game.Thresholds;
import io.github.breakranks.offer.NetGain;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.population.Population;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;

/** Listed agents of a defection game: the ladder, the engine's rest points and the linear program over all orders agree. */
class ListedLadderPropertyTest {
    private final LadderSolver solver = LadderSolver.solver();

    @Provide
    Arbitrary<DefectionGame> games() {
        return games(8);
    }

    @Provide
    Arbitrary<DefectionGame> fewAgents() {
        return games(4);
    }

    private static Arbitrary<DefectionGame> games(int most) {
        final Arbitrary<double[]> costs = RandomGames.between(0, 1)
                .array(Double[].class)
                .ofMinSize(1)
                .ofMaxSize(most)
                .map(each ->
                        Arrays.stream(each).mapToDouble(Double::doubleValue).toArray());
        return Combinators.combine(costs, RandomGames.between(0, 0.4), RandomGames.between(0, 1))
                .as((each, cash, company) -> DefectionGame.of(
                        Population.of(each),
                        Offer.cash(cash),
                        NetGain.of(Reprisal.fading(0.3)).withSolidarity(company)));
    }

    /** Nesting theorem: paid what the public rung says and a little more, everybody goes in the least rest point; with a little less not. */
    @Property(tries = 150, seed = Seeds.USUAL)
    void theLeastRestPointIsEverybody(@ForAll("games") DefectionGame game) {
        final var answer = solver.solve(CoalitionGains.of(game));
        final Ladder ladder = answer.orElseThrow();
        final double[] paid = ladder.payments(Rung.PUBLIC);
        final int agents = paid.length;

        assertFalse(answer.certificate() instanceof Certificate.Unproven, answer.certificate()::sentence);
        assertEquals(agents, least(game, paid, -1));
        for (int agent = 0; agent < agents; agent++) {
            if (paid[agent] > 1e-3) {
                assertTrue(least(game, paid, agent) < agents);
            }
        }
        assertEquals(agents, least(game, ladder.payments(Rung.UNIFORM), -1));
    }

    private static long least(DefectionGame game, double[] paid, int lessFor) {
        final double[] costs = new double[paid.length];
        for (int agent = 0; agent < costs.length; agent++) {
            final double little = agent == lessFor ? -1e-4 : 1e-6;
            costs[agent] = game.population().cost(agent) - paid[agent] - little;
        }
        final DefectionGame paying = game.withPopulation(Population.of(costs));
        final long gone =
                EquilibriumSolver.solver().solve(paying).orElseThrow().least().gone();
        assertEquals(
                gone,
                WellMixedCascade.solver()
                        .solve(Thresholds.of(paying))
                        .orElseThrow()
                        .gone());
        return gone;
    }

    /** Where agents differ in cost only, the cheaper goes first: no order costs less, by the lattice of all coalitions. */
    @Property(tries = 100, seed = Seeds.USUAL)
    void ascendingCostIsTheCheapestOrder(@ForAll("games") DefectionGame game) {
        final CoalitionGains gains = CoalitionGains.of(game);
        final int agents = gains.agents();
        final CoalitionGains apart =
                CoalitionGains.of(agents, (agent, gone) -> gains.gain(agent, BitSet.valueOf(new long[] {gone})));
        final Ladder ladder = solver.solve(gains).orElseThrow();
        final Ladder bySet = solver.solve(apart).orElseThrow();

        for (Rung rung : new Rung[] {Rung.PARTIAL, Rung.PUBLIC, Rung.UNIFORM}) {
            assertEquals(bySet.total(rung), ladder.total(rung), 1e-12);
        }
        for (int k = 0; k <= agents; k++) {
            assertEquals(bySet.costOf(k), ladder.costOf(k), 1e-12);
        }
        assertTrue(ladder.total(Rung.PARTIAL) <= ladder.total(Rung.PRIVATE) + 1e-12);
        assertTrue(ladder.total(Rung.PRIVATE) <= ladder.total(Rung.PUBLIC) + 1e-12);
    }

    /** Hidden ranks, against the linear program over all distributions of orders: minimise what covers each one's mean loss. */
    @Property(tries = 60, seed = Seeds.USUAL)
    void noLotteryOverOrdersCostsLess(@ForAll("fewAgents") DefectionGame game) {
        final CoalitionGains gains = CoalitionGains.of(game);
        final double[] paid = solver.solve(gains).orElseThrow().payments(Rung.PRIVATE);

        assertEquals(leastOfLotteries(gains), Arrays.stream(paid).sum(), 1e-9);
    }

    private static double leastOfLotteries(CoalitionGains gains) {
        final int agents = gains.agents();
        final List<double[]> orders = new ArrayList<>();
        collect(gains, new BitSet(), new double[agents], orders);
        final int size = agents + orders.size();
        final List<LinearConstraint> rows = new ArrayList<>();
        final double[] one = new double[size];
        Arrays.fill(one, agents, size, 1);
        rows.add(new LinearConstraint(one, Relationship.EQ, 1));
        for (int agent = 0; agent < agents; agent++) {
            final double[] row = new double[size];
            row[agent] = 1;
            for (int k = 0; k < orders.size(); k++) {
                row[agents + k] = orders.get(k)[agent];
            }
            rows.add(new LinearConstraint(row, Relationship.GEQ, 0));
        }
        final double[] total = new double[size];
        Arrays.fill(total, 0, agents, 1);
        return new SimplexSolver()
                .optimize(
                        new LinearObjectiveFunction(total, 0),
                        new LinearConstraintSet(rows),
                        GoalType.MINIMIZE,
                        new NonNegativeConstraint(true))
                .getValue();
    }

    /** By order: what each gains when those before him have gone. */
    private static void collect(CoalitionGains gains, BitSet gone, double[] each, List<double[]> orders) {
        if (gone.cardinality() == each.length) {
            orders.add(each.clone());
        }
        for (int agent = gone.nextClearBit(0); agent < each.length; agent = gone.nextClearBit(agent + 1)) {
            each[agent] = gains.gain(agent, gone);
            gone.set(agent);
            collect(gains, gone, each, orders);
            gone.clear(agent);
        }
    }

    /** Some have heard and some not, and groups differ in what is put before them: two types, and still no order costs less. */
    @Property(tries = 60, seed = Seeds.USUAL)
    void typesMixInTheCheapestOrder(@ForAll("games") DefectionGame game, @ForAll long seed) {
        final DefectionGame some =
                game.withOffer(Offer.cash(0.3).withReach(0.5)).heardBy(seed);
        final CoalitionGains gains = CoalitionGains.of(some);
        final CoalitionGains apart = CoalitionGains.of(
                gains.agents(), (agent, gone) -> gains.gain(agent, BitSet.valueOf(new long[] {gone})));

        assertEquals(
                solver.solve(apart).orElseThrow().total(Rung.PUBLIC),
                solver.solve(gains).orElseThrow().total(Rung.PUBLIC),
                1e-12);
    }
}
