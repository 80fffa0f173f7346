package io.github.breakranks.internal;

import java.util.function.BooleanSupplier;

/**
 * Agents counted by coarse bins of thresholds, all bins equally wide (a power of two).
 *
 * <p>The counts are exact, so with r agents gone, in bin b, the number of agents whose threshold is met is known to lie
 * between {@code below(b)} and {@code below(b + 1)}, and is known exactly where the bin is empty or r its last value.
 * Thresholds that are never met share one bin more, which nobody asks for.
 *
 * <p>Cost: one pass over the agents, two ints a bin.
 */
final class CoarseCounts {
    private static final int AGENTS_BETWEEN_QUESTIONS = 1 << 20;

    private final int agents;
    private final int shift; // a bin holds 2^shift threshold values
    private final int bins;
    private final int[] below; // by bin: first counts, then agents in the bins below it
    private final int[] marks; // by bin: first counts, then room for whoever reads this

    /** Empty counts for so many agents, in at most so many bins. */
    CoarseCounts(int agents, int mostBins) {
        this.agents = agents;
        int log2 = 0;
        while (((agents - 1) >> log2) >= mostBins) {
            log2++;
        }
        this.shift = log2;
        this.bins = ((agents - 1) >> log2) + 1;
        this.below = new int[bins + 1];
        this.marks = new int[bins + 1];
    }

    /** Counts them all; false if told to stop, and then the counts are of no use. */
    boolean count(int[] othersNeeded, BooleanSupplier mayGoOn) {
        for (int from = 0; from < agents; ) {
            if (!mayGoOn.getAsBoolean()) {
                return false;
            }
            final int block = Math.min(agents - from, AGENTS_BETWEEN_QUESTIONS);
            countBlock(othersNeeded, from, block);
            from += block;
        }
        accumulate();
        return true;
    }

    /**
     * Reads the block at four places and counts into two tables in turn, so that agents who follow each other in
     * sorted or equal order do not wait for each other's counter.
     */
    private void countBlock(int[] othersNeeded, int from, int block) {
        final int[] even = below;
        final int[] odd = marks;
        final int log2 = shift;
        final int never = bins;
        final int quarter = block / 4;
        final int to = from + quarter;
        for (int agent = from; agent < to; agent++) {
            even[Math.min(othersNeeded[agent] >>> log2, never)]++;
            odd[Math.min(othersNeeded[agent + quarter] >>> log2, never)]++;
            even[Math.min(othersNeeded[agent + 2 * quarter] >>> log2, never)]++;
            odd[Math.min(othersNeeded[agent + 3 * quarter] >>> log2, never)]++;
        }
        for (int agent = from + 4 * quarter; agent < from + block; agent++) {
            even[Math.min(othersNeeded[agent] >>> log2, never)]++;
        }
    }

    private void accumulate() {
        int sum = 0;
        for (int bin = 0; bin <= bins; bin++) {
            final int here = below[bin] + marks[bin];
            below[bin] = sum;
            sum += here;
        }
    }

    /** Agents in all, those who never go included. */
    int agents() {
        return agents;
    }

    /** Bins in all [count]. */
    int bins() {
        return bins;
    }

    /** Binary logarithm of the threshold values in a bin. */
    int shift() {
        return shift;
    }

    /** Threshold values in a bin [count]. */
    int width() {
        return 1 << shift;
    }

    /** The bin of a threshold, or of a number of agents gone; the last one if everybody has gone. */
    int bin(int gone) {
        return Math.min(gone >>> shift, bins - 1);
    }

    /** Agents whose threshold lies in a bin below this one, from 0 to {@link #bins()}. */
    int below(int bin) {
        return below[bin];
    }

    /** Agents whose threshold lies in this bin. */
    int in(int bin) {
        return below[bin + 1] - below[bin];
    }

    /** One int a bin and one more for those who never go: scratch that the counting has left behind. */
    int[] marks() {
        return marks;
    }
}
