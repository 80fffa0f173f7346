package io.github.breakranks.network;

import io.github.breakranks.internal.Checks;

/**
 * Gathers pairs of agents, in any order, into a {@link Network}.
 *
 * <p>Ties are mutual unless {@link #directed} is called. Repeated pairs count once, self-loops not at all; the network says how many were
 * dropped. Either all pairs carry a weight or none does. Cost: 8 bytes a pair, 16 with weights, without boxing or copying; pairs that
 * would not fit into the heap as a network are refused as they come. Not for several threads at once.
 */
public final class NetworkBuilder {
    private static final int UNDECIDED = 0;
    private static final int PLAIN = 1;
    private static final int WEIGHTED = 2;

    private final int agents;
    private final long heap;
    private final PairList pairs = new PairList();
    private boolean directed;
    private int kind = UNDECIDED;
    private long loops;

    NetworkBuilder(int agents) {
        this(agents, Runtime.getRuntime().maxMemory());
    }

    /** Of a network that is to fit into so many bytes. */
    NetworkBuilder(int agents, long heap) {
        this.agents = Checks.count(1, "agents", "agents", agents);
        this.heap = heap;
    }

    /** Reads every pair, also those given before, as "the second watches the first", and not the other way round. */
    public NetworkBuilder directed() {
        directed = true;
        return this;
    }

    /**
     * One more tie: the two watch each other or, if directed, {@code to} watches {@code from}.
     *
     * @param from an agent, from 0
     * @param to   another; if it is the same the pair is dropped and counted
     */
    public NetworkBuilder add(int from, int to) {
        decide(PLAIN);
        if (ends(from, to)) {
            pairs.add(from, to);
        }
        return this;
    }

    /**
     * One more tie with a weight: how much the going of the one presses on the other.
     *
     * @param from   an agent, from 0
     * @param to     another; if it is the same the pair is dropped and counted
     * @param weight of the link, finite and at least 0
     */
    public NetworkBuilder add(int from, int to, double weight) {
        decide(WEIGHTED);
        Checks.atLeast(0.0, "weight", "weight of a link", weight);
        if (ends(from, to)) {
            pairs.add(from, to, weight);
        }
        return this;
    }

    private boolean ends(int from, int to) {
        Checks.index("from", "agent", from, agents);
        Checks.index("to", "agent", to, agents);
        if (from == to) {
            loops++;
            return false;
        }
        if (pairs.full()) {
            requireRoom();
        }
        return true;
    }

    /** Refuses the next chunk of pairs if they cannot become a network, whether directed or, as can be said later still, not. */
    private void requireRoom() {
        final boolean weighted = kind == WEIGHTED;
        final long next = pairs.size() + pairs.next();
        final long links = directed ? next : 2 * next;
        final long least = NetworkMemory.peak(agents, next, true, weighted);
        final long bytes = directed ? least : Math.min(least, NetworkMemory.peak(agents, links, false, weighted));
        NetworkMemory.require(agents, links, bytes, heap);
    }

    private void decide(int asked) {
        if (kind != asked) {
            if (kind != UNDECIDED) {
                throw Checks.refused(
                        "pairs must all carry a weight or none [weight of a link], but was one %s after others %s",
                        asked == WEIGHTED ? "with" : "without", asked == WEIGHTED ? "without" : "with");
            }
            kind = asked;
        }
    }

    /** Pairs gathered so far, repeated ones as often as they were given, self-loops left out [count]. */
    public long pairs() {
        return pairs.size();
    }

    /**
     * The network of all pairs; the builder is empty afterwards, so that the pairs need not stay in memory.
     *
     * <p>Cost: O(agents + links) time; at the peak 8 bytes a link and 20 an agent (undirected) or 12 and 28 (directed), with
     * weights 24 or 28 a link.
     *
     * @throws IllegalArgumentException if a pair was given two weights, or the network would not fit into memory
     */
    public Network build() {
        return build(kind == WEIGHTED);
    }

    /** The network of no pairs at all is weighted if its maker says so. */
    Network buildWeighted() {
        return build(true);
    }

    private Network build(boolean weighted) {
        final long dropped = loops;
        loops = 0;
        return new RowSort(agents, directed, weighted).sort(pairs, dropped);
    }
}
