package io.github.breakranks.internal;

import java.util.Arrays;

/**
 * How often each narrow counter has wrapped around: a hash table of fixed size from slot to count, with linear probing.
 */
final class CarryTable {
    private static final int GOLDEN = 0x9E3779B9; // 2^32 over the golden ratio: spreads neighbouring slots

    private final long[] table; // slot + 1 in the high half, its carries in the low half; 0 where free
    private final int mostSlots;
    private int slots;
    private int next; // first entry not yet read, once sorted

    /** Room for so many different slots. */
    CarryTable(int mostSlots) {
        this.table = new long[Integer.highestOneBit(2 * mostSlots - 1) << 1];
        this.mostSlots = mostSlots;
    }

    /** Forgets all. */
    void clear() {
        if (slots > 0) {
            Arrays.fill(table, 0L);
        }
        slots = 0;
        next = 0;
    }

    /** One more carry out of this slot; false if there is no room for it. */
    boolean add(int slot) {
        final int mask = table.length - 1;
        int place = slot * GOLDEN >>> 7 & mask;
        while (table[place] != 0 && slotAt(place) != slot) {
            place = place + 1 & mask;
        }
        if (table[place] == 0) {
            if (slots == mostSlots) {
                return false;
            }
            slots++;
            table[place] = (slot + 1L) << 32;
        }
        table[place]++;
        return true;
    }

    /** Puts the slots in ascending order, to be read once from the first to the last; nothing can be added then. */
    void startReading() {
        int found = 0;
        for (int place = 0; found < slots; place++) {
            if (table[place] != 0) {
                table[found++] = table[place];
            }
        }
        Arrays.sort(table, 0, slots);
        next = 0;
    }

    /** The first slot not yet read that has a carry, or the largest int if there is none. */
    int nextSlot() {
        return next < slots ? slotAt(next) : Integer.MAX_VALUE;
    }

    /** Reads on: carries out of the slots from one (inclusive) to another (exclusive); never goes back. */
    int between(int from, int to) {
        int sum = 0;
        for (int slot = nextSlot(); slot < to; slot = nextSlot()) {
            sum += slot >= from ? (int) table[next] : 0;
            next++;
        }
        return sum;
    }

    private int slotAt(int place) {
        return (int) (table[place] >>> 32) - 1;
    }
}
