package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Fraction;
import io.github.breakranks.game.NormalFormGame;
import java.math.BigInteger;

/**
 * What each player's payoffs are above his least one, each rounded once: only differences matter, and of payoffs that are large beside them
 * the nearest doubles lose what sets them apart.
 */
final class ExactGains {
    private static final double WHOLE = 0x1p53;
    private static final double APART =
            0.25; // of the largest payoff: then doubles tell payoffs apart as well as differences

    private ExactGains() {}

    /** By player and combination, [payoff]; infinite where doubles do not reach. */
    static double[][] of(NormalFormGame game) {
        final double[][] gains = new double[game.players()][];
        for (int player = 0; player < gains.length; player++) {
            gains[player] = of(game, player);
        }
        return gains;
    }

    private static double[] of(NormalFormGame game, int player) {
        int least = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int index = 0; index < game.profiles(); index++) {
            least = game.compareAt(player, index, least) < 0 ? index : least;
            most = Math.max(most, game.payoffAt(player, index));
        }
        final double from = game.payoffAt(player, least);
        final double largest = Math.max(-from, most);
        final boolean whole = largest <= WHOLE && game.denominator(player).equals(BigInteger.ONE);
        final boolean told = whole || most - from >= APART * largest;
        final double[] gains = new double[game.profiles()];
        final BigInteger unit = told ? BigInteger.ONE : game.denominator(player);
        final BigInteger exactly = told ? BigInteger.ZERO : game.numeratorAt(player, least);
        for (int index = 0; index < gains.length; index++) {
            gains[index] = told
                    ? game.payoffAt(player, index) - from
                    : new Fraction(game.numeratorAt(player, index).subtract(exactly), unit).value();
        }
        return gains;
    }
}
