package io.github.breakranks.regime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.equilibrium.Potential;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.offer.Term;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import java.util.OptionalDouble;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Carlsson and van Damme (1993), Morris and Shin (2003), Frankel, Morris and Pauzner (2003). */
class GlobalGameSolverTest {
    private static GlobalPlay play(GlobalGame game) {
        return GlobalGameSolver.solver().solve(game).orElseThrow();
    }

    @Test
    void alikeSoldiersSwitchWhereGoingPaysNothingOnAverage() {
        // pi = state + x - 1: the mean over x is state - 1/2
        final GlobalPlay play = play(GlobalGame.of((state, gone) -> state + gone - 1, News.wordOfMouth(100)));
        assertEquals(0.5, play.laplacianState(), 1e-12);
        // with a flat prior and a gain that is linear in the state the cutoff is the same at any precision
        assertEquals(0.5, play.cutoff(), 1e-9);
        assertEquals(0, play.gap(), 1e-9);
        assertEquals(0, play.dominanceBounds()[0], 1e-12);
        assertEquals(1, play.dominanceBounds()[1], 1e-12);
    }

    @Test
    void theMeanIsTakenOverTheShareWhateverItsShape() {
        // pi = state - 0.6 + (x^2 - 1/3): the mean is state - 0.6
        final GlobalGame game =
                GlobalGame.of((state, gone) -> state - 0.6 + gone * gone - 1 / 3.0, News.wordOfMouth(25));
        assertEquals(0.6, play(game).laplacianState(), 1e-12);
        assertEquals(0.6, play(game).cutoff(), 1e-9);
        assertEquals(
                0.6,
                play(game.withNews(News.wordOfMouth(4).withNoise(Noise.laplace())))
                        .cutoff(),
                1e-6);
        assertEquals(
                0.6,
                play(game.withNews(News.wordOfMouth(4).withNoise(Noise.uniform())))
                        .cutoff(),
                1e-6);
    }

    @Test
    void fewSoldiersTakeTheMeanOverNumbersOfOthers() {
        // going pays state if at least two of the three others go, else state - 1: half of the four numbers
        final GlobalGame game = GlobalGame.of((state, gone) -> state - (gone * 3 >= 2 ? 0 : 1), News.wordOfMouth(400))
                .among(4);
        assertEquals(0.5, play(game).laplacianState(), 1e-12);
        assertEquals(0.5, play(game).cutoff(), 1e-6);
    }

    @Test
    void aLittleDoubtPicksTheRestPointOfGreatestPotential() {
        final DefectionGame game = DefectionGame.of(
                Population.of(30_000, CostLaw.normal(0.25, 0.12)),
                Offer.cash(0.21).withRefuge(0.30).withCredibility(0.90),
                Reprisal.fading(0.40));
        final GlobalPlay play = play(GlobalGame.of(game, News.wordOfMouth(1_600)));
        assertEquals(0.9373, play.picked(), 5e-5);
        // the equal-area offer: mean gain = mean cost; half go there, as law and gain are symmetric
        final double switches = Potential.switchOffer(game, Term.CASH).orElseThrow();
        assertEquals(0.20, switches, 1e-9);
        assertEquals(0.5, play.share(0.9 * (switches - 0.21)), 1e-4);
        assertTrue(
                play.share(0.05) > 0.9 && play.share(-0.07) < 0.1, play.table().text());
        assertTrue(play.gap() < 1e-4, "gap " + play.gap());
    }

