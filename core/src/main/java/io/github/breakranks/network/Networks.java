package io.github.breakranks.network;

import io.github.breakranks.internal.Checks;
import java.util.Objects;

/**
 * Networks by recipe: the regular ones, and the random ones that the literature compares with. All are undirected.
 *
 * <p>A random network depends on its arguments and its seed alone, bit by bit, on every machine. A network that would not fit into the heap
 * is refused before work starts. Cost: O(agents + ties) unless said otherwise. Lattices are made by {@link Lattice}, armies by {@link Army}.
 */
public final class Networks {
    private Networks() {}

    /** Everybody is tied to everybody else: {@code agents (agents - 1) / 2} ties, up to 46,341 agents. */
    public static Network complete(int agents) {
        Checks.count(1, "agents", "agents", agents);
        final NetworkBuilder builder = sized(agents, agents * (agents - 1L) / 2);
        for (int a = 1; a < agents; a++) {
            for (int b = 0; b < a; b++) {
                builder.add(a, b);
            }
        }
        return builder.build();
    }

    /**
     * A ring on which everybody is tied to those at most so far from him, on either side.
     *
     * @param agents how many [count], more than twice the radius
     * @param radius ties on each side [count], at least 1
     */
    public static Network ring(int agents, int radius) {
        Checks.count(1, "radius", "ties on a side", radius);
        requireRing(agents, radius);
        final NetworkBuilder builder = sized(agents, (long) agents * radius);
        for (int agent = 0; agent < agents; agent++) {
            for (int far = 1; far <= radius; far++) {
                builder.add(agent, (int) (((long) agent + far) % agents));
            }
        }
        return builder.build();
    }

    /**
     * So many ties, every such network equally likely: the G(n, m) of Erdos and Renyi.
     *
     * @param ties how many [count], at least 0, at most {@code agents (agents - 1) / 2}
     * @see <a href="https://doi.org/10.5486/PMD.1959.6.3-4.12">P. Erdos, A. Renyi (1959), "On random graphs I", Publicationes
     *     Mathematicae 6, 290-297</a>
     */
    public static Network uniform(int agents, long ties, long seed) {
        Checks.count(1, "agents", "agents", agents);
        final long most = agents * (agents - 1L) / 2;
        if (ties < 0 || ties > most) {
            throw Checks.refused("ties must be from 0 to %s [count], but was %s", most, ties);
        }
        return UniformTies.draw(
                sized(agents, ties, PairSet.bytes(Math.min(ties, most - ties))), agents, ties, new Draws(seed));
    }

    /**
     * Each pair is tied with the same chance, independently: the G(n, p) of Gilbert. Pairs without a tie are skipped many at a time.
     *
     * @param chance of a tie, a share
     * @see <a href="https://doi.org/10.1214/aoms/1177706098">E. N. Gilbert (1959), "Random Graphs", Annals of Mathematical Statistics 30(4),
     *     1141-1144</a>
     * @see <a href="https://doi.org/10.1103/PhysRevE.71.036113">V. Batagelj, U. Brandes (2005), "Efficient generation of large random
     *     networks", Physical Review E 71, 036113</a>
     */
    public static Network bernoulli(int agents, double chance, long seed) {
        Checks.count(1, "agents", "agents", agents);
        Checks.share("chance", chance);
        return blocks(new int[] {agents}, new double[][] {{chance}}, seed);
    }

    /**
     * Blocks of agents, tied with a chance that depends on the two blocks alone: the stochastic block model.
     *
     * @param sizes  agents of each block [count], at least 1; agents are numbered block by block
     * @param chance of a tie between two blocks and within one, shares, as a symmetric matrix
     * @see <a href="https://doi.org/10.1016/0378-8733(83)90021-7">P. W. Holland, K. B. Laskey, S. Leinhardt (1983), "Stochastic
     *     blockmodels: First steps", Social Networks 5(2), 109-137</a>
     */
    public static Network blocks(int[] sizes, double[][] chance, long seed) {
        return new BlockTies(sizes, chance).draw(new Draws(seed));
    }

