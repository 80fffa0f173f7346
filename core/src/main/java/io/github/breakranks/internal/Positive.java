package io.github.breakranks.internal;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.LUDecomposition;
import org.jspecify.annotations.Nullable;

/** Linear algebra of matrices without negative entries, in which spillovers between groups are written. */
public final class Positive {
    private static final int MOST_STEPS = 10_000;
    private static final int SERIES = 200;

    private Positive() {}

    /** {@code (I - J) x = b}; null if I - J is singular. */
    public static double @Nullable [] solve(double[][] jacobian, double[] right) {
        final DecompositionSolver solver = new LUDecomposition(oneMinus(jacobian)).getSolver();
        return solver.isNonSingular()
                ? solver.solve(new ArrayRealVector(right, false)).toArray()
                : null;
    }

    /** {@code (I - J)^-1}; null if I - J is singular. */
    public static double @Nullable [][] inverse(double[][] jacobian) {
        final DecompositionSolver solver = new LUDecomposition(oneMinus(jacobian)).getSolver();
        return solver.isNonSingular() ? solver.getInverse().getData() : null;
    }

    private static Array2DRowRealMatrix oneMinus(double[][] jacobian) {
        final double[][] data = new double[jacobian.length][];
        for (int g = 0; g < data.length; g++) {
            data[g] = new double[data.length];
            for (int h = 0; h < data.length; h++) {
                data[g][h] = (g == h ? 1 : 0) - jacobian[g][h];
            }
        }
        return new Array2DRowRealMatrix(data, false);
    }

    /**
     * A vector v, positive throughout, with {@code J v < v}, which exists exactly if the spectral radius of J is below one (Collatz 1942,
     * Wielandt 1950); null if none was found.
     */
    public static double @Nullable [] shrunk(double[][] jacobian) {
        double[] vector = new double[jacobian.length];
        java.util.Arrays.fill(vector, 1.0);
        for (int round = 0; round < SERIES; round++) { // 1 + J 1 + J^2 1 + ..., far cheaper than solving if J is small
            final double[] next = next(jacobian, vector);
            if (next.length == 0) {
                return vector;
            }
            vector = next;
        }
        final double[] ones = new double[jacobian.length];
        java.util.Arrays.fill(ones, 1.0);
        final double[] solved = solve(jacobian, ones);
        return solved != null && isShrunk(jacobian, solved) ? solved : null;
    }

    /** {@code 1 + J v}; empty if {@code J v < v} already. */
    private static double[] next(double[][] jacobian, double[] vector) {
        final double[] next = new double[vector.length];
        boolean shrunk = true;
        for (int g = 0; g < next.length; g++) {
            final double image = times(jacobian[g], vector);
            shrunk &= image < vector[g];
            next[g] = 1 + image;
        }
        return shrunk ? new double[0] : next;
    }

    private static boolean isShrunk(double[][] jacobian, double[] vector) {
        for (int g = 0; g < vector.length; g++) {
            if (!(vector[g] > 0) || !(times(jacobian[g], vector) < vector[g])) {
                return false;
            }
        }
        return true;
    }

    /** The spectral radius, by power iteration between the bounds of Collatz and Wielandt until they agree to 12 digits. */
    public static double spectralRadius(double[][] matrix) {
        final double size = largestRow(matrix);
        if (size == 0) {
            return 0;
        }
        double[] vector = new double[matrix.length];
        java.util.Arrays.fill(vector, 1.0);
        double radius = 0;
        for (int step = 0; step < MOST_STEPS; step++) {
            final double[] image = new double[vector.length];
            double least = Double.POSITIVE_INFINITY;
            double most = 0;
            double largest = 0;
            for (int g = 0; g < image.length; g++) {
                // Of I + J / size: the same vector, no oscillation, and no crawling where J is small.
                image[g] = times(matrix[g], vector) / size + vector[g];
                least = Math.min(least, image[g] / vector[g]);
                most = Math.max(most, image[g] / vector[g]);
                largest = Math.max(largest, image[g]);
            }
            radius = size * (most - 1);
            if (most - least <= 1e-12 * most) {
                return radius;
            }
            for (int g = 0; g < image.length; g++) {
                image[g] = Math.max(image[g] / largest, Double.MIN_NORMAL);
            }
            vector = image;
        }
        return radius;
    }

    private static double largestRow(double[][] matrix) {
        double largest = 0;
        for (double[] row : matrix) {
            largest = Math.max(largest, java.util.Arrays.stream(row).sum());
        }
        return largest;
    }

    private static double times(double[] row, double[] vector) {
        double sum = 0;
        for (int h = 0; h < row.length; h++) {
            sum += row[h] * vector[h];
        }
        return sum;
    }
}
