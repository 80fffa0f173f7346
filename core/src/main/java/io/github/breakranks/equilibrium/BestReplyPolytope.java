package io.github.breakranks.equilibrium;

import io.github.breakranks.game.NormalFormGame;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * Against what each strategy of one player does the other reply best: a polytope whose vertices are strategies not yet scaled to sum 1.
 *
 * <pre>{@code
 *   { z >= 0 : G z <= 1 }      G  the other's payoffs, shifted to be above 0, a row for each of his actions
 * }</pre>
 *
 * <p>Labels are the game's actions, those of the first player before those of the second. A vertex has the label of each action that its
 * strategy does not take and of each best reply to it, which is where {@code (G z)_r = 1}.
 */
final class BestReplyPolytope {
    private final BigInteger[][] whole; // by row and column
    private final double[] nearest; // the same over the largest, row after row; each within two roundings
    private final int rows;
    private final int columns;
    private final int firstColumn; // label of the first column
    private final int firstRow; // label of the first row

    private BestReplyPolytope(BigInteger[][] whole, int firstColumn, int firstRow) {
        this.whole = whole;
        this.rows = whole.length;
        this.columns = whole[0].length;
        this.firstColumn = firstColumn;
        this.firstRow = firstRow;
        this.nearest = nearest(whole);
    }

    /** Of a player's strategies, replies being the other's. */
    static BestReplyPolytope of(NormalFormGame game, int player) {
        final int other = 1 - player;
        final BigInteger[][] whole = new BigInteger[game.actions(other)][game.actions(player)];
        final int[] chosen = new int[2];
        for (int reply = 0; reply < whole.length; reply++) {
            for (int action = 0; action < whole[reply].length; action++) {
                chosen[player] = action;
                chosen[other] = reply;
                whole[reply][action] = game.numeratorAt(other, game.index(chosen));
            }
        }
        shift(whole);
        return player == 0
                ? new BestReplyPolytope(whole, 0, game.actions(0))
                : new BestReplyPolytope(whole, game.actions(0), 0);
    }

    /** To half the range and above 0: best replies stay the same, and systems of equations are far from singular. */
    private static void shift(BigInteger[][] whole) {
        BigInteger least = whole[0][0];
        BigInteger greatest = whole[0][0];
        for (final BigInteger[] row : whole) {
            for (final BigInteger entry : row) {
                least = least.min(entry);
                greatest = greatest.max(entry);
            }
        }
        final BigInteger up =
                greatest.subtract(least).shiftRight(1).max(BigInteger.ONE).subtract(least);
        for (final BigInteger[] row : whole) {
            for (int column = 0; column < row.length; column++) {
                row[column] = row[column].add(up);
            }
        }
    }

    private static double[] nearest(BigInteger[][] whole) {
        BigInteger largest = BigInteger.ONE;
        for (final BigInteger[] row : whole) {
            for (final BigInteger entry : row) {
                largest = largest.max(entry);
            }
        }
        final boolean small = largest.bitLength() <= 53; // then one rounding, of the division
        final BigDecimal scale = new BigDecimal(largest);
        final double[] nearest = new double[whole.length * whole[0].length];
        int at = 0;
        for (final BigInteger[] row : whole) {
            for (final BigInteger entry : row) {
                nearest[at++] = small
                        ? entry.doubleValue() / largest.doubleValue()
                        : new BigDecimal(entry)
                                .divide(scale, MathContext.DECIMAL128)
                                .doubleValue();
            }
        }
        return nearest;
    }

    /** How many replies there are. */
    int rows() {
        return rows;
    }

    /** How many actions the strategies have. */
    int columns() {
        return columns;
    }

    /** An entry of G, times a number common to all. */
    BigInteger whole(int row, int column) {
        return whole[row][column];
    }

    /** G over its largest entry, row after row: at most 1, each entry within a relative 2^-52. */
    double[] nearest() {
        return nearest.clone();
    }

    /** The label of an action of the strategy. */
    int labelOfColumn(int column) {
        return firstColumn + column;
    }

    /** The label of a reply. */
    int labelOfRow(int row) {
        return firstRow + row;
    }

    /** The labels of the strategy that takes no action at all: the vertex 0, which is no strategy. */
    long origin() {
        return (columns == Long.SIZE ? -1L : (1L << columns) - 1) << firstColumn;
    }

    /** Which actions a vertex with these labels takes. */
    int[] support(long labels) {
        final int[] taken = new int[columns - Long.bitCount(labels & origin())];
        int count = 0;
        for (int column = 0; column < columns; column++) {
            if ((labels >>> (firstColumn + column) & 1) == 0) {
                taken[count++] = column;
            }
        }
        return taken;
    }

    /** Which replies are best at a vertex with these labels. */
    int[] best(long labels) {
        final int[] best = new int[Long.bitCount(labels & ~origin())];
        int count = 0;
        for (int row = 0; row < rows; row++) {
            if ((labels >>> (firstRow + row) & 1) == 1) {
                best[count++] = row;
            }
        }
        return best;
    }
}
