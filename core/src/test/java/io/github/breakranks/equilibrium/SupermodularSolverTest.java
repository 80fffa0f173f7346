package io.github.breakranks.equilibrium;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.game.NormalFormGame;
import io.github.breakranks.game.StrategyProfile;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SupermodularSolverTest {
    private static final NormalFormGame STAG_HUNT = NormalFormGame.bimatrix(
                    new long[][] {{7, 8}, {0, 9}}, new long[][] {{7, 0}, {8, 9}})
            .named("Stag hunt", List.of("a", "b"), List.of(List.of("hare", "stag"), List.of("hare", "stag")));

    private static Supermodular solve(NormalFormGame game) {
        final Answer<Supermodular> answer = SupermodularSolver.solver().solve(game);
        assertInstanceOf(Certificate.Proven.class, answer.certificate(), answer::toString);
        return answer.orElseThrow();
    }

    /** Whole quantities 0 to 10, price 10 less their sum, cost 1 each: the best reply to q is (9 - q) / 2. */
    static NormalFormGame cournot(int firms) {
        final int[] actions = new int[firms];
        Arrays.fill(actions, 11);
        return NormalFormGame.of(
                actions,
                (firm, quantities) ->
                        quantities[firm] * (9.0 - Arrays.stream(quantities).sum()));
    }

    @Test
    void stagHunt() {
        final Supermodular found = solve(STAG_HUNT);
        assertTrue(found.supermodular());
        assertFalse(found.unique());
        assertEquals(StrategyProfile.pure(new int[] {2, 2}, 0, 0), found.least().profile());
        assertEquals(
                StrategyProfile.pure(new int[] {2, 2}, 1, 1), found.greatest().profile());
        assertEquals("Supermodular[least [hare, hare], greatest [stag, stag]]", found.toString());
        assertEquals(
                "Each gains more by doing more when others do. Every equilibrium lies between [hare, hare] and [stag, stag],"
                        + " and so does all that survives iterated dominance.",
                found.explain());
        assertEquals(
                "[[a, hare, stag, false], [b, hare, stag, false]]",
                found.table().rows().toString());
    }

    /** Vives (1990): Cournot duopoly is supermodular once one firm's quantities count downwards; equilibria at sums of 6, around 3 each. */
    @Test
    void cournotDuopolyTurnedRound() {
        final Supermodular found = solve(cournot(2));
        assertFalse(found.turned(0));
        assertTrue(found.turned(1));
        assertEquals(
                StrategyProfile.pure(new int[] {11, 11}, 2, 4), found.least().profile());
        assertEquals(
                StrategyProfile.pure(new int[] {11, 11}, 4, 2), found.greatest().profile());
        assertArrayEquals(new int[] {4, 3, 2}, found.between(1));
        final PureEquilibria all = PureNashSolver.solver().solve(cournot(2)).orElseThrow();
        assertEquals(3, all.count());
    }

    /** With three firms no choice of firms to turn round works, as each two are substitutes. */
    @Test
    void threeFirmsAreNot() {
        final Supermodular found = solve(cournot(3));
        assertFalse(found.supermodular());
        assertEquals(
                "Not supermodular: players 2 and 3 close a loop round which no choice of orders makes everybody's actions complements.",
                found.explain());
        assertEquals(
                "no least and greatest equilibrium are claimed: " + found.explain(),
                assertThrows(IllegalStateException.class, found::least).getMessage());
    }

    @Test
    void penniesAreNot() {
        final Supermodular found = solve(NormalFormGame.zeroSum(new long[][] {{1, -1}, {-1, 1}}));
        assertEquals(
                "Not supermodular: player 1 gains more by a step up when player 2 takes one at [1, 1],"
                        + " and player 2 gains less when player 1 does at [1, 1].",
                found.explain());
        assertEquals("Supermodular[no]", found.toString());
    }

    @Test
    void oneGainMayChangeBothWays() {
        final Supermodular found = solve(NormalFormGame.bimatrix(
                new long[][] {{0, 0, 0}, {0, 1, 0}}, new long[][] {{0, 0, 0}, {0, 0, 0}}));
        assertEquals(
                "Not supermodular: player 1 gains more by a step up when player 2 takes one at [1, 1], and less at [1, 2].",
                found.explain());
    }

    @Test
    void theVerifierSeesMistakes() {
        assertEquals(
                new Certificate.Unproven("moved one by one, play comes to other ends"),
                SupermodularVerifier.certify(STAG_HUNT, new int[] {0, 0}, 0, 0));
        assertEquals(
                new Certificate.Unproven("checked again, player 0 gains less when player 1 does more"),
                SupermodularVerifier.certify(cournot(2), new int[] {0, 0}, 0, 0));
        assertEquals(
                new Certificate.Unproven("checked again, the cells named do not clash"),
                SupermodularVerifier.refutes(STAG_HUNT, new Complements.Clash(0, 1, 1, 0, 0)));
        assertEquals(
                new Certificate.Unproven("checked again, turning round players 0 works"),
                SupermodularVerifier.refutes(STAG_HUNT, new Complements.Clash(0, 0, 1, -1, -1)));
    }

    @Test
    void aWatchStopsIt() {
        final Answer<Supermodular> answer =
                SupermodularSolver.solver().solve(STAG_HUNT, Watch.none().withCancel(() -> true));
        assertEquals("Supermodular[not finished]", answer.value().toString());
        assertEquals(
                "cancelled; raise the limit",
                assertThrows(IllegalStateException.class, answer::orElseThrow).getMessage());
    }
}
