package io.github.breakranks.cascade;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Solver;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.Coins;
import io.github.breakranks.internal.Parallel;
import io.github.breakranks.network.Network;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Spreads going over one network many times, each time with other luck, and says how the outcomes are spread: the expected spread is the
 * {@link CascadeEnsemble#mean} share.
 *
 * <p>Luck is what the contagion draws (thresholds, links), or who starts, or both. Run i draws from the seed and i alone: the same seed gives
 * the same runs on any number of threads. Each thread keeps one workspace; a run that touches few costs no more than the links it touches,
 * unless thresholds are drawn afresh for everybody.
 *
 * @param cascade  what spreads, and from whom; its own seed and threads are not used
 * @param starters how many start, drawn afresh for each run [count]; 0: those of the cascade. Both together are refused
 * @param runs     how many [count], at least 1
 * @param seed     what chance is drawn from
 * @param threads  how many threads work at most [count]; no more than four a processor, nor than have room in the heap
 */
public record NetworkEnsemble(NetworkCascade cascade, int starters, int runs, long seed, int threads)
        implements Solver<Network, CascadeEnsemble> {

    private static final long BENCH_BYTES_AN_AGENT =
            64; // workspace and check some 45 at most, a spread and its order the rest
    private static final long BENCH_BYTES = 1 << 12;

    public NetworkEnsemble {
        Objects.requireNonNull(cascade, "cascade");
        Checks.count(0, "starters", "agents", starters);
        Checks.count(1, "runs", "runs", runs);
        Checks.count(1, "threads", "threads", threads);
        if (starters > 0 && cascade.starting() > 0) {
            throw Checks.refused(
                    "starters must be 0 where the cascade has a start, %s agents, but was %s; draw all who start, or give the cascade"
                            + " no start",
                    cascade.starting(), starters);
        }
    }

    /** So many runs from the cascade's start, on all processors. */
    public static NetworkEnsemble of(NetworkCascade cascade, int runs, long seed) {
        return new NetworkEnsemble(cascade, 0, runs, seed, Runtime.getRuntime().availableProcessors());
    }

    /** This ensemble, each run from so many agents drawn afresh, each set of them equally likely [count]; refused if the cascade has a start. */
    public NetworkEnsemble withStarters(int newStarters) {
        return new NetworkEnsemble(cascade, newStarters, runs, seed, threads);
    }

    /** This ensemble on so many threads. */
    public NetworkEnsemble withThreads(int newThreads) {
        return new NetworkEnsemble(cascade, starters, runs, seed, newThreads);
    }

    @Override
    public Answer<CascadeEnsemble> solve(Network network, Watch watch) {
        Objects.requireNonNull(network, "network");
        Objects.requireNonNull(watch, "watch");
        requireChance(network);
        final int[] start = cascade.startOn(network);
        final ConcurrentLinkedQueue<Bench> benches = new ConcurrentLinkedQueue<>();
        benches.add(new Bench(network)); // a network that does not fit is refused here
        final CascadeEnsemble.Run[] done = new CascadeEnsemble.Run[runs];
        final boolean finished = Parallel.forEach(
                runs,
                workers(threads, runs, benchBytes(network), room(network)),
                run -> {
                    final Bench free = benches.poll();
                    final Bench bench = free == null ? new Bench(network) : free;
                    done[run] = bench.once(run, start, watch);
                    benches.add(bench);
                },
                watch::mayGoOn,
                watch::done);
        final CascadeEnsemble ensemble = new CascadeEnsemble(network.agents(), Dynamics.rounds(), done);
        final Certificate certificate = certificate(ensemble);
        return finished && ensemble.runs() == runs
                ? new Answer.Found<>(ensemble, certificate)
                : new Answer.Stopped<>(
                        ensemble, certificate, watch.why(), "raise the limit, or take fewer runs; those done are kept");
    }

    /** As many threads as help and have room for a bench each; the first is there anyway. */
    static int workers(int threads, int runs, long benchBytes, long room) {
        return (int) Math.max(1, Math.min(Parallel.workers(threads, runs), room / benchBytes));
    }

    /** What a thread needs at most, with a spread of everybody [bytes]. */
    private static long benchBytes(Network network) {
        return BENCH_BYTES_AN_AGENT * network.agents() + BENCH_BYTES;
    }

    /** Half of what the network leaves of the heap [bytes]: others need some, and garbage is not told from what is in use. */
    private static long room(Network network) {
        return (Runtime.getRuntime().maxMemory() - network.bytes()) / 2;
    }

    private void requireChance(Network network) {
        if (starters > network.agents()) {
            throw Checks.refused(
                    "starters must be at most the agents there are, %s [count], but was %s",
                    network.agents(), starters);
        }
        if (starters == 0 && !cascade.contagion().random()) {
            throw Checks.refused(
                    "cascade must leave something to chance, but was %s; take withStarters(k), or a contagion that draws",
                    cascade);
        }
    }

    private Certificate certificate(CascadeEnsemble ensemble) {
        if (ensemble.runs() == 0) {
            return new Certificate.Unproven("no run was done");
        }
        return ensemble.confirmed() == ensemble.runs()
                ? new Certificate.Proven(
                        "integers: each of " + ensemble.runs()
                                + " runs, followed again, has all who wanted to go and nobody else",
                        List.of("chance as drawn"))
                : new Certificate.Unproven(ensemble.runs() - ensemble.confirmed() + " of " + ensemble.runs()
                        + " runs, followed again, came out otherwise");
    }

    /** One thread's room. */
    private final class Bench {
        private final Network network;
        private final SpreadWorkspace workspace;
        private final SpreadVerifier verifier;

        Bench(Network network) {
            this.network = network;
            this.workspace = cascade.workspace(network, 1);
            this.verifier = cascade.verifier(network);
        }

        /** One run; null if the watch stopped it. */
        CascadeEnsemble.@Nullable Run once(int run, int[] fixed, Watch watch) {
            final long luck = Coins.draw(Coins.state(seed), run);
            final int[] start = starters == 0 ? fixed : draw(Coins.state(luck));
            if (!workspace.spread(luck, start, watch::mayGoOn)) {
                return null;
            }
            final NetworkSpread spread =
                    new NetworkSpread(network.agents(), cascade.contagion(), workspace.spreading());
            final boolean confirmed = verifier.wrong(luck, spread, start, true, 1) == null;
            return CascadeEnsemble.Run.of(spread, confirmed);
        }

        /** Floyd's sampling: each set equally likely, one draw an agent. Those who have not heard do not start. */
        private int[] draw(long coins) {
            final Set<Integer> drawn = new TreeSet<>();
            for (int last = network.agents() - starters; last < network.agents(); last++) {
                final int agent = (int) Coins.upTo(last + 1L, coins, -1L - last) - 1;
                if (!drawn.add(agent)) {
                    drawn.add(last);
                }
            }
            return drawn.stream()
                    .filter(cascade::aware)
                    .mapToInt(agent -> agent)
                    .toArray();
        }
    }

    @Override
    public String toString() {
        return "NetworkEnsemble[" + runs + " runs, seed " + seed + ", "
                + (starters == 0 ? "" : starters + " drawn to start, ") + cascade + "]";
    }
}
