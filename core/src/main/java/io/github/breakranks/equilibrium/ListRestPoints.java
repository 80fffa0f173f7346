package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Watch;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.game.TieRule;
import io.github.breakranks.population.Population;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Finds every number r of listed agents at which play rests.
 *
 * <pre>{@code
 *   those of the r who go see r - 1 others:   c_i <= G((r-1)/(n-1))
 *   those who stay see r others:              c_i >  G(r/(n-1))
 * }</pre>
 *
 * <p>So r rests if everybody with {@code c <= G(r/(n-1))} is among those with {@code c <= G((r-1)/(n-1))}, and r lies between the
 * numbers of the two. Costs are sorted once, separately for those who have heard of the offer; then r runs from 0 to n.
 * Cost: O(n log n) comparisons, 2 n gains, 8 bytes an agent.
 */
final class ListRestPoints {
    private static final int MOST_POINTS = 1_000_000;

    private final DefectionGame game;
    private final boolean strict;
    private final List<Side> sides = new ArrayList<>();
    private final List<RestPoint> points = new ArrayList<>();
    private final List<Tie> ties = new ArrayList<>();
    private final List<String> doubts = new ArrayList<>();

    /** Agents to whom the same gain applies, by cost. */
    private final class Side {
        final double[] sorted;
        final int group;
        final boolean offered;
        int wouldGo; // #{c <= G(r)}
        int wentBefore; // #{c <= G(r-1)}

        Side(double[] sorted, int group, boolean offered) {
            this.sorted = sorted;
            this.group = group;
            this.offered = offered;
        }

        void step(double gone, boolean first, boolean last) {
            wentBefore = first ? 0 : wouldGo;
            wouldGo = last ? Math.min(wouldGo, sorted.length) : countUpTo(gainAt(gone));
        }

        double gainAt(double gone) {
            return offered ? game.gain(group, gone) : game.gainUnheard(group, gone);
        }

        /** Walks from the last count, so that a rising gain costs one pass in all. */
        int countUpTo(double net) {
            int count = wouldGo;
            while (count < sorted.length && goes(sorted[count], net)) {
                count++;
            }
            while (count > 0 && !goes(sorted[count - 1], net)) {
                count--;
            }
            return count;
        }

        int indifferent(double net) {
            final int at = Arrays.binarySearch(sorted, net);
            if (at < 0) {
                return 0;
            }
            int from = at;
            int to = at;
            while (from > 0 && sorted[from - 1] == net) {
                from--;
            }
            while (to + 1 < sorted.length && sorted[to + 1] == net) {
                to++;
            }
            return to - from + 1;
        }
    }

    ListRestPoints(DefectionGame game, Watch watch) {
        this.game = game;
        this.strict = game.ties() == TieRule.STAYS;
        for (int group = 0; group < game.groups(); group++) {
            for (boolean offered : new boolean[] {true, false}) {
                final double[] sorted = sorted(group, offered);
                if (sorted.length > 0) {
                    sides.add(new Side(sorted, group, offered));
                }
            }
        }
        scan(game.population().size(), watch);
    }

    private double[] sorted(int group, boolean offered) {
        final List<Population> groups = game.population().groups();
        int first = 0;
        for (int before = 0; before < group; before++) {
            first += groups.get(before).size();
        }
        final double[] costs = groups.get(group).costs();
        int known = 0;
        for (int k = 0; k < costs.length; k++) {
            if (game.heard(first + k) == offered) {
                costs[known++] = costs[k] + 0.0; // no negative zero
            }
        }
        final double[] chosen = known == costs.length ? costs : Arrays.copyOf(costs, known);
        Arrays.sort(chosen);
        return chosen;
    }

    List<RestPoint> points() {
        return points;
    }

    List<Tie> ties() {
        return ties;
    }

    List<String> doubts() {
        return doubts;
    }

    private boolean goes(double cost, double net) {
        return strict ? net - cost > 0 : net - cost >= 0;
    }

    private void scan(int agents, Watch watch) {
        final int others = agents - 1;
        for (int r = 0; r <= agents; r++) {
            if ((r & 0xFFFF) == 0xFFFF && !watch.mayGoOn() || points.size() == MOST_POINTS) {
                doubts.add("counts above " + r + " were not looked at");
                return;
            }
            final double gone = others == 0 ? 0 : (double) Math.min(r, others) / others;
            for (Side side : sides) {
                side.step(gone, r == 0, r == agents);
            }
            if (rests(r, agents)) {
                points.add(RestPoint.ofList(game.population(), r, members(r, agents)));
                tie(r, agents);
            }
        }
    }

    private boolean rests(int r, int agents) {
        int wouldGo = 0;
        int wentBefore = 0;
        boolean all = true; // everybody who would go as an outsider would go as a member
        for (Side side : sides) {
            wouldGo += side.wouldGo;
            wentBefore += side.wentBefore;
            all &= side.wouldGo <= side.wentBefore;
        }
        return r == agents ? wentBefore == agents : all && wouldGo <= r && r <= wentBefore;
    }

    private void tie(int r, int agents) {
        final double members = share(r - 1, agents);
        final double rest = share(r, agents);
        int indifferent = 0;
        for (Side side : sides) {
            indifferent += r == 0 ? 0 : strict ? 0 : side.indifferent(side.gainAt(members));
            indifferent += r == agents || !strict ? 0 : side.indifferent(side.gainAt(rest));
        }
        if (indifferent > 0) {
            ties.add(new Tie((double) r / agents, (double) indifferent / agents));
        }
    }

    private static double share(int othersGone, int agents) {
        return agents == 1 ? 0 : (double) Math.min(othersGone, agents - 1) / (agents - 1);
    }

    /** Who is gone at r: those who would go seeing one fewer; where the gain falls there may be too many, and the first ones go. */
    private RestPoint.WhoGoes members(int r, int agents) {
        if (sides.stream().mapToInt(side -> side.wentBefore).sum() == r) {
            return agent -> r > 0 && game.goes(agent, r - 1);
        }
        final BitSet gone = new BitSet(agents);
        int left = r - sides.stream().mapToInt(side -> side.wouldGo).sum();
        for (int agent = 0; agent < agents; agent++) {
            if (r < agents && game.goes(agent, Math.min(r, agents - 1))) {
                gone.set(agent);
            } else if (left > 0 && game.goes(agent, r - 1)) {
                gone.set(agent);
                left--;
            }
        }
        return gone::get;
    }
}
