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
                "profile must have the players and actions of the game [[2, 2]], but was [2, 3]",
                assertThrows(IllegalArgumentException.class, () -> Regret.of(PENNIES, StrategyProfile.uniform(2, 3)))
                        .getMessage());
    }
}
