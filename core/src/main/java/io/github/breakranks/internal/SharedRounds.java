package io.github.breakranks.internal;

import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Tells of a large round on several threads. Each owns a range of watchers and counts for them alone; rows are dealt out in batches, and
 * what a thread finds in a row for another's watchers it puts into a box for him, to be emptied after the next barrier. Nothing is locked,
 * and who goes does not depend on the threads.
 */
final class SharedRounds {
    private static final int STRETCH = 1 << 20; // links between barriers, about; boxes hold as many

    private final Spreading kernel;
    private final NetworkRows rows;
    private final SpreadPart[] parts;
    private final boolean linksSent; // or watchers
    private final int stretch; // agents between barriers
    private int placed; // how many of those gone are counted into the parts

    SharedRounds(Spreading kernel, NetworkRows rows, boolean linksSent, int threads) {
        this.kernel = kernel;
        this.rows = rows;
        this.linksSent = linksSent;
        this.parts = parts(rows, threads);
        this.stretch = (int) Math.max(SpreadPart.BATCH, (double) STRETCH * rows.agents() / rows.targets().length);
    }

    /** Ranges of agents who watch about equally many, each beginning at a multiple of 64 so that no word of bits is shared. */
    private static SpreadPart[] parts(NetworkRows rows, int threads) {
        final int agents = rows.agents();
        final int most = Parallel.workers(threads, agents + 63 >>> 6); // all of them at once: they wait for each other
        final SpreadPart[] parts = new SpreadPart[most];
        long watched = 0;
        int agent = 0;
        int low = 0;
        for (int t = 0; t < most; t++) {
            final long enough = rows.targets().length * (t + 1L) / most;
            while (agent < agents && watched < enough) {
                watched += rows.watches(agent++);
            }
            final int high = t == most - 1 ? agents : Math.max(low, agent & -64);
            parts[t] = new SpreadPart(t, low, high, most);
            low = high;
        }
        return parts;
    }

    /** Forgets who has gone. */
    void reset() {
        placed = 0;
        for (SpreadPart part : parts) {
            part.gone = 0;
        }
    }

    /** Links over which was told since last asked [count]. */
    long links() {
        long links = 0;
        for (SpreadPart part : parts) {
            links += part.links;
            part.links = 0;
        }
        return links;
    }

    /** Tells of those at these places of the order, of whom {@code end} have gone; how many have gone then, the new ones in order. */
    int tell(int[] order, int first, int end) {
        while (placed < end) {
            partOf(order[placed++]).gone++;
        }
        int base = end;
        for (SpreadPart part : parts) {
            part.base = base;
            part.tail = base;
            base += part.high - part.low - part.gone; // room for all of its agents who have not gone
        }
        final AtomicInteger next = new AtomicInteger(first);
        final Phaser barrier = new Phaser(parts.length);
        Parallel.forEach(
                parts.length,
                parts.length,
                t -> work(parts[t], order, new Round(first, end, next, barrier)),
                () -> true,
                done -> {});
        int tail = end;
        for (SpreadPart part : parts) {
            System.arraycopy(order, part.base, order, tail, part.tail - part.base);
            tail += part.tail - part.base;
        }
        return tail;
    }

    private record Round(int first, int end, AtomicInteger next, Phaser barrier) {}

    /** One thread's work: fills boxes for a stretch, meets the others, empties its own while boxes of the other side are filled. */
    private void work(SpreadPart part, int[] order, Round round) {
        try {
            int side = 0;
            for (long until = round.first() + (long) stretch; ; until += stretch) {
                final int stop = (int) Math.min(until, round.end());
                fill(part, order, round, stop, side);
                round.barrier().arriveAndAwaitAdvance();
                empty(part, side);
                if (stop == round.end()) {
                    break;
                }
                side = 1 - side;
            }
            kernel.order(part, part.base, part.tail);
        } finally {
            round.barrier().arriveAndDeregister();
        }
    }

    private void fill(SpreadPart part, int[] order, Round round, int stop, int side) {
        int at = claim(round, stop);
        while (at < stop) {
            final int count = Math.min(SpreadPart.BATCH, stop - at);
            part.room(side, part.readAhead(order, at, count, rows));
            deal(part, count, side);
            at = claim(round, stop);
        }
    }

    /** The next batch of this stretch that nobody has taken. */
    private static int claim(Round round, int stop) {
        return round.next().getAndUpdate(at -> at < stop ? Math.min(stop, at + SpreadPart.BATCH) : at);
    }

    /** An ascending row holds each owner's watchers side by side: the rows of a batch are followed from owner to owner. */
    private void deal(SpreadPart part, int count, int side) {
        for (SpreadPart owner : parts) {
            if (owner == part) {
                kernel.tellOwn(part, count);
            } else {
                final int size = part.size(side, owner.number);
                part.setSize(
                        side, owner.number, write(part, count, owner.high, part.letters(side, owner.number), size));
            }
        }
    }

    private int write(SpreadPart part, int count, int high, int[] box, int size) {
        final int[] targets = rows.targets();
        int end = size;
        for (int k = 0; k < count; k++) {
            final int to = part.to[k];
            int e = part.from[k];
            while (e < to && targets[e] < high) {
                box[end++] = linksSent ? e : targets[e];
                e++;
            }
            part.from[k] = e;
        }
        return end;
    }

    private void empty(SpreadPart part, int side) {
        for (SpreadPart sender : parts) {
            if (sender != part) {
                kernel.read(part, sender.letters(side, part.number), sender.size(side, part.number));
                sender.setSize(side, part.number, 0);
            }
        }
    }

    private SpreadPart partOf(int agent) {
        int t = 0;
        while (agent >= parts[t].high) {
            t++;
        }
        return parts[t];
    }
}
