package io.github.breakranks.cascade;

import io.github.breakranks.answer.Watch;
import io.github.breakranks.internal.Parallel;
import io.github.breakranks.network.Network;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Spreads forward from chosen agents many times over, each time with other luck, by the kernels of {@link NetworkCascade}, which know nothing
 * of reverse-reachable sets. How many runs there are follows from the links that the first one walks.
 */
final class ForwardRuns {
    private static final int FEWEST = 8;
    private static final int MOST = 1000;
    private static final long LINKS = 2_000_000; // to be walked by all runs together, about

    private final NetworkCascade cascade;
    private final Network network;
    private final int threads;
    private final Queue<SpreadWorkspace> idle = new ConcurrentLinkedQueue<>();

    ForwardRuns(Contagion contagion, Network network, int threads) {
        this.cascade = NetworkCascade.of(contagion);
        this.network = network;
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

    Mean spread(int[] chosen, long seed, Watch watch) {
        final SpreadWorkspace first = cascade.workspace(network, 1);
        if (!first.spread(seed, chosen, watch::mayGoOn)) {
            return new Mean(0, Double.NaN, Double.NaN);
        }
        final long links = 1 + first.spreading().links() + network.agents() / 4;
        final int[] by = new int[(int) Math.max(FEWEST, Math.min(MOST, LINKS / links))];
        by[0] = first.spreading().gone();
        idle.add(first);
        final boolean all = Parallel.forEach(
                by.length - 1,
                threads,
                piece -> by[piece + 1] = once(chosen, seed + piece + 1),
                watch::mayGoOn,
                share -> {});
        return all ? Mean.of(by) : new Mean(0, Double.NaN, Double.NaN);
    }

    private int once(int[] chosen, long seed) {
        final SpreadWorkspace free = idle.poll();
        final SpreadWorkspace workspace = free == null ? cascade.workspace(network, 1) : free;
        workspace.spread(seed, chosen, () -> true);
        final int gone = workspace.spreading().gone();
        idle.add(workspace);
        return gone;
    }
}
