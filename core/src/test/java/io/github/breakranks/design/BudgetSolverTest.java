package io.github.breakranks.design;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.offer.Curve;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.offer.Term;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The most that a budget brings: beside folds, by hand, and refusals. */
class BudgetSolverTest {
    private static final DefectionGame SOLDIERS = DefectionGame.of(
            Population.of(30_000, CostLaw.normal(0.25, 0.12)),
            Offer.cash(0.21).withRefuge(0.30).withCredibility(0.90),
            Reprisal.fading(0.40));

    /** Even costs on [0, 1], no company: at cash p a share p comes and costs n p^2. */
    @Test
    void evenCostsByHand() {
        final DefectionGame game =
                DefectionGame.of(Population.of(100, CostLaw.uniform(0, 1)), Offer.none(), Reprisal.none());
        final Answer<DesignedOffer> answer = BudgetSolver.of(9, Term.CASH).solve(game);
        final DesignedOffer offer = answer.orElseThrow();

        assertEquals(0.3, offer.value(), 1e-12);
        assertEquals(0.3, offer.share(), 1e-12);
        assertEquals(9, offer.outlay(), 1e-10);
        assertEquals(0.3, offer.outlayPerExtra(), 1e-12);
        assertInstanceOf(Certificate.Proven.class, answer.certificate(), answer.certificate()::sentence);
        final DesignedOffer all = BudgetSolver.of(1e6, Term.CASH).solve(game).orElseThrow();
        assertEquals(1, all.share(), 1e-11);
        assertEquals(1, all.value(), 1e-9); // more would bring no more
    }

    /** 6,300 do not pay for the jump, which costs 6,329: 1,496 are laid out and it is said what lies beyond. */
    @Test
    void shortOfTheJump() {
        final Answer<DesignedOffer> answer = BudgetSolver.of(6300, Term.CASH).solve(SOLDIERS);
        final DesignedOffer offer = answer.orElseThrow();

        assertEquals(0.2215, offer.value(), 5e-5);
        assertEquals(0.2251, offer.share(), 5e-5);
        assertEquals(1495.9, offer.outlay(), 0.1);
        assertEquals(0.9525, offer.shareWithMore().orElseThrow(), 5e-5);
        assertEquals(6329.36, offer.outlayWithMore().orElseThrow(), 0.1);
        assertTrue(offer.explain()
                .endsWith("A little more would bring 0.9525 and cost 6329 [unit of the game]."
                        + " The value was bisected to 1e-13 of itself."));
        assertInstanceOf(Certificate.Proven.class, answer.certificate(), answer.certificate()::sentence);
        final DesignedOffer beyond =
                BudgetSolver.of(6330, Term.CASH).solve(SOLDIERS).orElseThrow();
        assertEquals(0.9525, beyond.share(), 5e-5);
        assertTrue(beyond.shareWithMore().isEmpty());
        assertEquals(6330, beyond.outlay(), 1e-6);
    }

    /** If all trust that the others go, a quarter less does; if they do not, 5,000 must be kept ready for .0605. */
    @Test
    void theRestPointReliedOn() {
        final BudgetSolver solver = BudgetSolver.of(5000, Term.CASH);
        final DesignedOffer best =
                solver.relyingOn(Reliance.BEST).solve(SOLDIERS).orElseThrow();
        final DesignedOffer every =
                solver.relyingOn(Reliance.EVERY).solve(SOLDIERS).orElseThrow();

        assertEquals(best.value(), every.value(), 1e-12);
        assertEquals(0.8836, best.share(), 5e-5);
        assertEquals(0.0605, every.share(), 5e-5);
        assertEquals(5000, every.outlay(), 1e-6);
    }

    /** Three of these go for .2 each, four would cost .3 each. */
    @Test
    void aListByHand() {
        final DefectionGame game =
                DefectionGame.of(Population.of(0.1, 0.15, 0.2, 0.3, 0.5), Offer.none(), Reprisal.none());
        final Answer<DesignedOffer> answer = BudgetSolver.of(1, Term.CASH).solve(game);
        final DesignedOffer offer = answer.orElseThrow();

        assertEquals(3, offer.gone());
        assertEquals(0.2, offer.value(), 1e-15);
        assertEquals(0.6, offer.outlay(), 1e-12);
        assertInstanceOf(Certificate.Proven.class, answer.certificate(), answer.certificate()::sentence);
    }

