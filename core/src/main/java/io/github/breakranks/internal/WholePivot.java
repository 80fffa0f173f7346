package io.github.breakranks.internal;

import java.math.BigInteger;

/**
 * The step from one basis of linear equations to the next in whole numbers over one denominator, without fractions: every division comes out
 * even (Edmonds, 1967; Bareiss, 1968, 10.1090/S0025-5718-1968-0226829-0).
 *
 * <pre>{@code
 *   T'[i][j] = (T[i][j] T[r][s] - T[i][s] T[r][j]) / D      D' = T[r][s]      signs turned where that is below 0
 * }</pre>
 */
public final class WholePivot {
    private WholePivot() {}

    /** Swaps the variable of a row with that of a column; the denominator then, above 0 again. */
    public static BigInteger swap(BigInteger[][] numbers, int row, int column, BigInteger denominator) {
        final BigInteger[] pivotRow = numbers[row];
        final boolean turned = pivotRow[column].signum() < 0;
        if (turned) { // with the pivot above 0 the rule needs no sign
            for (int j = 0; j < pivotRow.length; j++) {
                pivotRow[j] = pivotRow[j].negate();
            }
        }
        final BigInteger pivot = pivotRow[column];
        for (int i = 0; i < numbers.length; i++) {
            if (i != row) {
                final BigInteger factor = numbers[i][column];
                eliminate(numbers[i], pivotRow, column, denominator);
                numbers[i][column] = turned ? factor : factor.negate();
            }
        }
        pivotRow[column] = turned ? denominator.negate() : denominator;
        return pivot;
    }

    private static void eliminate(BigInteger[] numbers, BigInteger[] pivotRow, int column, BigInteger before) {
        final BigInteger pivot = pivotRow[column];
        final BigInteger factor = numbers[column];
        final boolean same = pivot.equals(before);
        final boolean whole = before.equals(BigInteger.ONE);
        for (int j = 0; j < numbers.length; j++) {
            final boolean untouched = factor.signum() == 0 || pivotRow[j].signum() == 0;
            if (j == column || untouched && (same || numbers[j].signum() == 0)) {
                continue;
            }
            final BigInteger product = numbers[j].multiply(pivot);
            final BigInteger left = untouched ? product : product.subtract(factor.multiply(pivotRow[j]));
            numbers[j] = whole ? left : left.divide(before);
        }
    }
}