    /** N2: away from where play switches, precise news and the potential say the same of every state, the nearer the more precise news is. */
    @Test
    void preciseNewsAndThePotentialSayTheSame() {
        final DefectionGame game = DefectionGame.of(
                Population.of(30_000, CostLaw.normal(0.25, 0.12)),
                Offer.cash(0.20).withRefuge(0.30).withCredibility(0.90),
                Reprisal.fading(0.40));
        final GlobalPlay rough = play(GlobalGame.of(game, News.wordOfMouth(100)));
        final GlobalPlay fine = play(GlobalGame.of(game, News.wordOfMouth(6_400)));
        for (final double state : new double[] {-0.12, -0.06, 0.06, 0.12}) {
            final double picked = play(GlobalGame.of(game.with(Term.CASH, 0.20 + state / 0.9), News.wordOfMouth(100)))
                    .picked();
            assertEquals(picked, fine.share(state), 0.01, "state " + state);
            assertTrue(
                    Math.abs(picked - fine.share(state)) < Math.abs(picked - rough.share(state)),
                    "state " + state + ": " + picked + ", " + fine.share(state) + ", " + rough.share(state));
        }
    }

    @Test
    void gainsThatFallAreRefused() {
        assertTrue(assertThrows(
                        IllegalArgumentException.class,
                        () -> play(GlobalGame.of((state, gone) -> state - gone, News.wordOfMouth(1))))
                .getMessage()
                .startsWith("gain must not fall in the state nor in the share gone [unit of the game], but fell near"));
    }

    /** Public news that is strong leaves a least and a greatest equilibrium apart; both are equilibria, and neither is passed off as the one. */
    @Test
    void strongPublicNewsLeavesSeveral() {
        final GlobalGame game = GlobalGame.of(
                (state, gone) -> state + gone - 1, News.wordOfMouth(1).withPublic(0.5, 40));
        final GlobalPlay play = play(game);
        assertTrue(play.gap() > 0.5, play.toString());
        assertTrue(!play.unique() && play.least().cutoff() > play.greatest().cutoff(), play.toString());
        assertTrue(play.least().share(0.5) < 0.1 && play.greatest().share(0.5) > 0.9, play.toString());
        // symmetric round state one half
        assertEquals(1, play.least().cutoff() + play.greatest().cutoff(), 1e-9);
        assertEquals(
                0, play(game.withNews(News.wordOfMouth(400).withPublic(0.5, 1))).gap(), 1e-9);
    }

    @Test
    void theCertificateSeesAWrongCutoff() {
        final GlobalGame game = GlobalGame.of((state, gone) -> state + gone - 1, News.wordOfMouth(100));
        final TurnoutByState wrong = new CommonCutoff(0.52, Noise.normal().law(), 0.1, true);
        final GlobalPlay claimed = new GlobalPlay(game, wrong, wrong, 0.5, OptionalDouble.empty());
        final String sentence =
                GlobalVerifier.certify(claimed, wrong, wrong, Watch.none()).sentence();
        assertTrue(sentence.startsWith("not proven: one whose news is the cutoff gains 0.0"), sentence);
    }

    /** With a flat prior and a gain that is linear in the state the cutoff is the Laplacian one, however precise the news. */
    @Test
    void preciseNewsIsSolvedToTheEnd() {
        for (final double precision : new double[] {1, 1e6, 1e12}) {
            final GlobalPlay play =
                    play(GlobalGame.of((state, gone) -> state + gone - 1.1, News.wordOfMouth(precision)));
            assertEquals(0.6, play.cutoff(), 1e-12);
            assertEquals(0.6, play.greatest().cutoff(), 1e-12);
            assertTrue(play.unique(), "precision " + precision + ": " + play.gap());
        }
        // E (k + e / 1000)^3 = k^3 + 3 k / 10^6, and the news and the share that it brings go together: + E l^2 = 1/3
        final GlobalPlay cubed =
                play(GlobalGame.of((state, gone) -> state * state * state + gone * gone - 0.5, News.wordOfMouth(1e6)));
        assertEquals(0, Math.pow(cubed.cutoff(), 3) + 3e-6 * cubed.cutoff() + 1 / 3.0 - 0.5, 1e-12);
        assertTrue(cubed.unique());
    }

