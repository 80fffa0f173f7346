package io.github.breakranks.regime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.population.CostLaw;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said in public outweighs what each sees by far: all or nobody goes, but for a hair. */
class ExtremeNewsTest {
    private static final double QUANTILE = 0.2533471031357997; // N^-1(0.6)

    private static Noise noise(String name) {
        return switch (name) {
            case "uniform" -> Noise.uniform();
            case "laplace" -> Noise.laplace();
            case "logistic" -> Noise.logistic();
            default -> Noise.normal();
        };
    }

    private static Answer<RegimeFall> answer(String noise, double privately, double publicly) {
        return RegimeSolver.solver()
                .solve(RegimeChange.of(1, 0.4)
                        .withNews(News.wordOfMouth(privately)
                                .withNoise(noise(noise))
                                .withPublic(0.45, publicly)));
    }

    /** Own news is worth nothing: nobody, all, or all just indifferent, by what was told alone: P(theta <= theta*) = c/B. */
    @ParameterizedTest
    @CsvSource({
        "normal, 1e-3, 1000",
        "logistic, 1e-3, 1000",
        "logistic, 1e-4, 1000",
        "laplace, 1e-4, 1000",
        "uniform, 1e-4, 1000",
        "laplace, 1e-6, 1e6",
        "logistic, 1e-6, 1e6",
        "uniform, 1e-6, 1e6"
    })
    void ownNewsThatIsWorthNothingLeavesNobodyAllOrTheIndifferent(String noise, double privately, double publicly) {
        final Answer<RegimeFall> answer = answer(noise, privately, publicly);
        final double indifferent = 0.45 - QUANTILE / Math.sqrt(publicly);
        final double[] strengths = answer.value().criticalStrengths();
        assertEquals(3, strengths.length, answer.value().toString());
        assertEquals(0, strengths[0], 1e-3);
        assertEquals(indifferent, strengths[1], 1e-3);
        assertEquals(1, strengths[2], 1e-3);
        assertFalse(answer.value().unique());
        assertTrue(answer.value().explain().contains("What falls hangs on what all expect"));
    }

    /** An integral of the test's own: what is left of a normal law between the strengths that uniform news leaves. */
    @Test
    void uniformNoiseAtTheEnds() {
        final Answer<RegimeFall> answer = answer("uniform", 1, 1000);
        final double[] strengths = answer.value().criticalStrengths();
        assertArrayEquals(new double[] {5.87e-4, 0.442, 0.99973}, strengths, 5e-4);
        final double edge = Math.sqrt(3);
        for (final double strength : strengths) {
            final double x = strength - edge + 2 * edge * strength; // as a share of just the strength goes
            double below = 0;
            double all = 0;
            final double nearest = Math.max(x - edge, Math.min(x + edge, 0.45));
            final double from = Math.max(x - edge, nearest - 0.3);
            final double to = Math.min(x + edge, nearest + 0.3);
            for (int k = 0; k < 200_000; k++) {
                final double theta = from + (to - from) * (k + 0.5) / 200_000;
                final double density =
                        Math.exp(-500 * ((theta - 0.45) * (theta - 0.45) - (nearest - 0.45) * (nearest - 0.45)));
                below += theta <= strength ? density : 0;
                all += density;
            }
            assertEquals(0.4, below / all, 1e-3, "at " + strength);
        }
        assertTrue(
                answer.certificate() instanceof Certificate.Proven,
                answer.certificate().sentence());
    }

    /** There is always a least critical strength, so no list of them is empty. */
    @Test
    void theCertificateSeesAnEmptyList() {
        for (final boolean complete : new boolean[] {true, false}) {
            final Certificate none =
                    RegimeVerifier.certify(RegimeChange.of(1, 0.4), new double[0], complete, Watch.none());
            assertEquals("not proven: no critical strength was found, though there is always one", none.sentence());
        }
    }

    @Test
    void stoppedWorkStillNamesOne() {
        final RegimeChange game = RegimeChange.of(Contingent.of(1, CostLaw.beta(2, 3)))
                .withNews(News.wordOfMouth(1).withPublic(0.5, 10));
        final Answer<RegimeFall> answer = RegimeSolver.solver().solve(game, stopped());
        assertTrue(answer instanceof Answer.Stopped);
        assertFalse(answer.value().complete());
        assertDoesNotThrow(answer.value()::explain);
        final RegimeFall noisy = RegimeSolver.solver()
                .solve(game.withNews(News.wordOfMouth(1).withPublic(0.5, 10).withNoise(Noise.laplace())), stopped())
                .value();
        assertTrue(noisy.explain().contains("beside this one there may be others"), noisy.explain());
    }

    /** The closed form is done before a watch is looked at: what is finished is found. */
    @Test
    void finishedWorkIsFound() {
        for (final News news : new News[] {
            News.wordOfMouth(4),
            News.wordOfMouth(4).withPublic(0.3, 1),
            News.wordOfMouth(1).withPublic(0.5, 10)
        }) {
            final Answer<RegimeFall> answer =
                    RegimeSolver.solver().solve(RegimeChange.of(1, 0.4).withNews(news), stopped());
            assertTrue(answer instanceof Answer.Found, answer.toString());
            assertTrue(answer.value().complete());
        }
    }

