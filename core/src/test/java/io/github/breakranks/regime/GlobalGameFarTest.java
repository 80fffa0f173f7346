package io.github.breakranks.regime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import java.util.Arrays;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Gains that grow fast, states far from nothing, news at the edge of rounding, and work that is cut short. */
class GlobalGameFarTest {
    private static Answer<GlobalPlay> answer(GlobalGame game) {
        return GlobalGameSolver.solver().solve(game);
    }

    private static void proven(double most, Answer<GlobalPlay> answer) {
        assertTrue(
                answer.certificate() instanceof Certificate.Numeric numeric && numeric.worst() <= most,
                answer.certificate().sentence());
        assertTrue(answer.value().unique(), answer.value().toString());
    }

    /** E exp(k + e) = exp(k + variance / 2), and the share of others is one half on average: k = ln 1.5 - variance / 2. */
    @ParameterizedTest
    @CsvSource({"1, 1e-11", "0.25, 1e-11", "0.01, 1e-10", "0.0025, 1e-9"})
    void gainsThatGrowLikeExpAreIntegratedToWhereTheirMassLies(double precision, double within) {
        final Answer<GlobalPlay> answer =
                answer(GlobalGame.of((state, gone) -> Math.exp(state) - 2 + gone, News.wordOfMouth(precision)));
        assertEquals(Math.log(1.5) - 0.5 / precision, answer.value().cutoff(), within);
        proven(1e-5, answer);
    }

    /** The mass lies at 50 deviations, where normal noise is no double any more. */
    @Test
    void gainsWhoseMassLiesBeyondDoublesAreRefusedWithTheRemedy() {
        final String remedy = "; take news more precise, or bound the gain in states that far off";
        for (final News news :
                new News[] {News.wordOfMouth(4e-4), News.wordOfMouth(0.25).withNoise(Noise.laplace())}) {
            final String message = assertThrows(
                            IllegalArgumentException.class,
                            () -> answer(GlobalGame.of((state, gone) -> Math.exp(state) - 2 + gone, news)))
                    .getMessage();
            assertTrue(
                    message.startsWith("gain must grow less than the noise's likelihood falls")
                            && message.endsWith(remedy),
                    message);
        }
    }

    /** E sinh(k + e) = sinh(k) exp(variance / 2), with slope cosh(k) exp(variance / 2): a residual is small against that. */
    @Test
    void residualsAreMeasuredByTheSlopeOfWhatIsExpected() {
        final Answer<GlobalPlay> answer =
                answer(GlobalGame.of((state, gone) -> Math.sinh(state) + gone - 0.3, News.wordOfMouth(0.04)));
        final double k = answer.value().cutoff();
        assertEquals(-0.2 / Math.exp(12.5), Math.sinh(k), 1e-12);
        proven(1, answer);
        final TurnoutByState wrong = new CommonCutoff(k + 1e-3, Noise.normal().law(), 5, true);
        final GlobalPlay claimed = new GlobalPlay(answer.value().game(), wrong, wrong, k, OptionalDouble.empty());
        assertTrue(GlobalVerifier.certify(claimed, wrong, wrong, Watch.none()) instanceof Certificate.Unproven);
    }

