package io.github.breakranks.design;

import io.github.breakranks.equilibrium.EquilibriumSolver;
import io.github.breakranks.equilibrium.RestPoint;
import io.github.breakranks.equilibrium.RestPoints;
import io.github.breakranks.game.DefectionGame;
import java.util.Arrays;

/**
 * Where a game is seen to rest, for checks: one law and lists are solved for all rest points, groups play round by round.
 *
 * @param shares gone, by group
 * @param total  gone, of all
 */
record Played(double[] shares, double total) {
    private static final double STILL = 1e-14;
    private static final int MOST_ROUNDS = 200_000;

    /** In the greatest rest point, or in the least. */
    static Played at(DefectionGame game, boolean greatest) {
        if (game.groups() > 1 && !game.population().listed()) {
            return of(game, rounds(game, greatest ? 1 : 0));
        }
        final RestPoints found = EquilibriumSolver.solver().solve(game).value();
        final RestPoint at = greatest ? found.greatest() : found.least();
        final double[] shares = new double[game.groups()];
        Arrays.setAll(shares, at::shareOf);
        return new Played(shares, at.share());
    }

    private static Played of(DefectionGame game, double... shares) {
        double total = 0;
        for (int g = 0; g < shares.length; g++) {
            total += game.population().mass(g) * shares[g];
        }
        return new Played(shares, total);
    }

    /** Round by round from nobody (0) or from everybody (1). */
    private static double[] rounds(DefectionGame game, double start) {
        final double[][] seen = game.seen();
        double[] gone = new double[game.groups()];
        Arrays.fill(gone, start);
        double farthest = 1;
        for (int round = 0; round < MOST_ROUNDS && farthest > STILL; round++) {
            final double[] next = new double[gone.length];
            farthest = 0;
            for (int g = 0; g < next.length; g++) {
                double sees = 0;
                for (int h = 0; h < next.length; h++) {
                    sees += seen[g][h] * gone[h];
                }
                next[g] = game.willing(g, Math.min(1, sees));
                farthest = Math.max(farthest, Math.abs(next[g] - gone[g]));
            }
            gone = next;
        }
        return gone;
    }
}
