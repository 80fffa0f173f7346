package io.github.breakranks.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.network.Network;
import io.github.breakranks.network.Networks;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpreadingTest {
    private static final Network NETWORK = Networks.barabasiAlbert(50_000, 8, 3);

    /** A kernel used again, after few and after many had gone, on one thread and on several, does what a new one does. */
    @Test
    void resetLeavesNothingBehind() {
        final NetworkRows rows = NetworkRows.of(NETWORK);
        final int[] needs = IntStream.range(0, rows.agents())
                .map(agent -> agent % 1_000 == 0 ? 0 : 3)
                .toArray();
        final CountSpreading used = new CountSpreading(rows, needs, 3);
        final LinkSpreading links = new LinkSpreading(rows, null, 0.3, new BitSet(), 3);
        for (int start : new int[] {1, 20_000, 5, 30_000, 1}) {
            final int[] starters = IntStream.range(0, start).toArray();
            final CountSpreading fresh = new CountSpreading(rows, needs, 1);
            fresh.spread(starters, () -> true);
            used.spread(starters, () -> true);
            same(fresh, used);
            used.reset();

            final LinkSpreading freshLinks = new LinkSpreading(rows, null, 0.3, new BitSet(), 1);
            freshLinks.draw(start);
            freshLinks.spread(starters, () -> true);
            links.draw(start);
            links.spread(starters, () -> true);
            same(freshLinks, links);
            links.reset();
        }
    }

    /** Pressure with weights of one is a count. */
    @Test
    void pressureOfUnitWeightsIsACount() {
        final NetworkRows rows = NetworkRows.of(NETWORK);
        final double[] ones = new double[rows.targets().length];
        Arrays.fill(ones, 1);
        final NetworkRows weighted = new NetworkRows(rows.offsets(), rows.targets(), ones, rows.watchesByAgent());
        final int[] needs =
                IntStream.range(0, rows.agents()).map(agent -> 2 + agent % 5).toArray();
        final long[] thresholds =
                IntStream.of(needs).mapToLong(need -> 1_000L * need).toArray();
        final int[] starters = IntStream.range(0, 2_000).map(k -> 25 * k).toArray();
        for (int threads : new int[] {1, 2, 5}) {
            final CountSpreading counts = new CountSpreading(rows, needs, 1);
            final PressureSpreading pressure = new PressureSpreading(weighted, 1_000, thresholds, threads);
            counts.spread(starters, () -> true);
            pressure.spread(starters, () -> true);
            same(counts, pressure);
            assertTrue(counts.gone() > 20_000);
        }
    }

    private static void same(Spreading expected, Spreading actual) {
        assertEquals(expected.gone(), actual.gone());
        assertEquals(expected.links(), actual.links());
        assertArrayEquals(expected.ends(), actual.ends());
        assertArrayEquals(
                IntStream.of(expected.order()).sorted().toArray(),
                IntStream.of(actual.order()).sorted().toArray());
    }

    @Test
    void stopsBetweenStretchesAndKeepsWhatHappened() {
        final NetworkRows rows = NetworkRows.of(Networks.ring(1_000, 1));
        final int[] needs = new int[1_000];
        Arrays.fill(needs, 1);
        final CountSpreading spreading = new CountSpreading(rows, needs, 1);
        final int[] asked = {0};

        assertEquals(false, spreading.spread(new int[] {0}, () -> ++asked[0] <= 10));
        assertEquals(21, spreading.gone());
        assertEquals(10, spreading.rounds());
        spreading.reset();
        assertTrue(spreading.spread(new int[] {0}, () -> true));
        assertEquals(1_000, spreading.gone());
        assertEquals(500, spreading.rounds());
    }
}
