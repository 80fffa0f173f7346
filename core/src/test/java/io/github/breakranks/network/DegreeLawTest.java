package io.github.breakranks.network;

import static io.github.breakranks.network.NetworkTest.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DegreeLawTest {

    /** Mean z, mean square z + z squared, and p(0) = exp(-z) as far as that counts. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 0.5, 1, 4, 30, 1000, 250_000.5})
    void poisson(double mean) {
        final DegreeLaw law = DegreeLaw.poisson(mean);

        assertEquals(mean, law.mean(), 1e-12 * Math.max(1, mean));
        assertEquals(mean + mean * mean, law.meanSquare(), 1e-12 * Math.max(1, mean * mean));
        assertEquals(Math.exp(-mean), law.probability(0), 1e-15);
        assertEquals(mean * law.probability(0), law.probability(1), 1e-15);
        assertEquals(0, law.probability(law.largest() + 1));
        assertTrue(law.probability(law.largest()) < 1e-15);
    }

    /** Zeta sums: of k^-2 up to 3, (1, 1/4, 1/9) over 49/36. */
    @Test
    void powerLaw() {
        final DegreeLaw law = DegreeLaw.powerLaw(2, 1, 3);

        assertEquals(36.0 / 49, law.probability(1), 1e-15);
        assertEquals(9.0 / 49, law.probability(2), 1e-15);
        assertEquals(4.0 / 49, law.probability(3), 1e-15);
        assertEquals(0, law.probability(0));
        assertEquals(66.0 / 49, law.mean(), 1e-15);
        assertEquals(DegreeLaw.of(0, 0.5, 0.5), DegreeLaw.powerLaw(0, 1, 2));
    }

    @Test
    void regular() {
        assertEquals(DegreeLaw.of(0, 0, 0, 1), DegreeLaw.regular(3));
        assertEquals(9, DegreeLaw.regular(3).meanSquare());
        assertEquals(DegreeLaw.of(1), DegreeLaw.regular(0));
        assertEquals(DegreeLaw.of(1, 0, 0).hashCode(), DegreeLaw.regular(0).hashCode());
    }

    /** Within five standard errors; what has no chance never comes. */
    @Test
    void drawsEachDegreeAsOftenAsItShould() {
        final DegreeLaw law = DegreeLaw.of(0, 0.5, 0, 0.125, 0.375, 0);
        final int[] drawn = law.draw(100_000, new Draws(6));
        for (int k = 0; k <= 5; k++) {
            final int degree = k;
            final double p = law.probability(k);
            assertEquals(
                    p, Arrays.stream(drawn).filter(d -> d == degree).count() / 1e5, 5 * Math.sqrt(p * (1 - p) / 1e5));
        }
    }

    @Test
    void namesItself() {
        assertEquals("DegreeLaw[poisson 4.0]", DegreeLaw.poisson(4).toString());
        assertEquals(
                "DegreeLaw[power law 2.5, 1 to 100]",
                DegreeLaw.powerLaw(2.5, 1, 100).toString());
    }

    @Test
    void refusesWhatIsNoLaw() {
        refused("probability must sum to 1 within 1.0E-9 [share], but was 0.5", () -> DegreeLaw.of(0.25, 0.25));
        refused("probability must sum to 1 within 1.0E-9 [share], but was 0.0", DegreeLaw::of);
        refused("probability[1] must be a share in [0, 1], but was NaN", () -> DegreeLaw.of(1, Double.NaN));
        refused("mean must be > 0 and <= 1000000 [ties], but was NaN", () -> DegreeLaw.poisson(Double.NaN));
        refused("mean must be > 0 and <= 1000000 [ties], but was 0.0", () -> DegreeLaw.poisson(0));
        refused("degree must be >= 0 [ties], but was -1", () -> DegreeLaw.regular(-1));
        refused(
                "exponent must be finite and >= 0.0 [power of the degree], but was -1.0",
                () -> DegreeLaw.powerLaw(-1, 1, 2));
        refused("least must be >= 1 [ties], but was 0", () -> DegreeLaw.powerLaw(2, 0, 2));
        refused("largest must be >= 3 [ties], but was 2", () -> DegreeLaw.powerLaw(2, 3, 2));
    }
}
