package io.github.breakranks.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParallelTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 100})
    void doesEachPieceOnce(int threads) {
        final AtomicIntegerArray done = new AtomicIntegerArray(37);

        assertTrue(Parallel.forEach(37, threads, done::incrementAndGet, () -> true, share -> {}));

        for (int piece = 0; piece < 37; piece++) {
            assertEquals(1, done.get(piece));
        }
    }

    @Test
    void nothingIsSoonDone() {
        assertTrue(Parallel.forEach(0, 3, piece -> {}, () -> true, share -> {}));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void whatFailsIsThrownToTheCaller(int threads) {
        final var failure = new IllegalStateException("piece 5");

        assertEquals(
                failure,
                assertThrows(
                        IllegalStateException.class,
                        () -> Parallel.forEach(
                                20,
                                threads,
                                piece -> {
                                    if (piece == 5) {
                                        throw failure;
                                    }
                                },
                                () -> true,
                                share -> {})));
    }

    @Test
    void beginsNothingOnceItMayNotGoOn() {
        final AtomicIntegerArray done = new AtomicIntegerArray(10);

        assertFalse(Parallel.forEach(10, 1, done::incrementAndGet, () -> done.get(3) == 0, share -> {}));

        assertEquals(1, done.get(3));
        assertEquals(0, done.get(4));
    }

    /** Asking for more threads than help starts only those that do. */
    @Test
    void startsNoMoreThreadsThanHelp() {
        final int most = Parallel.workers(Integer.MAX_VALUE, Integer.MAX_VALUE);
        final java.util.Set<Thread> seen = java.util.concurrent.ConcurrentHashMap.newKeySet();

        assertTrue(Parallel.forEach(
                100_000, 1_000_000_000, piece -> seen.add(Thread.currentThread()), () -> true, share -> {}));

        assertTrue(seen.size() <= most, seen.size() + " threads");
        assertEquals(Math.max(16, 4 * Runtime.getRuntime().availableProcessors()), most);
        assertEquals(3, Parallel.workers(3, 10));
        assertEquals(2, Parallel.workers(1_000_000_000, 2));
        assertEquals(1, Parallel.workers(5, 0));
    }
}