    /** E (k + e)+ = n(k) + k N(k): k (1 - N(k)) + 10^6 (n(k) + k N(k)) + ... = 0. */
    @Test
    void kinksAreCertifiedOnFinerGrids() {
        final Answer<GlobalPlay> answer = answer(
                GlobalGame.of((state, gone) -> (state > 0 ? 1e6 * state : state) + gone - 0.5, News.wordOfMouth(1)));
        final double k = answer.value().cutoff();
        final CostLaw normal = CostLaw.normal(0, 1);
        final double above = normal.density(k) + k * normal.cdf(k);
        assertEquals(0, k + (1e6 - 1) * above, 1e-8);
        proven(1e-5, answer);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e5, 1e7, 1e10, -1e7})
    void statesFarFromNothingAreFound(double far) {
        final int[] gains = new int[1];
        final Answer<GlobalPlay> answer = answer(GlobalGame.of(
                (state, gone) -> {
                    gains[0]++;
                    return state + gone - far;
                },
                News.wordOfMouth(1)));
        assertEquals(far - 0.5, answer.value().cutoff(), 1e-14 * Math.abs(far));
        proven(1e-5, answer);
        assertTrue(gains[0] < 1_000_000, "evaluated " + gains[0]);
        assertEquals(far - 1, answer.value().dominanceBounds()[0], 1e-14 * Math.abs(far));
    }

    /** Public precision 2 sqrt(private), below sqrt(2 pi) of it: one equilibrium, at one half as all is symmetric, but for the state's last digits. */
    @ParameterizedTest
    @CsvSource({"1e14, 2e7", "1e16, 2e8", "1e10, 2e5", "1e18, 2e9"})
    void oneIsOneToTheLastDigits(double privately, double publicly) {
        final GlobalPlay play = answer(GlobalGame.of(
                        (state, gone) -> state + gone - 1,
                        News.wordOfMouth(privately).withPublic(0.5, publicly)))
                .value();
        assertTrue(play.unique(), play + ", gap " + play.gap());
        assertEquals(0.5, play.cutoff(), 1e-13);
    }

    /** Once it is told to stop it gives up within some hundred gains, and says no more than it knows. */
    @ParameterizedTest
    @ValueSource(ints = {10, 3_000, 4_000, 6_000, 10_000})
    void theWatchIsAskedWithinIntegrals(int enough) {
        final News[] news = {News.wordOfMouth(0.01), News.wordOfMouth(0.01).withPublic(0, 0.005)};
        for (int k = 0; k < 4; k++) {
            final int[] gains = new int[1];
            final GlobalGame many = GlobalGame.of(
                    (state, gone) -> {
                        gains[0]++;
                        return (state > 0.01 ? 2 : 0) + Math.exp(state) - 3 + gone;
                    },
                    news[k % 2]);
            final Answer<GlobalPlay> answer = GlobalGameSolver.solver()
                    .solve(k < 2 ? many : many.among(5), Watch.none().withCancel(() -> gains[0] > enough));
            if (answer instanceof Answer.Found<GlobalPlay>) {
                assertTrue(gains[0] <= enough, "found after " + gains[0]);
                continue;
            }
            // the check for falls, from which nothing is spared, takes some nine thousand
            assertTrue(gains[0] < Math.max(enough, 9_000) + 2_000, "stopped after " + gains[0]);
            final GlobalPlay play = answer.value();
            assertTrue(answer.certificate() instanceof Certificate.Unproven);
            if (!play.settled()) {
                assertFalse(play.unique());
                assertTrue(play.greatest().cutoff() <= play.least().cutoff());
                assertTrue(play.explain().startsWith("Best replies from both ends have not met yet: "), play.explain());
                assertTrue(play.toString().endsWith(", not settled]"), play.toString());
                assertTrue(assertThrows(IllegalStateException.class, () -> play.cutoff())
                        .getMessage()
                        .startsWith("best replies from both ends have not met yet"));
            }
        }
    }

    @Test
    void boundsThatWereNotReachedAreInfinite() {
        final GlobalPlay play = GlobalGameSolver.solver()
                .solve(
                        GlobalGame.of((state, gone) -> Math.exp(state) - 2 + gone, News.wordOfMouth(0.01)),
                        Watch.none().withCancel(() -> true))
                .value();
        assertEquals(Double.POSITIVE_INFINITY, play.least().cutoff());
        assertEquals(Double.NEGATIVE_INFINITY, play.greatest().cutoff());
        assertFalse(play.unique());
        assertEquals("GlobalPlay[no bounds yet, not settled]", play.toString());
        assertEquals(
                "Best replies from both ends have not met yet: no bounds of the news above which soldiers go are known. Whatever others do, staying is"
                        + " best below 0.0000 and going above 0.6931.",
                play.explain());
        assertEquals(
                "the search for the state was cut short; raise the limit",
                assertThrows(IllegalStateException.class, () -> play.laplacianState())
                        .getMessage());
    }

    /** An answer that is not proven is not called the one. */
    @Test
    void whatIsNotProvenIsNotCalledOne() {
        final GlobalGame game = GlobalGame.of((state, gone) -> state + gone - 1, News.wordOfMouth(100));
        final TurnoutByState wrong = new CommonCutoff(0.52, Noise.normal().law(), 0.1, true);
        final GlobalPlay claimed = new GlobalPlay(game, wrong, wrong, 0.5, OptionalDouble.empty());
        assertTrue(claimed.explain().startsWith("Doubt about what going is worth leaves one equilibrium: "));
        assertTrue(
                claimed.judged(new Certificate.Unproven("one gains"))
                        .explain()
                        .startsWith(
                                "Best replies from both ends meet, but that this is an equilibrium is not proven: soldiers go if"),
                claimed.judged(new Certificate.Unproven("one gains")).explain());
    }

    /** Costs that differ: bounds hold whenever it is stopped, and it stops within a round. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aLongListAsksWithinRounds(boolean publicly) {
        final double[] costs = new double[40];
        Arrays.setAll(costs, i -> i / 100.0);
        final News flat = News.wordOfMouth(100);
        final DefectionGame squad = DefectionGame.of(Population.of(costs), Offer.cash(0.3), Reprisal.fading(0.4));
        final GlobalGame game = GlobalGame.of(squad, publicly ? flat.withPublic(0, 5) : flat);
        final int[] asked = new int[1];
        final int enough = 100;
        final Answer<GlobalPlay> answer =
                GlobalGameSolver.solver().solve(game, Watch.none().withCancel(() -> ++asked[0] > enough));
        assertTrue(answer instanceof Answer.Stopped, answer.toString());
        assertTrue(asked[0] < enough + 20, "asked " + asked[0]); // in some of the points of one integral each
        assertFalse(answer.value().unique());
        for (int i = 0; i < costs.length; i++) {
            assertTrue(
                    answer.value().greatest().cutoff(i) < answer.value().least().cutoff(i));
        }
    }

    /** What is known by then is said of both ends at once. */
    @Test
    void boundsOfAnAnswerCutShortAreSaid() {
        final GlobalGame game = GlobalGame.of((state, gone) -> state + gone - 1, News.wordOfMouth(4));
        final TurnoutByState reached = new CommonCutoff(0.75, Noise.normal().law(), 0.5, false);
        final TurnoutByState none =
                new CommonCutoff(Double.NEGATIVE_INFINITY, Noise.normal().law(), 0.5, false);
        final GlobalPlay play = new GlobalPlay(game, reached, none, 0.5, OptionalDouble.empty());
        assertEquals("GlobalPlay[go above some news from -infinity to 0.7500, not settled]", play.toString());
        assertTrue(
                play.explain()
                        .startsWith(
                                "Best replies from both ends have not met yet: soldiers go if their news is above some value from -infinity"
                                        + " to 0.7500. "),
                play.explain());
    }

    @Test
    void noiseThatIsNotNormalBesidePublicNewsIsRefusedWithTheRemedy() {
        assertEquals(
                "news must be normal or private only in a global game, but was News: private 4.0 (logistic), public 1.0 at 0.5;"
                        + " take news.withNoise(Noise.normal()) or news.withoutPublic()",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> answer(GlobalGame.of(
                                        (state, gone) -> state + gone - 1,
                                        News.wordOfMouth(4)
                                                .withNoise(Noise.logistic())
                                                .withPublic(0.5, 1))))
                        .getMessage());
    }
}
