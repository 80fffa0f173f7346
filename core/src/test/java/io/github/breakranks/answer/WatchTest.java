package io.github.breakranks.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class WatchTest {

    @Test
    void withoutLimitTheWorkGoesOn() {
        assertTrue(Watch.none().mayGoOn());
        assertEquals("Watch[no limit]", Watch.none().toString());
        assertTrue(Watch.limit(Duration.ofSeconds(Long.MAX_VALUE)).mayGoOn());
    }

    @Test
    void aLimitThatHasPassedStopsTheWorkAndIsNamed() {
        final Watch watch = Watch.limit(Duration.ofNanos(1));
        while (watch.mayGoOn()) {
            Thread.onSpinWait();
        }

        assertEquals("time limit of 0.000000001s passed", watch.why());
        assertEquals("Watch[limit 1m30s]", Watch.limit(Duration.ofSeconds(90)).toString());
    }

    @Test
    void refusesLimitsThatAreNone() {
        assertEquals(
                "time must be > 0 [duration], but was PT0S",
                assertThrows(IllegalArgumentException.class, () -> Watch.limit(Duration.ZERO))
                        .getMessage());
        assertEquals(
                "time must be > 0 [duration], but was PT-1S",
                assertThrows(IllegalArgumentException.class, () -> Watch.limit(Duration.ofSeconds(-1)))
                        .getMessage());
    }

    @Test
    void cancellingStopsTheWork() {
        final AtomicBoolean cancelled = new AtomicBoolean();
        final Watch watch = Watch.limit(Duration.ofDays(1)).withCancel(cancelled::get);

        assertTrue(watch.mayGoOn());
        cancelled.set(true);
        assertFalse(watch.mayGoOn());
        assertEquals("cancelled", watch.why());
    }

    @Test
    void anInterruptStopsTheWorkAndStaysSet() {
        Thread.currentThread().interrupt();
        try {
            assertFalse(Watch.none().mayGoOn());
            assertEquals("interrupted", Watch.none().why());
            assertTrue(Thread.currentThread().isInterrupted());
        } finally {
            assertTrue(Thread.interrupted());
        }
    }

    @Test
    void tellsHowMuchIsDone() {
        final List<Double> told = new ArrayList<>();
        final Watch watch = Watch.none().withCancel(() -> false).withProgress(told::add);

        watch.done(0.25);
        watch.done(1);

        assertEquals(List.of(0.25, 1.0), told);
        assertTrue(watch.mayGoOn());
    }
}
