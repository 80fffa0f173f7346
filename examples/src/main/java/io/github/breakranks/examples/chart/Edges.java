package io.github.breakranks.examples.chart;

import io.github.breakranks.equilibrium.Axis;
import io.github.breakranks.equilibrium.EquilibriumSolver;
import io.github.breakranks.equilibrium.Jump;
import io.github.breakranks.equilibrium.RestPoints;
import io.github.breakranks.equilibrium.Tipping;
import io.github.breakranks.equilibrium.TippingSolver;
import io.github.breakranks.game.DefectionGame;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Where play tips and where it falls back, as the term across moves, for every value of the term up. */
final class Edges {
    private static final int HALVINGS = 8; // of a column: finer than can be seen
    private static final double JUMP = 0.05; // a share that moves by more within that is taken to jump

    private final DefectionGame game;
    private final Axis across;
    private final Axis up;
    private final double between;

    Edges(DefectionGame game, Axis across, Axis up, double between) {
        this.game = game;
        this.across = across;
        this.up = up;
        this.between = between;
    }

    /** By row: where the least rest point jumps up, and where the greatest jumps down; NaN where there is no jump. */
    double[][] jumps(double[][] least, double[][] greatest) {
        final double[][] jumps = new double[2][up.size()];
        IntStream.range(0, up.size()).parallel().forEach(row -> {
            final DefectionGame varied = game.with(up.term(), up.value(row));
            if (game.groups() == 1) {
                final Tipping tipping =
                        TippingSolver.of(across.term()).solve(varied).value();
                jumps[0][row] = largest(tipping.jumpsUp());
                jumps[1][row] = largest(tipping.jumpsDown());
            } else {
                jumps[0][row] = jump(varied, row, least, true);
                jumps[1][row] = jump(varied, row, greatest, false);
            }
        });
        return jumps;
    }

    /** A law of listed costs jumps by an agent all the time; the largest jump is meant. */
    private static double largest(List<Jump> jumps) {
        return jumps.stream()
                .max(Comparator.comparingDouble(jump -> Math.abs(jump.to() - jump.from())))
                .map(Jump::value)
                .orElse(Double.NaN);
    }

    /** Groups: between the columns where the share passes from low to high, by halving. */
    private double jump(DefectionGame varied, int row, double[][] shares, boolean leastOne) {
        int column = 0;
        while (column < across.size() && shares[column][row] < between) {
            column++;
        }
        if (column == 0 || column == across.size()) {
            return Double.NaN;
        }
        double low = across.value(column - 1);
        double high = across.value(column);
        double below = shares[column - 1][row];
        double above = shares[column][row];
        for (int k = 0; k < HALVINGS; k++) {
            final double middle = (low + high) / 2;
            final RestPoints rest = EquilibriumSolver.solver()
                    .solve(varied.with(across.term(), middle))
                    .orElseThrow();
            final double share = (leastOne ? rest.least() : rest.greatest()).share();
            if (share < between) {
                low = middle;
                below = share;
            } else {
                high = middle;
                above = share;
            }
        }
        return above - below > JUMP ? (low + high) / 2 : Double.NaN;
    }
}
