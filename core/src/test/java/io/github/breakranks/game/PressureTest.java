package io.github.breakranks.game;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.network.Network;
import io.github.breakranks.offer.NetGain;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import org.junit.jupiter.api.Test;

class PressureTest {
    private static final Network PATH = Network.undirected(4, new int[] {0, 1, 2}, new int[] {1, 2, 3});
    private static final NetGain COMPANY = NetGain.of(Reprisal.none()).withSolidarity(1);

    private static DefectionGame game(double... costs) {
        return DefectionGame.of(Population.of(costs), Offer.none(), COMPANY);
    }

    /** Gains are the share gone of those watched: of two, a cost of .4 needs one and a cost of .6 both. */
    @Test
    void countsThoseWatched() {
        final Pressure pressure = Pressure.of(game(0, 0.4, 0.6, 1.5).on(PATH));

        assertEquals(0, pressure.needed(0));
        assertEquals(1, pressure.needed(1));
        assertEquals(2, pressure.needed(2));
        assertEquals(2, pressure.needed(3), "one more than he watches: he never goes");
        assertEquals(1, pressure.total(3));
        assertEquals("Pressure[4 agents]", pressure.toString());
    }

    /** 0.29 of 100 is 29, though 100 * 0.29 is below 29 in floating point. */
    @Test
    void tiesAreExact() {
        final int[] all = new int[100];
        final int[] others = new int[100];
        for (int k = 0; k < 100; k++) {
            others[k] = k + 1;
        }
        final double[] costs = new double[101];
        costs[0] = 0.29;
        final Network star = Network.undirected(101, all, others);

        assertEquals(29, Pressure.of(game(costs).on(star)).needed(0));
        assertEquals(
                30, Pressure.of(game(costs).withTies(TieRule.STAYS).on(star)).needed(0));
    }

    @Test
    void weighsLinks() {
        final Network weighted =
                Network.directed(3, new int[] {0, 1}, new int[] {2, 2}, new double[] {3, 1}); // 2 watches 0 and 1
        final Pressure pressure = Pressure.of(game(0, 0, 0.7).on(weighted));

        assertEquals(4, pressure.total(2));
        assertEquals(3, pressure.needed(2));
        assertEquals(1, pressure.unit(2));
        assertTrue(pressure.exact());
        final Network finer = Network.directed(3, new int[] {0, 1}, new int[] {2, 2}, new double[] {0.75, 0.25});
        assertEquals(0x1p-31, Pressure.of(game(0, 0, 0.7).on(finer)).unit(2), "0.75 has its first bit at one half");
        final Network thirds = Network.directed(3, new int[] {0, 1}, new int[] {2, 2}, new double[] {1, 1.0 / 3});
        assertEquals(
                "Pressure[3 agents, weights rounded]",
                Pressure.of(game(0, 0, 0.7).on(thirds)).toString());
    }

    /** Shares know no scale: a heavy link elsewhere, or light ones, change nothing. */
    @Test
    void eachWatcherHasUnitsOfHisOwn() {
        final Network heavy =
                Network.directed(5, new int[] {0, 2, 3}, new int[] {1, 4, 4}, new double[] {2147483648.0, 3, 5});
        final Pressure pressure = Pressure.of(game(0, 9, 0, 9, 0.38).on(heavy));
        assertEquals(8, pressure.total(4));
        assertEquals(4, pressure.needed(4), "3 of 8 are .375");
        final Network light = Network.directed(4, new int[] {0, 2}, new int[] {1, 3}, new double[] {1e-10, 1});
        final Pressure one = Pressure.of(game(0, 0.3, 0, 0.3).on(light));
        assertTrue(one.needed(1) <= one.total(1));
        assertTrue(one.total(1) > 0);
    }

    @Test
    void refusesWhatIsNoNetworkOfThese() {
        assertEquals(
                "exposure must be a network, but was everybody; take Thresholds.of(game), or game.on(network)",
                assertThrows(IllegalArgumentException.class, () -> Pressure.of(game(0, 1)))
                        .getMessage());
        assertEquals(
                "population must list the 4 agents of the network, but was Population[2 agents listed]; draw them with"
                        + " Population.draw(4, law, seed)",
                assertThrows(IllegalArgumentException.class, () -> game(0, 1).on(PATH))
                        .getMessage());
        final DefectionGame law = DefectionGame.of(Population.of(4, CostLaw.uniform(0, 1)), Offer.none(), COMPANY);
        assertEquals(
                "population must list the 4 agents of the network, but was Population[4, uniform(0.0, 1.0)]; draw them with"
                        + " Population.draw(4, law, seed)",
                assertThrows(IllegalArgumentException.class, () -> law.on(PATH)).getMessage());
        final DefectionGame game = game(0, 0.4, 0.6, 1.5).on(PATH);
        assertEquals(
                "exposure of agents who are counted must be everybody, each head with influence 1, but was network of 4 agents;"
                        + " take laws for groups that mix, and Pressure.of(game) for a network",
                assertThrows(IllegalArgumentException.class, () -> Thresholds.of(game))
                        .getMessage());
        assertEquals(
                "exposure must be of groups that mix, but was a network of 4 agents, in which each sees whom he watches",
                assertThrows(IllegalArgumentException.class, game::seen).getMessage());
        assertEquals(
                "agent must be from 0 to 3 [agent], but was 4",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> Pressure.of(game).needed(4))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> game.withPopulation(Population.of(0.1, 0.2)));
    }
}
