package io.github.breakranks.internal;

import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * Agents counted threshold by threshold inside the bins that a cascade can visit, in packed counters of 1, 2, 4 or 8
 * bits. A counter that is full starts at zero again and the carry is kept apart, so the counts are exact.
 *
 * <p>With r agents gone, r in a bin of the window,
 *
 * <pre>{@code
 *   N(r) = agents in the bins below + agents of that bin with a threshold up to r
 * }</pre>
 *
 * <p>and both terms are exact. Cost: one pass over the agents to count. Reading goes upwards only, 64 bits at a time.
 *
 * <p>Thresholds that may be inside are first put into a short list, without a branch, and counted from there: a wrong
 * guess of the processor at each agent inside would cost more than all the rest.
 */
final class ExactWindow {
    /** How a count ended. */
    enum Outcome {
        COUNTED,
        COUNTERS_TOO_NARROW,
        STOPPED
    }

    /** What {@link #met} answers if the window cannot tell. */
    static final int UNKNOWN = -1;

    private static final int NONE = -1;
    private static final int AGENTS_BETWEEN_QUESTIONS = 1_000_000;
    private static final int AGENTS_AT_A_TIME = 1 << 12;
    private static final long[] ONE_IN_EACH = {-1L, 0x5555555555555555L, 0x1111111111111111L, 0x0101010101010101L};

    private final CoarseCounts coarse;
    private final VisitedBins visited;
    private final CarryTable carries;
    private final int[] list = new int[AGENTS_AT_A_TIME];
    private long[] words = new long[0];
    private int log2Bits;
    private int bin; // last read, or NONE
    private int readTo; // slot up to which, exclusive, it has been read
    private int sum; // agents with a threshold below that

    ExactWindow(CoarseCounts coarse, VisitedBins visited, CarryTable carries) {
        this.coarse = coarse;
        this.visited = visited;
        this.carries = carries;
    }

    /** Counts the agents inside the bins planned. */
    Outcome count(int[] othersNeeded, BooleanSupplier mayGoOn) {
        clear();
        for (int from = 0; from < othersNeeded.length && visited.slots() > 0; ) {
            if (!mayGoOn.getAsBoolean()) {
                return Outcome.STOPPED;
            }
            final int block = Math.min(othersNeeded.length - from, AGENTS_BETWEEN_QUESTIONS);
            if (!countBlock(othersNeeded, from, from + block)) {
                return Outcome.COUNTERS_TOO_NARROW;
            }
            from += block;
        }
        carries.startReading();
        return Outcome.COUNTED;
    }

    private void clear() {
        log2Bits = visited.log2Bits();
        final int needed = (int) (((long) visited.slots() << log2Bits) + 63 >>> 6);
        if (words.length < needed) {
            words = new long[0]; // never two windows at once
            words = new long[needed];
        } else {
            Arrays.fill(words, 0, needed, 0L);
        }
        carries.clear();
        bin = NONE;
    }

    /**
     * Reads the block at four places, so that agents who follow each other in sorted order do not wait for each other's
     * counter; the up to three that are left over come last. False if the carries do not fit.
     */
    private boolean countBlock(int[] othersNeeded, int from, int to) {
        final int quarter = (to - from) / 4;
        for (int done = 0; done < quarter; ) {
            final int many = Math.min(quarter - done, AGENTS_AT_A_TIME / 4);
            if (!raise(listSlots(listNear(othersNeeded, from + done, many, quarter)))) {
                return false;
            }
            done += many;
        }
        final int left = from + 4 * quarter;
        System.arraycopy(othersNeeded, left, list, 0, to - left);
        return raise(listSlots(to - left));
    }

    /** Lists the thresholds that may be inside, of so many agents at each of four places; how many they are. */
    private int listNear(int[] othersNeeded, int from, int many, int quarter) {
        final byte[] near = visited.near();
        final int[] thresholds = list;
        final int log2 = visited.nearShift();
        final int up = coarse.lastOffset();
        int listed = 0;
        for (int agent = from; agent < from + many; agent++) {
            final int a = othersNeeded[agent];
            thresholds[listed] = a;
            listed += near[a + up >>> log2 & near.length - 1];
            final int b = othersNeeded[agent + quarter];
            thresholds[listed] = b;
            listed += near[b + up >>> log2 & near.length - 1];
            final int c = othersNeeded[agent + 2 * quarter];
            thresholds[listed] = c;
            listed += near[c + up >>> log2 & near.length - 1];
            final int d = othersNeeded[agent + 3 * quarter];
            thresholds[listed] = d;
            listed += near[d + up >>> log2 & near.length - 1];
        }
        return listed;
    }

