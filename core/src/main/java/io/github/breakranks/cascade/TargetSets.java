package io.github.breakranks.cascade;

import io.github.breakranks.answer.Watch;
import io.github.breakranks.internal.NetworkRows;
import java.util.Arrays;

/**
 * Tries every choice among few agents with fixed thresholds: the most that go, for the least, of equal ones the lowest numbers.
 *
 * <p>A set is a word of bits, and so is where its cascade ends. Whoever goes anyway need not be reached, since a cascade from more agents ends
 * with at least as many gone; so a branch goes on only with agents whom the cascade so far does not bring. Cost: at most as many cascades as
 * there are choices, about 0.1 microseconds each.
 */
final class TargetSets {
    /** Most agents: 2^25 choices take a few seconds. */
    static final int MOST_AGENTS = 25;

    private static final int BETWEEN_QUESTIONS = 1 << 12;

    private final int agents;
    private final int[] watched; // by agent, whom he watches
    private final int[] needs;
    private final ReachBudget budget;
    private final Watch watch;
    private int best;
    private int bestEnd;
    private long bestCost;
    private long tried;
    private boolean stopped;

    TargetSets(NetworkRows rows, int[] needs, ReachBudget budget, Watch watch) {
        this.agents = rows.agents();
        this.needs = needs;
        this.budget = budget;
        this.watch = watch;
        this.watched = new int[agents];
        for (int agent = 0; agent < agents; agent++) {
            for (int e = (int) rows.offsets()[agent]; e < rows.offsets()[agent + 1]; e++) {
                watched[rows.targets()[e]] |= 1 << agent;
            }
        }
    }

    /** Whether every choice was tried; false if the watch stopped it. */
    boolean search() {
        bestEnd = end(0);
        extend(0, 0, bestEnd, 0);
        return !stopped;
    }

    /** Adds one more agent with a higher number than all in the set, in every way that brings somebody. */
    private void extend(int set, int from, int end, long cost) {
        for (int agent = from; agent < agents && !stopped; agent++) {
            final long more = cost + budget.units(agent);
            if ((end >>> agent & 1) == 0 && more <= budget.units()) {
                tried(set | 1 << agent, agent + 1, end(end | 1 << agent), more);
            }
        }
    }

    private void tried(int set, int next, int end, long cost) {
        if (++tried % BETWEEN_QUESTIONS == 0) {
            stopped = !watch.mayGoOn();
        }
        final int gain = Integer.bitCount(end) - Integer.bitCount(bestEnd);
        if (gain > 0 || (gain == 0 && cost < bestCost)) {
            best = set;
            bestEnd = end;
            bestCost = cost;
        }
        extend(set, next, end, cost);
    }

    private int end(int start) {
        int gone = start;
        int before;
        do {
            before = gone;
            for (int agent = 0; agent < agents; agent++) {
                if (Integer.bitCount(watched[agent] & gone) >= needs[agent]) {
                    gone |= 1 << agent;
                }
            }
        } while (gone != before);
        return gone;
    }

    /** The best choice so far, ascending. */
    int[] chosen() {
        final int[] chosen = new int[Integer.bitCount(best)];
        for (int k = 0, left = best; left != 0; left &= left - 1) {
            chosen[k++] = Integer.numberOfTrailingZeros(left);
        }
        return chosen;
    }

    /** Choices tried [count]. */
    long tried() {
        return tried;
    }

    /** Those whom a greedy search over many agents chose. */
    static int[] greedy(NetworkRows rows, int[] needs, ReachBudget budget, Watch watch) {
        final Greedy greedy = new Greedy(rows, needs);
        int[] chosen = new int[0];
        long left = budget.units();
        int next = greedy.best(budget, left, watch);
        while (next >= 0) {
            greedy.add(next);
            left -= budget.units(next);
            chosen = Arrays.copyOf(chosen, chosen.length + 1);
            chosen[chosen.length - 1] = next;
            next = greedy.best(budget, left, watch);
        }
        return chosen;
    }

    /**
     * Who has gone after those chosen so far, and what one more would bring. Of equal gains the one decides who brings more watchers nearer to
     * going, then the lowest number.
     */
    private static final class Greedy {
        private final NetworkRows rows;
        private final int[] missing; // by agent; below 1: gone, or about to
        private final boolean[] gone;
        private final int[] queue;
        private int tail;
        private long nearer;

        Greedy(NetworkRows rows, int... needs) {
            this.rows = rows;
            this.missing = needs.clone();
            this.gone = new boolean[needs.length];
            this.queue = new int[needs.length];
            for (int agent = 0; agent < needs.length; agent++) {
                if (needs[agent] == 0 && !gone[agent]) {
                    add(agent);
                }
            }
        }

        void add(int agent) {
            spread(agent);
        }

        int best(ReachBudget budget, long left, Watch watch) {
            int best = -1;
            double bestGain = 0;
            double bestNearer = 0;
            for (int agent = 0; agent < gone.length; agent++) {
                final double cost = budget.cost(agent);
                if (gone[agent] || budget.units(agent) > left) {
                    continue;
                }
                if (!watch.mayGoOn()) {
                    return -1;
                }
                spread(agent);
                final double gain = tail / cost;
                final double near = nearer / cost;
                takeBack();
                if (gain > bestGain || (gain == bestGain && near > bestNearer)) {
                    best = agent;
                    bestGain = gain;
                    bestNearer = near;
                }
            }
            return best;
        }

        private void spread(int first) {
            tail = 0;
            nearer = 0;
            gone[first] = true;
            queue[tail++] = first;
            for (int head = 0; head < tail; head++) {
                final int end = (int) rows.offsets()[queue[head] + 1];
                for (int e = (int) rows.offsets()[queue[head]]; e < end; e++) {
                    tell(rows.targets()[e]);
                }
            }
        }

        private void tell(int watcher) {
            missing[watcher]--;
            nearer += gone[watcher] ? 0 : 1;
            if (!gone[watcher] && missing[watcher] <= 0) {
                gone[watcher] = true;
                queue[tail++] = watcher;
            }
        }

        private void takeBack() {
            for (int head = 0; head < tail; head++) {
                gone[queue[head]] = false;
                final int end = (int) rows.offsets()[queue[head] + 1];
                for (int e = (int) rows.offsets()[queue[head]]; e < end; e++) {
                    missing[rows.targets()[e]]++;
                }
            }
        }
    }
}
