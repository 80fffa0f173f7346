package io.github.breakranks.equilibrium;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Fraction;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.game.NormalFormGame;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class PureNashSolverTest {
    private static final PureNashSolver SOLVER = PureNashSolver.solver();
    private static final NormalFormGame SEXES = NormalFormGame.bimatrix(
                    new long[][] {{3, 0}, {0, 2}}, new long[][] {{2, 0}, {0, 3}})
            .named(
                    "Battle of the sexes",
                    List.of("he", "she"),
                    List.of(List.of("fight", "opera"), List.of("fight", "opera")));

    private static PureEquilibria solve(NormalFormGame game) {
        return SOLVER.solve(game).orElseThrow();
    }

    /** Tucker's prisoners; Luce and Raiffa (1957), Games and Decisions, section 5.4: both confess. */
    @Test
    void prisonersConfess() {
        final Answer<PureEquilibria> answer = SOLVER.solve(NormalFormGame.bimatrix(
                new long[][] {{-1, -10}, {0, -8}}, new long[][] {{-1, 0}, {-10, -8}}));
        assertArrayEquals(new int[] {3}, answer.value().indices());
        assertEquals(
                new Certificate.Proven(
                        "in each one listed nobody gains by acting otherwise, in each other one somebody does",
                        List.of()),
                answer.certificate());
        assertTrue(answer.value().equilibrium(0).regret().none());
    }

    /** Luce and Raiffa (1957), section 5.3: both go to the one or both to the other. */
    @Test
    void battleOfTheSexes() {
        final PureEquilibria found = solve(SEXES);
        assertEquals(2, found.count());
        assertEquals(List.of("opera", "opera"), found.actions(1));
        assertTrue(found.contains(0, 0));
        assertFalse(found.contains(0, 1));
        assertEquals("PureEquilibria[2 of 4 combinations]", found.toString());
        assertEquals(
                "Of 4 combinations of actions nobody gains by leaving 2: fight, fight; opera, opera.", found.explain());
        assertEquals(List.of("fight", "fight", 3.0, 2.0), found.table().rows().get(0));
        assertEquals(2, found.stream().count());
    }

    @Test
    void penniesHaveNone() {
        final PureEquilibria found = solve(NormalFormGame.zeroSum(new long[][] {{1, -1}, {-1, 1}}));
        assertEquals(0, found.count());
        assertTrue(found.complete());
        assertEquals(
                "There is no pure Nash equilibrium: in each of the 4 combinations of actions somebody gains by acting otherwise.",
                found.explain());
    }

    @Test
    void whereNothingMattersAllAre() {
        assertEquals(
                27,
                solve(NormalFormGame.of(new int[] {3, 3, 3}, (player, chosen) -> 1))
                        .count());
    }

    /** 0.1 + 0.2 is above 0.3 in doubles, and not in decimals. */
    @Test
    void tiesAreExact() {
        final NormalFormGame game =
                NormalFormGame.of(new int[] {2}, (player, chosen) -> chosen[0] == 0 ? 0.1 + 0.2 : 0.3);
        assertEquals(1, solve(game).count());
        final NormalFormGame decimals = NormalFormGame.exact(
                new int[] {2},
                (player, chosen) ->
                        chosen[0] == 0 ? Fraction.parse("0.1").plus(Fraction.parse("0.2")) : Fraction.parse("0.3"));
        assertEquals(2, solve(decimals).count());
        final NormalFormGame huge = NormalFormGame.exact(
                new int[] {2}, (player, chosen) -> Fraction.parse(chosen[0] == 0 ? "1e400" : "1e401"));
        assertArrayEquals(new int[] {1}, solve(huge).indices());
    }

    /** A wrong list does not pass, one too many nor one too few. */
    @Test
    void theVerifierSeesMistakes() {
        final BitSet listed = new BitSet();
        listed.set(0);
        assertEquals(
                new Certificate.Unproven("asked again, nobody gains by leaving combination 3"),
                PureNashVerifier.certify(SEXES, listed));
        listed.set(3);
        assertInstanceOf(Certificate.Proven.class, PureNashVerifier.certify(SEXES, listed));
        listed.set(2);
        assertEquals(
                new Certificate.Unproven("asked again, somebody gains by leaving combination 2"),
                PureNashVerifier.certify(SEXES, listed));
    }

    @Test
    void aWatchStopsIt() {
        final Answer<PureEquilibria> answer = SOLVER.solve(SEXES, Watch.none().withCancel(() -> true));
        assertInstanceOf(Answer.Stopped.class, answer);
        assertEquals("PureEquilibria[not finished]", answer.value().toString());
        assertEquals(
                "cancelled; raise the limit",
                assertThrows(IllegalStateException.class, answer::orElseThrow).getMessage());
    }
}
