package io.github.breakranks.internal;

import java.util.Arrays;

/** One thread's share of a spread: a range of watchers for whom it alone counts, and letters to the owners of the others. */
final class SpreadPart {
    static final int BATCH = 64; // 32 to 256 differ little

    final int number;
    final int low;
    final int high;
    final int[] from = new int[BATCH];
    final int[] to = new int[BATCH];
    int tail; // where the next of its watchers to go is written
    int base;
    int gone;
    long links;
    private final int[][][] letters; // by side and owner
    private final int[][] sizes;
    private int sink; // keeps the reads ahead from being optimised away

    SpreadPart(int number, int low, int high, int parts) {
        this.number = number;
        this.low = low;
        this.high = high;
        this.letters = new int[2][parts][0];
        this.sizes = new int[2][parts];
    }

    /** Reads the bounds and both ends of these agents' rows; how many links they have. */
    int readAhead(int[] order, int first, int count, NetworkRows rows) {
        final long[] offsets = rows.offsets();
        final int[] targets = rows.targets();
        for (int k = 0; k < count; k++) {
            final int agent = order[first + k];
            from[k] = (int) offsets[agent];
            to[k] = (int) offsets[agent + 1];
        }
        int sum = 0;
        int seen = 0;
        for (int k = 0; k < count; k++) {
            seen += to[k] - from[k];
            sum += from[k] < to[k] ? targets[from[k]] + targets[to[k] - 1] : 0;
        }
        sink = sum;
        links += seen;
        return seen;
    }

    /** Makes room for so many more letters to every other owner. */
    void room(int side, int more) {
        for (int owner = 0; owner < letters[side].length; owner++) {
            final int needed = sizes[side][owner] + more;
            if (owner != number && needed > letters[side][owner].length) {
                letters[side][owner] = Arrays.copyOf(letters[side][owner], Math.max(needed, 2 * needed - more));
            }
        }
    }

    int[] letters(int side, int owner) {
        return letters[side][owner];
    }

    int size(int side, int owner) {
        return sizes[side][owner];
    }

    void setSize(int side, int owner, int size) {
        sizes[side][owner] = size;
    }
}
