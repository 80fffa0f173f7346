package io.github.breakranks.cascade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Certificate;
import io.github.breakranks.game.Thresholds;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WellMixedCascadeTest {
    private static final WellMixedCascade SOLVER = WellMixedCascade.solver();

    /** Granovetter (1978), pp. 1424-1425: thresholds 0, 1, ..., 99, then 0, 2, 2, 3, ..., 99. */
    @ParameterizedTest(name = "second agent waits for {0}: {1} of 100 go in {2} rounds")
    @CsvSource({"1, 100, 100", "2, 1, 1"})
    void granovettersHundred(int secondThreshold, int gone, int rounds) {
        final int[] othersNeeded = IntStream.range(0, 100).toArray();
        othersNeeded[1] = secondThreshold;

        final var answer = SOLVER.solve(Thresholds.of(othersNeeded));

        assertEquals(gone, answer.orElseThrow().gone());
        assertEquals(rounds, answer.orElseThrow().rounds());
        assertEquals(100, answer.orElseThrow().size());
        assertInstanceOf(Certificate.Proven.class, answer.certificate());
    }

    /** Kuran (1991), "Now out of never", pp. 21-22: ten people, thresholds in tenths; one 20 becomes 10. */
    @Test
    void kuransNowOutOfNever() {
        assertEquals(1, gone(0, 2, 2, 3, 4, 5, 6, 7, 8, 10));
        assertEquals(9, gone(0, 1, 2, 3, 4, 5, 6, 7, 8, 10));
        assertEquals(2, gone(0, 1, 3, 3, 4, 5, 6, 7, 8, 10));
    }

    private static long gone(int... othersNeeded) {
        return SOLVER.solve(Thresholds.of(othersNeeded)).orElseThrow().gone();
    }

    @Test
    void tellsTheRoundOfEachAgent() {
        final CountCascade cascade = SOLVER.solve(Thresholds.of(0, 3, 1, 1, 9)).orElseThrow();

        assertEquals(OptionalInt.of(1), cascade.roundOf(0));
        assertEquals(OptionalInt.of(3), cascade.roundOf(1));
        assertEquals(OptionalInt.of(2), cascade.roundOf(2));
        assertEquals(OptionalInt.empty(), cascade.roundOf(4));
        assertTrue(cascade.gone(3));
        assertFalse(cascade.gone(4));
        assertEquals("Cascade[4 of 5 go (share 0.8) in 3 rounds]", cascade.toString());
        assertEquals(
                "round [count],gone [share],count [soldiers]\n0,0.0,0\n1,0.2,1\n2,0.6,3\n3,0.8,4\n",
                cascade.table().csv());
        assertThrows(IllegalArgumentException.class, () -> cascade.shareAfter(4));
        assertThrows(IllegalArgumentException.class, () -> cascade.time(-1));
    }

    @Test
    void nobodyAndLoners() {
        assertEquals(0, gone(1, 1));
        assertEquals(1, gone(0));
        assertEquals(0, gone(1));
        assertEquals(0, gone(Integer.MAX_VALUE));
    }

    @Test
    void longPathsAreThinnedInTheTable() {
        final CountCascade cascade = SOLVER.solve(
                        Thresholds.of(IntStream.range(0, 25_000).toArray()))
                .orElseThrow();

        assertEquals(25_000, cascade.rounds());
        assertTrue(cascade.table().rows().size() <= 10_001);
        assertEquals(
                25_000,
                cascade.table().rows().get(cascade.table().rows().size() - 1).get(0));
    }

    /** Two go at once and one follows them: fewer are ready after them, so nothing tips; the one round was once looked at twice. */
    @Test
    void aCascadeThatDiesAwayHasNoTippingStep() {
        assertEquals(
                java.util.Optional.empty(),
                WellMixedCascade.solver()
                        .solve(Thresholds.of(0, 0, 0, 1, 1, 4))
                        .orElseThrow()
                        .tippingStep());
        assertEquals(
                "TippingStep[at 0 gone, 0.167 ready, 5 followers each]",
                WellMixedCascade.solver()
                        .solve(Thresholds.of(0, 1, 2, 2, 4, 5))
                        .orElseThrow()
                        .tippingStep()
                        .orElseThrow()
                        .toString());
    }
}
