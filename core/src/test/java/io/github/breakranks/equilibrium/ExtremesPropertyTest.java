package io.github.breakranks.equilibrium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.Seeds;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.network.Exposure;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.offer.Term;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

/** The least and the greatest rest point alone are those among all; and the manifold says which value brings them to a share. */
class ExtremesPropertyTest {

    @Property(tries = 100, seed = Seeds.USUAL)
    void asAmongAll(
            @ForAll @DoubleRange(min = 0.1, max = 0.5) double mean,
            @ForAll @DoubleRange(min = 0.05, max = 0.3) double spread,
            @ForAll @DoubleRange(min = 0, max = 0.6) double reprisal) {
        final DefectionGame law = DefectionGame.of(
                Population.of(1000, CostLaw.normal(mean, spread)), Offer.cash(0.3), Reprisal.fading(reprisal));
        final DefectionGame groups = DefectionGame.of(
                        Population.join(
                                Population.of(300, CostLaw.normal(mean, spread)).named("a"),
                                Population.of(700, CostLaw.normal(mean + 0.05, spread))
                                        .named("b")),
                        Offer.cash(0.3),
                        Reprisal.fading(reprisal))
                .on(Exposure.homophily(0.3));
        for (DefectionGame game : new DefectionGame[] {law, groups}) {
            final RestPoints all = EquilibriumSolver.solver().solve(game).value();
            assertEquals(
                    all.least().share(),
                    Extremes.least(game, Watch.none()).orElseThrow().share(),
                    1e-13);
            assertEquals(
                    all.greatest().share(),
                    Extremes.greatest(game, Watch.none()).orElseThrow().share(),
                    1e-13);
        }
    }

    @Property(tries = 100, seed = Seeds.USUAL)
    void theManifoldReachesAndHolds(
            @ForAll @DoubleRange(min = 0.1, max = 0.3) double spread,
            @ForAll @DoubleRange(min = 0.05, max = 0.95) double share) {
        final DefectionGame game =
                DefectionGame.of(Population.of(1000, CostLaw.normal(1, spread)), Offer.none(), Reprisal.fading(0.5));
        final Manifold manifold = Manifold.of(game, Term.CASH);
        final double reach = manifold.toReach(share);
        final double hold = manifold.toHold(share);
        assertTrue(hold <= manifold.value(share) && manifold.value(share) <= reach);
        assertTrue(least(game.with(Term.CASH, reach + 1e-8)) >= share);
        assertTrue(least(game.with(Term.CASH, reach - 1e-8)) < share);
        assertTrue(greatest(game.with(Term.CASH, hold + 1e-8)) >= share);
        assertTrue(greatest(game.with(Term.CASH, hold - 1e-8)) < share);
    }

    private static double least(DefectionGame game) {
        return EquilibriumSolver.solver().solve(game).value().least().share();
    }

    private static double greatest(DefectionGame game) {
        return EquilibriumSolver.solver().solve(game).value().greatest().share();
    }

    @Example
    void listsAreCountedElsewhere() {
        final DefectionGame list = DefectionGame.of(Population.of(1, 2), Offer.none(), Reprisal.none());
        assertEquals(
                "population must be laws, but was Population[2 agents listed]; count listed agents with Thresholds.of(game) and"
                        + " WellMixedCascade",
                assertThrows(IllegalArgumentException.class, () -> Extremes.least(list, Watch.none()))
                        .getMessage());
    }
}
