package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Certificate;
import io.github.breakranks.game.NormalFormGame;
import io.github.breakranks.game.StrategyProfile;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Iterator;

/**
 * Puts profiles into the definition of logit equilibrium: what every action earns more than the likeliest is summed over all combinations of
 * what the others do, and the chances are compared with the logit of it. It shares nothing with the solver.
 *
 * <p>Differences are taken before anything is rounded, in fractions where the payoffs are close together: what all payoffs have in common
 * does not matter, but would cost the digits.
 */
final class LogitVerifier {
    private static final double WHOLE = 0x1p53;
    private static final double APART = 0.5; // of the larger payoff: then the nearest doubles differ by as much

    private final NormalFormGame game;
    private final boolean[] whole;
    private final int[] likeliest;
    private final double[][] gains; // over the likeliest action, by player and combination

    private LogitVerifier(NormalFormGame game) {
        this.game = game;
        whole = new boolean[game.players()];
        likeliest = new int[game.players()];
        Arrays.fill(likeliest, -1);
        gains = new double[game.players()][];
        for (int player = 0; player < whole.length; player++) {
            whole[player] = whole(player);
        }
    }

    /** For one profile after another of a game. */
    static LogitVerifier of(NormalFormGame game) {
        return new LogitVerifier(game);
    }

    /** Whether a player's payoffs are whole numbers that doubles hold. */
    private boolean whole(int player) {
        boolean all = game.denominator(player).equals(BigInteger.ONE);
        for (int index = 0; all && index < game.profiles(); index++) {
            all = Math.abs(game.payoffAt(player, index)) <= WHOLE;
        }
        return all;
    }

    /** The most by which any chance differs from {@code exp(lambda u_a) / sum over b of exp(lambda u_b)} [share]. */
    static double residual(NormalFormGame game, StrategyProfile profile, double lambda) {
        return of(game).residual(profile, lambda);
    }

    /** The same of a profile of this game. */
    double residual(StrategyProfile profile, double lambda) {
        double worst = 0.0;
        for (int player = 0; player < game.players(); player++) {
            final double[] reply = reply(profile, player, lambda);
            for (int action = 0; action < reply.length; action++) {
                final double gap = Math.abs(profile.chance(player, action) - reply[action]);
                worst = gap <= worst ? worst : gap; // NaN is worst
            }
        }
        return worst;
    }

    /** What the residuals of all these, equilibria of one game, amount to. */
    static Certificate certificate(Iterable<LogitEquilibrium> equilibria) {
        double worst = 0.0;
        final Iterator<LogitEquilibrium> all = equilibria.iterator();
        LogitVerifier verifier = null;
        while (all.hasNext()) {
            final LogitEquilibrium equilibrium = all.next();
            verifier = verifier == null ? of(equilibrium.game()) : verifier;
            worst = Math.max(worst, verifier.residual(equilibrium.profile(), equilibrium.lambda()));
        }
        return new Certificate.Numeric(worst, "share");
    }

    private double[] reply(StrategyProfile profile, int player, double lambda) {
        compareWithLikeliest(profile, player);
        final double[] reply = new double[game.actions(player)];
        double best = Double.NEGATIVE_INFINITY;
        for (int action = 0; action < reply.length; action++) {
            reply[action] = lambda * earned(profile, player, 0, action * game.stride(player));
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

    /** Takes what a player's actions gain over the one with the greatest chance: differences between rare ones matter little. */
    private void compareWithLikeliest(StrategyProfile profile, int player) {
        int most = 0;
        for (int action = 1; action < game.actions(player); action++) {
            most = profile.chance(player, action) > profile.chance(player, most) ? action : most;
        }
        if (most == likeliest[player]) {
            return;
        }
        likeliest[player] = most;
        final int stride = game.stride(player);
        final double[] over = new double[game.profiles()];
        for (int index = 0; index < over.length; index++) {
            over[index] = gain(player, index, index + (most - index / stride % game.actions(player)) * stride);
        }
        gains[player] = over;
    }

    private double gain(int player, int to, int from) {
        final double more = game.payoffAt(player, to);
        final double less = game.payoffAt(player, from);
        return whole[player] || Math.abs(more - less) >= APART * Math.max(Math.abs(more), Math.abs(less))
                ? more - less
                : game.compareAt(player, to, from) == 0
                        ? 0.0
                        : game.exactPayoffAt(player, to)
                                .minus(game.exactPayoffAt(player, from))
                                .value();
    }

    private double earned(StrategyProfile profile, int player, int from, int index) {
        if (from == game.players()) {
            return gains[player][index];
        }
        if (from == player) {
            return earned(profile, player, from + 1, index);
        }
        double sum = 0.0;
        for (int action = 0; action < game.actions(from); action++) {
            final double chance = profile.chance(from, action);
            if (chance > 0.0) {
                sum += chance * earned(profile, player, from + 1, index + action * game.stride(from));
            }
        }
        return sum;
    }
}
