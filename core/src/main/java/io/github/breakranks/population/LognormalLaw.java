package io.github.breakranks.population;

import io.github.breakranks.answer.Range;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.NormalQuantile;
import io.github.breakranks.internal.NormalTail;
import io.github.breakranks.internal.Rounding;

/**
 * Lognormal costs.
 *
 * <pre>{@code
 *   F(c) = Phi(z)        z = (ln c - mu) / sigma        c > 0
 *   f(c) = phi(z) / (sigma c)
 *
 *   ln(2^e m) = e ln 2 + 2 (s + s^3/3 + s^5/5 + ...)        s = (m - 1) / (m + 1),   1/sqrt(2) <= m <= sqrt(2)
 * }</pre>
 *
 * <p>Far out in a tail the last place of {@code ln c} decides many places of the share. So the logarithm is taken
 * in two parts, together within 3e-18, and {@code z} too.
 *
 * @param mu    mean of the logarithm of the cost [log of the unit of the game], finite
 * @param sigma standard deviation of it [log of the unit of the game], finite and above 0
 */
record LognormalLaw(double mu, double sigma) implements ContinuousLaw {

    private static final double LOG_ERROR = 3e-18; // of the logarithm in two parts
    private static final double FARTHEST = 40; // z, plus one for the ratio of density to tail, where shares end
    private static final double LEAST_EXPONENT = -800; // its exponential is below the least double
    private static final double LEAST_POLISHED = 1e-290; // smaller shares have too few digits to mend a cost by
    private static final double LN2_HIGH = 0x1.62e42fee00000p-1; // ends in zeros: e times it is exact
    private static final double LN2_LOW = 1.9082149292705877e-10;
    private static final double ROOT_TWO = Math.sqrt(2);
    private static final int SUBNORMAL_SHIFT = 54;

    private enum Part {
        BELOW,
        ABOVE,
        DENSITY
    }

    LognormalLaw {
        Checks.finite("mu", "log of the unit of the game", mu);
        Checks.above(0.0, "sigma", "log of the unit of the game", sigma);
    }

    @Override
    public double cdf(double cost) {
        if (!(cost > 0 && cost <= Double.MAX_VALUE)) {
            return Double.isNaN(cost) ? cost : cost > 0 ? 1 : 0;
        }
        return at(cost, Part.BELOW);
    }

    @Override
    public double survival(double cost) {
        if (!(cost > 0 && cost <= Double.MAX_VALUE)) {
            return Double.isNaN(cost) ? cost : cost > 0 ? 0 : 1;
        }
        return at(cost, Part.ABOVE);
    }

    @Override
    public double density(double cost) {
        if (!(cost > 0 && cost <= Double.MAX_VALUE)) {
            return Double.isNaN(cost) ? cost : 0;
        }
        return at(cost, Part.DENSITY);
    }

    private double at(double cost, Part part) {
        final int shift = cost < Double.MIN_NORMAL ? SUBNORMAL_SHIFT : 0;
        final double scaled = Math.scalb(cost, shift);
        final int binade = Math.getExponent(scaled);
        final double mantissa = Math.scalb(scaled, -binade);
        final boolean upper = mantissa > ROOT_TWO;
        final double m = upper ? 0.5 * mantissa : mantissa;
        final double e = binade - shift + (upper ? 1 : 0);

        final double sum = m + 1;
        final double s = (m - 1) / sum;
        final double sLow = (Math.fma(-s, sum, m - 1) - s * Rounding.ofSum(m, 1, sum)) / sum;

        final double whole = e * LN2_HIGH;
        final double log = whole + 2 * s;
        final double logLow = Rounding.ofSum(whole, 2 * s, log) + (2 * (sLow + afterFirst(s)) + e * LN2_LOW);
        return standardised(log, logLow, part);
    }

    /** {@code s^3/3 + s^5/5 + ... + s^23/23}. */
    private static double afterFirst(double s) {
        final double q = s * s;
        final double w = q * q;
        final double odd = 1.0 / 5 + w * (1.0 / 9 + w * (1.0 / 13 + w * (1.0 / 17 + w * (1.0 / 21))));
        final double even = 1.0 / 3 + w * (1.0 / 7 + w * (1.0 / 11 + w * (1.0 / 15 + w * (1.0 / 19 + w * (1.0 / 23)))));
        return s * q * (even + q * odd);
    }

