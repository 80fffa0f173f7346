package io.github.breakranks.design;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.equilibrium.EquilibriumSolver;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.offer.Curve;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.offer.Term;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import org.junit.jupiter.api.Test;

/** Several terms at once: by hand, lists, schedules by rank, amounts without bounds. */
class SeveralTermsTest {

    /** Even costs on [0, 1], cash p and reach q: a share p q comes for n (p^2 q + k q); p = sqrt(k) would be best were q free. */
    @Test
    void cashAndReachByHand() {
        final DefectionGame game =
                DefectionGame.of(Population.of(100, CostLaw.uniform(0, 1)), Offer.none(), Reprisal.none());
        // outlay at p q = x is 100 (p x + k x / p), least at p = sqrt(k) where q = x / p is at most 1
        final DesignedOffer offer = CheapestSolver.of(Term.CASH, Term.REACH)
                .at(HostCosts.cashOnly().withReach(0.25))
                .reaching(0.2)
                .solve(game)
                .orElseThrow();
        assertEquals(20, offer.outlay(), 1e-6);
        assertEquals(0.5, offer.valueOf(Instrument.of(Term.CASH)), 1e-3);
        assertEquals(0.4, offer.valueOf(Instrument.of(Term.REACH)), 1e-3);
        assertTrue(offer.gap() <= 1e-3, () -> "gap " + offer.gap());
        final DesignedOffer bought = BudgetSolver.of(20, Term.CASH, Term.REACH)
                .at(HostCosts.cashOnly().withReach(0.25))
                .solve(game)
                .orElseThrow();
        assertEquals(0.2, bought.share(), 1e-6);
        assertTrue(bought.gap() <= 1e-3, () -> "gap " + bought.gap());
    }

    /** Ranks whose costs are even on [0, 1] and [0, 2]: the marginal head costs the same, 2 p in one rank and 2 q in the other. */
    @Test
    void aScheduleByRank() {
        final DefectionGame game = DefectionGame.of(
                Population.join(
                        Population.of(50, CostLaw.uniform(0, 1)).named("men"),
                        Population.of(50, CostLaw.uniform(0, 2)).named("officers")),
                Offer.none(),
                Reprisal.none());
        final Instrument men = Instrument.of(Term.CASH).upTo(1).forGroup("men");
        final Instrument officers = Instrument.of(Term.CASH).upTo(2).forGroup("officers");
        // 50 (p + q / 2) = 30 heads at p = q = .4; costs 50 (p^2 + q^2 / 2) = 12
        final DesignedOffer offer =
                CheapestSolver.of(men, officers).reaching(0.3).solve(game).orElseThrow();
        assertEquals(12, offer.outlay(), 1e-5);
        assertEquals(0.4, offer.valueOf(men), 1e-3);
        assertEquals(0.4, offer.valueOf(officers), 1e-3);
        assertEquals(offer.valueOf(men), offer.game().offer(0).cash());
        assertEquals("cash to men", offer.table().rows().get(0).get(0));
    }

    /** Three agents and a family clause that spares .2: brute force over both. */
    @Test
    void aListAgainstAGrid() {
        final DefectionGame game = RandomGames.ofList(7, 30);
        final HostCosts costs = HostCosts.cashOnly().withRefuge(0.4).withReception(0.1);
        final DesignedOffer offer = CheapestSolver.of(
                        Instrument.of(Term.CASH).upTo(2),
                        Instrument.of(Term.REFUGE).upTo(0.5))
                .reaching(0.6)
                .at(costs)
                .solve(game)
                .orElseThrow();
        assertTrue(offer.gone() >= 18);
        for (int i = 0; i <= 60; i++) {
            for (int k = 0; k <= 20; k++) {
                final DefectionGame tried = game.with(Term.CASH, 2.0 * i / 60).with(Term.REFUGE, 0.5 * k / 20);
                final var least =
                        EquilibriumSolver.solver().solve(tried).value().least();
                if (least.gone() >= 18) {
                    assertTrue(costs.outlay(tried, least) >= offer.lowerBound() - 1e-9);
                    assertTrue(costs.outlay(tried, least) >= offer.outlay() * (1 - 1e-3));
                }
            }
        }
    }

