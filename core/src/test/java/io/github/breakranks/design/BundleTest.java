package io.github.breakranks.design;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.equilibrium.EquilibriumSolver;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Bundles of cash and other components; all parameters assumed. */
class BundleTest {
    private static final CostLaw TWO = CostLaw.atoms(new double[] {0.1, 0.5}, new double[] {0.5, 0.5});
    private static final Component REFUGE = Component.of("refuge", 0.3, 0.02);
    private static final Component PASSAGE = Component.of("passage", TWO, 0.2);

    private static DefectionGame even() {
        return DefectionGame.of(Population.of(1000, CostLaw.uniform(0, 1)), Offer.cash(0), Reprisal.none());
    }

    /** Two soldiers in two with costs even on [0, 1] and worths .1 or .5: F(p) = (p + .1 + p + .5) / 2. */
    @Test
    void pricedCostsAreCostsLessWorths() {
        final Population priced = Bundle.of(PASSAGE).priced(even().population());

        assertEquals(0.5, priced.law().cdf(0.2), 1e-15);
        assertEquals(0.25, priced.law().cdf(-0.25) / 0.5, 1e-15);
        assertEquals(1000, priced.size());
        final Population both = Bundle.of(REFUGE, PASSAGE).priced(even().population());
        assertEquals(priced.law().cdf(0.1), both.law().cdf(-0.2), 1e-15);
    }

    @Test
    void aStoppedChoiceSaysSo() {
        final BundleChoice choice = BundleSolver.of(1, Bundle.of(REFUGE))
                .solve(even(), Watch.limit(Duration.ofNanos(1)))
                .value();

        assertEquals("BundleChoice[not looked for to the end]", choice.toString());
        assertEquals(
                "Not looked for to the end: 0 of 3 ways to offer the components were compared, so that the best is not known.",
                choice.explain());
    }

    /** A sure refuge is the refuge of the offer. */
    @Test
    void aSureComponentIsTheOffersRefuge() {
        final DefectionGame game = DefectionGame.of(
                Population.of(30_000, CostLaw.normal(0.25, 0.12)).in("USD"), Offer.cash(0.21), Reprisal.fading(0.4));
        final var one = EquilibriumSolver.solver()
                .solve(game.withPopulation(Bundle.of(REFUGE).priced(game.population())))
                .orElseThrow();
        final var other = EquilibriumSolver.solver()
                .solve(game.withOffer(game.offer().withRefuge(0.3)))
                .orElseThrow();

        assertEquals(other.least().share(), one.least().share(), 1e-12);
        assertEquals(other.greatest().share(), one.greatest().share(), 1e-12);
        assertEquals("USD", one.game().population().unit());
    }

    /** By hand: V = 1, costs even. Cash only: .5, gains .25. With the refuge (.3 for .02): p + .3 = (1 + .3 - .02) / 2 = .64, .64^2. */
    @Test
    void aCheapRefugeReplacesCash() {
        final Bundle bundle = Bundle.of(REFUGE, PASSAGE);
        final Answer<BundleChoice> answer = BundleSolver.of(1, bundle).solve(even());
        final BundleChoice choice = answer.orElseThrow();

        assertEquals(0.25, choice.cashOnly().offer().surplus(), 1e-12);
        assertEquals("refuge, passage", choice.all().label());
        assertTrue(choice.best().components().contains("refuge"));
        final SingleOffer refuge = choice.options().get(1).offer();
        assertEquals(0.34, refuge.cash(), 1e-9);
        assertEquals(0.64 * 0.64, refuge.surplus(), 1e-12);
        assertTrue(bundle.replacesCash("refuge"));
        assertFalse(bundle.replacesCash("passage"));
        assertTrue(
                choice.pickedAtCost().offer().surplus() >= choice.best().offer().surplus() - 1e-12);
        assertTrue(((Certificate.Numeric) answer.certificate()).worst() < 1e-4);
        assertEquals(5, choice.options().size());
        assertTrue(
                choice.explain()
                        .contains("That refuge costs less than the least it is worth to anybody, 0.3, so it replaces"
                                + " cash for all."),
                choice::explain);
    }

    /** Cash for half the soldiers: .5, less .3 with the refuge; it saves .28 a head and 140 in all. */
    @Test
    void residualCash() {
        final var row = Bundle.of(REFUGE).residuals(even(), 0.5).rows().get(0);

        assertEquals("refuge", row.get(0));
        final double[] amounts = {0.2, 0.5, 0.02, 0.28, 140};
        for (int k = 0; k < amounts.length; k++) {
            assertEquals(amounts[k], (Double) row.get(k + 1), 1e-12);
        }
    }

