package io.github.breakranks.cascade;

import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.TableText;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How many can be reached first: so many agents, whoever they are, or a budget where one costs more to reach than another.
 *
 * <p>Immutable. 8 bytes an agent where costs differ.
 */
public final class ReachBudget {
    private final double amount;
    private final double @Nullable [] costs; // by agent; null: each costs 1
    private final String unit;

    private ReachBudget(double amount, double @Nullable [] costs, String unit) {
        this.amount = amount;
        this.costs = costs;
        this.unit = unit;
    }

    /** So many agents [count], at least 1. */
    public static ReachBudget agents(int count) {
        return new ReachBudget(Checks.count(1, "k", "agents", count), null, "agents");
    }

    /**
     * A budget, and what each agent costs to reach.
     *
     * @param amount what may be spent in all [unit of the costs], above 0; at least one agent must cost no more
     * @param costs  by agent [same unit], each finite and above 0
     */
    public static ReachBudget of(double amount, double... costs) {
        Checks.above(0, "amount", "unit of the costs", amount);
        final double[] copy = costs.clone();
        double least = Double.POSITIVE_INFINITY;
        for (int agent = 0; agent < copy.length; agent++) {
            least = Math.min(least, Checks.above(0, "costs[" + agent + "]", "unit of the costs", copy[agent]));
        }
        if (!(least <= amount)) {
            throw Checks.refused(
                    "amount must pay for at least one agent, the cheapest of whom costs %s [unit of the costs], but was %s",
                    least, amount);
        }
        return new ReachBudget(amount, copy, "unit of the costs");
    }

    /** This budget in a unit of its own, for tables and words. */
    public ReachBudget in(String newUnit) {
        return new ReachBudget(amount, costs, Objects.requireNonNull(newUnit, "newUnit"));
    }

    /** What may be spent in all [{@link #unit}]. */
    public double amount() {
        return amount;
    }

    /** What it costs to reach this agent [{@link #unit}]. */
    public double cost(int agent) {
        return costs == null ? 1 : costs[agent];
    }

    /** The unit of amount and costs; "agents" where each counts one. */
    public String unit() {
        return unit;
    }

    /** Whether each agent costs 1, so that the amount is a number of agents. */
    boolean equal() {
        return costs == null;
    }

    /** Refuses a budget that is not for so many agents. */
    void requireFor(int agents) {
        if (costs == null && amount > agents) {
            throw Checks.refused(
                    "k must be at most the agents there are, %s [agents], but was %s", agents, (long) amount);
        }
        if (costs != null && costs.length != agents) {
            throw Checks.refused(
                    "costs must have an entry for each agent, %s [count], but was %s", agents, costs.length);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ReachBudget that
                && amount == that.amount
                && Arrays.equals(costs, that.costs)
                && unit.equals(that.unit);
    }

    @Override
    public int hashCode() {
        return Objects.hash(amount, Arrays.hashCode(costs), unit);
    }

    @Override
    public String toString() {
        return "ReachBudget[" + TableText.number(amount, 6) + " " + unit
                + (costs == null ? "" : ", costs of " + costs.length + " agents") + "]";
    }
}