    @Test
    void severalTermsWithAGap() {
        final Answer<DesignedOffer> answer = BudgetSolver.of(3000, Term.CASH, Term.REACH)
                .at(HostCosts.cashOnly().withRefuge(0.5).withReach(0.01))
                .solve(SOLDIERS);
        final DesignedOffer offer = answer.orElseThrow();

        assertTrue(offer.outlay() <= 3000 * (1 + 1e-9));
        assertTrue(offer.gap() <= 1e-3, () -> "gap " + offer.gap());
        assertTrue(offer.mostShare() >= offer.share());
        assertInstanceOf(Certificate.Numeric.class, answer.certificate(), answer.certificate()::sentence);
    }

    /** Two want to go anyway and must be received. */
    @Test
    void aBudgetTooSmallForThoseWhoGoAnyway() {
        final DefectionGame game = DefectionGame.of(Population.of(-1, -0.5, 0.5), Offer.none(), Reprisal.none());
        final Answer<DesignedOffer> answer = BudgetSolver.of(3, Term.CASH)
                .at(HostCosts.cashOnly().withReception(2))
                .solve(game);
        final DesignedOffer offer = answer.orElseThrow();

        assertFalse(offer.possible());
        assertEquals(
                "the lowest offer allowed costs 4 for the 0.6667 who go in the least rest point; raise the budget or allow a lower"
                        + " offer",
                offer.reason());
        assertEquals(4, offer.outlay());
        assertInstanceOf(Certificate.Proven.class, answer.certificate(), answer.certificate()::sentence);
    }

    /** Half go for .3 each, all for .7: what lies between brings no more, and the certificate says what was computed. */
    @Test
    void whatACertificateSaysIsTrue() {
        final DefectionGame game = DefectionGame.of(
                Population.of(100, CostLaw.atoms(new double[] {0.3, 0.7}, new double[] {0.5, 0.5})),
                Offer.none(),
                Reprisal.none());
        final double[] budgets = {14, 20, 30, 100};
        final double[] values = {0, 0.3, 0.3, 0.7};
        final double[] outlays = {0, 15, 15, 70};
        final double[] largest = {0.3, 0.4, 0.6, 1};
        for (int k = 0; k < budgets.length; k++) {
            final Answer<DesignedOffer> answer =
                    BudgetSolver.of(budgets[k], Term.CASH).solve(game);
            assertEquals(values[k], answer.orElseThrow().value(), 1e-12);
            assertEquals(outlays[k], answer.orElseThrow().outlay(), 1e-10);
            final Matcher said = Pattern.compile(
                            "proven: .* for (\\S+), cash up to (\\S+) brings no more and 1e-09 above that costs ([^,]+),.*")
                    .matcher(answer.certificate().sentence());
            assertTrue(said.matches(), answer.certificate()::sentence);
            assertEquals(outlays[k], Double.parseDouble(said.group(1)));
            assertEquals(largest[k], Double.parseDouble(said.group(2)), 1e-11);
            assertTrue(Double.parseDouble(said.group(3)) > budgets[k]);
        }
    }

    /** Nobody comes for less than .3 and two would cost .6: the offer is nothing, and the bound counts whole agents. */
    @Test
    void nothingToBeHad() {
        final DefectionGame game = DefectionGame.of(Population.of(0.3, 0.3, 0.7, 0.7), Offer.none(), Reprisal.none());
        final DesignedOffer offer =
                BudgetSolver.of(0.5, Term.CASH, Term.CREDIBILITY).solve(game).orElseThrow();
        assertEquals(0, offer.outlay());
        assertEquals(0, offer.gone());
        assertEquals(0.25, offer.mostShare());
        assertEquals(Double.POSITIVE_INFINITY, offer.gap());
        assertTrue(offer.explain().endsWith("and brings more than 0.25."), offer::explain);
    }

