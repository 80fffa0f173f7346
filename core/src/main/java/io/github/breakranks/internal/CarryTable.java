package io.github.breakranks.internal;

import java.util.Arrays;

/**
 * How often each narrow counter has wrapped around: a hash table of fixed size from slot to count, with linear probing.
 */
final class CarryTable {
    private static final int GOLDEN = 0x9E3779B9; // 2^32 over the golden ratio: spreads neighbouring slots

    private final int[] keys; // slot + 1, or 0 where free
    private final int[] carries;
    private final int mostSlots;
    private int slots;
    private long[] sorted = new long[0]; // slot in the high half, carries in the low half
    private int next; // first entry of sorted not yet read

    /** Room for so many different slots. */
    CarryTable(int mostSlots) {
        final int size = Integer.highestOneBit(Math.max(2 * mostSlots - 1, 1)) << 1;
        this.keys = new int[size];
        this.carries = new int[size];
        this.mostSlots = mostSlots;
    }

    /** Forgets all. */
    void clear() {
        if (slots > 0) {
            Arrays.fill(keys, 0);
            Arrays.fill(carries, 0);
        }
        slots = 0;
        sorted = new long[0];
        next = 0;
    }

    /** One more carry out of this slot; false if there is no room for it. */
    boolean add(int slot) {
        final int mask = keys.length - 1;
        int place = (slot * GOLDEN >>> 7) & mask;
        while (keys[place] != slot + 1 && keys[place] != 0) {
            place = (place + 1) & mask;
        }
        if (keys[place] == 0) {
            if (slots == mostSlots) {
                return false;
            }
            slots++;
            keys[place] = slot + 1;
        }
        carries[place]++;
        return true;
    }

    /** Puts the slots in ascending order, to be read once from the first to the last. */
    void startReading() {
        sorted = new long[slots];
        int found = 0;
        for (int place = 0; found < slots; place++) {
            if (keys[place] != 0) {
                sorted[found++] = (long) (keys[place] - 1) << 32 | carries[place];
            }
        }
        Arrays.sort(sorted);
        next = 0;
    }

    /** The first slot not yet read that has a carry, or the largest int if there is none. */
    int nextSlot() {
        return next < sorted.length ? (int) (sorted[next] >>> 32) : Integer.MAX_VALUE;
    }

    /** Reads on: carries out of the slots from one (inclusive) to another (exclusive); never goes back. */
    int between(int from, int to) {
        int sum = 0;
        for (int slot = nextSlot(); slot < to; slot = nextSlot()) {
            sum += slot >= from ? (int) sorted[next] : 0;
            next++;
        }
        return sum;
    }
}