    /**
     * Degrees drawn from a law, then everybody's stubs joined at random: the configuration model, erased. Loops and ties that came up twice
     * are dropped, so that degrees fall a little short of the law; the network counts them ({@link Network#loops()},
     * {@link Network#repeats()}).
     *
     * <p>If the stubs are odd in number, the degree of one agent after the other is drawn anew until they are even.
     *
     * @param law how many ties agents have; a law of odd degrees alone needs an even number of agents
     * @see <a href="https://doi.org/10.1103/PhysRevE.64.026118">M. E. J. Newman, S. H. Strogatz, D. J. Watts (2001), "Random graphs with
     *     arbitrary degree distributions and their applications", Physical Review E 64, 026118</a>
     */
    public static Network configuration(int agents, DegreeLaw law, long seed) {
        Checks.count(1, "agents", "agents", agents);
        Objects.requireNonNull(law, "law");
        final Draws draws = new Draws(seed);
        return Stubs.joined(Stubs.degrees(agents, law, draws), draws);
    }

    /**
     * The configuration model, erased, for degrees as given.
     *
     * @param degrees by agent, his stubs [count], at least 0, even in sum
     */
    public static Network configuration(int[] degrees, long seed) {
        return Stubs.joined(Stubs.checked(degrees), new Draws(seed));
    }

    /**
     * The popular become more popular: agents join one by one, each with so many ties to different agents who are there already, found by
     * following a random end of a random tie. The first {@code ties + 1} are all tied to each other, so that there are
     * {@code ties (ties + 1) / 2 + ties (agents - ties - 1)} ties.
     *
     * @param agents how many [count], more than {@code ties}
     * @param ties   of each who joins [count], at least 1
     * @see <a href="https://doi.org/10.1126/science.286.5439.509">A.-L. Barabasi, R. Albert (1999), "Emergence of Scaling in Random
     *     Networks", Science 286, 509-512</a>
     */
    public static Network barabasiAlbert(int agents, int ties, long seed) {
        Checks.count(1, "ties", "ties", ties);
        if (agents <= ties) {
            throw Checks.refused("agents must be more than ties, %s [count], but was %s", ties, agents);
        }
        final long all = ties * (ties + 1L) / 2 + ties * (agents - ties - 1L);
        return PreferentialTies.draw(sized(agents, all, 8 * all + 4L * agents), agents, ties, new Draws(seed));
    }

    /**
     * A ring in which each tie, with some chance, keeps one end and gets another, any agent to whom that end is not yet tied: a small world.
     * The number of ties stays.
     *
     * @param agents  how many [count], more than {@code ties}
     * @param ties    of each in the ring [count], even, at least 2
     * @param rewired chance that a tie is moved, a share
     * @see <a href="https://doi.org/10.1038/30918">D. J. Watts, S. H. Strogatz (1998), "Collective dynamics of 'small-world' networks",
     *     Nature 393, 440-442</a>
     */
    public static Network wattsStrogatz(int agents, int ties, double rewired, long seed) {
        if (ties < 2 || ties % 2 != 0) {
            throw Checks.refused("ties must be even and >= 2 [count], but was %s", ties);
        }
        requireRing(agents, ties / 2);
        Checks.share("rewired", rewired);
        return new RewiredRing(agents, ties / 2, rewired).draw(new Draws(seed));
    }

    private static void requireRing(int agents, int radius) {
        if (agents <= 2L * radius) {
            throw Checks.refused(
                    "agents must be more than twice the ties on a side, %s [count], but was %s", radius, agents);
        }
    }

    /** A builder for so many ties, if they fit. */
    static NetworkBuilder sized(int agents, long ties) {
        return sized(agents, ties, 0);
    }

    /** A builder for so many ties, if they fit beside what drawing them takes [bytes]. */
    static NetworkBuilder sized(int agents, long ties, long beside) {
        NetworkMemory.requireLinks(agents, 2 * ties);
        NetworkMemory.require(agents, 2 * ties, NetworkMemory.peak(agents, 2 * ties, false, false) + beside);
        return Network.builder(agents);
    }
}
