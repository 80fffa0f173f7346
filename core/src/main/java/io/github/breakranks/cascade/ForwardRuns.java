package io.github.breakranks.cascade;

import io.github.breakranks.internal.NetworkRows;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * Spreads forward from chosen agents many times over, each time with other thresholds or other live links, as the models define it.
 *
 * <p>Chance is a hash of run and agent, or of run and link, so that nothing is kept and nothing is shared with the search.
 */
final class ForwardRuns {
    private static final int FEWEST = 16;
    private static final int MOST = 1000;
    private static final long LINKS = 2_000_000; // after so many links no further run is begun

    private final NetworkRows rows;
    private final Influence influence;
    private final boolean[] gone;
    private final double[] pressure;
    private final int[] queue;
    private long links;

    ForwardRuns(NetworkRows rows, Influence influence) {
        this.rows = rows;
        this.influence = influence;
        this.gone = new boolean[rows.agents()];
        this.pressure = new double[influence == Influence.LINEAR_THRESHOLD ? rows.agents() : 0];
        this.queue = new int[rows.agents()];
    }

    /**
     * The outcome of all runs.
     *
     * @param runs how many [count]; 0 if stopped before there were enough
     * @param mean of those who go [agents]
     * @param standardError of the mean [agents]
     */
    record Mean(int runs, double mean, double standardError) {}

    Mean spread(int[] chosen, long seed, BooleanSupplier mayGoOn) {
        double sum = 0;
        double squares = 0;
        int runs = 0;
        links = 0;
        while (runs < FEWEST || (runs < MOST && links < LINKS)) {
            if (!mayGoOn.getAsBoolean()) {
                return new Mean(0, Double.NaN, Double.NaN);
            }
            final double here = once(chosen, mixed(seed + 0x9E3779B97F4A7C15L * ++runs));
            sum += here;
            squares += here * here;
        }
        final double mean = sum / runs;
        final double variance = Math.max(0, squares / runs - mean * mean) * runs / (runs - 1);
        return new Mean(runs, mean, Math.sqrt(variance / runs));
    }

    private int once(int[] chosen, long world) {
        int tail = 0;
        for (int agent : chosen) {
            gone[agent] = true;
            queue[tail++] = agent;
        }
        for (int head = 0; head < tail; head++) {
            final int agent = queue[head];
            final int end = (int) rows.offsets()[agent + 1];
            links += rows.watchedBy(agent);
            for (int e = (int) rows.offsets()[agent]; e < end; e++) {
                final int watcher = rows.targets()[e];
                if (!gone[watcher] && follows(watcher, e, world)) {
                    gone[watcher] = true;
                    queue[tail++] = watcher;
                }
            }
        }
        for (int head = 0; head < tail; head++) {
            gone[queue[head]] = false;
        }
        if (influence == Influence.LINEAR_THRESHOLD) {
            clear(tail);
        }
        return tail;
    }

    private boolean follows(int watcher, int link, long world) {
        final double[] weights = rows.weights();
        final double weight = weights == null ? 1 : weights[link];
        final double scale = weights == null ? 1.0 / rows.watches(watcher) : 1;
        if (influence == Influence.INDEPENDENT_CASCADE) {
            return chance(world, link) < weight * scale;
        }
        pressure[watcher] += weight;
        return chance(world, watcher) < pressure[watcher] * scale;
    }

    /** Pressure where there was any: beside those who went. */
    private void clear(int tail) {
        if (tail > rows.agents() / 8) {
            Arrays.fill(pressure, 0);
            return;
        }
        for (int head = 0; head < tail; head++) {
            final int end = (int) rows.offsets()[queue[head] + 1];
            for (int e = (int) rows.offsets()[queue[head]]; e < end; e++) {
                pressure[rows.targets()[e]] = 0;
            }
        }
    }

    private static double chance(long world, int of) {
        return (mixed(world + 0xD1B54A32D192ED03L * (of + 1L)) >>> 11) * 0x1p-53;
    }

    /** A finisher of 64 bits: every bit of what comes in moves about half of those that go out. */
    private static long mixed(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
