package io.github.breakranks.population;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PopulationTest {

    private static String refused(Executable work) {
        return assertThrows(IllegalArgumentException.class, work).getMessage();
    }

    @Test
    void aListKeepsItsCostsAndTheirOrder() {
        final double[] given = {0.3, -0.1, 0.3};
        final Population list = Population.of(given);
        given[0] = 9;
        list.costs()[1] = 9;

        assertArrayEquals(new double[] {0.3, -0.1, 0.3}, list.costs());
        assertEquals(-0.1, list.cost(1));
        assertEquals(3, list.size());
        assertTrue(list.listed());
        assertEquals(1.0 / 3, list.law().cdf(0));
        assertThrows(IndexOutOfBoundsException.class, () -> list.cost(3));
        assertEquals("Population[3 agents listed]", list.toString());
    }

    @Test
    void aLawListsNobody() {
        final Population law = Population.of(30, CostLaw.normal(0.25, 0.12)).in("USD");

        assertFalse(law.listed());
        assertEquals("USD", law.unit());
        assertEquals(CostLaw.normal(0.25, 0.12), law.law());
        assertEquals("Population[30, normal(0.25, 0.12), USD]", law.toString());
        for (Executable asks : new Executable[] {() -> law.cost(0), law::costs}) {
            assertEquals(
                    "a law lists no agents; draw some with Population.draw(30, law, seed)",
                    assertThrows(IllegalStateException.class, asks).getMessage());
        }
    }

    /** Glivenko and Cantelli (1933), with Massart's (1990) constant: off by more than sqrt(ln(2/1e-9)/(2n)) once in 1e9 draws. */
    @Test
    void drawsFollowTheirLaw() {
        final int agents = 20_000;
        final CostLaw law = CostLaw.logistic(0.25, 0.1);
        final CostLaw drawn = Population.draw(agents, law, 42).law();
        final double bound = Math.sqrt(Math.log(2e9) / (2 * agents));
        for (double cost = -1; cost < 1.5; cost += 0.01) {
            assertEquals(law.cdf(cost), drawn.cdf(cost), bound);
        }
    }

    @Test
    void theSameSeedDrawsTheSame() {
        final CostLaw law = CostLaw.normal(0.25, 0.12);

        assertEquals(Population.draw(100, law, 1), Population.draw(100, law, 1));
        assertEquals(
                Population.draw(100, law, 1).hashCode(),
                Population.draw(100, law, 1).hashCode());
        assertNotEquals(Population.draw(100, law, 1), Population.draw(100, law, 2));
        assertNotEquals(Population.of(1, 2), Population.of(1, 2).in("USD"));
    }

    @Test
    void refusesNobody() {
        assertEquals("costs must have at least 1 agent [count], but was empty", refused(() -> Population.of()));
        assertEquals(
                "heads must be >= 1 [soldiers], but was 0", refused(() -> Population.of(0, CostLaw.uniform(0, 1))));
        assertEquals(
                "agents must be >= 1 [agents], but was -5",
                refused(() -> Population.draw(-5, CostLaw.uniform(0, 1), 1)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void refusesCostsThatAreNotFinite(double cost) {
        assertEquals(
                "costs[1] must be finite [unit of the game], but was " + cost, refused(() -> Population.of(0.5, cost)));
    }

    @Test
    void refusesLawsThatAreNone() {
        final CostLaw falls = cost -> cost < 0 ? 0 : cost < 0.5 ? 0.6 : cost < 1 ? 0.4 : 1;
        final CostLaw beyond = cost -> cost < 0 ? 0 : 1.5;
        final CostLaw none = cost -> Double.NaN;

        assertTrue(refused(() -> Population.of(10, falls))
                .startsWith("cdf must not fall as the cost rises [share], but was 0.6"));
        assertTrue(refused(() -> Population.of(10, beyond))
                .startsWith("cdf must be a share in [0, 1], but was 1.5 at cost "));
        assertTrue(refused(() -> Population.of(10, none))
                .startsWith("cdf must be a share in [0, 1], but was NaN at cost "));
        assertTrue(refused(() -> Population.draw(10, falls, 1)).startsWith("cdf must not fall"));
        assertTrue(refused(() -> Population.of(10, CostLaw.mixture(0.5, falls, CostLaw.uniform(0, 1))))
                .startsWith("cdf must not fall"));
    }
}
