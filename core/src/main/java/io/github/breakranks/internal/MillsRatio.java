package io.github.breakranks.internal;

/**
 * Mills' ratio of the standard normal law by Taylor polynomials about a grid of nodes, scaled so that it meets the
 * bell curve without its constant.
 *
 * <pre>{@code
 *   r(x) = S(x) exp(x^2 / 2) = Integral_0^inf exp(-x t - t^2 / 2) dt / sqrt(2 pi)        0 <= x <= 39
 *
 *   r' = x r - 1 / sqrt(2 pi)        r^(k+1) = x r^(k) + k r^(k-1)
 *
 *   I_k = (-1)^k r^(k) > 0           I_k = k I_(k-1) / (x + I_(k+2) / I_(k+1) ...) as a continued fraction
 * }</pre>
 *
 * <p>Nodes lie 1/8 apart. The derivatives are wanted to the last place, and the recursion loses them going up (they
 * are its minimal solution). So below 2 it runs in twice the precision from the power series at 0; above, Laplace's
 * continued fraction gives the ratios {@code I_k / I_(k-1) = k / (x + I_(k+1) / I_k)} going down. What the
 * polynomials leave out is below 1e-17 of the value.
 *
 * @see <a href="https://dlmf.nist.gov/7.9">NIST Digital Library of Mathematical Functions, section 7.9</a>
 * @see <a href="https://doi.org/10.1137/1009002">W. Gautschi (1967), "Computational Aspects of Three-Term Recurrence
 *     Relations", SIAM Review 9(1), 24-82</a>
 */
final class MillsRatio {

    /** {@code 1 / sqrt(2 pi)}. */
    static final Wide PEAK = new Wide(0.3989422804014327, -2.49232720227773e-17);

    /** Beyond this {@link #at} has no table: a share there is below the least double. */
    static final double END = 39;

    private static final int PER_UNIT = 8;
    private static final int DEGREE = 10;
    private static final int ROW = 12; // a row's coefficients begin at a multiple of 12: 11 are used
    private static final double SERIES_END = 2; // below it the power series, from it on the continued fraction
    private static final int SERIES_TERMS = 72; // 2^72 / 72!! is below 1e-32

    private static final double[] COEFFICIENTS = table();

    private MillsRatio() {}

    /** {@code r(x + low)}, with {@code low} at most some ulp of {@code x}; from -1/8 to {@link #END}. */
    static double at(double x, double low) {
        final int node = (int) (x * PER_UNIT + 0.5);
        final double t = (x - (double) node / PER_UNIT) + low;
        final double u = t * t;
        final double[] c = COEFFICIENTS;
        final int k = node * ROW;
        // Two short chains instead of a long one; the first coefficient is added last, so that it is rounded once.
        final double odd = c[k + 1] + u * (c[k + 3] + u * (c[k + 5] + u * (c[k + 7] + u * c[k + 9])));
        final double even = c[k + 2] + u * (c[k + 4] + u * (c[k + 6] + u * (c[k + 8] + u * c[k + 10])));
        return c[k] + (t * odd + u * even);
    }

    private static double[] table() {
        final int nodes = (int) (END * PER_UNIT) + 1;
        final double[] coefficients = new double[nodes * ROW];
        final double[] integrals = new double[DEGREE + 1];
        final Wide[] series = series();
        for (int node = 0; node < nodes; node++) {
            final double x = (double) node / PER_UNIT;
            if (x < SERIES_END) {
                goUp(x, series, integrals);
            } else {
                comeDown(x, integrals);
            }
            double signedFactorial = 1;
            for (int k = 0; k <= DEGREE; k++) {
                signedFactorial *= k == 0 ? 1 : -k;
                coefficients[node * ROW + k] = integrals[k] / signedFactorial;
            }
        }
        return coefficients;
    }

    /** The power series of {@code r} at 0: {@code a_0 = 1/2, a_1 = -1/sqrt(2 pi), a_k = a_(k-2) / k}. */
    private static Wide[] series() {
        final Wide[] series = new Wide[SERIES_TERMS];
        series[0] = Wide.of(0.5);
        series[1] = PEAK.times(Wide.of(-1));
        for (int k = 2; k < SERIES_TERMS; k++) {
            series[k] = series[k - 2].over(Wide.of(k));
        }
        return series;
    }

    private static void goUp(double x, Wide[] series, double[] integrals) {
        final Wide node = Wide.of(x);
        Wide before = series[SERIES_TERMS - 1];
        for (int k = SERIES_TERMS - 2; k >= 0; k--) {
            before = before.times(node).plus(series[k]);
        }
        Wide here = PEAK.minus(before.times(node));
        integrals[0] = before.high();
        integrals[1] = here.high();
        for (int k = 1; k < DEGREE; k++) {
            final Wide next = before.times(Wide.of(k)).minus(here.times(node));
            before = here;
            here = next;
            integrals[k + 1] = here.high();
        }
    }

    private static void comeDown(double x, double[] integrals) {
        final double[] ratios = new double[DEGREE + 1];
        double ratio = 0;
        for (int k = DEGREE + 10 + (int) (800 / (x * x)); k > 0; k--) {
            ratio = k / (x + ratio);
            if (k <= DEGREE) {
                ratios[k] = ratio;
            }
        }
        // The first integral decides the last place: the two steps before it once more, in twice the precision.
        final Wide node = Wide.of(x);
        final Wide second = Wide.of(2).over(node.plus(Wide.of(ratios[3])));
        final Wide first = Wide.of(1).over(node.plus(second));
        integrals[0] = PEAK.over(node.plus(first)).high();
        for (int k = 1; k <= DEGREE; k++) {
            integrals[k] = integrals[k - 1] * ratios[k];
        }
    }
}
