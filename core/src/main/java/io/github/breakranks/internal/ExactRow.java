package io.github.breakranks.internal;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * A row of whole numbers that never overflows: longs while they fit, big integers when they do not.
 *
 * <p>Whether a sum of products fits is told from the lengths of the rows in bits, so that the common case is plain arithmetic. Immutable;
 * the factories that take arrays keep them.
 */
public final class ExactRow {
    private static final int FITS = 62; // bits of a sum that is safely a long
    private static final int SHORT = 24; // bits up to which a common divisor does no harm

    private final long @Nullable [] small;
    private final BigInteger @Nullable [] big; // just if small is null
    private final int bits; // of the longest entry

    private ExactRow(long @Nullable [] small, BigInteger @Nullable [] big, int bits) {
        this.small = small;
        this.big = big;
        this.bits = bits;
    }

    /** A row of longs, not copied. */
    public static ExactRow of(long... entries) {
        long any = 0;
        for (long entry : entries) {
            any |= entry < 0 ? ~entry : entry;
        }
        return new ExactRow(entries, null, Long.SIZE - Long.numberOfLeadingZeros(any) + 1);
    }

    /** A row of whole numbers of any size, not copied. */
    public static ExactRow of(BigInteger... entries) {
        int longest = 0;
        for (BigInteger entry : entries) {
            longest = Math.max(longest, entry.bitLength());
        }
        if (longest >= FITS) {
            return new ExactRow(null, entries, longest + 1);
        }
        final long[] small = new long[entries.length];
        for (int k = 0; k < small.length; k++) {
            small[k] = entries[k].longValue();
        }
        return of(small);
    }

    /** How many entries. */
    public int size() {
        return small != null ? small.length : entries().length;
    }

    /** One entry. */
    public BigInteger get(int k) {
        return small != null ? BigInteger.valueOf(small[k]) : entries()[k];
    }

    /** The sign of one entry. */
    public int signum(int k) {
        return small != null ? Long.signum(small[k]) : entries()[k].signum();
    }

    private BigInteger[] entries() {
        if (big == null) {
            throw new IllegalStateException("a row of longs");
        }
        return big;
    }

    /** Whether {@link #dot} is sure to fit a long. */
    boolean dotFits(ExactRow other) {
        return bits + other.bits + Integer.SIZE - Integer.numberOfLeadingZeros(size()) <= FITS;
    }

    /** The sum of products, where {@link #dotFits}. */
    long dot(ExactRow other) {
        final long[] a = small;
        final long[] b = other.small;
        if (a == null || b == null) {
            throw new IllegalStateException("rows of longs needed");
        }
        long sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }

    /** The sum of products, of any size. */
    public BigInteger dotBig(ExactRow other) {
        if (dotFits(other)) {
            return BigInteger.valueOf(dot(other));
        }
        BigInteger sum = BigInteger.ZERO;
        for (int k = 0; k < size(); k++) {
            if (signum(k) != 0 && other.signum(k) != 0) {
                sum = sum.add(get(k).multiply(other.get(k)));
            }
        }
        return sum;
    }

    /** {@code a * x + b * y}, perhaps divided by a common divisor. */
    static ExactRow combine(long a, ExactRow x, long b, ExactRow y) {
        final int longest = Math.max(length(a) + x.bits, length(b) + y.bits);
        if (longest + 1 > FITS || x.small == null || y.small == null) {
            return combine(BigInteger.valueOf(a), x, BigInteger.valueOf(b), y);
        }
        final long[] sum = new long[x.small.length];
        for (int k = 0; k < sum.length; k++) {
            sum[k] = a * x.small[k] + b * y.small[k];
        }
        return longest < SHORT ? of(sum) : of(divided(sum));
    }

    private static int length(long value) {
        return Long.SIZE - Long.numberOfLeadingZeros(value < 0 ? ~value : value) + 1;
    }

    private static long[] divided(long... entries) {
        long common = 0;
        for (int k = 0; k < entries.length && common != 1; k++) {
            common = gcd(common, Math.abs(entries[k]));
        }
        for (int k = 0; k < entries.length && common > 1; k++) {
            entries[k] /= common;
        }
        return entries;
    }

    private static long gcd(long a, long b) {
        long x = a;
        long y = b;
        while (y != 0) {
            final long rest = x % y;
            x = y;
            y = rest;
        }
        return x;
    }

    /** {@code a * x + b * y}, divided by the greatest common divisor of its entries. */
    static ExactRow combine(BigInteger a, ExactRow x, BigInteger b, ExactRow y) {
        final BigInteger[] sum = new BigInteger[x.size()];
        BigInteger common = BigInteger.ZERO;
        for (int k = 0; k < sum.length; k++) {
            sum[k] = a.multiply(x.get(k)).add(b.multiply(y.get(k)));
            common = common.gcd(sum[k]);
        }
        if (common.compareTo(BigInteger.ONE) > 0) {
            for (int k = 0; k < sum.length; k++) {
                sum[k] = sum[k].divide(common);
            }
        }
        return of(sum);
    }

    /** This row with the entry at {@code from} written to {@code to} too. */
    ExactRow copied(int from, int to) {
        if (small != null) {
            final long[] copy = small.clone();
            copy[to] = copy[from];
            return new ExactRow(copy, null, bits);
        }
        final BigInteger[] copy = entries().clone();
        copy[to] = copy[from];
        return new ExactRow(null, copy, bits);
    }

    @Override
    public String toString() {
        return small != null ? java.util.Arrays.toString(small) : java.util.Arrays.toString(big);
    }
}
