package io.github.breakranks.game;

import io.github.breakranks.answer.Fraction;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One player's payoffs, a rational number each: doubles at face value, whole numbers, or fractions. */
final class PayoffColumn {
    private static final int SIGNIFICAND_BITS = 52;

    private final double[] values;
    private final Fraction @Nullable [] fractions;
    private final long @Nullable [] whole;
    private @Nullable BigInteger denominator;

    private PayoffColumn(double[] values, Fraction @Nullable [] fractions, long @Nullable [] whole) {
        this.values = values;
        this.fractions = fractions;
        this.whole = whole;
    }

    /** At face value; not copied. */
    static PayoffColumn of(double[] values) {
        return new PayoffColumn(values, null, null);
    }

    /** Whole numbers; not copied. */
    static PayoffColumn of(long[] whole) {
        return new PayoffColumn(Arrays.stream(whole).asDoubleStream().toArray(), null, whole);
    }

    /** Fractions; not copied. */
    static PayoffColumn of(Fraction[] fractions) {
        return new PayoffColumn(
                Arrays.stream(fractions).mapToDouble(Fraction::value).toArray(), fractions, null);
    }

    /** Doubles as the decimals they print as; anything else as it is. */
    PayoffColumn asWritten() {
        return fractions != null || whole != null
                ? this
                : of(Arrays.stream(values).mapToObj(Fraction::decimal).toArray(Fraction[]::new));
    }

    int size() {
        return values.length;
    }

    double value(int index) {
        return values[index];
    }

    Fraction exact(int index) {
        if (fractions != null) {
            return fractions[index];
        }
        return whole != null ? Fraction.of(whole[index], 1) : Fraction.exactly(values[index]);
    }

    boolean exact() {
        return fractions != null || whole != null || Arrays.stream(values).allMatch(value -> value == Math.rint(value));
    }

    BigInteger denominator() {
        if (whole != null) {
            return BigInteger.ONE;
        }
        BigInteger known = denominator;
        if (known == null) {
            known = fractions == null ? BigInteger.ONE.shiftLeft(binaryPlaces()) : commonDenominator(fractions);
            denominator = known;
        }
        return known;
    }

    private static BigInteger commonDenominator(Fraction[] fractions) {
        BigInteger common = BigInteger.ONE;
        for (final Fraction fraction : fractions) {
            final BigInteger next = fraction.denominator();
            if (!next.equals(BigInteger.ONE) && !next.equals(common)) {
                common = common.divide(common.gcd(next)).multiply(next);
            }
        }
        return common;
    }

    /** The most places behind the point of any double, in base 2. */
    private int binaryPlaces() {
        int most = 0;
        for (final double value : values) {
            if (value != 0.0) {
                most = Math.max(most, -lastPlace(value));
            }
        }
        return most;
    }

    /** The exponent of the last bit of a double that is not 0: it is an odd number times 2 to this power. */
    private static int lastPlace(double value) {
        return lowestExponent(value) + Long.numberOfTrailingZeros(significand(value));
    }

    private static int lowestExponent(double value) {
        return Math.max(Math.getExponent(value), Double.MIN_EXPONENT) - SIGNIFICAND_BITS;
    }

    private static long significand(double value) {
        final long fraction = Double.doubleToRawLongBits(value) & (1L << SIGNIFICAND_BITS) - 1;
        return Math.getExponent(value) < Double.MIN_EXPONENT ? fraction : fraction | 1L << SIGNIFICAND_BITS;
    }

    BigInteger numerator(int index) {
        if (whole != null) {
            return BigInteger.valueOf(whole[index]);
        }
        if (fractions == null) {
            final double value = values[index];
            final BigInteger size = BigInteger.valueOf(value < 0 ? -significand(value) : significand(value));
            return value == 0.0
                    ? BigInteger.ZERO
                    : size.shiftLeft(lowestExponent(value) + denominator().bitLength() - 1);
        }
        final Fraction exact = exact(index);
        return exact.numerator().multiply(denominator().divide(exact.denominator()));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (!(other instanceof PayoffColumn column) || !Arrays.equals(values, column.values)) {
            return false;
        }
        for (int index = 0; index < values.length; index++) {
            if (!exact(index).equals(column.exact(index))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        return Objects.hash(Arrays.hashCode(values));
    }
}
