package io.github.breakranks.design;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.equilibrium.EquilibriumSolver;
import io.github.breakranks.equilibrium.RestPoints;
import io.github.breakranks.equilibrium.TippingSolver;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.offer.Term;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import org.junit.jupiter.api.Test;

/** What breaks an offer, against the games in which it is broken. */
class MarginsTest {
    private static final DefectionGame SOLDIERS = DefectionGame.of(
            Population.of(30_000, CostLaw.normal(0.25, 0.12)),
            Offer.cash(0.21).withRefuge(0.30).withCredibility(0.90),
            Reprisal.fading(0.40));
    private static final CheapestSolver CASH = CheapestSolver.of(Term.CASH);

    private static Margins margins(CheapestSolver solver, DefectionGame game) {
        final DesignedOffer offer = solver.solve(game).orElseThrow();
        return Margins.of(offer.game(), offer.instruments(), solver.target());
    }

    private static RestPoints rest(DefectionGame game) {
        return EquilibriumSolver.solver().solve(game).orElseThrow();
    }

    /** Hysteresis: once they have gone the offer may fall to the collapse offer. */
    @Test
    void thoseWhoHaveGoneAreHeldDownToTheCollapseOffer() {
        final double held = margins(CASH, SOLDIERS).held();

        assertEquals(TippingSolver.of(Term.CASH).solve(SOLDIERS).orElseThrow().collapseOffer(), held, 1e-9);
        assertTrue(rest(SOLDIERS.with(Term.CASH, held + 1e-6)).greatest().share() > 0.5);
        assertTrue(rest(SOLDIERS.with(Term.CASH, held - 1e-6)).greatest().share() < 0.5);
    }

    /** Short of the fold they come back as soon as the offer falls. */
    @Test
    void nothingIsHeldWhereNoFoldIsCrossed() {
        assertEquals(Double.NaN, margins(CASH.reaching(0.05), SOLDIERS).held());
        assertEquals(
                Double.NaN,
                margins(CASH, SOLDIERS.withReprisal(Reprisal.fading(0.1))).held());
        assertEquals(
                Double.NaN,
                margins(CASH.reaching(Target.of(0.5).inBest()), SOLDIERS).held());
    }

    /** One hundredth more cash bears so much disbelief, and so much pay for staying. */
    @Test
    void aLittleMoreBearsALittleWorse() {
        final Answer<DesignedOffer> answer = CASH.solve(SOLDIERS);
        final Margins margins = margins(CASH, SOLDIERS);
        final DefectionGame raised =
                SOLDIERS.with(Term.CASH, answer.orElseThrow().value() * (1 + Margins.RAISED));

        assertEquals(0.8962, margins.credibility(), 5e-5);
        assertEquals(0.001994, margins.staying(), 5e-7);
        for (double part : new double[] {-1e-5, 1e-5}) {
            final double credible = margins.credibility() * (1 + part);
            final double paid = margins.staying() * (1 - part);
            assertEquals(
                    part > 0,
                    rest(raised.with(Term.CREDIBILITY, credible)).least().share() >= 0.5);
            assertEquals(
                    part > 0,
                    rest(raised.withGain(raised.gain().withStaying(paid)))
                                    .least()
                                    .share()
                            >= 0.5);
        }
    }

    @Test
    void listsAndGroupsHaveMarginsToo() {
        final DefectionGame list = DefectionGame.of(Population.of(0, 0.2, 0.4), Offer.none(), Reprisal.none());

        assertEquals(0.4 * 1.01 - 0.4, margins(CASH.reaching(1), list).staying(), 1e-8);
        assertTrue(margins(CASH, RandomGames.ofTwo(3)).staying() > 0);
        assertEquals(Double.NaN, margins(CASH, RandomGames.ofTwo(3)).credibility());
    }
}
