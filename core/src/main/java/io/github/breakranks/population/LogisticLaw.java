package io.github.breakranks.population;

import io.github.breakranks.answer.Range;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.Rounding;

/**
 * Logistic costs.
 *
 * <pre>{@code
 *   F(c) = 1 / (1 + exp(-z))        z = (c - mean) / scale
 *   f(c) = F(c) (1 - F(c)) / scale
 * }</pre>
 *
 * <p>Only {@code exp(-|z|)} is taken, and what rounding leaves out of {@code z} is carried along, so that both tails
 * keep their digits.
 *
 * @param mean  [unit of the game], finite
 * @param scale [unit of the game], finite and above 0; the standard deviation is {@code scale * pi / sqrt(3)}
 */
record LogisticLaw(double mean, double scale) implements ContinuousLaw {

    private static final double RELATIVE_ERROR = 0x1p-50;
    private static final double[] NONE = {};
    private static final double NARROWEST = 1e-300; // below, the density is beyond the greatest double
    private static final double DENSITY_ERROR = 4 * RELATIVE_ERROR;
    private static final double END = 746; // exp(-746) is below the least double

    LogisticLaw {
        Checks.finite("mean", "unit of the game", mean);
        Checks.above(0.0, "scale", "unit of the game", scale);
        Checks.atLeast(NARROWEST, "scale", "unit of the game", scale);
    }

    @Override
    public double cdf(double cost) {
        final double odds = lesserOdds(cost);
        return cost < mean ? odds / (1 + odds) : 1 / (1 + odds);
    }

    @Override
    public double survival(double cost) {
        final double odds = lesserOdds(cost);
        return cost < mean ? 1 / (1 + odds) : odds / (1 + odds);
    }

    /** {@code exp(-|z|)}: the odds of the rarer of going and staying. */
    private double lesserOdds(double cost) {
        final double z = (cost - mean) / scale;
        if (!(Math.abs(z) < END)) {
            return Double.isNaN(z) ? z : 0;
        }
        final double odds = Math.exp(-Math.abs(z));
        return odds - odds * Math.copySign(1, z) * Rounding.ofStandard(cost, mean, scale, z);
    }

    @Override
    public double quantile(double share) {
        return Math.fma(scale, logOdds(Checks.share("share", share)), mean);
    }

    @Override
    public double quantileAbove(double above) {
        return Math.fma(scale, -logOdds(Checks.share("above", above)), mean);
    }

    /** {@code ln(share / (1 - share))}, by whichever form keeps its digits. */
    private static double logOdds(double share) {
        if (share > 0.25 && share < 0.75) {
            return Math.log1p((2 * share - 1) / (1 - share));
        }
        return Math.log(share) - Math.log1p(-share);
    }

    @Override
    public double density(double cost) {
        final double odds = lesserOdds(cost);
        return odds / ((1 + odds) * (1 + odds)) / scale;
    }

    @Override
    public Range densityOver(double from, double to) {
        DensityBounds.requireInterval(from, to);
        final double left = density(from);
        final double right = density(to);
        final double most = from <= mean && mean <= to ? steepest() : Math.max(left, right);
        final double tiny = Double.MIN_NORMAL * Math.max(1.0, 1 / scale);
        return DensityBounds.around(Math.min(left, right), most, DENSITY_ERROR, tiny);
    }

    /** {@code 1 / (4 scale)}, at the mean. */
    @Override
    public double steepest() {
        return 0.25 / scale;
    }

    /** Two, symmetric about the mean: {@code F (1 - F) = density scale}. */
    @Override
    public double[] costsWithDensity(double density) {
        final double product = density * scale;
        if (!(product > 0 && product < 0.25)) {
            return NONE;
        }
        final double root = Math.sqrt(1 - 4 * product);
        final double away =
                scale * Math.log((1 + root) * (1 + root) / (4 * product)); // ln of the odds (1 + root) / (1 - root)
        return new double[] {mean - away, mean + away};
    }

    @Override
    public double relativeError() {
        return RELATIVE_ERROR;
    }

    @Override
    public String toString() {
        return "logistic(" + mean + ", " + scale + ")";
    }
}
