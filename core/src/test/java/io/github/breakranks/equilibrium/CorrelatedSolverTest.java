package io.github.breakranks.equilibrium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Fraction;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.equilibrium.CorrelatedSolver.Worth;
import io.github.breakranks.game.NormalFormGame;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CorrelatedSolverTest {

    /** Aumann (1974, 1987): yield or not; the first action yields. */
    private static NormalFormGame chicken() {
        return NormalFormGame.bimatrix(new long[][] {{6, 2}, {7, 0}}, new long[][] {{6, 7}, {2, 0}});
    }

    private static CorrelatedEquilibrium proven(CorrelatedSolver solver, NormalFormGame game) {
        final Answer<CorrelatedEquilibrium> answer = solver.solve(game);
        assertInstanceOf(Certificate.Proven.class, answer.certificate());
        assertEquals(Fraction.ZERO, answer.value().worstGain());
        return answer.orElseThrow();
    }

    /** [C] Chicken: the most that both earn together is 10.5, half of the time (6, 6), a quarter each (2, 7) and (7, 2). */
    @Test
    void chickenIsWorthTenAndAHalf() {
        final CorrelatedEquilibrium found = proven(CorrelatedSolver.solver(), chicken());
        assertEquals(Fraction.of(21, 2), found.worth());
        assertEquals(Fraction.of(21, 2), found.total());
        assertEquals(Fraction.of(21, 4), found.payoff(0));
        assertEquals(Fraction.of(1, 2), found.exactChance(0, 0));
        assertEquals(Fraction.of(1, 4), found.exactChance(0, 1));
        assertEquals(.25, found.chance(1, 0));
        assertEquals(Fraction.ZERO, found.exactChance(1, 1));
        assertFalse(found.independent());
        assertEquals("Correlated equilibrium: 3 of 4 profiles, worth 21/2", found.toString());
        assertEquals(
                "3 profiles are drawn of 4, and nobody told his part gains by doing otherwise. No such law is worth more than"
                        + " 21/2; each player earns 21/4, all together 21/2.",
                found.explain());
        assertEquals("""
                player 1,player 2,chance [share],earns 1 [payoff],earns 2 [payoff]
                1,1,1/2,6,6
                1,2,1/4,2,7
                2,1,1/4,7,2
                """, found.table().csv().replace("\r", ""));
    }

    /** Of one player's payoff the most and the least are the pure equilibria (7, 2) and (2, 7); of both, the least is 36/5 by hand: p(2,2) binds. */
    @Test
    void worthMayBeAnything() {
        final CorrelatedSolver first = CorrelatedSolver.solver().withWorth(Worth.of(0));
        assertEquals(Fraction.of(7, 1), proven(first, chicken()).worth());
        assertEquals(Fraction.of(2, 1), proven(first.lowest(), chicken()).worth());
        assertTrue(proven(first, chicken()).independent());
        final CorrelatedEquilibrium weighted =
                proven(CorrelatedSolver.solver().withWorth(Worth.weighted(0, .5)), chicken());
        assertEquals(Fraction.of(7, 2), weighted.worth());
        final CorrelatedEquilibrium crash = proven(
                CorrelatedSolver.solver().withWorth((game, index) -> Fraction.of(index == 3 ? 1 : 0, 1)), chicken());
        assertEquals(Fraction.of(1, 5), crash.worth()); // 2 p22 <= p12, 2 p22 <= p21: p22 is at most 1/5, with p11 = 0
    }

    /** [C] A game solved by dominance has one correlated equilibrium: the most and the least of everything are there. */
    @Test
    void dominanceLeavesOne() {
        final NormalFormGame dilemma =
                NormalFormGame.bimatrix(new long[][] {{3, 0}, {5, 1}}, new long[][] {{3, 5}, {0, 1}});
        for (final CorrelatedSolver solver :
                List.of(CorrelatedSolver.solver(), CorrelatedSolver.solver().lowest())) {
            assertEquals(Fraction.ONE, proven(solver, dilemma).exactChance(1, 1));
            assertEquals(Fraction.ONE, proven(solver.asCoarse(), dilemma).exactChance(1, 1));
        }
    }

    /**
     * Coarse laws allow more: in rock, paper, scissors with ties at -2 for both, drawing only the six other profiles is coarse, as whoever decides for one action meets a tie
     * one time in three (after Moulin and Vial, 1978).
     */
    @Test
    void coarseLawsAllowMore() {
        final NormalFormGame game = NormalFormGame.bimatrix(
                new long[][] {{-2, -1, 1}, {1, -2, -1}, {-1, 1, -2}},
                new long[][] {{-2, 1, -1}, {-1, -2, 1}, {1, -1, -2}});
        final CorrelatedEquilibrium coarse = proven(CorrelatedSolver.solver().asCoarse(), game);
        assertEquals(Fraction.ZERO, coarse.total());
        assertTrue(coarse.coarse());
        assertTrue(coarse.toString().startsWith("Coarse correlated equilibrium: "));
        assertTrue(proven(CorrelatedSolver.solver().asCoarse().lowest(), game)
                        .total()
                        .compareTo(
                                proven(CorrelatedSolver.solver().lowest(), game).total())
                <= 0);
    }

    /** Three players who each gain by matching the next: a law over eight profiles, in fractions and in doubles. */
    @Test
    void threePlayersInFractionsAndDoubles() {
        final Random random = new Random(3);
        final long[] payoffs = random.longs(3 * 64, -9, 10).toArray();
        final NormalFormGame game = NormalFormGame.of(
                new int[] {4, 4, 4},
                (player, chosen) -> payoffs[player * 64 + chosen[0] * 16 + chosen[1] * 4 + chosen[2]]);
        for (final CorrelatedSolver solver : List.of(
                CorrelatedSolver.solver(),
                CorrelatedSolver.solver().asCoarse(),
                CorrelatedSolver.solver().lowest())) {
            final CorrelatedEquilibrium exact = proven(solver, game);
            final Answer<CorrelatedEquilibrium> quick = solver.inDoubles().solve(game);
            final Certificate.Numeric worst = assertInstanceOf(Certificate.Numeric.class, quick.certificate());
            assertTrue(worst.worst() < 1e-8, worst.sentence());
            assertEquals(exact.worth().value(), quick.value().worth().value(), 1e-7);
            assertTrue(quick.value().explain().contains("Solved in doubles"));
        }
    }

    /** Four hundred profiles, all limits but one 0: what doubles miss by less than they were moved must not escape them. */
    @Test
    void provesLawsOfHundredsOfProfiles() {
        final Random random = new Random(0);
        final NormalFormGame game = NormalFormGame.of(new int[] {20, 20}, (player, chosen) -> random.nextInt(1000));
        final Answer<CorrelatedEquilibrium> answer =
                CorrelatedSolver.solver().solve(game, Watch.limit(java.time.Duration.ofSeconds(60)));
        assertInstanceOf(Certificate.Proven.class, answer.certificate());
        assertEquals(1962.2871, answer.orElseThrow().worth().value(), 1e-4);
    }

    @Test
    void theCertificateCanFail() {
        final CorrelatedSolver solver = CorrelatedSolver.solver();
        final CorrelatedVerifier verifier = new CorrelatedVerifier(solver, chicken());
        final Fraction[] none = new Fraction[4];
        Arrays.fill(none, Fraction.ZERO);
        // both yield for sure: each would gain 1 by not yielding, and without prices 12 bounds nothing lower
        final CorrelatedEquilibrium naive = CorrelatedEquilibrium.none(solver, chicken());
        assertEquals(Fraction.ONE, verifier.worstGain(naive));
        assertEquals(new Certificate.Numeric(1, "payoff"), verifier.certify(naive, none));
        // an equilibrium that is not the best: the bound is missed by 3/2
        final CorrelatedEquilibrium pure =
                new CorrelatedEquilibrium(solver, chicken(), Fraction.ZERO, Fraction.ONE, Fraction.ZERO, Fraction.ZERO);
        assertEquals(new Certificate.Numeric(3, "payoff"), verifier.certify(pure, none));
        final CorrelatedEquilibrium half = new CorrelatedEquilibrium(
                solver, chicken(), Fraction.ZERO, Fraction.of(1, 2), Fraction.ZERO, Fraction.ZERO);
        assertInstanceOf(Certificate.Unproven.class, verifier.certify(half, none));
    }

    @Test
    void refusesWhatWouldNotFit() {
        final NormalFormGame large = NormalFormGame.of(new int[] {60, 60}, (player, chosen) -> 0);
        assertEquals(
                "game must make at most 2000000 numbers [incentives times profiles], but was of 7081 x 3600, 204 MB; solve"
                        + " inDoubles(), or reduce it first",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> CorrelatedSolver.solver().solve(large))
                        .getMessage());
        assertEquals(
                "weights must be one for each player [2], but were 1",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> CorrelatedSolver.solver()
                                        .withWorth(Worth.weighted(1))
                                        .solve(chicken()))
                        .getMessage());
    }

    @Test
    void stopsWhenTold() {
        final Watch watch = Watch.none().withCancel(() -> true);
        final Answer.Stopped<?> stopped =
                assertInstanceOf(Answer.Stopped.class, CorrelatedSolver.solver().solve(chicken(), watch));
        assertEquals("cancelled", stopped.why());
        assertEquals("raise the limit", stopped.remedy());
    }

    /** Every part asks: the program, its fractions, the law's worth, and the check, before whose end nothing is proven. */
    @Test
    void theCertificateAsksTheWatch() {
        final java.util.SplittableRandom random = new java.util.SplittableRandom(3);
        final NormalFormGame game = NormalFormGame.of(new int[] {5, 5}, (player, chosen) -> random.nextInt(1000));
        final int[] asked = new int[1];
        final Answer<CorrelatedEquilibrium> whole =
                CorrelatedSolver.solver().solve(game, Watch.none().withCancel(() -> ++asked[0] < 0));
        assertInstanceOf(Certificate.Proven.class, whole.certificate());
        final int all = asked[0];
        for (int looks = 0; looks < all; looks += 9) {
            final int enough = looks;
            asked[0] = 0;
            final Answer<CorrelatedEquilibrium> answer =
                    CorrelatedSolver.solver().solve(game, Watch.none().withCancel(() -> ++asked[0] > enough));
            assertEquals(
                    "cancelled", assertInstanceOf(Answer.Stopped.class, answer).why());
            assertTrue(asked[0] <= enough + 8, () -> "after look " + enough + " asked " + asked[0]);
            if (enough > all - 100) {
                assertEquals(
                        "not proven: not checked to the end",
                        answer.certificate().sentence());
                assertEquals(whole.value().worth(), answer.value().worth());
            }
        }
    }

    /** [D] (a, 0; 0, 1) and its reverse: both get a, on the diagonal's first cell; with a beside 1 doubles say little. */
    @Test
    void doublesThatCannotTellPayoffsApartGiveWayToFractions() {
        final NormalFormGame game =
                NormalFormGame.bimatrix(new double[][] {{1e300, 0}, {0, 1}}, new double[][] {{-1e300, 0}, {0, -1}});
        final Answer<CorrelatedEquilibrium> answer =
                CorrelatedSolver.solver().inDoubles().solve(game);
        assertInstanceOf(Certificate.Proven.class, answer.certificate());
        assertInstanceOf(Answer.Found.class, answer);
        final Answer<CorrelatedEquilibrium> first =
                CorrelatedSolver.solver().withWorth(Worth.of(0)).inDoubles().solve(game);
        final Fraction large = Fraction.exactly(1e300);
        assertEquals(large.over(large.plus(Fraction.ONE)), first.orElseThrow().worth());
        assertInstanceOf(Certificate.Proven.class, first.certificate());
    }
}
