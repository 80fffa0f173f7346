package io.github.breakranks.population;

import io.github.breakranks.answer.Range;
import io.github.breakranks.internal.Checks;
import org.apache.commons.math3.special.Beta;

/**
 * Beta costs on [0, 1].
 *
 * <pre>{@code
 *   f(c) = c^(a-1) (1-c)^(b-1) / B(a, b)
 *   F(c) = I_c(a, b)        P(C > c) = I_(1-c)(b, a)
 *
 *   I_x(a, b) = x^a y^b / (a B(a, b)) / (1 + d_1 / (1 + d_2 / (1 + ... )))            y = 1 - x
 *     d_(2m)   =  m (b - m) x / ((a + 2m - 1) (a + 2m))
 *     d_(2m+1) = -(a + m) (a + b + m) x / ((a + 2m) (a + 2m + 1))
 *
 *   I_x(a, b) = x^a (1 + a/1 y (1 + (a+1)/2 y (1 + ... (a+b-2)/(b-1) y)))             b an integer
 * }</pre>
 *
 * <p>Up to {@code (a+1) / (a+b+2)} the share below is computed, beyond it the share above, and the other is the
 * rest. Small integer shapes take the polynomial (the chance of a successes before b failures), which keeps all
 * digits; others the continued fraction.
 *
 * @param a exponent at 0, plus one, finite and above 0
 * @param b exponent at 1, plus one, finite and above 0
 * @see <a href="https://dlmf.nist.gov/8.17">NIST Digital Library of Mathematical Functions, 8.17.5 and 8.17.22</a>
 */
record BetaLaw(double a, double b) implements ContinuousLaw {

    private static final int MOST_FACTORS = 24; // greatest integer shape that is evaluated as a polynomial
    private static final double POLYNOMIAL_ERROR = 2e-14;
    private static final double FRACTION_ERROR = 4e-13;
    private static final double FRACTION_ERROR_BY_SHAPE = 1e-15;

    BetaLaw {
        Checks.above(0.0, "a", "shape", a);
        Checks.above(0.0, "b", "shape", b);
    }

    @Override
    public double cdf(double cost) {
        if (!(cost > 0 && cost < 1)) {
            return Double.isNaN(cost) ? cost : cost > 0 ? 1 : 0;
        }
        return cost <= turn() ? part(cost, 1 - cost, a, b) : 1 - part(1 - cost, cost, b, a);
    }

    @Override
    public double survival(double cost) {
        if (!(cost > 0 && cost < 1)) {
            return Double.isNaN(cost) ? cost : cost > 0 ? 0 : 1;
        }
        return cost <= turn() ? 1 - part(cost, 1 - cost, a, b) : part(1 - cost, cost, b, a);
    }

    private double turn() {
        return (a + 1) / (a + b + 2);
    }

    private boolean polynomial() {
        return a <= MOST_FACTORS && b <= MOST_FACTORS && a == Math.rint(a) && b == Math.rint(b);
    }

    /** {@code I_x(first, second)} with {@code y = 1 - x}. */
    private double part(double x, double y, double first, double second) {
        return Math.min(1.0, polynomial() ? successesFirst(x, y, first, second) : fraction(x, y, first, second));
    }

    private static double successesFirst(double x, double y, double successes, double failures) {
        double sum = 1;
        for (double i = failures - 1; i > 0; i--) {
            sum = 1 + (successes + i - 1) / i * y * sum;
        }
        final double rootOfPower = Math.pow(x, 0.5 * successes); // the whole may vanish where the product does not
        return rootOfPower * sum * rootOfPower;
    }

    /**
     * The continued fraction from the front: each denominator and numerator by its ratio to the one before (Lentz's
     * way).
     */
    private static double fraction(double x, double y, double first, double second) {
        double value = 1;
        double numerators = 1;
        double denominators = 0;
        double factor = 0;
        for (int k = 1; Math.abs(factor - 1) > 2 * Math.ulp(1.0); k++) {
            final double d = coefficient(k, x, first, second);
            numerators = 1 + d / numerators;
            denominators = 1 / (1 + d * denominators);
            factor = numerators * denominators;
            value *= factor;
        }
        final double logPower = first * logOf(x, y) + second * logOf(y, x);
        return Math.exp(logPower - Math.log(first) - Beta.logBeta(first, second)) / value;
    }

