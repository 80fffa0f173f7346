package io.github.breakranks.population;

import static io.github.breakranks.internal.BigNormal.relativeError;
import static io.github.breakranks.population.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.internal.BigNormal;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.SplittableRandom;
import org.apache.commons.math3.distribution.LogisticDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogisticLawTest {
    private static final MathContext DIGITS = new MathContext(60);
    private final CostLaw law = CostLaw.logistic(0.6, 0.1);

    @Test
    void agreesWithCommonsMath() {
        final LogisticDistribution other = new LogisticDistribution(0.6, 0.1);
        for (double cost = -1; cost <= 2; cost += 0.017) {
            assertEquals(other.cumulativeProbability(cost), law.cdf(cost), 1e-14);
            assertEquals(other.density(cost), law.density(cost), 1e-13);
        }
    }

    @ParameterizedTest(name = "logistic({0}, {1}) keeps all digits in both tails")
    @CsvSource({"0.6, 0.1", "-3e5, 0.007", "1e-3, 55"})
    void keepsAllDigitsOfTheCostAsGiven(double mean, double scale) {
        final CostLaw logistic = CostLaw.logistic(mean, scale);
        final SplittableRandom random = new SplittableRandom(8);
        for (int k = 0; k < 150; k++) {
            final double cost = mean + scale * (random.nextDouble() - 0.5) * (k % 2 == 0 ? 1380 : 10);
            final BigDecimal z =
                    new BigDecimal(cost).subtract(new BigDecimal(mean)).divide(new BigDecimal(scale), DIGITS);
            final BigDecimal above = BigDecimal.ONE.divide(BigDecimal.ONE.add(BigNormal.exp(z)), DIGITS);
            final BigDecimal upTo = BigDecimal.ONE.divide(BigDecimal.ONE.add(BigNormal.exp(z.negate())), DIGITS);
            final BigDecimal density = above.multiply(upTo).divide(new BigDecimal(scale), DIGITS);

            assertTrue(relativeError(logistic.survival(cost), above) <= logistic.relativeError() / 2);
            assertTrue(relativeError(logistic.cdf(cost), upTo) <= logistic.relativeError() / 2);
            assertTrue(relativeError(logistic.density(cost), density) <= logistic.relativeError());
        }
    }

    @Test
    void quantilesUndoShares() {
        for (double share : new double[] {1e-300, 1e-9, 0.1, 0.25, 0.4, 0.5, 0.5000001, 0.7, 0.75, 0.9}) {
            final double logOdds = Math.log(share) - Math.log1p(-share);
            assertEquals(0.6 + 0.1 * logOdds, law.quantile(share), 4e-16 * Math.max(1, Math.abs(logOdds)));
            assertEquals(0.6 - 0.1 * logOdds, law.quantileAbove(share), 4e-16 * Math.max(1, Math.abs(logOdds)));
        }
    }

    @Test
    void ends() {
        assertEquals(0, law.cdf(Double.NEGATIVE_INFINITY));
        assertEquals(1, law.cdf(Double.POSITIVE_INFINITY));
        assertEquals(1, law.survival(Double.NEGATIVE_INFINITY));
        assertEquals(0, law.survival(Double.POSITIVE_INFINITY));
        assertEquals(1, CostLaw.logistic(-1e308, 1e-300).cdf(1.7e308));
        assertEquals(0.6, law.quantile(0.5));
        assertEquals(Double.NEGATIVE_INFINITY, law.quantile(0));
        assertEquals(Double.POSITIVE_INFINITY, law.quantile(1));
    }

    @Test
    void densityIsGreatestAtTheMean() {
        assertEquals(2.5, law.steepest());
        assertEquals(2.5, law.densityOver(0.1, 0.9).high(), 1e-13);
        assertEquals(law.density(0.1), law.densityOver(0.1, 0.9).low(), 1e-13);
        assertEquals(law.density(0.7), law.densityOver(0.7, 0.9).high(), 1e-13);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 2.4})
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
        assertEquals("logistic(0.6, 0.1)", law.toString());
    }

    @Test
    void refuses() {
        assertRefused(
                "mean must be finite [unit of the game], but was Infinity",
                () -> CostLaw.logistic(Double.POSITIVE_INFINITY, 1));
        assertRefused("scale must be finite and > 0.0 [unit of the game], but was 0.0", () -> CostLaw.logistic(0, 0));
        Refusals.assertRefusesWhatIsNoShareOrInterval(law);
    }
}
