package io.github.breakranks.equilibrium;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.offer.Term;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import org.junit.jupiter.api.Test;

/** An offer to the only group there is, is the offer. */
class OwnOfferTest {
    private static final Offer OFFER = Offer.cash(0.21).withRefuge(0.30).withCredibility(0.90);

    private static void same(Population soldiers) {
        final DefectionGame common = DefectionGame.of(soldiers, OFFER, Reprisal.fading(0.40));
        final DefectionGame own = DefectionGame.of(soldiers, Offer.none().withReach(0), Reprisal.fading(0.40))
                .withOffer("men", OFFER);

        assertEquals(
                EquilibriumSolver.solver().solve(common).value().toString(),
                EquilibriumSolver.solver().solve(own).value().toString());
        assertEquals(
                TippingSolver.of(Term.CASH).solve(common).value().toString(),
                TippingSolver.of(Term.CASH).solve(own).value().toString());
        assertEquals(
                TippingSeedSolver.solver().solve(common).value().toString(),
                TippingSeedSolver.solver().solve(own).value().toString());
        assertEquals(
                FragilitySolver.solver().solve(common).value().toString(),
                FragilitySolver.solver().solve(own).value().toString());
    }

    @Test
    void ofALaw() {
        same(Population.of(30_000, CostLaw.normal(0.25, 0.12)).named("men"));
    }

    @Test
    void ofAList() {
        same(Population.draw(500, CostLaw.normal(0.25, 0.12), 3).named("men"));
    }

    @Test
    void noOfferLeavesNoComma() {
        assertEquals(
                "DefectionGame[10, uniform(0.0, 1.0)]",
                DefectionGame.of(Population.of(10, CostLaw.uniform(0, 1)), Offer.none(), Reprisal.none())
                        .toString());
    }
}