    private double standardised(double log, double logLow, Part part) {
        final double rough = log - mu;
        final double rest = Rounding.ofSum(log, -mu, rough) + logLow;
        final double distance = rough + rest;
        final double z = distance / sigma;
        final double zLow = (Math.fma(-z, sigma, distance) + (rest - (distance - rough))) / sigma;
        return switch (part) {
            case BELOW -> NormalTail.cdf(z, zLow);
            case ABOVE -> NormalTail.survival(z, zLow);
            case DENSITY -> bell(z, zLow, log, logLow) * (NormalTail.PEAK / sigma);
        };
    }

    /** {@code exp(-z^2/2 - ln c)} in one exponential, lest one factor vanish and the other explode. */
    private static double bell(double z, double zLow, double log, double logLow) {
        final double half = -0.5 * z * z;
        final double halfLow = -(Math.fma(0.5 * z, z, half) + z * zLow);
        final double roughExponent = half - log;
        if (!(roughExponent > LEAST_EXPONENT)) {
            return 0;
        }
        final double more = Rounding.ofSum(half, -log, roughExponent) + (halfLow - logLow);
        final double exponent = roughExponent + more;
        return Math.exp(exponent) * (1 + (more - (exponent - roughExponent)));
    }

    @Override
    public double quantile(double share) {
        return Checks.share("share", share) <= 0.5 ? costAt(share, Part.BELOW) : costAt(1 - share, Part.ABOVE);
    }

    @Override
    public double quantileAbove(double above) {
        return Checks.share("above", above) <= 0.5 ? costAt(above, Part.ABOVE) : costAt(1 - above, Part.BELOW);
    }

    /**
     * The cost with this share on that side: by the normal quantile, then a step of Newton, for z times sigma was
     * rounded.
     */
    private double costAt(double share, Part part) {
        final double z = part == Part.BELOW ? NormalQuantile.below(share) : NormalQuantile.above(share);
        final double cost = Math.exp(Math.fma(sigma, z, mu));
        final double density = density(cost);
        if (share < LEAST_POLISHED || !(density > 0 && density <= Double.MAX_VALUE)) {
            return cost;
        }
        final double excess = at(cost, part) - share;
        return part == Part.BELOW ? cost - excess / density : cost + excess / density;
    }

    @Override
    public Range densityOver(double from, double to) {
        DensityBounds.requireInterval(from, to);
        final double left = density(from);
        final double right = density(to);
        final double mode = Math.exp(mu - sigma * sigma);
        final double error = 8 * Math.ulp(1 + Math.abs(mu) + sigma * sigma); // of the mode and of the density there
        final boolean inside = from <= mode * (1 + error) + Double.MIN_NORMAL && to >= mode * (1 - error);
        final double most = inside ? steepest() * (1 + error) : Math.max(left, right);
        final double tiny = Double.MIN_NORMAL * Math.max(1.0, 1 / sigma);
        return DensityBounds.around(Math.min(left, right), most, 2 * relativeError(), tiny);
    }

    /** {@code exp(sigma^2 / 2 - mu) / (sigma sqrt(2 pi))}, at {@code exp(mu - sigma^2)}. */
    @Override
    public double steepest() {
        return Math.exp(0.5 * sigma * sigma - mu) * (NormalTail.PEAK / sigma);
    }

    /**
     * Two, about the mode: {@code ln c = mu - sigma^2 +- sigma sqrt(sigma^2 - 2 mu - 2 ln(density sigma sqrt(2 pi)))}.
     */
    @Override
    public double[] costsWithDensity(double density) {
        final double rest = sigma * sigma - 2 * (mu + Math.log(density * sigma / NormalTail.PEAK));
        if (!(rest > 0 && rest <= Double.MAX_VALUE)) {
            return new double[0];
        }
        final double mode = mu - sigma * sigma;
        final double away = sigma * Math.sqrt(rest);
        return new double[] {Math.exp(mode - away), Math.exp(mode + away)};
    }

    @Override
    public double low() {
        return 0;
    }

    @Override
    public double relativeError() {
        return 2 * NormalTail.RELATIVE_ERROR + FARTHEST * LOG_ERROR / sigma;
    }

    @Override
    public String toString() {
        return "lognormal(" + mu + ", " + sigma + ")";
    }
}
