package io.github.breakranks.cascade;

import io.github.breakranks.network.Network;
import java.util.ArrayList;
import java.util.List;

/** Expected spreads of all sets of few agents, by every world of live links: what estimates and guarantees are held against. */
final class AllWorlds {
    private final int agents;
    private final double[] spread; // by set, a word of bits

    private AllWorlds(int agents) {
        this.agents = agents;
        this.spread = new double[1 << agents];
    }

    /** By the models' definition: of linear thresholds each agent keeps one link or none, else each link lives or not. */
    static AllWorlds of(Network network, Contagion contagion) {
        final AllWorlds all = new AllWorlds(network.agents());
        final List<int[]> links = new ArrayList<>();
        final List<Double> weights = new ArrayList<>();
        for (int watcher = 0; watcher < network.agents(); watcher++) {
            for (int agent = 0; agent < network.agents(); agent++) {
                if (network.watched(agent, watcher)) {
                    links.add(new int[] {agent, watcher});
                    weights.add(weight(network, contagion, agent, watcher));
                }
            }
        }
        final boolean linear = contagion instanceof Contagion.Linear || contagion instanceof Contagion.RandomShares;
        if (linear) {
            all.linear(links, weights, 0, new int[network.agents()], 1);
        } else {
            all.independent(links, weights, 0, new int[network.agents()], 1);
        }
        return all;
    }

    private static double weight(Network network, Contagion contagion, int agent, int watcher) {
        if (contagion instanceof Contagion.Independent independent) {
            return independent.chance();
        }
        return contagion instanceof Contagion.Linear || contagion instanceof Contagion.IndependentByWeight
                ? network.weight(agent, watcher)
                : 1.0 / network.watches(watcher);
    }

    private void independent(List<int[]> links, List<Double> weights, int next, int[] out, double chance) {
        if (chance == 0) {
            return;
        }
        if (next == links.size()) {
            world(out, chance);
            return;
        }
        independent(links, weights, next + 1, out, chance * (1 - weights.get(next)));
        final int[] live = out.clone();
        live[links.get(next)[0]] |= 1 << links.get(next)[1];
        independent(links, weights, next + 1, live, chance * weights.get(next));
    }

    /** Links stand by watcher, so that an agent's row is a stretch of the list. */
    private void linear(List<int[]> links, List<Double> weights, int next, int[] out, double chance) {
        if (next == links.size()) {
            world(out, chance);
            return;
        }
        final int watcher = links.get(next)[1];
        int end = next;
        double none = 1;
        while (end < links.size() && links.get(end)[1] == watcher) {
            none -= weights.get(end++);
        }
        for (int e = next; e < end; e++) {
            final int[] live = out.clone();
            live[links.get(e)[0]] |= 1 << watcher;
            linear(links, weights, end, live, chance * weights.get(e));
        }
        linear(links, weights, end, out, chance * Math.max(0, none));
    }

    private void world(int[] out, double chance) {
        for (int set = 0; set < spread.length; set++) {
            int gone = set;
            int before;
            do {
                before = gone;
                for (int agent = 0; agent < agents; agent++) {
                    gone |= (gone >>> agent & 1) != 0 ? out[agent] : 0;
                }
            } while (gone != before);
            spread[set] += chance * Integer.bitCount(gone);
        }
    }

    double spread(int... chosen) {
        int set = 0;
        for (int agent : chosen) {
            set |= 1 << agent;
        }
        return spread[set];
    }

    double spreadOf(int set) {
        return spread[set];
    }

    /** The best spread that the budget buys. */
    double best(ReachBudget budget) {
        double best = 0;
        for (int set = 0; set < spread.length; set++) {
            double cost = 0;
            for (int agent = 0; agent < agents; agent++) {
                cost += (set >>> agent & 1) * budget.cost(agent);
            }
            best = cost <= budget.amount() ? Math.max(best, spread[set]) : best;
        }
        return best;
    }
}
