package io.github.breakranks.design;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.equilibrium.EquilibriumSolver;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.network.Exposure;
import io.github.breakranks.offer.Curve;
import io.github.breakranks.offer.NetGain;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.offer.Term;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import org.junit.jupiter.api.Test;

class CostEffectivenessTest {
    private static final HostCosts CASH_ONLY = HostCosts.cashOnly();

    /** Costs L(.6, .1), company worth 1 for all. */
    private static DefectionGame logistic(double cash) {
        return DefectionGame.of(
                Population.of(1000, CostLaw.logistic(0.6, 0.1)),
                Offer.cash(cash),
                NetGain.of(Reprisal.none()).withSolidarity(1));
    }

    private static DefectionGame ranks(double men, double officers) {
        final Population ranks = Population.join(
                Population.of(20_000, CostLaw.logistic(0.5, 0.1)).named("men"),
                Population.of(5_000, CostLaw.logistic(0.7, 0.12)).named("officers"));
        return DefectionGame.of(ranks, Offer.none(), Reprisal.fading(0.2))
                .on(Exposure.homophily(0.5))
                .with("men", Term.CASH, men)
                .with("officers", Term.CASH, officers);
    }

    /** B. Caplan (2022), who reckons with USD 100,000 for each of 200,000 soldiers: USD 20 billion. */
    @Test
    void caplansTwentyBillion() {
        final Population army =
                Population.of(200_000, CostLaw.uniform(0, 90_000)).in("USD");
        final CostEffectiveness all =
                CostEffectiveness.of(DefectionGame.of(army, Offer.cash(100_000).in("USD"), Reprisal.none()), CASH_ONLY);

        assertEquals(20e9, all.outlay().total());
        assertEquals(200_000, all.outlay().extra());
        assertEquals(100_000, all.outlay().perHead());
        assertEquals(100_000, all.outlay().perExtra());
        assertEquals(Double.POSITIVE_INFINITY, all.outlay().marginal()); // nobody is left whom more would bring
        assertEquals("CostEffectiveness[2.000e+10 for 200000 extra, 100000 each]", all.toString());
    }

    /** Those who want to go anyway are paid as well: costs U[-1, 1], cash .5. */
    @Test
    void paysThoseWhoWouldHaveGoneAnyway() {
        final DefectionGame game =
                DefectionGame.of(Population.of(1000, CostLaw.uniform(-1, 1)), Offer.cash(0.5), Reprisal.none());
        final CostEffectiveness all = CostEffectiveness.of(game, CASH_ONLY);

        assertEquals(375, all.outlay().total(), 1e-9); // 750 heads at .5
        assertEquals(250, all.outlay().extra(), 1e-9);
        assertEquals(250, all.inframarginal(), 1e-9); // 500 heads at .5
        assertEquals(1.5, all.outlay().perExtra(), 1e-12);
        assertEquals(0.5 + 0.75 / 0.5, all.outlay().marginal(), 1e-12); // b + x / x'
    }

    /** One more costs b + x/x'(b), and the offer alone at the fold b_T = 0.2809546. */
    @Test
    void marginalCostFallsToTheOfferAtTheFold() {
        for (double cash : new double[] {0.1, 0.2, 0.25, 0.28, 0.28095}) {
            final CostEffectiveness at = CostEffectiveness.of(logistic(cash), CASH_ONLY);
            final double x = at.rest().share();
            final double density = x * (1 - x) / 0.1;

            assertEquals(cash + x * (1 - density) / density, at.marginal(Term.CASH), 1e-9);
        }
        final double nearly = 0.2809546 - 1e-7;
        assertEquals(nearly, CostEffectiveness.of(logistic(nearly), CASH_ONLY).marginal(Term.CASH), 2e-3);
    }

    @Test
    void agreesWithTheFrontier() {
        final FrontierPoint point = FrontierSolver.of(Instrument.of(Term.CASH))
                .solve(logistic(0))
                .orElseThrow()
                .at(0.08);
        final CostEffectiveness there = CostEffectiveness.of(logistic(point.value()), CASH_ONLY);

        assertEquals(point.outlay().total(), there.outlay().total(), 1e-9);
        assertEquals(point.outlay().extra(), there.outlay().extra(), 1e-9);
        assertEquals(point.outlay().marginal(), there.outlay().marginal(), 1e-9);
    }

