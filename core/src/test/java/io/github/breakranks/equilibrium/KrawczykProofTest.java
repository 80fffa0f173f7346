package io.github.breakranks.equilibrium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.game.KnownGames;
import io.github.breakranks.game.NormalFormGame;
import io.github.breakranks.game.StrategyProfile;
import org.junit.jupiter.api.Test;

class KrawczykProofTest {
    private static final double Q = (Math.sqrt(601) - 13) / 24;
    private static final double P = (9 * Q - 1) / (7 * Q + 2);
    private static final double R = (2 - 3 * Q) / (1 + Q);

    private static KrawczykProof of(NormalFormGame game, StrategyProfile profile) {
        return KrawczykProof.of(game, PayoffBounds.of(game), profile);
    }

    private static StrategyProfile mixed(double... first) {
        final double[][] chances = new double[first.length][];
        for (int player = 0; player < first.length; player++) {
            chances[player] = new double[] {first[player], 1 - first[player]};
        }
        return StrategyProfile.of(chances);
    }

    @Test
    void provesTheIrrationalEquilibrium() {
        final KrawczykProof proof = of(KnownGames.irrational(), mixed(P, Q, R));
        assertNotNull(proof);
        assertEquals(1e-13, proof.radius());
        assertEquals(1, proof.index());
        assertTrue(proof.within() < 1e-14);
        assertEquals(
                "proven: Krawczyk: one equilibrium within 1e-13 of it",
                proof.certificate().sentence());
    }

    @Test
    void claimsNoMoreThanTheDistanceAllows() {
        final KrawczykProof proof = of(KnownGames.irrational(), mixed(P + 1e-9, Q, R));
        assertNotNull(proof);
        assertEquals(1e-8, proof.radius());
        assertTrue(proof.within() > 1e-9);
        assertNull(of(KnownGames.irrational(), mixed(P + 1e-6, Q, R)));
    }

    /** The second and third player's equations hold at (1/2, 1/2) of the first, who would rather do otherwise. */
    @Test
    void provesNothingWhereSomebodyWouldLeave() {
        final NormalFormGame game = KnownGames.nineEquilibria();
        assertNotNull(of(game, StrategyProfile.pure(game.shape(), 0, 0, 0)));
        assertNull(of(game, StrategyProfile.pure(game.shape(), 0, 0, 1)));
        assertNull(of(game, mixed(0.5, 0.5, 0.5)));
    }

    @Test
    void provesNothingAtATie() {
        final NormalFormGame game = NormalFormGame.of(
                new int[] {2, 2, 2}, (player, chosen) -> player == 0 ? 1 : chosen[0] + chosen[player]);
        assertNull(of(game, StrategyProfile.pure(game.shape(), 0, 1, 1)));
    }

    /** Where every mixture is an equilibrium the derivative is singular. */
    @Test
    void provesNothingInAContinuum() {
        final NormalFormGame game = NormalFormGame.of(new int[] {2, 2, 2}, (player, chosen) -> 1);
        assertNull(of(game, mixed(0.3, 0.4, 0.5)));
    }

    /** Chances that do not add up to the last digit would be scaled, and with them the distance. */
    @Test
    void provesNothingOfChancesThatDoNotAddUp() {
        assertNull(of(
                KnownGames.irrational(),
                StrategyProfile.of(new double[] {P, 1 - P + 1e-10}, new double[] {Q, 1 - Q}, new double[] {R, 1 - R})));
    }

    @Test
    void payoffsOfAnySizeAreScaled() {
        final NormalFormGame game = KnownGames.irrational();
        final NormalFormGame huge = NormalFormGame.of(
                game.shape(),
                (player, chosen) -> (player == 0 ? 1e200 : player == 1 ? 1e-200 : 1) * game.payoff(player, chosen));
        final KrawczykProof proof = of(huge, mixed(P, Q, R));
        assertNotNull(proof);
        assertEquals(1e-13, proof.radius());
    }

    /** The first player's third action earns as much as the two that he takes, and chances are golden: the proof is with it and without it. */
    @Test
    void besideATieTheProofNeedsThePoint() {
        final NormalFormGame game =
                ManyPlayerSolverTest.game("3 2 2", "001 100 011 110 110 011 001 011 010 010 100 101");
        final PayoffBounds payoffs = PayoffBounds.of(game);
        final StrategyProfile found =
                ManyPlayerSolver.solver().solve(game).value().profile();
        final KrawczykProof proof = KrawczykProof.of(game, payoffs, found);
        assertNotNull(proof);
        assertTrue(proof.tie());
        assertEquals(1, proof.index());
        assertTrue(proof.within() <= proof.radius());
        for (final double off : new double[] {1e-6, -1e-6}) {
            final double[][] moved = {found.chances(0), found.chances(1), found.chances(2)};
            moved[1][0] += off;
            moved[1][1] -= off;
            assertNull(KrawczykProof.of(game, payoffs, StrategyProfile.of(moved)));
        }
    }

    /** Indifference that no chance of his own removes: the derivative with the action is singular, and nothing is proven. */
    @Test
    void aTieAtAPureProfileIsNotProvenByIntervals() {
        final NormalFormGame game =
                NormalFormGame.of(new int[] {2, 2, 2}, (player, chosen) -> player == 0 ? 1 : chosen[player]);
        assertNull(KrawczykProof.of(game, PayoffBounds.of(game), StrategyProfile.pure(game.shape(), 0, 1, 1)));
    }
}
