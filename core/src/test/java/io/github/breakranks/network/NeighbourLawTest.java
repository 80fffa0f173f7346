package io.github.breakranks.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** Whom one meets through a tie: moments, the neighbour's law and the excess law. */
class NeighbourLawTest {

    /** By hand: mean 4, second moment 4^2 + 4. */
    @Test
    void momentsOfPoisson() {
        assertEquals(4, DegreeLaw.poisson(4).mean(), 1e-14);
        assertEquals(20, DegreeLaw.poisson(4).meanSquare(), 1e-13);
        assertEquals(1, DegreeLaw.poisson(1e6).meanSquare() / (1e12 + 1e6), 1e-12);
        assertEquals(1, DegreeLaw.poisson(1e-3).meanSquare() / (1e-6 + 1e-3), 1e-12);
    }

    /** Newman, Strogatz and Watts (2001): in a Poisson network whoever is met has as many further ties as anybody has ties. */
    @Test
    void excessOfPoissonIsPoisson() {
        final DegreeLaw law = DegreeLaw.poisson(4);
        final DegreeLaw excess = law.excess();

        for (int k = 0; k < law.largest(); k++) {
            assertEquals(law.probability(k), excess.probability(k), 3e-16);
        }
        assertEquals("DegreeLaw[excess of poisson 4.0]", excess.toString());
    }

    /** By hand: of degrees 1 and 3, each half the agents, ties end three times as often at 3. */
    @Test
    void whoHasMoreTiesIsMetMoreOften() {
        final DegreeLaw law = DegreeLaw.of(0, 0.5, 0, 0.5);

        assertEquals(DegreeLaw.of(0, 0.25, 0, 0.75), law.neighbour());
        assertEquals(DegreeLaw.of(0.25, 0, 0.75), law.excess());
        assertEquals(law.meanSquare() / law.mean(), law.neighbour().mean());
        assertEquals(DegreeLaw.regular(2), DegreeLaw.regular(3).excess());
    }

    @Test
    void quantilesAreLeastDegrees() {
        final DegreeLaw law = DegreeLaw.of(0.25, 0.25, 0, 0.5, 0);

        assertEquals(0, law.quantile(0));
        assertEquals(0, law.quantile(0.25));
        assertEquals(1, law.quantile(Math.nextUp(0.25)));
        assertEquals(1, law.quantile(0.5));
        assertEquals(3, law.quantile(0.6));
        assertEquals(3, law.quantile(1));
        assertEquals(
                "share must be a share in [0, 1], but was NaN",
                assertThrows(IllegalArgumentException.class, () -> law.quantile(Double.NaN))
                        .getMessage());
    }

    @Test
    void nobodyIsMetWithoutTies() {
        final String message = "nobody is met through a tie where all degrees are 0; give some a tie";

        assertEquals(
                message,
                assertThrows(
                                IllegalStateException.class,
                                () -> DegreeLaw.regular(0).excess())
                        .getMessage());
        assertEquals(
                message,
                assertThrows(
                                IllegalStateException.class,
                                () -> DegreeLaw.regular(0).neighbour())
                        .getMessage());
    }
}