    /** A little public news besides very precise news: one equilibrium, which is found from both ends. */
    @Test
    void preciseNewsBesidesPublicNewsIsSolvedToTheEnd() {
        final GlobalPlay play = play(GlobalGame.of(
                (state, gone) -> state + gone - 1.1, News.wordOfMouth(1e6).withPublic(0.2, 1)));
        assertTrue(play.unique(), "gap " + play.gap());
        // (alpha y + beta k) / (alpha + beta) + P(other > k | k) = 1.1
        final double k = play.cutoff();
        final double mean = (0.2 + 1e6 * k) / (1e6 + 1);
        final double deviation = Math.sqrt(1 / 1e6 + 1 / (1e6 + 1));
        assertEquals(1.1, mean + CostLaw.normal(0, 1).cdf((mean - k) / deviation), 1e-12);
    }

    /** He gains 0.6 where 1 - state of the others go: at news k the chance is that of state + l above 1. */
    @Test
    void gainsThatJumpInTheShareAreIntegratedToTheEdge() {
        final GlobalPlay play =
                play(GlobalGame.of((state, gone) -> (gone >= 1 - state ? 1 : 0) - 0.4, News.wordOfMouth(1)));
        // l >= 1 - k - N^-1(l) from l = 0.6 on, so that k = 0.4 - N^-1(0.6)
        assertEquals(0.4 + CostLaw.normal(0, 1).quantile(0.4), play.cutoff(), 1e-11);
        assertEquals(play.cutoff(), play.greatest().cutoff(), 1e-11);
    }

    @Test
    void manyWhoEachCountAreSolvedQuickly() {
        // the number of others is as likely any, and the state he expects is his news
        for (final int soldiers : new int[] {2, 100, 2_000}) {
            final GlobalPlay play = play(GlobalGame.of((state, gone) -> state + gone - 1.1, News.wordOfMouth(1))
                    .among(soldiers));
            assertEquals(0.6, play.cutoff(), 1e-11, "of " + soldiers);
            assertTrue(play.unique(), "of " + soldiers);
        }
    }

    @Test
    void jumpsAreCertifiedFromSumsBelowAndAbove() {
        final GlobalGame game = GlobalGame.of((state, gone) -> (gone >= 1 - state ? 1 : 0) - 0.4, News.wordOfMouth(1));
        final Certificate sure = GlobalGameSolver.solver().solve(game).certificate();
        assertTrue(sure instanceof Certificate.Numeric numeric && numeric.worst() <= 1e-3, sure.sentence());
        final TurnoutByState wrong = new CommonCutoff(0.18317, Noise.normal().law(), 1, true);
        final GlobalPlay claimed = new GlobalPlay(game, wrong, wrong, 0.1467, OptionalDouble.empty());
        assertTrue(GlobalVerifier.certify(claimed, wrong, wrong, Watch.none()) instanceof Certificate.Unproven);
    }

