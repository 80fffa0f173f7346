package io.github.breakranks.equilibrium;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.game.SymmetricGame;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SymmetricSolverTest {
    private static SymmetricEquilibria proven(SymmetricGame game) {
        final Answer<SymmetricEquilibria> answer = SymmetricSolver.solver().solve(game);
        assertInstanceOf(Certificate.Proven.class, answer.certificate(), answer::toString);
        return answer.orElseThrow();
    }

    /**
     * A. Diekmann (1985), Journal of Conflict Resolution 29:605, doi 10.1177/0022002785029004003: one volunteer suffices, at cost K for a
     * good worth U; each stays out with chance (K/U)^(1/(n-1)).
     */
    @Test
    void volunteersDilemma() {
        for (final int players : new int[] {2, 5, 50, 1000, 1_000_000}) {
            final SymmetricEquilibria found =
                    proven(SymmetricGame.of(players, others -> 0.75, others -> others > 0 ? 1 : 0));
            assertArrayEquals(new int[] {1}, found.counts());
            assertEquals(1, found.mixed().size());
            final double chance = -Math.expm1(Math.log(0.25) / (players - 1));
            assertEquals(chance, found.mixed().get(0).chance(), 1e-11 * chance);
            assertTrue(found.mixed().get(0).stable());
        }
    }

    /** The stag is caught if all three hunt it: worth 3 instead of 1, so p^2 = 1/3. */
    @Test
    void stagHuntOfThree() {
        final SymmetricEquilibria found = proven(SymmetricGame.of(3, others -> others == 2 ? 3 : 0, others -> 1));
        assertArrayEquals(new int[] {0, 3}, found.counts());
        assertTrue(found.nobody());
        assertTrue(found.everybody());
        assertEquals(Math.sqrt(1 / 3.0), found.mixed().get(0).chance(), 1e-15);
        assertFalse(found.mixed().get(0).stable());
        assertEquals(0, found.potentialMaximiser());
        assertEquals("SymmetricEquilibria[2 counts, 1 chance]", found.toString());
        assertEquals(
                "Nobody gains by changing when 0 or 3 of 3 act. All are indifferent when each acts with chance 0.5774 (unstable).",
                found.explain());
    }

    /** A gain of (m/(n-1) - 1/4)(3/4 - m/(n-1)) averages to a parabola: roots of p(1-p)(1 - 1/(n-1)) = 3/16. */
    @Test
    void twoChances() {
        final int players = 101;
        final SymmetricEquilibria found = proven(
                SymmetricGame.of(players, others -> (others / 100.0 - 0.25) * (0.75 - others / 100.0), others -> 0));
        final double product = 3 / 16.0 / 0.99;
        final double half = Math.sqrt(0.25 - product);
        assertEquals(
                List.of(false, true),
                found.mixed().stream().map(MixedRoot::stable).toList());
        assertEquals(0.5 - half, found.mixed().get(0).chance(), 1e-13);
        assertEquals(0.5 + half, found.mixed().get(1).chance(), 1e-13);
    }

    /** Acting pays only if exactly half of ten others act, a little: averaging leaves nothing of it, and that is shown. */
    @Test
    void averagingWashesAGainOut() {
        final SymmetricEquilibria found = proven(SymmetricGame.of(11, others -> others == 5 ? 0.1 : -1, others -> 0));
        assertArrayEquals(new int[] {0, 6}, found.counts());
        assertEquals(List.of(), found.mixed());
        assertTrue(found.complete());
    }

    @Test
    void whereNothingMattersAnyChanceIsOne() {
        final SymmetricEquilibria found = proven(SymmetricGame.of(4, others -> 1, others -> 1));
        assertTrue(found.anyChance());
        assertEquals(5, found.counts().length);
    }

    @Test
    void aLonePlayerDoesWhatPays() {
        assertArrayEquals(
                new int[] {1},
                proven(SymmetricGame.of(1, others -> 1, others -> 0)).counts());
    }

    /** A zero that is only touched cannot be told from none or two by signs: (2 others act or none: 1, one of them: -1) has (1 - 2p)^2. */
    @Test
    void whatSignsCannotTellIsSaid() {
        final Answer<SymmetricEquilibria> answer =
                SymmetricSolver.solver().solve(SymmetricGame.of(3, others -> others == 1 ? -1 : 1, others -> 0));
        assertFalse(answer.value().complete());
        assertEquals(
                new Certificate.Unproven("besides the 0 mixed equilibria found there may be as many as 2 more"),
                answer.certificate());
    }

    @Test
    void theVerifierSeesMistakes() {
        final SymmetricGame game = SymmetricGame.of(3, others -> others == 2 ? 3 : 0, others -> 1);
        final SymmetricVerifier verifier = new SymmetricVerifier(game);
        assertEquals(
                new Certificate.Unproven("asked again, play rests where 3 act"),
                verifier.certify(new SymmetricEquilibria(game, new int[] {0}, List.of(), List.of()), 1));
        assertEquals(
                new Certificate.Unproven("summed again, the average gain does not change sign around chance 0.7"),
                verifier.certify(
                        new SymmetricEquilibria(
                                game, new int[] {0, 3}, List.of(new MixedRoot(0.7, 0.6, 0.8, false)), List.of()),
                        1));
    }

    @Test
    void aWatchStopsIt() {
        final Answer<SymmetricEquilibria> answer = SymmetricSolver.solver()
                .solve(
                        SymmetricGame.of(3, others -> others - 1, others -> 0),
                        Watch.none().withCancel(() -> true));
        assertInstanceOf(Answer.Stopped.class, answer);
    }

    /** With two mixed equilibria and many players each part of the work is long: once told to stop, none goes on. */
    @Test
    void aWatchIsAskedInEveryPart() {
        final int players = 200_000;
        final SymmetricGame game = SymmetricGame.of(
                players, others -> (others - 0.3 * players) * (0.7 * players - others) / players, others -> 0);
        final AtomicInteger whole = new AtomicInteger();
        assertInstanceOf(
                Answer.Found.class,
                SymmetricSolver.solver().solve(game, Watch.none().withCancel(() -> whole.incrementAndGet() < 0)));
        for (int looks = 0; looks < whole.get() - 1; looks += 1 + looks / 2) {
            final int last = looks;
            final AtomicInteger asked = new AtomicInteger();
            final Answer<SymmetricEquilibria> answer =
                    SymmetricSolver.solver().solve(game, Watch.none().withCancel(() -> asked.incrementAndGet() > last));
            assertEquals(
                    "cancelled", assertInstanceOf(Answer.Stopped.class, answer).why());
            assertTrue(asked.get() <= looks + 5, () -> "after look " + last + " asked " + asked);
        }
        assertTrue(
                whole.get() > 300, () -> "asked " + whole); // before each of the averages on the grid and each halving
    }
}
