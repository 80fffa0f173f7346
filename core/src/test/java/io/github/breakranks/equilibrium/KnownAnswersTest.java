package io.github.breakranks.equilibrium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.Breakranks;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.offer.Curve;
import io.github.breakranks.offer.NetGain;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.offer.Term;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers that the literature, or a formula by hand, gives for rest points, folds and basins. */
class KnownAnswersTest {
    private static final NetGain COMPANY = NetGain.of(Reprisal.none()).withSolidarity(1);

    /** x = F(x), the thresholds being the costs themselves. */
    private static RestPoints selfDriven(CostLaw thresholds) {
        return proven(DefectionGame.of(Population.of(1000, thresholds), Offer.none(), COMPANY));
    }

    private static RestPoints proven(DefectionGame game) {
        final var answer = EquilibriumSolver.solver().solve(game);
        assertInstanceOf(Certificate.Proven.class, answer.certificate(), answer.certificate()::sentence);
        return answer.orElseThrow();
    }

    private static double[] shares(RestPoints rest) {
        return rest.points().stream().mapToDouble(RestPoint::share).toArray();
    }

    /** Granovetter (1978), p. 1427-1428: normal thresholds of mean 25 of 100; the text has the break at a deviation of about 12.2. */
    @Test
    void granovettersNormalThresholdsRestLowJustBelowTheCriticalDeviation() {
        final RestPoints rest = selfDriven(CostLaw.normal(0.25, 0.12));

        assertEquals(3, rest.points().size());
        assertEquals(0.040211, rest.points().get(0).share(), 5e-7);
        assertEquals(0.086436, rest.points().get(1).share(), 5e-7);
        assertEquals(2.052e-10, rest.points().get(2).staying(), 1e-13);
        assertEquals(
                List.of(Stability.STABLE, Stability.UNSTABLE, Stability.STABLE),
                rest.points().stream().map(RestPoint::stability).toList());
    }

    /** Granovetter (1978), p. 1428: a little more spread, and nearly all riot. */
    @Test
    void granovettersNormalThresholdsTakeNearlyAllJustAboveIt() {
        final RestPoints rest = selfDriven(CostLaw.normal(0.25, 0.125));

        assertEquals(1, rest.points().size());
        assertEquals(9.866e-10, rest.least().staying(), 1e-13);
    }

    /** Granovetter (1978), p. 1428; the critical deviation to nine digits by solving F(x) = x, f(x) = 1: .122220868, share .0620. */
    @Test
    void granovettersCriticalDeviationLiesAtItsFold() {
        final double critical = 0.122220868;

        assertEquals(
                3, selfDriven(CostLaw.normal(0.25, critical - 1e-8)).points().size());
        assertEquals(
                1, selfDriven(CostLaw.normal(0.25, critical + 1e-8)).points().size());
        assertEquals(
                0.0620,
                selfDriven(CostLaw.normal(0.25, critical - 1e-8)).least().share(),
                1e-4);
    }

    /** Schelling (1978), ch. 7: the least coalition that gains from going is the unstable rest point; a bit less comes back, a bit more runs. */
    @Test
    void schellingsCoalitionIsTheUnstableRestPoint() {
        final DefectionGame game =
                DefectionGame.of(Population.of(1000, CostLaw.normal(0.25, 0.12)), Offer.none(), COMPANY);
        final RestPoints rest = proven(game);
        final double coalition = rest.points().get(1).share();

        assertTrue(game.willing(0, coalition - 1e-6) < coalition - 1e-6);
        assertTrue(game.willing(0, coalition + 1e-6) > coalition + 1e-6);
        assertEquals(coalition, rest.least().basin().high());
        assertEquals(0, rest.least().basin().low());
        assertEquals(coalition, rest.greatest().basin().low());
        assertEquals(1, rest.greatest().basin().high());
    }

