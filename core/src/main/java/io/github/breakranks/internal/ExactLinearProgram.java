package io.github.breakranks.internal;

import io.github.breakranks.internal.SimplexWalk.End;
import io.github.breakranks.internal.SimplexWalk.Kind;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A linear program in whole numbers, solved exactly, each ending with a proof that was multiplied out.
 *
 * <pre>{@code
 *   max c x     A_i x <= b_i  or  A_i x = b_i      x_j >= 0  or free
 *   min b y     y A_j >= c_j  (= where x_j is free)  y_i >= 0  (free where row i is an equation)
 *
 *   optimal:     x and y with c x = b y
 *   infeasible:  y with y A_j >= 0 (= 0 where x_j is free) and b y < 0        (Farkas)
 *   unbounded:   a feasible x and a direction along which everything stays feasible and c x grows
 * }</pre>
 *
 * <p>A simplex in doubles proposes a basis; fractions solve that basis and check both sides. Where the check fails, whole numbers pivot on
 * from that basis, or from the start. Rational data are multiplied to whole numbers first, row by row.
 *
 * <p>Cost: of the proposal {@code rows x variables} a pivot; of a solution k x k numbers of some k digits, k variables being in use.
 */
public final class ExactLinearProgram {
    private final BigInteger[] objective;
    private final List<Row> rows;
    private final boolean[] free;

    private ExactLinearProgram(BigInteger[] objective, List<Row> rows, boolean[] free) {
        this.objective = objective;
        this.rows = rows;
        this.free = free;
    }

    /**
     * A row of the program; the array is not copied and must not change.
     *
     * @param factors  of the variables
     * @param equation whether the sum is to meet the limit, not only to keep it
     * @param limit    of the sum
     */
    public record Row(BigInteger[] factors, boolean equation, BigInteger limit) {
        /** The sum is not to exceed the limit. */
        public static Row atMost(BigInteger limit, BigInteger... factors) {
            return new Row(factors, false, limit);
        }

        /** The sum is not to fall short of the limit. */
        public static Row atLeast(BigInteger limit, BigInteger... factors) {
            return new Row(
                    Arrays.stream(factors).map(BigInteger::negate).toArray(BigInteger[]::new), false, limit.negate());
        }

        /** The sum is to be this. */
        public static Row exactly(BigInteger limit, BigInteger... factors) {
            return new Row(factors, true, limit);
        }
    }

    /** How it ended. */
    public sealed interface Outcome {}

    /**
     * Both sides, of the same value; x and y are those of one basis.
     *
     * @param x best of those feasible
     * @param y prices that show it
     */
    public record Optimal(Quotients x, Quotients y) implements Outcome {}

    /**
     * Nothing is feasible.
     *
     * @param y a sum of rows that cannot hold
     */
    public record Infeasible(Quotients y) implements Outcome {}

    /**
     * There is no best.
     *
     * @param x   feasible
     * @param ray what can be added to x again and again, and gains each time
     */
    public record Unbounded(Quotients x, Quotients ray) implements Outcome {}

    /** Told to stop. */
    public record Cut() implements Outcome {}

    /** A program whose variables are all at least 0. */
    public static ExactLinearProgram maximize(BigInteger[] objective, List<Row> rows) {
        return maximize(objective, rows, new boolean[objective.length]);
    }

    /** A program some of whose variables may be of either sign. */
    public static ExactLinearProgram maximize(BigInteger[] objective, List<Row> rows, boolean[] free) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).factors.length != objective.length) {
                throw Checks.refused(
                        "rows[%s] must have a factor for each variable [%s], but was %s long",
                        i, objective.length, rows.get(i).factors.length);
            }
        }
        return new ExactLinearProgram(objective.clone(), List.copyOf(rows), free.clone());
    }

    /** Solves it: doubles propose, fractions check, whole numbers pivot where that was not enough. */
    public Outcome solve(BooleanSupplier mayGoOn) {
        try {
            return solved(mayGoOn);
        } catch (Halted early) {
            return new Cut();
        }
    }

    private Outcome solved(BooleanSupplier mayGoOn) {
        final boolean[] proposed = proposed(mayGoOn);
        if (!mayGoOn.getAsBoolean()) {
            return new Cut();
        }
        if (proposed != null) {
            final Optimal found = BasisSolution.of(this, proposed, mayGoOn);
            if (found != null) {
                return found;
            }
            if (!mayGoOn.getAsBoolean()) {
                return new Cut();
            }
            Trace.debug(() -> "linear program: the basis that doubles proposed is not best, pivoting on");
        }
        return pivoted(proposed, mayGoOn);
    }

    /** Solves it in whole numbers from the first pivot on. */
    public Outcome pivoted(BooleanSupplier mayGoOn) {
        return pivoted(null, mayGoOn);
    }

    private boolean @Nullable [] proposed(BooleanSupplier mayGoOn) {
        final FloatWalk walk = FloatWalk.of(this, mayGoOn);
        return walk == null || walk.walk(mayGoOn) == End.CUT ? null : walk.basis();
    }

    private Outcome pivoted(boolean @Nullable [] start, BooleanSupplier mayGoOn) {
        final WholeTableau tableau = new WholeTableau(numbers());
        final SimplexWalk walk = new SimplexWalk(tableau, kinds(), rows.size(), mayGoOn);
        if (start != null) {
            walk.start(start);
        }
        final End end = walk.walk();
        final Outcome outcome = end == End.CUT ? new Cut() : new DictionaryReading(this, tableau, walk).outcome(end);
        if (!LinearProof.holds(this, outcome)) {
            throw new IllegalStateException(
                    "exact pivoting came to " + end + ", which its own numbers do not bear out");
        }
        return outcome;
    }

    /** The dictionary of nothing chosen: rows, objective, objective of the first phase; variables, the artificial one, constants. */
    BigInteger[][] numbers() {
        final int variables = objective.length;
        final BigInteger[][] numbers = new BigInteger[rows.size() + 2][variables + 2];
        for (final BigInteger[] row : numbers) {
            Arrays.fill(row, BigInteger.ZERO);
        }
        for (int i = 0; i < rows.size(); i++) {
            System.arraycopy(rows.get(i).factors, 0, numbers[i], 0, variables);
            numbers[i][variables + 1] = rows.get(i).limit;
        }
        for (int j = 0; j < variables; j++) {
            numbers[rows.size()][j] = objective[j].negate();
        }
        return numbers;
    }

    /** What each variable, each slack and the artificial variable may be. */
    Kind[] kinds() {
        final int variables = objective.length;
        final Kind[] kinds = new Kind[variables + rows.size() + 1];
        for (int k = 0; k < kinds.length - 1; k++) {
            if (k < variables) {
                kinds[k] = free[k] ? Kind.FREE : Kind.AT_LEAST_ZERO;
            } else {
                kinds[k] = rows.get(k - variables).equation ? Kind.ZERO : Kind.AT_LEAST_ZERO;
            }
        }
        kinds[kinds.length - 1] = Kind.ZERO;
        return kinds;
    }

    /** How many variables there are. */
    public int variables() {
        return objective.length;
    }

    /** The rows; not to be changed. */
    public List<Row> rows() {
        return rows;
    }

    /** Whether a variable may be of either sign. */
    public boolean free(int variable) {
        return free[variable];
    }

    /** The factor of a variable in the objective. */
    public BigInteger objective(int variable) {
        return objective[variable];
    }

    BigInteger[] objective() {
        return objective;
    }
}
