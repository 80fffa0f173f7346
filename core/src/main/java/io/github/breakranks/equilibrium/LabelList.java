package io.github.breakranks.equilibrium;

import java.util.Arrays;

/** A growing list of sets of labels, each a word of 64 bits. */
final class LabelList {
    private long[] items = new long[64];
    private int size;

    void add(long labels) {
        if (size == items.length) {
            items = Arrays.copyOf(items, size + (size >> 1));
        }
        items[size++] = labels;
    }

    long get(int index) {
        return items[index];
    }

    long removeLast() {
        return items[--size];
    }

    int size() {
        return size;
    }
}