    /** Puts the slots of those inside in place of the thresholds: {@code first >> 31} is 0 inside, -1 outside. */
    private int listSlots(int listed) {
        final int[] slotOf = visited.slotOf();
        final int[] slots = list;
        final int log2 = coarse.shift();
        final int within = coarse.lastOffset();
        final int never = coarse.bins();
        int inside = 0;
        for (int i = 0; i < listed; i++) {
            final int raised = slots[i] + within;
            final int first = slotOf[Math.min(raised >>> log2, never)];
            slots[inside] = first + (raised & within);
            inside += 1 + (first >> 31);
        }
        return inside;
    }

    /** Raises the counters of the slots listed; false if the carries no longer fit. */
    private boolean raise(int listed) {
        final int[] slots = list;
        final long[] counters = words;
        final int log2 = log2Bits;
        final int perWord = 6 - log2;
        final long full = (1L << (1 << log2)) - 1;
        for (int i = 0; i < listed; i++) {
            final int slot = slots[i];
            final int place = slot << log2 & 63;
            final long word = counters[slot >>> perWord];
            if ((word >>> place & full) == full) {
                counters[slot >>> perWord] = word - (full << place);
                if (!carries.add(slot)) {
                    return false;
                }
            } else {
                counters[slot >>> perWord] = word + (1L << place);
            }
        }
        return true;
    }

    /**
     * The agents whose threshold is met, N(r), or {@link #UNKNOWN}.
     *
     * @param gone agents gone, r, fewer than all and never fewer than in an earlier question
     */
    int met(int gone) {
        if (coarse.knows(gone)) {
            bin = NONE;
            return coarse.most(gone);
        }
        final int asked = coarse.bin(gone);
        final int first = visited.slotOf()[asked];
        if (first < 0) {
            return UNKNOWN;
        }
        if (asked != bin) {
            bin = asked;
            readTo = first;
            sum = coarse.below(asked);
        }
        final int slot = first + coarse.offset(gone);
        if (slot >= readTo) {
            sum += agentsIn(readTo, slot + 1);
            readTo = slot + 1;
        }
        return sum;
    }

    /**
     * How many of the threshold values after the one just asked about, in the same bin, have exactly one agent each:
     * if one agent went in this round, then in each of so many more rounds exactly one goes. They count as read.
     */
    int onesAhead() {
        if (bin == NONE) {
            return 0;
        }
        final int end = Math.min(visited.slotOf()[bin] + coarse.width(), carries.nextSlot());
        final int perWord = 64 >> log2Bits;
        int slot = readTo;
        while (slot < end) {
            final long notOne = words[slot >>> 6 - log2Bits] ^ ONE_IN_EACH[log2Bits];
            final int leftInWord = perWord - (slot & perWord - 1);
            final int ones = Long.numberOfTrailingZeros(notOne >>> (slot << log2Bits & 63)) >>> log2Bits;
            slot += Math.min(ones, leftInWord);
            if (ones < leftInWord) {
                break;
            }
        }
        final int found = Math.max(0, Math.min(slot, end) - readTo);
        readTo += found;
        sum += found;
        return found;
    }

    private int agentsIn(int from, int to) {
        int agents = carries.between(from, to) << (1 << log2Bits);
        for (int slot = from; slot < to; ) {
            final int end = Math.min(to, (slot | (64 >> log2Bits) - 1) + 1); // of this word, or of all
            final long word = words[slot >>> 6 - log2Bits] >>> (slot << log2Bits & 63);
            agents += sumOf(word & -1L >>> 64 - (end - slot << log2Bits));
            slot = end;
        }
        return agents;
    }

    /** The sum of the counters in a word, bit by bit. */
    private int sumOf(long word) {
        int total = 0;
        for (int bit = 0; bit < 1 << log2Bits; bit++) {
            total += Long.bitCount(word >>> bit & ONE_IN_EACH[log2Bits]) << bit;
        }
        return total;
    }
}