    @Test
    void aTermThatNothingDependsOn() {
        final DesignedOffer offer = BudgetSolver.of(10, Term.CASH)
                .solve(DefectionGame.of(
                        Population.of(100, CostLaw.uniform(0, 1)), Offer.none(), (o, group, gone) -> 0.3 + 0.1 * gone))
                .orElseThrow();
        assertFalse(offer.possible());
        assertEquals(
                "No offer allowed brings more within the budget of 10: the net gain does not depend on cash.",
                offer.explain());
    }

    @Test
    void refusals() {
        assertEquals(
                "budget must be finite and >= 0.0 [unit of the game], but was NaN",
                assertThrows(IllegalArgumentException.class, () -> BudgetSolver.of(Double.NaN, Term.CASH))
                        .getMessage());
        assertEquals(
                "budget must be finite and >= 0.0 [unit of the game], but was -1.0",
                assertThrows(IllegalArgumentException.class, () -> BudgetSolver.of(-1, Term.CASH))
                        .getMessage());
        final DefectionGame falls = DefectionGame.of(
                Population.of(1000, CostLaw.normal(0.25, 0.12)),
                Offer.cash(0.3),
                Reprisal.of(Curve.constant(1), Curve.rising(0.3, 1)));
        final Answer<DesignedOffer> refused = BudgetSolver.of(10, Term.CASH).solve(falls);
        assertEquals(
                "no rest point to rely on is claimed, as the net gain falls by 0.000293 as the share gone rises from 0 to 0.0009766;"
                        + " use a reprisal that fades as more go",
                assertThrows(IllegalStateException.class, refused::orElseThrow).getMessage());
        final Answer<DesignedOffer> stopped =
                BudgetSolver.of(10, Term.CASH).solve(SOLDIERS, Watch.none().withCancel(() -> true));
        assertEquals(
                "cancelled; raise the limit",
                assertThrows(IllegalStateException.class, stopped::orElseThrow).getMessage());
    }

    /** Short of the fold of a bounded support more refuge brings a share of 6e-16, which is nobody. */
    @Test
    void aBudgetIsNotSpentOnRounding() {
        final DefectionGame game = DefectionGame.of(
                Population.of(1000, CostLaw.uniform(0.06381651465558988, 0.22235312708940255)),
                Offer.cash(0.011632235897718224).withCredibility(0.8309438821933146),
                Reprisal.fading(0.02877717871823242).withFamily(Curve.fading(0.16863535225262652, 1)));
        final DesignedOffer offer = BudgetSolver.of(
                        3.6059931282926496, Instrument.of(Term.REFUGE).upTo(2))
                .solve(game)
                .orElseThrow();

        assertEquals(0, offer.value());
        assertEquals(0, offer.share());
    }

    /** Ranks that tip together: a budget between what the fold costs and what lies behind it buys the fold, though play crawls just above. */
    @Test
    void aBudgetBetweenTheSidesOfAJumpBuysItsFold() {
        final DefectionGame game = DefectionGame.of(
                Population.join(
                        Population.of(300, CostLaw.normal(0.44629326451442597, 0.11186733894914269))
                                .named("officers"),
                        Population.of(700, CostLaw.normal(0.2528294240203254, 0.10073615849977241))
                                .named("men")),
                Offer.cash(0.1).withRefuge(0.1).withCredibility(0.9),
                Reprisal.fading(0.36799591733944204));
        final Instrument cash = Instrument.of(Term.CASH).between(0.1, 0.6);
        final double budget = 247.72107663078293;
        final FrontierPoint point =
                FrontierSolver.of(cash).withPoints(2).solve(game).orElseThrow().withBudget(budget);
        final DesignedOffer offer = BudgetSolver.of(budget, cash).solve(game).orElseThrow();

        assertEquals(0.25509, offer.share(), 1e-4);
        assertEquals(offer.share(), point.share(), 1e-4);
        assertEquals(offer.outlay(), point.outlay().total(), 0.1);
    }
}
