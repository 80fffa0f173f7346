package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Fraction;
import io.github.breakranks.game.NormalFormGame;
import io.github.breakranks.game.StrategyProfile;
import io.github.breakranks.internal.Checks;
import java.math.BigInteger;
import java.util.Arrays;

/** What solvers of games of two players share: that there are two, and mixtures from whole weights. */
final class TwoPlayers {
    private TwoPlayers() {}

    /** This game, if it has two players. */
    static NormalFormGame checked(NormalFormGame game) {
        if (game.players() != 2) {
            throw Checks.refused(
                    "game must have 2 players [count], but was of %s; ManyPlayerSolver solves games of more",
                    game.players());
        }
        return game;
    }

    /** Chances in proportion to weights, none below 0; the same for all where all weights are 0. */
    static Fraction[] inProportion(BigInteger[] weights) {
        final BigInteger sum = Arrays.stream(weights).reduce(BigInteger.ZERO, BigInteger::add);
        final Fraction[] chances = new Fraction[weights.length];
        Arrays.setAll(
                chances,
                action -> sum.signum() == 0
                        ? Fraction.of(1, weights.length)
                        : weights[action].signum() == 0 ? Fraction.ZERO : new Fraction(weights[action], sum));
        return chances;
    }

    /** The equilibrium, or what else it is, of these weights of the actions of both. */
    static NashEquilibrium of(NormalFormGame game, BigInteger[] row, BigInteger[] column) {
        return NashEquilibrium.of(game, StrategyProfile.of(inProportion(row), inProportion(column)));
    }
}
