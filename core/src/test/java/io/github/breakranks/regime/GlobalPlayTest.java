package io.github.breakranks.regime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
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
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** What play says of itself: the state at which it switches, whether it is the only one, and how far it is one. */
class GlobalPlayTest {
    /** Two equilibria beside one in the middle: public news is strong. */
    private static final GlobalGame SEVERAL =
            GlobalGame.of((state, gone) -> state + gone - 1, News.wordOfMouth(1).withPublic(0.5, 10));

    private static Answer<GlobalPlay> answer(GlobalGame game) {
        return GlobalGameSolver.solver().solve(game);
    }

    private static GlobalPlay play(GlobalGame game) {
        return answer(game).orElseThrow();
    }

    private static String refusal(Runnable asked) {
        return assertThrows(IllegalStateException.class, asked::run).getMessage();
    }

    /** Morris and Shin (2003): the mean of the gain over shares is nothing at state .6; others decide nothing below .1 and above 1.1. */
    @Test
    void theStateAtWhichPlaySwitchesIsSaid() {
        final GlobalPlay play = play(GlobalGame.of((state, gone) -> state + gone - 1.1, News.wordOfMouth(1e6)));
        assertEquals("GlobalPlay[go above 0.6000]", play.toString());
        assertEquals(
                "Doubt about what going is worth leaves one equilibrium: soldiers go if their news is above 0.6000. As news becomes very precise"
                        + " they switch at state 0.6000, the Laplacian one, where going pays nothing on average over all shares of others."
                        + " Whatever others do, staying is best below 0.1000 and going above 1.1000.",
                play.explain());
        assertEquals("no state of such a gain is the game itself; take laplacianState()", refusal(() -> play.picked()));
        assertTrue(
                play.table().csv().startsWith("off [deviations of the news],state [state],"),
                play.table().csv());
        assertEquals(0.6, (double) play.table().column("state").get(5), 1e-12);
    }

    @Test
    void ofTwoSoldiersTheMeanIsOverNumbers() {
        final GlobalPlay play = play(GlobalGame.of((state, gone) -> state + gone - 1, News.wordOfMouth(1e6))
                .among(2));
        assertEquals("GlobalPlay[go above 0.5000]", play.toString());
        assertTrue(
                play.explain()
                        .contains(
                                "they switch at state 0.5000, the Laplacian one, where going pays nothing on average over all numbers of"
                                        + " others. Whatever others do, staying is best below 0.0000 and going above 1.0000."),
                play.explain());
    }

    /** Soldiers of a defection game who are all alike: gain .3 + state - .4 (1 - x) - .15, whose mean over x is state - .05. */
    @Test
    void ofADefectionGameTheShareInTheGameItselfIsSaidBesideTheCutoff() {
        final DefectionGame game =
                DefectionGame.of(Population.of(1_000, CostLaw.empirical(0.15)), Offer.cash(0.3), Reprisal.fading(0.4));
        final GlobalPlay play = play(GlobalGame.of(game, News.wordOfMouth(400)));
        assertEquals(0.05, play.cutoff(), 1e-12);
        assertEquals(0.05, play.laplacianState(), 1e-12);
        assertEquals(CostLaw.normal(0, 1).cdf(-1), play.share(0), 1e-12);
        assertEquals(0, play.picked());
        assertEquals("GlobalPlay[go above 0.0500; 0.1587 go, in the limit 0.0000]", play.toString());
        assertEquals(
                "Doubt about what going is worth leaves one equilibrium: soldiers go if their news is above 0.0500. In the game itself 0.1587 of the"
                        + " soldiers go. As news becomes very precise they switch at state 0.0500, the Laplacian one, where going pays nothing on"
                        + " average over all shares of others, so that 0.0000 go in the game itself. Whatever others do, staying is best below"
                        + " -0.1500 and going above 0.2500.",
                play.explain());
    }

    @Test
    void severalEquilibriaAreRefusedWhereTheOneIsAsked() {
        final GlobalPlay play = play(SEVERAL);
        assertFalse(play.unique());
        final String why =
                "there are several equilibria: in the least soldiers go if their news is above 6.0000, in the greatest soldiers go if"
                        + " their news is above -5.0000; name least() or greatest(), or make public news less precise";
        assertEquals(why, refusal(() -> play.cutoff()));
        assertEquals(why, refusal(() -> play.share(0.5)));
        assertEquals(6, play.least().cutoff(), 1e-4);
        assertEquals(-5, play.greatest().cutoff(), 1e-4);
        assertEquals(1.9e-8, play.least().share(0.5), 1e-9);
        assertEquals(1, play.greatest().share(0.5), 1e-7);
        assertEquals("GlobalPlay[go above 6.0000 or -5.0000]", play.toString());
        assertTrue(
                play.explain()
                        .startsWith(
                                "Both ends leave several equilibria, as public news is strong: in the least soldiers go if their news is above"
                                        + " 6.0000, in the greatest soldiers go if their news is above -5.0000. "),
                play.explain());
        assertEquals(
                "GlobalEquilibrium[soldiers go if their news is above 6.0000]",
                play.least().toString());
    }

    /** What the remedy says helps: news that is public a little leaves one. */
    @Test
    void theRemedyHelps() {
        assertEquals(
                0.5,
                play(SEVERAL.withNews(News.wordOfMouth(1).withPublic(0.5, 0.1))).cutoff(),
                1e-9);
    }

