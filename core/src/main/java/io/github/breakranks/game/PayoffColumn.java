package io.github.breakranks.game;

import io.github.breakranks.answer.Fraction;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One player's payoffs, a rational number each: doubles at face value, whole numbers, or fractions. */
final class PayoffColumn {
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
            known = BigInteger.ONE;
            for (int index = 0; index < values.length; index++) {
                final BigInteger next = exact(index).denominator();
                known = known.divide(known.gcd(next)).multiply(next);
            }
            denominator = known;
        }
        return known;
    }

    BigInteger numerator(int index) {
        if (whole != null) {
            return BigInteger.valueOf(whole[index]);
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
