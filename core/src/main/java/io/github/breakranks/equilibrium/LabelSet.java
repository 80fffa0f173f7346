package io.github.breakranks.equilibrium;

import java.util.Arrays;

/** A set of sets of labels, each a word of 64 bits that is not 0. Open addressing: 16 to 32 bytes an entry. */
final class LabelSet {
    private long[] slots;
    private int size;

    LabelSet(int expected) {
        slots = new long[Integer.highestOneBit(Math.max(8, expected)) << 1];
    }

    /** Whether it was not there yet. */
    boolean add(long labels) {
        final int slot = slot(labels);
        if (slots[slot] == labels) {
            return false;
        }
        slots[slot] = labels;
        size++;
        if (size > slots.length >> 1) {
            grow();
        }
        return true;
    }

    boolean contains(long labels) {
        return slots[slot(labels)] == labels;
    }

    int size() {
        return size;
    }

    void clear() {
        Arrays.fill(slots, 0);
        size = 0;
    }

    /** Where it stands, or would. */
    private int slot(long labels) {
        final int mask = slots.length - 1;
        int slot = (int) hash(labels) & mask;
        while (slots[slot] != 0 && slots[slot] != labels) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    /** A number that depends on all bits in its upper and lower half. */
    static long hash(long labels) {
        final long product = labels * 0x9E3779B97F4A7C15L;
        return product ^ product >>> 32;
    }

    private void grow() {
        final long[] old = slots;
        slots = new long[old.length << 1];
        for (final long labels : old) {
            if (labels != 0) {
                slots[slot(labels)] = labels;
            }
        }
    }
}
