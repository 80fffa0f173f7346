package io.github.breakranks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.equilibrium.Axis;
import io.github.breakranks.equilibrium.EquilibriumSolver;
import io.github.breakranks.equilibrium.TippingSolver;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.game.Thresholds;
import io.github.breakranks.offer.Curve;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.offer.Term;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import org.junit.jupiter.api.Test;

/** The front door only delegates. */
class BreakranksTest {
    private final Population soldiers = Population.of(30_000, CostLaw.normal(0.25, 0.12));
    private final Offer offer = Offer.cash(0.21).withRefuge(0.30).withCredibility(0.90);
    private final DefectionGame game = DefectionGame.of(soldiers, offer, Reprisal.fading(0.40));

    @Test
    void asksTheSolvers() {
        assertEquals(
                EquilibriumSolver.solver().solve(game).orElseThrow().table(),
                Breakranks.equilibria(game).table());
        assertEquals(
                TippingSolver.of(Term.REFUGE).solve(game).orElseThrow().table(),
                Breakranks.tippingOffer(game, Term.REFUGE).table());
        assertEquals(
                2, Breakranks.compare(game, offer, offer.withCash(0.3)).rows().size());
        assertEquals(
                3,
                Breakranks.sweep(game, Axis.over(Term.CASH, 0.1, 0.3, 3)).rows().size());
    }

    @Test
    void cascadesOfLawsListsAndThresholds() {
        final DefectionGame list = game.withPopulation(Population.draw(500, CostLaw.normal(0.25, 0.12), 1));

        assertEquals(
                Breakranks.equilibria(game).least().gone(),
                Breakranks.cascade(game).gone());
        assertEquals(
                Breakranks.equilibria(list).least().gone(),
                Breakranks.cascade(list).gone());
        assertEquals(3, Breakranks.cascade(Thresholds.of(0, 1, 2, 9)).gone());
    }

    @Test
    void asksHowManyAndHowLittle() {
        final Thresholds people = Thresholds.of(0, 2, 2, 3, 4, 5, 6, 7, 8, 10);

        assertEquals(
                "TippingSeed[0.0337 at random, 0.02588 chosen: 0.1108 to 0.9373]",
                Breakranks.tippingSeed(game).toString());
        assertEquals(
                "Fragility[0.02588 of minds, or 0.01035 more for all: 0.1108 to 0.9373]",
                Breakranks.fragility(game).toString());
        assertEquals(1, Breakranks.tippingSeed(people).count());
        assertEquals(1, Breakranks.fragility(people).shift());
    }

    @Test
    void explainsInWords() {
        assertEquals(
                "Starting from nobody, 3323 of 30000 go (11.08%). Play could also rest at 93.73% (28120), but only if more than"
                        + " 40.66% went at once: below that they come back. Above cash 0.2215 the share that goes jumps from 0.2251"
                        + " to 0.9525. Once tipped, it falls back (from 0.7749 to 0.0475) only below cash 0.1785.",
                Breakranks.explain(game));
        assertTrue(Breakranks.explain(game.withReprisal(Reprisal.of(Curve.constant(1), Curve.linear(0, 1))))
                .startsWith("No rest point is the least or the greatest here: the net gain falls by "));
        final DefectionGame list = game.withPopulation(Population.of(0.1, 0.12, 0.2, 0.9));
        assertTrue(Breakranks.explain(list).startsWith("Starting from nobody, "), () -> Breakranks.explain(list));
    }

    @Test
    void throwsWithTheRemedy() {
        final DefectionGame falling = game.withReprisal(Reprisal.of(Curve.constant(1), Curve.linear(0, 1)));

        assertEquals(
                "no least and greatest rest point to follow, as "
                        + falling.monotonicity().sentence()
                        + "; use a reprisal that fades as more go, or sweep the term",
                assertThrows(IllegalStateException.class, () -> Breakranks.tippingOffer(falling, Term.CASH))
                        .getMessage());
    }
}
