package io.github.breakranks.network;

import io.github.breakranks.answer.Table;
import io.github.breakranks.answer.Table.Column;
import io.github.breakranks.internal.NetworkRows;
import java.util.ArrayList;
import java.util.List;

/** What can be said of a network by looking at its rows once. */
final class Structure {
    private Structure() {}

    static Table degrees(Network network) {
        final NetworkRows rows = NetworkRows.of(network);
        int largest = 0;
        for (int agent = 0; agent < rows.agents(); agent++) {
            largest = Math.max(largest, Math.max(rows.watches(agent), rows.watchedBy(agent)));
        }
        final long[] watch = new long[largest + 1];
        final long[] watched = new long[largest + 1];
        for (int agent = 0; agent < rows.agents(); agent++) {
            watch[rows.watches(agent)]++;
            watched[rows.watchedBy(agent)]++;
        }
        final List<List<Object>> lines = new ArrayList<>();
        for (int degree = 0; degree <= largest; degree++) {
            if (network.directed() && watch[degree] + watched[degree] > 0) {
                lines.add(List.of(degree, watch[degree], watched[degree]));
            } else if (watch[degree] > 0) {
                lines.add(List.of(degree, watch[degree], (double) watch[degree] / rows.agents()));
            }
        }
        final Column ties = Column.of("degree", "ties");
        return network.directed()
                ? Table.of(List.of(ties, Column.of("watch", "agents"), Column.of("are watched", "agents")), lines)
                : Table.of(List.of(ties, Column.of("agents", "count"), Column.of("of all", "share")), lines);
    }

    /** By agent, the first agent to whom he is tied in any number of steps, in whichever direction. */
    static int[] components(NetworkRows rows) {
        final int[] leader = new int[rows.agents()];
        for (int agent = 0; agent < leader.length; agent++) {
            leader[agent] = agent;
        }
        final int[] targets = rows.targets();
        for (int agent = 0; agent < leader.length; agent++) {
            for (int e = (int) rows.offsets()[agent]; e < rows.offsets()[agent + 1]; e++) {
                final int a = find(leader, agent);
                final int b = find(leader, targets[e]);
                leader[Math.max(a, b)] = Math.min(a, b);
            }
        }
        for (int agent = 0; agent < leader.length; agent++) {
            leader[agent] = leader[leader[agent]]; // a leader comes before those he leads
        }
        return leader;
    }

    private static int find(int[] leader, int agent) {
        int at = agent;
        while (leader[at] != at) {
            leader[at] = leader[leader[at]]; // the path halves
            at = leader[at];
        }
        return at;
    }
}
