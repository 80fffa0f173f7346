package io.github.breakranks.equilibrium;

import io.github.breakranks.game.NormalFormGame;
import io.github.breakranks.game.StrategyProfile;
import java.util.Optional;

/** The first profile of a game of constant sum that is the least of its row and the most of its column. */
final class SaddlePoint {
    private SaddlePoint() {}

    static Optional<StrategyProfile> of(NormalFormGame game) {
        int row = 0;
        int guaranteed = worst(game, 0);
        for (int i = 1; i < game.actions(0); i++) {
            final int worst = worst(game, i);
            if (game.compareAt(0, worst, guaranteed) > 0) {
                row = i;
                guaranteed = worst;
            }
        }
        for (int j = 0; j < game.actions(1); j++) {
            final int index = game.index(row, j);
            if (game.compareAt(0, index, guaranteed) == 0 && mostOfColumn(game, index, j)) {
                return Optional.of(StrategyProfile.pure(game.shape(), row, j));
            }
        }
        return Optional.empty();
    }

    private static int worst(NormalFormGame game, int row) {
        int worst = game.index(row, 0);
        for (int j = 1; j < game.actions(1); j++) {
            final int index = game.index(row, j);
            worst = game.compareAt(0, index, worst) < 0 ? index : worst;
        }
        return worst;
    }

    private static boolean mostOfColumn(NormalFormGame game, int index, int column) {
        for (int i = 0; i < game.actions(0); i++) {
            if (game.compareAt(0, game.index(i, column), index) > 0) {
                return false;
            }
        }
        return true;
    }
}
