package io.github.breakranks.internal;

import java.util.function.BooleanSupplier;

/**
 * Agents counted by coarse bins of thresholds. Bins are equally wide (w values, a power of two) and end at a multiple
 * of the width, so that the first bin holds those alone who go by themselves, and the first round is exact:
 *
 * <pre>{@code
 *   bin(t) = floor((t + w - 1) / w)        bin 0: 0,  bin 1: 1..w,  bin 2: w+1..2w, ...
 *   below(bin(r)) <= N(r) <= below(bin(r) + 1)
 * }</pre>
 *
 * <p>The upper bound is N(r) itself where r is the last value of its bin or the bin is empty. Thresholds that are never
 * met share one bin more, which nobody asks for, or the end of the last one, which no number gone reaches.
 *
 * <p>Cost: one pass over the agents, two ints a bin.
 */
final class CoarseCounts {
    private static final int AGENTS_BETWEEN_QUESTIONS = 1_000_000;

    private final int agents;
    private final int shift; // a bin holds 2^shift threshold values
    private final int lastOffset; // width - 1; worked out again in a hot loop it costs a quarter more
    private final int bins;
    private final int[] below; // by bin: first counts, then agents in the bins below it
    private final int[] marks; // by bin: first counts, then room for whoever reads this

    /** Empty counts for so many agents, in at most so many bins. */
    CoarseCounts(int agents, int mostBins) {
        this.agents = agents;
        int log2 = 0;
        while (lastBin(agents, log2) >= mostBins) {
            log2++;
        }
        this.shift = log2;
        this.lastOffset = (1 << log2) - 1;
        this.bins = (int) lastBin(agents, log2) + 1;
        this.below = new int[bins + 1];
        this.marks = new int[bins + 1];
    }

    private static long lastBin(int agents, int log2) {
        return (agents - 1L + (1L << log2) - 1) >> log2;
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
     * sorted or equal order do not wait for each other's counter; the up to three that are left over come last.
     */
    private void countBlock(int[] othersNeeded, int from, int block) {
        final int quarter = block / 4;
        countQuarters(othersNeeded, from, quarter);
        for (int agent = from + 4 * quarter; agent < from + block; agent++) {
            below[Math.min(othersNeeded[agent] + lastOffset >>> shift, bins)]++;
        }
    }

    private void countQuarters(int[] othersNeeded, int from, int quarter) {
        final int[] even = below;
        final int[] odd = marks;
        final int log2 = shift;
        final int never = bins;
        final int up = lastOffset;
        for (int agent = from; agent < from + quarter; agent++) {
            even[Math.min(othersNeeded[agent] + up >>> log2, never)]++;
            odd[Math.min(othersNeeded[agent + quarter] + up >>> log2, never)]++;
            even[Math.min(othersNeeded[agent + 2 * quarter] + up >>> log2, never)]++;
            odd[Math.min(othersNeeded[agent + 3 * quarter] + up >>> log2, never)]++;
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
        return lastOffset + 1;
    }

    /** The width less 1: what is added to a threshold to make bins end, not start, at a multiple of the width. */
    int lastOffset() {
        return lastOffset;
    }

    /** The bin of a number of agents gone; the last one if everybody has gone. */
    int bin(int gone) {
        return Math.min(gone + lastOffset >>> shift, bins - 1);
    }

    /** How many values of its bin a number of agents gone has before it. */
    int offset(int gone) {
        return gone + lastOffset & lastOffset;
    }

    /** Whether the number of agents whose threshold is met is known with so many gone: then it is {@link #most}. */
    boolean knows(int gone) {
        return in(bin(gone)) == 0 || offset(gone) == lastOffset;
    }

    /** At least so many agents have their threshold met with so many gone. */
    int least(int gone) {
        return knows(gone) ? most(gone) : below[bin(gone)];
    }

    /** At most so many agents have their threshold met with so many gone. */
    int most(int gone) {
        return below[bin(gone) + 1];
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
