package io.github.breakranks.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountingCascadeTest {

    /** Granovetter (1978), pp. 1424-1425: thresholds 0, 1, ..., 99, then 0, 2, 2, 3, ..., 99. */
    @ParameterizedTest(name = "second agent waits for {0}: {1} of 100 go in {2} rounds")
    @CsvSource({"1, 100, 100", "2, 1, 1"})
    void granovettersHundred(int secondThreshold, int gone, int rounds) {
        final int[] othersNeeded = IntStream.range(0, 100).toArray();
        othersNeeded[1] = secondThreshold;

        final CascadePath path = CountingCascade.spread(othersNeeded);

        assertEquals("CascadePath[" + gone + " gone in " + rounds + " rounds]", path.toString());
        assertFalse(path.stopped());
    }

    @Test
    void oneAgentARoundIsOneRun() {
        final CascadePath path = CountingCascade.spread(permutation(3_000_000));

        assertEquals(3_000_000, path.gone());
        assertEquals(3_000_000, path.rounds());
        assertEquals(1, path.runs());
        assertEquals(1_234_567, path.goneAfter(1_234_567));
        assertEquals(1_234_568, path.roundFor(1_234_567));
    }

    @Test
    void allWhoNeedNobodyGoAtOnce() {
        final CascadePath path = CountingCascade.spread(new int[5_000]);

        assertEquals("CascadePath[5000 gone in 1 rounds]", path.toString());
        assertEquals(1, path.roundFor(0));
        assertEquals(0, path.roundFor(1));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4_999, 5_000, 5_001, Integer.MAX_VALUE})
    void nobodyGoesWhereEachWaitsForAnother(int threshold) {
        final int[] othersNeeded = new int[5_000];
        Arrays.fill(othersNeeded, threshold);

        final CascadePath path = CountingCascade.spread(othersNeeded);

        assertEquals(0, path.gone());
        assertEquals(0, path.rounds());
        assertEquals(0, path.goneAfter(0));
        assertEquals(0, path.roundFor(0));
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 0", "2147483647, 0"})
    void oneAgentGoesByItselfOrNotAtAll(int threshold, int gone) {
        assertEquals(gone, CountingCascade.spread(new int[] {threshold}).gone());
    }

    @Test
    void nobodyIsThere() {
        assertEquals(
                "CascadePath[0 gone in 0 rounds]",
                CountingCascade.spread(new int[0]).toString());
    }

    /** Ties: 3 go by themselves, 3 who wait for 3 follow, 3 who wait for 7 never do. */
    @Test
    void agentsWithOneThresholdGoTogether() {
        final CascadePath path = CountingCascade.spread(new int[] {7, 3, 0, 7, 3, 0, 7, 3, 0});

        assertArrayEquals(new int[] {0, 3, 6}, rounds(path));
        assertEquals(2, path.roundFor(3));
        assertEquals(0, path.roundFor(7));
    }

    /** All shapes at a size where blocks, groups and bins are wider than one agent. */
    @ParameterizedTest
    @ValueSource(strings = {"full", "partial", "fold", "permutation", "pairs", "crawl", "lumps"})
    void isExactForManyAgents(String shape) {
        final int[] othersNeeded = thresholds(shape, 1_234_567);
        final int[] expected = RoundByRound.path(othersNeeded);

        final CascadePath path = CountingCascade.spread(othersNeeded);

        assertEquals(expected.length, path.rounds());
        for (int round = 1; round <= expected.length; round++) {
            assertEquals(expected[round - 1], path.goneAfter(round));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"full", "fold", "permutation", "crawl"})
    void orderOfAgentsDoesNotMatter(String shape) {
        final int[] othersNeeded = thresholds(shape, 300_000);
        final int[] ascending = othersNeeded.clone();
        Arrays.sort(ascending);
        final int[] descending = IntStream.range(0, ascending.length)
                .map(agent -> ascending[ascending.length - 1 - agent])
                .toArray();

        final CascadePath path = CountingCascade.spread(othersNeeded);

        assertEquals(path, CountingCascade.spread(ascending));
        assertEquals(path, CountingCascade.spread(descending));
        assertEquals(path.hashCode(), CountingCascade.spread(ascending).hashCode());
    }

    @Test
    void stoppedAtOnceNothingIsKnown() {
        final CascadePath path = CountingCascade.spread(permutation(1_000), () -> false);

        assertTrue(path.stopped());
        assertEquals("CascadePath[0 gone in 0 rounds, stopped]", path.toString());
    }

    /** Windows of one bin: each question allowed shows more of the same path. */
    @Test
    void stoppedLaterTheBeginningIsKnownExactly() {
        final int[] othersNeeded = thresholds("crawl", 5_000);
        final CountingCascade.Limits narrow = new CountingCascade.Limits(50, 16, 4);
        final CascadePath whole = CountingCascade.spread(othersNeeded);
        int furthest = 0;
        CascadePath path = CountingCascade.spread(othersNeeded, questions(1), narrow);
        for (int allowed = 2; path.stopped(); allowed++) {
            assertTrue(path.gone() >= furthest);
            furthest = path.gone();
            final int[] known = rounds(path);
            assertArrayEquals(Arrays.copyOf(rounds(whole), known.length), known);
            path = CountingCascade.spread(othersNeeded, questions(allowed), narrow);
        }
        assertTrue(furthest > 0 && furthest < whole.gone());
        assertEquals(whole, path);
    }

    @Test
    void alsoStopsWhileRoundsPass() {
        final int[] pairs = thresholds("pairs", 4_000_000); // 2 million rounds in a single window
        final int passes = 2 * 4;

        final CascadePath path = CountingCascade.spread(pairs, questions(passes));

        assertTrue(path.stopped());
        assertEquals(1 << 20, path.rounds());
        assertEquals(2 << 20, path.gone());
    }

    @Test
    void scratchStaysBelowEightMegabytes() {
        final long bytes = CountingCascade.Limits.STANDARD.bytes();
        assertTrue(bytes <= 8_000_000, () -> "scratch must be <= 8000000 [bytes], but was " + bytes);
    }

    @Test
    void refusesRoundsThatDidNotPass() {
        final CascadePath path = CountingCascade.spread(new int[] {0, 1, 5});

        final Exception refused = assertThrows(IllegalArgumentException.class, () -> path.goneAfter(3));
        assertEquals("round must be from 0 to 2 [rounds], but was 3", refused.getMessage());
        assertThrows(IllegalArgumentException.class, () -> path.goneAfter(-1));
    }

    @Test
    void refusesThresholdsBelowZero() {
        final CascadePath path = CountingCascade.spread(new int[] {0, 1, 5});

        final Exception refused = assertThrows(IllegalArgumentException.class, () -> path.roundFor(-1));
        assertEquals("threshold must be >= 0 [agents], but was -1", refused.getMessage());
    }

    static int[] rounds(CascadePath path) {
        return IntStream.rangeClosed(0, path.rounds()).map(path::goneAfter).toArray();
    }

    private static BooleanSupplier questions(int allowed) {
        final AtomicInteger left = new AtomicInteger(allowed);
        return () -> left.getAndDecrement() > 0;
    }

    private static int[] thresholds(String shape, int agents) {
        final RandomGenerator random = new SplittableRandom(1978);
        final int[] ones = permutation(agents);
        switch (shape) {
            case "full":
                return normal(agents, 0.40);
            case "partial":
                return normal(agents, 0.60);
            case "fold":
                return normal(agents, 0.4085220122); // this law touches the diagonal
            case "permutation":
                return ones;
            case "pairs":
                return Arrays.stream(ones).map(needed -> needed & ~1).toArray();
            case "crawl":
                final int lead = (int) (2 * Math.sqrt(agents));
                return random.ints(agents, -lead, agents - lead)
                        .map(needed -> Math.max(0, needed))
                        .toArray();
            case "lumps":
                return Arrays.stream(ones).map(needed -> needed / 997 * 990).toArray();
            default:
                throw new IllegalArgumentException(shape);
        }
    }

    private static int[] normal(int agents, double mean) {
        final RandomGenerator random = new SplittableRandom(1978);
        return IntStream.range(0, agents)
                .map(agent -> (int) Math.max(0, Math.min(agents, agents * (mean + 0.25 * random.nextGaussian()))))
                .toArray();
    }

    private static int[] permutation(int agents) {
        final RandomGenerator random = new SplittableRandom(1978);
        final int[] othersNeeded = new int[agents];
        for (int agent = 0; agent < agents; agent++) {
            final int other = random.nextInt(agent + 1);
            othersNeeded[agent] = othersNeeded[other];
            othersNeeded[other] = agent;
        }
        return othersNeeded;
    }
}
