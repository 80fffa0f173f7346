package io.github.breakranks.game;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Certificate;
import io.github.breakranks.equilibrium.EquilibriumSolver;
import io.github.breakranks.equilibrium.RestPoints;
import io.github.breakranks.network.DegreeLaw;
import io.github.breakranks.population.CostLaw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Jackson and Yariv's network game: known answers, the game it is the same as, and refusals. */
class DegreeGameTest {
    private static final CostLaw EVEN = CostLaw.uniform(0, 1);
    private static final DegreeLaw FOUR = DegreeLaw.poisson(4);

    private static RestPoints proven(DegreeGame game) {
        final var answer = EquilibriumSolver.solver().solve(game.game(1000));
        assertInstanceOf(Certificate.Proven.class, answer.certificate(), answer.certificate()::sentence);
        return answer.orElseThrow();
    }

    /** Jackson and Yariv (2007), g(d) = d, H = U[0, 1]: v* = {@code <d> / <d^2>}, for Poisson(4) 0.2. */
    @Test
    void criticalGain() {
        assertEquals(0.2, DegreeGame.of(FOUR, EVEN, 1).criticalGain(), 1e-15);
        assertEquals(1.0 / 3, DegreeGame.of(DegreeLaw.regular(3), EVEN, 1).criticalGain());
        assertEquals(0.4, DegreeGame.of(FOUR, CostLaw.uniform(0, 2), 1).criticalGain(), 1e-15);
        assertEquals(1, DegreeGame.of(FOUR, EVEN, 1).withWeight(degree -> 1).criticalGain(), 1e-15);
    }

    /** Just below it nobody having gone is the only rest point; just above it is unstable and some go. */
    @Test
    void nobodyIsStableBelowTheCriticalGain() {
        final RestPoints below = proven(DegreeGame.of(FOUR, EVEN, 0.2 * (1 - 1e-6)));
        final RestPoints above = proven(DegreeGame.of(FOUR, EVEN, 0.21));

        assertEquals(1, below.points().size());
        assertEquals(0, below.least().share());
        assertTrue(below.least().stable());
        assertEquals(2, above.points().size());
        assertEquals(0, above.least().share());
        assertTrue(
                !above.least().stable()
                        && above.greatest().stable()
                        && above.greatest().share() > 0.1,
                above::toString);
    }

    /** By hand: all of degree 2, costs U[0, 1], v = .4, b = .1: x = .1 + .8 x, x = .5; shares of all are those of neighbours. */
    @Test
    void regularByHand() {
        final DegreeGame game = DegreeGame.of(DegreeLaw.regular(2), EVEN, 0.4).withBenefit(0.1);

        assertEquals(0.5, proven(game).least().share(), 1e-12);
        assertEquals(0.5, game.share(0.5), 1e-15);
        assertEquals(0.5, game.neighbourShare(0.5), 1e-15);
        assertEquals(0.9, game.shareOf(2, 1), 1e-15);
        assertEquals("DegreeGame[DegreeLaw[regular 2], uniform(0.0, 1.0), gain 0.4, benefit 0.1]", game.toString());
    }

    /** By hand: degrees 0 and 2; who has no neighbour goes by himself or not at all. */
    @Test
    void withoutNeighbours() {
        final DegreeGame game =
                DegreeGame.of(DegreeLaw.of(0.5, 0, 0.5), EVEN, 0.4).withBenefit(0.1);

        assertEquals(0.5, proven(game).least().share(), 1e-12);
        assertEquals(0.5 * 0.1 + 0.5 * 0.5, game.share(0.5), 1e-15);
    }

    /** The game it is the same as: phi is its best reply. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.01, 0.3, 0.7, 1})
    void theGameHasTheSameBestReply(double seen) {
        final DegreeGame game = DegreeGame.of(DegreeLaw.powerLaw(2.5, 1, 40), CostLaw.normal(0.8, 0.3), 0.2)
                .withBenefit(0.05);

        assertEquals(game.neighbourShare(seen), game.game(1000).willing(0, seen), 1e-14);
    }

    /** Two stable rest points with normal costs; an offer tips the lower one away. */
    @Test
    void anOfferTips() {
        final DegreeGame game = DegreeGame.of(FOUR, CostLaw.normal(1, 0.2), 0.5);

        assertEquals(3, proven(game).points().size());
        assertEquals(1, proven(game.withBenefit(0.6)).points().size());
        assertTrue(proven(game.withBenefit(0.6)).least().share() > 0.9);
        final RestPoints rest = proven(game);
        assertEquals(
                rest.greatest().share(), game.neighbourShare(rest.greatest().share()), 1e-12);
        assertTrue(game.share(rest.greatest().share()) < rest.greatest().share()); // neighbours have more neighbours
    }

    @Test
    void noCriticalGainWhereSomeGoAnyway() {
        final var refused = assertThrows(
                IllegalStateException.class,
                () -> DegreeGame.of(FOUR, EVEN, 1).withBenefit(0.25).criticalGain());

        assertEquals(
                "no critical gain: a share of 0.25 goes whatever the others do; raise the costs or lower the benefit",
                refused.getMessage());
        assertEquals(
                Double.POSITIVE_INFINITY,
                DegreeGame.of(FOUR, CostLaw.uniform(0.5, 1), 1).criticalGain());
    }

    @Test
    void refusals() {
        final DegreeGame game = DegreeGame.of(FOUR, EVEN, 1);
        refused("gain must be finite and > 0.0 [unit of the game], but was 0.0", () -> DegreeGame.of(FOUR, EVEN, 0));
        refused("newGain must be finite and > 0.0 [unit of the game], but was NaN", () -> game.withGain(Double.NaN));
        refused("newBenefit must be finite [unit of the game], but was NaN", () -> game.withBenefit(Double.NaN));
        refused(
                "weight of degree 1 must be finite and > 0.0 [number], but was 0.0",
                () -> game.withWeight(degree -> degree - 1));
        refused(
                "degrees must give some a neighbour, but was DegreeLaw[regular 0]; without ties there is no game",
                () -> DegreeGame.of(DegreeLaw.regular(0), EVEN, 1));
        refused("seen must be a share in [0, 1], but was 2.0", () -> game.share(2));
        refused(
                "degree must be one that somebody has [ties], but was -1 in DegreeLaw[poisson 4.0]",
                () -> game.shareOf(-1, 0));
    }

    private static void refused(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
