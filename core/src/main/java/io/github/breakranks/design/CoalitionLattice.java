package io.github.breakranks.design;

import io.github.breakranks.answer.Watch;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The cheapest way to every coalition, counted by type: a shortest path through the lattice of coalitions.
 *
 * <pre>{@code
 *   cost[nobody] = 0        cost[S + i] = min over i of cost[S] + need_i(S)
 * }</pre>
 *
 * <p>Coalitions are numbered in mixed radix, so that adding an agent leads to a higher number and one pass suffices; for types of one agent
 * each the number is a bit mask. Members of a type who differ in cost only are taken in ascending cost: their needs are one convex function of
 * cost less gain, and such sums are least where both rise together. Cost: states times types; 8 bytes a state.
 */
final class CoalitionLattice {
    private static final int ASKED_EVERY = 1 << 14;

    private final CoalitionGains gains;
    private final int types;
    private final int[] strides;
    private final double[] cost; // by state
    private final double[] least; // by number gone
    private final int[] where; // by number gone: the cheapest state

    private CoalitionLattice(CoalitionGains gains) {
        this.gains = gains;
        this.types = gains.types();
        this.strides = strides(gains);
        this.cost = new double[(int) states(gains)];
        this.least = new double[gains.agents() + 1];
        this.where = new int[gains.agents() + 1];
    }

    /** How many coalitions are told apart: the product of sizes plus one; {@link Long#MAX_VALUE} if beyond counting. */
    static long states(CoalitionGains gains) {
        long states = 1;
        for (int type = 0; type < gains.types(); type++) {
            final long sides = gains.size(type) + 1L;
            if (states > Long.MAX_VALUE / sides) {
                return Long.MAX_VALUE;
            }
            states *= sides;
        }
        return states;
    }

    static int[] strides(CoalitionGains gains) {
        final int[] strides = new int[gains.types()];
        int stride = 1;
        for (int type = 0; type < strides.length; type++) {
            strides[type] = stride;
            stride *= gains.size(type) + 1;
        }
        return strides;
    }

    /** The lattice with all costs, or null if the watch stopped it. */
    static @Nullable CoalitionLattice of(CoalitionGains gains, Watch watch) {
        final CoalitionLattice lattice = new CoalitionLattice(gains);
        return lattice.fill(watch) ? lattice : null;
    }

    private boolean fill(Watch watch) {
        Arrays.fill(cost, Double.POSITIVE_INFINITY);
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        Arrays.fill(where, -1);
        cost[0] = 0;
        final int[] gone = new int[types];
        final double[] needs = new double[types];
        final double[][] sums = gains.influence() == null ? new double[0][] : new double[types + 1][types];
        int number = 0;
        for (int state = 0; state < cost.length; state++) {
            if (state % ASKED_EVERY == 0) {
                if (!watch.mayGoOn()) {
                    return false;
                }
                watch.done(state / (double) cost.length);
            }
            if (where[number] < 0 || cost[state] < least[number]) {
                least[number] = cost[state];
                where[number] = state;
            }
            if (sums.length == 0) {
                ask(gone, needs);
            } else {
                add(state, sums, needs);
            }
            for (int type = 0; type < types; type++) {
                if (gone[type] < gains.size(type)) {
                    final int next = state + strides[type];
                    cost[next] = Math.min(cost[next], cost[state] + needs[type]);
                }
            }
            number += advance(gone, gains);
        }
        return true;
    }

    private void ask(int[] gone, double[] needs) {
        for (int type = 0; type < types; type++) {
            if (gone[type] < gains.size(type)) {
                needs[type] = gains.need(type, gone[type], gone);
            }
        }
    }

    /**
     * The same of pairwise influence, where counting on changes the lowest agents only: two additions an agent on average.
     *
     * @param sums by agent k: gains once those of the coalition from k upwards have gone
     */
    private void add(int state, double[][] sums, double[] needs) {
        int lowest = Integer.numberOfTrailingZeros(state); // has just gone, and those below are back
        if (state == 0) {
            lowest = types - 1;
            Arrays.setAll(sums[types], i -> gains.gain(i, 0, new int[types]));
            sums[lowest] = sums[types].clone();
        } else {
            for (int i = 0; i < types; i++) {
                sums[lowest][i] = sums[lowest + 1][i] + gains.influence(i, lowest);
            }
        }
        for (int k = lowest - 1; k >= 0; k--) {
            System.arraycopy(sums[lowest], 0, sums[k], 0, types);
        }
        for (int i = 0; i < types; i++) {
            needs[i] = sums[0][i] >= 0 ? 0 : -sums[0][i];
        }
    }

    /** Counts on to the next coalition; by how many agents its number changes. */
    static int advance(int[] gone, CoalitionGains gains) {
        int change = 0;
        for (int type = 0; type < gone.length; type++) {
            if (gone[type] < gains.size(type)) {
                gone[type]++;
                return change + 1;
            }
            change -= gone[type];
            gone[type] = 0;
        }
        return change;
    }

    /** By state: the cheapest way to it. */
    double[] cost() {
        return cost;
    }

    /** By number gone: what it costs at least to have so many go. */
    double[] least() {
        return least.clone();
    }

    /** What everybody's going costs. */
    double total() {
        return cost[cost.length - 1];
    }

    /** The cheapest order in which so many are brought to go, agent by agent; of equal ones the one that a pass backwards meets first. */
    int[] order(int agents) {
        final int[] gone = new int[types];
        int state = where[agents];
        for (int type = types - 1, left = state; type >= 0; type--) {
            gone[type] = left / strides[type];
            left %= strides[type];
        }
        final int[] order = new int[agents];
        for (int place = agents - 1; place >= 0; place--) {
            final int type = last(gone, state);
            gone[type]--;
            state -= strides[type];
            order[place] = gains.agent(type, gone[type]);
        }
        return order;
    }

    /** The type whose member joins last on the cheapest way to a state. */
    private int last(int[] gone, int state) {
        for (int type = types - 1; type >= 0; type--) {
            if (gone[type] > 0) {
                gone[type]--;
                final double with = cost[state - strides[type]] + gains.need(type, gone[type], gone);
                gone[type]++;
                if (with == cost[state]) {
                    return type;
                }
            }
        }
        throw new IllegalStateException("gains must be the same whenever they are asked for, but differed");
    }
}
