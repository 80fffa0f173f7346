package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Watch;
import io.github.breakranks.game.NormalFormGame;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.stream.IntStream;

/** A Lemke-Howson path in whole numbers, from where nobody plays to an equilibrium. */
final class IntegerPath {
    private final NormalFormGame game;
    private final int rows;
    private final int columns;
    private final int dropped;
    private final IntegerTableau ofRow; // what the row player may mix: the column player's payoffs
    private final IntegerTableau ofColumn;
    private int entering;
    private int pivots;
    private boolean ended;

    IntegerPath(NormalFormGame game, int dropped) {
        this.game = game;
        this.rows = game.actions(0);
        this.columns = game.actions(1);
        this.dropped = dropped;
        final int[] rowLabels = IntStream.range(0, rows).toArray();
        final int[] columnLabels = IntStream.range(rows, rows + columns).toArray();
        this.ofRow = new IntegerTableau(transposed(positive(game, 1)), columnLabels, rowLabels);
        this.ofColumn = new IntegerTableau(positive(game, 0), rowLabels, columnLabels);
        this.entering = dropped;
    }

    /** Goes on for so many pivots at most, or until the dropped label comes back. */
    boolean follow(long most, Watch watch) {
        for (long step = 0; step < most && !ended && watch.mayGoOn(); step++) {
            // the first to move is he whose action was dropped, then they take turns
            final boolean rowMoves = (dropped < rows) == (pivots % 2 == 0);
            entering = (rowMoves ? ofRow : ofColumn).enter(entering);
            pivots++;
            ended = entering == dropped;
        }
        return ended;
    }

    boolean ended() {
        return ended;
    }

    int pivots() {
        return pivots;
    }

    /** What the basis reached says of both players' chances. */
    NashEquilibrium reached() {
        final BigInteger[] row = new BigInteger[rows];
        Arrays.setAll(row, ofRow::value);
        final BigInteger[] column = new BigInteger[columns];
        Arrays.setAll(column, j -> ofColumn.value(rows + j));
        return TwoPlayers.of(game, row, column);
    }

    /** A player's payoffs in whole numbers, raised so that the least is 1. */
    private static BigInteger[][] positive(NormalFormGame game, int player) {
        final int columns = game.actions(1);
        final BigInteger[][] payoffs = new BigInteger[game.actions(0)][columns];
        BigInteger least = game.numeratorAt(player, 0);
        for (int index = 0; index < game.profiles(); index++) {
            final BigInteger payoff = game.numeratorAt(player, index);
            payoffs[index / columns][index % columns] = payoff;
            least = least.min(payoff);
        }
        final BigInteger raise = BigInteger.ONE.subtract(least);
        for (final BigInteger[] row : payoffs) {
            Arrays.setAll(row, j -> row[j].add(raise));
        }
        return payoffs;
    }

    private static BigInteger[][] transposed(BigInteger[][] matrix) {
        final BigInteger[][] transposed = new BigInteger[matrix[0].length][matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < matrix[i].length; j++) {
                transposed[j][i] = matrix[i][j];
            }
        }
        return transposed;
    }
}
