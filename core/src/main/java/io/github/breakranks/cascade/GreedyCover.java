package io.github.breakranks.cascade;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Chooses agents one by one, each time whoever covers most sets that are not covered yet, for what he costs; and bounds what any choice could
 * cover.
 *
 * <pre>{@code
 *   bound = min over prefixes j of  covered_j + max { sum m_v x_v : sum c_v x_v <= budget, 0 <= x_v <= 1 }
 *
 *   m_v  sets that agent v would cover beside the first j [count]      c_v  his cost, at most the budget
 * }</pre>
 *
 * <p>Covering is submodular, so the best agents cover at most what the first j do and what each of them adds to those. Where costs are equal
 * the maximum is the sum of the k largest, kept up at every step. Else it is taken at prefixes 0, 1, 2, 4, ... and at all others
 * bounded by the budget times the best ratio m/c, which is what the guarantee of (1 - 1/e)/2 rests on (with the best single one).
 *
 * <p>Cost: O(members + k log agents) with an index made by counting, 4 bytes a member.
 *
 * @see <a href="https://doi.org/10.1007/BF01588971">G. Nemhauser, L. Wolsey and M. Fisher (1978), Mathematical Programming 14, 265-294</a>
 * @see <a href="https://doi.org/10.1016/S0020-0190(99)00031-9">S. Khuller, A. Moss and J. Naor (1999), Information Processing Letters
 *     70(1), 39-45</a>
 */
final class GreedyCover {
    /** Room for the rounding of a sum of as many terms as there are agents. */
    private static final double ROUNDING = 1 + 1e-9;

    private static final int HALVINGS = 40;

    private final ReverseSets sets;
    private final ReachBudget budget;
    private final int agents;
    private final int[] holds; // by agent, where his sets begin in the index
    private final int[] index;

    GreedyCover(ReverseSets sets, ReachBudget budget, int agents) {
        this.sets = sets;
        this.budget = budget;
        this.agents = agents;
        this.holds = new int[agents + 1];
        this.index = new int[sets.size()];
        fillIndex();
    }

    /**
     * Agents chosen from the sets, and what any could cover.
     *
     * @param chosen  in order
     * @param covered sets that hold one of them [count]
     * @param bound   no agents within the budget cover more [sets]
     * @param after   once these are chosen: where the bound was found
     */
    record Cover(int[] chosen, int covered, double bound, int[] after) {}

    private void fillIndex() {
        final int[] members = sets.members();
        final int size = sets.size();
        for (int k = 0; k < size; k++) {
            holds[members[k] + 1]++;
        }
        for (int agent = 0; agent < agents; agent++) {
            holds[agent + 1] += holds[agent];
        }
        final int[] next = Arrays.copyOf(holds, agents);
        for (int set = 0; set < sets.sets(); set++) {
            for (int k = sets.start(set); k < sets.end(set); k++) {
                index[next[members[k]]++] = set;
            }
        }
    }

    /** The better of the greedy choice and, where costs differ, one that begins with the best single agent. */
    Cover choose() {
        final Cover greedy = new Run().choose(-1);
        if (budget.equal()) {
            return greedy;
        }
        final int single = bestSingle();
        if (greedy.chosen.length > 0 && greedy.chosen[0] == single) {
            return greedy;
        }
        final Cover other = new Run().choose(single);
        final Cover taken = other.covered > greedy.covered ? other : greedy;
        final Cover bound = other.bound < greedy.bound ? other : greedy;
        return new Cover(taken.chosen, taken.covered, bound.bound, bound.after);
    }

    private int bestSingle() {
        int best = -1;
        for (int agent = 0; agent < agents; agent++) {
            if (budget.cost(agent) <= budget.amount() && (best < 0 || gain(agent) > gain(best))) {
                best = agent;
            }
        }
        return best;
    }

    private int gain(int agent) {
        return holds[agent + 1] - holds[agent];
    }

    /** One pass of choosing. */
    private final class Run {
        private final int[] gains = new int[agents];
        private final boolean[] done = new boolean[sets.sets()];
        private final boolean[] taken = new boolean[agents];
        private final @Nullable TopSum top;
        private int[] chosen = new int[16];
        private int size;
        private int covered;
        private long left = budget.units();
        private double passedOver; // the greatest ratio of those who no longer fit
        private double bound = Double.POSITIVE_INFINITY;
        private int prefix;

