package io.github.breakranks.internal;

import java.util.stream.IntStream;

/** Goes by counts: an agent goes once so many of those he watches have gone. 12 bytes an agent, with the needs. */
public final class CountSpreading extends Spreading {
    /** The need of one who never goes [count]: nobody watches so many. */
    public static final int NEVER = Integer.MAX_VALUE;

    private final int[] needs;
    private final int[] left; // by agent: how many are missing still; 0 or below once he has gone
    private final int[] willing;

    /**
     * A kernel.
     *
     * @param needs by agent: how many of those he watches must have gone before he goes [count], at least 0; only read, and not to be
     *              changed meanwhile
     */
    public CountSpreading(NetworkRows rows, int[] needs, int threads) {
        super(rows, false, threads);
        this.needs = needs;
        this.left = needs.clone();
        this.willing = IntStream.range(0, needs.length)
                .filter(agent -> needs[agent] == 0)
                .toArray();
    }

    @Override
    boolean begin(int agent) {
        if (left[agent] < 0) {
            return false;
        }
        left[agent] = -1; // one who has not gone has at least 0 left before anybody is told
        return true;
    }

    @Override
    int[] willing() {
        return willing;
    }

    @Override
    void tell(SpreadPart part, int count) {
        int tail = part.tail;
        for (int k = 0; k < count; k++) {
            for (int e = part.from[k]; e < part.to[k]; e++) {
                tail = hear(targets[e], tail);
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
                tail = hear(targets[e], tail);
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
            tail = hear(letters[k], tail);
        }
        part.tail = tail;
    }

    /** Writes the watcher at the tail if he goes; the tail then. */
    private int hear(int watcher, int tail) {
        if (--left[watcher] == 0) {
            order[tail] = watcher;
            return tail + 1;
        }
        return tail;
    }

    @Override
    void restore(int agent) {
        left[agent] = needs[agent];
    }

    @Override
    public void restoreAll() {
        System.arraycopy(needs, 0, left, 0, needs.length);
    }
}