    /** Each is certified as an equilibrium; how far they lie apart is a result of its own. */
    @Test
    void eachOfSeveralIsCertifiedByItself() {
        final Certificate certificate = answer(SEVERAL).certificate();
        assertTrue(
                certificate instanceof Certificate.Numeric numeric
                        && numeric.unit().equals("unit of the game")
                        && numeric.worst() < 1e-9,
                certificate.sentence());
        assertEquals(10.99998, play(SEVERAL).gap(), 1e-5);
        final TurnoutByState right =
                new CommonCutoff(play(SEVERAL).least().cutoff(), Noise.normal().law(), 1, true);
        final TurnoutByState wrong = new CommonCutoff(-4.9, Noise.normal().law(), 1, true);
        final GlobalPlay claimed = new GlobalPlay(SEVERAL, right, wrong, 0.5, OptionalDouble.empty());
        assertTrue(
                GlobalVerifier.certify(claimed, right, wrong, Watch.none()) instanceof Certificate.Unproven,
                GlobalVerifier.certify(claimed, right, wrong, Watch.none()).sentence());
    }

    /** A gain that does not hang on the state: everything that is a rest point is an equilibrium, and doubt about the state decides nothing. */
    @Test
    void withoutDominanceNothingIsSelected() {
        final var answer = answer(GlobalGame.of((state, gone) -> gone - 0.5, News.wordOfMouth(100)));
        final GlobalPlay play = answer.orElseThrow();
        assertEquals(
                "checked: worst residual 0.0 [unit of the game]",
                answer.certificate().sentence());
        assertEquals(Double.POSITIVE_INFINITY, play.gap());
        assertEquals("GlobalPlay[nobody ever goes or all always go]", play.toString());
        assertEquals(
                "nothing is selected, as there is no state in which going, or none in which staying, is best whatever others do;"
                        + " let the gain fall below 0 in low states and rise above it in high ones, whatever others do",
                refusal(() -> play.laplacianState()));
        assertEquals(
                "there are several equilibria: in the least nobody ever goes, in the greatest all always go; name least() or greatest(), or let the"
                        + " gain fall below 0 in low states and rise above it in high ones, whatever others do",
                refusal(() -> play.cutoff()));
        assertArrayEquals(new double[] {Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY}, play.dominanceBounds());
    }

    /** All gain in every state by going whatever others do: one equilibrium, and nothing to select. */
    @Test
    void whereGoingIsAlwaysBestAllAlwaysGo() {
        final GlobalPlay play = play(GlobalGame.of((state, gone) -> gone + 0.5, News.wordOfMouth(100)));
        assertTrue(play.unique());
        assertEquals("GlobalPlay[all always go]", play.toString());
        assertEquals(Double.NEGATIVE_INFINITY, play.laplacianState());
        assertEquals(
                "Doubt about what going is worth leaves one equilibrium: all always go. As news becomes very precise, all always go.",
                play.explain());
    }

    /** Half of the time nobody gains alone in any state: from below nothing spreads, from above it does, so that two remain. */
    @Test
    void dominanceAtOneEndAloneSelectsNothing() {
        final GlobalPlay play =
                play(GlobalGame.of((state, gone) -> Math.min(state, 0) + gone - 0.4, News.wordOfMouth(100)));
        assertEquals(Double.POSITIVE_INFINITY, play.least().cutoff());
        assertTrue(play.greatest().cutoff() < 0);
        assertTrue(refusal(() -> play.laplacianState()).startsWith("nothing is selected, as there is no state"));
    }

    @Test
    void anEquilibriumClaimedWrongAtInfinityIsSeen() {
        final GlobalGame game = GlobalGame.of((state, gone) -> state + gone - 1, News.wordOfMouth(100));
        final TurnoutByState never =
                new CommonCutoff(Double.POSITIVE_INFINITY, Noise.normal().law(), 0.1, true);
        final GlobalPlay claimed = new GlobalPlay(game, never, never, 0.5, OptionalDouble.empty());
        assertTrue(GlobalVerifier.certify(claimed, never, never, Watch.none()) instanceof Certificate.Unproven);
    }

    /** Where costs are spread each has a cutoff of his own; at it he gains nothing. */
    @Test
    void spreadCostsHaveCutoffsByCost() {
        final DefectionGame game = DefectionGame.of(
                Population.of(30_000, CostLaw.normal(0.25, 0.12)),
                Offer.cash(0.20).withRefuge(0.30).withCredibility(0.90),
                Reprisal.fading(0.40));
        final GlobalPlay play = play(GlobalGame.of(game, News.wordOfMouth(400)));
        // law and gain are symmetric round half of the soldiers, cost .25
        assertEquals(0, play.least().cutoffAtCost(0.25), 1e-9);
        assertEquals(-play.least().cutoffAtCost(0.15), play.least().cutoffAtCost(0.35), 1e-9);
        assertEquals(
                "soldiers whose costs are spread have no common cutoff; take cutoffAtCost(cost)",
                refusal(() -> play.cutoff()));
        assertEquals(
                "soldiers are too many to be listed; take cutoff(), or cutoffAtCost(cost) if costs are spread",
                refusal(() -> play.least().cutoff(3)));
        assertEquals(
                "GlobalPlay[0.5000 go, in the limit 0.9185]", play.toString().replace("0.0815", "0.9185"));
        assertTrue(play.explain().contains("the soldier of median cost goes if his news is above"), play.explain());
    }
}
