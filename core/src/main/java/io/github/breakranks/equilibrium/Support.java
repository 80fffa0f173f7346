package io.github.breakranks.equilibrium;

import io.github.breakranks.game.NormalFormGame;
import io.github.breakranks.internal.ExactLinearSystem;
import io.github.breakranks.internal.ExactLinearSystem.Solution;
import io.github.breakranks.internal.Halted;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * As many actions of each player as of the other, which an equilibrium may give a chance.
 *
 * <pre>{@code
 *   (A - c) z = 1  on these rows and columns,   y = z over its sum         the same for x and B'
 * }</pre>
 *
 * <p>These are the equations of a basis of the Lemke-Howson tableau, so that in degenerate games some chances may be 0. The constant c keeps
 * numbers short and the matrix regular: it is singular for one c at most, unless the chances are not determined at all.
 *
 * @param rows    actions of the first player
 * @param columns actions of the second player, as many
 */
@SuppressWarnings("ArrayRecordComponent") // made and read here alone
record Support(int[] rows, int[] columns) {

    /** Whether there are as many of each, and some. */
    boolean square() {
        return rows.length == columns.length && rows.length > 0;
    }

    /** The equilibrium on these actions, its regret computed from all payoffs; null if these equations have none. */
    @Nullable
    NashEquilibrium equilibrium(NormalFormGame game) {
        return equilibrium(game, () -> true);
    }

    /** The same; null also where it may not go on. */
    @Nullable
    NashEquilibrium equilibrium(NormalFormGame game, BooleanSupplier mayGoOn) {
        try {
            final BigInteger[] column = weights(payoffs(game, 0), mayGoOn);
            final BigInteger[] row = column == null ? null : weights(transposed(payoffs(game, 1)), mayGoOn);
            if (row == null) {
                return null;
            }
            return TwoPlayers.of(
                            game,
                            spread(row, rows, game.actions(0)),
                            spread(Objects.requireNonNull(column), columns, game.actions(1)),
                            mayGoOn)
                    .orElse(null);
        } catch (Halted early) {
            return null;
        }
    }

    private BigInteger[][] payoffs(NormalFormGame game, int player) {
        final BigInteger[][] payoffs = new BigInteger[rows.length][columns.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                payoffs[i][j] = game.numeratorAt(player, game.index(rows[i], columns[j]));
            }
        }
        return payoffs;
    }

    /** Weights of the columns, none below 0, at which all rows earn the same. */
    private static BigInteger @Nullable [] weights(BigInteger[][] payoffs, BooleanSupplier mayGoOn) {
        if (payoffs.length == 1) {
            return new BigInteger[] {BigInteger.ONE};
        }
        final BigInteger[] ones = new BigInteger[payoffs.length];
        Arrays.fill(ones, BigInteger.ONE);
        final BigInteger middle = middle(payoffs);
        for (int more = 0; more <= 1; more++) {
            final ExactLinearSystem system =
                    ExactLinearSystem.of(less(payoffs, middle.add(BigInteger.valueOf(more))), mayGoOn);
            if (system.shownRegular()) {
                final Solution solution = system.solve(ones);
                final BigInteger sum = Arrays.stream(solution.numerators()).reduce(BigInteger.ZERO, BigInteger::add);
                final BigInteger[] weights = new BigInteger[ones.length];
                Arrays.setAll(
                        weights, j -> sum.signum() < 0 ? solution.numerators()[j].negate() : solution.numerators()[j]);
                return sum.signum() == 0 || Arrays.stream(weights).anyMatch(weight -> weight.signum() < 0)
                        ? null
                        : weights;
            }
        }
        return null;
    }

    private static BigInteger middle(BigInteger[][] payoffs) {
        BigInteger least = payoffs[0][0];
        BigInteger greatest = payoffs[0][0];
        for (final BigInteger[] row : payoffs) {
            for (final BigInteger payoff : row) {
                least = least.min(payoff);
                greatest = greatest.max(payoff);
            }
        }
        return least.add(greatest).shiftRight(1);
    }

    private static BigInteger[][] less(BigInteger[][] payoffs, BigInteger constant) {
        final BigInteger[][] less = new BigInteger[payoffs.length][];
        Arrays.setAll(
                less,
                i -> Arrays.stream(payoffs[i])
                        .map(payoff -> payoff.subtract(constant))
                        .toArray(BigInteger[]::new));
        return less;
    }

    private static BigInteger[][] transposed(BigInteger[][] matrix) {
        final BigInteger[][] transposed = new BigInteger[matrix.length][matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < matrix.length; j++) {
                transposed[j][i] = matrix[i][j];
            }
        }
        return transposed;
    }

    private static BigInteger[] spread(BigInteger[] weights, int[] actions, int of) {
        final BigInteger[] spread = new BigInteger[of];
        Arrays.fill(spread, BigInteger.ZERO);
        for (int at = 0; at < actions.length; at++) {
            spread[actions[at]] = weights[at];
        }
        return spread;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Support support
                && Arrays.equals(rows, support.rows)
                && Arrays.equals(columns, support.columns);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(rows) + Arrays.hashCode(columns);
    }

    @Override
    public String toString() {
        return Arrays.toString(rows) + " x " + Arrays.toString(columns);
    }
}