    /** Two kinds, each of whom wants another component: only a menu serves both. */
    @Test
    void profilesWhoseWorthsAreOpposed() {
        final Bundle opposed = Bundle.ofProfiles(
                List.of("refuge", "passage"), new double[] {0.2, 0.2}, new double[] {0.5, 0.5}, new double[][] {
                    {0.6, 0}, {0, 0.6}
                });
        final BundleChoice choice = BundleSolver.of(1, opposed).solve(even()).orElseThrow();

        // At cost each gains .4 above cash: (1 - p)(p + .4) is greatest at .3, .49; both to all: (1 - .4 - p)(p + .6)
        // at 0, .36.
        assertEquals(0.49, choice.pickedAtCost().offer().surplus(), 1e-12);
        assertEquals(0.36, choice.all().offer().surplus(), 1e-12);
        assertEquals("picked at cost", choice.pickedAtCost().label());
        assertEquals("BundleChoice[refuge, passage, cash 0, surplus 0.36]", choice.toString());
        assertEquals(
                "Best for all is refuge, passage and cash 0, which gains 0.36 per soldier; cash only gains 0.25. Picked at cost, 0.49 is"
                        + " gained.",
                choice.explain());
    }

    @Test
    void lawsAreCutIntoParts() {
        final CostLaw parts = Component.inParts(CostLaw.uniform(0, 1), 4);

        assertEquals(0.125, parts.quantile(0.1), 1e-15);
        assertEquals(0.125, Component.of("passage", parts, 0.1).leastWorth(), 1e-15);
        assertEquals(
                "Component[passage, worth 4 values, host cost 0.1]",
                Component.of("passage", parts, 0.1).toString());
    }

    @Test
    void refusesAndStops() {
        refused(
                "worth of refuge must be finite and >= 0.0 [unit of the game], but was -1.0",
                () -> Component.of("refuge", -1, 0));
        refused(
                "host cost of refuge must be finite and >= 0.0 [unit of the game], but was NaN",
                () -> Component.of("refuge", 1, Double.NaN));
        refused("name must not be blank, but was \" \"", () -> Component.of(" ", 1, 1));
        refused(
                "worth of passage must be made of atoms, but was uniform(0.0, 1.0); cut it with inParts",
                () -> Component.of("passage", CostLaw.uniform(0, 1), 0));
        refused("names must be different, but was [refuge, refuge]", () -> Bundle.of(REFUGE, REFUGE));
        refused(
                "shares must sum to 1 within 1.0E-9 [share], but was 0.5",
                () -> Bundle.ofProfiles(List.of("a"), new double[1], new double[] {0.5}, new double[1][1]));
        refused(
                "worths[0][0] must be finite and >= 0.0 [unit of the game], but was NaN",
                () -> Bundle.ofProfiles(List.of("a"), new double[1], new double[] {1}, new double[][] {{Double.NaN}}));
        refused(
                "worths[0] must be 1 [components], but was 2",
                () -> Bundle.ofProfiles(List.of("a"), new double[1], new double[] {1}, new double[1][2]));
        refused(
                "worths must have 1 rows, one per type, but was 2",
                () -> Bundle.ofProfiles(List.of("a"), new double[1], new double[] {1}, new double[2][1]));
        refused(
                "hostCosts must be 1 [components], but was 2",
                () -> Bundle.ofProfiles(List.of("a"), new double[2], new double[] {1}, new double[1][1]));
        refused(
                "name must be one of [refuge], but was ship",
                () -> Bundle.of(REFUGE).without("ship"));
        refused("share must be in (0, 1), but was 1.0", () -> Bundle.of(REFUGE).residuals(even(), 1));
        refused(
                "worth must be finite and >= 0.0 [unit of the game], but was NaN",
                () -> BundleSolver.of(Double.NaN, Bundle.of()));
        refused(
                "worth of the bundle must be the same to all listed agents, but was 0.1 to 0.5; take Population.of(heads,"
                        + " population.law()), or subtract from each cost what it is worth to him",
                () -> Bundle.of(PASSAGE).priced(Population.of(1, 2)));
        assertEquals(
                Population.of(0.75, 1.75), Bundle.of(Component.of("a", 0.25, 0)).priced(Population.of(1, 2)));
        final CostLaw many = Component.inParts(CostLaw.uniform(0, 1), 100);
        refused(
                "combinations of worths must be <= 4096 [count], but was 10000; cut laws into fewer parts",
                () -> Bundle.of(Component.of("a", many, 0), Component.of("b", many, 0)));
        assertInstanceOf(
                Answer.Stopped.class,
                BundleSolver.of(1, Bundle.of(REFUGE)).solve(even(), Watch.limit(Duration.ofNanos(1))));
    }

    private static void refused(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
