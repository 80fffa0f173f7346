package io.github.breakranks.design;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.Seeds;
import io.github.breakranks.equilibrium.EquilibriumSolver;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.offer.Term;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

/** What holds of the best use of a budget in all games. */
class BudgetPropertyTest {

    /** A larger budget never brings less, none is exceeded, and what is bought is the cheapest offer for its share. */
    @Property(tries = 40, seed = Seeds.USUAL)
    void moreMoneyNeverBringsLess(@ForAll long seed, @ForAll @DoubleRange(min = 1, max = 400) double budget) {
        final DefectionGame game = RandomGames.ofLaw(seed);
        final DesignedOffer offer =
                BudgetSolver.of(budget, Term.CASH).solve(game).orElseThrow();
        final DesignedOffer more =
                BudgetSolver.of(budget * 1.3, Term.CASH).solve(game).orElseThrow();
        assertTrue(offer.outlay() <= budget * (1 + 1e-9));
        assertTrue(more.share() >= offer.share() - 1e-9);
        if (offer.share() > 1e-6 && offer.share() < 1) {
            final DesignedOffer cheapest = CheapestSolver.of(Term.CASH)
                    .reaching(offer.share() * (1 - 1e-6))
                    .solve(game)
                    .orElseThrow();
            assertTrue(cheapest.outlay() <= budget * (1 + 1e-6));
        }
    }

    /** Lists by brute force over a fine grid of values: none within the budget brings more. */
    @Property(tries = 40, seed = Seeds.USUAL)
    void listsByBruteForce(@ForAll long seed, @ForAll @DoubleRange(min = 0.1, max = 8) double budget) {
        final DefectionGame game = RandomGames.ofList(seed, 12);
        final DesignedOffer offer =
                BudgetSolver.of(budget, Term.CASH).solve(game).orElseThrow();
        long most = 0;
        for (int k = 0; k <= 400; k++) {
            final double cash = 4.0 * k / 400;
            final long gone = EquilibriumSolver.solver()
                    .solve(game.with(Term.CASH, cash))
                    .value()
                    .least()
                    .gone();
            most = gone * cash <= budget ? Math.max(most, gone) : most;
        }
        assertTrue(offer.gone() >= most, () -> offer + " in " + game);
        assertEquals(offer.gone() * offer.value(), offer.outlay(), 1e-9);
    }

    /** No offer of a grid within the budget brings more than the bound, and a second term never brings less. */
    @Property(tries = 8, seed = Seeds.USUAL)
    void twoTermsAgainstAGrid(@ForAll long seed, @ForAll @DoubleRange(min = 20, max = 300) double budget) {
        final DefectionGame game = RandomGames.ofLaw(seed);
        final HostCosts costs = HostCosts.cashOnly().withFamily(0.05);
        final Instrument cash = Instrument.of(Term.CASH).upTo(3);
        final DesignedOffer both = BudgetSolver.of(budget, cash, Instrument.of(Term.FAMILY))
                .at(costs)
                .solve(game)
                .orElseThrow();
        final DesignedOffer alone =
                BudgetSolver.of(budget, cash).at(costs).solve(game).orElseThrow();
        assertTrue(both.mostShare() >= alone.share() - 1e-9);
        assertTrue(both.share() >= alone.share() - 1e-3, () -> both + " " + alone);
        for (int i = 0; i <= 40; i++) {
            for (int k = 0; k <= 8; k++) {
                final DefectionGame tried = game.with(Term.CASH, 3.0 * i / 40).with(Term.FAMILY, k / 8.0);
                final var least =
                        EquilibriumSolver.solver().solve(tried).value().least();
                if (costs.outlay(tried, least) <= budget) {
                    assertTrue(least.share() <= both.mostShare() + 1e-9);
                }
            }
        }
    }
}
