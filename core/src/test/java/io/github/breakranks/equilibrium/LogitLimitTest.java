package io.github.breakranks.equilibrium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.game.KnownGames;
import io.github.breakranks.game.NormalFormGame;
import io.github.breakranks.game.Regret;
import io.github.breakranks.game.StrategyProfile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** To which Nash equilibrium the principal branch leads, and that its verifier can fail. */
class LogitLimitTest {

    private static String limit(NormalFormGame game) {
        final Answer<NashEquilibrium> answer = LogitSolver.toNash(game);
        assertInstanceOf(Certificate.Proven.class, answer.certificate());
        assertTrue(answer.orElseThrow().regret().none());
        return answer.orElseThrow().profile().toString();
    }

    /** The branch goes straight through the bifurcation, at which a program is known to have called a profile of regret .21 Nash. */
    @Test
    void theGameOfNineEndsInAnExactEquilibriumBeyondItsBifurcation() {
        assertEquals("(1/2, 1/2) (1/2, 1/2) (1, 0)", limit(KnownGames.nineEquilibria()));
        final LogitEquilibrium crossing = LogitSolver.solver()
                .solve(KnownGames.nineEquilibria())
                .orElseThrow()
                .bifurcations()
                .get(0)
                .equilibrium();
        assertEquals(0.213, crossing.regret().worst().value(), 5e-4);
    }

    /** From the bifurcation either arm leads to an exact equilibrium; the profile at the bifurcation itself is not called one. */
    @Test
    void armsOfTheGameOfNineEndInExactEquilibria() {
        final LogitBranch branch =
                LogitSolver.solver().solve(KnownGames.nineEquilibria()).orElseThrow();
        final List<String> ends = new ArrayList<>();
        for (final LogitBranch arm : branch.arms()) {
            final Answer<NashEquilibrium> answer = LogitSolver.toNash(arm);
            assertInstanceOf(Certificate.Proven.class, answer.certificate());
            ends.add(answer.orElseThrow().profile().toString());
        }
        Collections.sort(ends);
        assertEquals(List.of("(1, 0) (1, 0) (1, 0)", "(2/5, 3/5) (1/2, 1/2) (1/3, 2/3)"), ends);

        final LogitBranch cut = LogitSolver.solver()
                .withDepth(0)
                .untilLambda(branch.bifurcations().get(0).lambda())
                .solve(KnownGames.nineEquilibria())
                .value();
        final Answer<NashEquilibrium> none = LogitSolver.toNash(cut);
        assertInstanceOf(Answer.Stopped.class, none);
        final double worst = ((Certificate.Numeric) none.certificate()).worst();
        assertEquals(0.213, worst, 5e-4);
        assertTrue(worst >= none.value().regret().worst().value());
        assertEquals(
                "no equilibrium near the end of the branch on the actions in play there; follow it further",
                assertThrows(IllegalStateException.class, none::orElseThrow).getMessage());
    }

    @Test
    void limitsByHand() {
        assertEquals("(1/2, 1/2) (1/10, 9/10)", limit(KnownGames.asymmetricPennies()));
        assertEquals("(0, 1) (1, 0)", limit(KnownGames.backwardBending()));
        assertEquals("(0, 1) (0, 1)", limit(NormalFormGame.bimatrix(new long[][] {{3, 0}, {5, 1}}, new long[][] {
            {3, 5}, {0, 1}
        })));
        assertEquals("(1/3, 1/3, 1/3) (1/3, 1/3, 1/3)", limit(NormalFormGame.zeroSum(new long[][] {
            {0, -1, 1}, {1, 0, -1}, {-1, 1, 0}
        })));
    }

    /** Fully mixed by three players with a root: only numeric, with the exact regret, and tiny. */
    @Test
    void mixturesThatAreNoFractions() {
        // each wants to differ from the next but one, with unequal stakes
        final NormalFormGame game = NormalFormGame.of(new int[] {2, 2, 2}, (player, chosen) -> {
            final int own = chosen[player];
            final int next = chosen[(player + 1) % 3];
            final int after = chosen[(player + 2) % 3];
            return own == 0 ? 1 + next + 2 * next * after : 2 + 0.5 * after;
        });
        final Answer<NashEquilibrium> answer = LogitSolver.toNash(game);
        final Regret regret = Regret.of(game, answer.orElseThrow().profile());
        if (answer.certificate() instanceof Certificate.Numeric numeric) {
            assertTrue(numeric.worst() >= regret.worst().value());
            assertTrue(numeric.worst() <= 1e-14);
        } else {
            assertTrue(regret.none());
        }
    }

    /** Twenty random games of each of a few sizes, all solved. */
    @Test
    void randomGamesAreAllSolved() {
        for (int seed = 0; seed < 20; seed++) {
            final SplittableRandom random = new SplittableRandom(seed);
            final Answer<NashEquilibrium> two =
                    LogitSolver.toNash(NormalFormGame.of(new int[] {12, 12}, (player, chosen) -> random.nextInt(1000)));
            assertTrue(two.orElseThrow().regret().none());
            final Answer<NashEquilibrium> four = LogitSolver.toNash(
                    NormalFormGame.of(new int[] {4, 4, 4, 4}, (player, chosen) -> random.nextInt(1000)));
            assertTrue(four.orElseThrow().regret().worst().value() <= 1e-12 * 1000);
        }
    }

    @Test
    void theVerifierSeesWhatIsWrong() {
        final LogitEquilibrium right =
                LogitSolver.at(KnownGames.asymmetricPennies(), 1).orElseThrow();
        final double x = right.profile().chance(0, 0);
        final double y = right.profile().chance(1, 0);
        final StrategyProfile wrong =
                StrategyProfile.of(new double[] {x + 1e-9, 1 - x - 1e-9}, new double[] {y, 1 - y});
        final double residual = LogitVerifier.residual(KnownGames.asymmetricPennies(), wrong, 1);
        assertEquals(1e-9, residual, 1e-11);
        assertTrue(LogitVerifier.residual(KnownGames.asymmetricPennies(), right.profile(), 1 + 1e-9) > 1e-11);
        assertEquals(
                residual,
                LogitEquilibrium.of(KnownGames.asymmetricPennies(), 1, wrong).residual());
    }
}
