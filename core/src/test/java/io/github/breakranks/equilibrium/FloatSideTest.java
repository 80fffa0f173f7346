package io.github.breakranks.equilibrium;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Pivots of one half of a Lemke-Howson path, worked by hand. */
class FloatSideTest {

    /** 2 z_0 + z_1 + s_0 = 1, z_0 + 2 z_1 + s_1 = 1: z_0 enters to 1/2, z_1 to 1/3, then s_0 to 1/2, where z_0 is 0; then s_1. */
    @Test
    void everyKindOfExchange() {
        final FloatSide side = new FloatSide(new double[] {2, 1, 1, 2}, 2, new double[] {1, 1});
        assertEquals(-1, side.enterColumn(0)); // s_0 leaves
        assertState(side, new int[] {0}, new int[] {0});
        assertEquals(-2, side.enterColumn(1)); // s_1 leaves
        assertState(side, new int[] {0, 1}, new int[] {0, 1});
        assertEquals(0, side.enterSlack(0)); // z_0 leaves
        assertState(side, new int[] {1}, new int[] {1});
        assertEquals(1, side.enterSlack(1)); // z_1 leaves
        assertState(side, new int[0], new int[0]);
        side.enterColumn(1);
        assertState(side, new int[] {1}, new int[] {1});
        side.reset();
        assertState(side, new int[0], new int[0]);
        assertEquals(-1, side.enterColumn(0));
    }

    /** 1.2 z_0 + 2 z_1 + s_0 = 1, z_0 + 1.1 z_1 + s_1 = 1: z_1 drives z_0 out before s_1 is 0. */
    @Test
    void aColumnTakesAnothersPlace() {
        final FloatSide columns = new FloatSide(new double[] {1.2, 1, 2, 1.1}, 2, new double[] {1, 1});
        assertEquals(-1, columns.enterColumn(0));
        assertEquals(0, columns.enterColumn(1)); // z_0 reaches 0 at z_1 = 1/2, s_1 stays above 0
        assertState(columns, new int[] {1}, new int[] {0});
    }

    private static void assertState(FloatSide side, int[] basic, int[] tight) {
        assertArrayEquals(basic, side.basicColumns());
        assertArrayEquals(tight, side.tightRows());
        assertEquals(basic.length, side.size());
    }
}
