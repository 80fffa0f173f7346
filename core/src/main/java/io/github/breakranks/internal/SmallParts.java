package io.github.breakranks.internal;

import java.math.BigInteger;

/**
 * A square matrix of whole numbers, cut into matrices of numbers small enough that a row times a vector of remainders fits a long.
 *
 * @param size  rows and columns
 * @param parts row by row; part k counts {@code 2^(22 k)}, and no entry is larger than 2^21 in size
 */
record SmallParts(int size, int[][] parts) {
    private static final int BITS = 22;
    private static final int MOST_ROWS = 1 << 13; // 2^13 rows times 2^21 times 2^28 is 2^62
    private static final long BASE = 1L << BITS;

    static SmallParts of(BigInteger[][] matrix) {
        if (matrix.length > MOST_ROWS) {
            throw Checks.refused("matrix must have at most %s rows [count], but was %s", MOST_ROWS, matrix.length);
        }
        int longest = 0;
        for (final BigInteger[] row : matrix) {
            for (final BigInteger entry : row) {
                longest = Math.max(longest, entry.abs().bitLength());
            }
        }
        final int size = matrix.length;
        final int[][] parts = new int[longest / BITS + 1][size * size];
        for (int at = 0; at < size * size; at++) {
            final BigInteger entry = matrix[at / size][at % size];
            if (entry.bitLength() < Long.SIZE - 1) {
                cut(entry.longValue(), parts, at);
            } else {
                cut(entry, parts, at);
            }
        }
        return new SmallParts(size, parts);
    }

    private static void cut(long entry, int[][] parts, int at) {
        long rest = entry;
        for (int part = 0; rest != 0; part++) {
            final long low = (rest & BASE - 1) > BASE / 2 ? (rest & BASE - 1) - BASE : rest & BASE - 1;
            parts[part][at] = (int) low;
            rest = rest - low >> BITS;
        }
    }

    private static void cut(BigInteger entry, int[][] parts, int at) {
        BigInteger rest = entry;
        for (int part = 0; rest.signum() != 0; part++) {
            final long bits = rest.longValue() & BASE - 1;
            final long low = bits > BASE / 2 ? bits - BASE : bits;
            parts[part][at] = (int) low;
            rest = rest.subtract(BigInteger.valueOf(low)).shiftRight(BITS);
        }
    }

    /** How many parts there are; 1 for entries of at most 21 bits. */
    int count() {
        return parts.length;
    }

    /** The whole matrix, each entry nearest to 0 modulo a prime. */
    long[][] modulo(int prime) {
        final long base = BASE % prime;
        final long[][] rows = new long[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                long value = 0;
                for (int part = parts.length - 1; part >= 0; part--) {
                    value = PrimeInverse.nearest(value * base + parts[part][i * size + j], prime);
                }
                rows[i][j] = value;
            }
        }
        return rows;
    }

    /** A row of a part times digits below 2^28 in size. */
    long times(int part, int row, int[] digits) {
        final int[] entries = parts[part];
        final int start = row * size;
        long sum = 0;
        for (int j = 0; j < size; j++) {
            sum += (long) entries[start + j] * digits[j];
        }
        return sum;
    }

    /** A row of the matrix times digits below 2^28 in size. */
    BigInteger times(int row, int[] digits) {
        BigInteger sum = BigInteger.valueOf(times(parts.length - 1, row, digits));
        for (int part = parts.length - 2; part >= 0; part--) {
            sum = sum.shiftLeft(BITS).add(BigInteger.valueOf(times(part, row, digits)));
        }
        return sum;
    }
}
