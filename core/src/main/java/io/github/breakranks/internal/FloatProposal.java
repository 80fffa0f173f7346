package io.github.breakranks.internal;

import io.github.breakranks.internal.ExactLinearProgram.Row;
import io.github.breakranks.internal.SimplexWalk.End;
import java.math.BigInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A basis that a simplex in doubles thinks best; limits are moved outward by a little, each by another, so that no two rows tie. */
final class FloatProposal {
    private static final double MOVED = 1e-7;
    private static final int MOST_STEPS = 20; // times rows and variables

    private final ExactLinearProgram program;
    private final double[][] numbers;

    private FloatProposal(ExactLinearProgram program, double[][] numbers) {
        this.program = program;
        this.numbers = numbers;
    }

    /** The program in doubles, every row divided by its largest number; null where a number is too large for that. */
    static @Nullable FloatProposal of(ExactLinearProgram program) {
        final int variables = program.variables();
        final double[][] numbers = new double[program.rows().size() + 2][variables + 2];
        long state = 1;
        for (int i = 0; i <= program.rows().size(); i++) {
            final boolean last = i == program.rows().size();
            final BigInteger[] factors =
                    last ? program.objective() : program.rows().get(i).factors();
            double most = last ? 0 : Math.abs(program.rows().get(i).limit().doubleValue());
            for (int j = 0; j < variables; j++) {
                numbers[i][j] = last ? -factors[j].doubleValue() : factors[j].doubleValue();
                most = Math.max(most, Math.abs(numbers[i][j]));
            }
            if (most > Double.MAX_VALUE) {
                return null;
            }
            for (int j = 0; most > 0 && j < variables; j++) {
                numbers[i][j] /= most;
            }
            if (!last) {
                final Row row = program.rows().get(i);
                state = state * 6364136223846793005L + 1442695040888963407L; // Knuth's constants
                final double moved = row.equation() ? 0 : MOVED * (1 + (state >>> 11) * 0x1p-53);
                numbers[i][variables + 1] = (most > 0 ? row.limit().doubleValue() / most : 0) + moved;
            }
        }
        return new FloatProposal(program, numbers);
    }

    /** By variable and slack, whether it is in the basis; null if the simplex does not come to an end. */
    boolean @Nullable [] basis(BooleanSupplier mayGoOn) {
        final int rows = program.rows().size();
        final int[] left = {MOST_STEPS * (rows + program.variables() + 1)};
        final SimplexWalk walk = new SimplexWalk(
                new DoubleTableau(numbers), program.kinds(), rows, () -> left[0]-- > 0 && mayGoOn.getAsBoolean());
        final End end = walk.walk();
        if (end == End.CUT) {
            return null;
        }
        final boolean[] basis = new boolean[program.variables() + rows + 1];
        for (int row = 0; row < rows; row++) {
            basis[walk.basic(row)] = true;
        }
        return basis;
    }
}
