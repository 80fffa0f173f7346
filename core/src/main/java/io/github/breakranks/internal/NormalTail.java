package io.github.breakranks.internal;

/**
 * The standard normal law, both tails with all their digits.
 *
 * <pre>{@code
 *   phi(x) = exp(-x^2 / 2) / sqrt(2 pi)
 *   S(x)   = P(Z > x) = exp(-x^2 / 2) r(x)        F(x) = P(Z <= x) = S(-x)
 *
 *   r      Mills' ratio over sqrt(2 pi), smooth and slowly falling: a table of Taylor polynomials
 * }</pre>
 *
 * <p>The rounding of {@code x^2} is made good, else it alone would cost {@code x^2 / 2} ulp. Each function comes in
 * two forms: at a double, and at the unevaluated sum of a double and what rounding left out of it, which a caller
 * who standardised a cost knows.
 *
 * <p>Shares and densities of at least 1e-300 are within 4 ulp ({@link #RELATIVE_ERROR}), those at most 1/2 as well
 * as those above; smaller ones lose digits as doubles do there, and below 4.9e-324 are 0. Cost: one exponential and
 * a polynomial of degree 10.
 *
 * @see <a href="https://doi.org/10.1093/biomet/18.3-4.395">J. P. Mills (1926), "Table of the Ratio: Area to
 *     Bounding Ordinate, for Any Portion of Normal Curve", Biometrika 18(3/4), 395-400</a>
 */
public final class NormalTail {

    /** No share or density of at least 1e-300 is off by more than this, relative to its true value. */
    public static final double RELATIVE_ERROR = 0x1p-50;

    /** The density at its greatest: {@code 1 / sqrt(2 pi)}. */
    public static final double PEAK = 0.3989422804014327;

    private NormalTail() {}

    /** {@code P(Z <= x)}, a share; NaN at NaN. */
    public static double cdf(double x) {
        return survival(-x, 0);
    }

    /** {@code P(Z <= x + low)}, a share; {@code low} is at most some ulp of {@code x}. */
    public static double cdf(double x, double low) {
        return survival(-x, -low);
    }

    /** {@code P(Z > x)}, a share; NaN at NaN. */
    public static double survival(double x) {
        return survival(x, 0);
    }

    /** {@code P(Z > x + low)}, a share; {@code low} is at most some ulp of {@code x}. */
    public static double survival(double x, double low) {
        return x < 0 ? 1 - tail(-x, -low) : tail(x, low);
    }

    /** {@code exp(-x^2 / 2) / sqrt(2 pi)}; NaN at NaN. */
    public static double density(double x) {
        return density(x, 0);
    }

    /** The density at {@code x + low}; {@code low} is at most some ulp of {@code x}. */
    public static double density(double x, double low) {
        if (!(Math.abs(x) < MillsRatio.END)) {
            return Double.isNaN(x) ? x : 0;
        }
        return PEAK * bell(x, low);
    }

    private static double tail(double x, double low) {
        if (!(x < MillsRatio.END)) {
            return Double.isNaN(x) ? x : 0;
        }
        return bell(x, low) * MillsRatio.at(x, low);
    }

    /** {@code exp(-(x + low)^2 / 2)}. */
    private static double bell(double x, double low) {
        final double square = x * x;
        final double missing = Math.fma(x, x, -square) + 2 * x * low;
        final double bell = Math.exp(-0.5 * square);
        return bell - bell * (0.5 * missing);
    }
}