    /** Brock and Durlauf (2001), Proposition 2, in units of cost: x_f = (1 -+ sqrt(1 - 4s/a))/2, b = mu - a x + s ln(x/(1-x)). */
    @ParameterizedTest
    @CsvSource({"0.6, 0.1, 1", "0.6, 0.2, 1", "-1.5, 0.02, 0.3", "12, 3, 20"})
    void foldsOfTheLogisticLaw(double mean, double scale, double company) {
        final double away = Math.sqrt(1 - 4 * scale / company);
        final Tipping tipping = TippingSolver.shift(CostLaw.logistic(mean, scale), Curve.rising(company, 1));

        final double low = (1 - away) / 2;
        final double high = (1 + away) / 2;
        final double tips = mean - company * low + scale * Math.log(low / (1 - low));
        final double collapses = mean - company * high + scale * Math.log(high / (1 - high));
        assertEquals(tips, tipping.tippingOffer(), 1e-13 * Math.max(1, Math.abs(mean)));
        assertEquals(collapses, tipping.collapseOffer(), 1e-13 * Math.max(1, Math.abs(mean)));
        assertEquals(low, tipping.up().orElseThrow().from(), 1e-7);
        assertEquals(high, tipping.down().orElseThrow().from(), 1e-7);
        assertEquals("", tipping.reason());
    }

    /** Brock and Durlauf (2001) with a = 1, mu = .6, s = .1: tips at .2809546 (share .112702), collapses at -.0809546. */
    @Test
    void theLogisticExample() {
        final Tipping tipping = TippingSolver.shift(CostLaw.logistic(0.6, 0.1), Curve.rising(1, 1));

        assertEquals(0.2809546, tipping.tippingOffer(), 5e-8);
        assertEquals(0.112702, tipping.up().orElseThrow().from(), 5e-7);
        assertEquals(-0.0809546, tipping.collapseOffer(), 5e-8);
    }

    /** Brock and Durlauf (2001), Proposition 2: at a <= 4s there is one rest point whatever the offer. */
    @Test
    void noFoldOfTheLogisticLawUnlessCompanyExceedsFourScales() {
        final Tipping gentle = TippingSolver.shift(CostLaw.logistic(0.6, 0.3), Curve.rising(1, 1));
        final Tipping edge = TippingSolver.shift(CostLaw.logistic(0.6, 0.25), Curve.rising(1, 1));

        assertEquals("slope at most 0.833 < 1: the share rises smoothly", gentle.reason());
        assertTrue(gentle.folds().isEmpty()
                && gentle.up().isEmpty()
                && gentle.down().isEmpty());
        assertTrue(edge.folds().isEmpty() && edge.up().isEmpty() && edge.down().isEmpty(), edge::toString);
    }

    /** Brock and Durlauf (2001), expected mean choice: with mean b + a/2, x = (1 + m)/2 where m = tanh(a m / (4 s)). */
    @ParameterizedTest
    @CsvSource({"0.1, 1", "0.2, 1", "0.24, 1", "0.05, 0.7"})
    void theSymmetricLogisticCaseIsTheMeanFieldIsingModel(double scale, double company) {
        final DefectionGame game = DefectionGame.of(
                Population.of(1000, CostLaw.logistic(company / 2, scale)),
                Offer.none(),
                NetGain.of(Reprisal.none()).withSolidarity(company));

        final RestPoints rest = proven(game);

        double magnetisation = 1;
        for (int k = 0; k < 20_000; k++) {
            magnetisation = Math.tanh(company * magnetisation / (4 * scale));
        }
        assertEquals(3, rest.points().size());
        assertEquals((1 - magnetisation) / 2, rest.least().share(), 1e-11);
        assertEquals(0.5, rest.points().get(1).share());
        assertEquals(0.5, rest.points().get(1).staying());
        assertEquals((1 + magnetisation) / 2, rest.greatest().share(), 1e-11);
    }

    /** By hand: costs even from lo to hi and company a > hi - lo tip at lo from nobody and collapse at hi - a from everybody. */
    @Test
    void evenCostsTipAtTheEndsOfTheirRange() {
        final Tipping tipping = TippingSolver.shift(CostLaw.uniform(0.2, 0.8), Curve.rising(1, 1));

        assertEquals(new Jump(0.2, 0, 1), tipping.up().orElseThrow());
        assertEquals(-0.2, tipping.collapseOffer(), 1e-15);
        assertEquals(1, tipping.down().orElseThrow().from());
        assertEquals(0, tipping.down().orElseThrow().to());
    }

