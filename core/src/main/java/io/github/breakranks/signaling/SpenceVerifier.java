package io.github.breakranks.signaling;

import io.github.breakranks.answer.Certificate;

/** Tries every type of Spence's game at every other's level, in both chains, and every pooling level against none. */
final class SpenceVerifier {
    private static final double MOST = 1e-9; // of the difference in worth
    private static final double LESS = 1e-6;
    private static final int MIXES = 4;

    private SpenceVerifier() {}

    static Certificate certify(Spence found) {
        final SpenceGame game = found.game();
        final int top = game.types() - 1;
        final double scale = game.worth(top) - game.worth(0);
        double worst = 0;
        for (int k = 0; k <= MIXES; k++) {
            final double[] levels = new double[game.types()];
            for (int i = 0; i <= top; i++) {
                levels[i] = (found.separating(i).low() * (MIXES - k)
                                + found.separating(i).high() * k)
                        / MIXES;
            }
            if (k == 0
                    || k == MIXES
                    || top == 1) { // between the chains of three types and more not every mixture separates
                worst = Math.max(worst, imitation(game, levels));
            }
        }
        for (int i = 0; i < top; i++) {
            worst = Math.max(worst, cheaper(game, found, i));
        }
        worst = Math.max(worst, pooling(game, found.pooling().high()));
        return worst <= MOST * scale
                ? new Certificate.Numeric(worst, "unit of the game")
                : new Certificate.Unproven("a type gains " + worst + " by another's level");
    }

    /** The most that a type gains by the level of another, or by none if then thought the least able. */
    private static double imitation(SpenceGame game, double... levels) {
        double most = game.cost(0, levels[0]); // the least able has no reason to take any
        for (int i = 0; i < levels.length; i++) {
            final double has = game.worth(i) - game.cost(i, levels[i]);
            for (int j = 0; j < levels.length; j++) {
                most = Math.max(most, game.worth(j) - game.cost(i, levels[j]) - has);
            }
        }
        return most;
    }

    /** By how much the type below would still lose by imitation if the next took a little less: nothing, or it was not the cheapest. */
    private static double cheaper(SpenceGame game, Spence found, int below) {
        final double less = found.riley(below + 1) * (1 - LESS);
        final double gains = game.worth(below + 1) - game.cost(below, less) - found.net(below);
        return Math.max(0, -gains);
    }

    /** What the least able gains by no level over pooling at the highest, and what slack is left there. */
    private static double pooling(SpenceGame game, double highest) {
        double mean = 0;
        for (int i = 0; i < game.types(); i++) {
            mean += game.prior(i) * game.worth(i);
        }
        double worst = Math.abs(mean - game.cost(0, highest) - game.worth(0));
        for (int i = 0; i < game.types(); i++) {
            worst = Math.max(worst, game.worth(0) - mean + game.cost(i, highest));
        }
        return worst;
    }
}
