package io.github.breakranks.internal;

import java.util.Arrays;

/**
 * The bins that a cascade can visit from where it stands, and the slot of each in the next window of exact counters.
 *
 * <p>A window holds the marked bins, four bits a threshold value (a byte, if the carries were too many for four), or,
 * where the cascade may crawl further than these reach, a stretch of neighbouring bins with narrower counters.
 */
final class VisitedBins {
    private static final int BYTES = 3; // binary logarithm of the bits of a counter: the widest, which never fails
    private static final int HALF_BYTES = 2;
    private static final int OUTSIDE = -1;
    private static final int LOG2_OF_FIRST_SHARE = 5; // brackets may at first hold 1/32 of the bins
    private static final int LOG2_GROUP = 2; // bins in a group: so many that the groups fit the fastest cache

    private final CoarseCounts coarse;
    private final CountingCascade.Limits limits;
    private final int[] slotOf; // by bin: slot of its first threshold value, or OUTSIDE
    private final byte[] near; // by group of bins: whether one of them is in the window, 0 or 1
    private int slots;
    private int carriesAtMost; // slots that can carry out of a byte
    private int lastBin;
    private int log2Bits;
    private int widest; // bins that a bracket may hold; more for each window that was not the last

    VisitedBins(CoarseCounts coarse, CountingCascade.Limits limits) {
        this.coarse = coarse;
        this.limits = limits;
        this.slotOf = coarse.marks();
        this.near = new byte[Integer.highestOneBit(coarse.bins() - 1 >> LOG2_GROUP | 1) << 1];
        this.widest = coarse.bins() >> LOG2_OF_FIRST_SHARE;
    }

    /**
     * Chooses the next window.
     *
     * @param gone      agents known to have gone
     * @param narrowest binary logarithm of the bits of the narrowest counter that has not yet failed, 0 to 3
     */
    void plan(int gone, int narrowest) {
        final int cutAt = markBrackets(gone, Math.max(narrowest, HALF_BYTES));
        if (cutAt < coarse.bins() && !passes(cutAt)) {
            takeStretchIfFurther(coarse.bin(gone), narrowest);
        }
        widest = Math.min(2 * widest + 1, coarse.bins());
    }

    /**
     * Follows the brackets of the cascade and marks every bin that meets one.
     *
     * <pre>{@code
     *   low' = max(low, least(low))  <=  N(r)  <=  most(high) = high'        for low <= r <= high
     * }</pre>
     *
     * <p>Both ends never fall and stay within a bin only to rest there: at most two steps a bin. A bracket that has
     * grown wide is followed no further than the cascade might be held up: once through, it is better followed anew.
     *
     * @return the first bin that had no room, or the number of bins if all had that were asked for
     */
    private int markBrackets(int gone, int log2) {
        clear(log2);
        int low = gone;
        int high = gone;
        int bin = coarse.bin(gone);
        while (true) {
            bin = Math.max(bin, coarse.bin(low));
            for (; bin <= coarse.bin(high); bin++) {
                if (bin - coarse.bin(low) > widest && passes(bin)) {
                    return coarse.bins();
                }
                if (!mark(bin)) {
                    return bin;
                }
            }
            final int nextLow = Math.max(low, coarse.least(low));
            final int nextHigh = coarse.most(high);
            if (nextLow == low && nextHigh == high) {
                return coarse.bins();
            }
            low = nextLow;
            high = nextHigh;
        }
    }

    /** Whether the cascade cannot rest in this bin: without its agents, more than its last value have gone. */
    private boolean passes(int bin) {
        return coarse.below(bin) > (long) bin << coarse.shift();
    }

    private void clear(int log2) {
        Arrays.fill(slotOf, OUTSIDE);
        Arrays.fill(near, (byte) 0);
        slots = 0;
        carriesAtMost = 0;
        log2Bits = log2;
    }

    private boolean mark(int bin) {
        if (isExact(bin)) {
            return true;
        }
        final int width = coarse.width();
        final int carriesHere = Math.min(width, coarse.in(bin) >>> 8); // a byte carries once in 256 agents
        final boolean fits = slots + width <= limits.slots(log2Bits);
        final boolean carriesFit = log2Bits < BYTES || carriesAtMost + carriesHere <= limits.carries();
        if (!(fits && carriesFit) && slots > 0) { // one bin always fits
            return false;
        }
        place(bin);
        carriesAtMost += carriesHere;
        lastBin = bin;
        return true;
    }

    private void place(int bin) {
        slotOf[bin] = slots;
        slots += coarse.width();
        near[bin >> LOG2_GROUP] = 1;
    }

    /** Whether the coarse counts say all there is to know about this bin; the first holds one value only. */
    private boolean isExact(int bin) {
        return bin == 0 || coarse.width() == 1 || coarse.in(bin) == 0;
    }

    /** Tries counters that do not fill up when the agents are spread evenly. */
    private void takeStretchIfFurther(int firstBin, int narrowest) {
        for (int log2 = narrowest; log2 < HALF_BYTES; log2++) {
            final int most = limits.slots(log2) >>> coarse.shift();
            final int end = firstBin + Math.min(most, coarse.bins() - firstBin);
            final int agents = coarse.below(end) - coarse.below(firstBin);
            final long roomEvenly = ((1L << (1 << log2)) - 1) * (end - firstBin) << coarse.shift();
            if (agents <= roomEvenly) {
                if (end - 1 > lastBin) {
                    takeStretch(firstBin, end, log2);
                }
                return;
            }
        }
    }

    private void takeStretch(int firstBin, int end, int log2) {
        clear(log2);
        for (int bin = firstBin; bin < end; bin++) {
            place(bin);
        }
    }

    /** Slots in the window, one a threshold value. */
    int slots() {
        return slots;
    }

    /** By bin, the slot of its first threshold value, or a negative number if the bin is not in the window. */
    int[] slotOf() {
        return slotOf;
    }

    /**
     * By group of bins, 1 if any of them is in the window, otherwise 0. A power of two long: the index of a larger
     * threshold wraps around, so that some who never go must be looked up in {@link #slotOf} in vain.
     */
    byte[] near() {
        return near;
    }

    /** Binary logarithm of the threshold values in a group. */
    int nearShift() {
        return coarse.shift() + LOG2_GROUP;
    }

    /** Binary logarithm of the bits of a counter, 0 to 3. */
    int log2Bits() {
        return log2Bits;
    }
}
