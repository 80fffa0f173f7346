package io.github.breakranks.answer;

import io.github.breakranks.internal.Checks;
import java.time.Duration;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;

/**
 * Looks over long work: when to stop it, and whom to tell how far it is.
 *
 * <p>A watch runs from the moment it is made, so make it for one piece of work. Every watch also stops work when its thread is
 * interrupted; the interrupt flag stays set and the solver returns what it has as {@link Answer.Stopped}.
 */
public final class Watch {
    private static final Watch NONE = new Watch(Long.MAX_VALUE, "", () -> false, done -> {});

    private final long deadline; // of System.nanoTime, MAX_VALUE: none
    private final String limit;
    private final BooleanSupplier cancelled;
    private final DoubleConsumer listener;

    private Watch(long deadline, String limit, BooleanSupplier cancelled, DoubleConsumer listener) {
        this.deadline = deadline;
        this.limit = limit;
        this.cancelled = cancelled;
        this.listener = listener;
    }

    /** No limit and nobody to tell; an interrupt still stops the work. */
    public static Watch none() {
        return NONE;
    }

    /** Stops the work when so much time has passed from now on. */
    public static Watch limit(Duration time) {
        if (time.isNegative() || time.isZero()) {
            throw Checks.refused("time must be > 0 [duration], but was %s", time);
        }
        final long left = time.compareTo(Duration.ofDays(36_500)) > 0 ? Long.MAX_VALUE / 2 : time.toNanos();
        return new Watch(
                System.nanoTime() + left,
                time.toString().substring(2).toLowerCase(java.util.Locale.ROOT),
                NONE.cancelled,
                NONE.listener);
    }

    /** This watch, which also stops the work as soon as {@code newCancelled} says so; asked from the working threads. */
    public Watch withCancel(BooleanSupplier newCancelled) {
        return new Watch(deadline, limit, Objects.requireNonNull(newCancelled, "newCancelled"), listener);
    }

    /** This watch, which tells {@code newListener} the share of the work done so far, in [0, 1]; called from the thread that asked, between pieces of its own. */
    public Watch withProgress(DoubleConsumer newListener) {
        return new Watch(deadline, limit, cancelled, Objects.requireNonNull(newListener, "newListener"));
    }

    /** Whether the work may go on; solvers ask now and then. */
    public boolean mayGoOn() {
        return !Thread.currentThread().isInterrupted()
                && !cancelled.getAsBoolean()
                && (deadline == Long.MAX_VALUE || System.nanoTime() - deadline < 0);
    }

    /** Tells the listener how much is done, a share; solvers call this. */
    public void done(double share) {
        listener.accept(share);
    }

    /** Why the work may not go on, as far as can be told now. */
    public String why() {
        if (Thread.currentThread().isInterrupted()) {
            return "interrupted";
        }
        return cancelled.getAsBoolean() ? "cancelled" : "time limit of " + limit + " passed";
    }

    @Override
    public String toString() {
        return deadline == Long.MAX_VALUE ? "Watch[no limit]" : "Watch[limit " + limit + "]";
    }
}
