package io.github.breakranks.cascade;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Solver;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.network.Network;
import java.util.BitSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Spreads going over a network: round by round, all go whom those they watch have brought to it, and nobody comes back.
 *
 * <pre>{@code
 *   S' = S + { i : #(S and those i watches) >= t_i }      from the start until S' = S
 *
 *   S    who has gone
 *   t_i  how many of those he watches must have gone before agent i goes   [count]
 * }</pre>
 *
 * <p>That is for counts; {@link Contagion} says what else may count. The map never falls, so this is the least set that holds the start and
 * is closed (Tarski's fixed-point theorem), whatever the order in which they look round. Where everybody watches everybody it is {@link
 * WellMixedCascade}, exactly.
 *
 * <p>Exact, in integers; weights that have no common unit are rounded, see {@link Contagion#pressure}, and the certificate says so. The same
 * bits on any number of threads. Cost: one visit for each link from those gone, about 4 ns for sixteen million of them, once more for the
 * certificate, and O(n); 12 bytes an agent beside the network (20 where weights add up), and 4 for the certificate.
 *
 * @see <a href="https://doi.org/10.1073/pnas.082090499">D. J. Watts (2002), "A simple model of global cascades on random networks", PNAS
 *     99(9), 5766-5771</a>
 * @see <a href="https://doi.org/10.1111/1467-937X.00121">S. Morris (2000), "Contagion", Review of Economic Studies 67(1), 57-78</a>
 */
public final class NetworkCascade implements Solver<Network, NetworkSpread> {
    private final Contagion contagion;
    private final BitSet start; // never handed out
    private final @Nullable BitSet aware; // never handed out; null: everybody
    private final long seed;
    private final int threads;

    private NetworkCascade(Contagion contagion, BitSet start, @Nullable BitSet aware, long seed, int threads) {
        this.contagion = Objects.requireNonNull(contagion, "contagion");
        this.start = start;
        this.aware = aware;
        this.seed = seed;
        this.threads = Checks.count(1, "threads", "threads", threads);
    }

    /** From nobody, on one thread, chance drawn from seed 0. */
    public static NetworkCascade of(Contagion contagion) {
        return new NetworkCascade(contagion, new BitSet(), null, 0, 1);
    }

    /** This solver with another contagion. */
    public NetworkCascade withContagion(Contagion newContagion) {
        return new NetworkCascade(newContagion, start, aware, seed, threads);
    }

    /** This solver with these agents gone at the start. */
    public NetworkCascade withStart(int... agents) {
        return new NetworkCascade(contagion, set("agents", agents), aware, seed, threads);
    }

    /** This solver in which only these have heard that one can go; the others never go, not even at the start. */
    public NetworkCascade withAware(int... agents) {
        return new NetworkCascade(contagion, start, set("agents", agents), seed, threads);
    }

    /** This solver in which everybody has heard. */
    public NetworkCascade withAllAware() {
        return new NetworkCascade(contagion, start, null, seed, threads);
    }

    /** This solver with chance drawn from another seed. */
    public NetworkCascade withSeed(long newSeed) {
        return new NetworkCascade(contagion, start, aware, newSeed, threads);
    }

    /**
     * This solver on at most so many threads [count], and no more than four a processor; rounds of a quarter of a million links and more are
     * shared.
     */
    public NetworkCascade withThreads(int newThreads) {
        return new NetworkCascade(contagion, start, aware, seed, newThreads);
    }

    private static BitSet set(String name, int... agents) {
        final BitSet set = new BitSet();
        for (int agent : Objects.requireNonNull(agents, name)) {
            set.set(Checks.count(0, name, "number of an agent", agent));
        }
        return set;
    }

    /** What it takes to make an agent go. */
    public Contagion contagion() {
        return contagion;
    }

    /** What chance is drawn from. */
    public long seed() {
        return seed;
    }

    /** How many threads work [count]. */
    public int threads() {
        return threads;
    }

    @Override
    public Answer<NetworkSpread> solve(Network network, Watch watch) {
        Objects.requireNonNull(watch, "watch");
        final SpreadWorkspace workspace = workspace(network, threads);
        final int[] begins = startOn(network);
        final boolean rested = workspace.spread(seed, begins, watch::mayGoOn);
        final NetworkSpread spread = new NetworkSpread(network.agents(), contagion, workspace.spreading());
        final var certificate = verifier(network).certify(seed, spread, begins, rested, threads);
        return rested
                ? new Answer.Found<>(spread, certificate)
                : new Answer.Stopped<>(spread, certificate, watch.why(), "raise the limit");
    }

    SpreadWorkspace workspace(Network network, int workers) {
        return new SpreadWorkspace(contagion, network, aware, workers);
    }

    SpreadVerifier verifier(Network network) {
        return new SpreadVerifier(contagion, network, aware);
    }

    /** The links over which it may pass, with their chances; refused where nothing is drawn. */
    ChanceLinks chanceLinks(Network network) {
        SpreadWorkspace.requireFit(contagion, network);
        return new ChanceLinks(contagion, network, aware, startOn(network));
    }

    /** Who starts and is aware, by number. */
    int[] startOn(Network network) {
        requireWithin("start", start, network);
        if (aware != null) {
            requireWithin("aware", aware, network);
        }
        return start.stream().filter(this::aware).toArray();
    }

    /** How many have gone at the start, aware or not. */
    int starting() {
        return start.cardinality();
    }

    /** Whether this agent has heard. */
    boolean aware(int agent) {
        return aware == null || aware.get(agent);
    }

    private static void requireWithin(String name, BitSet agents, Network network) {
        if (agents.length() > network.agents()) {
            throw Checks.refused(
                    "%s must be below %s [number of an agent], but was %s",
                    name, network.agents(), agents.length() - 1);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NetworkCascade that
                && contagion.equals(that.contagion)
                && start.equals(that.start)
                && Objects.equals(aware, that.aware)
                && seed == that.seed
                && threads == that.threads;
    }

    @Override
    public int hashCode() {
        return Objects.hash(contagion, start, aware, seed, threads);
    }

    @Override
    public String toString() {
        return "NetworkCascade[" + contagion
                + (start.isEmpty() ? "" : ", " + start.cardinality() + " gone at the start")
                + (aware == null ? "" : ", " + aware.cardinality() + " aware")
                + (contagion.random() ? ", seed " + seed + "]" : "]");
    }
}
