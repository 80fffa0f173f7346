package io.github.breakranks.population;

import static io.github.breakranks.internal.BigNormal.relativeError;
import static io.github.breakranks.population.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.internal.BigNormal;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.SplittableRandom;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormalLawTest {
    private static final MathContext DIGITS = new MathContext(60);
    private final CostLaw law = CostLaw.normal(0.25, 0.12);

    @Test
    void agreesWithCommonsMath() {
        final NormalDistribution other = new NormalDistribution(0.25, 0.12);
        for (double cost = -0.6; cost <= 1.1; cost += 0.013) {
            assertEquals(other.cumulativeProbability(cost), law.cdf(cost), 1e-13);
            assertEquals(1 - other.cumulativeProbability(cost), law.survival(cost), 1e-13);
            assertEquals(other.density(cost), law.density(cost), 1e-13);
        }
    }

    @ParameterizedTest(name = "normal({0}, {1}) keeps all digits in both tails")
    @CsvSource({"0.25, 0.12", "-3e5, 0.007", "1e-3, 55"})
    void keepsAllDigitsOfTheCostAsGiven(double mean, double deviation) {
        final CostLaw normal = CostLaw.normal(mean, deviation);
        final SplittableRandom random = new SplittableRandom(7);
        for (int k = 0; k < 150; k++) {
            final double cost = mean + deviation * (random.nextDouble() - 0.5) * 73;
            final BigDecimal z =
                    new BigDecimal(cost).subtract(new BigDecimal(mean)).divide(new BigDecimal(deviation), DIGITS);
            final BigDecimal density = BigNormal.density(z).divide(new BigDecimal(deviation), DIGITS);

            assertTrue(relativeError(normal.survival(cost), BigNormal.survival(z)) <= normal.relativeError() / 2);
            assertTrue(relativeError(normal.cdf(cost), BigNormal.survival(z.negate())) <= normal.relativeError() / 2);
            assertTrue(relativeError(normal.density(cost), density) <= normal.relativeError());
        }
    }

    @Test
    void farTails() {
        final CostLaw standard = CostLaw.normal(0, 1);

        assertEquals(4.906713927148187e-198, standard.survival(30), 2e-213);
        assertEquals(4.906713927148187e-198, standard.cdf(-30), 2e-213);
        assertEquals(37.0470962993612, standard.quantileAbove(1e-300), 1e-13);
        assertEquals(-37.0470962993612, standard.quantile(1e-300), 1e-13);
    }

    @Test
    void ends() {
        assertEquals(0, law.cdf(Double.NEGATIVE_INFINITY));
        assertEquals(1, law.cdf(Double.POSITIVE_INFINITY));
        assertEquals(1, CostLaw.normal(-1e308, 1e-300).cdf(1.7e308));
        assertEquals(0.25, law.quantile(0.5));
        assertEquals(0.25, law.quantileAbove(0.5));
        assertEquals(Double.NEGATIVE_INFINITY, law.quantile(0));
        assertEquals(Double.POSITIVE_INFINITY, law.quantile(1));
        assertEquals(Double.NEGATIVE_INFINITY, law.low());
        assertEquals(Double.POSITIVE_INFINITY, law.high());
    }

    @Test
    void densityIsGreatestAtTheMean() {
        assertEquals(1 / (0.12 * Math.sqrt(2 * Math.PI)), law.steepest(), 1e-15 * law.steepest());
        assertEquals(law.density(0.25), law.densityOver(0.1, 0.5).high(), 1e-13);
        assertEquals(law.density(0.5), law.densityOver(0.1, 0.5).low(), 1e-13);
        assertEquals(law.density(0.3), law.densityOver(0.3, 0.5).high(), 1e-13);
        assertEquals(0, law.densityOver(0.3, Double.POSITIVE_INFINITY).low());
        assertTrue(law.densityOver(9, 10).high() > 0, "the true density there is above 0");
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 3})
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
        assertEquals("normal(0.25, 0.12)", law.toString());
        assertEquals(CostLaw.normal(0.25, 0.12), law);
    }

    @Test
    void refuses() {
        assertRefused("mean must be finite [unit of the game], but was NaN", () -> CostLaw.normal(Double.NaN, 1));
        assertRefused(
                "deviation must be finite and > 0.0 [unit of the game], but was -1.0", () -> CostLaw.normal(0, -1));
        assertRefused("deviation must be finite and > 0.0 [unit of the game], but was 0.0", () -> CostLaw.normal(0, 0));
        assertRefused(
                "deviation must be finite and > 0.0 [unit of the game], but was NaN",
                () -> CostLaw.normal(0, Double.NaN));
        Refusals.assertRefusesWhatIsNoShareOrInterval(law);
    }
}
