package io.github.breakranks.equilibrium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.RandomGames;
import io.github.breakranks.Seeds;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.offer.Curve;
import io.github.breakranks.offer.NetGain;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What the page on tipping says of {@code x = F(b + a x)} as the offer b moves; Brock and Durlauf (2001) have the logistic case. */
class TippingTheoremsPropertyTest {

    private static RestPoints rest(CostLaw law, double company, double shift) {
        final NetGain gain = NetGain.of(Reprisal.none()).withSolidarity(company).withStaying(-shift);
        return EquilibriumSolver.solver()
                .solve(DefectionGame.of(Population.of(10, law), Offer.none(), gain))
                .orElseThrow();
    }

    /** By hand: {@code a sup f < 1} makes the best reply a contraction, so that nothing folds. */
    @Property(tries = 100, seed = Seeds.USUAL)
    void noFoldWhereTheBestReplyContracts(@ForAll("smoothLaws") CostLaw law, @ForAll("parts") double part) {
        Assume.that(law.steepest() < 1e6);
        final double company = 0.99 * part / law.steepest();
        Assume.that(company > 1e-6);
        final Tipping tipping = TippingSolver.shift(law, Curve.rising(company, 1));

        assertTrue(tipping.folds().isEmpty(), tipping::toString);
        assertTrue(tipping.up().isEmpty() && tipping.down().isEmpty(), tipping::toString);
    }

    /** The least rest point is the first share whose own offer is at least the one that stands. */
    @Property(tries = 100, seed = Seeds.USUAL)
    void theLeastIsTheFirstShareThatNeedsAsMuch(
            @ForAll("laws") CostLaw law, @ForAll("companies") double company, @ForAll("parts") double part) {
        final double shift = law.quantile(0.02 + 0.96 * part) - company * part;
        final RestPoints rest = rest(law, company, shift);
        final double least = rest.least().share();
        final Manifold manifold = Manifold.of(law, Curve.rising(company, 1));

        Assume.that(rest.complete() && least > 1e-6); // nobody rests at every lower offer as well
        for (int k = 1; k < 500; k++) {
            final double share = least * k / 500;
            assertTrue(manifold.value(share) <= shift + 1e-9, () -> law + " at " + share + ", least " + least);
        }
        // Where no cost lies a range of offers brings the same share.
        if (least < 1 - 1e-5) {
            assertTrue(manifold.value(least - 1e-9) <= shift + 1e-7);
            assertTrue(manifold.value(least + 1e-6) >= shift - 1e-7);
        }
    }

    /**
     * Where play jumps once up and once down: between collapse and tipping a low and a high stable rest point stand side by side; beyond
     * either there is one rest point. With two loops the first may end below where the second begins.
     */
    @Property(tries = 100, seed = Seeds.USUAL)
    void hysteresisLiesBetweenCollapseAndTipping(@ForAll("laws") CostLaw law, @ForAll("companies") double company) {
        final Tipping tipping = TippingSolver.shift(law, Curve.rising(company, 1));
        Assume.that(tipping.jumpsUp().size() == 1 && tipping.jumpsDown().size() == 1);
        final double tips = tipping.tippingOffer();
        final double collapses = tipping.collapseOffer();
        Assume.that(tips - collapses > 1e-4);
        final double low = tipping.up().orElseThrow().from();
        final double high = tipping.down().orElseThrow().from();

        final RestPoints within = rest(law, company, collapses + 0.5 * (tips - collapses));
        assertTrue(within.points().stream().filter(RestPoint::stable).count() >= 2, within::toString);
        final RestPoints above = rest(law, company, tips + 1e-5);
        assertEquals(above.least().share(), above.greatest().share(), 1e-9);
        assertTrue(above.least().share() > low);
        final RestPoints below = rest(law, company, collapses - 1e-5);
        assertEquals(below.least().share(), below.greatest().share(), 1e-9);
        assertTrue(below.least().share() < high);
    }

    @Provide
    Arbitrary<CostLaw> laws() {
        return RandomGames.laws();
    }

    @Provide
    Arbitrary<CostLaw> smoothLaws() {
        return RandomGames.smoothLaws();
    }

    @Provide
    Arbitrary<Double> parts() {
        return RandomGames.between(0, 1);
    }

    @Provide
    Arbitrary<Double> companies() {
        return RandomGames.between(0.1, 2);
    }
}
