package io.github.breakranks.equilibrium;

import java.util.Arrays;

/**
 * One player's half of a Lemke-Howson path in floating point: {@code M z + s = b} with {@code z, s >= 0}, of which only the part in the basis
 * is inverted.
 *
 * <p>If k columns of M are in the basis then k slacks are not; call these rows tight. What a pivot needs is the inverse of the k x k matrix
 * of tight rows and basic columns, which grows, shrinks or changes a row or a column at each pivot. So a pivot costs {@code k (k + rows)}
 * products, and little where paths are short, whatever the size of the game.
 *
 * <p>Right-hand sides lie a little above 1, by different amounts, so that no two ratios tie.
 */
final class FloatSide {
    private static final double LEAST_PIVOT = 1e-10; // entries of M are from 1 to 2

    private final double[] payoffs; // by column of M, then by row
    private final int rows;
    private final double[] right;
    private final int[] tight; // the first k: rows whose slack is 0
    private final int[] basic; // the first k: columns in the basis
    private final int[] tightAt; // by row: its place in tight, or -1
    private final int[] basicAt; // by column
    private double[][] inverse = new double[8][8]; // by place in basic, then by place in tight
    private int k;
    private double[] values = new double[8]; // of the basic columns
    private final double[] slacks;
    private double[] move = new double[8]; // how fast each basic column's value falls
    private final double[] slide; // how fast each slack falls
    private int sinceInverted;

    FloatSide(double[] payoffs, int rows, double[] right) {
        this.payoffs = payoffs;
        this.rows = rows;
        this.right = right;
        final int columns = payoffs.length / rows;
        this.tight = new int[Math.min(rows, columns) + 1];
        this.basic = new int[Math.min(rows, columns) + 1];
        this.tightAt = new int[rows];
        this.basicAt = new int[columns];
        this.slacks = new double[rows];
        this.slide = new double[rows];
        Arrays.fill(tightAt, -1);
        Arrays.fill(basicAt, -1);
        System.arraycopy(right, 0, slacks, 0, rows);
    }

    /** Back to where nothing is in the basis. */
    void reset() {
        for (int at = 0; at < k; at++) {
            tightAt[tight[at]] = -1;
            basicAt[basic[at]] = -1;
        }
        k = 0;
        sinceInverted = 0;
        System.arraycopy(right, 0, slacks, 0, rows);
    }

    int size() {
        return k;
    }

    /** The rows whose slack is 0, ascending. */
    int[] tightRows() {
        return sorted(tight);
    }

    /** The columns in the basis, ascending. */
    int[] basicColumns() {
        return sorted(basic);
    }

    /** The values of all columns, 0 outside the basis. */
    double[] columnValues() {
        final double[] all = new double[basicAt.length];
        for (int at = 0; at < k; at++) {
            all[basic[at]] = values[at];
        }
        return all;
    }

    private int[] sorted(int... places) {
        final int[] copy = Arrays.copyOf(places, k);
        Arrays.sort(copy);
        return copy;
    }

    /** Brings a column into the basis; the variable that leaves: a column, or {@code -1 - row} for a slack, or MAX_VALUE if it fails. */
    int enterColumn(int column) {
        final int start = column * rows;
        for (int p = 0; p < k; p++) {
            double sum = 0;
            final double[] row = inverse[p];
            for (int q = 0; q < k; q++) {
                sum += row[q] * payoffs[start + tight[q]];
            }
            move[p] = sum;
        }
        System.arraycopy(payoffs, start, slide, 0, rows);
        return step(column, -1);
    }

    /** Brings the slack of a tight row into the basis; the variable that leaves, as above. */
    int enterSlack(int row) {
        final int q = tightAt[row];
        for (int p = 0; p < k; p++) {
            move[p] = inverse[p][q];
        }
        Arrays.fill(slide, 0);
        return step(-1, row);
    }

    private int step(int column, int row) {
        for (int p = 0; p < k; p++) {
            final double factor = move[p];
            final int start = basic[p] * rows;
            for (int i = 0; i < rows; i++) {
                slide[i] -= factor * payoffs[start + i];
            }
        }
        int leaving = Integer.MAX_VALUE;
        double least = Double.POSITIVE_INFINITY;
        for (int p = 0; p < k; p++) {
            if (move[p] > LEAST_PIVOT && values[p] < least * move[p]) {
                least = values[p] / move[p];
                leaving = basic[p];
            }
        }
        for (int i = 0; i < rows; i++) {
            if (slide[i] > LEAST_PIVOT && slacks[i] < least * slide[i] && tightAt[i] < 0) {
                least = slacks[i] / slide[i];
                leaving = -1 - i;
            }
        }
        if (leaving == Integer.MAX_VALUE) {
            return leaving;
        }
        least = Math.max(0, least);
        for (int p = 0; p < k; p++) {
            values[p] -= least * move[p];
        }
        for (int i = 0; i < rows; i++) {
            slacks[i] -= least * slide[i];
        }
        exchange(column, row, leaving, least);
        return ++sinceInverted <= 50 + k || invertedAnew() ? leaving : Integer.MAX_VALUE;
    }

    private void exchange(int column, int row, int leaving, double value) {
        if (column >= 0 && leaving < 0) {
            grow(column, -1 - leaving, value);
        } else if (column >= 0) {
            replaceColumn(column, leaving, value);
        } else if (leaving < 0) {
            replaceRow(row, -1 - leaving, value);
        } else {
            shrink(row, leaving, value);
        }
    }

