package io.github.breakranks.internal;

import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The arrays inside a {@code Network}, without a copy, for kernels that walk them; none is to be written to.
 *
 * <pre>{@code
 *   for (long e = offsets[a]; e < offsets[a + 1]; e++) targets[(int) e] watches a, with weights[(int) e]
 * }</pre>
 */
public final class NetworkRows {
    private static volatile @Nullable Function<Object, NetworkRows> column;

    private final long[] offsets;
    private final int[] targets;
    private final double @Nullable [] weights;
    private final int @Nullable [] watches;

    /**
     * Rows that nobody else holds.
     *
     * @param offsets by agent, where his row begins; one entry more than there are agents
     * @param targets the watchers, row after row, ascending within a row, each at most once
     * @param weights beside {@code targets}; null where each link weighs 1
     * @param watches by agent, how many he watches; null where ties are mutual and the length of his row says it
     */
    public NetworkRows(long[] offsets, int[] targets, double @Nullable [] weights, int @Nullable [] watches) {
        this.offsets = offsets;
        this.targets = targets;
        this.weights = weights;
        this.watches = watches;
    }

    /** Called once by the class that owns the arrays. */
    public static void open(Function<Object, NetworkRows> access) {
        column = access;
    }

    /** The arrays inside a network. */
    public static NetworkRows of(Object network) {
        return Objects.requireNonNull(column, "no network was ever made").apply(network);
    }

    /** Agents in all [count]. */
    public int agents() {
        return offsets.length - 1;
    }

    /** By agent, where his row begins; the last entry is how many links there are. Entries fit an int. */
    public long[] offsets() {
        return offsets;
    }

    /** The watchers, row after row. */
    public int[] targets() {
        return targets;
    }

    /** Beside the watchers, how much each link weighs; null where each weighs 1. */
    public double @Nullable [] weights() {
        return weights;
    }

    /** By agent, how many he watches; null where ties are mutual. */
    public int @Nullable [] watchesByAgent() {
        return watches;
    }

    /** How many this agent watches [count]. */
    public int watches(int agent) {
        return watches == null ? watchedBy(agent) : watches[agent];
    }

    /** How many watch this agent [count]. */
    public int watchedBy(int agent) {
        return (int) (offsets[agent + 1] - offsets[agent]);
    }
}