        Run() {
            for (int agent = 0; agent < agents; agent++) {
                gains[agent] = gain(agent);
            }
            top = budget.equal() ? new TopSum(gains, (int) budget.amount()) : null;
        }

        Cover choose(int first) {
            final LazyHeap heap = heap();
            if (first >= 0) {
                bound(heap.firstValue());
                take(first);
            }
            while (!heap.isEmpty()) {
                final int agent = heap.first();
                final double value = gains[agent] / budget.cost(agent);
                if (taken[agent] || gains[agent] == 0) {
                    heap.removeFirst();
                } else if (!fits(agent)) {
                    passedOver = Math.max(passedOver, value);
                    heap.removeFirst();
                } else if (value < heap.firstValue()) {
                    heap.lowerFirst(value);
                } else {
                    bound(Math.max(value, passedOver));
                    heap.removeFirst();
                    take(agent);
                }
            }
            bound(0);
            fill();
            return new Cover(Arrays.copyOf(chosen, size), covered, bound, Arrays.copyOf(chosen, prefix));
        }

        private LazyHeap heap() {
            final LazyHeap heap = new LazyHeap();
            for (int agent = 0; agent < agents; agent++) {
                if (gains[agent] > 0 && budget.cost(agent) <= budget.amount()) {
                    heap.add(agent, gains[agent] / budget.cost(agent));
                }
            }
            heap.order();
            return heap;
        }

        private void take(int agent) {
            append(agent);
            covered += gains[agent];
            for (int e = holds[agent]; e < holds[agent + 1]; e++) {
                final int set = index[e];
                if (!done[set]) {
                    done[set] = true;
                    uncount(set);
                }
            }
        }

        private void uncount(int set) {
            final int[] members = sets.members();
            for (int k = sets.start(set); k < sets.end(set); k++) {
                final int agent = members[k];
                if (top != null) {
                    top.fall(gains[agent]);
                }
                gains[agent]--;
            }
        }

        private void append(int agent) {
            if (size == chosen.length) {
                chosen = Arrays.copyOf(chosen, 2 * size);
            }
            chosen[size++] = agent;
            taken[agent] = true;
            left -= budget.units(agent);
        }

        private boolean fits(int agent) {
            return budget.units(agent) <= left;
        }

        /** Whoever is reached goes, even where no set shows it: what is left of the budget buys the lowest numbers that it can. */
        private void fill() {
            for (int agent = 0; agent < agents && left > 0; agent++) {
                if (!taken[agent] && fits(agent)) {
                    append(agent);
                }
            }
        }

        /** The bound at this prefix; ratio: a bound on gain over cost of all who are left, 0 if not known. */
        private void bound(double ratio) {
            double here = Double.POSITIVE_INFINITY;
            if (top != null) {
                here = covered + (double) top.sum();
            } else if (ratio == 0 || (size & (size - 1)) == 0) {
                here = (covered + mostFor()) * ROUNDING;
            }
            if (top == null && ratio > 0) {
                here = Math.min(here, (covered + budget.amount() * ratio) * ROUNDING);
            }
            if (here < bound) {
                bound = here;
                prefix = size;
            }
        }

        /** The fractional knapsack from above: {@code min over l of l * budget + sum (m - l c)+}; any l gives a bound. */
        private double mostFor() {
            final int[] adding = IntStream.range(0, agents)
                    .filter(agent -> gains[agent] > 0 && budget.cost(agent) <= budget.amount())
                    .toArray();
            double low = 0;
            double high = 0;
            for (int agent : adding) {
                high = Math.max(high, gains[agent] / budget.cost(agent));
            }
            double most = budget.amount() * high;
            for (int halving = 0; halving < HALVINGS; halving++) {
                final double price = 0.5 * (low + high);
                double value = price * budget.amount();
                double bought = 0;
                for (int agent : adding) {
                    final double cost = budget.cost(agent);
                    if (gains[agent] > price * cost) {
                        value += gains[agent] - price * cost;
                        bought += cost;
                    }
                }
                most = Math.min(most, value);
                low = bought > budget.amount() ? price : low;
                high = bought > budget.amount() ? high : price;
            }
            return most;
        }
    }
}
