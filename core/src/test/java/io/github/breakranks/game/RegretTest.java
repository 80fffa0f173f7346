package io.github.breakranks.game;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Fraction;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegretTest {
    private static final NormalFormGame PENNIES =
            NormalFormGame.bimatrix(new long[][] {{9, 0}, {0, 1}}, new long[][] {{0, 1}, {1, 0}});

    @Test
    void nobodyRegretsTheMixtureOfAsymmetricPennies() {
        final StrategyProfile mixed = StrategyProfile.of(
                new Fraction[] {Fraction.of(1, 2), Fraction.of(1, 2)},
                new Fraction[] {Fraction.of(1, 10), Fraction.of(9, 10)});
        final Regret regret = Regret.of(PENNIES, mixed);
        assertTrue(regret.none());
        assertEquals(List.of(Fraction.of(9, 10), Fraction.of(1, 2)), regret.payoffs());
    }

    @Test
    void whoWouldRatherActOtherwiseRegretsTheDifference() {
        final Regret regret = Regret.of(PENNIES, StrategyProfile.pure(new int[] {2, 2}, 0, 1));
        assertEquals(List.of(Fraction.ONE, Fraction.ZERO), regret.regrets());
        assertFalse(regret.none());
        assertEquals("Regret: player 1 could gain 1.0 by acting otherwise", regret.toString());
    }

    @Test
    void threePlayersByFormula() {
        final NormalFormGame majority = NormalFormGame.of(
                new int[] {2, 2, 2},
                (player, chosen) -> chosen[0] + chosen[1] + chosen[2] >= 2 ? 1.0 + chosen[player] : 0.0);
        final Regret regret = Regret.of(majority, StrategyProfile.uniform(2, 2, 2));
        // acting pays 2 unless both others refrain, 3/4 * 2; refraining 1 if both act, 1/4; the mixture their mean
        assertEquals(Fraction.of(7, 8), regret.payoffs().get(0));
        assertEquals(Fraction.of(5, 8), regret.worst());
    }

    @Test
    void otherShapesAreRefused() {
        assertEquals(
                "profile must have the players and actions of the game [2 x 2], but was 2 x 3",
                assertThrows(IllegalArgumentException.class, () -> Regret.of(PENNIES, StrategyProfile.uniform(2, 3)))
                        .getMessage());
    }

    @Test
    void doublesOfAnySizeAreWhatTheyAre() {
        final double[] values = {
            0.0,
            -0.0,
            1.0,
            -3.0,
            0.1,
            -0.1,
            1e300,
            -1e300,
            1e-300,
            Double.MIN_VALUE,
            -Double.MIN_VALUE,
            Double.MAX_VALUE,
            Double.MIN_NORMAL,
            Math.PI,
            1L << 53,
            6.0,
            0x1.8p-1040
        };
        for (final double one : values) {
            for (final double other : values) {
                final NormalFormGame game =
                        NormalFormGame.of(new int[] {2}, (player, chosen) -> chosen[0] == 0 ? one : other);
                final Fraction exact = Fraction.exactly(one);
                assertEquals(exact, new Fraction(game.numeratorAt(0, 0), game.denominator(0)));
                final Fraction second = Fraction.exactly(other);
                assertEquals(second, new Fraction(game.numeratorAt(0, 1), game.denominator(0)));
                assertEquals(exact.denominator().max(second.denominator()), game.denominator(0));
            }
        }
    }

    @Test
    void denominatorsOfFractionsAreLeast() {
        final NormalFormGame game = NormalFormGame.exact(
                new int[] {3}, (player, chosen) -> Fraction.of(1, new int[] {6, 10, 1}[chosen[0]]));
        assertEquals(30, game.denominator(0).intValueExact());
        assertEquals(3, game.numeratorAt(0, 1).intValueExact());
    }

    @Test
    void aRegretBeyondFloatsIsShown() {
        final NormalFormGame large = NormalFormGame.bimatrix(new double[][] {{0}, {1e300}}, new double[][] {{0}, {0}});
        assertEquals(
                "Regret: player 1 could gain 1.0E300 by acting otherwise",
                Regret.of(large, StrategyProfile.pure(new int[] {2, 1}, 0, 0)).toString());
    }
}
