package io.github.breakranks.internal;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Spreads going over a network, round by round: each who has gone is seen once by each of his watchers.
 *
 * <p>Waiting for memory is nearly all of the cost, so rows are read in an order that waits little. The agents of a large round are taken
 * by number, which turns jumps through memory into a stream; and the bounds and both ends of 64 rows are read before the first of them is
 * walked, so that their waits overlap.
 *
 * <p>Several threads share a large round ({@link SharedRounds}). All that happens is the same on any number of threads.
 *
 * <p>A kernel may be used again and again, by one caller at a time; {@link #reset} costs no more than what was touched.
 */
public abstract sealed class Spreading permits CountSpreading, PressureSpreading, LinkSpreading {
    private static final int WORTH_ORDERING = 2_048; // a round of fewer than one in so many is left as it came
    private static final int WORTH_SHARING = 1 << 18; // links; starting a thread costs some 20,000 of them
    private static final int WORTH_TRACING = 64; // touching one link again costs as much as copying so many agents
    private static final int BETWEEN_QUESTIONS = 1 << 14; // agents

    final int[] targets;
    final int[] order; // who went, round after round
    private final NetworkRows rows;
    private final long[] marks; // scratch for ordering, a bit an agent, clear between uses
    private final SpreadPart whole;
    private final @Nullable SharedRounds shared; // null: one thread, or too small for more
    private int gone;
    private int told;
    private long links;
    private int rounds;
    private int[] ends = new int[16]; // by round: so many had gone

    /**
     * Room for a spread.
     *
     * @param linksSent whether parts write to each other of links, or of watchers
     */
    Spreading(NetworkRows rows, boolean linksSent, int threads) {
        final int agents = rows.agents();
        this.rows = rows;
        this.targets = rows.targets();
        this.order = new int[agents];
        this.marks = new long[agents + 63 >>> 6];
        this.whole = new SpreadPart(0, 0, agents, 1);
        this.shared = threads > 1 && targets.length >= WORTH_SHARING
                ? new SharedRounds(this, rows, linksSent, threads)
                : null;
    }

    /** Marks one as gone at the start; false if he is already. */
    abstract boolean begin(int agent);

    /** Those who go in the first round whatever the others do; none unless a kernel says otherwise. */
    int[] willing() {
        return new int[0];
    }

    /** Tells the watchers of agents whose rows stand in the part's batch; who goes is written at its tail. */
    abstract void tell(SpreadPart part, int count);

    /** The same for those watchers whom the part owns: each row's from where it is read to, as far as that; there it is read to then. */
    abstract void tellOwn(SpreadPart part, int count);

    /** Tells the watchers of whom other parts wrote. */
    abstract void read(SpreadPart part, int[] letters, int count);

    /** Makes this agent as before the spread. */
    abstract void restore(int agent);

    /** Makes everybody as before the spread. */
    public abstract void restoreAll();

    /**
     * Spreads from these until nobody else goes, or it may not go on; then what happened so far stands.
     *
     * @param start   who has gone at the start; repeats do not count
     * @param mayGoOn asked by the caller's thread, once in a round and in some ten thousand agents
     * @return whether it came to rest
     */
    public final boolean spread(int[] start, BooleanSupplier mayGoOn) {
        for (int agent : start) {
            gone += begin(agent) ? put(agent) : 0;
        }
        order(whole, 0, gone);
        ends[0] = gone;
        int first = 0;
        int end = gone;
        for (int agent : willing()) {
            gone += begin(agent) ? put(agent) : 0;
        }
        while (true) {
            final boolean all = tellRound(first, end, mayGoOn);
            if (gone > end) {
                close();
            }
            if (!all || gone == end) {
                return all;
            }
            first = end;
            end = gone;
        }
    }

    private int put(int agent) {
        order[gone] = agent;
        return 1;
    }

    private void close() {
        rounds++;
        if (rounds == ends.length) {
            ends = Arrays.copyOf(ends, 2 * rounds);
        }
        ends[rounds] = gone;
    }

    /** Tells of one round; those who follow stand behind it, the larger rounds by number. False if it may not go on. */
    private boolean tellRound(int first, int end, BooleanSupplier mayGoOn) {
        final double estimate = (double) (end - first) / order.length * targets.length; // links
        if (shared != null && gone == end && estimate >= WORTH_SHARING) {
            if (!mayGoOn.getAsBoolean()) {
                return false;
            }
            gone = shared.tell(order, first, end);
            links += shared.links();
            told = end;
            return true;
        }
        whole.tail = gone;
        boolean all = true;
        for (int at = first; at < end && all; at += BETWEEN_QUESTIONS) {
            all = mayGoOn.getAsBoolean();
            if (all) {
                told = Math.min(end, at + BETWEEN_QUESTIONS);
                tell(at, told);
            }
        }
        links += whole.links;
        whole.links = 0;
        gone = whole.tail;
        order(whole, end, gone);
        return all;
    }

    private void tell(int first, int end) {
        for (int at = first; at < end; at += SpreadPart.BATCH) {
            final int count = Math.min(SpreadPart.BATCH, end - at);
            whole.readAhead(order, at, count, rows);
            tell(whole, count);
        }
    }

    /** Puts a large round's agents, all within the part's range, in ascending order: a bit each, then bit by bit. */
    final void order(SpreadPart part, int from, int to) {
        if (to - from <= (part.high - part.low) / WORTH_ORDERING) {
            return;
        }
        for (int k = from; k < to; k++) {
            marks[order[k] >>> 6] |= 1L << order[k];
        }
        int at = from;
        for (int word = part.low >>> 6; at < to; word++) {
            long left = marks[word];
            marks[word] = 0;
            while (left != 0) {
                order[at++] = (word << 6) + Long.numberOfTrailingZeros(left);
                left &= left - 1;
            }
        }
    }

    /** Forgets the last spread, at the cost of the links it touched or of all agents, whichever is less. */
    public final void reset() {
        if (links > order.length / WORTH_TRACING || told < gone) {
            restoreAll();
        } else {
            restoreTouched();
        }
        gone = 0;
        told = 0;
        links = 0;
        rounds = 0;
        if (shared != null) {
            shared.reset();
        }
    }

    private void restoreTouched() {
        final long[] offsets = rows.offsets();
        for (int k = 0; k < gone; k++) {
            restore(order[k]);
            for (int e = (int) offsets[order[k]]; e < offsets[order[k] + 1]; e++) {
                restore(targets[e]);
            }
        }
    }

    /** Agents gone [count]. */
    public final int gone() {
        return gone;
    }

    /** Rounds in which somebody went [count]. */
    public final int rounds() {
        return rounds;
    }

    /** How many have gone after each round, from the start on. */
    public final int[] ends() {
        return Arrays.copyOf(ends, rounds + 1);
    }

    /** Who went, round after round; within a round in no particular order. */
    public final int[] order() {
        return Arrays.copyOf(order, gone);
    }

    /** Links over which somebody was told [count]. */
    public final long links() {
        return links;
    }
}
