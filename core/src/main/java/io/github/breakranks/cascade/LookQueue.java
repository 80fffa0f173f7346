package io.github.breakranks.cascade;

import java.util.Arrays;

/** Agents who will go when they look next, the earliest first: a binary heap without boxes. */
final class LookQueue {
    private double[] times = new double[64];
    private int[] agents = new int[64];
    private int size;

    boolean isEmpty() {
        return size == 0;
    }

    double earliest() {
        return times[0];
    }

    void add(double time, int agent) {
        if (size == times.length) {
            final int room = (int) Math.min(2L * size, Integer.MAX_VALUE - 8);
            times = Arrays.copyOf(times, room);
            agents = Arrays.copyOf(agents, room);
        }
        int at = size++;
        for (int above = (at - 1) >> 1; at > 0 && times[above] > time; above = (at - 1) >> 1) {
            times[at] = times[above];
            agents[at] = agents[above];
            at = above;
        }
        times[at] = time;
        agents[at] = agent;
    }

    /** Takes the earliest out. */
    int remove() {
        final int first = agents[0];
        final double time = times[--size];
        final int agent = agents[size];
        int at = 0;
        for (int below = 1; below < size; below = 2 * at + 1) {
            if (below + 1 < size && times[below + 1] < times[below]) {
                below++;
            }
            if (times[below] >= time) {
                break;
            }
            times[at] = times[below];
            agents[at] = agents[below];
            at = below;
        }
        times[at] = time;
        agents[at] = agent;
        return first;
    }
}
