package io.github.breakranks.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.breakranks.Seeds;
import io.github.breakranks.internal.ExactLinearSystem.Solution;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Lifting and elimination share no arithmetic, so that each checks the other. */
class ExactLinearSystemPropertyTest {

    @Property(tries = 100, seed = Seeds.USUAL)
    void liftingAgreesWithElimination(
            @ForAll @IntRange(min = 1, max = 9) int size,
            @ForAll @IntRange(min = 1, max = 130) int bits,
            @ForAll long seed) {
        final Random random = new Random(seed);
        final BigInteger[][] matrix = matrix(size, bits, random);
        final BigInteger[] right = new BigInteger[size];
        for (int i = 0; i < size; i++) {
            right[i] = number(1 + random.nextInt(2 * bits), random);
        }
        agree(matrix, right);
    }

    @Property(tries = 100, seed = Seeds.USUAL)
    void singularMatricesHaveTheRankTheyWereMadeWith(
            @ForAll @IntRange(min = 2, max = 8) int size,
            @ForAll @IntRange(min = 1, max = 7) int kept,
            @ForAll @IntRange(min = 1, max = 70) int bits,
            @ForAll long seed) {
        final Random random = new Random(seed);
        final int rank = Math.min(kept, size - 1);
        final BigInteger[][] matrix = matrix(size, bits, random);
        for (int i = rank; i < size; i++) { // sums of the rows kept
            matrix[i] = matrix[random.nextInt(rank)].clone();
            for (int j = 0; j < size; j++) {
                matrix[i][j] = matrix[i][j].add(matrix[0][j]);
            }
        }
        final Solution solution = ExactLinearSystem.of(matrix).solve(matrix[0]);
        final BigInteger[][] independent = Arrays.copyOf(matrix, rank);
        assertEquals(
                FractionFree.of(independent, Arrays.copyOf(matrix[0], rank)).rank(), solution.rank());
        assertEquals(0, solution.numerators().length);
    }

    private static void agree(BigInteger[][] matrix, BigInteger[] right) {
        final Solution solution = ExactLinearSystem.of(matrix).solve(right);
        final FractionFree elimination = FractionFree.of(matrix, right);
        assertEquals(elimination.rank(), solution.rank());
        final BigInteger[] numerators = elimination.numerators();
        assertEquals(numerators != null, solution.unique());
        for (int j = 0; numerators != null && j < numerators.length; j++) {
            assertEquals(
                    numerators[j].multiply(solution.denominator()),
                    solution.numerators()[j].multiply(elimination.denominator()));
        }
    }

    private static BigInteger[][] matrix(int size, int bits, Random random) {
        final BigInteger[][] matrix = new BigInteger[size][size];
        for (final BigInteger[] row : matrix) {
            for (int j = 0; j < size; j++) {
                row[j] = number(bits, random);
            }
        }
        return matrix;
    }

    private static BigInteger number(int bits, Random random) {
        final BigInteger size = new BigInteger(bits, random);
        return random.nextBoolean() ? size : size.negate();
    }
}