    /** Marginal costs of groups against differences of two games solved anew, for every kind of cost to the host. */
    @Test
    void marginalCostOfGroupsIsADifference() {
        final HostCosts costs = new HostCosts(0.3, 0.1, 0.02, 0.001);
        final DefectionGame game = DefectionGame.of(
                        ranks(0, 0).population(),
                        Offer.cash(0.3)
                                .withRefuge(0.1)
                                .withCredibility(0.9)
                                .withReach(0.8)
                                .withFamily(0.2),
                        NetGain.of(Reprisal.fading(0.2).withFamily(Curve.fading(0.1, 1))))
                .on(Exposure.homophily(0.5));
        for (Term term : new Term[] {Term.CASH, Term.REFUGE, Term.CREDIBILITY, Term.REACH, Term.FAMILY}) {
            final double value = game.offer().get(term);
            final CostEffectiveness less = CostEffectiveness.of(game.with(term, value - 1e-5), costs);
            final CostEffectiveness more = CostEffectiveness.of(game.with(term, value + 1e-5), costs);
            final double slope = (more.outlay().total() - less.outlay().total())
                    / (more.outlay().come() - less.outlay().come());

            assertEquals(slope, CostEffectiveness.of(game, costs).marginal(term), 1e-5 * slope, term.label());
        }
        final Instrument toMen = Instrument.of(Term.CASH).forGroup("men");
        final double slope = difference(ranks(0.4 - 1e-5, 0.3), ranks(0.4 + 1e-5, 0.3));
        assertEquals(slope, CostEffectiveness.of(ranks(0.4, 0.3), CASH_ONLY).marginal(toMen), 1e-5 * slope);
    }

    private static double difference(DefectionGame less, DefectionGame more) {
        final Outlay from = CostEffectiveness.of(less, CASH_ONLY).outlay();
        final Outlay to = CostEffectiveness.of(more, CASH_ONLY).outlay();
        return (to.total() - from.total()) / (to.come() - from.come());
    }

    /** A soldier won outright brings others: a share rho of converts among the men moves both groups by {@code (I - J)^-1}. */
    @Test
    void oneMoreBringsOthers() {
        final DefectionGame game = ranks(0.35, 0.3);
        final CostEffectiveness at = CostEffectiveness.of(game, CASH_ONLY);
        final double[] without = new double[] {at.rest().shareOf(0), at.rest().shareOf(1)};
        final double rho = 1e-7;
        final double[][] seen = game.seen();
        double[] x = without.clone();
        for (int round = 0; round < 2000; round++) {
            x = new double[] {
                rho + game.willing(0, seen[0][0] * x[0] + seen[0][1] * x[1]),
                game.willing(1, seen[1][0] * x[0] + seen[1][1] * x[1])
            };
        }
        final double men = (x[0] - without[0]) / rho;
        final double officers = (x[1] - without[1]) / rho / 4; // a fourth as many heads

        assertEquals(men, at.brought(0, 0), 1e-4);
        assertEquals(officers, at.brought(1, 0), 1e-4);
        assertEquals(men + officers, at.brought(0), 2e-4);
        final DefectionWorth worth = at.worthOf(1, 10);
        assertEquals(men + 10 * officers, worth.inAll(0), 1e-3);
        assertEquals(1, worth.direct(0));
        assertEquals(worth.inAll(0) - 1, worth.induced(0), 1e-12);
        assertEquals(
                at.outlayOf(0).extra()
                        + 10 * at.outlayOf(1).extra()
                        - at.outlay().total(),
                worth.net(),
                1e-6);
        assertEquals(at.brought(0), at.worthOf(1).inAll(0), 1e-12);
    }

    @Test
    void groupsSumToAll() {
        final CostEffectiveness at = CostEffectiveness.of(ranks(0.35, 0.3), new HostCosts(0, 0, 0.1, 0.01));

        assertEquals(
                at.outlay().total(), at.outlayOf(0).total() + at.outlayOf(1).total(), 1e-9);
        assertEquals(
                new HostCosts(0, 0, 0.1, 0.01).outlay(ranks(0.35, 0.3), at.rest()),
                at.outlay().total(),
                1e-9);
        assertEquals(at.inframarginal(), at.inframarginalOf(0) + at.inframarginalOf(1), 1e-12);
        assertEquals(3, at.table().rows().size());
        assertTrue(at.outlay().perExtra() >= at.outlay().perHead());
    }

