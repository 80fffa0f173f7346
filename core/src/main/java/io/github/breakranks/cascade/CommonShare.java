package io.github.breakranks.cascade;

import io.github.breakranks.answer.Fraction;
import io.github.breakranks.internal.Checks;
import java.math.BigInteger;

/**
 * Everybody goes when such a share of his neighbours has gone: {@code m / k >= r}, compared in whole numbers.
 *
 * @param threshold r, a share above 0
 */
record CommonShare(Fraction threshold) implements Response {
    private static final int LONG = 63; // bits

    CommonShare {
        requireShare(threshold);
    }

    static void requireShare(Fraction threshold) {
        if (threshold.compareTo(Fraction.ZERO) <= 0 || threshold.compareTo(Fraction.ONE) > 0) {
            throw Checks.refused("threshold must be in (0, 1] [share of neighbours], but was %s", threshold);
        }
    }

    /** {@code m b >= a k} for r = a/b, in 128 bits: a decimal may have a long denominator. */
    @Override
    public double willing(int gone, int degree) {
        if (gone == 0) {
            return 0; // r > 0, and who has no neighbours reaches no share of them
        }
        if (threshold.denominator().bitLength() > LONG) {
            final BigInteger left = threshold.denominator().multiply(BigInteger.valueOf(gone));
            return left.compareTo(threshold.numerator().multiply(BigInteger.valueOf(degree))) >= 0 ? 1 : 0;
        }
        final long a = threshold.numerator().longValue();
        final long b = threshold.denominator().longValue();
        final int high = Long.compare(Math.multiplyHigh(gone, b), Math.multiplyHigh(degree, a));
        return high > 0 || high == 0 && Long.compareUnsigned(gone * b, degree * a) >= 0 ? 1 : 0;
    }

    @Override
    public String toString() {
        return "goes at " + threshold + " of neighbours";
    }
}
