package io.github.breakranks.equilibrium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Fraction;
import io.github.breakranks.game.NormalFormGame;
import io.github.breakranks.game.StrategyProfile;
import java.util.Optional;
import java.util.SplittableRandom;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
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

    /** Symmetric 2 x 2 games: risk-dominant is p-dominant for p below 1/2, and the p of the two equilibria add up to 1 (Morris, Rob and Shin 1995). */
    @Property(tries = 100)
    void riskDominanceIsHalfDominance(@ForAll long seed) {
        final SplittableRandom random = new SplittableRandom(seed);
        final long[][] own = {{random.nextLong(20), random.nextLong(20)}, {random.nextLong(20), random.nextLong(20)}};
        Assume.that(own[0][0] > own[1][0] && own[1][1] > own[0][1]);
        final NormalFormGame game =
                NormalFormGame.bimatrix(own, new long[][] {{own[0][0], own[1][0]}, {own[0][1], own[1][1]}});
        final Fraction first = PDominance.of(game, 0, 0).least().orElseThrow();
        final Fraction second = PDominance.of(game, 1, 1).least().orElseThrow();
        assertEquals(Fraction.ONE, first.plus(second));
        final RiskDominance found = RiskDominance.of(game);
        assertEquals(
                first.equals(second)
                        ? Optional.empty()
                        : Optional.of(first.compareTo(second) < 0 ? found.first() : found.second()),
                found.dominant());
    }

    /** Carlsson and van Damme's selection in the large: from p on, and not below, the part is best whatever else the others do. */
    @Property(tries = 60)
    void belowItSomeBeliefSpeaksForAnotherAction(@ForAll long seed) {
        final NormalFormGame game = RandomNormalForms.drawn(new SplittableRandom(seed));
        final PureEquilibria all = PureNashSolver.solver().solve(game).orElseThrow();
        for (int k = 0; k < Math.min(2, all.count()); k++) {
            final PDominance found = PDominance.of(game, all.chosen(k));
            assertTrue(found.least().isPresent());
            for (int player = 0; player < game.players(); player++) {
                final Fraction p = found.byPlayer().get(player).orElseThrow();
                assertTrue(p.signum() >= 0 && p.compareTo(Fraction.ONE) <= 0);
                assertTrue(p.signum() == 0
                        || worst(game, all.chosen(k), player, p).signum() == 0
                        || p.equals(Fraction.ONE));
            }
        }
    }

    /** What his part earns more than the best other action at the worst, when the others do theirs with chance p. */
    private static Fraction worst(NormalFormGame game, int[] chosen, int player, Fraction p) {
        Fraction worst = null;
        for (int index = 0; index < game.profiles(); index++) {
            final int[] at = game.chosen(index);
            final int action = at[player];
            final int[] own = at.clone();
            own[player] = chosen[player];
            final int[] left = chosen.clone();
            left[player] = action;
            final Fraction sure = game.exactPayoff(player, chosen).minus(game.exactPayoff(player, left));
            final Fraction other = game.exactPayoff(player, own).minus(game.exactPayoff(player, at));
            final Fraction mean = p.times(sure).plus(p.complement().times(other));
            worst = worst == null || action != chosen[player] && mean.compareTo(worst) < 0 ? mean : worst;
        }
        return worst == null ? Fraction.ZERO : worst;
    }
}
