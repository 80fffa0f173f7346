package io.github.breakranks.design;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.equilibrium.EquilibriumSolver;
import io.github.breakranks.equilibrium.TippingSolver;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.offer.Term;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Cash in escrow, where every solver of the library meets it. */
class EscrowTest {
    private static final Population SOLDIERS = Population.of(30_000, CostLaw.normal(0.25, 0.12));
    private static final Reprisal REPRISAL = Reprisal.fading(0.4);

    private static DefectionGame game(Offer offer) {
        return DefectionGame.of(SOLDIERS, offer, REPRISAL);
    }

    private static double least(Offer offer) {
        return EquilibriumSolver.solver()
                .solve(game(offer))
                .orElseThrow()
                .least()
                .share();
    }

    @Test
    void paidInEscrowCashBringsAsManyAsIfItWereFullyBelieved() {
        final Offer doubted = Offer.none().withEscrow(0.35).withCredibility(0.1);

        assertEquals(least(Offer.cash(0.35)), least(doubted));
        assertTrue(least(doubted) > 100 * least(Offer.cash(0.35).withCredibility(0.1)));
    }

    @Test
    void tipsWhereFullyBelievedCashTips() {
        final DefectionGame believed = game(Offer.cash(0));
        final DefectionGame doubted = game(Offer.none().withCredibility(0.1));

        assertEquals(
                TippingSolver.of(Term.CASH)
                        .solve(believed)
                        .orElseThrow()
                        .up()
                        .orElseThrow()
                        .value(),
                TippingSolver.of(Term.ESCROW)
                        .solve(doubted)
                        .orElseThrow()
                        .up()
                        .orElseThrow()
                        .value(),
                1e-12);
    }

    @Test
    void isNoTermThatAGameLeavesUnused() {
        final DefectionGame game = game(Offer.cash(0.1).withEscrow(0.2));

        assertEquals(List.of(), game.unusedTerms());
        assertFalse(game.ignores(Term.ESCROW));
    }

    @Test
    void costsTheHostWhatCashCosts() {
        assertEquals(0.75, HostCosts.cashOnly().perHead(Offer.cash(0.25).withEscrow(0.5)));
    }

    /** At credibility .5 promised cash costs twice as much for the same share. */
    @Test
    void isTheCheaperWayToPayWhereAPromiseIsDoubted() {
        final DefectionGame game = game(Offer.none().withCredibility(0.5));
        final DesignedOffer promised =
                CheapestSolver.of(Term.CASH).reaching(0.5).solve(game).orElseThrow();
        final DesignedOffer held =
                CheapestSolver.of(Term.ESCROW).reaching(0.5).solve(game).orElseThrow();

        assertEquals(promised.valueOf(Instrument.of(Term.CASH)) / 2, held.valueOf(Instrument.of(Term.ESCROW)), 1e-9);
    }
}
