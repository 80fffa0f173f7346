package io.github.breakranks.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.junit.jupiter.api.Test;

class DenseLuTest {

    @Test
    void byHand() {
        final DenseLu linear = new DenseLu(1);
        final double[] matrix = linear.matrix(2);
        matrix[1] = 2; // 0 2 / 3 1: det -6
        matrix[2] = 3;
        matrix[3] = 1;
        assertTrue(linear.factor());
        assertEquals(-1, linear.sign());
        assertEquals(Math.log(6), linear.logarithm(), 1e-15);
        final double[] right = {4, 5};
        linear.solve(right);
        assertEquals(1, right[0], 1e-15);
        assertEquals(2, right[1], 1e-15);
    }

    @Test
    void solutionsMultiplyBackAndDeterminantsAgree() {
        final SplittableRandom random = new SplittableRandom(11);
        final DenseLu linear = new DenseLu(3);
        for (int size = 1; size <= 12; size++) {
            final double[][] rows = new double[size][size];
            final double[] matrix = linear.matrix(size);
            final double[] solution = new double[size];
            final double[] right = new double[size];
            for (int i = 0; i < size; i++) {
                solution[i] = random.nextDouble(-1, 1);
                for (int j = 0; j < size; j++) {
                    rows[i][j] = random.nextDouble(-1, 1);
                    matrix[i * size + j] = rows[i][j];
                }
            }
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    right[i] += rows[i][j] * solution[j];
                }
            }
            assertTrue(linear.factor());
            linear.solve(right);
            for (int i = 0; i < size; i++) {
                assertEquals(solution[i], right[i], 1e-10);
            }
            final double determinant = new LUDecomposition(new Array2DRowRealMatrix(rows)).getDeterminant();
            assertEquals(determinant, linear.sign() * Math.exp(linear.logarithm()), 1e-12);
        }
    }

    @Test
    void singularIsSaidToBeSo() {
        final DenseLu linear = new DenseLu(2);
        linear.matrix(2)[0] = 1;
        assertFalse(linear.factor());
        assertEquals(0, linear.sign());
        linear.matrix(1)[0] = Double.NaN;
        assertFalse(linear.factor());
    }
}
