package io.github.breakranks.population;

import io.github.breakranks.internal.Checks;
import java.util.Arrays;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;

/**
 * Who decides: so many soldiers, and what leaving costs each of them.
 *
 * <p>There are two kinds. A <em>law</em> with heads ({@link #of(int, CostLaw)}) is a continuum: answers are shares, counts are share
 * times heads, nothing is drawn. A <em>list</em> ({@link #of(double...)}, {@link #draw}) has agents 0, 1, 2, ..., each with his own
 * cost: answers are counts of agents, exact, and nobody counts himself among the others.
 *
 * <p>Costs are in the population's unit and may be negative (he wants to go). A list takes 8 bytes an agent.
 */
public final class Population {
    private final int size;
    private final @Nullable CostLaw law;
    private final double @Nullable [] costs; // by agent
    private final String unit;

    private Population(int size, @Nullable CostLaw law, double @Nullable [] costs, String unit) {
        this.size = size;
        this.law = law;
        this.costs = costs;
        this.unit = unit;
    }

    /**
     * A continuum that stands for so many heads, its costs spread by a law.
     *
     * @param heads how many soldiers there are [count], at least 1
     * @param law   how their costs are spread; a law of your own is probed, and refused if its cdf falls or leaves [0, 1]
     */
    public static Population of(int heads, CostLaw law) {
        Checks.count(1, "heads", "soldiers", heads);
        return new Population(heads, LawCheck.check(Objects.requireNonNull(law, "law")), null, "");
    }

    /** Agents with these costs [unit of the game], one each; finite, at least one agent. */
    public static Population of(double... costs) {
        if (costs.length == 0) {
            throw Checks.refused("costs must have at least 1 agent [count], but was empty");
        }
        final double[] copy = costs.clone();
        for (int agent = 0; agent < copy.length; agent++) {
            if (!(Math.abs(copy[agent]) <= Double.MAX_VALUE)) {
                throw Checks.refused("costs[%s] must be finite [unit of the game], but was %s", agent, copy[agent]);
            }
        }
        return new Population(copy.length, null, copy, "");
    }

    /**
     * Agents whose costs are drawn independently from a law.
     *
     * @param agents how many [count], at least 1
     * @param law    what their costs are drawn from
     * @param seed   the same seed draws the same costs
     */
    public static Population draw(int agents, CostLaw law, long seed) {
        Checks.count(1, "agents", "agents", agents);
        LawCheck.check(Objects.requireNonNull(law, "law"));
        final RandomGenerator random =
                RandomGeneratorFactory.of("Xoshiro256PlusPlus").create(seed);
        final double[] costs = new double[agents];
        for (int agent = 0; agent < agents; agent++) {
            costs[agent] = law.quantile(((random.nextLong() >>> 11) + 0.5) * 0x1p-53); // never 0 or 1
        }
        return new Population(agents, null, costs, "");
    }

    /** These soldiers, with costs meant in a unit such as "USD" or "50 acres". */
    public Population in(String newUnit) {
        return new Population(size, law, costs, Objects.requireNonNull(newUnit, "newUnit"));
    }

    /** How many soldiers there are [count]. */
    public int size() {
        return size;
    }

    /** Whether agents are listed one by one, each with his own cost. */
    public boolean listed() {
        return costs != null;
    }

    /** The unit of the costs; empty if none was named. */
    public String unit() {
        return unit;
    }

    /** How costs are spread: the law given, or for a list the law that gives each listed cost the same weight (sorts a copy). */
    public CostLaw law() {
        return law != null ? law : CostLaw.empirical(Objects.requireNonNull(costs));
    }

    /** What leaving costs this agent [unit of the game]; lists only. */
    public double cost(int agent) {
        return listedCosts()[Objects.checkIndex(agent, size)];
    }

    /** A copy of all costs, by agent [unit of the game]; lists only. */
    public double[] costs() {
        return listedCosts().clone();
    }

    private double[] listedCosts() {
        if (costs == null) {
            throw new IllegalStateException(
                    "a law lists no agents; draw some with Population.draw(" + size + ", law, seed)");
        }
        return costs;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Population that
                && size == that.size
                && unit.equals(that.unit)
                && Objects.equals(law, that.law)
                && Arrays.equals(costs, that.costs);
    }

    @Override
    public int hashCode() {
        return Objects.hash(size, law, unit) * 31 + Arrays.hashCode(costs);
    }

    @Override
    public String toString() {
        return "Population[" + size + (law == null ? " agents listed" : ", " + law)
                + (unit.isEmpty() ? "]" : ", " + unit + "]");
    }
}
