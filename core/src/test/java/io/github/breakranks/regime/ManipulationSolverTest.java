package io.github.breakranks.regime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Edmond (2013), Review of Economic Studies 80, with quadratic effort; figures recomputed by brute force over efforts. */
class ManipulationSolverTest {
    @Test
    void aRegimeThatManipulatesFallsLessOftenTheMorePreciseNewsIs() {
        final double[] precisions = {1, 4, 16};
        final double[] strengths = {.705850, .553120, .303733};
        for (int k = 0; k < precisions.length; k++) {
            final var answer = ManipulationSolver.solver().solve(ManipulatedRegime.quadratic(0.25, precisions[k], 1));
            assertEquals(strengths[k], answer.value().criticalStrength(), 1e-6, "precision " + precisions[k]);
            assertTrue(
                    ((Certificate.Numeric) answer.certificate()).worst() < 1e-5,
                    answer.certificate().sentence());
            assertEquals(0.75, answer.value().criticalStrengthIfHonest());
        }
    }

    @Test
    void weakerRegimesDoNotTryAndTheCriticalOneJumps() {
        final Manipulation found = ManipulationSolver.solver()
                .solve(ManipulatedRegime.quadratic(0.25, 4, 1))
                .value();
        assertEquals(0, found.manipulation(found.criticalStrength() - 1e-9));
        assertTrue(found.manipulation(found.criticalStrength()) > 0.1, found.explain());
    }

    @Test
    void theCertificateSeesAWrongStrength() {
        final ManipulatedRegime regime = ManipulatedRegime.quadratic(0.25, 4, 1);
        final Certificate wrong = ManipulationVerifier.certify(new Manipulation(regime, 0.56, 0.6), Watch.none());
        assertTrue(((Certificate.Numeric) wrong).worst() > 1e-3, wrong.sentence());
    }

    /** Cheap effort and precise news: the regime's choice is rough, and yet the work ends when it is told to. */
    @Test
    void theWatchIsAskedFromTheStart() {
        final AtomicInteger asked = new AtomicInteger();
        final var answer = ManipulationSolver.solver()
                .solve(
                        ManipulatedRegime.quadratic(0.25, 1000, 1e-4),
                        Watch.none().withCancel(() -> asked.incrementAndGet() > 100));
        assertTrue(answer instanceof Answer.Stopped, answer.toString());
        assertEquals(
                "not proven: not looked for to the end", answer.certificate().sentence());
    }

    @Test
    void effortMustBeConvex() {
        assertTrue(assertThrows(IllegalArgumentException.class, () -> new ManipulatedRegime(0.3, 1, Math::sqrt))
                .getMessage()
                .startsWith("effort must be convex and rise [strength], but bent down near "));
    }

