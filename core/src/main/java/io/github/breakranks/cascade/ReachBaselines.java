package io.github.breakranks.cascade;

import io.github.breakranks.network.Network;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Whom one would reach first without looking at what spreads: those whom most watch, or anybody. Judge them with {@link ReachSolver#judge}.
 *
 * <p>Agents are taken in order; who costs more than what is left is passed over.
 */
public final class ReachBaselines {
    private ReachBaselines() {}

    /** Those whom most watch, of equal ones the lowest number. Cost: O(agents log agents). */
    public static int[] mostWatched(Network network, ReachBudget budget) {
        budget.requireFor(network.agents());
        final long[] order = new long[network.agents()];
        for (int agent = 0; agent < order.length; agent++) {
            order[agent] = (long) -network.watchedBy(agent) << 32 | agent;
        }
        Arrays.sort(order);
        final int[] agents = new int[order.length];
        Arrays.setAll(agents, k -> (int) order[k]);
        return within(budget, agents);
    }

    /** Anybody, each equally likely, drawn from a seed: random leaflets. Cost: O(agents). */
    public static int[] atRandom(Network network, ReachBudget budget, long seed) {
        budget.requireFor(network.agents());
        final SplittableRandom random = new SplittableRandom(seed);
        final int[] agents = new int[network.agents()];
        for (int k = 0;
                k < agents.length;
                k++) { // each new one changes places with one drawn of those before him and himself
            final int other = random.nextInt(k + 1);
            agents[k] = agents[other];
            agents[other] = k;
        }
        return within(budget, agents);
    }

    private static int[] within(ReachBudget budget, int... agents) {
        final int[] taken = new int[agents.length];
        int size = 0;
        long left = budget.units();
        for (int agent : agents) {
            if (budget.units(agent) <= left) {
                left -= budget.units(agent);
                taken[size++] = agent;
            }
        }
        return Arrays.copyOf(taken, size);
    }
}
