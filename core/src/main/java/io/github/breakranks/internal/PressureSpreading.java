package io.github.breakranks.internal;

import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Goes by pressure: an agent goes once the weights of those gone whom he watches add up to his threshold. Weights are taken in whole units,
 * so that sums do not depend on their order. 20 bytes an agent, with the thresholds.
 */
public final class PressureSpreading extends Spreading {
    /** The threshold of one who never goes [units]; nobody's weights add up to so much. */
    public static final long NEVER = Long.MAX_VALUE;

    private final double[] weights;
    private final double scale;
    private final long[] thresholds;
    private final long[] left; // by agent: pressure missing still
    private final int[] willing;

    /**
     * A kernel.
     *
     * @param rows       with weights; what one agent watches must add up to less than 2^62 units
     * @param scale      units in a weight of 1
     * @param thresholds by agent [units], at least 0; only read, and not to be changed meanwhile
     */
    public PressureSpreading(NetworkRows rows, double scale, long[] thresholds, int threads) {
        super(rows, true, threads);
        this.weights = Objects.requireNonNull(rows.weights(), "weights");
        this.scale = scale;
        this.thresholds = thresholds;
        this.left = thresholds.clone();
        this.willing = IntStream.range(0, left.length)
                .filter(agent -> thresholds[agent] == 0)
                .toArray();
    }

    @Override
    boolean begin(int agent) {
        if (left[agent] < 0) {
            return false;
        }
        left[agent] = -1;
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
        final long before = left[watcher];
        final long after = before - (long) Math.rint(weights[link] * scale);
        left[watcher] = after;
        if (before > 0 && after <= 0) {
            order[tail] = watcher;
            return tail + 1;
        }
        return tail;
    }

    @Override
    void restore(int agent) {
        left[agent] = thresholds[agent];
    }

    @Override
    public void restoreAll() {
        System.arraycopy(thresholds, 0, left, 0, left.length);
    }
}
