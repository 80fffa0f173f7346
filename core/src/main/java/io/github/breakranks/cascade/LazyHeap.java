package io.github.breakranks.cascade;

import java.util.Arrays;

/** Agents by a value that only ever falls: the greatest first, of equal ones the lowest number. Values may be out of date, too high. */
final class LazyHeap {
    private int[] agents = new int[16];
    private double[] values = new double[16];
    private int size;

    void add(int agent, double value) {
        if (size == agents.length) {
            agents = Arrays.copyOf(agents, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
        }
        agents[size] = agent;
        values[size++] = value;
    }

    /** Puts all that were added in order, O(size). */
    void order() {
        for (int place = size / 2 - 1; place >= 0; place--) {
            sink(place, agents[place], values[place]);
        }
    }

    boolean isEmpty() {
        return size == 0;
    }

    int first() {
        return agents[0];
    }

    double firstValue() {
        return values[0];
    }

    /** The first has a lower value than was thought. */
    void lowerFirst(double value) {
        sink(0, agents[0], value);
    }

    void removeFirst() {
        size--;
        if (size > 0) {
            sink(0, agents[size], values[size]);
        }
    }

    private void sink(int from, int agent, double value) {
        int place = from;
        while (2 * place + 1 < size) {
            int child = 2 * place + 1;
            if (child + 1 < size && before(agents[child + 1], values[child + 1], agents[child], values[child])) {
                child++;
            }
            if (!before(agents[child], values[child], agent, value)) {
                break;
            }
            agents[place] = agents[child];
            values[place] = values[child];
            place = child;
        }
        agents[place] = agent;
        values[place] = value;
    }

    private static boolean before(int agent, double value, int other, double otherValue) {
        return value > otherValue || (value == otherValue && agent < other);
    }
}
