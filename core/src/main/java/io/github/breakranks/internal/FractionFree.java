package io.github.breakranks.internal;

import java.math.BigInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Elimination in whole numbers, every division of which leaves no rest (Bareiss): slow and sure, for what modular arithmetic cannot settle.
 *
 * <p>Every entry that occurs is a minor of the matrix. Cost: n^3 products of numbers as long as the determinant.
 *
 * @see <a href="https://doi.org/10.1090/S0025-5718-1968-0226829-0">E. H. Bareiss (1968), Mathematics of Computation 22, 565-578</a>
 */
final class FractionFree {
    private final BigInteger[][] rows; // the matrix and, in the last column, what it is to equal
    private final int[] pivotRowOf; // by column, -1 for none
    private final BooleanSupplier mayGoOn;
    private int rank;
    private BigInteger last = BigInteger.ONE; // the pivot before: all pivot columns hold it

    private FractionFree(BigInteger[][] rows, int columns, BooleanSupplier mayGoOn) {
        this.rows = rows;
        this.mayGoOn = mayGoOn;
        this.pivotRowOf = new int[columns];
    }

    /** Eliminates {@code matrix x = right}; neither is changed. */
    static FractionFree of(BigInteger[][] matrix, BigInteger[] right) {
        return of(matrix, right, () -> true);
    }

    /** The same; {@link Halted} is thrown where it may not go on. */
    static FractionFree of(BigInteger[][] matrix, BigInteger[] right, BooleanSupplier mayGoOn) {
        final int columns = matrix.length == 0 ? 0 : matrix[0].length;
        final BigInteger[][] rows = new BigInteger[matrix.length][columns + 1];
        for (int i = 0; i < matrix.length; i++) {
            System.arraycopy(matrix[i], 0, rows[i], 0, columns);
            rows[i][columns] = right[i];
        }
        final FractionFree elimination = new FractionFree(rows, columns, mayGoOn);
        elimination.eliminate();
        return elimination;
    }

    private void eliminate() {
        for (int column = 0; column < pivotRowOf.length; column++) {
            pivotRowOf[column] = -1;
            for (int i = rank; i < rows.length; i++) {
                if (rows[i][column].signum() != 0) {
                    final BigInteger[] head = rows[i];
                    rows[i] = rows[rank];
                    rows[rank] = head;
                    pivot(column);
                    pivotRowOf[column] = rank++;
                    break;
                }
            }
        }
    }

    private void pivot(int column) {
        final BigInteger[] head = rows[rank];
        final BigInteger pivot = head[column];
        for (int i = 0; i < rows.length; i++) {
            if (i != rank) {
                Halted.unless(mayGoOn);
                final BigInteger[] row = rows[i];
                final BigInteger factor = row[column];
                for (int j = 0; j < row.length; j++) {
                    row[j] = row[j].multiply(pivot)
                            .subtract(factor.multiply(head[j]))
                            .divide(last);
                }
            }
        }
        last = pivot;
    }

    /** How many rows are independent. */
    int rank() {
        return rank;
    }

    /** The value of each unknown times {@link #denominator}; null unless there is exactly one solution. */
    BigInteger @Nullable [] numerators() {
        for (int i = rank; i < rows.length; i++) {
            if (rows[i][pivotRowOf.length].signum() != 0) {
                return null;
            }
        }
        if (rank < pivotRowOf.length) {
            return null;
        }
        final BigInteger[] numerators = new BigInteger[rank];
        for (int j = 0; j < rank; j++) {
            numerators[j] = rows[pivotRowOf[j]][rank];
        }
        return numerators;
    }

    /** Up to its sign the determinant of the independent rows and columns. */
    BigInteger denominator() {
        return last;
    }
}
