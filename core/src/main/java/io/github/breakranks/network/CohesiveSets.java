package io.github.breakranks.network;

import io.github.breakranks.answer.Fraction;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.NetworkRows;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Who keeps to whom: groups whose members see so much of their own that a cascade from outside does not break in.
 *
 * <pre>{@code
 *   cohesion of S = min over i in S of   (those in S whom i watches) / (those whom i watches)
 *   S resists a threshold q from outside  <=>  it contains a set each of whose members has more than 1 - q of his own inside
 * }</pre>
 *
 * <p>A soldier goes when a share q of those he watches has gone; who just reaches it goes. Whoever watches nobody is moved by nobody. Shares are
 * compared in whole numbers. Sets are agents listed in any order; the answers ascend.
 *
 * @see <a href="https://doi.org/10.1111/1467-937X.00121">S. Morris (2000), "Contagion", Review of Economic Studies 67(1), 57-78</a>
 */
public final class CohesiveSets {
    private final Network network;
    private final NetworkRows rows;

    private CohesiveSets(Network network) {
        this.network = network;
        this.rows = NetworkRows.of(network);
    }

    /** The cohesive sets of a network whose ties all weigh the same. */
    public static CohesiveSets of(Network network) {
        Objects.requireNonNull(network, "network");
        if (network.weighted()) {
            throw Checks.refused("network must have ties that all weigh the same, but was %s", network);
        }
        return new CohesiveSets(network);
    }

    /** The smallest share, over the members, of those a member watches who are in the set; 1 for members who watch nobody. O(ties of the set). */
    public Fraction cohesion(int... set) {
        final boolean[] in = members("set", set);
        if (set.length == 0) {
            throw Checks.refused("set must have at least 1 member [count], but was empty");
        }
        final int[] inside = inside(in);
        int least = -1;
        for (int agent = 0; agent < in.length; agent++) {
            final boolean counts = in[agent] && rows.watches(agent) > 0;
            if (counts && (least < 0 || compare(inside[agent], agent, inside[least], least) < 0)) {
                least = agent;
            }
        }
        return least < 0 ? Fraction.ONE : Fraction.of(inside[least], rows.watches(least));
    }

    /** Whether each member has at least a share {@code p} of those he watches in the set. */
    public boolean cohesive(Fraction p, int... set) {
        requireShare("p", p);
        return cohesion(set).compareTo(p) >= 0;
    }

    /**
     * The largest part of a set each of whose members has at least a share {@code p} of those he watches in that part; empty if there is none.
     * Unions of such parts are such parts, so there is a largest. O(agents + ties).
     */
    public int[] largest(Fraction p, int... set) {
        requireShare("p", p);
        final int[] need = new int[network.agents()];
        Arrays.setAll(need, agent -> p.times(rows.watches(agent)).ceiling().intValueExact());
        return peeled(members("set", set), need);
    }

    /**
     * Who never goes when these go first and everybody else goes at a share {@code q} of those he watches: the largest set apart from the seed
     * each of whose members has more than {@code 1 - q} of his own inside. O(agents + ties).
     *
     * @param q threshold of all, a share above 0, at most 1
     */
    public int[] resisting(Fraction q, int... seed) {
        requireShare("q", q);
        if (q.numerator().signum() == 0) {
            throw Checks.refused("q must be > 0 [share of neighbours], but was %s", q);
        }
        final boolean[] apart = members("seed", seed);
        for (int agent = 0; agent < apart.length; agent++) {
            apart[agent] = !apart[agent];
        }
        final int[] need = new int[apart.length];
        Arrays.setAll(need, agent -> {
            final int watches = rows.watches(agent);
            // Stays while fewer than q of them have gone, that is at least so many are left; who watches nobody needs
            // none.
            return watches == 0 ? 0 : watches - q.times(watches).ceiling().intValueExact() + 1;
        });
        return peeled(apart, need);
    }

    /**
     * The highest common threshold at which these carry everybody along, a share of those watched; 0 if none does, 1 if everybody is in the
     * seed. Each next one is he who sees the largest share gone; the smallest of these shares is the answer, since any order passes a share
     * no larger. O(ties log agents) at most; 17 bytes an agent.
     */
    public Fraction spreadsUpTo(int... seed) {
        final boolean[] gone = members("seed", seed);
        return new Fronts(rows, gone, inside(gone)).bottleneck();
    }

    /** Takes out whoever has too few left inside, until nobody has. */
    private int[] peeled(boolean[] in, int[] need) {
        final int[] inside = inside(in);
        final int[] queue = new int[in.length];
        int tail = 0;
        for (int agent = 0; agent < in.length; agent++) {
            if (in[agent] && inside[agent] < need[agent]) {
                queue[tail++] = agent;
            }
        }
        for (int k = 0; k < tail; k++) {
            in[queue[k]] = false;
        }
        for (int head = 0; head < tail; head++) {
            final int out = queue[head];
            for (long e = rows.offsets()[out]; e < rows.offsets()[out + 1]; e++) {
                final int watcher = rows.targets()[(int) e];
                if (in[watcher] && --inside[watcher] < need[watcher]) {
                    in[watcher] = false;
                    queue[tail++] = watcher;
                }
            }
        }
        return IntStream.range(0, in.length).filter(agent -> in[agent]).toArray();
    }

    /** By agent, how many of those he watches are in the set. */
    private int[] inside(boolean[] in) {
        final int[] inside = new int[in.length];
        for (int agent = 0; agent < in.length; agent++) {
            for (long e = rows.offsets()[agent]; in[agent] && e < rows.offsets()[agent + 1]; e++) {
                inside[rows.targets()[(int) e]]++;
            }
        }
        return inside;
    }

    private int compare(int inside, int agent, int otherInside, int other) {
        return Long.compare((long) inside * rows.watches(other), (long) otherInside * rows.watches(agent));
    }

    private boolean[] members(String name, int... set) {
        final boolean[] in = new boolean[network.agents()];
        for (int k = 0; k < set.length; k++) {
            Checks.index(name + "[" + k + "]", "agent", set[k], in.length);
            if (in[set[k]]) {
                throw Checks.refused("%s must name each agent once, but was %s twice", name, set[k]);
            }
            in[set[k]] = true;
        }
        return in;
    }

    private static void requireShare(String name, Fraction share) {
        if (share.compareTo(Fraction.ZERO) < 0 || share.compareTo(Fraction.ONE) > 0) {
            throw Checks.refused("%s must be a share in [0, 1], but was %s", name, share);
        }
    }

    @Override
    public String toString() {
        return "CohesiveSets[" + network + "]";
    }
}
