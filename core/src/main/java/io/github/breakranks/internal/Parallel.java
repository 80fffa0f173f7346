package io.github.breakranks.internal;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Runs numbered pieces of work on several threads; each piece writes its own place, so results do not depend on the threads. */
public final class Parallel {
    /** More threads than this only wait for each other. */
    private static final int MOST = Math.max(16, 4 * Runtime.getRuntime().availableProcessors());

    private Parallel() {}

    /** How many threads work when so many are asked for on so many pieces: no more than there are pieces, nor than help; at least 1. */
    public static int workers(int threads, int pieces) {
        return Math.max(1, Math.min(Math.min(threads, pieces), MOST));
    }

    /**
     * Does pieces 0 to {@code pieces - 1}, each once, the caller's thread among the workers.
     *
     * @param threads how many may work at once; see {@link #workers}
     * @param mayGoOn asked by the caller's thread between pieces; once false no new piece is begun
     * @param done    told by the caller's thread the share of pieces begun
     * @return whether all were done
     */
    public static boolean forEach(
            int pieces, int threads, IntConsumer work, BooleanSupplier mayGoOn, DoubleConsumer done) {
        final AtomicInteger next = new AtomicInteger();
        final AtomicBoolean stop = new AtomicBoolean();
        final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        stop.set(!mayGoOn.getAsBoolean()); // nothing is begun under a watch that has run out
        final Thread[] helpers = new Thread[workers(threads, pieces) - 1];
        for (int t = 0; t < helpers.length; t++) {
            helpers[t] = new Thread(() -> drain(pieces, next, stop, failure, work), "breakranks-" + (t + 1));
            helpers[t].setDaemon(true);
            helpers[t].start();
        }
        while (!stop.get() && next.get() < pieces) {
            if (!mayGoOn.getAsBoolean()) {
                stop.set(true);
                break;
            }
            once(pieces, next, stop, failure, work);
            done.accept(Math.min(1, (double) next.get() / pieces));
        }
        join(helpers, stop);
        rethrow(failure.get());
        final boolean all = next.get() >= pieces && !stop.get();
        if (all) {
            done.accept(1);
        }
        return all;
    }

    private static void drain(
            int pieces,
            AtomicInteger next,
            AtomicBoolean stop,
            AtomicReference<@Nullable Throwable> failure,
            IntConsumer work) {
        while (!stop.get() && next.get() < pieces) {
            once(pieces, next, stop, failure, work);
        }
    }

    private static void once(
            int pieces,
            AtomicInteger next,
            AtomicBoolean stop,
            AtomicReference<@Nullable Throwable> failure,
            IntConsumer work) {
        final int piece = next.getAndIncrement();
        if (piece >= pieces) {
            return;
        }
        try {
            work.accept(piece);
        } catch (RuntimeException | Error thrown) {
            failure.compareAndSet(null, thrown);
            stop.set(true);
        }
    }

    private static void join(Thread[] helpers, AtomicBoolean stop) {
        boolean interrupted = false;
        for (Thread helper : helpers) {
            while (helper.isAlive()) {
                try {
                    helper.join();
                } catch (InterruptedException thrown) {
                    interrupted = true;
                    stop.set(true); // pieces under way still finish
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void rethrow(@Nullable Throwable thrown) {
        if (thrown instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (thrown instanceof Error error) {
            throw error;
        }
    }
}
