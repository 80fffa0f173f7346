package io.github.breakranks.network;

import java.util.Arrays;
import java.util.BitSet;

/** Moves ties of a ring, nearest first, all round the ring before the next nearest. */
final class RewiredRing {
    private final int agents;
    private final int radius;
    private final double rewired;
    private final BitSet[] moved; // by distance less 1, by agent: his tie so far to the right was moved
    private final PairSet added;
    private final NetworkBuilder builder;
    private final int[] degree;

    RewiredRing(int agents, int radius, double rewired) {
        this.agents = agents;
        this.radius = radius;
        this.rewired = rewired;
        final long ties = (long) agents * radius;
        final long set = PairSet.bytes(rewired == 0 ? 0 : ties);
        builder = Networks.sized(agents, ties, set + ties / 8 + 4L * agents);
        moved = new BitSet[radius];
        for (int far = 0; far < radius; far++) {
            moved[far] = new BitSet(agents);
        }
        added = new PairSet(rewired == 0 ? 0 : ties);
        degree = new int[agents];
    }

    Network draw(Draws draws) {
        Arrays.fill(degree, 2 * radius);
        for (int far = 1; far <= radius; far++) {
            for (int agent = 0; agent < agents; agent++) {
                int other = right(agent, far);
                if (rewired > 0 && draws.happens(rewired) && degree[agent] < agents - 1) {
                    degree[other]--;
                    other = another(agent, draws);
                    degree[other]++;
                    moved[far - 1].set(agent);
                    added.add(agent, other);
                }
                builder.add(agent, other);
            }
        }
        return builder.build();
    }

    private int right(int agent, int far) {
        return (int) (((long) agent + far) % agents);
    }

    private int another(int agent, Draws draws) {
        int other = draws.below(agents);
        while (other == agent || tied(agent, other)) {
            other = draws.below(agents);
        }
        return other;
    }

    private boolean tied(int agent, int other) {
        return onRing(agent, other) || onRing(other, agent) || added.contains(agent, other);
    }

    /** Whether the tie of the ring from one to the other on his right still stands. */
    private boolean onRing(int left, int right) {
        final int far = Math.floorMod(right - left, agents);
        return far >= 1 && far <= radius && !moved[far - 1].get(left);
    }
}
