package io.github.breakranks.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class IntervalMatrixTest {

    /** For every matrix J between the bounds and every vector v within the radius, |v - C J v| stays within the spread. */
    @Test
    void spreadCoversEveryMatrixBetweenTheBounds() {
        final Random random = new Random(7);
        for (int trial = 0; trial < 200; trial++) {
            final int size = 1 + random.nextInt(5);
            final double[][] low = new double[size][size];
            final double[][] high = new double[size][size];
            final double[][] inside = new double[size][size];
            for (int row = 0; row < size; row++) {
                for (int column = 0; column < size; column++) {
                    low[row][column] = random.nextDouble() - 0.5;
                    high[row][column] = low[row][column] + 0.1 * random.nextDouble();
                    inside[row][column] =
                            low[row][column] + random.nextDouble() * (high[row][column] - low[row][column]);
                }
            }
            final IntervalMatrix matrix = IntervalMatrix.preconditioned(low, high);
            final double[] radius = random.doubles(size).toArray();
            final double[] vector = new double[size];
            final double[] image = new double[size];
            for (int row = 0; row < size; row++) {
                vector[row] = radius[row] * (2 * random.nextDouble() - 1);
            }
            for (int row = 0; row < size; row++) {
                for (int column = 0; column < size; column++) {
                    image[row] += inside[row][column] * vector[column];
                }
            }
            final double[] spread = matrix.spread(radius);
            final double[][] product = matrix.times(image, image);
            for (int row = 0; row < size; row++) {
                assertTrue(product[0][row] <= product[1][row]);
                assertTrue(Math.abs(vector[row] - product[0][row]) <= spread[row] + 1e-12 * (1 + spread[row]));
            }
        }
    }

    @Test
    void knowsTheSignOfTheDeterminant() {
        final double[][] swapped = {{0, 2}, {3, 0}};
        assertEquals(-1, IntervalMatrix.preconditioned(swapped, swapped).sign());
        final double[][] singular = {{1, 1}, {1, 1}};
        assertEquals(0, IntervalMatrix.preconditioned(singular, singular).sign());
    }
}
