package io.github.breakranks.game;

import io.github.breakranks.population.CostLaw;
import java.util.function.DoubleUnaryOperator;

/**
 * The law of {@code h(z)} where z in [0, 1] follows a law and h falls: by bisection on z, to neighbouring doubles.
 *
 * <pre>{@code
 *   P(h(z) <= c) = P(z >= inf { z : h(z) <= c })
 * }</pre>
 */
record IntegrityLaw(CostLaw preferences, DoubleUnaryOperator cost) implements CostLaw {

    @Override
    public double cdf(double c) {
        return Double.isNaN(c) ? c : preferences.atLeast(least(c, false));
    }

    @Override
    public double survival(double c) {
        return Double.isNaN(c) ? c : preferences.below(least(c, false));
    }

    @Override
    public double below(double c) {
        return Double.isNaN(c) ? c : preferences.atLeast(least(c, true));
    }

    @Override
    public double atLeast(double c) {
        return Double.isNaN(c) ? c : preferences.below(least(c, true));
    }

    /** The least preference whose cost is at most (strictly: below) this; infinity if there is none. */
    private double least(double c, boolean strictly) {
        return least(cost, c, strictly);
    }

    static double least(DoubleUnaryOperator falling, double c, boolean strictly) {
        if (meets(falling.applyAsDouble(0), c, strictly)) {
            return 0;
        }
        if (!meets(falling.applyAsDouble(1), c, strictly)) {
            return Double.POSITIVE_INFINITY;
        }
        double above = 0;
        double meets = 1;
        for (double z = 0.5; z > above && z < meets; z = above + (meets - above) / 2) {
            if (meets(falling.applyAsDouble(z), c, strictly)) {
                meets = z;
            } else {
                above = z;
            }
        }
        return meets;
    }

    private static boolean meets(double cost, double c, boolean strictly) {
        return strictly ? cost < c : cost <= c;
    }

    @Override
    public boolean discrete() {
        return preferences.discrete();
    }

    @Override
    public double low() {
        return cost.applyAsDouble(1);
    }

    @Override
    public double high() {
        return cost.applyAsDouble(0);
    }

    @Override
    public String toString() {
        return "integrity of " + preferences;
    }
}