    @Test
    void gainsThatAreNoNumbersAreRefusedByName() {
        final String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> play(GlobalGame.of((state, gone) -> Math.sqrt(state) + gone, News.wordOfMouth(1))))
                .getMessage();
        assertTrue(
                message.matches(
                        "gain must be finite \\[unit of the game], but was NaN at state -[0-9.E-]+, share [0-9.E-]+"),
                message);
    }

    @Test
    void whatIsCutShortIsNotPassedOffAsFound() {
        final GlobalGame game = GlobalGame.of(
                (state, gone) -> state + gone - 1, News.wordOfMouth(1).withPublic(0.5, 2));
        final int[] asked = new int[1];
        final Answer<GlobalPlay> answer =
                GlobalGameSolver.solver().solve(game, Watch.none().withCancel(() -> ++asked[0] > 60));
        assertTrue(answer instanceof Answer.Stopped<GlobalPlay> stopped
                && stopped.why().equals("cancelled"));
        assertTrue(answer.certificate() instanceof Certificate.Unproven);
        assertTrue(
                answer.value().explain().startsWith("Best replies from both ends have not met yet: "),
                answer.value().explain());
    }

    /** Gains that fall over a thousandth of the state are seen if news is that precise. */
    @Test
    void fallsAreLookedForWithinReachOfTheNoise() {
        final StateGain gain = (state, gone) -> state + 0.01 * Math.sin(1_000 * state) + gone - 0.5;
        assertTrue(assertThrows(IllegalArgumentException.class, () -> play(GlobalGame.of(gain, News.wordOfMouth(1e6))))
                .getMessage()
                .startsWith("gain must not fall"));
    }

    @Test
    void newsTooPreciseForItsGridIsRefusedWithTheWayOut() {
        final DefectionGame game = DefectionGame.of(
                Population.of(30_000, CostLaw.normal(0.25, 0.12)),
                Offer.cash(0.21).withRefuge(0.30).withCredibility(0.90),
                Reprisal.fading(0.40));
        final String message = assertThrows(
                        IllegalArgumentException.class, () -> play(GlobalGame.of(game, News.wordOfMouth(1e6))))
                .getMessage();
        final var parts = java.util.regex.Pattern.compile("privatePrecision must be at most some ([0-9.]+) "
                        + "\\[1 / unit of the game squared] where costs are spread so far, but was 1000000.0;"
                        + " there the limit is the answer, Selection.POTENTIAL of EquilibriumSolver")
                .matcher(message);
        assertTrue(parts.matches(), message);
        // what it names is taken: the answer is cut short at once, not refused
        final double named = Double.parseDouble(parts.group(1));
        final Watch none = Watch.none().withCancel(() -> true);
        assertTrue(
                GlobalGameSolver.solver().solve(GlobalGame.of(game, News.wordOfMouth(named)), none)
                        instanceof Answer.Stopped<GlobalPlay>);
        assertThrows(
                IllegalArgumentException.class,
                () -> GlobalGameSolver.solver().solve(GlobalGame.of(game, News.wordOfMouth(1.01 * named)), none));
    }

    @Test
    void severalAreBlamedOnWhatLeavesThem() {
        // nobody gains by going alone in any state, all gain if all go: no state decides by itself
        final GlobalPlay play = play(GlobalGame.of((state, gone) -> gone - 0.5 + 0 * state, News.wordOfMouth(4)));
        assertEquals(Double.POSITIVE_INFINITY, play.gap());
        assertEquals(
                "Both ends leave several equilibria: in the least nobody ever goes, in the greatest all always go. However precise the news, nothing"
                        + " is selected, as there is no state in which going, or none in which staying, is best whatever others do.",
                play.explain());
    }

    @Test
    void gamesAreEqualIfTheirPartsAre() {
        final StateGain gain = (state, gone) -> state + gone;
        final News news = News.wordOfMouth(4);
        assertEquals(GlobalGame.of(gain, news), GlobalGame.of(gain, news));
        assertEquals(
                GlobalGame.of(gain, news).hashCode(), GlobalGame.of(gain, news).hashCode());
        assertNotEquals(GlobalGame.of(gain, news), GlobalGame.of(gain, news).among(5));
        assertNotEquals(GlobalGame.of(gain, news), GlobalGame.of((state, gone) -> state + gone, news));
        final DefectionGame game = DefectionGame.of(
                Population.of(100, CostLaw.normal(0.25, 0.12)), Offer.cash(0.21), Reprisal.fading(0.40));
        assertEquals(GlobalGame.of(game, news), GlobalGame.of(game, news));
    }

    @Test
    void groupsAndListsAreRefused() {
        assertEquals(
                "reach must be 1 [share] in a global game, but was 0.5; take those whom word has reached as the population",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> GlobalGame.of(
                                        DefectionGame.of(
                                                Population.of(10, CostLaw.normal(0.2, 0.1)),
                                                Offer.cash(0.2).withReach(0.5),
                                                Reprisal.fading(0.3)),
                                        News.wordOfMouth(1)))
                        .getMessage());
        assertEquals(
                "soldiers must be >= 2 [count], but was 1",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> GlobalGame.of((state, gone) -> state, News.wordOfMouth(1))
                                        .among(1))
                        .getMessage());
    }

    /**
     * One of n gains 0.6 where at least 1 - state of the others go, else loses 0.4: R(k) sums P(jump of number j is passed) over n numbers, each of
     * which leaves his noise below where j others go with Beta's law.
     */
    @ParameterizedTest
    @ValueSource(ints = {10, 100, 1_000})
    void jumpsAtEachNumberOfOthersAreSolvedQuickly(int soldiers) {
        final GlobalGame game = GlobalGame.of((state, gone) -> (gone >= 1 - state ? 1 : 0) - 0.4, News.wordOfMouth(1))
                .among(soldiers);
        final Answer<GlobalPlay> answer = GlobalGameSolver.solver().solve(game);
        final double k = answer.value().cutoff();
        final CostLaw normal = CostLaw.normal(0, 1);
        double passed = 0;
        for (int j = 0; j < soldiers; j++) {
            // j / (n - 1) >= 1 - k + e: others' noise lies above such an e with at least this chance
            final double share = normal.survival(j / (soldiers - 1.0) - 1 + k);
            passed += 1 - new BetaDistribution(null, j + 1, soldiers - j).cumulativeProbability(share);
        }
        assertEquals(0.4, passed / soldiers, 1e-9, "of " + soldiers);
        assertTrue(answer.value().unique());
        assertTrue(
                answer.certificate() instanceof Certificate.Numeric numeric && numeric.worst() < 1e-3,
                answer.certificate().sentence());
        final TurnoutByState wrong = new CommonCutoff(k + 0.02, Noise.normal().law(), 1, true);
        final GlobalPlay claimed = new GlobalPlay(game, wrong, wrong, k, OptionalDouble.empty());
        assertTrue(GlobalVerifier.certify(claimed, wrong, wrong, Watch.none()) instanceof Certificate.Unproven);
    }

    /** Also beside public news: number by number as over the noise. */
    @Test
    void numberByNumberIsTheSameAsOverTheNoise() {
        final GlobalGame game = GlobalGame.of(
                        (state, gone) -> Math.tanh(state) + gone * gone - 0.5,
                        News.wordOfMouth(4).withPublic(0.3, 1))
                .among(40);
        final ByNumber byNumber = new ByNumber(game, Watch.none());
        final CostLaw normal = CostLaw.normal(0, 1);
        for (final double off : new double[] {-1, -0.1, 0, 0.3}) {
            double expected = 0;
            for (int i = 0; i < 4_000; i++) {
                final double e = -8 + (i + 0.5) * 16 / 4_000;
                final double share = normal.survival((e / Math.sqrt(5) - off) * 2);
                final double state = 0.2 - e / Math.sqrt(5);
                // the mean of the square of a share of 39
                final double square = share * share + share * (1 - share) / 39;
                expected += normal.density(e) * 16 / 4_000 * (Math.tanh(state) + square - 0.5);
            }
            assertEquals(expected, byNumber.expected(0.2, off), 1e-9, "off " + off);
        }
    }

    /** Both ends are found by then: they come back, unchecked. */
    @Test
    void theCertificateAsksTheWatch() {
        final GlobalGame alike = GlobalGame.of((state, gone) -> (gone >= 1 - state ? 1 : 0) - 0.4, News.wordOfMouth(1));
        final GlobalGame spread = GlobalGame.of(
                DefectionGame.of(
                        Population.of(30_000, CostLaw.normal(0.25, 0.12)), Offer.cash(0.21), Reprisal.fading(0.40)),
                News.wordOfMouth(25));
        for (final GlobalGame game : new GlobalGame[] {alike, spread}) {
            final int[] asked = new int[1];
            final GlobalPlay whole = GlobalGameSolver.solver()
                    .solve(game, Watch.none().withCancel(() -> ++asked[0] < 0))
                    .value();
            final int enough = asked[0] - 10;
            asked[0] = 0;
            final Answer<GlobalPlay> stopped =
                    GlobalGameSolver.solver().solve(game, Watch.none().withCancel(() -> ++asked[0] > enough));
            assertTrue(stopped instanceof Answer.Stopped, stopped.toString());
            assertEquals(
                    "not proven: not checked to the end", stopped.certificate().sentence());
            assertEquals(whole.share(0.1), stopped.value().share(0.1));
        }
    }
}
