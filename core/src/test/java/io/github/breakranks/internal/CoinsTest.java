package io.github.breakranks.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CoinsTest {

    /** The reference outputs of SplitMix64 from the state 1234567 (Vigna's splitmix64.c, as published with Rosetta Code's task). */
    @Test
    void drawsAreThoseOfSplitMix64() {
        assertEquals(6457827717110365317L, Coins.draw(1234567, 0));
        assertEquals(3203168211198807973L, Coins.draw(1234567, 1));
        assertEquals(-8629252141511181193L, Coins.draw(1234567, 2));
    }

    @Test
    void neverAndAlwaysAreMeant() {
        for (int number = 0; number < 100_000; number++) {
            assertFalse(Coins.yes(7, number, Coins.heads(0)));
            assertTrue(Coins.yes(7, number, Coins.heads(1)));
        }
        assertEquals(1L << 52, Coins.heads(0.5));
    }

    /** Each of three about a third of the time: within four standard errors. */
    @Test
    void numbersUpToAreEquallyLikely() {
        final int draws = 300_000;
        final int[] counts = new int[4];
        for (int number = 0; number < draws; number++) {
            counts[(int) Coins.upTo(3, Coins.state(5), number)]++;
        }
        assertEquals(0, counts[0]);
        for (int value = 1; value <= 3; value++) {
            assertEquals(draws / 3.0, counts[value], 4 * Math.sqrt(draws * 2 / 9.0));
        }
        assertEquals(1, Coins.upTo(1, 9, 9));
        assertTrue(Coins.upTo(Long.MAX_VALUE, 3, 4) > 0);
        assertNotEquals(Coins.state(1), Coins.state(2));
    }
}