    @Test
    void noneWithinBounds() {
        final DefectionGame game =
                DefectionGame.of(Population.of(100, CostLaw.uniform(0, 1)), Offer.none(), Reprisal.none());
        final DesignedOffer none = CheapestSolver.of(
                        Instrument.of(Term.CASH).upTo(0.3),
                        Instrument.of(Term.REFUGE).upTo(0.1))
                .solve(game)
                .orElseThrow();
        assertFalse(none.possible());
        assertEquals(
                "cash at most 0.3 with refuge at most 0.1 brings 0.4 in the least rest point; allow more cash or refuge, vary"
                        + " another term or ask for less",
                none.reason());
        assertTrue(none.explain().startsWith("No offer allowed brings 0.5 in the least rest point: cash at most 0.3"));
    }

    /** A refuge that costs nothing is bounded by what brings nearly all; a bonus, worth nothing to the first, by nothing. */
    @Test
    void anAmountThatNothingBounds() {
        final DefectionGame game =
                DefectionGame.of(Population.of(100, CostLaw.uniform(0, 1)), Offer.none(), Reprisal.none());
        final DesignedOffer free =
                CheapestSolver.of(Term.REFUGE, Term.REACH).solve(game).orElseThrow();
        assertEquals(0, free.outlay());
        assertTrue(free.share() >= 0.5 - 1e-9);
        final DefectionGame together = DefectionGame.of(
                Population.of(100, CostLaw.uniform(0.2, 1)),
                Offer.none(),
                (offer, group, gone) -> offer.cash() + offer.bonus() * gone);
        final CheapestSolver solver = CheapestSolver.of(
                Instrument.of(Term.BONUS), Instrument.of(Term.CASH).upTo(0.3));
        assertEquals(
                "high of bonus must be finite where no outlay bounds it, but was Infinity; give a bound with upTo(value)",
                assertThrows(IllegalArgumentException.class, () -> solver.solve(together))
                        .getMessage());
    }

    /** Cash by rank without a bound: what each may cost is bounded by what one amount for both costs. */
    @Test
    void cashByRankWithoutABound() {
        final DefectionGame game = DefectionGame.of(
                Population.join(
                        Population.of(90, CostLaw.uniform(0, 1)).named("men"),
                        Population.of(10, CostLaw.normal(0.8, 0.1)).named("officers")),
                Offer.none(),
                Reprisal.none());
        final Instrument men = Instrument.of(Term.CASH).forGroup("men");
        final Instrument officers = Instrument.of(Term.CASH).forGroup("officers");
        final DesignedOffer offer = CheapestSolver.of(men, officers).solve(game).orElseThrow();
        final DesignedOffer bounded =
                CheapestSolver.of(men.upTo(2), officers.upTo(2)).solve(game).orElseThrow();
        // by hand: 90 p men for p each and 10 F(c) officers for c each make up 50
        final double rest = (50 - 90 * offer.valueOf(men)) / 10;
        assertEquals(CostLaw.normal(0.8, 0.1).quantile(rest), offer.valueOf(officers), 1e-6);
        assertEquals(bounded.outlay(), offer.outlay(), 1e-3 * bounded.outlay());
        assertTrue(offer.outlay() < 90 * Math.pow(50 / 90.0, 2)); // men alone
    }

    /** Whatever is relied on: the gap is small and no offer of a grid costs less than the bound. */
    @Test
    void everyRelianceAgainstAGrid() {
        final DefectionGame game = DefectionGame.of(
                Population.of(30_000, CostLaw.normal(0.25, 0.12)),
                Offer.cash(0.21).withRefuge(0.30).withCredibility(0.90),
                Reprisal.fading(0.40));
        final HostCosts costs = HostCosts.cashOnly().withRefuge(0.5).withReach(0.05);
        for (Reliance reliance : Reliance.values()) {
            final DesignedOffer offer = CheapestSolver.of(
                            Instrument.of(Term.CASH).upTo(1), Instrument.of(Term.REACH))
                    .at(costs)
                    .reaching(new Target(0.6, reliance))
                    .solve(game)
                    .orElseThrow();
            assertTrue(offer.gap() <= 1e-3, () -> reliance + " gap " + offer.gap());
            for (int k = 0; k <= 40 * 20; k++) {
                againstOne(game.with(Term.CASH, k / 20 / 40.0).with(Term.REACH, k % 21 / 20.0), offer, costs, reliance);
            }
        }
    }

