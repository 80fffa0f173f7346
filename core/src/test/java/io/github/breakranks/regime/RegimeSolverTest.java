package io.github.breakranks.regime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.internal.NormalQuantile;
import io.github.breakranks.population.CostLaw;
import org.junit.jupiter.api.Test;

/** Morris and Shin (1998, 2003), Hellwig (2002), Sakovics and Steiner (2012). */
class RegimeSolverTest {
    private static RegimeFall fall(RegimeChange game) {
        return RegimeSolver.solver().solve(game).orElseThrow();
    }

    @Test
    void withPrivateNewsOnlyTheCriticalStrengthIsOneLessCostOverBenefit() {
        for (final double precision : new double[] {0.01, 1, 100}) {
            final RegimeFall fall = fall(RegimeChange.of(2, 0.5).withNews(News.wordOfMouth(precision)));
            assertEquals(0.75, fall.criticalStrength(), 1e-15);
            assertEquals(0.75 + NormalQuantile.below(0.75) / Math.sqrt(precision), fall.cutoffs()[0], 1e-13);
        }
    }

    @Test
    void publicNewsThatIsWeakLeavesOneCriticalStrength() { // alpha 1, beta 4, z = .3, c = .4
        final RegimeFall fall =
                fall(RegimeChange.of(1, 0.4).withNews(News.wordOfMouth(4).withPublic(0.3, 1)));
        assertEquals(0.6824130416, fall.criticalStrength(), 1e-10);
        assertEquals(0.9196, fall.cutoffs()[0], 1e-4);
        assertTrue(fall.unique());
        assertTrue(fall.uniqueAlways());
    }

    @Test
    void publicNewsThatIsStrongBringsThree() { // alpha 10, beta 1, z = c = .5
        final var answer = RegimeSolver.solver()
                .solve(RegimeChange.of(1, 0.5).withNews(News.wordOfMouth(1).withPublic(0.5, 10)));
        assertArrayEquals(
                new double[] {2.87e-7, 0.5, 1 - 2.87e-7}, answer.value().criticalStrengths(), 1e-9);
        assertTrue(
                answer.certificate() instanceof Certificate.Proven,
                answer.certificate().sentence());
        assertFalse(answer.value().unique());
        assertEquals(
                "there are 3 critical strengths, "
                        + java.util.Arrays.toString(answer.value().criticalStrengths())
                        + "; name least() or greatest(), or make news less public (publicity at most 2.5066)",
                assertThrows(IllegalStateException.class, () -> answer.value().criticalStrength())
                        .getMessage());
    }

    @Test
    void contingentsAddUpByInfluence() { // weights 2, 1, .5
        final RegimeChange game = RegimeChange.of(
                        new Contingent("one", 0.2, 2, 1, CostLaw.empirical(0.6)),
                        new Contingent("two", 0.5, 1, 2, CostLaw.empirical(0.8)),
                        new Contingent("three", 0.3, 0.5, 1.5, CostLaw.empirical(0.9)))
                .withNews(
                        News.wordOfMouth(1),
                        News.wordOfMouth(9).withNoise(Noise.laplace()),
                        News.wordOfMouth(0.3).withNoise(Noise.uniform()));
        assertEquals(0.495238, fall(game).criticalStrength(), 5e-7);
        assertEquals(0.723810, fall(game.paid(0, 0.6)).criticalStrength(), 5e-7);
        assertEquals(
                0.580952, fall(game.paid(0, 0.12).paid(1, 0.12).paid(2, 0.12)).criticalStrength(), 5e-7);
    }

    @Test
    void spreadCostsAreManyContingents() {
        final double[] costs = {0.1, 0.35, 0.5, 0.8, 1.2};
        final News news = News.wordOfMouth(1).withPublic(0.45, 2);
        final Contingent[] each = new Contingent[costs.length];
        for (int k = 0; k < costs.length; k++) {
            each[k] = Contingent.of(1, costs[k]);
        }
        final RegimeFall apart = fall(RegimeChange.of(each).withNews(news));
        final RegimeFall together =
                fall(RegimeChange.of(Contingent.of(1, CostLaw.empirical(costs))).withNews(news));
        assertArrayEquals(apart.criticalStrengths(), together.criticalStrengths(), 1e-9);
    }

    /** A cost of 0 or less goes whatever it sees, one of the benefit or more never: counted, and said, not failed. */
    @Test
    void costsOutsideTheDominanceBoundsAreDominant() {
        for (final News news :
                new News[] {News.wordOfMouth(4), News.wordOfMouth(4).withPublic(0.3, 1)}) {
            final RegimeFall always = fall(RegimeChange.of(1, -0.1).withNews(news));
            assertEquals(1, always.criticalStrength());
            assertEquals(Double.POSITIVE_INFINITY, always.cutoffs()[0]);
            assertTrue(
                    always.explain().endsWith("Of soldiers, 1.0000 go whatever they see and 0.0000 never do."),
                    always.explain());
            final RegimeFall never = fall(RegimeChange.of(1, 1.5).withNews(news));
            assertEquals(0, never.criticalStrength());
            assertEquals(Double.NEGATIVE_INFINITY, never.cutoffs()[0]);
            assertTrue(
                    never.explain().endsWith("Of soldiers, 0.0000 go whatever they see and 1.0000 never do."),
                    never.explain());
        }
    }

