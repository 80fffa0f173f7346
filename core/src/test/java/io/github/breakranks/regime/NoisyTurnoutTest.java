package io.github.breakranks.regime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.population.CostLaw;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Public news with private noise that is not normal: integrated, against what is known in closed form. */
class NoisyTurnoutTest {
    private static final Noise OWN = Noise.of("own", CostLaw.normal(0, 1));
    private static final List<Contingent> CONTINGENTS = List.of(
            Contingent.of(1, 0.4),
            Contingent.of(1, CostLaw.empirical(-0.1, 0.4, 0.5, 1.2)),
            Contingent.of(1, CostLaw.normal(0.5, 0.3)),
            Contingent.of(2, CostLaw.uniform(0.1, 0.9)));
    private static final List<News> NEWS = List.of(
            News.wordOfMouth(4).withPublic(0.3, 1),
            News.wordOfMouth(100).withPublic(0.5, 0.1),
            News.wordOfMouth(0.01).withPublic(0.5, 0.02),
            News.wordOfMouth(1).withPublic(0.45, 8));

    @Test
    void theNormalLawIntegratedIsTheNormalLawInClosedForm() {
        for (final Contingent contingent : CONTINGENTS) {
            for (final News news : NEWS) {
                final Turnout closed = new NormalTurnout(contingent, news);
                final Turnout integrated = new NoisyTurnout(contingent, news.withNoise(OWN));
                for (double critical = 0; critical <= 1; critical += 0.25) {
                    assertEquals(closed.atCritical(critical), integrated.atCritical(critical), 1e-12, news.toString());
                    assertEquals(closed.share(0.3, critical), integrated.share(0.3, critical), 1e-12, news.toString());
                }
            }
        }
    }

    @Test
    void theSameCriticalStrengthsAreFoundBothWays() {
        for (final News news : NEWS) {
            final RegimeChange game = RegimeChange.of(1, 0.4).withNews(news);
            final var closed = RegimeSolver.solver().solve(game);
            final var integrated = RegimeSolver.solver().solve(game.withNews(news.withNoise(OWN)));
            assertArrayEquals(
                    closed.value().criticalStrengths(), integrated.value().criticalStrengths(), 1e-9, news.toString());
            assertEquals(closed.value().unique(), integrated.value().unique());
            assertTrue(
                    integrated.certificate() instanceof Certificate.Proven,
                    integrated.certificate().sentence());
        }
    }

    /** Laplace's noise bounds how far one's own news can move him: against a told strength he never goes, or always. */
    @Test
    void laplaceNoiseLeavesInfiniteCutoffs() {
        final Turnout turnout = new NoisyTurnout(
                Contingent.of(1, 0.4), News.wordOfMouth(0.01).withPublic(0.5, 4).withNoise(Noise.laplace()));
        assertEquals(Double.NEGATIVE_INFINITY, turnout.cutoff(0.1, 0.4));
        assertEquals(Double.POSITIVE_INFINITY, turnout.cutoff(0.9, 0.4));
        assertEquals(0, turnout.atCritical(0.1));
        assertEquals(1, turnout.atCritical(0.9));
    }

    /** Uniform noise: one whose news is x rules out all strengths but within root 3 deviations of it. */
    @Test
    void uniformNoiseIsATruncatedNormal() {
        final News news = News.wordOfMouth(1).withPublic(0.5, 3).withNoise(Noise.uniform());
        final NoisyTurnout turnout = new NoisyTurnout(Contingent.of(1, 0.4), news);
        final double edge = Math.sqrt(3);
        for (final double x : new double[] {-1, 0.2, 1.5}) {
            final double low = normal((x - edge - 0.5) * edge);
            final double high = normal((x + edge - 0.5) * edge);
            assertEquals((normal(0) - low) / (high - low), turnout.chance(x, 0.5), 1e-13);
        }
    }

    private static double normal(double x) {
        return CostLaw.normal(0, 1).cdf(x);
    }

