package io.github.breakranks.signaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.offer.Offer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Promises to one cohort after another. */
class ReputationTest {
    private static final ReputationGame GAME = ReputationGame.of(0.05, 3, 1, 0.6, 6);

    private static Reputation solved(ReputationGame game) {
        final Answer<Reputation> answer = ReputationSolver.solver().solve(game);
        assertInstanceOf(
                Certificate.Numeric.class,
                answer.certificate(),
                () -> answer.certificate().sentence());
        return answer.orElseThrow();
    }

    private static String refused(Executable work) {
        return assertThrows(IllegalArgumentException.class, work).getMessage();
    }

    /** q = 1/4 and prior .05, between q^3 and q^2: surely kept while four or more are left, this one included; belief then rises to q^2. */
    @Test
    void aSmallChanceCarriesFarWhereManyAreToCome() {
        final Reputation found = solved(GAME);

        assertEquals(0.25, GAME.belief());
        assertEquals(3, found.surelyKept());
        assertEquals(1, found.share(2));
        assertEquals(0.05 / 0.0625, found.share(3), 1e-15);
        assertEquals(0.0625, found.belief(4), 1e-15);
        assertEquals(0.25, found.share(4), 1e-15);
        assertEquals(0.25, found.belief(5), 1e-15);
        assertEquals(0, found.keeps(5));
        assertEquals(1, found.goes(3));
        assertEquals(0.6, found.goes(4), 1e-15);
        assertEquals("Reputation[6 cohorts, surely kept to 3, credibility first 1, last 0.25]", found.toString());
    }

    @Test
    void aSingleCohortIsTheGameWithoutAFuture() {
        assertEquals(0, solved(GAME.withCohorts(1)).goes(0));
        assertEquals(1, solved(GAME.withCohorts(1).withPrior(0.25)).goes(0));
        assertEquals(0.25, solved(GAME.withCohorts(1).withPrior(0.25)).share(0));
    }

    /** With two cohorts .05 is below q^2 = .0625 and .07 is not. */
    @Test
    void thresholdsFallAsPowers() {
        assertEquals(0, solved(GAME.withCohorts(2)).goes(0));
        final Reputation two = solved(GAME.withCohorts(2).withPrior(0.07));
        assertEquals(1, two.goes(0));
        assertEquals(0.07 * 0.75 / (0.93 * 0.25), two.keeps(0), 1e-15);
        assertEquals(1, solved(new ReputationGame(0.09, 0.3, 0.5, 1, 2)).goes(0)); // a tie but for rounding
    }

    @Test
    void anImpatientHostNeverKeepsItsWord() {
        final Reputation none = solved(GAME.withPatience(0.5));
        final Reputation likely = solved(GAME.withPatience(0.5).withPrior(0.4));

        assertFalse(GAME.withPatience(0.5).worthKeeping());
        assertEquals(0, none.goes(0));
        assertEquals(0.4, likely.share(0));
        assertEquals(1, likely.belief(1));
        assertEquals(
                "Keeping a promise costs 0.6 of what a cohort is worth, more than the 0.5 that the next one is worth now: the opportunist"
                        + " never keeps it. The first cohort goes, for the host is likely enough to be committed.",
                likely.explain());
    }

    @Test
    void escrowLowersWhatTheFirstMustBelieve() {
        final Commitment held = Commitment.of("escrow", 0).withEscrow(0.5);

        assertTrue(ReputationGame.of(0.05, 3, held.loss(1), 0.6, 6).belief() < GAME.belief());
        assertEquals(4, solved(ReputationGame.of(0.05, 3, held.loss(1), 0.6, 6)).surelyKept());
    }

    @Test
    void goesIntoAnOffer() {
        assertEquals(Offer.cash(1).withCredibility(0.05 / 0.0625), solved(GAME).into(Offer.cash(1), 3));
        assertEquals(
                "cohort must be from 0 to 5 [number], but was 6",
                refused(() -> solved(GAME).into(Offer.cash(1), 6)));
    }

    @Test
    void saysWhatItFound() {
        assertEquals(
                "Even the opportunist surely keeps its word to the first 3 cohorts of 6, as those to come are worth at least what the"
                        + " promise costs. Towards the end it keeps it now and then, just so often that those who see it kept go on coming with"
                        + " chance 0.6; to the last it never does.",
                solved(GAME).explain());
        assertEquals(
                "Nobody goes: with 2 cohorts to come belief must be at least 0.0625, and it is 0.05.",
                solved(GAME.withCohorts(2)).explain());
        assertEquals(6, solved(GAME).table().rows().size());
    }

    /** Nobody mixes where the last cohort believes enough as it is; and a single cohort has no first of several. */
    @Test
    void saysWhoIsKeptToWhereNobodyMixes() {
        assertEquals(
                "Even the opportunist surely keeps its word to the first 2 cohorts of 3, as those to come are worth at least what the"
                        + " promise costs. To the last it never does, and yet it goes: belief of 0.9 is enough.",
                solved(ReputationGame.of(0.9, 3, 1, 0.6, 3)).explain());
        assertEquals(
                "With nobody to come after this cohort the opportunist breaks its word; soldiers go, as belief of 0.9 is enough.",
                solved(ReputationGame.of(0.9, 3, 1, 0.6, 1)).explain());
        assertEquals(
                "The opportunist keeps its word now and then, just so often that those who see it kept go on coming with chance 0.6; to"
                        + " the last of 2 cohorts it never does.",
                solved(GAME.withCohorts(2).withPrior(0.07)).explain());
    }

    @Test
    void aFalseReputationIsNotCertified() {
        final double[] belief = {0.3, 0.3};
        assertInstanceOf(
                Certificate.Unproven.class,
                ReputationVerifier.certify(new Reputation(
                        GAME.withCohorts(2).withPrior(0.3), belief, new double[] {0, 0}, new double[] {1, 1})));
        assertInstanceOf(
                Certificate.Unproven.class,
                ReputationVerifier.certify(new Reputation(
                        GAME.withCohorts(2).withPrior(0.3), belief, new double[] {1, 1}, new double[] {1, 1})));
        assertInstanceOf(
                Certificate.Numeric.class,
                ReputationVerifier.certify(new Reputation(
                        GAME.withCohorts(2).withPrior(0.3), belief, new double[] {1, 0}, new double[] {1, 1})));
    }

    @Test
    void stopsWhenTold() {
        assertEquals(
                "cancelled; raise the limit",
                assertThrows(
                                IllegalStateException.class,
                                ReputationSolver.solver()
                                        .solve(GAME, Watch.none().withCancel(() -> true))::orElseThrow)
                        .getMessage());
    }

    @Test
    void refusesWhatIsNoGame() {
        assertEquals("prior must be a share in (0, 1), but was 0.0", refused(() -> GAME.withPrior(0)));
        assertEquals(
                "belief must be a share in (0, 1), but was NaN",
                refused(() -> new ReputationGame(0.5, Double.NaN, 1, 1, 1)));
        assertEquals(
                "loss must be finite and > 0.0 [unit of the game], but was 0.0",
                refused(() -> ReputationGame.of(0.5, 1, 0, 1, 1)));
        assertEquals(
                "cost must be finite and > 0.0 [share of the benefit], but was 0.0",
                refused(() -> ReputationGame.of(0.5, 1, 1, 0, 1)));
        assertEquals("patience must be a share in [0, 1], but was 1.5", refused(() -> GAME.withPatience(1.5)));
        assertEquals("cohorts must be >= 1 [cohorts], but was 0", refused(() -> GAME.withCohorts(0)));
    }
}
