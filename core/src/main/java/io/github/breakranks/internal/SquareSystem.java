package io.github.breakranks.internal;

import java.math.BigInteger;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Square systems in whole numbers, eliminated without fractions. */
final class SquareSystem {
    private SquareSystem() {}

    /** The solution, over the determinant; null if there is not exactly one. */
    static @Nullable Quotients solve(BigInteger[][] matrix, BigInteger[] right) {
        final int size = right.length;
        final BigInteger[][] numbers = new BigInteger[size + 2][size + 2]; // the walk wants room for two objectives
        for (final BigInteger[] row : numbers) {
            Arrays.fill(row, BigInteger.ZERO);
        }
        for (int i = 0; i < size; i++) {
            System.arraycopy(matrix[i], 0, numbers[i], 0, size);
            numbers[i][size + 1] = right[i];
        }
        final WholeTableau tableau = new WholeTableau(numbers);
        final int[] rowOf = new int[size];
        final boolean[] taken = new boolean[size];
        for (int column = 0; column < size; column++) {
            int row = -1;
            for (int i = 0; i < size; i++) {
                if (!taken[i] && tableau.sign(i, column) != 0 && (row < 0 || tableau.firmer(i, column, row, column))) {
                    row = i;
                }
            }
            if (row < 0) {
                return null;
            }
            tableau.pivot(row, column);
            taken[row] = true;
            rowOf[column] = row;
        }
        final BigInteger[] solution = new BigInteger[size];
        Arrays.setAll(solution, j -> tableau.at(rowOf[j], size + 1));
        return new Quotients(solution, tableau.denominator());
    }
}
