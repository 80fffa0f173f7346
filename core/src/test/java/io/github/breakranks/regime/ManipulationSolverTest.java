package io.github.breakranks.regime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Watch;
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
}
