package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Fraction;
import io.github.breakranks.game.NormalFormGame;
import io.github.breakranks.game.Regret;
import io.github.breakranks.game.StrategyProfile;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.Halted;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;

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
        return inProportion(weights, () -> true);
    }

    /** The same; {@link Halted} is thrown where it may not go on. */
    static Fraction[] inProportion(BigInteger[] weights, BooleanSupplier mayGoOn) {
        final BigInteger sum = Arrays.stream(weights).reduce(BigInteger.ZERO, BigInteger::add);
        final Fraction[] chances = new Fraction[weights.length];
        for (int action = 0; action < chances.length; action++) {
            Halted.unless(mayGoOn);
            chances[action] = sum.signum() == 0
                    ? Fraction.of(1, weights.length)
                    : weights[action].signum() == 0 ? Fraction.ZERO : new Fraction(weights[action], sum);
        }
        return chances;
    }

    /** The equilibrium, or what else it is, of these weights of the actions of both. */
    static NashEquilibrium of(NormalFormGame game, BigInteger[] row, BigInteger[] column) {
        return NashEquilibrium.of(game, StrategyProfile.of(inProportion(row), inProportion(column)));
    }

    /** The same; empty where its regret may not be computed to the end. {@link Halted} is thrown where it may not go on before. */
    static Optional<NashEquilibrium> of(
            NormalFormGame game, BigInteger[] row, BigInteger[] column, BooleanSupplier mayGoOn) {
        final StrategyProfile profile = StrategyProfile.of(inProportion(row, mayGoOn), inProportion(column, mayGoOn));
        return Regret.of(game, profile, mayGoOn).map(regret -> new NashEquilibrium(game, profile, regret));
    }
}
