package io.github.breakranks.regime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What soldiers know and have at stake, and what of it is refused. */
class NewsTest {
    private static String refusal(Executable refused) {
        return assertThrows(IllegalArgumentException.class, refused).getMessage();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void precisionsMustBePositive(double precision) {
        assertEquals(
                "privatePrecision must be finite and > 0.0 [1 / strength squared], but was " + precision,
                refusal(() -> News.wordOfMouth(precision)));
        assertEquals(
                "publicPrecision must be finite and > 0.0 [1 / strength squared], but was " + precision,
                refusal(() -> News.wordOfMouth(1).withPublic(0.5, precision)));
    }

    @Test
    void whatAllAreToldMustBeFinite() {
        assertEquals(
                "publicMean must be finite [strength], but was NaN",
                refusal(() -> News.wordOfMouth(1).withPublic(Double.NaN, 1)));
    }

    @Test
    void whatWouldOverflowIsRefused() {
        assertEquals(
                "privatePrecision must be from 1.0E-100 to 1.0E100 [1 / strength squared], but was 1.0E-300",
                refusal(() -> News.wordOfMouth(1e-300)));
        assertEquals(
                "publicPrecision must be from 1.0E-100 to 1.0E100 [1 / strength squared], but was 1.0E101",
                refusal(() -> News.wordOfMouth(1).withPublic(0.5, 1e101)));
        assertEquals(
                "publicMean must be from -1.0E100 to 1.0E100 [strength], but was 1.0E308",
                refusal(() -> News.wordOfMouth(1).withPublic(1e308, 1)));
        assertEquals(
                "priorPrecision must be finite and > 0.0 [1 / strength squared], but was 0.0",
                refusal(() -> News.wordOfMouth(1).withPrior(0.5, 0)));
        assertEquals(
                "publicPrecision and what all hold in common already must add up to at most 1.0E100 [1 / strength squared], but were"
                        + " 1.0E100 and 1.0E100; take withoutPublic() first to put the new in its place",
                refusal(() -> News.wordOfMouth(1).withPrior(0.5, 1e100).withPublic(0.5, 1e100)));
        for (final double privately : new double[] {1e-100, 1, 1e100}) {
            for (final double publicly : new double[] {1e-100, 1, 1e100}) {
                for (final double mean : new double[] {-1e100, -1, 0.5, 1e100}) {
                    final RegimeFall fall = RegimeSolver.solver()
                            .solve(RegimeChange.of(1, 0.4)
                                    .withNews(News.wordOfMouth(privately).withPublic(mean, publicly)))
                            .value();
                    assertTrue(fall.chanceAt(fall.least()) >= 0, fall.toString());
                    assertTrue(fall.chanceAt(fall.greatest()) <= 1, fall.toString());
                    assertFalse(fall.explain().length() > 400, fall.explain());
                    assertFalse(
                            fall.table().text().contains("NaN"), fall.table().text());
                }
            }
        }
    }

    /** Bayes' rule for normal laws: precisions add up, means are weighed by them; nothing is replaced in silence. */
    @Test
    void whatAllKnowAddsUp() {
        final News twice = News.wordOfMouth(4).withPublic(0.5, 1).withPublic(0.2, 3);
        assertEquals(4, twice.publicPrecision());
        assertEquals(0.275, twice.publicMean(), 1e-15);
        assertEquals(twice, News.wordOfMouth(4).withPrior(0.5, 1).withPublic(0.2, 3));
        assertEquals(
                twice.publicMean(),
                News.wordOfMouth(4).withPublic(0.2, 3).withPrior(0.5, 1).publicMean(),
                1e-15);
        assertEquals(
                News.wordOfMouth(4).withPublic(0.2, 3), twice.withoutPublic().withPublic(0.2, 3));
        assertEquals(4, twice.withNoise(Noise.laplace()).publicPrecision());
    }

    @Test
    void newsSaysHowPublicItIs() {
        final News news = News.wordOfMouth(4).withPublic(0.3, 1);
        assertEquals(0.5, news.publicity());
        assertEquals("News: private 4.0, public 1.0 at 0.3", news.toString());
        assertEquals(
                "News: private 4.0 (laplace)",
                News.wordOfMouth(4).withNoise(Noise.laplace()).toString());
        assertTrue(news.withoutPublic().flat());
        assertFalse(news.flat());
    }

    @Test
    void oneContingentKnowsOneThing() {
        final RegimeChange game = RegimeChange.of(1, 0.4);
        assertEquals(
                "news must be 1, as there is one contingent [count], but was 2",
                refusal(() -> game.withNews(News.wordOfMouth(1), News.wordOfMouth(1))));
        final DefectionGame army =
                DefectionGame.of(Population.of(10, CostLaw.normal(0.6, 0.2)), Offer.cash(0.2), Reprisal.fading(0.4));
        assertEquals(
                "stakes must be 1, as there is one group [count], but was 2",
                refusal(() -> RegimeChange.of(army, Stakes.winOrLose(1), Stakes.winOrLose(1))));
    }

    @Test
    void contingentsMayKnowDifferentThingsButAreToldTheSame() {
        final RegimeChange game = RegimeChange.of(Contingent.of(1, 0.4), Contingent.of(1, 0.6));
        assertEquals(
                "news must be for all or for each contingent [1 or 2], but was 3",
                refusal(() -> game.withNews(News.wordOfMouth(1), News.wordOfMouth(1), News.wordOfMouth(1))));
        assertEquals(
                "all contingents must have been told the same in public [strength], but was News: private 1.0 and"
                        + " News: private 1.0, public 2.0 at 0.5",
                refusal(() ->
                        game.withNews(News.wordOfMouth(1), News.wordOfMouth(1).withPublic(0.5, 2))));
        final RegimeChange apart = game.withNews(News.wordOfMouth(1), News.wordOfMouth(9));
        assertEquals(9, apart.news(1).privatePrecision());
        assertEquals("RegimeChange of 2 contingents: benefit 1, cost 0.4 to 0.6; news by contingent", apart.toString());
        assertNotEquals(game, apart);
        assertEquals(apart, game.withNews(News.wordOfMouth(1), News.wordOfMouth(9)));
        assertEquals(
                apart.hashCode(),
                game.withNews(News.wordOfMouth(1), News.wordOfMouth(9)).hashCode());
    }

    @Test
    void noiseOfOnesOwnMustBeStandard() {
        assertEquals(
                "noise must have mean 0 [deviations], but was 0.5; move it with law.affine(-mean, 1)",
                refusal(() -> Noise.of("moved", CostLaw.normal(0.5, 1))));
        assertEquals(
                "noise must have variance 1 [deviations squared], but was 4.0; divide it with law.affine(0, 1 / deviation)",
                refusal(() -> Noise.of("wide", CostLaw.normal(0, 2))));
        assertEquals("own", Noise.of("own", CostLaw.normal(0, 1)).toString());
    }

    /** Beta(2, 2) is log-concave; its variance is 1/20. */
    @Test
    void noiseThatEndsIsTaken() {
        final double deviation = Math.sqrt(1 / 20.0);
        final Noise noise = Noise.of("beta", CostLaw.beta(2, 2).affine(-0.5 / deviation, 1 / deviation));
        final RegimeFall fall = RegimeSolver.solver()
                .solve(RegimeChange.of(1, 0.5)
                        .withNews(News.wordOfMouth(4).withPublic(0.5, 1).withNoise(noise)))
                .value();
        assertEquals(0.5, fall.criticalStrength(), 1e-9);
    }

    @Test
    void noiseThatBreaksTheLikelihoodRatioIsRefused() {
        final CostLaw twoHumps =
                CostLaw.mixture(0.5, CostLaw.normal(-0.9, Math.sqrt(0.19)), CostLaw.normal(0.9, Math.sqrt(0.19)));
        final String refused = refusal(() -> Noise.of("two humps", twoHumps));
        assertTrue(
                refused.startsWith("noise must have a log-concave density [monotone likelihood ratio], but near -")
                        && refused.endsWith(
                                "its logarithm bends upward; higher news would not always speak for higher strength"),
                refused);
        assertTrue(refusal(() -> Noise.of("coin", CostLaw.empirical(-1, 1)))
                .startsWith("noise must have a density [share per unit], but at "));
    }

    /** A name does not make a law normal. */
    @Test
    void onlyTheNormalLawIsNormal() {
        final Noise named = Noise.of("normal", CostLaw.logistic(0, Math.sqrt(3) / Math.PI));
        assertFalse(named.gaussian());
        assertNotEquals(Noise.normal(), named);
    }

    @Test
    void stakesAndContingentsAreChecked() {
        assertEquals(
                "freedom must be finite and >= 0.0 [unit of the game], but was -1.0",
                refusal(() -> Stakes.winOrLose(-1)));
        assertEquals(
                "benefit must be finite and > 0.0 [unit of the game], but was 0.0",
                refusal(() -> RegimeChange.of(0, 0.5)));
        assertEquals(
                "cost must be finite [unit of the game], but was NaN", refusal(() -> RegimeChange.of(1, Double.NaN)));
        assertEquals(
                "influence must be above 0 for some contingent [weight], but was 0.0",
                refusal(() -> RegimeChange.of(Contingent.of(1, 0.5).withInfluence(0))));
        assertEquals("contingents must be at least 1 [count], but was 0", refusal(() -> RegimeChange.of()));
    }

    @Test
    void aDefectionGameMustMakeTheFallWorthSomething() {
        final DefectionGame game =
                DefectionGame.of(Population.of(100, CostLaw.normal(0.3, 0.1)), Offer.cash(0.2), Reprisal.constant(0.4));
        assertEquals(
                "the regime's fall must be worth something to those who have gone [unit of the game], but was 0.0 for soldiers;"
                        + " name what freedom is worth in the stakes",
                refusal(() -> RegimeChange.of(game, Stakes.winOrLose(0))));
        assertEquals(
                "stakes must be 1, as there is one group [count], but was 2",
                refusal(() -> RegimeChange.of(game, Stakes.winOrLose(1), Stakes.winOrLose(1))));
    }

    /** Half have heard of the offer: two contingents; an offer honoured only if it falls raises the benefit, win or lose lowers the cost. */
    @Test
    void theOfferLowersTheCostOrRaisesTheBenefit() {
        final DefectionGame game = DefectionGame.of(
                Population.of(100, CostLaw.normal(0.5, 0.1)), Offer.cash(0.2).withReach(0.5), Reprisal.fading(0.4));
        final RegimeChange always = RegimeChange.of(game, Stakes.winOrLose(0.3));
        assertEquals(2, always.contingents().size());
        assertEquals(0.5, always.mass(0));
        assertEquals(0.7, always.contingents().get(0).benefit(), 1e-15); // reprisal ends, freedom
        assertEquals(0.5 + 0.4 - 0.2, always.contingents().get(0).cost().quantile(0.5), 1e-15);
        assertEquals(0.5 + 0.4, always.contingents().get(1).cost().quantile(0.5), 1e-15);
        final RegimeChange late = RegimeChange.of(game, Stakes.onlyIfFalls(0.3));
        assertEquals(0.9, late.contingents().get(0).benefit(), 1e-15);
        assertEquals(0.5 + 0.4, late.contingents().get(0).cost().quantile(0.5), 1e-15);
    }
}
