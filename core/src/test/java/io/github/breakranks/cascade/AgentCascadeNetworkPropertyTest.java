package io.github.breakranks.cascade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.Seeds;
import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.equilibrium.EquilibriumSolver;
import io.github.breakranks.equilibrium.RestPoint;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.network.Network;
import io.github.breakranks.network.NetworkBuilder;
import io.github.breakranks.offer.NetGain;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.population.Population;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class AgentCascadeNetworkPropertyTest {
    private static final NetGain GAIN = NetGain.of(Reprisal.fading(0.5)).withSolidarity(0.3);

    private static DefectionGame list(int agents, SplittableRandom random) {
        final double[] costs =
                random.ints(agents, -10, 60).mapToDouble(k -> k / 64.0).toArray();
        return DefectionGame.of(Population.of(costs), Offer.cash(random.nextInt(40) / 64.0), GAIN);
    }

    private static Network drawn(int agents, int oneOf, SplittableRandom random) {
        final NetworkBuilder builder = Network.builder(agents).directed();
        for (int a = 0; a < agents; a++) {
            for (int b = 0; b < agents; b++) {
                if (a != b && random.nextInt(oneOf) == 0) {
                    builder.add(a, b);
                }
            }
        }
        return builder.build();
    }

    /** Confluence: whatever the pace and the lag, with or without a way back, the same have gone in the end. */
    @Property(tries = 150, seed = Seeds.USUAL)
    void allPathsFromNobodyEndAtTheLeastRestPoint(
            @ForAll @IntRange(min = 1, max = 30) int agents, @ForAll @IntRange(max = 11) int way, @ForAll long seed) {
        final SplittableRandom random = new SplittableRandom(seed);
        final DefectionGame game = list(agents, random).on(drawn(agents, 6, random));
        Dynamics dynamics = way % 3 == 0 ? Dynamics.rounds() : way % 3 == 1 ? Dynamics.oneByOne() : Dynamics.clock();
        dynamics = way / 3 % 2 == 0 ? dynamics : dynamics.withLag(2);
        dynamics = way / 6 == 0 ? dynamics : dynamics.withReturn();

        final Answer<AgentPath> answer = AgentCascade.of(dynamics, seed).solve(game);
        final RestPoint least = EquilibriumSolver.solver().solve(game).value().least();
        assertTrue(answer.value().rested());
        assertInstanceOf(Certificate.Proven.class, answer.certificate());
        assertEquals(least.gone(), answer.value().gone());
        assertTrue(IntStream.range(0, agents)
                .allMatch(agent -> least.gone(agent) == answer.value().gone(agent)));
    }

    /** N1, through time: where each watches all others, everybody goes when he would without a network. */
    @Property(tries = 100, seed = Seeds.USUAL)
    void theCompleteNetworkIsEverybody(@ForAll @IntRange(min = 1, max = 12) int agents, @ForAll long seed) {
        final DefectionGame everybody = list(agents, new SplittableRandom(seed));
        final DefectionGame network = everybody.on(drawn(agents, 1, new SplittableRandom(seed)));

        final AgentPath one =
                AgentCascade.of(Dynamics.rounds(), 1).solve(everybody).value();
        final AgentPath other =
                AgentCascade.of(Dynamics.rounds(), 1).solve(network).value();
        assertEquals(one.table(), other.table());
        assertEquals(one.tippingStep(), other.tippingStep());
        IntStream.range(0, agents).forEach(agent -> assertEquals(one.timeOf(agent), other.timeOf(agent)));
    }

    /** A line of men who each wait for the one before: one a round, and with old news one in three rounds. */
    @Example
    void aLineGoesOneByOne() {
        final Network line = Network.directed(4, new int[] {0, 1, 2}, new int[] {1, 2, 3});
        final DefectionGame game = DefectionGame.of(
                        Population.of(0, 0.5, 0.5, 0.5),
                        Offer.none(),
                        NetGain.of(Reprisal.none()).withSolidarity(1))
                .on(line);

        final AgentPath path = AgentCascade.of(Dynamics.rounds(), 1).solve(game).value();
        assertEquals(4, path.rounds());
        assertEquals(4, path.timeOf(3).orElseThrow());
        final AgentPath old =
                AgentCascade.of(Dynamics.rounds().withLag(2), 1).solve(game).value();
        assertEquals(10, old.timeOf(3).orElseThrow());
        assertEquals(
                "sees must be 0 on a network, where each sees those whom he watches, but was 2",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> AgentCascade.of(Dynamics.rounds().withSees(2), 1)
                                        .solve(game))
                        .getMessage());
    }
}
