package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Certificate;
import io.github.breakranks.game.NormalFormGame;
import io.github.breakranks.game.StrategyProfile;

/**
 * Puts a profile into the definition of logit equilibrium: what every action earns is summed over all combinations of what the others do,
 * and the chances are compared with the logit of it. It shares nothing with the solver.
 */
final class LogitVerifier {
    private final NormalFormGame game;
    private final StrategyProfile profile;

    private LogitVerifier(NormalFormGame game, StrategyProfile profile) {
        this.game = game;
        this.profile = profile;
    }

    /** The most by which any chance differs from {@code exp(lambda u_a) / sum over b of exp(lambda u_b)} [share]. */
    static double residual(NormalFormGame game, StrategyProfile profile, double lambda) {
        final LogitVerifier verifier = new LogitVerifier(game, profile);
        double worst = 0.0;
        for (int player = 0; player < game.players(); player++) {
            final double[] reply = verifier.reply(player, lambda);
            for (int action = 0; action < reply.length; action++) {
                final double gap = Math.abs(profile.chance(player, action) - reply[action]);
                worst = gap <= worst ? worst : gap; // NaN is worst
            }
        }
        return worst;
    }

    /** What the residuals of all these amount to. */
    static Certificate certificate(Iterable<LogitEquilibrium> equilibria) {
        double worst = 0.0;
        for (final LogitEquilibrium equilibrium : equilibria) {
            worst = Math.max(worst, residual(equilibrium.game(), equilibrium.profile(), equilibrium.lambda()));
        }
        return new Certificate.Numeric(worst, "share");
    }

    private double[] reply(int player, double lambda) {
        final double base = game.payoffAt(player, 0); // constants do not matter, but large ones cost digits
        final double[] reply = new double[game.actions(player)];
        double best = Double.NEGATIVE_INFINITY;
        for (int action = 0; action < reply.length; action++) {
            reply[action] = lambda * earned(player, 0, action * game.stride(player), base);
            best = Math.max(best, reply[action]);
        }
        double sum = 0.0;
        for (int action = 0; action < reply.length; action++) {
            reply[action] = Math.exp(reply[action] - best);
            sum += reply[action];
        }
        for (int action = 0; action < reply.length; action++) {
            reply[action] /= sum;
        }
        return reply;
    }

    private double earned(int player, int from, int index, double base) {
        if (from == game.players()) {
            return game.payoffAt(player, index) - base;
        }
        if (from == player) {
            return earned(player, from + 1, index, base);
        }
        double sum = 0.0;
        for (int action = 0; action < game.actions(from); action++) {
            final double chance = profile.chance(from, action);
            if (chance > 0.0) {
                sum += chance * earned(player, from + 1, index + action * game.stride(from), base);
            }
        }
        return sum;
    }
}
