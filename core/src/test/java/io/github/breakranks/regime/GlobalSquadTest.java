package io.github.breakranks.regime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
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

/** Global games of soldiers who are listed one by one: alike, or each with a cutoff of his own (Frankel, Morris and Pauzner 2003). */
class GlobalSquadTest {
    static DefectionGame squad(double... costs) {
        return DefectionGame.of(Population.of(costs), Offer.cash(0.3), Reprisal.fading(0.4));
    }

    private static GlobalPlay play(DefectionGame game, News news) {
        return GlobalGameSolver.solver().solve(GlobalGame.of(game, news)).orElseThrow();
    }

    /** Gain .3 + state - .4 (1 - x) - .15, whose mean over 0, ..., 4 of four others is state - .05. */
    @Test
    void fiveWhoAreAlikeAreAmongFive() {
        final GlobalGame game = GlobalGame.of(squad(0.15, 0.15, 0.15, 0.15, 0.15), News.wordOfMouth(400));
        assertEquals(5, game.players().orElseThrow());
        final GlobalPlay play = GlobalGameSolver.solver().solve(game).orElseThrow();
        assertEquals(0.05, play.cutoff(), 1e-11);
        assertEquals(0.05, play.least().cutoff(4), 1e-11);
        assertEquals("GlobalPlay[go above 0.0500; 0.1587 go, in the limit 0.0000]", play.toString());
        assertEquals("GlobalGame of 5 soldiers who are alike; News: private 400.0", game.toString());
    }

    /**
     * Two: {@code k_1 - .1 + .4 N(d / (sigma sqrt 2)) = c_1} with d = k_1 - k_2, and the same of the other, so that
     * {@code d + .4 (2 N(d / (sigma sqrt 2)) - 1) = c_1 - c_2} and the cutoffs add up to {@code c_1 + c_2 - .2}.
     */
    @Test
    void twoWhoseCostsDifferSolveTwoEquations() {
        for (final double precision : new double[] {1, 400, 1e8}) {
            final GlobalPlay play = play(squad(0.1, 0.25), News.wordOfMouth(precision));
            final double apart = Math.sqrt(2 / precision);
            double low = -0.15;
            double high = 0;
            for (int step = 0; step < 100; step++) {
                final double d = (low + high) / 2;
                if (d + 0.4 * (2 * CostLaw.normal(0, 1).cdf(d / apart) - 1) < -0.15) {
                    low = d;
                } else {
                    high = d;
                }
            }
            assertEquals(low, play.least().cutoff(0) - play.least().cutoff(1), 1e-10, "precision " + precision);
            assertEquals(0.15, play.least().cutoff(0) + play.least().cutoff(1), 1e-10, "precision " + precision);
            assertTrue(play.unique());
        }
    }

    /** As news becomes very precise the set of greatest potential goes; here three: each of them adds .1, the fourth -.1. */
    @Test
    void preciseNewsPicksTheSetOfGreatestPotential() {
        final DefectionGame game = squad(-0.2, -0.1, 0.0, 0.3, 0.9);
        final GlobalPlay play = play(game, News.wordOfMouth(1e8));
        assertEquals(0.6, play.picked());
        assertEquals(play.picked(), play.share(0), 1e-6);
        assertEquals("GlobalPlay[0.6000 go, in the limit 0.6000]", play.toString());
        assertTrue(
                play.explain().contains("those of lowest cost go if their news is above -0.")
                        && play.explain().endsWith("0.6000 do: the rest point of greatest potential."),
                play.explain());
        assertEquals(
                "soldiers whose costs differ have no common cutoff; take cutoff(soldier)",
                assertThrows(IllegalStateException.class, () -> play.cutoff()).getMessage());
    }

    @Test
    void strongPublicNewsLeavesASquadSeveral() {
        final GlobalPlay play =
                play(squad(0.05, 0.1, 0.15, 0.2), News.wordOfMouth(100).withPublic(0, 800));
        assertTrue(play.gap() > 0.1, "gap " + play.gap());
        for (int i = 0; i < 4; i++) {
            assertTrue(play.least().cutoff(i) > play.greatest().cutoff(i));
        }
        assertTrue(assertThrows(IllegalStateException.class, () -> play.share(0))
                .getMessage()
                .startsWith(
                        "there are several equilibria: in the least those of lowest cost go if their news is above"));
        assertSame(play.game(), play.game());
    }

    @Test
    void theCertificateSeesAWrongCutoff() {
        final GlobalGame game = GlobalGame.of(squad(0.1, 0.25, 0.4), News.wordOfMouth(100));
        final Answer<GlobalPlay> answer = GlobalGameSolver.solver().solve(game);
        assertTrue(
                ((Certificate.Numeric) answer.certificate()).worst() < 1e-9,
                answer.certificate().sentence());
        final double[] cutoffs = new double[3];
        Arrays.setAll(cutoffs, i -> answer.value().least().cutoff(i));
        cutoffs[1] += 0.01;
        final TurnoutByState wrong = new SquadTurnout(cutoffs, game.news(), true);
        final GlobalPlay claimed = new GlobalPlay(game, wrong, wrong, 0, OptionalDouble.of(0));
        final Certificate certificate = GlobalVerifier.certify(claimed, wrong, wrong, Watch.none());
        assertTrue(((Certificate.Numeric) certificate).worst() > 0.01, certificate.sentence());
    }

    @Test
    void aSquadCutShortIsStopped() {
        final int[] asked = new int[1];
        final Answer<GlobalPlay> answer = GlobalGameSolver.solver()
                .solve(
                        GlobalGame.of(squad(0.1, 0.25, 0.4), News.wordOfMouth(100)),
                        Watch.none().withCancel(() -> ++asked[0] > 2));
        assertTrue(answer instanceof Answer.Stopped, answer.toString());
    }

    @Test
    void whatIsNoSquadIsRefused() {
        assertEquals(
                "soldiers listed must be >= 2 [count], but was 1",
                assertThrows(IllegalArgumentException.class, () -> GlobalGame.of(squad(0.1), News.wordOfMouth(1)))
                        .getMessage());
        final double[] many = new double[201];
        Arrays.setAll(many, i -> i / 400.0);
        assertEquals(
                "soldiers listed whose costs differ must be at most 200 [count], but was 201;"
                        + " take game.withPopulation(Population.of(n, law)) with a law of their costs",
                assertThrows(IllegalArgumentException.class, () -> GlobalGame.of(squad(many), News.wordOfMouth(1)))
                        .getMessage());
        // what it names is taken
        final DefectionGame lawful = squad(many).withPopulation(Population.of(201, CostLaw.uniform(0, 0.5)));
        assertTrue(play(lawful, News.wordOfMouth(100)).unique());
        assertEquals(
                "population must be one group that sees everybody, but was Population[20 in 2 groups]",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> GlobalGame.of(
                                        DefectionGame.of(
                                                Population.join(
                                                        Population.of(10, CostLaw.normal(0.2, 0.1))
                                                                .named("a"),
                                                        Population.of(10, CostLaw.normal(0.2, 0.1))
                                                                .named("b")),
                                                Offer.cash(0.2),
                                                Reprisal.fading(0.3)),
                                        News.wordOfMouth(1)))
                        .getMessage());
    }
}
