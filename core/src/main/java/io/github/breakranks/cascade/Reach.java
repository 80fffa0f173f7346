package io.github.breakranks.cascade;

import io.github.breakranks.answer.Range;
import io.github.breakranks.answer.Table;
import io.github.breakranks.answer.Table.Column;
import io.github.breakranks.internal.TableText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom to reach first, how many go because of it, and how near that is to the best that could be chosen.
 *
 * <p>The spread counts all who go in the end, those reached first included; where chance decides it is the expected number.
 */
public final class Reach {
    private static final String NOTHING = "nothing yet";

    private final ReachBudget budget;
    private final Choice choice;
    private final Estimate estimate;

    /**
     * Who was chosen.
     *
     * @param agents in all [count]
     * @param chosen in order
     * @param gained by place, how many more go with him than without, given those before him [agents]
     * @param how    found how, in a few words
     */
    record Choice(int agents, int[] chosen, double[] gained, String how) {}

    /**
     * What it brings.
     *
     * @param spread        who go in the end [agents]
     * @param standardError of the spread [agents]; 0 where it is exact
     * @param likely        where the spread lies
     * @param best          no choice within the budget brings more [agents]; NaN where no bound is known
     * @param risk          the chance that one of the bounds is wrong; 0 where they are exact
     * @param sets          reverse-reachable sets drawn [count]; 0 where none were
     */
    record Estimate(double spread, double standardError, Range likely, double best, double risk, long sets) {}

    Reach(ReachBudget budget, Choice choice, Estimate estimate) {
        this.budget = budget;
        this.choice = choice;
        this.estimate = estimate;
    }

    /** Nobody yet. */
    static Reach none(ReachBudget budget, int agents) {
        return new Reach(
                budget,
                new Choice(agents, new int[0], new double[0], NOTHING),
                new Estimate(0, 0, Range.of(0, agents), Double.NaN, 0, 0));
    }

    /** Whom to reach first, in the order chosen. */
    public int[] chosen() {
        return choice.chosen.clone();
    }

    /** Agents in all [count]. */
    public int agents() {
        return choice.agents;
    }

    /** How many go in the end, those reached first included [agents]: the expected number where chance decides. */
    public double spread() {
        return estimate.spread;
    }

    /** The same as a share of all. */
    public double share() {
        return estimate.spread / choice.agents;
    }

    /** The standard error of the spread [agents]; 0 where it is exact. */
    public double standardError() {
        return estimate.standardError;
    }

    /** Where the spread lies [agents], with probability {@link #confidence}; one point where it is exact. */
    public Range interval() {
        return estimate.likely;
    }

    /** No choice within the budget brings more than this [agents], with probability {@link #confidence}; NaN where no bound is known. */
    public double best() {
        return estimate.best;
    }

    /**
     * The least that the spread is of the best spread, a share, with probability {@link #confidence}: the low end of {@link #interval} over
     * {@link #best}. NaN where nothing is guaranteed.
     */
    public double certifiedRatio() {
        return estimate.best > 0 ? Math.min(1, estimate.likely.low() / estimate.best) : Double.NaN;
    }

    /** How likely it is that interval and bound are both right, a share; 1 where they are exact. */
    public double confidence() {
        return 1 - estimate.risk;
    }

    /** How many reverse-reachable sets were drawn [count]; 0 where none were needed. */
    public long setsDrawn() {
        return estimate.sets;
    }

    /** What those chosen cost to reach [unit of the budget], the sum of the decimals that costs print as. */
    public double cost() {
        return budget.cost(choice.chosen);
    }

    /** The budget that was asked about. */
    public ReachBudget budget() {
        return budget;
    }

    /** A row an agent, in order: what he costs, how many more go with him than without, given those before him, and the spread so far. */
    public Table table() {
        final List<List<@Nullable Object>> rows = new ArrayList<>(choice.chosen.length);
        double spread = 0;
        for (int k = 0; k < choice.chosen.length; k++) {
            spread += choice.gained[k];
            rows.add(List.of(k + 1, choice.chosen[k], budget.cost(choice.chosen[k]), choice.gained[k], spread));
        }
        return Table.of(
                List.of(
                        Column.of("order"),
                        Column.of("agent"),
                        Column.of("cost", budget.unit()),
                        Column.of("more", "agents"),
                        Column.of("spread", "agents")),
                rows);
    }

    /** In a sentence or two. */
    public String explain() {
        if (choice.chosen.length == 0) {
            return choice.how.equals(NOTHING)
                    ? "Nobody was chosen: the work stopped before anything was found."
                    : "Nobody need be reached first: " + TableText.number(estimate.spread, 4) + " of " + choice.agents
                            + " go anyway, and no choice brings more.";
        }
        final StringBuilder out = new StringBuilder("Reach ");
        out.append(choice.chosen.length == 1 ? "one" : choice.chosen.length)
                .append(" of ")
                .append(choice.agents);
        if (!budget.equal()) {
            out.append(" for ").append(TableText.number(cost(), 4)).append(" of ");
            out.append(TableText.number(budget.amount(), 4))
                    .append(" [")
                    .append(budget.unit())
                    .append(']');
        }
        out.append(" first, and ").append(TableText.number(estimate.spread, 4)).append(" go in the end");
        if (estimate.standardError > 0) {
            out.append(" (standard error ")
                    .append(TableText.number(estimate.standardError, 2))
                    .append(')');
        }
        out.append("; found by ").append(choice.how).append(". ");
        if (Double.isNaN(certifiedRatio())) {
            return out.append("Nothing is guaranteed of how near that is to the best.")
                    .toString();
        }
        if (certifiedRatio() == 1) {
            return out.append("No other choice brings more.").toString();
        }
        out.append("No choice brings more than ").append(TableText.number(estimate.best, 4));
        out.append(", so that this is at least ")
                .append(TableText.number(certifiedRatio(), 4))
                .append(" of the best");
        return out.append(estimate.risk > 0 ? ", with probability at least " + TableText.number(confidence(), 6) : "")
                .append('.')
                .toString();
    }

    /** Short enough for JShell, which cuts long lines in the middle. */
    @Override
    public String toString() {
        return "Reach[" + choice.chosen.length + " of " + choice.agents + " first, "
                + TableText.number(estimate.spread, 4) + " go, "
                + (Double.isNaN(certifiedRatio())
                        ? "nothing guaranteed]"
                        : "at least " + TableText.number(certifiedRatio(), 3) + " of the best]");
    }
}
