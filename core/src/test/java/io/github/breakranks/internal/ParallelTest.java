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
}
