package io.github.breakranks.population;

import io.github.breakranks.answer.Range;
import io.github.breakranks.internal.Checks;

/**
 * Costs evenly spread.
 *
 * <pre>{@code
 *   F(c) = (c - low) / (high - low)        low <= c <= high
 * }</pre>
 *
 * @param low  the lowest cost [unit of the game], finite
 * @param high the highest cost [unit of the game], finite and above {@code low}
 */
record UniformLaw(double low, double high) implements ContinuousLaw {

    private static final double RELATIVE_ERROR = 0x1p-51;

    UniformLaw {
        Checks.finite("low", "unit of the game", low);
        Checks.above(low, "high", "unit of the game", high);
        Checks.finite("high - low", "unit of the game", high - low);
        Checks.finite("density", "share per unit of the game", 1 / (high - low));
    }

    @Override
    public double cdf(double cost) {
        return shareOf(cost - low);
    }

    @Override
    public double survival(double cost) {
        return shareOf(high - cost);
    }

    private double shareOf(double length) {
        return Math.max(0.0, Math.min(1.0, length / (high - low)));
    }

    @Override
    public double quantile(double share) {
        return Checks.share("share", share) <= 0.5 ? fromLow(share) : fromHigh(1 - share);
    }

    @Override
    public double quantileAbove(double above) {
        return Checks.share("above", above) <= 0.5 ? fromHigh(above) : fromLow(1 - above);
    }

    private double fromLow(double share) {
        return Math.fma(share, high - low, low);
    }

    private double fromHigh(double share) {
        return Math.fma(-share, high - low, high);
    }

    /** {@code 1 / (high - low)} from end to end, the ends included; 0 outside. */
    @Override
    public double density(double cost) {
        if (Double.isNaN(cost)) {
            return cost;
        }
        return cost >= low && cost <= high ? steepest() : 0;
    }

    @Override
    public Range densityOver(double from, double to) {
        DensityBounds.requireInterval(from, to);
        if (to < low || from > high) {
            return DensityBounds.nothing();
        }
        // At an end of the support F has a corner; between two costs within it the density is that inside.
        final double least = from >= low && to <= high && from < to ? steepest() : 0;
        return DensityBounds.around(least, steepest(), RELATIVE_ERROR, 0);
    }

    /** {@code 1 / (high - low)}. */
    @Override
    public double steepest() {
        return 1 / (high - low);
    }

    @Override
    public double[] breaks() {
        return new double[] {low, high};
    }

    @Override
    public double relativeError() {
        return RELATIVE_ERROR;
    }

    @Override
    public String toString() {
        return "uniform(" + low + ", " + high + ")";
    }
}
