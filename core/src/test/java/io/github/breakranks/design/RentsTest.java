package io.github.breakranks.design;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.github.breakranks.RandomGames;
import io.github.breakranks.Seeds;
import java.util.Arrays;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The least rents that keep types apart (Rochet 1987). */
class RentsTest {
    private static final Screening THREE = Screening.of(
            new double[] {1, 1.5, 2},
            new double[] {0.25, 0.25, 0.5},
            ContributionCost.power(2),
            ContributionWorth.linear(1));

    @Example
    void quantitiesThatRiseWithTheTypeCannotBeKeptApart() {
        assertNull(Rents.least(THREE, 0.2, 0.3, 0.1));
        assertNotNull(Rents.least(THREE, 0.3, 0.2, 0.1));
    }

    /** One who stays would come as another. */
    @Example
    void thoseLeftOutMayWishToCome() {
        assertNull(Rents.least(THREE, Double.NaN, 0.5, 0.4));
        final double[] rents = Rents.least(THREE, 0.5, Double.NaN, Double.NaN);
        assertNotNull(rents);
        assertArrayEquals(new double[3], rents);
    }

    /** Where quantities fall the longest path runs from neighbour to neighbour. */
    @Property(tries = 100, seed = Seeds.USUAL)
    void fallingQuantitiesAreKeptApartByNeighbours(@ForAll("quantities") double[] drawn) {
        final double[] falling = drawn.clone();
        Arrays.sort(falling);
        final double[] q = {falling[2], falling[1], falling[0]};
        final double[] rents = Rents.least(THREE, q);

        assertNotNull(rents);
        assertEquals(0, rents[2]);
        assertEquals(q[2] * q[2] / 4, rents[1], 1e-15);
        assertEquals(rents[1] + q[1] * q[1] / 4, rents[0], 1e-15);
    }

    @Provide
    Arbitrary<double[]> quantities() {
        return RandomGames.between(0, 1).array(double[].class).ofSize(3);
    }
}
