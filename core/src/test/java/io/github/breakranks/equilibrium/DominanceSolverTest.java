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
import io.github.breakranks.game.StrategyProfile;
import java.util.List;
import org.junit.jupiter.api.Test;

class DominanceSolverTest {
    private static final DominanceSolver SOLVER = DominanceSolver.solver();
    private static final Fraction HALF = Fraction.of(1, 2);

    /** The middle row is beaten by half of each other row, and by neither alone; without it the left column falls, and so on. */
    private static final NormalFormGame BY_MIXTURE = NormalFormGame.bimatrix(
                    new long[][] {{4, 0}, {1, 1}, {0, 4}}, new long[][] {{1, 2}, {3, 0}, {1, 2}})
            .named("", List.of("row", "column"), List.of(List.of("up", "middle", "down"), List.of("left", "right")));

    private static Undominated solve(NormalFormGame game) {
        final Answer<Undominated> answer = SOLVER.solve(game);
        assertInstanceOf(Certificate.Proven.class, answer.certificate(), answer::toString);
        return answer.orElseThrow();
    }

    @Test
    void prisonersConfess() {
        final Undominated left =
                solve(NormalFormGame.bimatrix(new long[][] {{-1, -10}, {0, -8}}, new long[][] {{-1, 0}, {-10, -8}}));
        assertTrue(left.solved());
        assertTrue(left.rationalizable());
        assertArrayEquals(new int[] {1}, left.kept(0));
        assertEquals(1, left.rounds());
        assertEquals("Undominated[1 x 1 of 2 x 2 actions, 1 round]", left.toString());
        assertEquals(
                "Round 1: player 1 drops 1, as he earns more by 2. Round 1: player 2 drops 1, as he earns more by 2. "
                        + "One action is left to each, all of it rationalizable.",
                left.explain());
    }

    @Test
    void aMixtureDominatesWhereNoActionDoes() {
        final Undominated left = solve(BY_MIXTURE);
        assertEquals(
                new Elimination(1, 0, 1, List.of(HALF, Fraction.ZERO, HALF), true),
                left.eliminations().get(0));
        assertEquals(
                "[[1, row, middle, strictly, 1/2 up + 1/2 down], [2, column, left, strictly, right], [3, row, up, strictly, down]]",
                left.table().rows().toString());
        assertArrayEquals(new int[] {2}, left.kept(0));
        assertArrayEquals(new int[] {1}, left.kept(1));
        assertEquals(0, SOLVER.withoutMixtures().solve(BY_MIXTURE).orElseThrow().rounds());
    }

    @Test
    void whatIsLeftLeadsBack() {
        final Undominated left = solve(BY_MIXTURE);
        assertEquals(1, left.reduced().profiles());
        assertEquals("down", left.reduced().action(0, 0));
        assertEquals(StrategyProfile.pure(new int[] {3, 2}, 2, 1), left.original(StrategyProfile.uniform(1, 1)));
        assertEquals(
                "reduced must have the actions left of player 1 [1], but had 2",
                assertThrows(IllegalArgumentException.class, () -> left.original(StrategyProfile.uniform(1, 2)))
                        .getMessage());
    }

