package io.github.breakranks.design;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.Seeds;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.network.Exposure;
import io.github.breakranks.network.Network;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.offer.Term;
import io.github.breakranks.population.Population;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Which offer to make to soldiers who see those whom they watch. */
class NetworkDesignPropertyTest {
    private static final Instrument CASH = Instrument.of(Term.CASH).upTo(3);

    private static DefectionGame list(long seed) {
        final DefectionGame game = RandomGames.ofList(seed, 2 + (int) Math.floorMod(seed, 9L));
        return game.withOffer(game.offer().withCredibility(1));
    }

    private static Network complete(int agents) {
        final IntStream pairs = IntStream.range(0, agents * agents).filter(k -> k / agents < k % agents);
        final int[] each = pairs.toArray();
        return Network.undirected(
                agents,
                IntStream.of(each).map(k -> k / agents).toArray(),
                IntStream.of(each).map(k -> k % agents).toArray());
    }

    /** Who watches everybody sees what everybody sees: every solver says of the complete network what it says of the list. */
    @Property(tries = 40, seed = Seeds.USUAL)
    void theCompleteNetworkIsTheList(@ForAll long seed) {
        final DefectionGame list = list(seed);
        final DefectionGame network = list.on(complete(list.population().size()));
        final double part = new SplittableRandom(seed).nextDouble(0.1, 1);
        for (Reliance reliance : Reliance.values()) {
            final CheapestSolver cheapest = CheapestSolver.of(CASH).reaching(new Target(part, reliance));
            final DesignedOffer inList = cheapest.solve(list).orElseThrow();
            final DesignedOffer onNetwork = cheapest.solve(network).orElseThrow();
            assertEquals(inList.value(), onNetwork.value(), 1e-12);
            assertEquals(inList.outlay(), onNetwork.outlay(), 1e-9);
            assertEquals(inList.explain(), onNetwork.explain());
            final BudgetSolver budget =
                    BudgetSolver.of(0.7 * inList.outlay(), CASH).relyingOn(reliance);
            assertEquals(
                    budget.solve(list).orElseThrow().share(),
                    budget.solve(network).orElseThrow().share(),
                    1e-12);
            final FrontierSolver frontier = FrontierSolver.of(CASH).withReliance(reliance);
            assertEquals(
                    frontier.solve(list).orElseThrow().at(part),
                    frontier.solve(network).orElseThrow().at(part));
        }
        assertEquals(
                CostEffectiveness.of(list, HostCosts.cashOnly()).outlay().total(),
                CostEffectiveness.of(network, HostCosts.cashOnly()).outlay().total(),
                1e-12);
        final Ladder ladder =
                LadderSolver.solver().solve(CoalitionGains.of(list)).orElseThrow();
        final Ladder other =
                LadderSolver.solver().solve(CoalitionGains.of(network)).orElseThrow();
        for (Rung rung : new Rung[] {Rung.PARTIAL, Rung.PUBLIC, Rung.UNIFORM}) {
            assertEquals(ladder.total(rung), other.total(rung), 1e-9);
        }
        assertEquals(
                RobustSolver.worstCase(CASH, Target.of(part))
                        .solve(Ambiguity.of(List.of(list)))
                        .orElseThrow()
                        .value(),
                RobustSolver.worstCase(CASH, Target.of(part))
                        .solve(Ambiguity.of(List.of(network)))
                        .orElseThrow()
                        .value(),
                1e-12);
    }

    private static DefectionGame network(long seed) {
        final SplittableRandom random = new SplittableRandom(seed);
        final int agents = 2 + random.nextInt(6);
        final int[] from = random.ints(2 * agents, 0, agents).toArray();
        final int[] to = IntStream.of(from)
                .map(agent -> (agent + 1 + random.nextInt(agents - 1)) % agents)
                .toArray();
        return DefectionGame.of(
                        Population.of(random.doubles(agents, 0, 1).toArray()),
                        Offer.none(),
                        Reprisal.fading(random.nextDouble(0.6)))
                .on(Network.undirected(agents, from, to));
    }

    /** Who has gone in the end if cash is so much, agent by agent. */
    private static int gone(DefectionGame game, Network network, double cash) {
        final DefectionGame paid = game.with(Term.CASH, cash);
        final boolean[] gone = new boolean[network.agents()];
        for (boolean moved = true; moved; ) {
            moved = false;
            for (int agent = 0; agent < gone.length; agent++) {
                final int watcher = agent;
                final double sees = IntStream.range(0, gone.length)
                        .filter(other -> gone[other] && network.watched(other, watcher))
                        .count();
                final int watches = network.watches(agent);
                if (!gone[agent] && paid.goesSeeing(agent, watches == 0 ? 0 : sees / watches)) {
                    gone[agent] = true;
                    moved = true;
                }
            }
        }
        return (int) IntStream.range(0, gone.length).filter(k -> gone[k]).count();
    }

    /** The cheapest cash reaches the target and a little less does not, by playing it; with a second term no offer of a grid costs
     * less than the bound. */
    @Property(tries = 60, seed = Seeds.USUAL)
    void smallNetworksByPlaying(@ForAll long seed) {
        final DefectionGame game = network(seed);
        final Network network = ((Exposure.Watching) game.exposure()).network();
        final int wanted = 1 + (int) Math.floorMod(seed, (long) network.agents());
        final Target target = Target.of((double) wanted / network.agents());
        final DesignedOffer offer =
                CheapestSolver.of(CASH).reaching(target).solve(game).orElseThrow();

        assertTrue(gone(game, network, offer.value()) >= wanted);
        assertTrue(offer.value() == 0 || gone(game, network, offer.value() - 1e-9) < wanted);
        final DesignedOffer both = CheapestSolver.of(
                        CASH, Instrument.of(Term.REFUGE).upTo(0.1))
                .reaching(target)
                .at(HostCosts.cashOnly().withRefuge(0.5))
                .solve(game)
                .orElseThrow();
        assertTrue(both.outlay() <= offer.outlay() + 1e-9);
        for (int step = 0; step < 50; step++) {
            final double cash = offer.value() * (step / 5) / 8;
            final double refuge = 0.1 * (step % 5) / 4;
            final int come = gone(game.with(Term.REFUGE, refuge), network, cash);
            assertTrue(come < wanted || come * (cash + 0.5 * refuge) >= both.lowerBound() - 1e-9);
        }
    }

    /** One payment that carries everybody along the links. */
    @Property(tries = 60, seed = Seeds.USUAL)
    void theUniformRungIsTheCheapestCashForAll(@ForAll long seed) {
        final DefectionGame game = network(seed);

        assertEquals(
                LadderSolver.solver()
                        .solve(CoalitionGains.of(game))
                        .orElseThrow()
                        .payments(Rung.UNIFORM)[0],
                CheapestSolver.of(CASH).reaching(1).solve(game).orElseThrow().value(),
                1e-12);
    }

    @Example
    void refusesCoalitionsOfManyAndSaysWhatToDo() {
        final DefectionGame game = DefectionGame.of(Population.of(new double[21]), Offer.none(), Reprisal.none())
                .on(complete(21));

        assertEquals(
                "agents on a network must be from 1 to 20 [agents], but was 21; where gains are straight in the share gone take"
                        + " CoalitionGains.of(own, influence)",
                assertThrows(IllegalArgumentException.class, () -> CoalitionGains.of(game))
                        .getMessage());
    }
}