    @Test
    void withAFlatPriorThereIsNoChanceBeforehand() {
        assertEquals(
                "with a flat prior every strength is as likely as any other; take chance(mean, deviation) or add withPublic",
                assertThrows(
                                IllegalStateException.class,
                                () -> fall(RegimeChange.of(1, 0.4)).chance())
                        .getMessage());
    }

    /** Laws with bends: the solver's panels against the verifier's, which run over costs. */
    @Test
    void lawsWithBendsAreProvenAsWell() {
        for (final CostLaw law : new CostLaw[] {
            CostLaw.uniform(0.1, 0.9),
            CostLaw.beta(2, 3),
            CostLaw.logistic(0.4, 0.01),
            CostLaw.mixture(0.5, CostLaw.uniform(0.1, 0.2), CostLaw.uniform(0.6, 1.2))
        }) {
            final var answer = RegimeSolver.solver()
                    .solve(RegimeChange.of(Contingent.of(1, law))
                            .withNews(News.wordOfMouth(1).withPublic(0.45, 4)));
            assertTrue(
                    answer.certificate() instanceof Certificate.Proven,
                    law + ": " + answer.certificate().sentence());
        }
    }

    /** No density is needed: of two costs a rise of both lowers the strength one for one, whatever lies between them. */
    @Test
    void derivativesOfListsAndNarrowLaws() {
        final Sensitivity quiet = fall(RegimeChange.of(Contingent.of(1, CostLaw.empirical(0.2, 0.6))))
                .sensitivity();
        assertEquals(0.4, quiet.benefit().get(0), 1e-15);
        assertEquals(-1, quiet.cost().get(0), 1e-15);
        final Sensitivity narrow = fall(RegimeChange.of(Contingent.of(1, CostLaw.uniform(0.4, 0.4001))))
                .sensitivity();
        assertEquals(0.40005, narrow.benefit().get(0), 1e-12);
        assertEquals(-1, narrow.cost().get(0), 1e-12);
    }

    /** Each goes below his cutoff: the share expected is that of strengths and news drawn together. */
    @Test
    void theExpectedShareOfALawWithPoles() {
        final CostLaw law = CostLaw.beta(0.3, 0.4);
        final RegimeFall fall = fall(RegimeChange.of(Contingent.of(1, law)));
        final double both = Math.sqrt(1 + 0.3 * 0.3);
        double expected = 0;
        for (int k = 0; k < 1_000; k++) {
            final double cutoff = fall.cutoff(0, 0, law.quantile((k + 0.5) / 1_000));
            expected += CostLaw.normal(0.5, both).cdf(cutoff) / 1_000;
        }
        assertEquals(expected, fall.expectedShare(0.5, 0.3), 1e-4);
    }

    /** A jump in the middle, where a symmetric rule sees nothing. */
    @Test
    void jumpsInTheMiddleAreSeen() {
        final CostLaw law = CostLaw.mixture(0.5, CostLaw.empirical(0.501), CostLaw.uniform(0, 1));
        assertEquals(
                0.5 * 0.499 + 0.5 * 0.5,
                fall(RegimeChange.of(Contingent.of(1, law))).criticalStrength(),
                1e-11);
    }

    @Test
    void theCertificateSeesWhatIsWrongAndWhatIsMissing() {
        final RegimeChange game =
                RegimeChange.of(1, 0.5).withNews(News.wordOfMouth(1).withPublic(0.5, 10));
        final double[] all = fall(game).criticalStrengths();
        assertTrue(RegimeVerifier.certify(game, all, true, Watch.none()) instanceof Certificate.Proven);
        final Certificate missing = RegimeVerifier.certify(game, new double[] {all[0], all[1]}, true, Watch.none());
        assertTrue(missing instanceof Certificate.Numeric, missing.sentence());
        final Certificate wrong = RegimeVerifier.certify(game, new double[] {all[0], 0.51, all[2]}, true, Watch.none());
        assertTrue(((Certificate.Numeric) wrong).worst() > 1e-3, wrong.sentence());
        final RegimeChange quiet = RegimeChange.of(1, 0.4);
        assertTrue(
                ((Certificate.Numeric) RegimeVerifier.certify(quiet, new double[] {0.61}, true, Watch.none())).worst()
                        > 1e-3);
    }

    /** Weak public news bounds the slope: one strength is proven to be the only one, unless it is none. */
    @Test
    void theOnlyOneIsProvenFromTheSlopeUnlessItIsWrong() {
        final RegimeChange game =
                RegimeChange.of(1, 0.4).withNews(News.wordOfMouth(4).withPublic(0.3, 1));
        final double only = fall(game).criticalStrength();
        assertTrue(RegimeVerifier.certify(game, new double[] {only}, true, Watch.none()) instanceof Certificate.Proven);
        final Certificate wrong = RegimeVerifier.certify(game, new double[] {only + 1e-6}, true, Watch.none());
        assertTrue(wrong instanceof Certificate.Numeric numeric && numeric.worst() > 1e-7, wrong.sentence());
    }
}