    /** Infinite less infinite is no number, and no bend. */
    @Test
    void effortMustBeFinite() {
        assertEquals(
                "effort must be finite [strength], but at 0.5 was Infinity; let it rise steeply instead of without bound",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new ManipulatedRegime(0.3, 1, a -> a < 0.5 ? a * a : Double.POSITIVE_INFINITY))
                        .getMessage());
    }

    /** The strength is found by then: it comes back, unchecked. */
    @Test
    void theCertificateAsksTheWatch() {
        final ManipulatedRegime regime = ManipulatedRegime.quadratic(0.25, 4, 1);
        final Answer<Manipulation> whole = ManipulationSolver.solver().solve(regime);
        final int[] asked = new int[1];
        ManipulationSolver.solver().solve(regime, Watch.none().withCancel(() -> ++asked[0] < 0));
        final int enough = asked[0] - 100;
        asked[0] = 0;
        final Answer<Manipulation> stopped =
                ManipulationSolver.solver().solve(regime, Watch.none().withCancel(() -> ++asked[0] > enough));
        assertTrue(stopped instanceof Answer.Stopped, stopped.toString());
        assertEquals("not proven: not checked to the end", stopped.certificate().sentence());
        assertEquals(whole.value(), stopped.value());
    }

    /** Strengths are drawn on a grid; at each the regime tries all efforts of a grid, and falls if none lets it earn anything. */
    @Test
    void theChanceIsWhatSumsOverStrengthsAndEffortsGive() {
        final Manipulation found = ManipulationSolver.solver()
                .solve(ManipulatedRegime.quadratic(0.25, 4, 1))
                .orElseThrow();
        final double mean = 0.4;
        final double deviation = 0.3;
        final CostLaw held = CostLaw.normal(mean, deviation);
        final CostLaw noise = CostLaw.normal(0, 0.5);
        final double step = 1e-3;
        double falls = 0;
        for (double strength = -2; strength < 3; strength += step) {
            double best = 0;
            for (double effort = 0; effort <= 1.5; effort += 1e-2) {
                final double gone = noise.cdf(found.cutoff() - strength - effort);
                best = Math.max(best, strength - gone - effort * effort / 2);
            }
            falls += best > 0 ? 0 : step * held.density(strength);
        }
        assertEquals(falls, found.chance(mean, deviation), 2e-3);
        assertEquals(CostLaw.normal(0.4, 0.3).cdf(0.553120), found.chance(mean, deviation), 1e-5);
        assertEquals(CostLaw.normal(0.4, 0.3).cdf(0.75), found.chanceIfHonest(mean, deviation), 1e-12);
        assertTrue(found.falls(0.55) && !found.falls(0.56));
        assertEquals(
                "deviation must be finite and > 0.0 [strength], but was 0.0",
                assertThrows(IllegalArgumentException.class, () -> found.chance(0.4, 0))
                        .getMessage());
    }

    /** Cost .5 over benefit 2 is Edmond's p of .25. */
    @Test
    void aGameOfRegimeChangeSaysWhatIsNeeded() {
        final RegimeChange game = RegimeChange.of(2, 0.5).withNews(News.wordOfMouth(4));
        final ManipulatedRegime regime = ManipulatedRegime.of(game, a -> a * a / 2);
        assertEquals(0.25, regime.needed());
        assertEquals(4, regime.privatePrecision());
        final Manipulation found = ManipulationSolver.solver().solve(regime).orElseThrow();
        assertEquals(.553120, found.criticalStrength(), 1e-6);
        assertEquals(
                RegimeSolver.solver().solve(game).orElseThrow().criticalStrength(),
                found.criticalStrengthIfHonest(),
                1e-12);
    }

    /** Gains .27 + .6 if it falls and .27 - .4 if it stands, beside a cost of .37: benefit 1, cost .5. */
    @Test
    void theSoldiersOfADefectionGameMayFaceIt() {
        final DefectionGame game = DefectionGame.of(
                Population.of(30_000, CostLaw.empirical(0.37)),
                Offer.cash(0.3).withCredibility(0.9),
                Reprisal.fading(0.4));
        final RegimeChange change = RegimeChange.of(game, Stakes.winOrLose(0.6));
        assertEquals(0.5, ManipulatedRegime.of(change, a -> a * a / 2).needed(), 1e-12);
    }

    @Test
    void whatItCannotAnswerIsRefusedWithTheWayOut() {
        final RegimeChange game = RegimeChange.of(2, 0.5);
        assertEquals(
                "contingents must be 1 before a regime that manipulates [count], but was 2",
                refusal(RegimeChange.of(
                        Contingent.of(1, 0.5), Contingent.of(2, 0.5).named("others"))));
        assertEquals(
                "cost must be the same for all before a regime that manipulates [unit of the game], but was uniform(0.0, 1.0); take"
                        + " CostLaw.empirical(law.quantile(0.5)) for what the soldier of median cost does",
                refusal(RegimeChange.of(Contingent.of(1, CostLaw.uniform(0, 1)))));
        assertEquals(
                "news must be normal and private only before a regime that manipulates, but was News: private 4.0, public 1.0 at 0.3;"
                        + " take News.wordOfMouth(4.0)",
                refusal(game.withNews(News.wordOfMouth(4).withPublic(0.3, 1))));
        assertEquals(
                "cost must be above 0 and below the benefit of 2.0, else soldiers are dominant, whatever the regime does [unit of the game],"
                        + " but was 2.5",
                refusal(RegimeChange.of(2, 2.5)));
    }

    private static String refusal(RegimeChange game) {
        return assertThrows(IllegalArgumentException.class, () -> ManipulatedRegime.of(game, a -> a * a / 2))
                .getMessage();
    }
}
