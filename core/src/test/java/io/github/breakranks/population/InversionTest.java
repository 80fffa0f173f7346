package io.github.breakranks.population;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InversionTest {
    private final CostLaw normal = CostLaw.normal(0.25, 0.12);
    private final CostLaw own = normal::cdf;

    @ParameterizedTest
    @ValueSource(doubles = {1e-300, 1e-20, 1e-3, 0.3, 0.5, 0.8, 0.999})
    void invertsToNeighbouringDoubles(double share) {
        final double cost = own.quantile(share);

        assertTrue(own.cdf(cost) >= share);
        assertTrue(own.cdf(Math.nextDown(cost)) < share);
        assertEquals(normal.quantile(share), cost, 1e-14);
        assertTrue(own.cdf(own.quantileFromRight(share)) > share);
        assertTrue(own.survival(own.quantileAbove(share)) <= share);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-300, 1e-30, 1, 1e30, 1e300})
    void scaleDoesNotMatter(double scale) {
        final CostLaw scaled = cost -> normal.cdf(cost / scale);

        assertEquals(normal.quantile(0.7), scaled.quantile(0.7) / scale, 1e-14);
        assertEquals(normal.quantile(0.001), scaled.quantile(0.001) / scale, 1e-14);
    }

    @Test
    void findsAnAtomExactly() {
        final CostLaw atOneThird = cost -> Double.isNaN(cost) ? cost : cost >= 1.0 / 3 ? 1 : 0;

        assertEquals(1.0 / 3, atOneThird.quantile(0.5));
        assertEquals(1.0 / 3, atOneThird.quantileAbove(0.5));
        assertEquals(1.0 / 3, atOneThird.quantileFromRight(0.5));
        assertEquals(1.0 / 3, atOneThird.quantile(1e-300));
        assertEquals(0.0, ((CostLaw) cost -> cost >= 0 ? 1 : 0).quantile(0.5));
    }

    @Test
    void ends() {
        assertEquals(Double.NEGATIVE_INFINITY, own.quantile(0));
        assertEquals(Double.POSITIVE_INFINITY, own.quantile(1));
        assertEquals(Double.POSITIVE_INFINITY, own.quantileAbove(0));
        assertEquals(Double.NEGATIVE_INFINITY, own.quantileAbove(1));
        assertEquals(Double.NEGATIVE_INFINITY, own.quantileFromRight(0));
        assertEquals(Double.POSITIVE_INFINITY, own.quantileFromRight(1));
        Refusals.assertRefused("share must be a share in [0, 1], but was NaN", () -> own.quantile(Double.NaN));
        Refusals.assertRefused("above must be a share in [0, 1], but was -1.0", () -> own.quantileAbove(-1));
        Refusals.assertRefused("share must be a share in [0, 1], but was 1.5", () -> own.quantileFromRight(1.5));
    }

    @Test
    void endsOnBrokenLawsToo() {
        assertEquals(Double.POSITIVE_INFINITY, ((CostLaw) cost -> Double.NaN).quantile(0.5));
        assertEquals(Double.NEGATIVE_INFINITY, ((CostLaw) cost -> 0.7).quantile(0.5));
        assertFalse(Double.isNaN(((CostLaw) cost -> 0.5 + 0.5 * Math.sin(cost)).quantile(0.9)));
    }

    @Test
    void slopeIsTheDensity() {
        for (double z = -4; z <= 4; z += 0.25) {
            final double cost = 0.25 + 0.12 * z;
            assertEquals(normal.density(cost), own.density(cost), 1e-9 * normal.steepest());
        }
        assertEquals(0, own.density(Double.POSITIVE_INFINITY));
        assertEquals(Double.NaN, own.density(Double.NaN));
    }
}
