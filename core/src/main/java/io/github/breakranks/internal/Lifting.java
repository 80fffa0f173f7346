package io.github.breakranks.internal;

import java.math.BigInteger;
import java.util.function.BooleanSupplier;

/**
 * The digits in base p of the solution of a linear system, from the inverse of its matrix modulo p.
 *
 * @param parts   the matrix
 * @param inverse modulo the prime, row by row, nearest to 0
 * @param prime   below 2^29
 * @param mayGoOn asked for each digit; {@link Halted} is thrown where it says no
 */
record Lifting(SmallParts parts, int[] inverse, int prime, BooleanSupplier mayGoOn) {
    private static final int BLOCK = 60; // products of two remainders that fit a long
    private static final int MOST_BITS = 60; // of a right-hand side that is kept in a long

    /** The solution modulo {@code p^digits}, each of the least size. */
    BigInteger[] residues(BigInteger[] right, int digits) {
        int longest = 0;
        for (final BigInteger value : right) {
            longest = Math.max(longest, value.bitLength());
        }
        final int[][] found = parts.count() == 1 && longest <= MOST_BITS ? small(right, digits) : large(right, digits);
        return composed(found);
    }

    private int[][] small(BigInteger[] right, int digits) {
        final int size = parts.size();
        final int[][] found = new int[digits][];
        final int[] remainders = new int[size];
        final long[] rest = new long[size];
        for (int i = 0; i < size; i++) {
            rest[i] = right[i].longValue();
        }
        for (int digit = 0; digit < digits; digit++) {
            Halted.unless(mayGoOn);
            for (int i = 0; i < size; i++) {
                remainders[i] = (int) PrimeInverse.nearest(rest[i], prime);
            }
            found[digit] = next(remainders);
            for (int i = 0; i < size; i++) {
                rest[i] = (rest[i] - parts.times(0, i, found[digit])) / prime;
            }
        }
        return found;
    }

    private int[][] large(BigInteger[] right, int digits) {
        final int size = parts.size();
        final int[][] found = new int[digits][];
        final int[] remainders = new int[size];
        final BigInteger divisor = BigInteger.valueOf(prime);
        final BigInteger[] rest = right.clone();
        for (int digit = 0; digit < digits; digit++) {
            Halted.unless(mayGoOn);
            for (int i = 0; i < size; i++) {
                remainders[i] = (int) PrimeInverse.nearest(rest[i].mod(divisor).longValue(), prime);
            }
            found[digit] = next(remainders);
            for (int i = 0; i < size; i++) {
                rest[i] = rest[i].subtract(parts.times(i, found[digit])).divide(divisor);
            }
        }
        return found;
    }

    /** The inverse times the remainders. */
    private int[] next(int[] remainders) {
        final int size = remainders.length;
        final int[] digits = new int[size];
        for (int i = 0; i < size; i++) {
            long sum = 0;
            for (int from = 0; from < size; from += BLOCK) {
                final int to = Math.min(size, from + BLOCK);
                for (int j = from; j < to; j++) {
                    sum += (long) inverse[i * size + j] * remainders[j];
                }
                sum = PrimeInverse.nearest(sum, prime);
            }
            digits[i] = (int) sum;
        }
        return digits;
    }

    /** Neighbouring digits are joined, then pairs of them, so that few products are of long numbers, and those of equal length. */
    private BigInteger[] composed(int[][] digits) {
        final int size = parts.size();
        BigInteger[][] joined = new BigInteger[digits.length][size];
        for (int digit = 0; digit < digits.length; digit++) {
            for (int i = 0; i < size; i++) {
                joined[digit][i] = BigInteger.valueOf(digits[digit][i]);
            }
        }
        BigInteger base = BigInteger.valueOf(prime);
        while (joined.length > 1) {
            final BigInteger[][] next = new BigInteger[(joined.length + 1) / 2][size];
            for (int pair = 0; pair < next.length; pair++) {
                Halted.unless(mayGoOn);
                for (int i = 0; i < size; i++) {
                    next[pair][i] = 2 * pair + 1 == joined.length
                            ? joined[2 * pair][i]
                            : joined[2 * pair + 1][i].multiply(base).add(joined[2 * pair][i]);
                }
            }
            joined = next;
            base = base.multiply(base);
        }
        return joined[0];
    }
}
