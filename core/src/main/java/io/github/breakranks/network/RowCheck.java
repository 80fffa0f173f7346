package io.github.breakranks.network;

import org.jspecify.annotations.Nullable;

/** Whether rows are those of a network; they may come from outside and are walked unchecked afterwards. */
final class RowCheck {
    private RowCheck() {}

    /** What is wrong with the rows, null if nothing is. */
    static @Nullable String broken(int[] lengths, int[] targets, double @Nullable [] weights, boolean directed) {
        long links = 0;
        for (int length : lengths) {
            if (length < 0) {
                return "a row was of length " + length;
            }
            links += length;
        }
        if (links != targets.length) {
            return "rows were of " + links + " links in all, not " + targets.length;
        }
        int e = 0;
        for (int agent = 0; agent < lengths.length; agent++) {
            int before = -1;
            for (int end = e + lengths[agent]; e < end; e++) {
                final int watcher = targets[e];
                if (watcher <= before || watcher >= lengths.length || watcher == agent) {
                    return "the row of agent " + agent + " was not of other agents, ascending";
                }
                if (weights != null && !(weights[e] >= 0 && weights[e] < Double.POSITIVE_INFINITY)) {
                    return "a weight in the row of agent " + agent + " was " + weights[e];
                }
                before = watcher;
            }
        }
        return directed ? null : oneSided(lengths, targets, weights);
    }

    /** Walked row by row, the ties of each agent must come up in the order in which his own row has them. */
    private static @Nullable String oneSided(int[] lengths, int[] targets, double @Nullable [] weights) {
        final int[] next = new int[lengths.length];
        for (int agent = 1; agent < lengths.length; agent++) {
            next[agent] = next[agent - 1] + lengths[agent - 1];
        }
        int e = 0;
        for (int agent = 0; agent < lengths.length; agent++) {
            for (int end = e + lengths[agent]; e < end; e++) {
                final int twin = next[targets[e]]++;
                if (twin >= targets.length
                        || targets[twin] != agent
                        || weights != null && weights[twin] != weights[e]) {
                    return "the tie of agents " + agent + " and " + targets[e] + " was not mutual";
                }
            }
        }
        int end = 0;
        for (int agent = 0; agent < lengths.length; agent++) {
            end += lengths[agent];
            if (next[agent] != end) {
                return "a tie of agent " + agent + " was not mutual";
            }
        }
        return null;
    }
}
