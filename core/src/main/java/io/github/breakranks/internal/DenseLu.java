package io.github.breakranks.internal;

import java.util.Arrays;

/**
 * Solves square systems in floating point by elimination with partial pivoting, and keeps the sign and the logarithm of the determinant.
 *
 * <p>A workspace: one matrix after another is written into {@link #matrix} and factored where it stands. Cost: 2/3 n^3 operations.
 */
public final class DenseLu {
    private double[] matrix;
    private int[] pivots;
    private double[] scratch;
    private int size;
    private int sign;
    private double logarithm;

    /** Room for systems of up to so many unknowns; it grows when more are asked for. */
    public DenseLu(int capacity) {
        matrix = new double[capacity * capacity];
        pivots = new int[capacity];
        scratch = new double[capacity];
    }

    /** An empty matrix of this size, by rows, to be filled in: entry (i, j) stands at {@code i * size + j}. */
    public double[] matrix(int newSize) {
        size = newSize;
        if (newSize > pivots.length) {
            matrix = new double[newSize * newSize];
            pivots = new int[newSize];
            scratch = new double[newSize];
        }
        Arrays.fill(matrix, 0, newSize * newSize, 0.0);
        return matrix;
    }

    /** Factors what was filled in; false if a pivot is 0 or no number, and then nothing can be solved. */
    public boolean factor() {
        final double[] a = matrix;
        final int n = size;
        sign = 1;
        logarithm = 0.0;
        for (int k = 0; k < n; k++) {
            final int pivot = pivot(k);
            pivots[k] = pivot;
            if (pivot != k) {
                swapRows(k, pivot);
                sign = -sign;
            }
            final double head = a[k * n + k];
            if (!(Math.abs(head) > 0.0) || Double.isInfinite(head)) {
                sign = 0;
                logarithm = Double.NEGATIVE_INFINITY;
                return false;
            }
            sign = head < 0.0 ? -sign : sign;
            logarithm += Math.log(Math.abs(head));
            for (int i = k + 1; i < n; i++) {
                eliminate(k, i, head);
            }
        }
        return true;
    }

    private void eliminate(int k, int i, double head) {
        final double[] a = matrix;
        final int n = size;
        final int row = i * n;
        final int above = k * n;
        if (a[row + k] != 0.0) {
            final double factor = a[row + k] / head;
            a[row + k] = factor;
            for (int j = k + 1; j < n; j++) {
                a[row + j] -= factor * a[above + j];
            }
        }
    }

    private int pivot(int k) {
        int best = k;
        for (int i = k + 1; i < size; i++) {
            best = Math.abs(matrix[i * size + k]) > Math.abs(matrix[best * size + k]) ? i : best;
        }
        return best;
    }

    private void swapRows(int i, int k) {
        System.arraycopy(matrix, i * size, scratch, 0, size);
        System.arraycopy(matrix, k * size, matrix, i * size, size);
        System.arraycopy(scratch, 0, matrix, k * size, size);
    }

    /** Solves for this right side, which the solution replaces. */
    public void solve(double[] rightSide) {
        final double[] a = matrix;
        final int n = size;
        for (int k = 0; k < n; k++) {
            final double moved = rightSide[pivots[k]];
            rightSide[pivots[k]] = rightSide[k];
            rightSide[k] = moved;
        }
        for (int i = 1; i < n; i++) {
            double sum = rightSide[i];
            for (int j = 0; j < i; j++) {
                sum -= a[i * n + j] * rightSide[j];
            }
            rightSide[i] = sum;
        }
        for (int i = n - 1; i >= 0; i--) {
            double sum = rightSide[i];
            for (int j = i + 1; j < n; j++) {
                sum -= a[i * n + j] * rightSide[j];
            }
            rightSide[i] = sum / a[i * n + i];
        }
    }

    /** The sign of the determinant, 0 where the matrix is singular. */
    public int sign() {
        return sign;
    }

    /** The logarithm of what the determinant amounts to without its sign. */
    public double logarithm() {
        return logarithm;
    }
}
