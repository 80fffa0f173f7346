package io.github.breakranks.equilibrium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Fraction;
import io.github.breakranks.game.NormalFormGame;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

class PotentialGameSolverTest {
    private static ExactPotential solve(NormalFormGame game) {
        final Answer<ExactPotential> answer = PotentialGameSolver.solver().solve(game);
        assertInstanceOf(Certificate.Proven.class, answer.certificate(), answer::toString);
        return answer.orElseThrow();
    }

    /** Monderer and Shapley (1996), section 2: the prisoners' game (1, 1; 9, 0 / 0, 9; 6, 6) has the potential 4, 3; 3, 0, up to a constant. */
    @Test
    void prisonersDilemma() {
        final ExactPotential found =
                solve(NormalFormGame.bimatrix(new long[][] {{1, 9}, {0, 6}}, new long[][] {{1, 0}, {9, 6}}));
        assertEquals(
                List.of("0", "-1", "-1", "-4"),
                List.of(found.of(0, 0), found.of(0, 1), found.of(1, 0), found.of(1, 1)).stream()
                        .map(Fraction::toString)
                        .toList());
        assertEquals(List.of("1", "1"), found.maximisers().actions(0));
        assertEquals("ExactPotential[greatest at [1, 1]]", found.toString());
        assertEquals(List.of("2", "2", -4.0), found.table().rows().get(3));
    }

    @Test
    void penniesHaveNone() {
        final ExactPotential found = solve(NormalFormGame.zeroSum(new long[][] {{1, -1}, {-1, 1}}));
        assertFalse(found.exists());
        assertEquals(
                "No exact potential: players 1 and 2 move from [1, 1] over [2, 1], [2, 2] and [1, 2] back to where they were,"
                        + " and gain -8 on the way.",
                found.explain());
        assertEquals(
                "there is no exact potential: " + found.explain(),
                assertThrows(IllegalStateException.class, found::maximisers).getMessage());
    }

    /** Monderer and Shapley (1996), section 1: Cournot with linear demand has one, also with more than two firms. */
    @Test
    void cournotWithLinearDemand() {
        final ExactPotential found = solve(SupermodularSolverTest.cournot(3));
        assertTrue(found.exists());
        found.maximisers().forEach(each -> assertTrue(each.regret().none()));
    }

    @Test
    void theVerifierSeesMistakes() {
        final NormalFormGame game =
                NormalFormGame.bimatrix(new long[][] {{1, 9}, {0, 6}}, new long[][] {{1, 0}, {9, 6}});
        final BigInteger[] wrong = {BigInteger.ZERO, BigInteger.ONE, BigInteger.ONE, BigInteger.TWO};
        assertEquals(
                new Certificate.Unproven("checked again, the potential does not grow by what player 1 gains"),
                PotentialGameVerifier.certify(new ExactPotential(game, wrong, BigInteger.ONE)));
        assertEquals(
                new Certificate.Unproven("checked again, the four-cycle named closes"),
                PotentialGameVerifier.certify(new ExactPotential(game, new BigInteger[0], BigInteger.ONE, 0, 1, 0)));
    }

    @Test
    void gamesTooLargeAreRefused() {
        final NormalFormGame large = NormalFormGame.of(new int[] {4_000_001}, (player, chosen) -> 0);
        assertEquals(
                "game must have at most 4000000 combinations of actions [count; 40 bytes each], but was of 4000001",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> PotentialGameSolver.solver().solve(large))
                        .getMessage());
    }
}
