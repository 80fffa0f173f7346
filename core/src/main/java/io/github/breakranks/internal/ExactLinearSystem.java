package io.github.breakranks.internal;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A square system of linear equations in whole numbers, solved exactly.
 *
 * <p>The matrix is inverted modulo a prime p; the solution then follows digit by digit in base p, each for two products of a matrix and a
 * vector of small numbers (Dixon). When there are enough digits, the fractions that they stand for are unique, and since Cramer's rule
 * gives all of them one denominator, few have to be searched for by Euclid's algorithm.
 *
 * <pre>{@code
 *   A x = b      r_0 = b,   d_k = A^-1 r_k mod p,   r_k+1 = (r_k - A d_k) / p        x = d_0 + d_1 p + d_2 p^2 + ...
 *   enough:      p^digits > 2 H^2,   H the product over rows of |(a_i, b_i)|  (Hadamard)
 * }</pre>
 *
 * <p>No solution is returned that multiplication has not confirmed. A matrix that is singular modulo two primes is most likely singular: it
 * is then eliminated in whole numbers, which tells the rank. Cost: n^3 products of small numbers, and as many for each log n digits.
 *
 * @see <a href="https://doi.org/10.1007/BF01459082">J. D. Dixon (1982), "Exact Solution of Linear Equations Using P-Adic Expansions",
 *     Numerische Mathematik 40, 137-141</a>
 */
public final class ExactLinearSystem {
    private static final int[] PRIMES = {536870909, 536870879};

    private final BigInteger[][] matrix;
    private final SmallParts parts;
    private final int prime;
    private final int @Nullable [] inverse;
    private final BooleanSupplier mayGoOn;

    private ExactLinearSystem(BigInteger[][] matrix, int[] primes, BooleanSupplier mayGoOn) {
        this.matrix = matrix;
        this.mayGoOn = mayGoOn;
        this.parts = SmallParts.of(matrix);
        int[] found = null;
        int used = 0;
        for (int tried = 0; tried < primes.length && found == null; tried++) {
            used = primes[tried];
            found = PrimeInverse.of(parts.modulo(used), used, mayGoOn);
        }
        this.prime = used;
        this.inverse = found;
    }

    /**
     * What the unknowns are, or that the matrix is singular.
     *
     * @param unique      whether there is exactly one solution, so whether the matrix is not singular
     * @param rank        how many rows of the matrix are independent [count]
     * @param numerators  by unknown, its value times the denominator; empty where the matrix is singular
     * @param denominator above 0
     */
    public record Solution(boolean unique, int rank, BigInteger[] numerators, BigInteger denominator) {}

    /** The system with this square matrix, row by row; not copied, and must not change. */
    public static ExactLinearSystem of(BigInteger[][] matrix) {
        return of(matrix, () -> true);
    }

    /** The same, which throws {@link Halted} from here or from {@link #solve} soon after it may not go on. */
    public static ExactLinearSystem of(BigInteger[][] matrix, BooleanSupplier mayGoOn) {
        return withPrimes(matrix, mayGoOn, PRIMES);
    }

    /** The same with other primes, from 2^28 to 2^29. */
    static ExactLinearSystem withPrimes(BigInteger[][] matrix, int... primes) {
        return withPrimes(matrix, () -> true, primes);
    }

    private static ExactLinearSystem withPrimes(BigInteger[][] matrix, BooleanSupplier mayGoOn, int... primes) {
        for (int i = 0; i < matrix.length; i++) {
            if (matrix[i].length != matrix.length) {
                throw Checks.refused(
                        "matrix must be square [%s rows], but row %s was %s long", matrix.length, i, matrix[i].length);
            }
        }
        return new ExactLinearSystem(matrix, primes, mayGoOn);
    }

    /** The system with this square matrix of whole numbers. */
    public static ExactLinearSystem of(long[][] matrix) {
        final BigInteger[][] rows = new BigInteger[matrix.length][];
        Arrays.setAll(
                rows,
                i -> Arrays.stream(matrix[i]).mapToObj(BigInteger::valueOf).toArray(BigInteger[]::new));
        return of(rows);
    }

    /** Whether a prime was found that shows the matrix to be nonsingular; without one it is most likely singular. */
    public boolean shownRegular() {
        return inverse != null;
    }

    /** What the unknowns are when the rows are to equal this; confirmed by multiplication. */
    public Solution solve(BigInteger... right) {
        if (right.length != matrix.length) {
            throw Checks.refused("right must have a number for each row [%s], but was %s", matrix.length, right.length);
        }
        final Solution lifted = inverse == null ? null : lifted(right);
        return lifted != null && confirmed(lifted, right) ? lifted : eliminated(right);
    }

    private @Nullable Solution lifted(BigInteger[] right) {
        final double bits = hadamardBits(right);
        final int digits = (int) Math.ceil((2 * bits + 4) / (Math.log(prime) / Math.log(2)));
        final Lifting lifting = new Lifting(parts, Objects.requireNonNull(inverse), prime, mayGoOn);
        final BigInteger[] residues = lifting.residues(right, digits);
        return Reconstruction.of(residues, BigInteger.valueOf(prime).pow(digits), (int) Math.ceil(bits) + 1, mayGoOn);
    }

    /** Of the product of the lengths of the rows with their right-hand sides. */
    private double hadamardBits(BigInteger[] right) {
        double bits = 0;
        for (int i = 0; i < matrix.length; i++) {
            BigInteger squares = right[i].multiply(right[i]);
            for (final BigInteger entry : matrix[i]) {
                squares = squares.add(entry.multiply(entry));
            }
            final int shift = Math.max(0, squares.bitLength() - 60);
            bits += 0.5 * (Math.log(squares.shiftRight(shift).doubleValue() + 1) / Math.log(2) + shift);
        }
        return bits + 1e-9 * matrix.length;
    }

    private boolean confirmed(Solution solution, BigInteger[] right) {
        for (int i = 0; i < matrix.length; i++) {
            Halted.unless(mayGoOn);
            BigInteger left = BigInteger.ZERO;
            for (int j = 0; j < matrix.length; j++) {
                left = left.add(matrix[i][j].multiply(solution.numerators[j]));
            }
            if (!left.equals(right[i].multiply(solution.denominator))) {
                return false;
            }
        }
        return true;
    }

    private Solution eliminated(BigInteger[] right) {
        final FractionFree elimination = FractionFree.of(matrix, right, mayGoOn);
        final BigInteger[] numerators = elimination.numerators();
        if (numerators == null) {
            return new Solution(false, elimination.rank(), new BigInteger[0], BigInteger.ONE);
        }
        final BigInteger denominator = elimination.denominator();
        if (denominator.signum() < 0) {
            Arrays.setAll(numerators, j -> numerators[j].negate());
        }
        return new Solution(true, elimination.rank(), numerators, denominator.abs());
    }
}
