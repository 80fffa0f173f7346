package io.github.breakranks.network;

import java.util.Arrays;

/** Distinct pairs of agents, by open addressing in one array: at most 16 bytes a pair. */
final class PairSet {
    private static final long NONE = -1;
    private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L; // 2^64 over the golden ratio

    private final long[] slots;
    private final int shift;

    /** Room for so many pairs and no more. */
    PairSet(long most) {
        final int bits = Math.max(4, 64 - Long.numberOfLeadingZeros(most + most / 2));
        shift = 64 - bits;
        slots = new long[Math.toIntExact(1L << bits)];
        Arrays.fill(slots, NONE);
    }

    /** What a set for so many pairs takes [bytes]. */
    static long bytes(long most) {
        return 8L << Math.max(4, 64 - Long.numberOfLeadingZeros(most + most / 2));
    }

    /** Adds the unordered pair; false if it was there. */
    boolean add(int a, int b) {
        final long pair = key(a, b);
        int slot = (int) (pair * SPREAD >>> shift);
        while (slots[slot] != NONE) {
            if (slots[slot] == pair) {
                return false;
            }
            slot = slot + 1 & slots.length - 1;
        }
        slots[slot] = pair;
        return true;
    }

    boolean contains(int a, int b) {
        final long pair = key(a, b);
        int slot = (int) (pair * SPREAD >>> shift);
        while (slots[slot] != NONE && slots[slot] != pair) {
            slot = slot + 1 & slots.length - 1;
        }
        return slots[slot] == pair;
    }

    private static long key(int a, int b) {
        return (long) Math.max(a, b) << 32 | Math.min(a, b);
    }
}
