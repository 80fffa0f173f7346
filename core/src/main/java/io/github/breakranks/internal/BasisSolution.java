package io.github.breakranks.internal;

import io.github.breakranks.internal.ExactLinearProgram.Optimal;
import io.github.breakranks.internal.ExactLinearProgram.Row;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The solution of one basis: the rows whose slack is outside hold with equality, and the variables in the basis meet them. */
final class BasisSolution {
    private BasisSolution() {}

    /** Both sides at the basis marked, by variable and slack; null if it is no basis or not the best. {@link Halted} is thrown if stopped. */
    static @Nullable Optimal of(ExactLinearProgram program, boolean[] basis, BooleanSupplier mayGoOn) {
        final int variables = program.variables();
        final int[] used = marked(basis, 0, variables, true);
        final int[] tight = marked(basis, variables, program.rows().size(), false);
        if (used.length != tight.length) {
            return null;
        }
        final BigInteger[][] square = new BigInteger[tight.length][used.length];
        final BigInteger[][] turned = new BigInteger[used.length][tight.length];
        final BigInteger[] limits = new BigInteger[tight.length];
        final BigInteger[] worths = new BigInteger[used.length];
        for (int i = 0; i < tight.length; i++) {
            final Row row = program.rows().get(tight[i]);
            limits[i] = row.limit();
            for (int j = 0; j < used.length; j++) {
                square[i][j] = row.factors()[used[j]];
                turned[j][i] = square[i][j];
            }
        }
        Arrays.setAll(worths, j -> program.objective(used[j]));
        final Quotients x = solved(square, limits, mayGoOn);
        final Quotients y = x == null ? null : solved(turned, worths, mayGoOn);
        if (x == null || y == null) {
            return null;
        }
        final Optimal found = new Optimal(
                spread(x, used, variables), spread(y, tight, program.rows().size()));
        return LinearProof.holds(program, found, mayGoOn) ? found : null;
    }

    private static @Nullable Quotients solved(BigInteger[][] matrix, BigInteger[] right, BooleanSupplier mayGoOn) {
        final ExactLinearSystem system = ExactLinearSystem.of(matrix, mayGoOn);
        if (!system.shownRegular()) {
            return null;
        }
        final ExactLinearSystem.Solution solution = system.solve(right);
        return new Quotients(solution.numerators(), solution.denominator());
    }

    private static int[] marked(boolean[] marks, int from, int count, boolean as) {
        final int[] found = new int[count];
        int size = 0;
        for (int k = 0; k < count; k++) {
            if (marks[from + k] == as) {
                found[size++] = k;
            }
        }
        return Arrays.copyOf(found, size);
    }

    private static Quotients spread(Quotients few, int[] places, int size) {
        final BigInteger[] all = new BigInteger[size];
        Arrays.fill(all, BigInteger.ZERO);
        for (int k = 0; k < places.length; k++) {
            all[places[k]] = few.numerators()[k];
        }
        return new Quotients(all, few.denominator());
    }
}
