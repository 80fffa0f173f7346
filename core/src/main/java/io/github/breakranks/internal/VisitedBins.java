package io.github.breakranks.internal;

import java.util.Arrays;

/**
 * The bins that a cascade can visit from where it stands, and the slot of each in the next window of exact counters.
 *
 * <p>A window holds either the marked bins, one byte a threshold value, or a stretch of neighbouring bins with narrower
 * counters; {@link #plan} takes the first that holds all marked bins, or else the one that reaches further.
 */
final class VisitedBins {
    /** Binary logarithm of the bits of the widest counter. */
    static final int BYTES = 3;

    private static final int OUTSIDE = -1;

    private final CoarseCounts coarse;
    private final CountingCascade.Limits limits;
    private final int[] slotOf; // by bin: slot of its first threshold value, or OUTSIDE
    private int slots;
    private int carriesAtMost; // slots that can carry out of a byte
    private int lastBin;
    private int agentsInside;
    private int log2Bits;
    private boolean contiguous;
    private int firstThreshold;

    VisitedBins(CoarseCounts coarse, CountingCascade.Limits limits) {
        this.coarse = coarse;
        this.limits = limits;
        this.slotOf = coarse.marks();
    }

    /**
     * Chooses the next window.
     *
     * @param gone     agents known to have gone
     * @param narrowest binary logarithm of the bits of the narrowest counter that has not yet failed, 0 to 3
     */
    void plan(int gone, int narrowest) {
        final boolean all = markBrackets(gone);
        if (!all && narrowest < BYTES) {
            takeStretchIfFurther(coarse.bin(gone), narrowest);
        }
    }

    /**
     * Follows the brackets of the cascade and marks every bin that meets one.
     *
     * <pre>{@code
     *   low'  = max(low, below(bin(low)))   <=  N(r)  <=   below(bin(high) + 1) = high'      for low <= r <= high
     * }</pre>
     *
     * <p>Both ends never fall and stay within a bin only to rest there: at most two steps a bin.
     *
     * @return whether all fitted; else the lowest ones are marked
     */
    private boolean markBrackets(int gone) {
        clear();
        int low = gone;
        int high = gone;
        int unseen = coarse.bin(gone);
        while (true) {
            unseen = Math.max(unseen, coarse.bin(low));
            for (; unseen <= coarse.bin(high); unseen++) {
                if (!mark(unseen)) {
                    return false;
                }
            }
            final int nextLow = Math.max(low, coarse.below(coarse.bin(low)));
            final int nextHigh = coarse.below(coarse.bin(high) + 1);
            if (nextLow == low && nextHigh == high) {
                return true;
            }
            low = nextLow;
            high = nextHigh;
        }
    }

    private void clear() {
        Arrays.fill(slotOf, OUTSIDE);
        slots = 0;
        carriesAtMost = 0;
        agentsInside = 0;
        log2Bits = BYTES;
        contiguous = false;
    }

    private boolean mark(int bin) {
        if (isExact(bin)) {
            return true;
        }
        final int width = coarse.width();
        final int carriesHere = Math.min(width, coarse.in(bin) >>> 8); // a byte carries once in 256 agents
        final boolean fits = slots + width <= limits.slots(BYTES) && carriesAtMost + carriesHere <= limits.carries();
        if (!fits && slots > 0) { // one bin always fits
            return false;
        }
        slotOf[bin] = slots;
        slots += width;
        carriesAtMost += carriesHere;
        agentsInside += coarse.in(bin);
        lastBin = bin;
        return true;
    }

    /** Whether the coarse counts say all there is to know about this bin. */
    private boolean isExact(int bin) {
        return coarse.width() == 1 || coarse.in(bin) == 0;
    }

    /** Tries counters that do not fill up when the agents are spread evenly. */
    private void takeStretchIfFurther(int firstBin, int narrowest) {
        for (int log2 = narrowest; log2 < BYTES; log2++) {
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
        clear();
        for (int bin = firstBin; bin < end; bin++) {
            slotOf[bin] = slots;
            slots += coarse.width();
        }
        agentsInside = coarse.below(end) - coarse.below(firstBin);
        log2Bits = log2;
        contiguous = true;
        firstThreshold = firstBin << coarse.shift();
    }

    /** Slots in the window, one a threshold value. */
    int slots() {
        return slots;
    }

    /** By bin, the slot of its first threshold value, or a negative number if the bin is not in the window. */
    int[] slotOf() {
        return slotOf;
    }

    /** Agents whose threshold lies in the window. */
    int agentsInside() {
        return agentsInside;
    }

    /** Binary logarithm of the bits of a counter, 0 to 3. */
    int log2Bits() {
        return log2Bits;
    }

    /** Whether the window is one stretch of neighbouring bins. */
    boolean contiguous() {
        return contiguous;
    }

    /** The first threshold value of the stretch, where there is one. */
    int firstThreshold() {
        return firstThreshold;
    }
}