    @Test
    void ofAListNoDerivativesAreClaimed() {
        final CostEffectiveness list = CostEffectiveness.of(
                DefectionGame.of(Population.of(-1, 0.5, 2), Offer.cash(1), Reprisal.none()), CASH_ONLY);

        assertEquals(2, list.outlay().come());
        assertEquals(1, list.outlay().extra());
        assertEquals(1, list.inframarginal());
        assertEquals(2, list.outlay().perExtra());
        assertTrue(Double.isNaN(list.outlay().marginal()));
        assertTrue(assertThrows(IllegalStateException.class, () -> list.brought(0))
                .getMessage()
                .startsWith("no spillover: it takes laws without atoms"));
        assertFalse(list.explain().contains("One more"));
    }

    /** What is not a number is said in words. */
    @Test
    void saysWhoDoesNotCome() {
        final Population willing = Population.of(1000, CostLaw.uniform(-3, -1));
        final Population none = Population.of(1000, CostLaw.uniform(1, 3));
        final Population first = Population.of(1000, CostLaw.uniform(0, 1));
        final HostCosts reached = HostCosts.cashOnly().withReach(0.01);

        assertEquals(
                "Nobody comes, and 0 [unit of the game] is spent.",
                of(none, Offer.none(), CASH_ONLY).explain());
        assertEquals(
                "Nobody comes, and 10 [unit of the game] is spent.",
                of(none, Offer.cash(0.5), reached).explain());
        assertEquals(
                "500 [unit of the game] is spent on 1000 soldiers, 1000 of whom would have gone anyway: 0.5 for each who comes, but"
                        + " nobody more comes for it. A little more by way of cash brings nobody.",
                of(willing, Offer.cash(0.5), CASH_ONLY).explain());
        assertEquals(
                "20000 [unit of the game] is spent on 1000 soldiers, 0 of whom would have gone anyway: 20 for each who comes, 20 for"
                        + " each who would not have. A little more by way of cash brings nobody.",
                of(none, Offer.cash(20), CASH_ONLY).explain());
        assertEquals(
                "250 [unit of the game] is spent on 500 soldiers, 0 of whom would have gone anyway: 0.5 for each who comes, 0.5 for"
                        + " each who would not have. One more by way of cash costs 1, as all who come are paid more.",
                of(first, Offer.cash(0.5), CASH_ONLY).explain());
        assertEquals(
                "CostEffectiveness[0 for nobody more]",
                of(none, Offer.none(), CASH_ONLY).toString());
        assertEquals(
                "Outlay[500, for nobody more]",
                of(willing, Offer.cash(0.5), CASH_ONLY).outlay().toString());
    }

    private static CostEffectiveness of(Population population, Offer offer, HostCosts costs) {
        return CostEffectiveness.of(DefectionGame.of(population, offer, Reprisal.none()), costs);
    }

    @Test
    void refusesNull() {
        final CostEffectiveness at = CostEffectiveness.of(logistic(0.1), CASH_ONLY);

        assertEquals(
                "game",
                assertThrows(NullPointerException.class, () -> CostEffectiveness.of(null, CASH_ONLY))
                        .getMessage());
        assertEquals(
                "costs",
                assertThrows(NullPointerException.class, () -> CostEffectiveness.of(logistic(0.1), null))
                        .getMessage());
        assertEquals(
                "instrument",
                assertThrows(NullPointerException.class, () -> at.marginal((Instrument) null))
                        .getMessage());
        assertEquals(
                "direct",
                assertThrows(NullPointerException.class, () -> at.worthOf((double[]) null))
                        .getMessage());
    }

    @Test
    void refusesWhatIsNoWorth() {
        final CostEffectiveness at = CostEffectiveness.of(ranks(0.35, 0.3), CASH_ONLY);

        assertEquals(
                "direct[1] must be finite [unit of the game], but was NaN",
                assertThrows(IllegalArgumentException.class, () -> at.worthOf(1, Double.NaN))
                        .getMessage());
        assertEquals(
                "direct must have 1 or 2 values [unit of the game, by group], but was 3",
                assertThrows(IllegalArgumentException.class, () -> at.worthOf(1, 2, 3))
                        .getMessage());
        assertEquals(
                "group must be from 0 to 1 [number], but was 2",
                assertThrows(IllegalArgumentException.class, () -> at.outlayOf(2))
                        .getMessage());
        assertEquals(
                EquilibriumSolver.solver().solve(ranks(0, 0)).value().least().share(),
                at.without().share(),
                1e-12);
    }
}
