package io.github.breakranks.equilibrium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Fraction;
import io.github.breakranks.game.KnownGames;
import io.github.breakranks.game.NormalFormGame;
import io.github.breakranks.game.StrategyProfile;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Logit play where what every payoff has in common is large: only differences of payoffs matter, and doubles round them away. */
class LogitExactGainsTest {
    private static final long[][] ROW = {{3, 0}, {0, 1}};
    private static final long[][] COLUMN = {{1, 2}, {4, 0}};

    private static Fraction power(int digits) {
        return new Fraction(BigInteger.TEN.pow(digits), BigInteger.ONE);
    }

    /** The two by two game, in parts of a unit, with a constant added to every payoff. */
    private static NormalFormGame shifted(Fraction constant, long unit) {
        return NormalFormGame.exact(
                new int[] {2, 2},
                (player, chosen) -> Fraction.of((player == 0 ? ROW : COLUMN)[chosen[0]][chosen[1]], unit)
                        .plus(constant));
    }

    private static double logit(double gain) {
        return 1 / (1 + Math.exp(-gain));
    }

    /** x = logit(lambda (4 y - 1)), y = logit(lambda (4 - 5 x)) in whole payoffs; x falls in y where y rises in x, so that there is one. */
    private static double[] bisected(double lambda) {
        double from = 0;
        double to = 1;
        for (int round = 0; round < 200; round++) {
            final double x = 0.5 * (from + to);
            if (x < logit(lambda * (4 * logit(lambda * (4 - 5 * x)) - 1))) {
                from = x;
            } else {
                to = x;
            }
        }
        return new double[] {from, logit(lambda * (4 - 5 * from))};
    }

    @Test
    void aCommonConstantOfAnySizeChangesNothing() {
        assertEquals(0.76445, bisected(1)[0], 5e-6);
        assertEquals(0.54431, bisected(1)[1], 5e-6);
        for (final int digits : List.of(9, 15, 16, 17, 20, 30, 300)) {
            final NormalFormGame game = shifted(power(digits), 1);
            final Answer<LogitEquilibrium> answer = LogitSolver.at(game, 1);
            final StrategyProfile profile = answer.orElseThrow().profile();
            assertEquals(bisected(1)[0], profile.chance(0, 0), 1e-14, "10^" + digits);
            assertEquals(bisected(1)[1], profile.chance(1, 0), 1e-14, "10^" + digits);
            assertTrue(answer.orElseThrow().residual() <= 1e-15);
        }
    }

    @Test
    void thirdsAboveABillionAreAsGoodAsThirds() {
        final Answer<LogitEquilibrium> answer = LogitSolver.at(shifted(power(9), 3), 5);
        assertEquals(bisected(5.0 / 3)[0], answer.orElseThrow().profile().chance(0, 0), 1e-13);
        assertEquals(bisected(5.0 / 3)[1], answer.orElseThrow().profile().chance(1, 0), 1e-13);
    }

    @Test
    void anEqualConstantInDoublesIsTakenAtFaceValue() {
        final NormalFormGame game = NormalFormGame.of(
                new int[] {2, 2},
                (player, chosen) -> 0x1p40 + 0.25 * (player == 0 ? ROW : COLUMN)[chosen[0]][chosen[1]]);
        final Answer<LogitEquilibrium> answer = LogitSolver.at(game, 4);
        assertEquals(bisected(1)[0], answer.orElseThrow().profile().chance(0, 0), 1e-14);
    }

    @Test
    void theVerifierTellsWrongChancesHoweverLargeTheConstant() {
        final StrategyProfile even = StrategyProfile.of(new double[][] {{0.5, 0.5}, {0.5, 0.5}});
        final double missed = LogitVerifier.residual(shifted(Fraction.ZERO, 1), even, 1);
        assertEquals(logit(1.5) - 0.5, missed, 1e-15);
        for (final int digits : List.of(16, 17, 30, 300)) {
            assertEquals(missed, LogitVerifier.residual(shifted(power(digits), 1), even, 1), 0.0);
        }
    }

    /** Against 1e17 for a third action, differences of order one lie below the rounding of what it earns, in the solver but not in its verifier. */
    @Test
    void anActionFarBelowIsNeverTakenAndCertifiedHonestly() {
        final NormalFormGame game = NormalFormGame.exact(
                new int[] {3, 2},
                (player, chosen) -> chosen[0] == 2
                        ? Fraction.ZERO
                        : Fraction.of((player == 0 ? ROW : COLUMN)[chosen[0]][chosen[1]], 1)
                                .plus(player == 0 ? power(17) : Fraction.ZERO));
        final double[] right = bisected(1);
        final StrategyProfile solved =
                StrategyProfile.of(new double[][] {{right[0], 1 - right[0], 0}, {right[1], 1 - right[1]}});
        assertTrue(LogitVerifier.residual(game, solved, 1) <= 1e-15);
        final Answer<LogitEquilibrium> answer = LogitSolver.at(game, 1);
        final double off = Math.abs(right[0] - answer.value().profile().chance(0, 0));
        assertTrue(answer instanceof Answer.Stopped<LogitEquilibrium> || off <= 1e-9);
        assertTrue(off <= 1e-9
                || assertInstanceOf(Certificate.Numeric.class, answer.certificate())
                                .worst()
                        > 1e-9);
    }

    @Test
    void theLimitIsFoundBehindAConstant() {
        for (final int digits : List.of(16, 30, 300)) {
            final Answer<NashEquilibrium> answer = LogitSolver.toNash(shifted(power(digits), 1));
            assertEquals("(4/5, 1/5) (1/4, 3/4)", answer.orElseThrow().profile().toString());
            assertInstanceOf(Certificate.Proven.class, answer.certificate());
        }
    }

    /** Three players whose one equilibrium is irrational: found from the chances on the branch, not from the support alone. */
    @Test
    void theLimitOfThreePlayersIsFoundBehindAConstant() {
        final NormalFormGame plain = KnownGames.irrational();
        final NormalFormGame game = NormalFormGame.exact(
                plain.shape(),
                (player, chosen) -> plain.exactPayoff(player, chosen).plus(power(30)));
        final NashEquilibrium limit = LogitSolver.toNash(game).orElseThrow();
        assertEquals((Math.sqrt(601) - 13) / 24, limit.profile().chance(1, 0), 1e-12);
        final NashEquilibrium own = LogitSolver.toNash(plain).orElseThrow();
        assertEquals(own.profile().chance(2, 0), limit.profile().chance(2, 0), 1e-12);
    }
}
