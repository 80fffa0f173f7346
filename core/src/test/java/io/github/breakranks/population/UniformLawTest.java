package io.github.breakranks.population;

import static io.github.breakranks.population.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Range;
import org.apache.commons.math3.distribution.UniformRealDistribution;
import org.junit.jupiter.api.Test;

class UniformLawTest {
    private final CostLaw law = CostLaw.uniform(-1, 3);

    @Test
    void agreesWithCommonsMath() {
        final UniformRealDistribution other = new UniformRealDistribution(-1, 3);
        for (double cost = -2; cost <= 4; cost += 0.0625) {
            assertEquals(other.cumulativeProbability(cost), law.cdf(cost));
            assertEquals(1 - other.cumulativeProbability(cost), law.survival(cost));
            assertEquals(other.density(cost), law.density(cost));
        }
    }

    @Test
    void sharesKeepTheirDigitsAtBothEnds() {
        final CostLaw unit = CostLaw.uniform(0, 1);

        assertEquals(1e-300, unit.cdf(1e-300));
        assertEquals(0x1p-53, unit.survival(1 - 0x1p-53));
        assertEquals(1e-300, unit.quantile(1e-300));
    }

    @Test
    void ends() {
        final CostLaw odd = CostLaw.uniform(0.1, 0.7);

        assertEquals(0.1, odd.quantile(0));
        assertEquals(0.7, odd.quantile(1));
        assertEquals(0.7, odd.quantileAbove(0));
        assertEquals(0.1, odd.quantileAbove(1));
        assertEquals(1, odd.cdf(0.7));
        assertEquals(0, odd.survival(0.7));
        assertEquals(0, odd.cdf(0.1));
        assertEquals(0, odd.cdf(Double.NEGATIVE_INFINITY));
        assertEquals(1, odd.cdf(Double.POSITIVE_INFINITY));
        assertEquals(0.1, odd.low());
        assertEquals(0.7, odd.high());
    }

    @Test
    void densityHasCornersAtTheEnds() {
        assertEquals(0.25, law.steepest());
        assertEquals(0.25, law.densityOver(0, 1).low(), 1e-15);
        assertEquals(0.25, law.densityOver(0, 1).high(), 1e-15);
        assertEquals(0.25, law.densityOver(-1, 3).low(), 1e-15); // strictly between the ends
        assertEquals(0, law.densityOver(Math.nextDown(-1.0), 1).low());
        assertEquals(0, law.densityOver(0, Math.nextUp(3.0)).low());
        assertEquals(0.25, law.densityOver(3, 3).high(), 1e-15);
        assertEquals(0.25, law.densityOver(-5, -1).high(), 1e-15);
        assertEquals(Range.of(0.0), law.densityOver(-5, -1.5));
        assertEquals(Range.of(0.0), law.densityOver(3.5, Double.POSITIVE_INFINITY));
        assertTrue(law.densityOver(0, 1).low() < 0.25 && law.densityOver(0, 1).high() > 0.25);
    }

    @Test
    void says() {
        assertEquals("uniform(0.0, 1.0)", CostLaw.uniform(0, 1).toString());
    }

    @Test
    void refuses() {
        assertRefused("low must be finite [unit of the game], but was NaN", () -> CostLaw.uniform(Double.NaN, 1));
        assertRefused("high must be finite and > 1.0 [unit of the game], but was 1.0", () -> CostLaw.uniform(1, 1));
        assertRefused("high must be finite and > 1.0 [unit of the game], but was 0.5", () -> CostLaw.uniform(1, 0.5));
        assertRefused(
                "high - low must be finite [unit of the game], but was Infinity", () -> CostLaw.uniform(-1e308, 1e308));
        Refusals.assertRefusesWhatIsNoShareOrInterval(law);
    }
}
