package io.github.breakranks.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.internal.ExactLinearSystem.Solution;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ExactLinearSystemTest {

    @Test
    void threeUnknownsByHand() {
        final Solution solution = ExactLinearSystem.of(new long[][] {{2, 1, 0}, {1, 3, 1}, {0, 1, 4}})
                .solve(whole(1, 2, 3));
        assertEquals(BigInteger.valueOf(3), solution.denominator());
        assertArrayEquals(whole(1, 1, 2), solution.numerators());
    }

    @Test
    void theInverseHilbertMatrixOfOrderFiveHasItsKnownEntries() {
        final long[][] hilbert = new long[5][5]; // times 2520
        for (int i = 0; i < 5; i++) {
            for (int j = 0; j < 5; j++) {
                hilbert[i][j] = 2520 / (i + j + 1);
            }
        }
        final Solution solution = ExactLinearSystem.of(hilbert).solve(whole(2520, 0, 0, 0, 0));
        assertEquals(BigInteger.ONE, solution.denominator());
        assertArrayEquals(whole(25, -300, 1050, -1400, 630), solution.numerators());
    }

    @Test
    void aFirstRowOfZerosIsSwapped() {
        final Solution solution = ExactLinearSystem.of(new long[][] {{0, 0, 1}, {0, 1, 0}, {5, 0, 0}})
                .solve(whole(2, 3, 4));
        assertEquals(BigInteger.valueOf(5), solution.denominator());
        assertArrayEquals(whole(4, 15, 10), solution.numerators());
    }

    /** Elimination modulo a prime, digits, fractions, the check and elimination in whole numbers: each asks before every piece. */
    @Test
    void noPartGoesOnWhenToldToStop() {
        final int size = 30;
        final Random random = new Random(5);
        final BigInteger[][] matrix = new BigInteger[size][size];
        for (final BigInteger[] row : matrix) {
            Arrays.setAll(row, j -> new BigInteger(70, random));
        }
        final BigInteger[] right = matrix[0].clone();
        final BigInteger[][] singular = matrix.clone();
        singular[1] = singular[0];
        for (final BigInteger[][] of : List.of(matrix, singular)) {
            final AtomicInteger asked = new AtomicInteger();
            final Solution whole =
                    ExactLinearSystem.of(of, () -> asked.incrementAndGet() > 0).solve(right);
            assertEquals(ExactLinearSystem.of(of).solve(right).denominator(), whole.denominator());
            final int all = asked.get();
            assertTrue(all > 5 * size, () -> "asked " + all);
            for (int enough = 0; enough < all; enough += 7) {
                final int most = enough;
                asked.set(0);
                assertThrows(
                        Halted.class,
                        () -> ExactLinearSystem.of(of, () -> asked.incrementAndGet() <= most)
                                .solve(right));
                assertEquals(most + 1, asked.get());
            }
        }
    }

    @Test
    void singularMatricesTellTheirRank() {
        final ExactLinearSystem system = ExactLinearSystem.of(new long[][] {{1, 2, 3}, {2, 4, 6}, {1, 0, 1}});
        assertFalse(system.shownRegular());
        final Solution solution = system.solve(whole(1, 2, 3));
        assertFalse(solution.unique());
        assertEquals(2, solution.rank());
        assertEquals(
                0, ExactLinearSystem.of(new long[3][3]).solve(whole(0, 0, 0)).rank());
    }

    @Test
    void aMatrixThatThePrimesDivideIsEliminated() {
        final BigInteger prime = BigInteger.valueOf(536870909);
        final BigInteger[][] matrix = {{prime, BigInteger.ZERO}, {BigInteger.ZERO, BigInteger.ONE.negate()}};
        final ExactLinearSystem system = ExactLinearSystem.withPrimes(matrix, 536870909);
        assertFalse(system.shownRegular());
        final Solution eliminated = system.solve(whole(1, 2));
        assertTrue(eliminated.unique());
        assertEquals(prime, eliminated.denominator());
        assertArrayEquals(
                new BigInteger[] {BigInteger.ONE, BigInteger.valueOf(-2).multiply(prime)}, eliminated.numerators());
        // the library tries a second prime
        assertTrue(ExactLinearSystem.of(matrix).shownRegular());
        assertEquals(prime, ExactLinearSystem.of(matrix).solve(whole(1, 2)).denominator());
    }

    @Test
    void entriesOfManyWords() {
        final BigInteger big = BigInteger.TEN.pow(300);
        final Solution solution = ExactLinearSystem.of(new BigInteger[][] {
                    {big, BigInteger.ONE}, {BigInteger.ONE.negate(), big}
                })
                .solve(big, BigInteger.ZERO);
        // x = 10^600 / (10^600 + 1), y = 10^300 / (10^600 + 1)
        assertEquals(BigInteger.TEN.pow(600).add(BigInteger.ONE), solution.denominator());
        assertArrayEquals(new BigInteger[] {BigInteger.TEN.pow(600), big}, solution.numerators());
    }

    @Test
    void noEquationsHaveTheEmptySolution() {
        final Solution solution = ExactLinearSystem.of(new long[0][0]).solve();
        assertTrue(solution.unique());
        assertEquals(0, solution.rank());
    }

    @Test
    void otherShapesAreRefused() {
        assertEquals(
                "matrix must be square [2 rows], but row 1 was 3 long",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> ExactLinearSystem.of(new long[][] {{1, 2}, {1, 2, 3}}))
                        .getMessage());
        assertEquals(
                "right must have a number for each row [1], but was 2",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> ExactLinearSystem.of(new long[][] {{1}}).solve(whole(1, 2)))
                        .getMessage());
    }

    private static BigInteger[] whole(long... values) {
        return Arrays.stream(values).mapToObj(BigInteger::valueOf).toArray(BigInteger[]::new);
    }
}
