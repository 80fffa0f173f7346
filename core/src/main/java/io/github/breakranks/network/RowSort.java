package io.github.breakranks.network;

import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.NetworkRows;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * From pairs in any order to rows in ascending order, by counting: O(agents + links), however the pairs come.
 *
 * <p>Pairs are first gathered by who watches, then, walked in that order, by who is watched: so each row fills in ascending order and
 * pairs given twice lie side by side. The pairs are let go after the first step. Cursors are ints, as one array holds the links: half the
 * cache of longs.
 */
final class RowSort {
    private final int agents;
    private final boolean directed;
    private final boolean weighted;

    /** Rows as they fill: a cursor that ends where the next row begins, what stands in them, and its weights. */
    private record Rows(int[] cursors, int[] ends, double @Nullable [] weights) {
        int begin(int row) {
            return row == 0 ? 0 : cursors[row - 1];
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
        final int[] watchedBy = new int[agents];
        final int[] watches = directed ? new int[agents] : watchedBy;
        count(pairs, watchedBy, watches);
        final int[] seen = directed ? watches.clone() : null;
        return once(transposed(gathered(pairs, watches, (int) links), watchedBy), seen, loops);
    }

    private static void count(PairList pairs, int[] watchedBy, int[] watches) {
        for (PairList.Chunk chunk : pairs.chunks()) {
            final int[] ends = chunk.ends;
            for (int k = 0; k < chunk.filled; k += 2) {
                watchedBy[ends[k]]++;
                watches[ends[k + 1]]++; // the same counts if ties are mutual
            }
        }
    }

    /** Rows of these lengths, with their cursors where they begin. */
    private Rows empty(int[] lengths, int links) {
        final int[] cursors = new int[agents];
        int begin = 0;
        for (int row = 0; row < agents; row++) {
            cursors[row] = begin;
            begin += lengths[row];
        }
        return new Rows(cursors, new int[links], weighted ? new double[links] : null);
    }

    private Rows gathered(PairList pairs, int[] watches, int links) {
        final Rows watched = empty(watches, links);
        for (PairList.Chunk chunk : pairs.chunks()) {
            if (watched.weights != null) {
                gather(chunk, watched.cursors, watched.ends, watched.weights);
            } else if (directed) {
                gatherOneWay(chunk, watched.cursors, watched.ends);
            } else {
                gatherBothWays(chunk, watched.cursors, watched.ends);
            }
        }
        pairs.clear();
        return watched;
    }

    private void gather(PairList.Chunk chunk, int[] cursors, int[] into, double[] weights) {
        for (int k = 0; k < chunk.filled; k += 2) {
            final int from = chunk.ends[k];
            final int to = chunk.ends[k + 1];
            final double weight = chunk.weights == null ? 1 : chunk.weights[k >> 1];
            final int at = cursors[to]++;
            into[at] = from;
            weights[at] = weight;
            if (!directed) {
                final int back = cursors[from]++;
                into[back] = to;
                weights[back] = weight;
            }
        }
    }

    private static void gatherOneWay(PairList.Chunk chunk, int[] cursors, int[] into) {
        final int[] ends = chunk.ends;
        for (int k = 0; k < chunk.filled; k += 2) {
            into[cursors[ends[k + 1]]++] = ends[k];
        }
    }

    private static void gatherBothWays(PairList.Chunk chunk, int[] cursors, int[] into) {
        final int[] ends = chunk.ends;
        for (int k = 0; k < chunk.filled; k += 2) {
            final int from = ends[k];
            final int to = ends[k + 1];
            into[cursors[to]++] = from;
            into[cursors[from]++] = to;
        }
    }

    private Rows transposed(Rows watched, int[] watchedBy) {
        final Rows rows = empty(watchedBy, watched.ends.length);
        final int[] ends = watched.ends;
        final int[] cursors = rows.cursors;
        int e = 0;
        for (int watcher = 0; watcher < agents; watcher++) {
            for (int end = watched.cursors[watcher]; e < end; e++) {
                final int at = cursors[ends[e]]++;
                rows.ends[at] = watcher;
                if (rows.weights != null && watched.weights != null) {
                    rows.weights[at] = watched.weights[e];
                }
            }
        }
        return rows;
    }

    /** Moves the rows together over the links that were given before. */
    private Network once(Rows rows, int @Nullable [] seen, long loops) {
        final long[] offsets = new long[agents + 1];
        int to = 0;
        for (int agent = 0; agent < agents; agent++) {
            to = moved(rows, agent, to, seen);
            offsets[agent + 1] = to;
        }
        final int given = rows.ends.length;
        final int[] targets = to == given ? rows.ends : Arrays.copyOf(rows.ends, to);
        final double[] weights = rows.weights == null || to == given ? rows.weights : Arrays.copyOf(rows.weights, to);
        final long repeats = directed ? given - to : (given - to) / 2;
        return new Network(new NetworkRows(offsets, targets, weights, seen), repeats, loops);
    }

    /** Moves a row so that it begins at {@code first}, each watcher once; where it ends. */
    private static int moved(Rows rows, int agent, int first, int @Nullable [] seen) {
        int to = first;
        final int end = rows.cursors[agent];
        for (int e = rows.begin(agent); e < end; e++) {
            final int watcher = rows.ends[e];
            if (to == first || rows.ends[to - 1] != watcher) {
                rows.ends[to] = watcher;
                if (rows.weights != null) {
                    rows.weights[to] = rows.weights[e];
                }
                to++;
            } else {
                requireSameWeight(rows, agent, to - 1, e);
                if (seen != null) {
                    seen[watcher]--;
                }
            }
        }
        return to;
    }

    private static void requireSameWeight(Rows rows, int agent, int kept, int repeated) {
        if (rows.weights != null && rows.weights[kept] != rows.weights[repeated]) {
            throw Checks.refused(
                    "weight of %s %s must be one [weight of a link], but was %s and %s; give the pair once",
                    agent, rows.ends[kept], rows.weights[kept], rows.weights[repeated]);
        }
    }
}
