package io.github.breakranks.population;

import io.github.breakranks.answer.Range;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.NormalQuantile;
import io.github.breakranks.internal.NormalTail;
import io.github.breakranks.internal.Rounding;

/**
 * Normal costs.
 *
 * <pre>{@code
 *   F(c) = Phi(z)        z = (c - mean) / deviation
 *   f(c) = phi(z) / deviation
 * }</pre>
 *
 * <p>What rounding leaves out of {@code z} is carried along, so that {@link #relativeError} holds for the cost as
 * given, in both tails down to shares of 1e-300.
 *
 * @param mean      [unit of the game], finite
 * @param deviation the standard deviation [unit of the game], finite and above 0
 */
record NormalLaw(double mean, double deviation) implements ContinuousLaw {

    private static final double[] NONE = {};
    private static final double NARROWEST = 1e-300; // below, the density is beyond the greatest double
    private static final double DENSITY_ERROR = 4 * NormalTail.RELATIVE_ERROR;

    NormalLaw {
        Checks.finite("mean", "unit of the game", mean);
        Checks.above(0.0, "deviation", "unit of the game", deviation);
        Checks.atLeast(NARROWEST, "deviation", "unit of the game", deviation);
    }

    @Override
    public double cdf(double cost) {
        final double z = (cost - mean) / deviation;
        return NormalTail.cdf(z, Rounding.ofStandard(cost, mean, deviation, z));
    }

    @Override
    public double survival(double cost) {
        final double z = (cost - mean) / deviation;
        return NormalTail.survival(z, Rounding.ofStandard(cost, mean, deviation, z));
    }

    @Override
    public double quantile(double share) {
        return Math.fma(deviation, NormalQuantile.below(Checks.share("share", share)), mean);
    }

    @Override
    public double quantileAbove(double above) {
        return Math.fma(deviation, NormalQuantile.above(Checks.share("above", above)), mean);
    }

    @Override
    public double density(double cost) {
        final double z = (cost - mean) / deviation;
        return NormalTail.density(z, Rounding.ofStandard(cost, mean, deviation, z)) / deviation;
    }

    @Override
    public Range densityOver(double from, double to) {
        DensityBounds.requireInterval(from, to);
        final double left = density(from);
        final double right = density(to);
        final double most = from <= mean && mean <= to ? steepest() : Math.max(left, right);
        final double tiny = Double.MIN_NORMAL * Math.max(1.0, 1 / deviation);
        return DensityBounds.around(Math.min(left, right), most, DENSITY_ERROR, tiny);
    }

    /** {@code 1 / (deviation sqrt(2 pi))}, at the mean. */
    @Override
    public double steepest() {
        return NormalTail.PEAK / deviation;
    }

    /** Two, symmetric about the mean. */
    @Override
    public double[] costsWithDensity(double density) {
        final double height = density * deviation / NormalTail.PEAK;
        if (!(height > 0 && height < 1)) {
            return NONE;
        }
        final double away = deviation * Math.sqrt(-2 * Math.log(height));
        return new double[] {mean - away, mean + away};
    }

    @Override
    public double relativeError() {
        return 2 * NormalTail.RELATIVE_ERROR;
    }

    @Override
    public String toString() {
        return "normal(" + mean + ", " + deviation + ")";
    }
}
