package io.github.breakranks.cascade;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Draws reverse-reachable sets: whoever would have brought a random agent to go, had he gone first.
 *
 * <pre>{@code
 *   linear threshold     walk backwards: from each agent to one whom he watches, drawn by weight, or to nobody;
 *                        ends at nobody or where it has been
 *   independent cascade  search backwards over links that are alive, each with its chance
 * }</pre>
 *
 * <p>Where the chances of a long row are equal, the number of dead links until the next live one is drawn at once (geometric), so that a row
 * costs what is alive in it. Cost: O(agents met) for a walk, O(links met) at most for a search; one bit an agent besides.
 *
 * @see <a href="https://doi.org/10.1137/1.9781611973402.70">C. Borgs, M. Brautbar, J. Chayes and B. Lucier (2014), SODA, 946-957</a>
 * @see <a href="https://doi.org/10.1145/3318464.3389740">Q. Guo, S. Wang, Z. Wei and M. Chen (2020), SIGMOD, 2167-2181</a>
 */
final class ReverseSampler {
    /** In shorter rows a draw a link costs less than a logarithm. */
    private static final int LONG_ROW = 24;

    private final ReverseLinks links;
    private final int[] sources;
    private final long[] met; // a bit an agent, all clear between sets
    private int[] members = new int[1024];
    private int size;

    ReverseSampler(ReverseLinks links) {
        this.links = links;
        this.sources = links.sources();
        this.met = new long[(links.agents() + 63) >>> 6];
    }

    /** So many sets, one after the other. */
    record Block(int[] members, int[] ends) {}

    Block draw(int sets, RandomGenerator random) {
        size = 0;
        final int[] ends = new int[sets];
        for (int set = 0; set < sets; set++) {
            final int first = size;
            final int root = random.nextInt(links.agents());
            if (links.influence().linear()) {
                walk(root, random);
            } else {
                search(root, random);
            }
            for (int k = first; k < size; k++) {
                met[members[k] >>> 6] = 0;
            }
            ends[set] = size;
        }
        return new Block(Arrays.copyOf(members, size), ends);
    }

    private void walk(int root, RandomGenerator random) {
        int agent = root;
        while (agent >= 0 && meet(agent)) {
            agent = watched(agent, random);
        }
    }

    /** One whom this agent watches, by weight; -1 for nobody. */
    private int watched(int agent, RandomGenerator random) {
        final int start = links.start(agent);
        final int end = links.start(agent + 1);
        if (start == end) {
            return -1;
        }
        final double[] sums = links.weights();
        final double drawn = random.nextDouble();
        if (sums == null) {
            return sources[start + (int) (drawn * (end - start))];
        }
        if (drawn >= sums[end - 1]) {
            return -1;
        }
        int low = start; // the first link whose running sum is above what was drawn
        int high = end - 1;
        while (low < high) {
            final int mid = (low + high) >>> 1;
            if (sums[mid] > drawn) {
                high = mid;
            } else {
                low = mid + 1;
            }
        }
        return sources[low];
    }

    private void search(int root, RandomGenerator random) {
        final double[] chances = links.weights();
        final double same = links.influence().chance();
        int next = size;
        meet(root);
        while (next < size) {
            final int agent = members[next++];
            final int start = links.start(agent);
            final int end = links.start(agent + 1);
            if (chances == null) {
                equal(start, end, Double.isNaN(same) ? 1.0 / (end - start) : same, random);
            } else if (end - start >= LONG_ROW && sameChance(chances, start, end)) {
                equal(start, end, chances[start], random);
            } else {
                each(chances, start, end, random);
            }
        }
    }

    private void each(double[] chances, int start, int end, RandomGenerator random) {
        for (int e = start; e < end; e++) {
            if (random.nextDouble() < chances[e]) {
                meet(sources[e]);
            }
        }
    }

    private static boolean sameChance(double[] chances, int start, int end) {
        for (int e = start + 1; e < end; e++) {
            if (chances[e] != chances[start]) {
                return false;
            }
        }
        return true;
    }

    private void equal(int start, int end, double chance, RandomGenerator random) {
        if (end - start < LONG_ROW) {
            for (int e = start; e < end; e++) {
                if (random.nextDouble() < chance) {
                    meet(sources[e]);
                }
            }
            return;
        }
        final double scale = 1 / Math.log1p(-chance); // -0.0 where the chance is one: no link is skipped
        double place = start + skipped(random, scale);
        while (place < end) {
            meet(sources[(int) place]);
            place += 1 + skipped(random, scale);
        }
    }

    /** How many links are dead before the next live one. */
    private static double skipped(RandomGenerator random, double scale) {
        return Math.floor(Math.log(1 - random.nextDouble()) * scale); // of (0, 1]
    }

    /** Whether this agent is met for the first time. */
    private boolean meet(int agent) {
        final long bit = 1L << agent;
        if ((met[agent >>> 6] & bit) != 0) {
            return false;
        }
        met[agent >>> 6] |= bit;
        if (size == members.length) {
            members = Arrays.copyOf(members, Math.multiplyExact(size, 2));
        }
        members[size++] = agent;
        return true;
    }
}
