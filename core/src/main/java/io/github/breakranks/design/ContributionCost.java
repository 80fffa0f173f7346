package io.github.breakranks.design;

import io.github.breakranks.internal.Checks;

/**
 * What bringing so much costs one of a type: equipment taken along, intelligence gathered, comrades talked over.
 *
 * <pre>{@code
 *   C(q, theta)      rises with q, convex in q;  C_q rises with theta (single crossing):  low types bring the next unit more cheaply
 * }</pre>
 *
 * <p>A cost of your own needs {@link #of} only. Screening probes it and refuses what does not cross once.
 */
@FunctionalInterface
public interface ContributionCost {

    /**
     * The cost of bringing so much.
     *
     * @param quantity brought [unit of quantity], at least 0
     * @param theta    the type: the higher, the dearer the next unit
     * @return cost [unit of the game], finite
     */
    double of(double quantity, double theta);

    /** What the next unit costs [unit of the game per unit of quantity]; by differences unless a cost knows better. */
    default double marginal(double quantity, double theta) {
        return Differences.slope(q -> of(q, theta), quantity);
    }

    /**
     * The standard family {@code theta * q^power / power}, so that the next unit costs {@code theta * q^(power - 1)}.
     *
     * @param power at least 1; 1 is a constant cost for each unit, 2 the textbook's square
     */
    static ContributionCost power(double power) {
        return new PowerCost(power);
    }

    /** {@code theta * q^power / power}. */
    record PowerCost(double power) implements ContributionCost {
        public PowerCost {
            Checks.atLeast(1.0, "power", "exponent", power);
        }

        @Override
        public double of(double quantity, double theta) {
            return theta * (power == 2 ? quantity * quantity : Math.pow(quantity, power)) / power;
        }

        @Override
        public double marginal(double quantity, double theta) {
            return theta * (power == 2 ? quantity : Math.pow(quantity, power - 1));
        }

        @Override
        public String toString() {
            return "theta q^" + power + "/" + power;
        }
    }
}
