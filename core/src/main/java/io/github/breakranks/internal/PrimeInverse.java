package io.github.breakranks.internal;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Inverts a square matrix modulo a prime below 2^29, by elimination without divisions of the remainders.
 *
 * <p>Remainders are kept nearest to 0, so below 2^28, and 64 products of two of them fit a long: all rows are brought back into range only
 * once in 60 pivots. Cost: n^3 products.
 */
final class PrimeInverse {
    private static final int PIVOTS_BETWEEN = 60;

    private final long prime;
    private final int size;
    private final long[][] rows;

    private PrimeInverse(long[][] rows, int prime) {
        this.rows = rows;
        this.size = rows.length;
        this.prime = prime;
    }

    /** Row by row, each entry nearest to 0; null where the matrix is singular modulo the prime. The rows given are overwritten. */
    static int @Nullable [] of(long[][] rows, int prime, BooleanSupplier mayGoOn) {
        return new PrimeInverse(rows, prime).inverted(mayGoOn);
    }

    private int @Nullable [] inverted(BooleanSupplier mayGoOn) {
        reduceAll();
        final int[] from = new int[size]; // the row that was swapped to each place
        for (int k = 0; k < size; k++) {
            Halted.unless(mayGoOn);
            if (k > 0 && k % PIVOTS_BETWEEN == 0) {
                reduceAll();
            }
            final int pivot = pivotRow(k);
            if (pivot < 0) {
                return null;
            }
            from[k] = pivot;
            final long[] head = rows[pivot];
            rows[pivot] = rows[k];
            rows[k] = head;
            scale(head, k);
            for (int i = 0; i < size; i++) {
                if (i != k) {
                    subtract(rows[i], head, k);
                }
            }
        }
        reduceAll();
        return unswapped(from);
    }

    private int pivotRow(int k) {
        int pivot = -1;
        for (int i = 0; i < size; i++) {
            rows[i][k] = nearest(rows[i][k], prime);
            if (i >= k && pivot < 0 && rows[i][k] != 0) {
                pivot = i;
            }
        }
        return pivot;
    }

    private void scale(long[] head, int k) {
        final long inverse = inverse(head[k], prime);
        head[k] = 1;
        for (int j = 0; j < size; j++) {
            head[j] = nearest(nearest(head[j], prime) * inverse, prime);
        }
    }

    private static void subtract(long[] row, long[] head, int k) {
        final long factor = row[k];
        if (factor == 0) {
            return;
        }
        row[k] = 0;
        for (int j = 0; j < row.length; j++) {
            row[j] -= factor * head[j];
        }
    }

    private void reduceAll() {
        for (final long[] row : rows) {
            for (int j = 0; j < size; j++) {
                row[j] = nearest(row[j], prime);
            }
        }
    }

    /** Row swaps of the matrix are column swaps of its inverse, undone from the last to the first. */
    private int[] unswapped(int[] from) {
        final int[] flat = new int[size * size];
        for (int i = 0; i < size; i++) {
            final long[] row = rows[i];
            for (int k = size - 1; k >= 0; k--) {
                final long moved = row[k];
                row[k] = row[from[k]];
                row[from[k]] = moved;
            }
            for (int j = 0; j < size; j++) {
                flat[i * size + j] = (int) row[j];
            }
        }
        return flat;
    }

    /** The remainder of least size. */
    static long nearest(long value, long prime) {
        final long rest = value % prime;
        if (rest > prime / 2) {
            return rest - prime;
        }
        return rest < -(prime / 2) ? rest + prime : rest;
    }

    /** By Euclid's algorithm; the value is no multiple of the prime. */
    private static long inverse(long value, long prime) {
        long rest = Math.floorMod(value, prime);
        long before = prime;
        long factor = 1;
        long factorBefore = 0;
        while (rest != 1) {
            final long quotient = before / rest;
            final long next = before - quotient * rest;
            final long nextFactor = factorBefore - quotient * factor;
            before = rest;
            rest = next;
            factorBefore = factor;
            factor = nextFactor;
        }
        return nearest(factor, prime);
    }
}
