package io.github.breakranks.regime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.equilibrium.Potential;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.offer.Term;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

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
        assertTrue(!play.unique() && play.cutoff() > play.cutoffAtLeast(), play.toString());
        assertTrue(play.share(0.5) < 0.1 && play.shareAtMost(0.5) > 0.9, play.toString());
        // symmetric round state one half
        assertEquals(1, play.cutoff() + play.cutoffAtLeast(), 1e-9);
        assertEquals(
                0, play(game.withNews(News.wordOfMouth(400).withPublic(0.5, 1))).gap(), 1e-9);
    }

    @Test
    void theCertificateSeesAWrongCutoff() {
        final GlobalGame game = GlobalGame.of((state, gone) -> state + gone - 1, News.wordOfMouth(100));
        final TurnoutByState wrong = new CommonCutoff(0.52, Noise.normal().law(), 0.1);
        final GlobalPlay claimed = new GlobalPlay(game, wrong, wrong, 0.5, OptionalDouble.empty());
        final String sentence = GlobalVerifier.certify(claimed, wrong, wrong).sentence();
        assertTrue(sentence.startsWith("not proven: one whose news is the cutoff gains 0.0"), sentence);
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
}