    private static double coefficient(int k, double x, double first, double second) {
        final int m = k / 2;
        final double base = first + k;
        return k % 2 == 0
                ? m * (second - m) * x / ((base - 1) * base)
                : -(first + m) * (first + second + m) * x / ((base - 1) * base);
    }

    /** {@code ln x} for {@code x = 1 - rest}, from whichever of the two is smaller. */
    private static double logOf(double x, double rest) {
        return x < 0.5 ? Math.log(x) : Math.log1p(-rest);
    }

    @Override
    public double density(double cost) {
        if (cost == 0 || cost == 1) {
            return cost == 0 ? densityAtEnd(a, b) : densityAtEnd(b, a);
        }
        if (!(cost > 0 && cost < 1)) {
            return Double.isNaN(cost) ? cost : 0;
        }
        if (polynomial()) {
            return Math.pow(cost, a - 1) * Math.pow(1 - cost, b - 1) * reciprocalOfBeta();
        }
        return Math.exp((a - 1) * logOf(cost, 1 - cost) + (b - 1) * logOf(1 - cost, cost) - Beta.logBeta(a, b));
    }

    private static double densityAtEnd(double here, double there) {
        return here > 1 ? 0 : here < 1 ? Double.POSITIVE_INFINITY : there;
    }

    /** {@code b (b+1)/1 (b+2)/2 ... (b+a-1)/(a-1)}, for an integer {@code a}. */
    private double reciprocalOfBeta() {
        double product = b;
        for (int i = 1; i < a; i++) {
            product *= (b + i) / i;
        }
        return product;
    }

    @Override
    public Range densityOver(double from, double to) {
        DensityBounds.requireInterval(from, to);
        if (to < 0 || from > 1) {
            return DensityBounds.nothing();
        }
        final double left = density(Math.max(0.0, from));
        final double right = density(Math.min(1.0, to));
        final double extremum = extremum(); // NaN for the even law, where the ends say it all
        final boolean inside = from <= extremum && extremum <= to;
        double least = Math.min(left, right);
        double most = Math.max(left, right);
        if (from < 0 || to > 1) {
            least = 0; // outside the support
        } else if (inside && a < 1 && b < 1) {
            least = density(extremum);
        }
        if (inside && a >= 1 && b >= 1) {
            most = steepest();
        }
        return DensityBounds.around(least, most, kernelError(), Double.MIN_NORMAL);
    }

    /** At {@code (a-1) / (a+b-2)}; infinity where a shape is below 1. */
    @Override
    public double steepest() {
        if (a < 1 || b < 1) {
            return Double.POSITIVE_INFINITY;
        }
        return a == 1 && b == 1 ? 1 : density(extremum());
    }

    /** The mode, or for two shapes below 1 the antimode: {@code (a-1) / (a+b-2)}, which rounding must not carry outside the support. */
    private double extremum() {
        return Math.min(1, (a - 1) / ((a - 1) + (b - 1)));
    }

    @Override
    public double low() {
        return 0;
    }

    @Override
    public double high() {
        return 1;
    }

    /** Greater for shapes near 0, since at the turn one share is computed as the rest of a far greater one. */
    @Override
    public double[] breaks() {
        return new double[] {0, 1};
    }

    @Override
    public double relativeError() {
        return kernelError() / Math.min(cdf(turn()), survival(turn()));
    }

    private double kernelError() {
        return polynomial() ? POLYNOMIAL_ERROR : FRACTION_ERROR + FRACTION_ERROR_BY_SHAPE * (a + b);
    }

    @Override
    public String toString() {
        return "beta(" + a + ", " + b + ")";
    }
}
