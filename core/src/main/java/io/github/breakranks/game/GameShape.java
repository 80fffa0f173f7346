package io.github.breakranks.game;

import io.github.breakranks.internal.Checks;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Objects;

/** How many actions each player has, and how their combinations are numbered: the last player's action runs fastest. */
final class GameShape {
    static final long MOST_PAYOFFS = 200_000_000L;

    private static final int BYTES = 8; // a payoff

    private GameShape() {}

    /** How many combinations of actions there are; refused before anything is allocated where the payoffs would not fit. */
    static int profiles(int... actions) {
        if (Objects.requireNonNull(actions, "actions").length == 0) {
            throw Checks.refused("actions must name at least 1 player [count], but was %s", 0);
        }
        BigInteger payoffs = BigInteger.valueOf(actions.length);
        for (int player = 0; player < actions.length; player++) {
            final int count = Checks.count(1, "actions[" + player + "]", "count", actions[player]);
            payoffs = payoffs.multiply(BigInteger.valueOf(count));
        }
        if (payoffs.compareTo(BigInteger.valueOf(MOST_PAYOFFS)) > 0) {
            throw Checks.refused(
                    "actions must make at most %s payoffs [count], but was %s of %s players, %s bytes at least; "
                            + "take fewer actions, or a SymmetricGame where players are alike",
                    MOST_PAYOFFS, brief(payoffs), actions.length, brief(payoffs.multiply(BigInteger.valueOf(BYTES))));
        }
        return payoffs.intValueExact() / actions.length;
    }

    private static String brief(BigInteger count) {
        return count.bitLength() < 50
                ? count.toString()
                : new BigDecimal(count).round(new MathContext(3)).toString();
    }

    /** As {@code 3 x 2}. */
    static String text(int... actions) {
        return String.join(
                " x ", Arrays.stream(actions).mapToObj(Integer::toString).toList());
    }

    /** By player, how much the number of a combination grows with his action. */
    static int[] strides(int... actions) {
        final int[] strides = new int[actions.length];
        int stride = 1;
        for (int player = actions.length - 1; player >= 0; player--) {
            strides[player] = stride;
            stride *= actions[player];
        }
        return strides;
    }

    /** The combination of actions with this number. */
    static int[] chosen(int index, int... actions) {
        final int[] chosen = new int[actions.length];
        int rest = index;
        for (int player = actions.length - 1; player >= 0; player--) {
            chosen[player] = rest % actions[player];
            rest /= actions[player];
        }
        return chosen;
    }

    /** Takes the next combination of actions, of the next higher number; back to the first after the last. */
    static void next(int[] chosen, int... actions) {
        for (int player = actions.length - 1; player >= 0; player--) {
            if (++chosen[player] < actions[player]) {
                return;
            }
            chosen[player] = 0;
        }
    }

    /** How long a row is, a null row being none. */
    @FunctionalInterface
    interface Width {
        int of(int row);
    }

    /** The shape of a matrix of doubles. */
    static int[] of(String name, double[]... matrix) {
        return of(
                name,
                Objects.requireNonNull(matrix, name).length,
                row -> Objects.requireNonNull(matrix[row], name + "[" + row + "]").length);
    }

    /** The shape of a matrix of whole numbers. */
    static int[] of(String name, long[]... matrix) {
        return of(
                name,
                Objects.requireNonNull(matrix, name).length,
                row -> Objects.requireNonNull(matrix[row], name + "[" + row + "]").length);
    }

    /** The shape of a matrix of anything else. */
    static int[] of(String name, Object[][] matrix) {
        return of(
                name,
                Objects.requireNonNull(matrix, name).length,
                row -> Objects.requireNonNull(matrix[row], name + "[" + row + "]").length);
    }

    private static int[] of(String name, int rows, Width width) {
        final int columns = rows == 0 ? 0 : width.of(0);
        if (columns == 0) {
            throw Checks.refused(
                    "%s must have at least one row and one column [payoffs], but was %s x %s", name, rows, columns);
        }
        for (int row = 1; row < rows; row++) {
            if (width.of(row) != columns) {
                throw Checks.refused(
                        "%s must have rows of the same length [%s, as row 0], but row %s was %s long",
                        name, columns, row, width.of(row));
            }
        }
        return new int[] {rows, columns};
    }

    /** Refuses a second matrix of another shape. */
    static void same(int[] row, int... column) {
        if (row[0] != column[0] || row[1] != column[1]) {
            throw Checks.refused(
                    "column must have the shape of row [%s x %s], but was %s x %s",
                    row[0], row[1], column[0], column[1]);
        }
    }
}
