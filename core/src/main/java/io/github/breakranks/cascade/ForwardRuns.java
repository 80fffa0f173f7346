package io.github.breakranks.cascade;

import io.github.breakranks.internal.NetworkRows;
import io.github.breakranks.internal.Parallel;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;

/**
 * Spreads forward from chosen agents many times over, each time with other thresholds or other live links, as the models define it.
 *
 * <p>Chance is a hash of run and agent, or of run and link, so that nothing is kept and nothing is shared with the search. How many runs there
 * are follows from the links that the first one walks.
 */
final class ForwardRuns {
    private static final int FEWEST = 8;
    private static final int MOST = 1000;
    private static final long LINKS = 2_000_000; // to be walked by all runs together, about
    private static final long STEP = 0x9E3779B97F4A7C15L; // odd, so that numbers a step apart never repeat
    private static final double GONE = Double.NEGATIVE_INFINITY;

    private final NetworkRows rows;
    private final Influence influence;
    private final int threads;
    private final Queue<Run> idle = new ConcurrentLinkedQueue<>();

    ForwardRuns(NetworkRows rows, Influence influence, int threads) {
        this.rows = rows;
        this.influence = influence;
        this.threads = threads;
    }

    /**
     * The outcome of all runs.
     *
     * @param runs          how many [count]; 0 if stopped before there were enough
     * @param mean          of those who go [agents]
     * @param standardError of the mean [agents]
     */
    record Mean(int runs, double mean, double standardError) {
        static Mean of(int... gone) {
            final double mean = Arrays.stream(gone).average().orElseThrow();
            double squares = 0;
            for (int here : gone) {
                squares += (here - mean) * (here - mean);
            }
            return new Mean(gone.length, mean, Math.sqrt(squares / (gone.length - 1) / gone.length));
        }
    }

    Mean spread(int[] chosen, long seed, BooleanSupplier mayGoOn) {
        final Run first = new Run();
        final int gone = first.once(chosen, mixed(seed));
        final int[] by = new int[(int) Math.max(FEWEST, Math.min(MOST, LINKS / (first.links + 1)))];
        by[0] = gone;
        idle.add(first);
        final boolean all = Parallel.forEach(
                by.length - 1,
                threads,
                piece -> {
                    final Run free = idle.poll();
                    final Run run = free == null ? new Run() : free;
                    by[piece + 1] = run.once(chosen, mixed(seed + STEP * (piece + 1L)));
                    idle.add(run);
                },
                mayGoOn,
                share -> {});
        return all ? Mean.of(by) : new Mean(0, Double.NaN, Double.NaN);
    }

    /** One thread's room. */
    private final class Run {
        private final double[] missing = new double[rows.agents()]; // what still keeps him; 0: nothing drawn yet
        private final int[] queue = new int[rows.agents()];
        private int tail;
        private long links;

        int once(int[] chosen, long world) {
            tail = 0;
            links = 0;
            for (int agent : chosen) {
                go(agent);
            }
            for (int head = 0; head < tail; head++) {
                final int end = (int) rows.offsets()[queue[head] + 1];
                links += rows.watchedBy(queue[head]);
                for (int e = (int) rows.offsets()[queue[head]]; e < end; e++) {
                    final int watcher = rows.targets()[e];
                    if (missing[watcher] != GONE && follows(watcher, e, world)) {
                        go(watcher);
                    }
                }
            }
            clear();
            return tail;
        }

        private void go(int agent) {
            missing[agent] = GONE;
            queue[tail++] = agent;
        }

        private boolean follows(int watcher, int link, long world) {
            final double[] weights = influence.weights(rows);
            if (!influence.linear()) {
                return chance(world, link) < (weights == null ? alike(watcher) : weights[link]);
            }
            if (missing[watcher] == 0) {
                missing[watcher] = chance(world, watcher) * (weights == null ? rows.watches(watcher) : 1);
            }
            missing[watcher] -= weights == null ? 1 : weights[link];
            return missing[watcher] < 0;
        }

        private double alike(int watcher) {
            return Double.isNaN(influence.chance()) ? 1.0 / rows.watches(watcher) : influence.chance();
        }

        private void clear() {
            if (links > rows.agents() / 8) {
                Arrays.fill(missing, 0);
                return;
            }
            for (int head = 0; head < tail; head++) {
                missing[queue[head]] = 0;
                final int end = (int) rows.offsets()[queue[head] + 1];
                for (int e = (int) rows.offsets()[queue[head]]; e < end; e++) {
                    missing[rows.targets()[e]] = 0;
                }
            }
        }
    }

    private static double chance(long world, int of) {
        return ((mixed(world + STEP * (of + 1L)) >>> 11) + 0.5) * 0x1p-53; // never 0
    }

    /** A finisher of 64 bits: every bit of what comes in moves about half of those that go out. */
    private static long mixed(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
