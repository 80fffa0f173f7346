package io.github.breakranks.internal;

import java.util.BitSet;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The least and the greatest set of agents on a network that rests, by a work queue: each who moves tells each of his watchers once.
 *
 * <p>Cost: O(agents + links of those who move). 12 bytes an agent.
 */
public final class WatchedSpread {
    private static final int OFTEN = 0xFFFF;

    private final WatchedNeeds needs;
    private final long[] pressure; // by agent, from those gone
    private final int[] queue;
    private int tail;

    private WatchedSpread(WatchedNeeds needs) {
        this.needs = needs;
        this.pressure = new long[needs.agents()];
        this.queue = new int[needs.agents()];
    }

    /** Who has gone in the end if these go first and stay gone; null if the work was stopped. */
    public static @Nullable BitSet least(WatchedNeeds needs, BitSet start, BooleanSupplier mayGoOn) {
        return new WatchedSpread(needs).up(start, mayGoOn);
    }

    /** Who is still gone in the end if all have gone and whoever wants comes back; null if the work was stopped. */
    public static @Nullable BitSet greatest(WatchedNeeds needs, BooleanSupplier mayGoOn) {
        return new WatchedSpread(needs).down(mayGoOn);
    }

    private @Nullable BitSet up(BitSet start, BooleanSupplier mayGoOn) {
        final BitSet gone = (BitSet) start.clone();
        start.stream().forEach(agent -> queue[tail++] = agent);
        for (int agent = 0; agent < needs.agents(); agent++) {
            if (needs.needed()[agent] <= 0 && !gone.get(agent)) {
                join(agent, gone);
            }
        }
        for (int head = 0; head < tail; head++) {
            if ((head & OFTEN) == OFTEN && !mayGoOn.getAsBoolean()) {
                return null;
            }
            final int agent = queue[head];
            final int end = end(agent);
            for (int link = end(agent - 1); link < end; link++) {
                final int watcher = needs.rows().targets()[link];
                pressure[watcher] += needs.unitsOf(link);
                if (pressure[watcher] >= needs.needed()[watcher] && !gone.get(watcher)) {
                    join(watcher, gone);
                }
            }
        }
        return gone;
    }

    private void join(int agent, BitSet gone) {
        gone.set(agent);
        queue[tail++] = agent;
    }

    private @Nullable BitSet down(BooleanSupplier mayGoOn) {
        final BitSet gone = new BitSet(needs.agents());
        gone.set(0, needs.agents());
        for (int agent = 0; agent < needs.agents(); agent++) {
            pressure[agent] = needs.totals()[agent];
            if (pressure[agent] < needs.needed()[agent]) {
                leave(agent, gone);
            }
        }
        for (int head = 0; head < tail; head++) {
            if ((head & OFTEN) == OFTEN && !mayGoOn.getAsBoolean()) {
                return null;
            }
            final int agent = queue[head];
            final int end = end(agent);
            for (int link = end(agent - 1); link < end; link++) {
                final int watcher = needs.rows().targets()[link];
                pressure[watcher] -= needs.unitsOf(link);
                if (pressure[watcher] < needs.needed()[watcher] && gone.get(watcher)) {
                    leave(watcher, gone);
                }
            }
        }
        return gone;
    }

    private void leave(int agent, BitSet gone) {
        gone.clear(agent);
        queue[tail++] = agent;
    }

    /** Where the row of an agent ends. */
    private int end(int agent) {
        return (int) needs.rows().offsets()[agent + 1];
    }
}
