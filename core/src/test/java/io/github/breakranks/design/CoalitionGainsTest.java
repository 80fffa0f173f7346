package io.github.breakranks.design;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.network.Exposure;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Gains of coalitions: values and refusals. */
class CoalitionGainsTest {

    private static void refused(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }

    private static BitSet set(int... agents) {
        final BitSet set = new BitSet();
        for (int agent : agents) {
            set.set(agent);
        }
        return set;
    }

    @Test
    void nobodyCountsHimself() {
        final CoalitionGains gains = CoalitionGains.identical(-8, -4, 0, 4);

        assertEquals(-8, gains.gain(2, set(2)));
        assertEquals(-4, gains.gain(2, set(1)));
        assertEquals(4, gains.need(2, set(1, 2)));
        assertEquals(0, gains.need(0, set(1, 2, 3)));
        assertEquals("CoalitionGains[4 agents identical]", gains.toString());
    }

    @Test
    void whoHasGoneMatters() {
        final CoalitionGains pairs =
                CoalitionGains.of(new double[] {-3, -2, 0}, new double[][] {{0, 1, 4}, {2, 0, 0}, {0, 0, 0}});
        assertEquals(1, pairs.gain(0, set(2)));
        assertEquals(2, pairs.need(0, set(1)));
        assertEquals("CoalitionGains[3 agents under pairwise influence]", pairs.toString());

        final CoalitionGains groups = CoalitionGains.groups(new int[] {1, 2}, (group, gone) -> 10 * group + gone[1]);
        assertEquals(2, groups.gain(0, set(1, 2)));
        assertEquals(11, groups.gain(1, set(0, 2)));
        assertEquals(3, groups.agents());
    }

    @Test
    void aDefectionGameLessCosts() {
        final DefectionGame game =
                DefectionGame.of(Population.of(0.5, 0.1, 0.3).in("USD"), Offer.cash(0.2), Reprisal.fading(0.4));
        final CoalitionGains gains = CoalitionGains.of(game);

        for (int agent = 0; agent < 3; agent++) {
            assertEquals(game.gain(0.5) - game.population().cost(agent), gains.gain(agent, set((agent + 1) % 3)));
            assertEquals(game.goes(agent, 2), gains.need(agent, set(0, 1, 2)) == 0);
        }
        assertEquals("USD", gains.unit());
        assertTrue(CoalitionGains.of(DefectionGame.of(Population.of(1, 1), Offer.none(), Reprisal.none()))
                .alike());
    }

    @Test
    void refusesNobody() {
        refused("gains must have at least 1 agent [count], but was empty", CoalitionGains::identical);
        refused(
                "own must have at least 1 agent [count], but was empty",
                () -> CoalitionGains.of(new double[0], new double[0][]));
        refused(
                "sizes must have at least 1 group [count], but was empty",
                () -> CoalitionGains.groups(new int[0], (group, gone) -> 0));
        refused(
                "sizes[1] must be >= 1 [agents], but was 0",
                () -> CoalitionGains.groups(new int[] {1, 0}, (g, s) -> 0));
        refused(
                "agents must be from 1 to 20 [agents] for gains by set, but was 0; take identical agents together with"
                        + " groups(sizes, gain)",
                () -> CoalitionGains.of(0, (agent, gone) -> 0));
        refused(
                "agents must be from 1 to 20 [agents] for gains by set, but was 21; take identical agents together with"
                        + " groups(sizes, gain)",
                () -> CoalitionGains.of(21, (agent, gone) -> 0));
    }

    @Test
    void refusesWhatIsNoNumber() {
        refused(
                "gains[1] must be finite [unit of the game], but was NaN",
                () -> CoalitionGains.identical(1, Double.NaN));
        refused(
                "own[0] must be finite [unit of the game], but was Infinity",
                () -> CoalitionGains.of(new double[] {Double.POSITIVE_INFINITY}, new double[][] {{0}}));
        refused(
                "influence[0][1] must be finite [unit of the game], but was NaN",
                () -> CoalitionGains.of(new double[2], new double[][] {{0, Double.NaN}, {0, 0}}));
        refused(
                "gain must be finite [unit of the game], but was NaN for agent 1 with 0 gone",
                () -> LadderSolver.solver()
                        .solve(CoalitionGains.of(2, (agent, gone) -> agent == 1 && gone == 0 ? Double.NaN : 0)));
    }

    @Test
    void refusesWhatHasNoShape() {
        refused(
                "influence must have 2 rows [agents], but was 1",
                () -> CoalitionGains.of(new double[2], new double[][] {{0, 1}}));
        refused(
                "influence[1] must have 2 entries [agents], but was 1",
                () -> CoalitionGains.of(new double[2], new double[][] {{0, 1}, {0}}));
        refused(
                "influence[1][1] must be 0 [unit of the game], as nobody is his own company, but was 2.0",
                () -> CoalitionGains.of(new double[2], new double[][] {{0, 1}, {0, 2}}));
    }

    @Test
    void refusesChancesThatAreNone() {
        refused(
                "chance must have at least 2 values [count], with nobody and with one agent, but was 1",
                () -> CoalitionGains.success(new double[] {0.5}, 1));
        refused(
                "chance[1] must be a share in [0, 1], but was 1.5",
                () -> CoalitionGains.success(new double[] {0.5, 1.5}, 1));
        refused(
                "chance[0] must be a share in [0, 1], but was NaN",
                () -> CoalitionGains.success(new double[] {Double.NaN, 1}, 1));
        refused(
                "chance[2] must be >= 0.75 [share], as nobody's taking part does harm, but was 0.5",
                () -> CoalitionGains.success(new double[] {0.5, 0.75, 0.5}, 1));
        refused(
                "cost must be finite and > 0.0 [unit of the game], but was 0.0",
                () -> CoalitionGains.success(new double[] {0.5, 0.75}, 0));
    }

    @Test
    void refusesGamesThatAreNotCounted() {
        refused(
                "population must be listed agents, but was Population[10, normal(0.2, 0.1)]; take Population.draw or"
                        + " Population.of(costs)",
                () -> CoalitionGains.of(
                        DefectionGame.of(Population.of(10, CostLaw.normal(0.2, 0.1)), Offer.none(), Reprisal.none())));
        final DefectionGame mixing = DefectionGame.of(
                        Population.join(
                                Population.of(0.1).named("a"),
                                Population.of(0.2).named("b")),
                        Offer.none(),
                        Reprisal.none())
                .on(Exposure.homophily(0.5));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> CoalitionGains.of(mixing))
                .getMessage()
                .startsWith("exposure of agents who are counted must be everybody"));
        refused(
                "agent must be from 0 to 1 [agent], but was 2",
                () -> CoalitionGains.identical(0, 0).gain(2, new BitSet()));
        refused(
                "gone must be from 0 to 1 [agent], but was 5",
                () -> CoalitionGains.identical(0, 0).gain(0, set(5)));
    }
}
