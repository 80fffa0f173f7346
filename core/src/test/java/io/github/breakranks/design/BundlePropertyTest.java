package io.github.breakranks.design;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.RandomGames;
import io.github.breakranks.Seeds;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of every bundle. */
class BundlePropertyTest {
    private static final double CLOSE = 1e-9;

    /** The share that goes is the mean, over profiles, of those whom cash and worth outweigh the cost. */
    @Property(tries = 100, seed = Seeds.USUAL)
    void pricedIsTheLawOfTheDifference(
            @ForAll("laws") CostLaw law, @ForAll("bundles") Bundle bundle, @ForAll("amounts") double cash) {
        final CostLaw priced = bundle.priced(Population.of(10, law)).law();
        final CostLaw first = bundle.only("a").priced(Population.of(10, law)).law();
        final CostLaw both = bundle.only("b")
                .priced(bundle.only("a").priced(Population.of(10, law)))
                .law();

        assertEquals(priced.cdf(cash), both.cdf(cash), CLOSE, "worths are independent: one after the other is both");
        assertTrue(priced.cdf(cash) >= first.cdf(cash) - CLOSE);
        assertTrue(first.cdf(cash) >= law.cdf(cash) - CLOSE);
    }

    /** At cost every soldier does as well as with any set offered to all at the same cost to the host. */
    @Property(tries = 4, seed = Seeds.USUAL)
    void pickingAtCostNeverGainsLess(
            @ForAll("laws") CostLaw law,
            @ForAll("bundles") Bundle bundle,
            @ForAll("amounts") double worth,
            @ForAll("amounts") double reprisal) {
        final BundleChoice choice =
                BundleSolver.of(worth, bundle).solve(game(law, reprisal)).orElseThrow();

        assertEquals(5, choice.options().size());
        for (BundleChoice.Option option : choice.options()) {
            assertTrue(option.offer().surplus() <= choice.pickedAtCost().offer().surplus() + 1e-8 * worth);
        }
    }

    /** As long as there is cash to replace, what costs less than the least it is worth pays when offered to all. */
    @Property(tries = 4, seed = Seeds.USUAL)
    void whatCostsLessThanItsLeastWorthReplacesCash(
            @ForAll("laws") CostLaw law, @ForAll("amounts") double worth, @ForAll("amounts") double part) {
        final DefectionGame game = game(law, 0.2);
        final SingleOffer cash = TakeItOrLeaveIt.of(worth).solve(game).orElseThrow();
        final double least = part * cash.cash();
        final Bundle cheap = Bundle.of(Component.of(
                "refuge", CostLaw.atoms(new double[] {least, 2 * least}, new double[] {0.5, 0.5}), least / 2));
        final BundleChoice choice = BundleSolver.of(worth, cheap).solve(game).orElseThrow();

        assertTrue(least == 0 || cheap.replacesCash("refuge"));
        assertTrue(choice.all().offer().surplus() >= cash.surplus() + least / 2 * cash.share() - 1e-8);
    }

    /** A sure component saves what it is worth, as far as there is cash to save. */
    @Property(tries = 12, seed = Seeds.USUAL)
    void aSureComponentSavesItsWorth(
            @ForAll("laws") CostLaw law, @ForAll("amounts") double worth, @ForAll("amounts") double reprisal) {
        final List<?> row = Bundle.of(Component.of("refuge", worth, 0.01))
                .residuals(game(law, reprisal), 0.4)
                .rows()
                .get(0);
        final double with = (Double) row.get(1);
        final double without = (Double) row.get(2);

        assertEquals(Math.max(0, without - worth), with, 1e-9 * (1 + without));
        assertEquals(without - with - 0.01, (Double) row.get(4), 1e-12);
    }

    private static DefectionGame game(CostLaw law, double reprisal) {
        return DefectionGame.of(Population.of(1000, law), Offer.cash(0), Reprisal.fading(reprisal));
    }

    @Provide
    Arbitrary<CostLaw> laws() {
        return RandomGames.smoothLaws();
    }

    @Provide
    Arbitrary<Double> amounts() {
        return RandomGames.between(0.05, 0.95);
    }

    @Provide
    Arbitrary<Bundle> bundles() {
        final Arbitrary<int[]> worths =
                Arbitraries.integers().between(0, 16).array(int[].class).ofSize(5);
        return Combinators.combine(
                        worths,
                        RandomGames.between(0.05, 0.95),
                        RandomGames.between(0, 0.4),
                        RandomGames.between(0, 0.4))
                .as((w, share, one, other) -> Bundle.of(
                        Component.of("a", CostLaw.empirical(w[0] / 16.0, w[1] / 16.0, w[2] / 16.0), one),
                        Component.of(
                                "b",
                                CostLaw.atoms(new double[] {w[3] / 16.0, w[4] / 16.0}, new double[] {share, 1 - share}),
                                other)));
    }
}