    /** Neither row is best against a pure column, the third row is against half of each; no row is dominated. */
    @Test
    void whatIsLeftIsBestUnderABelief() {
        final NormalFormGame game = NormalFormGame.bimatrix(
                        new long[][] {{3, 0}, {0, 3}, {2, 2}}, new long[][] {{1, 0}, {0, 1}, {0, 0}})
                .named("", List.of("a", "b"), List.of(List.of("x", "y", "z"), List.of("l", "r")));
        final Undominated left = solve(game);
        assertEquals(0, left.rounds());
        assertEquals(2, left.belief(0, 2).rows().size());
        assertEquals("[[l, 1.0]]", left.belief(0, 0).rows().toString());
        assertEquals(
                "No action is dominated. What is left is a game of 2 players, 3 x 2 actions, all of it rationalizable.",
                left.explain());
        assertEquals(
                "action must be one that is left to player 0, [2], but was 0",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> solve(BY_MIXTURE).belief(0, 0))
                        .getMessage());
    }

    @Test
    void weakDominanceTakesWhatIsNeverBetter() {
        final NormalFormGame game =
                NormalFormGame.bimatrix(new long[][] {{1, 1}, {1, 0}}, new long[][] {{1, 0}, {0, 1}});
        assertEquals(0, solve(game).rounds());
        final Answer<Undominated> weak = SOLVER.weak().solve(game);
        assertInstanceOf(Certificate.Proven.class, weak.certificate());
        assertTrue(weak.value().solved());
        assertFalse(weak.value().rationalizable());
        assertFalse(weak.value().eliminations().get(0).strictly());
        assertEquals(
                "Round 1: player 1 drops 2, as he never earns less by 1. Round 2: player 2 drops 2, as he earns more by 1. "
                        + "One action is left to each. Another order of striking out may leave something else.",
                weak.value().explain());
    }

    /** Half of each corner is as good as the middle in one column and better in the other. */
    @Test
    void weakDominanceByAMixture() {
        final NormalFormGame game = NormalFormGame.bimatrix(
                new long[][] {{4, 0, 2}, {0, 4, 2}, {2, 2, 1}}, new long[][] {{1, 1, 1}, {1, 1, 1}, {1, 1, 1}});
        final Answer<Undominated> weak = SOLVER.weak().solve(game);
        assertInstanceOf(Certificate.Proven.class, weak.certificate(), weak::toString);
        assertEquals(
                List.of(new Elimination(1, 0, 2, List.of(HALF, HALF, Fraction.ZERO), false)),
                weak.value().eliminations());
        assertEquals(0, solve(game).rounds());
    }

    /** To be near a third of the sum of two guesses: the best reply to b is b/2, so rounds halve the highest guess, down to 1 and 0, which tie. */
    @Test
    void guessesUnravel() {
        final NormalFormGame game = NormalFormGame.exact(new int[] {21, 21}, (player, chosen) -> {
            final Fraction target = Fraction.of(chosen[0] + chosen[1], 3);
            final Fraction miss = Fraction.of(chosen[player], 1).minus(target);
            return miss.times(miss).negated();
        });
        final Undominated left = solve(game);
        assertArrayEquals(new int[] {0, 1}, left.kept(0));
        assertEquals(5, left.rounds());
    }

    @Test
    void theVerifierSeesMistakes() {
        final Undominated left = solve(BY_MIXTURE);
        final List<Elimination> wrong =
                List.of(new Elimination(1, 0, 1, List.of(Fraction.ONE, Fraction.ZERO, Fraction.ZERO), true));
        final Undominated mistaken =
                new Undominated(SOLVER, BY_MIXTURE, new int[][] {{0, 2}, {0, 1}}, wrong, new Belief[2][2]);
        assertEquals(
                new Certificate.Unproven("checked again, action 1 of player 0 is not dominated"),
                DominanceVerifier.certify(mistaken));
        final Undominated tooMany =
                new Undominated(SOLVER, BY_MIXTURE, new int[][] {{0, 1, 2}, {0, 1}}, List.of(), new Belief[][] {
                    {Belief.sure(0), Belief.sure(0), Belief.sure(1)}, {Belief.sure(2), Belief.sure(0)}
                });
        assertEquals(
                new Certificate.Unproven("checked again, action 1 of player 0 has no belief under which it is best"),
                DominanceVerifier.certify(tooMany));
        final Undominated gone = new Undominated(
                SOLVER, BY_MIXTURE, new int[][] {{2}, {1}}, left.eliminations().subList(0, 2), new Belief[2][1]);
        assertEquals(
                new Certificate.Unproven("action 0 of player 0 went without a reason"),
                DominanceVerifier.certify(gone));
    }

    @Test
    void aWatchStopsIt() {
        final Answer<Undominated> answer = SOLVER.solve(BY_MIXTURE, Watch.none().withCancel(() -> true));
        assertEquals(
                "cancelled; raise the limit",
                assertThrows(IllegalStateException.class, answer::orElseThrow).getMessage());
        assertTrue(answer.value().keeps(0, 1));
    }
}
