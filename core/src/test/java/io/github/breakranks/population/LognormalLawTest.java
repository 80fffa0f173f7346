package io.github.breakranks.population;

import static io.github.breakranks.internal.BigNormal.relativeError;
import static io.github.breakranks.population.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Range;
import io.github.breakranks.internal.BigNormal;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.SplittableRandom;
import org.apache.commons.math3.distribution.LogNormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LognormalLawTest {
    private static final MathContext DIGITS = new MathContext(60);
    private final CostLaw law = CostLaw.lognormal(0.2, 0.5);

    @Test
    void agreesWithCommonsMath() {
        final LogNormalDistribution other = new LogNormalDistribution(0.2, 0.5);
        for (double cost = 0.01; cost <= 9; cost += 0.07) {
            assertEquals(other.cumulativeProbability(cost), law.cdf(cost), 1e-13);
            assertEquals(other.density(cost), law.density(cost), 1e-13);
        }
    }

    @ParameterizedTest(name = "lognormal({0}, {1}) keeps all digits in both tails")
    @CsvSource({"0, 1", "2, 0.01", "-5, 3", "0.3, 12", "100, 0.5", "-730, 2"})
    void keepsAllDigitsOfTheCostAsGiven(double mu, double sigma) {
        final CostLaw lognormal = CostLaw.lognormal(mu, sigma);
        final SplittableRandom random = new SplittableRandom(9);
        for (int k = 0; k < 60; k++) {
            final double log = Math.max(-740, Math.min(700, mu + sigma * (random.nextDouble() - 0.5) * 73));
            final double cost = Math.exp(log);
            final BigDecimal z =
                    BigNormal.log(cost).subtract(new BigDecimal(mu)).divide(new BigDecimal(sigma), DIGITS);
            final BigDecimal density =
                    BigNormal.density(z).divide(new BigDecimal(sigma).multiply(new BigDecimal(cost)), DIGITS);

            assertTrue(relativeError(lognormal.survival(cost), BigNormal.survival(z)) <= lognormal.relativeError());
            assertTrue(relativeError(lognormal.cdf(cost), BigNormal.survival(z.negate())) <= lognormal.relativeError());
            if (density.doubleValue() > 1e-300 && density.doubleValue() < 1e300) {
                assertTrue(relativeError(lognormal.density(cost), density) <= lognormal.relativeError());
            }
        }
    }

    @Test
    void quantilesUndoShares() {
        for (double share : new double[] {1e-280, 1e-9, 0.1, 0.4, 0.5, 0.7, 0.9}) {
            assertEquals(share, law.cdf(law.quantile(share)), 2e-14 * share);
            assertEquals(share, law.survival(law.quantileAbove(share)), 2e-14 * share);
        }
        assertEquals(1e-300, law.survival(law.quantileAbove(1e-300)), 1e-312);
    }

    @Test
    void ends() {
        assertEquals(0, law.cdf(Double.NEGATIVE_INFINITY));
        assertEquals(0, law.cdf(0));
        assertEquals(1, law.survival(-1));
        assertEquals(1, law.cdf(Double.POSITIVE_INFINITY));
        assertEquals(0, law.survival(Double.POSITIVE_INFINITY));
        assertEquals(0, law.density(0));
        assertEquals(0, law.density(-1));
        assertEquals(0, law.low());
        assertEquals(Double.POSITIVE_INFINITY, law.high());
        assertEquals(0, law.quantile(0));
        assertEquals(Double.POSITIVE_INFINITY, law.quantile(1));
    }

    @Test
    void densityIsGreatestAtItsMode() {
        final double mode = Math.exp(0.2 - 0.25);

        assertEquals(law.density(mode), law.steepest(), 1e-14);
        assertEquals(law.steepest(), law.densityOver(0.5, 2).high(), 1e-13);
        assertEquals(law.density(2), law.densityOver(0.9, 2).low(), 1e-13);
        assertEquals(law.density(1.5), law.densityOver(1.5, 2).high(), 1e-13);
        assertEquals(0, law.densityOver(-1, 2).low());
        assertTrue(law.densityOver(-2, -1).contains(0));
    }

    @Test
    void densityOfCostsThatSpanAllScales() {
        // Mode at exp(-400): a vanishing bell over a cost of 1e-300 is still a great density.
        final CostLaw wide = CostLaw.lognormal(0, 20);
        final Range around = wide.densityOver(1e-300, 1);

        assertEquals(1.815754412937603e39, wide.density(1e-300), 1e26);
        assertTrue(around.contains(wide.density(1e-200)));
        assertEquals(1.44e85, wide.steepest(), 1e83);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.7})
    void knowsTheCostsWithADensity(double density) {
        final double[] costs = law.costsWithDensity(density);

        assertEquals(2, costs.length);
        assertTrue(costs[0] < costs[1]);
        assertEquals(density, law.density(costs[0]), 1e-13);
        assertEquals(density, law.density(costs[1]), 1e-13);
        assertEquals(0, law.costsWithDensity(1.01 * law.steepest()).length);
        assertEquals(0, law.costsWithDensity(0).length);
        assertEquals(0, law.costsWithDensity(Double.NaN).length);
    }

    @Test
    void says() {
        assertEquals("lognormal(0.2, 0.5)", law.toString());
    }

    @Test
    void refuses() {
        assertRefused(
                "mu must be finite [log of the unit of the game], but was NaN", () -> CostLaw.lognormal(Double.NaN, 1));
        assertRefused(
                "sigma must be finite and > 0.0 [log of the unit of the game], but was -0.5",
                () -> CostLaw.lognormal(0, -0.5));
        Refusals.assertRefusesWhatIsNoShareOrInterval(law);
    }
}
