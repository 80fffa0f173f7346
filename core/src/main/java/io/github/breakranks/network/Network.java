package io.github.breakranks.network;

import io.github.breakranks.answer.Table;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.NetworkRows;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Who watches whom: by agent, those who see him go and may follow.
 *
 * <pre>{@code
 *   offsets  where each agent's row begins        8 bytes an agent
 *   targets  who watches him, ascending           4 bytes a link
 *   watches  how many he watches                  4 bytes an agent, directed only
 *   weights  how much he counts for the watcher   8 bytes a link, weighted only
 * }</pre>
 *
 * <p>A tie is mutual (undirected: two links) or goes one way: the pair (a, b) of a directed network says that b watches a. Nobody watches
 * himself and nobody is watched twice by the same: self-loops and repeated pairs are dropped when the network is made, and counted.
 * Compressed sparse rows, since a cascade walks the row of each who goes, once.
 *
 * <p>Immutable. At most 2147483639 links, two a mutual tie. A network that would not fit into the heap is refused before it is made.
 */
public final class Network {
    static {
        NetworkRows.open(network -> ((Network) network).rows);
    }

    private final NetworkRows rows;
    private final long repeats;
    private final long loops;

    /** Rows that nobody else holds, and how many pairs were dropped. */
    Network(NetworkRows rows, long repeats, long loops) {
        this.rows = rows;
        this.repeats = repeats;
        this.loops = loops;
    }

    /**
     * Mutual ties: {@code from[k]} and {@code to[k]} watch each other. A pair given twice, in either order, counts once.
     *
     * @param agents how many there are [count], at least 1; agents are numbered from 0
     */
    public static Network undirected(int agents, int[] from, int[] to) {
        return filled(builder(agents), from, to);
    }

    /**
     * Mutual ties with weights.
     *
     * @param weights how much the two press on each other, finite and at least 0; a pair given twice must have the same weight
     */
    public static Network undirected(int agents, int[] from, int[] to, double[] weights) {
        return filled(builder(agents), from, to, weights);
    }

    /**
     * One-way ties: {@code to[k]} watches {@code from[k]}. A pair given twice counts once.
     *
     * @param agents how many there are [count], at least 1; agents are numbered from 0
     */
    public static Network directed(int agents, int[] from, int[] to) {
        return filled(builder(agents).directed(), from, to);
    }

    /**
     * One-way ties with weights.
     *
     * @param weights how much the going of {@code from[k]} presses on {@code to[k]}, finite and at least 0; a pair given twice must have
     *                the same weight
     */
    public static Network directed(int agents, int[] from, int[] to, double[] weights) {
        return filled(builder(agents).directed(), from, to, weights);
    }

    /**
     * The network that {@link #write} wrote. Text is read by {@link EdgeList}.
     *
     * @throws IllegalArgumentException      if the file is none, is cut off or damaged; the message says what is missing
     * @throws java.io.UncheckedIOException if it cannot be read
     */
    public static Network read(Path file) {
        return NetworkFile.read(Objects.requireNonNull(file, "file"));
    }

    /**
     * Writes the network in the library's own form: 4 bytes an agent and a link, 8 more a link with weights, a checksum at the end.
     *
     * @throws java.io.UncheckedIOException if it cannot be written
     */
    public void write(Path file) {
        NetworkFile.write(this, Objects.requireNonNull(file, "file"));
    }

    /** Gathers ties one by one. */
    public static NetworkBuilder builder(int agents) {
        return new NetworkBuilder(agents);
    }

    private static Network filled(NetworkBuilder builder, int[] from, int[] to) {
        requireAll(from, to);
        requireLength("to", from.length, to.length);
        for (int k = 0; k < from.length; k++) {
            builder.add(from[k], to[k]);
        }
        return builder.build();
    }

    private static Network filled(NetworkBuilder builder, int[] from, int[] to, double[] weights) {
        requireAll(from, to);
        Objects.requireNonNull(weights, "weights");
        requireLength("to", from.length, to.length);
        requireLength("weights", from.length, weights.length);
        for (int k = 0; k < from.length; k++) {
            builder.add(from[k], to[k], weights[k]);
        }
        return weights.length == 0 ? builder.buildWeighted() : builder.build();
    }

