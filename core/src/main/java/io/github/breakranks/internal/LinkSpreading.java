package io.github.breakranks.internal;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Goes by links that work or do not, each tried once: an agent goes once one of those he watches has gone whose link to him works. Whether a
 * link works is drawn from the seed and its number. 4 bytes and two bits an agent.
 */
public final class LinkSpreading extends Spreading {
    private final double @Nullable [] chances;
    private final long heads;
    private final @Nullable NetworkRows watched; // where chances follow from how many each watches
    private final long[] barred; // a bit an agent: he never goes
    private final long[] gone; // a bit an agent: he has gone, or never does
    private long coins;

    /**
     * A kernel.
     *
     * @param chances by link that it works, shares; null where each works with chance {@code chance}
     * @param chance  of every link; NaN: one over how many the watcher watches
     * @param never   who never goes
     */
    public LinkSpreading(NetworkRows rows, double @Nullable [] chances, double chance, BitSet never, int threads) {
        super(rows, true, threads);
        this.chances = chances;
        this.heads = Coins.heads(chance);
        this.watched = chances == null && Double.isNaN(chance) ? rows : null;
        this.barred = Arrays.copyOf(never.toLongArray(), rows.agents() + 63 >>> 6);
        this.gone = barred.clone();
    }

    /** Draws links from this seed from now on. */
    public void draw(long seed) {
        coins = Coins.state(seed);
    }

    @Override
    boolean begin(int agent) {
        final long bit = 1L << agent;
        final long set = gone[agent >>> 6];
        gone[agent >>> 6] = set | bit;
        return (set & bit) == 0;
    }

    @Override
    void tell(SpreadPart part, int count) {
        int tail = part.tail;
        for (int k = 0; k < count; k++) {
            for (int e = part.from[k]; e < part.to[k]; e++) {
                tail = hear(targets[e], e, tail);
            }
        }
        part.tail = tail;
    }

    @Override
    void tellOwn(SpreadPart part, int count) {
        int tail = part.tail;
        for (int k = 0; k < count; k++) {
            int e = part.from[k];
            while (e < part.to[k] && targets[e] < part.high) {
                tail = hear(targets[e], e, tail);
                e++;
            }
            part.from[k] = e;
        }
        part.tail = tail;
    }

    @Override
    void read(SpreadPart part, int[] letters, int count) {
        int tail = part.tail;
        for (int k = 0; k < count; k++) {
            tail = hear(targets[letters[k]], letters[k], tail);
        }
        part.tail = tail;
    }

    /** Writes the watcher at the tail if he goes; the tail then. */
    private int hear(int watcher, int link, int tail) {
        if ((gone[watcher >>> 6] & 1L << watcher) == 0 && works(link)) {
            gone[watcher >>> 6] |= 1L << watcher;
            order[tail] = watcher;
            return tail + 1;
        }
        return tail;
    }

    private boolean works(int link) {
        if (watched != null) {
            return Coins.yes(coins, link, Coins.heads(1.0 / watched.watches(targets[link])));
        }
        return Coins.yes(coins, link, chances == null ? heads : Coins.heads(chances[link]));
    }

    @Override
    void restore(int agent) {
        gone[agent >>> 6] = barred[agent >>> 6];
    }

    @Override
    public void restoreAll() {
        System.arraycopy(barred, 0, gone, 0, gone.length);
    }
}
