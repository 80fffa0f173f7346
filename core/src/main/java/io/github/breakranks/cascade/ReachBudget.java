package io.github.breakranks.cascade;

import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.TableText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How many can be reached first: so many agents, whoever they are, or a budget where one costs more to reach than another.
 *
 * <p>Costs and budget are the decimals that they print as, and are added up as whole numbers: three times 0.1 is 0.3.
 *
 * <p>Immutable. 16 bytes an agent where costs differ.
 */
public final class ReachBudget {
    private static final int DIGITS = 18; // that a long surely holds

    private final double amount;
    private final double @Nullable [] costs; // by agent; null: each costs 1
    private final String unit;
    private final Whole whole;

    /**
     * Amount and costs in whole numbers of the smallest part that is needed.
     *
     * @param costs by agent; one more than the amount for who costs more than that; null: each costs 1
     * @param exact whether nothing was rounded
     */
    private record Whole(long amount, long @Nullable [] costs, boolean exact) {}

    private ReachBudget(double amount, double @Nullable [] costs, String unit, Whole whole) {
        this.amount = amount;
        this.costs = costs;
        this.unit = unit;
        this.whole = whole;
    }

    /** So many agents [count], at least 1. */
    public static ReachBudget agents(int count) {
        Checks.count(1, "k", "agents", count);
        return new ReachBudget(count, null, "agents", new Whole(count, null, true));
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
        return new ReachBudget(amount, copy, "unit of the costs", whole(amount, copy));
    }

    private static Whole whole(double amount, double... costs) {
        final BigDecimal all = BigDecimal.valueOf(amount).stripTrailingZeros();
        int places = all.scale();
        for (double cost : costs) {
            if (cost <= amount) {
                places = Math.max(
                        places, BigDecimal.valueOf(cost).stripTrailingZeros().scale());
            }
        }
        final int most = DIGITS - (all.precision() - all.scale());
        final int kept = Math.min(places, most);
        final long units = units(all, kept);
        final long[] parts = new long[costs.length];
        for (int agent = 0; agent < parts.length; agent++) {
            parts[agent] =
                    costs[agent] <= amount ? Math.max(1, units(BigDecimal.valueOf(costs[agent]), kept)) : units + 1;
        }
        return new Whole(units, parts, places <= most);
    }

    private static long units(BigDecimal value, int places) {
        return value.setScale(places, RoundingMode.HALF_EVEN).unscaledValue().longValueExact();
    }

    /** This budget in a unit of its own, for tables and words. */
    public ReachBudget in(String newUnit) {
        return new ReachBudget(amount, costs, Objects.requireNonNull(newUnit, "newUnit"), whole);
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

    /** What may be spent in all, as a whole number of {@link #units(int)}: sums of those have no rounding. */
    long units() {
        return whole.amount;
    }

    /** What this agent costs, as a whole number; more than {@link #units()} for who cannot be paid at all. */
    long units(int agent) {
        return whole.costs == null ? 1 : whole.costs[agent];
    }

    /** Whether whole numbers are exactly the costs; if not they were rounded to 18 digits of the budget. */
    boolean exact() {
        return whole.exact;
    }

    /** What a certificate that adds up costs rests on. */
    List<String> assumptions() {
        return whole.exact
                ? List.of()
                : List.of("costs are added up as rounded to " + DIGITS + " digits of the budget");
    }

    /** What these cost [{@link #unit}], added up as decimals. */
    double cost(int... agents) {
        BigDecimal cost = BigDecimal.ZERO;
        for (int agent : agents) {
            cost = cost.add(BigDecimal.valueOf(cost(agent)));
        }
        return cost.doubleValue();
    }

    /** Whether they can be paid. */
    boolean pays(int... agents) {
        long left = whole.amount;
        for (int agent : agents) {
            if (units(agent) > left) {
                return false;
            }
            left -= units(agent);
        }
        return true;
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
