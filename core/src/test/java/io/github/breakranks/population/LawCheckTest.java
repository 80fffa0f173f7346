package io.github.breakranks.population;

import static io.github.breakranks.population.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LawCheckTest {

    @Test
    void passesSoundLaws() {
        final CostLaw normal = CostLaw.normal(1e6, 2);
        final CostLaw own = normal::cdf;
        final CostLaw atom = cost -> cost >= 0.3 ? 1 : 0;

        assertSame(normal, LawCheck.check(normal));
        assertSame(own, LawCheck.check(own));
        assertSame(atom, LawCheck.check(atom));
        assertSame(own, LawCheck.check(own));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-9, 1e-3, 1, 1e5})
    void findsADipWhereverTheBulkIs(double scale) {
        final CostLaw normal = CostLaw.normal(3 * scale, scale);
        final CostLaw dipping = cost -> normal.cdf(cost) - 0.05 * Math.exp(-Math.pow(cost / scale - 4, 2) * 200);

        final String message = assertThrows(IllegalArgumentException.class, () -> LawCheck.check(dipping))
                .getMessage();
        assertTrue(message.startsWith("cdf must not fall as the cost rises [share], but was 0."), message);
    }

    @Test
    void namesBothCostsAndBothShares() {
        assertRefused(
                "cdf must not fall as the cost rises [share], but was 1.0 at cost 0.001 and 0.5 at cost 0.01",
                () -> LawCheck.check(cost -> cost < 0 ? 0 : cost < 0.005 ? 1 : cost < 0.5 ? 0.5 : 1));
    }

    @Test
    void refusesWhatIsNoShare() {
        assertRefused(
                "cdf must be a share in [0, 1], but was NaN at cost -Infinity",
                () -> LawCheck.check(cost -> Double.NaN));
        assertRefused(
                "cdf must be a share in [0, 1], but was 1.5 at cost 0.5, after 0.0 at cost 0.1",
                () -> LawCheck.check(cost -> cost >= 0.5 ? 1.5 : 0));
    }

    @Test
    void probesLawsMixedIn() {
        final CostLaw mixed = CostLaw.mixture(0.5, CostLaw.uniform(0, 1), cost -> cost < 0 ? 0 : Double.NaN);

        assertRefused(
                "cdf must be a share in [0, 1], but was NaN at cost 0.0, after 0.0 at cost -1.0E-12",
                () -> LawCheck.check(mixed));
    }
}