    /** Two contingents who are alike are one: what is nearer than the narrowest stretch is listed once. */
    @Test
    void noCriticalStrengthIsListedTwice() {
        final News news = News.wordOfMouth(1e-12).withPublic(2, 1000);
        final RegimeChange one = RegimeChange.of(1, 0.3).withNews(news);
        final RegimeChange two = RegimeChange.of(
                        Contingent.of(1, 0.3).named("one"),
                        Contingent.of(1, 0.3).named("two"))
                .withNews(news);
        assertArrayEquals(
                RegimeSolver.solver().solve(one).value().criticalStrengths(),
                RegimeSolver.solver().solve(two).value().criticalStrengths(),
                1e-12);
        assertEquals(0, RegimeSolver.solver().solve(two).value().criticalStrength(), 1e-12);
    }

    /** Half of the soldiers have one cost: the law jumps, and is integrated up to the jump and from it. */
    @Test
    void lawsThatJumpAndSpreadKeepTheirDigits() {
        final CostLaw spread = CostLaw.normal(0.5, 0.1);
        final News news = News.wordOfMouth(4).withPublic(0.3, 1);
        final Answer<RegimeFall> mixed = RegimeSolver.solver()
                .solve(RegimeChange.of(Contingent.of(1, CostLaw.mixture(0.5, CostLaw.empirical(0.3), spread)))
                        .withNews(news));
        final Answer<RegimeFall> apart = RegimeSolver.solver()
                .solve(RegimeChange.of(Contingent.of(1, 0.3), Contingent.of(1, spread))
                        .withNews(news));
        assertEquals(apart.value().criticalStrength(), mixed.value().criticalStrength(), 1e-11);
        assertTrue(
                mixed.certificate() instanceof Certificate.Proven,
                mixed.certificate().sentence());
    }

    /** Private news only: one prediction is a theorem, and the strength is in closed form. */
    @Test
    void privateNewsAloneIsProven() {
        final Certificate certificate =
                RegimeSolver.solver().solve(RegimeChange.of(1, 0.4)).certificate();
        assertEquals(
                "proven: closed form under private news alone, one for any game, worst residual at most 1e-15, assuming a flat prior, "
                        + "news with the monotone likelihood ratio, normal and cost laws within 1e-9",
                certificate.sentence());
    }

    /** Doubles near 1/2 lie 1e-16 apart: what is integrated over less than a million of them is refused. */
    @ParameterizedTest
    @CsvSource({"logistic", "laplace", "uniform"})
    void whatDoublesDoNotTellApartIsRefused(String noise) {
        assertEquals(
                "privatePrecision must be at most 1.0E20 [1 / strength squared] where private news is not normal and something is said in"
                        + " public, as doubles between 0 and 1 are not much nearer, but was 1.0E26; take normal noise, or withoutPublic()"
                        + " where own news is so near",
                assertThrows(IllegalArgumentException.class, () -> answer(noise, 1e26, 1e10))
                        .getMessage());
        assertEquals(
                "publicPrecision must be at most 1.0E20 [1 / strength squared] where private news is not normal and something is said in"
                        + " public, as doubles between 0 and 1 are not much nearer, but was 1.0E30; take normal noise",
                assertThrows(IllegalArgumentException.class, () -> answer(noise, 1, 1e30))
                        .getMessage());
        assertDoesNotThrow(() -> News.wordOfMouth(1e30).withNoise(noise(noise)));
    }

    /** Where rounding leaves no equilibrium on the doubles, or the wrong ones, the list is not called complete. */
    @ParameterizedTest
    @CsvSource({
        "logistic, 1e20, 1e20",
        "laplace, 1e20, 1e20",
        "uniform, 1e20, 1e20",
        "logistic, 1e18, 1e18",
        "laplace, 1e18, 1e18",
        "laplace, 1e20, 1e12",
        "uniform, 1e10, 1e20",
        "normal, 1e26, 1e26",
        "normal, 1e60, 1e60"
    })
    void whatIsOffIsNotComplete(String noise, double privately, double publicly) {
        final Answer<RegimeFall> answer = answer(noise, privately, publicly);
        if (answer.certificate() instanceof Certificate.Numeric numeric && numeric.worst() > 1e-6) {
            assertFalse(answer.value().complete(), answer.value().toString());
            assertFalse(answer.value().unique());
            assertTrue(
                    answer.value().explain().contains("This is not sure"),
                    answer.value().explain());
        }
        assertTrue(
                !answer.value().complete() || answer.value().criticalStrengths().length == 3,
                answer.value() + ", " + answer.certificate().sentence());
    }

    private static Watch stopped() {
        return Watch.limit(Duration.ofDays(1)).withCancel(() -> true);
    }
}
