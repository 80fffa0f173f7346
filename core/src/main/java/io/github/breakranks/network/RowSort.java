package io.github.breakranks.network;

import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.NetworkRows;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * From pairs in any order to rows in ascending order, by counting: O(agents + links), however the pairs come.
 *
 * <p>Pairs are first gathered by who watches, then, walked in that order, by who is watched: so each row fills in ascending order and
 * pairs given twice lie side by side. The pairs are let go after the first step.
 */
final class RowSort {
    private final int agents;
    private final boolean directed;
    private final boolean weighted;

    /** Rows, unsorted at first, and where they begin. */
    private record Rows(long[] starts, int[] ends, double @Nullable [] weights) {
        static Rows empty(long[] starts, boolean weighted) {
            final int links = Math.toIntExact(starts[starts.length - 1]);
            return new Rows(starts, new int[links], weighted ? new double[links] : null);
        }

        /** Puts an end, and its weight, at the place where this row's cursor stands, and moves the cursor on. */
        void put(long[] cursors, int row, int end, double weight) {
            final int at = (int) cursors[row]++;
            ends[at] = end;
            if (weights != null) {
                weights[at] = weight;
            }
        }
    }

    RowSort(int agents, boolean directed, boolean weighted) {
        this.agents = agents;
        this.directed = directed;
        this.weighted = weighted;
    }

    /** The network of these pairs, none of which is a loop; the list is empty afterwards. */
    Network sort(PairList pairs, long loops) {
        final long links = directed ? pairs.size() : 2 * pairs.size();
        NetworkMemory.requireLinks(agents, links);
        NetworkMemory.require(agents, links, NetworkMemory.peak(agents, links, directed, weighted));
        final long[] watchedBy = new long[agents + 1];
        final long[] watches = directed ? new long[agents + 1] : watchedBy;
        count(pairs, watchedBy, watches);
        accumulate(watchedBy);
        if (directed) {
            accumulate(watches);
        }
        final Rows watched = gather(pairs, watches);
        pairs.clear();
        final int[] seen = directed ? lengths(watches) : null;
        final Rows rows = transpose(watched, watchedBy);
        return once(rows, seen, loops);
    }

    private void count(PairList pairs, long[] watchedBy, long[] watches) {
        for (PairList.Chunk chunk : pairs.chunks()) {
            for (int k = 0; k < chunk.filled; k += 2) {
                watchedBy[chunk.ends[k]]++;
                watches[chunk.ends[k + 1]]++; // the same counts if ties are mutual
            }
        }
    }

    /** From lengths to where rows begin. */
    private static void accumulate(long[] lengths) {
        long before = 0;
        for (int row = 0; row < lengths.length; row++) {
            final long length = lengths[row];
            lengths[row] = before;
            before += length;
        }
    }

    private Rows gather(PairList pairs, long[] starts) {
        final Rows watched = Rows.empty(starts, weighted);
        final long[] cursors = starts.clone();
        for (PairList.Chunk chunk : pairs.chunks()) {
            for (int k = 0; k < chunk.filled; k += 2) {
                final double weight = chunk.weights == null ? 1 : chunk.weights[k >> 1];
                watched.put(cursors, chunk.ends[k + 1], chunk.ends[k], weight);
                if (!directed) {
                    watched.put(cursors, chunk.ends[k], chunk.ends[k + 1], weight);
                }
            }
        }
        return watched;
    }

    private Rows transpose(Rows watched, long[] starts) {
        final Rows rows = Rows.empty(starts, weighted);
        final long[] cursors = starts.clone();
        for (int watcher = 0; watcher < agents; watcher++) {
            for (int e = (int) watched.starts[watcher]; e < watched.starts[watcher + 1]; e++) {
                rows.put(cursors, watched.ends[e], watcher, watched.weights == null ? 1 : watched.weights[e]);
            }
        }
        return rows;
    }

    private static int[] lengths(long[] starts) {
        final int[] lengths = new int[starts.length - 1];
        for (int row = 0; row < lengths.length; row++) {
            lengths[row] = (int) (starts[row + 1] - starts[row]);
        }
        return lengths;
    }

    /** Moves the rows together over the links that were given before. */
    private Network once(Rows rows, int @Nullable [] seen, long loops) {
        int to = 0;
        for (int agent = 0; agent < agents; agent++) {
            final int first = to;
            final int end = (int) rows.starts[agent + 1];
            for (int e = (int) rows.starts[agent]; e < end; e++) {
                final int watcher = rows.ends[e];
                if (to > first && rows.ends[to - 1] == watcher) {
                    requireSameWeight(rows, agent, to - 1, e);
                    if (seen != null) {
                        seen[watcher]--;
                    }
                    continue;
                }
                rows.ends[to] = watcher;
                if (rows.weights != null) {
                    rows.weights[to] = rows.weights[e];
                }
                to++;
            }
            rows.starts[agent] = first; // the next row reads its own start before it is moved
        }
        final int given = rows.ends.length;
        rows.starts[agents] = to;
        final int[] targets = to == given ? rows.ends : Arrays.copyOf(rows.ends, to);
        final double[] weights = rows.weights == null || to == given ? rows.weights : Arrays.copyOf(rows.weights, to);
        final long repeats = directed ? given - to : (given - to) / 2;
        return new Network(new NetworkRows(rows.starts, targets, weights, seen), repeats, loops);
    }

    private void requireSameWeight(Rows rows, int agent, int kept, int repeated) {
        if (rows.weights != null && rows.weights[kept] != rows.weights[repeated]) {
            throw Checks.refused(
                    "weight of %s %s must be one [weight of a link], but was %s and %s; give the pair once",
                    agent, rows.ends[kept], rows.weights[kept], rows.weights[repeated]);
        }
    }
}
