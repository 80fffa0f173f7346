package io.github.breakranks.equilibrium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.breakranks.answer.Fraction;
import io.github.breakranks.game.NormalFormGame;
import io.github.breakranks.game.StrategyProfile;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RiskDominanceTest {
    private static final NormalFormGame STAG_HUNT =
            NormalFormGame.bimatrix(new long[][] {{9, 0}, {8, 7}}, new long[][] {{9, 8}, {0, 7}});

    /** Both earn most by hunting the stag together, and the hare is less risky: 7 x 7 against 1 x 1. */
    @Test
    void hareRiskDominatesStag() {
        final RiskDominance found = RiskDominance.of(STAG_HUNT);
        assertEquals(
                StrategyProfile.pure(new int[] {2, 2}, 1, 1),
                found.dominant().orElseThrow().profile());
        assertEquals("Risk dominance: (0, 1) (0, 1), 49 against 1", found.toString());
        assertEquals(
                Optional.of(Fraction.of(7, 8)), PDominance.of(STAG_HUNT, 0, 0).least());
        assertEquals("p-dominant from 1/8 on", PDominance.of(STAG_HUNT, 1, 1).toString());
        assertEquals(
                "p-dominant at no p: no Nash equilibrium",
                PDominance.of(STAG_HUNT, 0, 1).toString());
    }

    /** Investing earns t together and t - 1 alone, holding back 0: investing is risk-dominant from t = 1/2 on (Carlsson and van Damme 1993). */
    @Test
    void investingIsRiskDominantFromOneHalf() {
        for (int eighths = 1; eighths < 8; eighths++) {
            final double t = eighths / 8.0;
            final NormalFormGame game =
                    NormalFormGame.bimatrix(new double[][] {{t, t - 1}, {0, 0}}, new double[][] {{t, 0}, {t - 1, 0}});
            final Optional<NashEquilibrium> dominant = RiskDominance.of(game).dominant();
            assertEquals(eighths != 4, dominant.isPresent());
            dominant.ifPresent(found -> assertEquals(t > 0.5, found.profile().chance(0, 0) == 1));
            assertEquals(
                    Optional.of(Fraction.of(8 - eighths, 8)),
                    PDominance.of(game, 0, 0).least());
        }
    }

    @Test
    void theSexesTie() {
        final RiskDominance found =
                RiskDominance.of(NormalFormGame.bimatrix(new long[][] {{0, 3}, {2, 0}}, new long[][] {{0, 2}, {3, 0}}));
        assertEquals(Optional.empty(), found.dominant());
        assertEquals("Risk dominance: neither, both 6", found.toString());
    }

    @Test
    void oneStrictEquilibriumIsNotEnough() {
        assertEquals(
                "game must be 2 x 2 [actions], but was Normal form of 1 player, 2 actions",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> RiskDominance.of(NormalFormGame.of(new int[] {2}, (player, chosen) -> 0)))
                        .getMessage());
        assertEquals(
                "game must have two strict equilibria [2 x 2 actions], but had not; see PDominance.of(game, chosen)",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> RiskDominance.of(NormalFormGame.zeroSum(new long[][] {{1, 0}, {0, 1}})))
                        .getMessage());
    }
}
