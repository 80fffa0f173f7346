package io.github.breakranks.cascade;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Range;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.NetworkRows;
import java.util.Arrays;

/** Whom to reach first where thresholds are fixed: every choice tried among few agents, a greedy one among many. */
final class TargetSearch {
    private final ReachBudget budget;
    private final NetworkRows rows;
    private final int[] needs; // by agent, how many of those he watches

    TargetSearch(Contagion contagion, ReachBudget budget, NetworkRows rows) {
        this.budget = budget;
        this.rows = rows;
        this.needs = needs(contagion, rows);
    }

    private static int[] needs(Contagion contagion, NetworkRows rows) {
        final int[] needs = new int[rows.agents()];
        for (int agent = 0; agent < needs.length; agent++) {
            if (contagion instanceof Contagion.Count count) {
                needs[agent] = count.needed();
            } else if (contagion instanceof Contagion.Share share) {
                needs[agent] = share.needed(rows.watches(agent));
            } else if (contagion instanceof Contagion.Own own) {
                needs[agent] = own.thresholds().othersNeeded(agent);
            } else {
                throw Checks.refused(
                        "contagion must be left to chance or count agents, but was %s; take Contagion.linear, or thresholds in agents",
                        contagion);
            }
        }
        return needs;
    }

    Answer<Reach> solve(Watch watch) {
        if (!watch.mayGoOn()) {
            return stopped(Reach.none(budget, needs.length), watch);
        }
        return needs.length <= TargetSets.MOST_AGENTS ? tryAll(watch) : greedy(watch);
    }

    private Answer<Reach> tryAll(Watch watch) {
        final TargetSets sets = new TargetSets(rows, needs, budget, watch);
        final boolean all = sets.search();
        final int[] chosen = sets.chosen();
        final Reach reach = reach(chosen, "trying all choices", all);
        if (!all) {
            return stopped(reach, watch);
        }
        return new Answer.Found<>(
                reach,
                new Certificate.Proven(
                        "integers: none of " + sets.tried() + " choices that could differ brings more; counted again, "
                                + Math.round(reach.spread()) + " go",
                        budget.assumptions()));
    }

    private Answer<Reach> greedy(Watch watch) {
        final int[] chosen = TargetSets.greedy(rows, needs, budget, watch);
        final Reach reach = reach(chosen, "greedy choice with fixed thresholds", false);
        return watch.mayGoOn()
                ? new Answer.Found<>(
                        reach,
                        new Certificate.Unproven(
                                "counted again, " + Math.round(reach.spread())
                                        + " go, but with fixed thresholds spread is not submodular, so that greedy choice guarantees nothing"))
                : stopped(reach, watch);
    }

    private Reach reach(int[] chosen, String how, boolean best) {
        final double[] gained = new double[chosen.length];
        int before = gone();
        for (int k = 0; k < chosen.length; k++) {
            final int now = gone(Arrays.copyOf(chosen, k + 1));
            gained[k] = now - before + (k == 0 ? before : 0); // those who go anyway count with the first
            before = now;
        }
        return new Reach(
                budget,
                new Reach.Choice(needs.length, chosen, gained, how),
                new Reach.Estimate(before, 0, Range.of(before), best ? before : Double.NaN, 0, 0));
    }

    /** Round by round until nobody else goes, from the rule alone. */
    private int gone(int... start) {
        final boolean[] gone = new boolean[needs.length];
        for (int agent : start) {
            gone[agent] = true;
        }
        int count = -1;
        int before;
        do {
            before = count;
            count = 0;
            final int[] seen = seen(gone);
            for (int agent = 0; agent < gone.length; agent++) {
                gone[agent] |= seen[agent] >= needs[agent];
                count += gone[agent] ? 1 : 0;
            }
        } while (count != before);
        return count;
    }

    private int[] seen(boolean... gone) {
        final int[] seen = new int[gone.length];
        for (int agent = 0; agent < gone.length; agent++) {
            for (int e = (int) rows.offsets()[agent]; gone[agent] && e < rows.offsets()[agent + 1]; e++) {
                seen[rows.targets()[e]]++;
            }
        }
        return seen;
    }

    private static Answer<Reach> stopped(Reach reach, Watch watch) {
        return new Answer.Stopped<>(
                reach, new Certificate.Unproven("not every choice was tried"), watch.why(), "raise the limit");
    }
}
