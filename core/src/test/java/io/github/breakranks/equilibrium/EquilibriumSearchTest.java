package io.github.breakranks.equilibrium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Fraction;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.game.DualCyclic;
import io.github.breakranks.game.NormalFormGame;
import io.github.breakranks.game.Regret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The last resort by itself, as floating point leaves it little to do. */
class EquilibriumSearchTest {

    @ParameterizedTest
    @ValueSource(ints = {2, 6, 10})
    void wholeNumbersAloneSolveTheHardestGames(int d) {
        final NormalFormGame game = DualCyclic.hardToSolve(d);
        final NashEquilibrium found = new EquilibriumSearch(game, Watch.none()).inWholeNumbers();
        assertTrue(found != null && Regret.of(game, found.profile()).none());
        assertEquals(BimatrixSolver.solver().solve(game).orElseThrow(), found);
    }

    @Test
    void wholeNumbersAloneSolveWhereEverythingTies() {
        final long[][] row = new long[11][11];
        for (int i = 0; i < 11; i++) {
            for (int step = 1; step <= 5; step++) {
                row[i][(i + step) % 11] = 1;
                row[i][(i + 11 - step) % 11] = -1;
            }
        }
        final NormalFormGame game = NormalFormGame.zeroSum(row);
        final NashEquilibrium found = new EquilibriumSearch(game, Watch.none()).inWholeNumbers();
        assertTrue(found != null && Regret.of(game, found.profile()).none());
    }

    /**
     * A last action of each, which nobody takes, costs so much that in doubles all others pay the same: a wheel of five, each of which
     * beats the two after it by sums of its own, and four that are dominated; and the same with payoffs far below 1.
     */
    @ParameterizedTest
    @ValueSource(strings = {"1", "1e-60", "1/999999999999999999999999999999999999989"})
    void wholeNumbersGoOnWhereDoublesSeeOnlyTies(String unit) {
        final int wheel = 5;
        final int last = 9;
        final Fraction scale = Fraction.parse(unit);
        final Fraction penalty = Fraction.parse("-1e40").times(scale);
        final NormalFormGame game = NormalFormGame.exact(new int[] {last + 1, last + 1}, (player, chosen) -> {
            if (chosen[player] >= wheel) {
                return chosen[player] == last ? penalty : Fraction.of(-99, 1).times(scale);
            }
            final int ahead = chosen[1 - player] >= wheel ? 0 : (chosen[1] - chosen[0] + wheel) % wheel;
            final int win = ahead == 0 ? 0 : (ahead <= wheel / 2) == (player == 0) ? 1 : -1;
            return Fraction.of(win * (20L + chosen[0] * 3 + chosen[1]), 1).times(scale);
        });
        final EquilibriumSearch search = new EquilibriumSearch(game, Watch.none());
        assertFalse(search.inFloats(), "doubles sufficed");
        final Answer<NashEquilibrium> answer = BimatrixSolver.solver().solve(game);
        assertInstanceOf(Certificate.Proven.class, answer.certificate());
        assertTrue(Regret.of(game, answer.value().profile()).none());
        assertTrue(answer.value().profile().support(0).length > 1);
    }

    @Test
    void stoppedTheyReturnNothing() {
        assertNull(
                new EquilibriumSearch(DualCyclic.hardToSolve(4), Watch.none().withCancel(() -> true)).inWholeNumbers());
    }

    /** Only the relative order of payoffs against each action of the other counts: all are brought from 1 to 2. */
    @Test
    void payoffsOfAllSizesAreBroughtToTheSame() {
        final double[] scaled = FloatPayoffs.of(
                NormalFormGame.of(
                        new int[] {3, 4},
                        (player, chosen) -> new double[][] {
                                    {1e300, -1e-320, 7, 1.7e308}, {0, 0, 7, -1.7e308}, {5e299, 1e-320, 7, 0}
                                }
                                [chosen[0]][chosen[1]]),
                0);
        final double[] expected = {2, 1, 1.5, 1, 1.5, 2, 1, 1, 1, 2, 1, 1.5};
        for (int at = 0; at < expected.length; at++) {
            assertEquals(expected[at], scaled[at], 1e-15);
        }
    }
}
