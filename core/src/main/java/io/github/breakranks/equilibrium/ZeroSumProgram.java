package io.github.breakranks.equilibrium;

import io.github.breakranks.game.NormalFormGame;
import io.github.breakranks.internal.ExactLinearProgram;
import io.github.breakranks.internal.ExactLinearProgram.Row;
import io.github.breakranks.internal.LinearProgram;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The linear program of a game of constant sum in its normalised form: all payoffs above 0, no free variable, nothing a feasible start. */
final class ZeroSumProgram {
    private static final double LEAST = 0.0625; // of the range of payoffs

    private ZeroSumProgram() {}

    /** In whole numbers. */
    static ExactLinearProgram of(NormalFormGame game) {
        BigInteger least = game.numeratorAt(0, 0);
        for (int index = 1; index < game.profiles(); index++) {
            least = least.min(game.numeratorAt(0, index));
        }
        final BigInteger lift = BigInteger.ONE.subtract(least);
        final List<Row> rows = new ArrayList<>();
        for (int i = 0; i < game.actions(0); i++) {
            final BigInteger[] factors = new BigInteger[game.actions(1)];
            for (int j = 0; j < factors.length; j++) {
                factors[j] = game.numeratorAt(0, game.index(i, j)).add(lift);
            }
            rows.add(Row.atMost(BigInteger.ONE, factors));
        }
        final BigInteger[] objective = new BigInteger[game.actions(1)];
        Arrays.fill(objective, BigInteger.ONE);
        return ExactLinearProgram.maximize(objective, rows);
    }

    /** In doubles, the range of payoffs brought to one. */
    static LinearProgram inDoubles(NormalFormGame game) {
        double least = game.payoffAt(0, 0);
        double most = least;
        for (int index = 1; index < game.profiles(); index++) {
            least = Math.min(least, game.payoffAt(0, index));
            most = Math.max(most, game.payoffAt(0, index));
        }
        final double[][] rows = new double[game.actions(0)][game.actions(1)];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows[i].length; j++) {
                rows[i][j] = LEAST + (game.payoffAt(0, game.index(i, j)) / 2 - least / 2) / (most / 2 - least / 2);
            }
        }
        final double[] objective = new double[game.actions(1)];
        final double[] limits = new double[game.actions(0)];
        Arrays.fill(objective, 1);
        Arrays.fill(limits, 1);
        return LinearProgram.of(objective, rows, limits);
    }
}
