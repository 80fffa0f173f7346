package io.github.breakranks.internal;

import java.math.BigDecimal;
import java.math.MathContext;

/** Reference values to forty digits and more, by textbook series and fractions on decimals: slow. */
public final class BigNormal {

    private static final MathContext DIGITS = new MathContext(90);
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal PI = pi();
    private static final BigDecimal ROOT_TWO_PI = TWO.multiply(PI).sqrt(DIGITS);
    private static final BigDecimal FRACTION_FROM = BigDecimal.valueOf(7);
    private static final int FRACTION_STEPS = 260;

    private BigNormal() {}

    /** How far a value is off, relative to the reference. */
    public static double relativeError(double value, BigDecimal reference) {
        return new BigDecimal(value)
                .subtract(reference)
                .divide(reference, DIGITS)
                .abs()
                .doubleValue();
    }

    /** {@code exp(x)}: Taylor's series at {@code x / 2^k}, squared {@code k} times. */
    public static BigDecimal exp(BigDecimal x) {
        int halvings = 0;
        BigDecimal small = x;
        while (small.abs().compareTo(new BigDecimal("0.01")) > 0) {
            small = small.divide(TWO, DIGITS);
            halvings++;
        }
        BigDecimal term = BigDecimal.ONE;
        BigDecimal sum = BigDecimal.ONE;
        for (int k = 1; k < 50; k++) {
            term = term.multiply(small, DIGITS).divide(BigDecimal.valueOf(k), DIGITS);
            sum = sum.add(term, DIGITS);
        }
        for (int k = 0; k < halvings; k++) {
            sum = sum.multiply(sum, DIGITS);
        }
        return sum;
    }

    /** {@code ln(x)} by Newton's method on {@link #exp}. */
    public static BigDecimal log(double x) {
        final BigDecimal target = new BigDecimal(x);
        BigDecimal log = new BigDecimal(Math.log(x));
        for (int k = 0; k < 3; k++) {
            log = log.add(target.divide(exp(log), DIGITS).subtract(BigDecimal.ONE), DIGITS);
        }
        return log;
    }

    /** {@code phi(z)}. */
    public static BigDecimal density(BigDecimal z) {
        return exp(z.multiply(z).divide(TWO, DIGITS).negate()).divide(ROOT_TWO_PI, DIGITS);
    }

    /** {@code P(Z > z)}: a power series in the middle, Laplace's continued fraction outside. */
    public static BigDecimal survival(BigDecimal z) {
        if (z.signum() < 0) {
            return BigDecimal.ONE.subtract(survival(z.negate()), DIGITS);
        }
        if (z.compareTo(FRACTION_FROM) < 0) {
            return new BigDecimal("0.5").subtract(density(z).multiply(oddSeries(z), DIGITS), DIGITS);
        }
        BigDecimal rest = z;
        for (int k = FRACTION_STEPS; k > 0; k--) {
            rest = z.add(BigDecimal.valueOf(k).divide(rest, DIGITS), DIGITS);
        }
        return density(z).divide(rest, DIGITS);
    }

    /** {@code z + z^3/3 + z^5/15 + ...}. */
    private static BigDecimal oddSeries(BigDecimal z) {
        final BigDecimal square = z.multiply(z, DIGITS);
        BigDecimal term = z;
        BigDecimal sum = z;
        for (int k = 3; k < 500; k += 2) {
            term = term.multiply(square, DIGITS).divide(BigDecimal.valueOf(k), DIGITS);
            sum = sum.add(term, DIGITS);
        }
        return sum;
    }

    /** Machin's formula: {@code 16 arctan(1/5) - 4 arctan(1/239)}. */
    private static BigDecimal pi() {
        return BigDecimal.valueOf(16)
                .multiply(arctanOfOneOver(5))
                .subtract(BigDecimal.valueOf(4).multiply(arctanOfOneOver(239)), DIGITS);
    }

    private static BigDecimal arctanOfOneOver(int n) {
        final BigDecimal square = BigDecimal.valueOf((long) n * n);
        BigDecimal power = BigDecimal.ONE.divide(BigDecimal.valueOf(n), DIGITS);
        BigDecimal sum = power;
        for (int k = 3; k < 150; k += 2) {
            power = power.divide(square, DIGITS).negate();
            sum = sum.add(power.divide(BigDecimal.valueOf(k), DIGITS), DIGITS);
        }
        return sum;
    }
}