    /** By hand: a density of at most 1/a never lets the best reply rise as fast as the share; says so, with the slope. */
    @Test
    void noFoldWhereTheDensityIsLow() {
        final Tipping tipping = TippingSolver.shift(CostLaw.uniform(0, 1), Curve.rising(0.5, 1));

        assertEquals("slope at most 0.5 < 1: the share rises smoothly", tipping.reason());
        assertEquals("Tipping[offer: none, slope at most 0.5 < 1: the share rises smoothly]", tipping.toString());
        assertEquals("No offer tips it: slope at most 0.5 < 1: the share rises smoothly.", tipping.explain());
    }

    /**
     * Brock and Durlauf (2001) with b = .1, a = 1, mu = .6, s = .1, and a share rho committed to go: x = rho + (1 - rho) F(b + a x) has
     * its lower fold at rho = max (x - F)/(1 - F) = .2077026, at x = .325097.
     */
    @Test
    void aCommittedShareTipsAtTheCriticalSeed() {
        final CostLaw law = CostLaw.logistic(0.6, 0.1);
        final double critical = 0.2077026;
        final RestPoints below = committed(critical - 1e-6, law);
        final RestPoints above = committed(critical + 1e-6, law);

        assertEquals(0.325097, below.least().share(), 2e-3);
        assertTrue(below.least().share() < 0.325097);
        assertEquals(3, below.points().size());
        assertTrue(above.least().share() > 0.9, above::toString);
        assertEquals(0.325097, (below.least().share() + below.points().get(1).share()) / 2, 1e-5);
    }

    private static RestPoints committed(double rho, CostLaw law) {
        final CostLaw everReady = CostLaw.atoms(new double[] {-100}, new double[] {1});
        return proven(
                DefectionGame.of(Population.of(1000, CostLaw.mixture(rho, everReady, law)), Offer.cash(0.1), COMPANY));
    }

    /** By hand, the four lines of the front door: worth .459, punishment .4 (1 - x), normal costs of mean .25 and deviation .12. */
    @Test
    void theFourLinesOfTheFrontDoor() {
        final var soldiers = Population.of(30_000, CostLaw.normal(0.25, 0.12));
        final var offer = Offer.cash(0.21).withRefuge(0.30).withCredibility(0.90);
        final var game = DefectionGame.of(soldiers, offer, Reprisal.fading(0.40));
        final RestPoints rest = proven(game);

        assertEquals(
                "[0.1108, 0.4066, 0.9373]",
                Arrays.toString(Arrays.stream(shares(rest))
                        .map(x -> Math.round(x * 1e4) / 1e4)
                        .toArray()));
        assertEquals(0.2215, Breakranks.tippingOffer(game, Term.CASH).tippingOffer(), 5e-5);
        assertEquals(
                "RestPoints[0.1108 (stable), 0.4066 (unstable), 0.9373 (stable)]",
                Breakranks.equilibria(game).toString());
        assertEquals(3323, Breakranks.cascade(game).gone());
    }

    /** By hand: parole or statute, the same cash of .20 under four credibilities. */
    @ParameterizedTest
    @CsvSource({"0.80, 0.022", "0.85, 0.041", "0.90, 0.082", "0.95, 0.959"})
    void credibilityDecides(double credibility, double least) {
        final var offer = Offer.cash(0.20).withRefuge(0.30).withCredibility(credibility);
        final var game =
                DefectionGame.of(Population.of(30_000, CostLaw.normal(0.25, 0.12)), offer, Reprisal.fading(0.40));

        assertEquals(least, proven(game).least().share(), 5e-4);
    }

    /** By hand: .2 / (.12 sqrt(2 pi)) = .665 < 1, so no cash tips. */
    @Test
    void halfThePunishmentLeavesNothingToTip() {
        final var offer = Offer.cash(0.21).withRefuge(0.30).withCredibility(0.90);
        final var game =
                DefectionGame.of(Population.of(30_000, CostLaw.normal(0.25, 0.12)), offer, Reprisal.fading(0.20));

        final var answer = TippingSolver.of(Term.CASH).solve(game);

        assertEquals(
                "slope at most 0.665 < 1: the share rises smoothly",
                answer.orElseThrow().reason());
        assertEquals(
                "proven: slope at most 0.665 < 1: the share rises smoothly, "
                        + "assuming density and slope bounds as the law and the gain state them",
                answer.certificate().sentence());
    }
}
