package io.github.breakranks.regime;

import io.github.breakranks.population.CostLaw;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/** How likely a fall must be for soldiers of a contingent to go: cost over benefit, listed where costs are atoms, else by its law. */
final class Costs {
    private final CostLaw law;
    private final double benefit;
    private final double[] needed; // ascending; empty if the law is not made of atoms
    private final double[] shares;

    private Costs(Contingent contingent, double[] needed, double[] shares) {
        this.law = contingent.cost();
        this.benefit = contingent.benefit();
        this.needed = needed;
        this.shares = shares;
    }

    static Costs of(Contingent contingent) {
        final CostLaw law = contingent.cost();
        if (law.low() == law.high()) {
            return new Costs(contingent, new double[] {limited(law.low() / contingent.benefit())}, new double[] {1});
        }
        if (!law.discrete()) {
            return new Costs(contingent, new double[0], new double[0]);
        }
        double[] needed = new double[8];
        double[] shares = new double[8];
        int size = 0;
        double cost = law.low();
        while (true) {
            if (size == needed.length) {
                needed = Arrays.copyOf(needed, 2 * size);
                shares = Arrays.copyOf(shares, 2 * size);
            }
            needed[size] = limited(cost / contingent.benefit());
            shares[size] = law.cdf(cost) - law.below(cost);
            size++;
            final double next = law.quantileFromRight(law.cdf(cost));
            if (!(next > cost)) {
                return new Costs(contingent, Arrays.copyOf(needed, size), Arrays.copyOf(shares, size));
            }
            cost = next;
        }
    }

    private static double limited(double chance) {
        return Math.min(1, Math.max(0, chance));
    }

    /** Whether costs are atoms. */
    boolean listed() {
        return needed.length > 0;
    }

    /** How many atoms there are. */
    int size() {
        return needed.length;
    }

    /** What the k-th atom needs, in [0, 1]: 0 goes always, 1 never. */
    double needed(int k) {
        return needed[k];
    }

    /** What part of the contingent the k-th atom is. */
    double share(int k) {
        return shares[k];
    }

    /** The share that goes at such a chance that the regime falls. */
    double going(double chance) {
        return law.cdf(benefit * chance);
    }

    /** What those need at whose cost the law begins, ends, jumps or bends, as far as it says. */
    double[] breaks() {
        return DoubleStream.concat(DoubleStream.of(law.low(), law.high()), Arrays.stream(law.breaks()))
                .map(cost -> cost / benefit)
                .toArray();
    }

    /** {@link #laplacian()} of all soldiers of a contingent; quick where they have one cost. */
    static double laplacian(Contingent contingent) {
        final double low = contingent.cost().low();
        return low == contingent.cost().high()
                ? 1 - limited(low / contingent.benefit())
                : of(contingent).laplacian();
    }

    /** {@code E(1 - c/B)}, each soldier's limited to [0, 1]: who goes if each chance is as likely as any other. */
    double laplacian() {
        if (!listed()) {
            return Bends.integral(this::going, 0, 1, 1);
        }
        double sum = 0;
        for (int k = 0; k < needed.length; k++) {
            sum += shares[k] * (1 - needed[k]);
        }
        return sum;
    }
}
