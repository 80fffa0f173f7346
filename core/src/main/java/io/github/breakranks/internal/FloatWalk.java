package io.github.breakranks.internal;

import io.github.breakranks.internal.ExactLinearProgram.Row;
import io.github.breakranks.internal.SimplexWalk.End;
import io.github.breakranks.internal.SimplexWalk.Kind;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The simplex in doubles: what it comes to is a proposal, to be checked.
 *
 * <p>Rows are divided by their largest number. Limits are moved outward by a little, each by another, so that no two rows tie and no step
 * gains nothing; the limits as given are carried along, and the solution is read off those.
 */
final class FloatWalk {
    private static final double MOVED = 1e-7;
    private static final int MOST_STEPS = 20; // times rows and variables

    private final int variables;
    private final int rows;
    private final double[] scales;
    private final double unit; // of the limits, so that the largest is one
    private final DoubleTableau tableau;
    private final Kind[] kinds;
    private @Nullable SimplexWalk walk;

    private FloatWalk(double[] objective, double[][] factors, double[] limits, Kind[] kinds) {
        this.variables = objective.length;
        this.rows = limits.length;
        this.scales = new double[rows];
        this.kinds = kinds;
        for (int i = 0; i < rows; i++) {
            scales[i] = scale(factors[i]);
        }
        this.unit = unit(limits, scales);
        final double[][] numbers = new double[rows + 2][variables + 3];
        long state = 1;
        for (int i = 0; i < rows; i++) {
            state = state * 6364136223846793005L + 1442695040888963407L; // Knuth's constants
            final double moved = kinds[variables + i] == Kind.ZERO ? 0 : MOVED * (1 + (state >>> 11) * 0x1p-53);
            for (int j = 0; j < variables; j++) {
                numbers[i][j] = factors[i][j] / scales[i];
            }
            numbers[i][variables + 2] = limits[i] / scales[i] / unit;
            numbers[i][variables + 1] = numbers[i][variables + 2] + moved;
        }
        for (int j = 0; j < variables; j++) {
            numbers[rows][j] = -objective[j];
        }
        this.tableau = new DoubleTableau(numbers);
    }

    private static double scale(double[] numbers) {
        double most = 0;
        for (final double number : numbers) {
            most = Math.max(most, Math.abs(number));
        }
        return most == 0 ? 1 : most;
    }

    private static double unit(double[] limits, double[] scales) {
        double most = 0;
        for (int i = 0; i < limits.length; i++) {
            most = Math.max(most, Math.abs(limits[i] / scales[i]));
        }
        return most > 0 ? most : 1;
    }

    /** A program whose rows are limits and whose variables are at least 0. */
    static FloatWalk of(double[] objective, double[][] factors, double[] limits) {
        final Kind[] kinds = new Kind[objective.length + limits.length + 1];
        Arrays.fill(kinds, Kind.AT_LEAST_ZERO);
        kinds[kinds.length - 1] = Kind.ZERO;
        return new FloatWalk(objective, factors, limits, kinds);
    }

    /** An exact program, rounded; null where a number is too large for a double. {@link Halted} is thrown where it may not go on. */
    static @Nullable FloatWalk of(ExactLinearProgram program, BooleanSupplier mayGoOn) {
        final double[] objective = rounded(program.objective());
        final double most = scale(objective);
        Arrays.setAll(objective, j -> objective[j] / most);
        final double[][] factors = new double[program.rows().size()][];
        final BigInteger[] limits = program.rows().stream().map(Row::limit).toArray(BigInteger[]::new);
        boolean finite = most <= Double.MAX_VALUE && scale(rounded(limits)) <= Double.MAX_VALUE;
        for (int i = 0; i < factors.length; i++) {
            Halted.unless(mayGoOn);
            factors[i] = rounded(program.rows().get(i).factors());
            finite &= scale(factors[i]) <= Double.MAX_VALUE;
        }
        return finite ? new FloatWalk(objective, factors, rounded(limits), program.kinds()) : null;
    }

    private static double[] rounded(BigInteger[] numbers) {
        return Arrays.stream(numbers).mapToDouble(BigInteger::doubleValue).toArray();
    }

    /** Walks; says whether it came to something best. */
    End walk(BooleanSupplier mayGoOn) {
        final int[] left = {MOST_STEPS * (rows + variables + 1)};
        final SimplexWalk made = new SimplexWalk(tableau, kinds, rows, () -> left[0]-- > 0 && mayGoOn.getAsBoolean());
        walk = made;
        final End end = made.walk();
        if (end == End.OPTIMAL) {
            tableau.restore();
            made.settle();
        }
        return end;
    }

    private SimplexWalk walked() {
        if (walk == null) {
            throw new IllegalStateException("walk first");
        }
        return walk;
    }

    /** By variable and slack, whether it is in the basis. */
    boolean[] basis() {
        final boolean[] basis = new boolean[variables + rows + 1];
        for (int row = 0; row < rows; row++) {
            basis[walked().basic(row)] = true;
        }
        return basis;
    }

    /** The variables. */
    double[] x() {
        final double[] x = new double[variables];
        for (int row = 0; row < rows; row++) {
            if (walked().basic(row) < variables) {
                x[walked().basic(row)] = tableau.at(row, variables + 2) * unit;
            }
        }
        return x;
    }

    /** The prices of the rows. */
    double[] y() {
        final double[] y = new double[rows];
        for (int column = 0; column < walked().columns(); column++) {
            final int slack = walked().outside(column) - variables;
            if (slack >= 0 && slack < rows) {
                y[slack] = tableau.at(rows, column) / scales[slack];
            }
        }
        return y;
    }
}
