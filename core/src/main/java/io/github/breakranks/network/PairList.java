package io.github.breakranks.network;

import io.github.breakranks.internal.Checks;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pairs of agents that grow chunk by chunk, so that growing never copies: 8 bytes a pair, and 8 more with a weight. */
final class PairList {
    /** Arrays hold no more: what Java promises, less the few words that virtual machines keep. */
    static final int MOST = Integer.MAX_VALUE - 8;

    private static final int FIRST = 1 << 7;
    private static final int LARGEST = 1 << 20;

    private final List<Chunk> chunks = new ArrayList<>();
    private Chunk last;
    private int next; // pairs in the next chunk
    private long size;

    /** Pairs one behind the other, from and to by turns. */
    static final class Chunk {
        final int[] ends;
        final double @Nullable [] weights;
        int filled; // ends in use

        private Chunk(int pairs, boolean weighted) {
            ends = new int[2 * pairs];
            weights = weighted ? new double[pairs] : null;
        }
    }

    PairList() {
        this(FIRST);
    }

    /** Room for so many pairs at first. */
    PairList(int first) {
        last = new Chunk(0, false);
        next = first;
    }

    void add(int from, int to) {
        if (last.filled == last.ends.length) {
            grow(false);
        }
        final Chunk chunk = last;
        chunk.ends[chunk.filled] = from;
        chunk.ends[chunk.filled + 1] = to;
        chunk.filled += 2;
        size++;
    }

    void add(int from, int to, double weight) {
        if (last.filled == last.ends.length) {
            grow(true);
        }
        if (last.weights != null) {
            last.weights[last.filled >> 1] = weight + 0.0; // no -0.0: equal weights have equal bits
        }
        add(from, to);
    }

    /** Whether the next pair needs another chunk. */
    boolean full() {
        return last.filled == last.ends.length;
    }

    /** So many pairs go into the next chunk. */
    int next() {
        return next;
    }

    private void grow(boolean weighted) {
        if (size >= MOST) {
            throw Checks.refused("pairs must be <= %s [count], but there were more", MOST);
        }
        last = new Chunk(next, weighted);
        chunks.add(last);
        next = (int) Math.min(LARGEST, Math.max(FIRST, size / 8)); // at most an eighth stays empty
    }

    long size() {
        return size;
    }

    List<Chunk> chunks() {
        return chunks;
    }

    /** Takes over the pairs of the other list, behind its own. */
    void append(PairList other) {
        chunks.addAll(other.chunks);
        last = other.last;
        size += other.size;
    }

    /** Forgets all pairs. */
    void clear() {
        chunks.clear();
        last = new Chunk(0, false);
        size = 0;
    }
}
