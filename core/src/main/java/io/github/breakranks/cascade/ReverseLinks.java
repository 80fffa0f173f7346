package io.github.breakranks.cascade;

import io.github.breakranks.internal.NetworkRows;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * By agent, whom he watches and how much each counts for him: the network read backwards, made once for all reverse-reachable sets.
 *
 * <p>Mutual ties read the same both ways, so that their rows are shared with the network. Of linear thresholds the weights are summed along
 * each row, so that one draw finds a link by bisection.
 */
final class ReverseLinks {
    private final Influence influence;
    private final long[] offsets;
    private final int[] sources;
    private final double @Nullable [] weights;

    private ReverseLinks(Influence influence, long[] offsets, int[] sources, double @Nullable [] weights) {
        this.influence = influence;
        this.offsets = offsets;
        this.sources = sources;
        this.weights = weights;
    }

    static ReverseLinks of(NetworkRows rows, Influence influence) {
        final double[] forward = influence.weights(rows);
        final boolean mutual = rows.watchesByAgent() == null;
        if (mutual) {
            final double[] own = forward == null ? null : forward.clone();
            return summed(new ReverseLinks(influence, rows.offsets(), rows.targets(), own));
        }
        final int agents = rows.agents();
        final long[] offsets = new long[agents + 1];
        for (int agent = 0; agent < agents; agent++) {
            offsets[agent + 1] = offsets[agent] + rows.watches(agent);
        }
        final long[] next = Arrays.copyOf(offsets, agents);
        final int[] sources = new int[rows.targets().length];
        final double[] weights = forward == null ? null : new double[sources.length];
        for (int agent = 0; agent < agents; agent++) {
            final int end = (int) rows.offsets()[agent + 1];
            for (int e = (int) rows.offsets()[agent]; e < end; e++) {
                final int place = (int) next[rows.targets()[e]]++;
                sources[place] = agent;
                if (weights != null && forward != null) {
                    weights[place] = forward[e];
                }
            }
        }
        return summed(new ReverseLinks(influence, offsets, sources, weights));
    }

    /** Sums weights along rows for linear thresholds. */
    private static ReverseLinks summed(ReverseLinks links) {
        final double[] weights = links.weights;
        if (weights == null || !links.influence.linear()) {
            return links;
        }
        for (int agent = 0; agent < links.agents(); agent++) {
            for (int e = links.start(agent) + 1; e < links.start(agent + 1); e++) {
                weights[e] += weights[e - 1];
            }
        }
        return links;
    }

    Influence influence() {
        return influence;
    }

    int agents() {
        return offsets.length - 1;
    }

    int start(int agent) {
        return (int) offsets[agent];
    }

    int[] sources() {
        return sources;
    }

    /** Beside the sources, chances or running sums of weights; null where each counts one over the length of the row. */
    double @Nullable [] weights() {
        return weights;
    }
}
