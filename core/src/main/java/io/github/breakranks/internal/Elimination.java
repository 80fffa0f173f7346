package io.github.breakranks.internal;

/**
 * A square matrix taken apart by Gauss's elimination with the largest pivot of each column, for systems of at most some hundred unknowns in
 * floating point.
 */
public final class Elimination {
    private final double[][] rows; // below the diagonal the multipliers, on and above it what is left
    private final int[] order;
    private final boolean regular;
    private final int sign;

    private Elimination(double[][] rows, int[] order, boolean regular, int sign) {
        this.rows = rows;
        this.order = order;
        this.regular = regular;
        this.sign = sign;
    }

    /** Takes the matrix apart in its own place: it is overwritten. */
    public static Elimination of(double[][] matrix) {
        final int size = matrix.length;
        final int[] order = new int[size];
        int sign = 1;
        for (int row = 0; row < size; row++) {
            order[row] = row;
        }
        for (int step = 0; step < size; step++) {
            final int pivot = pivot(matrix, step);
            if (pivot != step) {
                final double[] row = matrix[pivot];
                matrix[pivot] = matrix[step];
                matrix[step] = row;
                final int place = order[pivot];
                order[pivot] = order[step];
                order[step] = place;
                sign = -sign;
            }
            final double head = matrix[step][step];
            if (!(Math.abs(head) > 0 && Math.abs(head) <= Double.MAX_VALUE)) {
                return new Elimination(matrix, order, false, 0);
            }
            sign = head < 0 ? -sign : sign;
            for (int row = step + 1; row < size; row++) {
                reduce(matrix[row], matrix[step], step);
            }
        }
        return new Elimination(matrix, order, true, sign);
    }

    private static int pivot(double[][] matrix, int step) {
        int pivot = step;
        for (int row = step + 1; row < matrix.length; row++) {
            if (Math.abs(matrix[row][step]) > Math.abs(matrix[pivot][step])) {
                pivot = row;
            }
        }
        return pivot;
    }

    private static void reduce(double[] row, double[] by, int step) {
        final double factor = row[step] / by[step];
        row[step] = factor;
        if (factor != 0) {
            for (int column = step + 1; column < row.length; column++) {
                row[column] -= factor * by[column];
            }
        }
    }

    /** Whether no pivot was zero or not a number. */
    public boolean regular() {
        return regular;
    }

    /** The sign of the determinant, as far as rounding lets it be seen; 0 if not {@link #regular}. */
    public int sign() {
        return sign;
    }

    /** The solution for a right-hand side, which is left as it is. */
    public double[] solve(double[] right) {
        final int size = rows.length;
        final double[] solution = new double[size];
        for (int row = 0; row < size; row++) {
            double sum = right[order[row]];
            for (int column = 0; column < row; column++) {
                sum -= rows[row][column] * solution[column];
            }
            solution[row] = sum;
        }
        for (int row = size - 1; row >= 0; row--) {
            double sum = solution[row];
            for (int column = row + 1; column < size; column++) {
                sum -= rows[row][column] * solution[column];
            }
            solution[row] = sum / rows[row][row];
        }
        return solution;
    }

    /** The inverse, by rows. */
    public double[][] inverse() {
        final int size = rows.length;
        final double[][] inverse = new double[size][size];
        for (int column = 0; column < size; column++) {
            final double[] unit = new double[size];
            unit[column] = 1;
            final double[] solution = solve(unit);
            for (int row = 0; row < size; row++) {
                inverse[row][column] = solution[row];
            }
        }
        return inverse;
    }
}