    private static void requireAll(int[] from, int[] to) {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
    }

    private static void requireLength(String name, int pairs, int length) {
        if (length != pairs) {
            throw Checks.refused("%s must have an entry for each of from, %s [pairs], but was %s", name, pairs, length);
        }
    }

    /** What a network of this size would keep in memory [bytes]; links: two a mutual tie. */
    public static long bytes(int agents, long links, boolean directed, boolean weighted) {
        Checks.count(1, "agents", "agents", agents);
        if (links < 0) {
            throw Checks.refused("links must be >= 0 [count], but was %s", links);
        }
        return NetworkMemory.kept(agents, links, directed, weighted);
    }

    /** What it keeps in memory [bytes]. */
    public long bytes() {
        return bytes(agents(), links(), directed(), weighted());
    }

    /** Agents in all [count]. */
    public int agents() {
        return rows.agents();
    }

    /** Links, who watches whom, two a mutual tie [count]. */
    public long links() {
        return rows.targets().length;
    }

    /** Pairs, each once: mutual ties or, if directed, links [count]. */
    public long edges() {
        return directed() ? links() : links() / 2;
    }

    /** Whether ties go one way. */
    public boolean directed() {
        return rows.watchesByAgent() != null;
    }

    /** Whether links have weights of their own. */
    public boolean weighted() {
        return rows.weights() != null;
    }

    /** Pairs that were dropped since they had been given before [count]. */
    public long repeats() {
        return repeats;
    }

    /** Pairs that were dropped since both ends were one agent [count]. */
    public long loops() {
        return loops;
    }

    /** How many watch this agent [count]. */
    public int watchedBy(int agent) {
        return rows.watchedBy(checked("agent", agent));
    }

    /** How many this agent watches [count]. */
    public int watches(int agent) {
        return rows.watches(checked("agent", agent));
    }

    /** Who watches this agent, ascending. */
    public IntStream watchers(int agent) {
        return Arrays.stream(rows.targets(), start(checked("agent", agent)), start(agent + 1));
    }

    /** Whether the second watches the first. */
    public boolean watched(int agent, int watcher) {
        return find(agent, watcher) >= 0;
    }

    /** How much the going of the first presses on the second: the weight of the link, 1 if links have none, 0 where there is no link. */
    public double weight(int agent, int watcher) {
        final int link = find(agent, watcher);
        final double[] weights = rows.weights();
        if (link < 0) {
            return 0;
        }
        return weights == null ? 1 : weights[link];
    }

    /** How many an agent watches on average, which is also by how many he is watched [count]. */
    public double meanDegree() {
        return (double) links() / agents();
    }

    /** How many agents have so many ties; of a directed network, how many watch so many and how many are watched by so many. */
    public Table degrees() {
        return Structure.degrees(this);
    }

    /**
     * By agent, the first agent of his component: of all to whom ties lead from him in any number of steps, whichever way they go. Cost:
     * nearly O(agents + links).
     */
    public int[] components() {
        return Structure.components(rows);
    }

    /** How many components there are, an agent without ties being one of his own [count]. */
    public int componentCount() {
        final int[] first = components();
        return (int) IntStream.range(0, first.length).filter(k -> first[k] == k).count();
    }

    private int find(int agent, int watcher) {
        checked("watcher", watcher);
        return Arrays.binarySearch(rows.targets(), start(checked("agent", agent)), start(agent + 1), watcher);
    }

    private int checked(String name, int agent) {
        return Checks.index(name, "agent", agent, agents());
    }

    private int start(int agent) {
        return (int) rows.offsets()[agent];
    }

    /** The same agents, links and weights; how many pairs were dropped does not count. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Network that
                && directed() == that.directed()
                && Arrays.equals(rows.offsets(), that.rows.offsets())
                && Arrays.equals(rows.targets(), that.rows.targets())
                && Arrays.equals(rows.weights(), that.rows.weights());
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                directed(),
                Arrays.hashCode(rows.offsets()),
                Arrays.hashCode(rows.targets()),
                Arrays.hashCode(rows.weights()));
    }

    @Override
    public String toString() {
        return "Network[" + agents() + " agents, " + edges() + (directed() ? " one-way" : "")
                + (weighted() ? " weighted" : "") + " ties]";
    }
}
