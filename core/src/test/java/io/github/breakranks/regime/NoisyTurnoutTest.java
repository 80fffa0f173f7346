package io.github.breakranks.regime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Certificate;
import io.github.breakranks.population.CostLaw;
import java.util.List;
import org.junit.jupiter.api.Test;

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
            assertEquals(!closed.value().unique(), integrated.certificate() instanceof Certificate.Unproven);
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

    @Test
    void incompleteListsAreSaidToBe() {
        final var answer = RegimeSolver.solver()
                .solve(RegimeChange.of(1, 0.5)
                        .withNews(News.wordOfMouth(1).withPublic(0.5, 10).withNoise(Noise.logistic())));
        assertEquals(3, answer.value().criticalStrengths().length);
        assertFalse(answer.value().complete());
        assertFalse(answer.value().uniqueAlways());
        assertTrue(
                answer.certificate() instanceof Certificate.Unproven,
                answer.certificate().sentence());
        assertTrue(answer.value().explain().contains("Private news is not normal; between these there may be others."));
    }
}
