package io.github.breakranks.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** How many others a soldier sees: known laws, their moments, and refusals. */
class DegreeLawTest {

    /** By hand: e^-4, 4 e^-4, 8 e^-4; mean 4, second moment 4^2 + 4. */
    @Test
    void poisson() {
        final DegreeLaw law = DegreeLaw.poisson(4);

        assertEquals(Math.exp(-4), law.p(0), 3e-16);
        assertEquals(4 * Math.exp(-4), law.p(1), 3e-16);
        assertEquals(8 * Math.exp(-4), law.p(2), 3e-16);
        assertEquals(4, law.mean());
        assertEquals(20, law.secondMoment());
        assertEquals(0, law.p(-1));
        assertEquals(0, law.p(law.highest() + 1));
        assertEquals("DegreeLaw[Poisson, 0 to 45, mean 4.0]", law.toString());
    }

    /** Newman, Strogatz and Watts (2001): in a Poisson network whoever is met has as many further links as anybody has links. */
    @Test
    void excessOfPoissonIsPoisson() {
        final DegreeLaw law = DegreeLaw.poisson(4);
        final DegreeLaw excess = law.excess();

        for (int k = 0; k < 40; k++) {
            assertEquals(law.p(k), excess.p(k), 3e-16);
        }
    }

    /** Far from 0 the table starts where degrees begin to matter, and sums to the closed moments. */
    @Test
    void largeMeans() {
        for (double mean : new double[] {1e-3, 700.5, 1e6}) {
            final DegreeLaw law = DegreeLaw.poisson(mean);
            double first = 0;
            double second = 0;
            for (int k = law.lowest(); k <= law.highest(); k++) {
                first += k * law.p(k);
                second += (double) k * k * law.p(k);
            }
            assertEquals(1, law.cdf(law.highest()));
            assertEquals(1, first / law.mean(), 1e-12);
            assertEquals(1, second / law.secondMoment(), 1e-12);
        }
    }

    /** By hand: 1, 1/4, 1/9 over 49/36. */
    @Test
    void power() {
        final DegreeLaw law = DegreeLaw.power(2, 1, 3);

        assertEquals(36.0 / 49, law.p(1), 3e-16);
        assertEquals(9.0 / 49, law.p(2), 3e-16);
        assertEquals(4.0 / 49, law.p(3), 3e-16);
        assertEquals(66.0 / 49, law.mean(), 1e-15);
        assertEquals(108.0 / 49, law.secondMoment(), 1e-15);
        assertEquals("DegreeLaw[power 2.0, 1 to 3, mean 1.346938775510204]", law.toString());
        assertEquals(1, DegreeLaw.power(-400, 1, 1000).cdf(1000)); // no overflow where high degrees are the likeliest
        assertTrue(DegreeLaw.power(-400, 1, 1000).p(1000) > 0.3);
    }

    @Test
    void regularAndListed() {
        final DegreeLaw listed = DegreeLaw.of(0, 0.5, 0, 0.5, 0);

        assertEquals(1, listed.lowest());
        assertEquals(3, listed.highest());
        assertEquals(2, listed.mean());
        assertEquals(5, listed.secondMoment());
        assertEquals(DegreeLaw.of(0, 0.25, 0, 0.75), listed.neighbour());
        assertEquals(DegreeLaw.of(0.25, 0, 0.75), listed.excess());
        assertEquals(DegreeLaw.regular(3), DegreeLaw.of(0, 0, 0, 1));
        assertEquals(DegreeLaw.regular(3).hashCode(), DegreeLaw.of(0, 0, 0, 1).hashCode());
        assertNotEquals(DegreeLaw.regular(3), DegreeLaw.regular(2));
        assertEquals("DegreeLaw[regular, mean 3.0]", DegreeLaw.regular(3).toString());
        assertEquals(9, DegreeLaw.regular(3).secondMoment());
    }

    @Test
    void quantilesAreLeastDegrees() {
        final DegreeLaw law = DegreeLaw.of(0.25, 0.25, 0, 0.5);

        assertEquals(0, law.quantile(0));
        assertEquals(0, law.quantile(0.25));
        assertEquals(1, law.quantile(Math.nextUp(0.25)));
        assertEquals(1, law.quantile(0.5));
        assertEquals(3, law.quantile(0.6));
        assertEquals(3, law.quantile(1));
        assertEquals(0.5, law.cdf(2));
        assertEquals(0, law.cdf(-1));
    }

    /** 100000 draws: the mean within four standard errors, sqrt(4 / 100000) each. */
    @Test
    void drawsFollowTheLaw() {
        final DegreeLaw law = DegreeLaw.poisson(4);
        final var random = RandomGeneratorFactory.of("Xoshiro256PlusPlus").create(1);
        double sum = 0;
        for (int draw = 0; draw < 100_000; draw++) {
            sum += law.sample(random);
        }
        assertEquals(4, sum / 100_000, 4 * Math.sqrt(4e-5));
    }

    @Test
    void refusals() {
        refused("mean must be in (0, 1000000.0] [links], but was 0.0", () -> DegreeLaw.poisson(0));
        refused("mean must be in (0, 1000000.0] [links], but was NaN", () -> DegreeLaw.poisson(Double.NaN));
        refused("degree must be from 0 to 10000000 [links], but was -1", () -> DegreeLaw.regular(-1));
        refused("exponent must be finite [number], but was NaN", () -> DegreeLaw.power(Double.NaN, 1, 2));
        refused("min must be from 1 to 10000000 [links], but was 0", () -> DegreeLaw.power(2, 0, 2));
        refused("max must be from 3 to 10000000 [links], but was 2", () -> DegreeLaw.power(2, 3, 2));
        refused("p must be >= 1 [degrees], but was 0", DegreeLaw::of);
        refused("p[1] must be a share in [0, 1], but was NaN", () -> DegreeLaw.of(1, Double.NaN));
        refused("p must sum to 1 within 1.0E-9 [share], but was 0.75", () -> DegreeLaw.of(0.25, 0.5));
        assertEquals(
                "nobody is met through a link where all degrees are 0; give some a link",
                assertThrows(
                                IllegalStateException.class,
                                () -> DegreeLaw.regular(0).excess())
                        .getMessage());
    }

    private static void refused(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
