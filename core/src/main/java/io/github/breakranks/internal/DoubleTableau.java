package io.github.breakranks.internal;

import java.util.Arrays;

/**
 * A dictionary in doubles. A column is priced by what it gains per step along its edge: {@code d_j^2 / (1 + sum over i of T_ij^2)}, the
 * steepest edge (Goldfarb and Reid, 1977, 10.1007/BF01593804), where the sums are made anew as the numbers are.
 */
final class DoubleTableau implements Tableau {
    private static final double TOLERANCE = 1e-9;
    private static final double FINE =
            1e-12; // where limits were put back, what is missing may be as little as they had been moved

    private final double[][] numbers;
    private final int columns;
    private final int constraints;
    private final double[] weights;
    private double room = TOLERANCE; // of the constants

    /** These numbers, the last two rows objectives, the last column carried along; the array is taken over. */
    DoubleTableau(double[][] numbers) {
        this.numbers = numbers;
        this.columns = numbers[0].length - 1;
        this.constraints = numbers.length - 2;
        this.weights = new double[columns + 1];
        Arrays.fill(weights, 1);
        for (int i = 0; i < constraints; i++) {
            for (int j = 0; j < columns; j++) {
                weights[j] += numbers[i][j] * numbers[i][j];
            }
        }
    }

    double at(int row, int column) {
        return numbers[row][column];
    }

    @Override
    public int sign(int row, int column) {
        final double number = numbers[row][column];
        return Math.abs(number) <= (column == columns - 1 ? room : TOLERANCE) ? 0 : (int) Math.signum(number);
    }

    @Override
    public boolean steeper(int row, int column, int other) {
        final double one = numbers[row][column];
        final double two = numbers[row][other];
        return one * one * weights[other] > two * two * weights[column];
    }

    @Override
    public int compareRatios(int row, int other, int column) {
        final int last = columns - 1;
        final double one = Math.max(0, numbers[row][last]) / numbers[row][column];
        final double two = Math.max(0, numbers[other][last]) / numbers[other][column];
        return one < two ? -1 : one > two ? 1 : Double.compare(numbers[other][column], numbers[row][column]);
    }

    @Override
    public int compareSlopes(int objective, int row, int column, int other) {
        final double one = Math.max(0, numbers[objective][column]) / -numbers[row][column];
        final double two = Math.max(0, numbers[objective][other]) / -numbers[row][other];
        return one < two ? -1 : one > two ? 1 : Double.compare(numbers[row][column], numbers[row][other]);
    }

    /** Puts the column carried along in the place of the constants. */
    void restore() {
        room = FINE;
        for (final double[] row : numbers) {
            row[columns - 1] = row[columns];
        }
    }

    @Override
    public boolean firmer(int row, int column, int otherRow, int otherColumn) {
        return Math.abs(numbers[row][column]) > Math.abs(numbers[otherRow][otherColumn]);
    }

    @Override
    public boolean lower(int row, int other) {
        return numbers[row][columns - 1] < numbers[other][columns - 1];
    }

    @Override
    public void lift(int column, Rows rows) {
        for (int i = 0; i < constraints; i++) {
            numbers[i][column] = rows.include(i) ? -1 : 0;
        }
        numbers[constraints + 1][column] = 1;
    }

    @Override
    public void pivot(int row, int column) {
        final double[] pivotRow = numbers[row];
        final double pivot = pivotRow[column];
        for (int j = 0; j < pivotRow.length; j++) {
            pivotRow[j] /= pivot;
        }
        pivotRow[column] = 1 / pivot;
        Arrays.fill(weights, 1);
        for (int i = 0; i < numbers.length; i++) {
            if (i != row) {
                final double factor = numbers[i][column];
                numbers[i][column] = 0;
                if (factor != 0) {
                    eliminate(numbers[i], pivotRow, factor);
                }
            }
            if (i < constraints) {
                addSquares(weights, numbers[i]);
            }
        }
    }

    private static void eliminate(double[] to, double[] pivotRow, double factor) {
        for (int j = 0; j < to.length; j++) {
            to[j] -= factor * pivotRow[j];
        }
    }

    private static void addSquares(double[] weights, double[] of) {
        for (int j = 0; j < of.length; j++) {
            weights[j] += of[j] * of[j];
        }
    }
}