    /** The row of M that becomes tight, at the basic columns, times the inverse. */
    private double[] throughInverse(int row) {
        final double[] through = new double[k];
        for (int p = 0; p < k; p++) {
            final double entry = payoffs[basic[p] * rows + row];
            final double[] of = inverse[p];
            for (int q = 0; q < k; q++) {
                through[q] += entry * of[q];
            }
        }
        return through;
    }

    private void grow(int column, int row, double value) {
        final double[] through = throughInverse(row);
        final double pivot = slide[row];
        if (k == inverse.length) {
            makeRoom();
        }
        for (int p = 0; p < k; p++) {
            final double factor = move[p] / pivot;
            final double[] of = inverse[p];
            for (int q = 0; q < k; q++) {
                of[q] += factor * through[q];
            }
            of[k] = -factor;
        }
        for (int q = 0; q < k; q++) {
            inverse[k][q] = -through[q] / pivot;
        }
        inverse[k][k] = 1 / pivot;
        tight[k] = row;
        tightAt[row] = k;
        basic[k] = column;
        basicAt[column] = k;
        values[k] = value;
        slacks[row] = 0;
        k++;
    }

    private void makeRoom() {
        final int room = 2 * k;
        inverse = Arrays.copyOf(inverse, room);
        for (int p = 0; p < room; p++) {
            inverse[p] = p < k ? Arrays.copyOf(inverse[p], room) : new double[room];
        }
        values = Arrays.copyOf(values, room);
        move = Arrays.copyOf(move, room);
    }

    private void replaceColumn(int column, int leaving, double value) {
        final int at = basicAt[leaving];
        final double[] head = inverse[at];
        final double pivot = move[at];
        for (int q = 0; q < k; q++) {
            head[q] /= pivot;
        }
        for (int p = 0; p < k; p++) {
            if (p != at) {
                subtract(inverse[p], move[p], head);
            }
        }
        basicAt[leaving] = -1;
        basic[at] = column;
        basicAt[column] = at;
        values[at] = value;
    }

    private void subtract(double[] from, double factor, double[] head) {
        for (int q = 0; q < k; q++) {
            from[q] -= factor * head[q];
        }
    }

    private void replaceRow(int row, int becomesTight, double value) {
        final int at = tightAt[row];
        final double[] through = throughInverse(becomesTight);
        final double pivot = through[at];
        for (int p = 0; p < k; p++) {
            final double[] of = inverse[p];
            final double head = of[at] / pivot;
            for (int q = 0; q < k; q++) {
                of[q] -= through[q] * head;
            }
            of[at] = head;
        }
        tightAt[row] = -1;
        tight[at] = becomesTight;
        tightAt[becomesTight] = at;
        slacks[row] = value;
        slacks[becomesTight] = 0;
    }

    private void shrink(int row, int leaving, double value) {
        final int p0 = basicAt[leaving];
        final int q0 = tightAt[row];
        final double[] head = inverse[p0];
        final double pivot = head[q0];
        for (int p = 0; p < k; p++) {
            if (p != p0) {
                subtract(inverse[p], inverse[p][q0] / pivot, head);
            }
        }
        k--;
        basicAt[leaving] = -1;
        tightAt[row] = -1;
        inverse[p0] = inverse[k]; // the last ones take the places left
        inverse[k] = head;
        for (int p = 0; p < k; p++) {
            inverse[p][q0] = inverse[p][k];
        }
        basic[p0] = basic[k];
        values[p0] = values[k];
        tight[q0] = tight[k];
        if (p0 < k) {
            basicAt[basic[p0]] = p0;
        }
        if (q0 < k) {
            tightAt[tight[q0]] = q0;
        }
        slacks[row] = value;
    }

    /** Rounding adds up, so that now and then the inverse and all values are computed anew; false if they cannot be. */
    private boolean invertedAnew() {
        sinceInverted = 0;
        final double[][] matrix = new double[k][2 * k];
        for (int q = 0; q < k; q++) {
            for (int p = 0; p < k; p++) {
                matrix[q][p] = payoffs[basic[p] * rows + tight[q]];
            }
            matrix[q][k + q] = 1;
        }
        if (!reduced(matrix)) {
            return false;
        }
        System.arraycopy(right, 0, slacks, 0, rows);
        for (int p = 0; p < k; p++) {
            System.arraycopy(matrix[p], k, inverse[p], 0, k);
            double sum = 0;
            for (int q = 0; q < k; q++) {
                sum += inverse[p][q] * right[tight[q]];
            }
            values[p] = sum;
            final int start = basic[p] * rows;
            for (int i = 0; i < rows; i++) {
                slacks[i] -= sum * payoffs[start + i];
            }
        }
        return true;
    }

    /** Gauss and Jordan, the largest pivot of each column. */
    private static boolean reduced(double[][] matrix) {
        final int size = matrix.length;
        for (int column = 0; column < size; column++) {
            int pivot = column;
            for (int i = column + 1; i < size; i++) {
                pivot = Math.abs(matrix[i][column]) > Math.abs(matrix[pivot][column]) ? i : pivot;
            }
            final double[] head = matrix[pivot];
            if (!(Math.abs(head[column]) > 1e-13)) {
                return false;
            }
            matrix[pivot] = matrix[column];
            matrix[column] = head;
            final double scale = 1 / head[column];
            for (int j = column; j < 2 * size; j++) {
                head[j] *= scale;
            }
            for (int i = 0; i < size; i++) {
                final double factor = i == column ? 0 : matrix[i][column];
                for (int j = column; factor != 0 && j < 2 * size; j++) {
                    matrix[i][j] -= factor * head[j];
                }
            }
        }
        return true;
    }
}