    /** Three meet at one half where public news is just so strong; nearer than doubles tell they are not told apart. */
    @Test
    void incompleteListsAreSaidToBe() {
        final var answer = RegimeSolver.solver()
                .solve(RegimeChange.of(1, 0.5)
                        .withNews(News.wordOfMouth(1)
                                .withPublic(0.5, Math.sqrt(2 * Math.PI))
                                .withNoise(OWN)));
        assertEquals(0.5, answer.value().criticalStrengths()[0], 1e-3);
        assertFalse(answer.value().complete());
        assertFalse(answer.value().uniqueAlways());
        assertTrue(
                answer.certificate() instanceof Certificate.Unproven,
                answer.certificate().sentence());
        assertTrue(
                answer.value().explain().contains("Private news is not normal; beside this one there may be others."));
    }

    /** Walks from beside each lead to the next; with one left out, or moved, they do not. */
    @ParameterizedTest
    @CsvSource({"logistic, 10", "uniform, 5", "uniform, 10", "laplace, 5", "laplace, 10", "own, 10"})
    void severalAreProvenToBeAll(String name, double publicly) {
        final Noise noise = switch (name) {
            case "logistic" -> Noise.logistic();
            case "uniform" -> Noise.uniform();
            case "laplace" -> Noise.laplace();
            default -> OWN;
        };
        final RegimeChange game = RegimeChange.of(
                        Contingent.of(1, 0.4).withMass(0.9),
                        Contingent.of(1, CostLaw.empirical(0.3, 0.5)).withMass(0.1))
                .withNews(News.wordOfMouth(1).withPublic(0.45, publicly).withNoise(noise));
        final var answer = RegimeSolver.solver().solve(game);
        final double[] all = answer.value().criticalStrengths();
        assertEquals(3, all.length, answer.value().toString());
        assertTrue(answer.value().complete());
        assertTrue(answer.value()
                .explain()
                .contains("Private news is not normal; closing in from both ends leaves just these."));
        final String sentence = answer.certificate().sentence();
        assertTrue(
                sentence.startsWith("proven: ")
                        && sentence.endsWith("and no others lie more than 1e-7 from these, assuming news with the"
                                + " monotone likelihood ratio, noise and beliefs within 1e-9"),
                sentence);
        for (final double[] some :
                new double[][] {{all[0], all[1]}, {all[0], all[2]}, {all[1], all[2]}, {all[0]}, {all[2]}}) {
            assertTrue(RegimeVerifier.certify(game, some, true, Watch.none()) instanceof Certificate.Numeric);
        }
        final Certificate moved =
                RegimeVerifier.certify(game, new double[] {all[0], all[1] + 0.01, all[2]}, true, Watch.none());
        assertTrue(((Certificate.Numeric) moved).worst() > 1e-3, moved.sentence());
    }

    /** All are found by then: they come back, unchecked. */
    @Test
    void theCertificateAsksTheWatch() {
        final News news = News.wordOfMouth(1).withPublic(0.45, 4);
        for (final RegimeChange game : new RegimeChange[] {
            RegimeChange.of(1, 0.4).withNews(news.withNoise(Noise.laplace())),
            RegimeChange.of(Contingent.of(1, CostLaw.normal(0.4, 0.2))).withNews(news.withNoise(Noise.logistic())),
            RegimeChange.of(Contingent.of(1, CostLaw.beta(2, 3))).withNews(news)
        }) {
            final AtomicInteger asked = new AtomicInteger();
            final var whole =
                    RegimeSolver.solver().solve(game, Watch.none().withCancel(() -> asked.incrementAndGet() < 0));
            final int enough = asked.get() - 2;
            asked.set(0);
            final var stopped =
                    RegimeSolver.solver().solve(game, Watch.none().withCancel(() -> asked.incrementAndGet() > enough));
            assertTrue(stopped instanceof Answer.Stopped, stopped.toString());
            assertEquals(
                    "not proven: not checked to the end", stopped.certificate().sentence());
            assertEquals(whole.value(), stopped.value());
        }
    }
}