    private static void againstOne(DefectionGame tried, DesignedOffer offer, HostCosts costs, Reliance reliance) {
        final var rest = EquilibriumSolver.solver().solve(tried).value();
        final var relied = reliance == Reliance.BEST ? rest.greatest() : rest.least();
        final var paid = reliance == Reliance.LEAST ? rest.least() : rest.greatest();
        if (relied.share() >= 0.6) {
            assertTrue(costs.outlay(tried, paid) >= offer.lowerBound() - 1e-6);
        }
    }

    /** Two amounts that nothing bounds, and word of them: paid for each who comes, they are bounded by what suffices. */
    @Test
    void threeTerms() {
        final DefectionGame game =
                DefectionGame.of(Population.of(100, CostLaw.uniform(0, 1)), Offer.none(), Reprisal.none());
        final DesignedOffer offer = CheapestSolver.of(Term.CASH, Term.REFUGE, Term.REACH)
                .at(HostCosts.cashOnly().withRefuge(0.5).withReach(0.125))
                .reaching(0.2)
                .solve(game)
                .orElseThrow();
        // the refuge alone, at half its worth: as cashAndReachByHand at half the cost
        assertEquals(10, offer.outlay(), 1e-4);
        assertEquals("DesignedOffer[cash 0 and 2 more terms: 0.2 for 10]", offer.toString());
    }

    /** A term that nothing depends on stays at its lowest. */
    @Test
    void aTermThatDoesNothingIsNotUsed() {
        final DefectionGame game =
                DefectionGame.of(Population.of(100, CostLaw.uniform(0, 1)), Offer.none(), Reprisal.none());
        final DesignedOffer offer =
                CheapestSolver.of(Term.CASH, Term.BONUS).solve(game).orElseThrow();
        assertEquals(0.5, offer.valueOf(Instrument.of(Term.CASH)), 1e-9);
        assertEquals(0, offer.valueOf(Instrument.of(Term.BONUS)));
    }

    /** Word of the offer reaches listed agents in an order drawn from a seed: the least reach that brings three of four. */
    @Test
    void theReachOfAList() {
        final DefectionGame game = DefectionGame.of(Population.of(0.1, 0.1, 0.1, 0.1), Offer.cash(0.2), Reprisal.none())
                .heardBy(5);
        final DesignedOffer offer =
                CheapestSolver.of(Term.REACH).reaching(0.75).solve(game).orElseThrow();
        assertEquals(3, offer.gone());
        assertEquals(
                2,
                EquilibriumSolver.solver()
                        .solve(game.with(Term.REACH, Math.nextDown(offer.value())))
                        .value()
                        .least()
                        .gone());
    }

    /** The target lies a little beyond a fold, and play crawls from there to where it lands: a bound that only follows its rounds never gets there. */
    @Test
    void theBoundPassesOverAJumpThatPlayCrawlsOver() {
        final DefectionGame game = DefectionGame.of(
                Population.of(1000, CostLaw.uniform(-0.114, 0.331)),
                Offer.refuge(0.00335).withCredibility(0.591),
                Reprisal.fading(0.4475).withFamily(Curve.fading(0.103, 1)));
        final DesignedOffer offer = CheapestSolver.of(Instrument.of(Term.CASH).upTo(3), Instrument.of(Term.FAMILY))
                .reaching(0.09)
                .at(HostCosts.cashOnly().withFamily(0.05).withReception(0.1))
                .solve(game)
                .orElseThrow();

        assertEquals(1, offer.share(), 1e-12);
        assertTrue(offer.gap() <= 1e-3, () -> "gap " + offer.gap());
    }
}
