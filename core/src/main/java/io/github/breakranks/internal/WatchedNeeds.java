package io.github.breakranks.internal;

import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Who goes when those he watches press on him so much, in whole units: what kernels read inside a {@code Pressure}, without a copy.
 *
 * @param rows   who watches whom
 * @param units  beside the watchers, how much each link presses [units]; null where each presses 1
 * @param needed by agent, the least pressure at which he goes [units]; above {@code totals} if he never does
 * @param totals by agent, the pressure when all whom he watches have gone [units]
 */
@SuppressWarnings("ArrayRecordComponent") // read by kernels, compared by nobody
public record WatchedNeeds(NetworkRows rows, int @Nullable [] units, long[] needed, long[] totals) {
    private static volatile @Nullable Function<Object, WatchedNeeds> column;

    /** Called once by the class that owns the arrays. */
    public static void open(Function<Object, WatchedNeeds> access) {
        column = access;
    }

    /** The arrays inside a pressure; none is to be written to. */
    public static WatchedNeeds of(Object pressure) {
        return Objects.requireNonNull(column, "no pressure was ever made").apply(pressure);
    }

    /** How much a link presses [units]. */
    public int unitsOf(int link) {
        return units == null ? 1 : units[link];
    }

    /** Agents in all [count]. */
    public int agents() {
        return needed.length;
    }
}
