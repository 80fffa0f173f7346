package io.github.breakranks.equilibrium;

import java.util.Arrays;

/** Agents by a number each, the smallest first, of several alike the lowest agent; a number may fall while its agent waits. */
final class AgentHeap {
    private static final int OUT = -1;

    private final double[] keys; // by agent
    private final int[] place; // by agent, where he waits
    private final int[] heap; // by place
    private int size;

    AgentHeap(int agents) {
        this.keys = new double[agents];
        this.place = new int[agents];
        this.heap = new int[agents];
        Arrays.fill(place, OUT);
    }

    boolean isEmpty() {
        return size == 0;
    }

    double key(int agent) {
        return keys[agent];
    }

    void add(int agent, double key) {
        keys[agent] = key;
        up(size++, agent);
    }

    /** Gives a waiting agent a number that is no larger; others are left alone. */
    void lower(int agent, double key) {
        if (place[agent] != OUT && key < keys[agent]) {
            keys[agent] = key;
            up(place[agent], agent);
        }
    }

    int first() {
        return heap[0];
    }

    int remove() {
        final int first = heap[0];
        place[first] = OUT;
        final int last = heap[--size];
        if (size > 0) {
            down(0, last);
        }
        return first;
    }

    boolean waits(int agent) {
        return place[agent] != OUT;
    }

    private boolean before(int one, int other) {
        return keys[one] != keys[other] ? keys[one] < keys[other] : one < other;
    }

    private void up(int from, int agent) {
        int at = from;
        while (at > 0 && before(agent, heap[(at - 1) >>> 1])) {
            put(at, heap[(at - 1) >>> 1]);
            at = (at - 1) >>> 1;
        }
        put(at, agent);
    }

    private void down(int from, int agent) {
        int at = from;
        for (int child = 2 * at + 1; child < size; child = 2 * at + 1) {
            final int least = child + 1 < size && before(heap[child + 1], heap[child]) ? child + 1 : child;
            if (!before(heap[least], agent)) {
                break;
            }
            put(at, heap[least]);
            at = least;
        }
        put(at, agent);
    }

    private void put(int at, int agent) {
        heap[at] = agent;
        place[agent] = at;
    }
}
