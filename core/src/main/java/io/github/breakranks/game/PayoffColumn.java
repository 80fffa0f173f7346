package io.github.breakranks.game;

import io.github.breakranks.answer.Fraction;
import io.github.breakranks.internal.Checks;
import java.math.BigInteger;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One player's payoffs, a rational number each: doubles at face value, whole numbers, or fractions.
 *
 * <p>Beside each stands the nearest double. Rounding never turns an order round, so doubles that differ settle a comparison and only equal
 * ones are compared exactly.
 */
final class PayoffColumn {
    private static final int MANTISSA = 52; // bits of a double behind its first
    private static final double ROOM =
            0x1p-49; // of the sum of sizes: four roundings of payoffs and three of differences

    private final double[] values; // infinite where a fraction is too large
    private final Fraction @Nullable [] fractions;
    private final long @Nullable [] whole;
    private final boolean fits;
    private @Nullable BigInteger denominator;

    private PayoffColumn(double[] values, Fraction @Nullable [] fractions, long @Nullable [] whole) {
        this.values = values;
        this.fractions = fractions;
        this.whole = whole;
        this.fits = fractions == null || Arrays.stream(values).allMatch(Double::isFinite);
    }

    /** At face value; finite, not copied. */
    static PayoffColumn of(double[] values) {
        for (int index = 0; index < values.length; index++) {
            values[index] += 0.0; // no negative zero
        }
        return new PayoffColumn(values, null, null);
    }

    /** Whole numbers; not copied. */
    static PayoffColumn of(long[] whole) {
        return new PayoffColumn(Arrays.stream(whole).asDoubleStream().toArray(), null, whole);
    }

    /** Fractions; not copied. */
    static PayoffColumn of(Fraction[] fractions) {
        return of(
                fractions, Arrays.stream(fractions).mapToDouble(Fraction::value).toArray());
    }

    /** Fractions with the doubles nearest to them; not copied. */
    static PayoffColumn of(Fraction[] fractions, double... nearest) {
        return new PayoffColumn(nearest, fractions, null);
    }

    /** Doubles as the decimals they print as; anything else as it is. */
    PayoffColumn asWritten() {
        return fractions != null || whole != null
                ? this
                : of(Arrays.stream(values).mapToObj(Fraction::decimal).toArray(Fraction[]::new));
    }

    /** The payoffs at these places, in this order. */
    PayoffColumn at(int... places) {
        if (fractions != null) {
            final Fraction[] from = fractions;
            return of(Arrays.stream(places).mapToObj(place -> from[place]).toArray(Fraction[]::new));
        }
        if (whole != null) {
            final long[] from = whole;
            return of(Arrays.stream(places).mapToLong(place -> from[place]).toArray());
        }
        return of(Arrays.stream(places).mapToDouble(place -> values[place]).toArray());
    }

    int size() {
        return values.length;
    }

    /** Whether every payoff has a nearest double. */
    boolean fits() {
        return fits;
    }

    double value(int index) {
        if (!fits && Double.isInfinite(values[index])) {
            throw Checks.refused(
                    "payoff must be at most %s [size of a double], but was about 10^%s; ask for it exactly",
                    Double.MAX_VALUE,
                    exact(index)
                                    .numerator()
                                    .abs()
                                    .divide(exact(index).denominator())
                                    .toString()
                                    .length()
                            - 1);
        }
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

    /** The sign of one payoff less another, exactly. */
    int compare(int one, int other) {
        if (values[one] != values[other]) {
            return values[one] > values[other] ? 1 : -1;
        }
        if (fractions != null) {
            return fractions[one].compareTo(fractions[other]);
        }
        return whole != null ? Long.compare(whole[one], whole[other]) : 0;
    }

    /** The sign of {@code (to - from) - (otherTo - otherFrom)}, exactly. */
    int compareGains(int from, int to, int otherFrom, int otherTo) {
        final double gain = values[to] - values[from] - (values[otherTo] - values[otherFrom]);
        final double room = ROOM
                * (Math.abs(values[to])
                        + Math.abs(values[from])
                        + Math.abs(values[otherTo])
                        + Math.abs(values[otherFrom])
                        + Double.MIN_NORMAL);
        if (Math.abs(gain) > room && Math.abs(gain) <= Double.MAX_VALUE) {
            return gain > 0 ? 1 : -1;
        }
        return exact(to).minus(exact(from)).compareTo(exact(otherTo).minus(exact(otherFrom)));
    }

    BigInteger denominator() {
        if (whole != null) {
            return BigInteger.ONE;
        }
        BigInteger known = denominator;
        if (known == null) {
            known = fractions != null ? common(fractions) : BigInteger.ONE.shiftLeft(bits());
            denominator = known;
        }
        return known;
    }

    private static BigInteger common(Fraction... fractions) {
        BigInteger common = BigInteger.ONE;
        for (final Fraction fraction : fractions) {
            final BigInteger next = fraction.denominator();
            common = common.divide(common.gcd(next)).multiply(next);
        }
        return common;
    }

    /** How many binary digits the doubles have behind the point, at most. */
    private int bits() {
        int bits = 0;
        for (final double value : values) {
            if (value != 0.0) {
                final long mantissa = mantissa(value);
                bits = Math.max(bits, -exponent(value) - Long.numberOfTrailingZeros(mantissa));
            }
        }
        return bits;
    }

    /** A double is {@code mantissa * 2^exponent}, with its sign. */
    private static long mantissa(double value) {
        final long raw = Double.doubleToRawLongBits(value) & (1L << MANTISSA) - 1;
        return Math.abs(value) < Double.MIN_NORMAL ? raw : raw | 1L << MANTISSA;
    }

    private static int exponent(double value) {
        return Math.max(Math.getExponent(value), Double.MIN_EXPONENT) - MANTISSA;
    }

    BigInteger numerator(int index) {
        if (whole != null) {
            return BigInteger.valueOf(whole[index]);
        }
        if (fractions != null) {
            final Fraction exact = fractions[index];
            return exact.numerator().multiply(denominator().divide(exact.denominator()));
        }
        final double value = values[index];
        final BigInteger mantissa = BigInteger.valueOf(value < 0 ? -mantissa(value) : mantissa(value));
        return mantissa.shiftLeft(exponent(value) + denominator().bitLength() - 1); // to the right only where zeros are
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
        return Arrays.hashCode(values);
    }
}
