package io.github.breakranks.equilibrium;

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
import io.github.breakranks.offer.NetGain;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.offer.Term;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tipping and collapse values, against bisection on the rest points themselves, and what is said where there are none. */
class TippingSolverTest {
    private static final Population SOLDIERS = Population.of(1000, CostLaw.normal(0.25, 0.1));

    /** Tips in each of its terms: punishment .1 on him and .5 on his family, both fading. */
    private static final DefectionGame MANY_TERMS = DefectionGame.of(
            SOLDIERS,
            Offer.cash(0.5).withRefuge(0.1).withFamily(0.3).withCredibility(0.9),
            Reprisal.fading(0.1).withFamily(Curve.fading(0.5, 1)));

    private static Tipping solve(DefectionGame game, Term term) {
        return TippingSolver.of(term).solve(game).orElseThrow();
    }

    private static double share(DefectionGame game, Term term, double value, Selection which) {
        return EquilibriumSolver.solver()
                .solve(game.with(term, value))
                .orElseThrow()
                .at(which)
                .share();
    }

    /** The value at which a rest point passes a share, by bisection on Phi alone. */
    private static double passes(DefectionGame game, Term term, Selection which, double share) {
        double low = 0;
        double high = term.isShare() ? 1 : 4;
        for (int k = 0; k < 50; k++) {
            final double mid = (low + high) / 2;
            final DefectionGame there = game.with(term, mid);
            final boolean passed = which == Selection.LEAST
                    ? extremeExcess(there, 0, share, -1) > 0 // Phi(x) > x all the way up to the share
                    : extremeExcess(there, share, 1, 1) >= 0; // or Phi(x) >= x somewhere beyond it
            high = passed ? mid : high;
            low = passed ? low : mid;
        }
        return high;
    }

    /** The greatest (side 1) or least (side -1) of Phi(x) - x: a grid, then golden section. */
    private static double extremeExcess(DefectionGame game, double from, double to, int side) {
        final int looks = 500;
        int best = 0;
        for (int k = 0; k <= looks; k++) {
            final double x = from + (to - from) * k / looks;
            final double y = from + (to - from) * best / looks;
            best = side * excess(game, x) > side * excess(game, y) ? k : best;
        }
        double low = from + (to - from) * Math.max(0, best - 1) / looks;
        double high = from + (to - from) * Math.min(looks, best + 1) / looks;
        for (int step = 0; step < 60; step++) {
            final double a = low + 0.382 * (high - low);
            final double b = low + 0.618 * (high - low);
            if (side * excess(game, a) >= side * excess(game, b)) {
                high = b;
            } else {
                low = a;
            }
        }
        return excess(game, (low + high) / 2);
    }

    private static double excess(DefectionGame game, double x) {
        return game.willing(0, x) - x;
    }

    private static void assertTipsWhereItJumps(DefectionGame game, Term term) {
        final Tipping tipping = solve(game, term);
        final Jump up = tipping.up().orElseThrow();
        assertEquals(passes(game, term, Selection.LEAST, (up.from() + up.to()) / 2), tipping.tippingOffer(), 1e-9);
        assertEquals(up.to(), share(game, term, Math.min(up.value() + 1e-8, term.high()), Selection.LEAST), 1e-4);
        if (tipping.down().isPresent()) {
            final Jump down = tipping.down().orElseThrow();
            assertEquals(
                    passes(game, term, Selection.GREATEST, (down.from() + down.to()) / 2),
                    tipping.collapseOffer(),
                    1e-9);
        } else {
            assertThrows(IllegalStateException.class, tipping::collapseOffer);
            assertTrue(share(game, term, 0, Selection.GREATEST) > up.from());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Term.class,
            names = {"CASH", "REFUGE", "CREDIBILITY", "FAMILY"})
    void everyTermTipsWhereBisectionSaysSo(Term term) {
        assertTipsWhereItJumps(MANY_TERMS, term);
    }

    @Test
    void reachTipsWhereBisectionSaysSo() {
        final DefectionGame game = DefectionGame.of(SOLDIERS, Offer.cash(0.6), Reprisal.fading(0.5));

        assertTipsWhereItJumps(game, Term.REACH);
        assertInstanceOf(
                Certificate.Proven.class,
                TippingSolver.of(Term.REACH).solve(game).certificate());
    }

    /** Cash is worth more in company: G = cash (1 + x) - .3 (1 - x), which has no formula for the cash that brings a gain about. */
    @ParameterizedTest
    @EnumSource(
            value = Term.class,
            names = {"CASH", "CREDIBILITY", "REACH"})
    void aGainWithoutFormulaTipsWhereBisectionSaysSo(Term term) {
        final NetGain own = (offer, group, gone) -> offer.credibility() * offer.cash() * (1 + gone) - 0.3 * (1 - gone);
        final DefectionGame game =
                DefectionGame.of(Population.of(1000, CostLaw.normal(0.5, 0.1)), Offer.cash(0.65), own);

        assertTipsWhereItJumps(game, term);
        assertFalse(TippingSolver.of(term).solve(game).certificate() instanceof Certificate.Proven);
    }

    /** Half of those who pay heed are gone already when the offer reaches half: the others follow without it. */
    @Test
    void cashTipsWhereOnlySomeHaveHeard() {
        final DefectionGame game = DefectionGame.of(
                SOLDIERS,
                Offer.cash(0.5).withReach(0.6),
                NetGain.of(Reprisal.fading(0.5)).withSolidarity(0.3));

        assertTipsWhereItJumps(game, Term.CASH);
    }

    /** Two humps in the costs: two jumps up and two down; the last within reach is the tipping offer. */
    @Test
    void twoHumpsTipTwice() {
        final CostLaw law = CostLaw.mixture(0.4, CostLaw.normal(0.3, 0.03), CostLaw.normal(0.8, 0.04));
        final Tipping tipping = TippingSolver.shift(law, Curve.rising(0.3, 1));

        assertEquals(2, tipping.jumpsUp().size());
        assertEquals(2, tipping.jumpsDown().size());
        assertEquals(4, tipping.folds().size());
        assertEquals(tipping.jumpsUp().get(1), tipping.up().orElseThrow());
        assertEquals(tipping.jumpsDown().get(1), tipping.down().orElseThrow());
        assertTrue(tipping.jumpsUp().get(0).value() < tipping.jumpsUp().get(1).value());
        assertTrue(
                tipping.jumpsDown().get(0).value() > tipping.jumpsDown().get(1).value());
        for (Fold fold : tipping.folds()) {
            assertEquals(1 / 0.3, law.density(law.quantile(fold.share())), 1e-5);
        }
    }

    /** A first hump higher than the second hides it: the least rest point jumps over both at once. */
    @Test
    void aLowerSecondFoldIsNeverVisitedFromBelow() {
        final CostLaw law = CostLaw.mixture(0.5, CostLaw.normal(0.5, 0.02), CostLaw.normal(0.6, 0.02));
        final Tipping tipping = TippingSolver.shift(law, Curve.rising(0.8, 1));

        assertEquals(1, tipping.jumpsUp().size());
        assertTrue(tipping.up().orElseThrow().to() > 0.99);
    }

    /** Beta costs are 0 to 1 and smooth: one fold up, one down, and no others in the tails. */
    @Test
    void roundingInTheTailsMakesNoFolds() {
        for (CostLaw law : List.of(
                CostLaw.beta(5, 5),
                CostLaw.beta(2, 7),
                CostLaw.normal(0.5, 0.15),
                CostLaw.lognormal(-1, 0.3),
                CostLaw.mixture(0.5, CostLaw.beta(5, 5), CostLaw.beta(5, 5)),
                CostLaw.mixture(0.5, CostLaw.normal(0.5, 0.15), CostLaw.normal(0.5, 0.15)))) {
            final Tipping tipping = TippingSolver.shift(law, Curve.rising(1, 1));

            assertEquals(1, tipping.jumpsUp().size(), () -> law + ": " + tipping.folds());
            assertEquals(1, tipping.jumpsDown().size(), () -> law + ": " + tipping.folds());
            assertEquals(2, tipping.folds().size(), () -> law + ": " + tipping.folds());
        }
    }

    /** Cash .1 + .2 moves the first fifth of the twentieth that has heard: the quotient of shares must not round above 1. */
    @Test
    void atomsOfWhomWordReachesFewTip() {
        final DefectionGame game = DefectionGame.of(
                Population.of(100, CostLaw.atoms(new double[] {0.1, 0.3, 0.5}, new double[] {0.2, 0.4, 0.4})),
                Offer.none().withReach(0.05),
                Reprisal.fading(0.2));
        final Jump first = solve(game, Term.CASH).jumpsUp().get(0);

        assertEquals(0.3, first.value(), 1e-12);
        assertEquals(0.01, first.to(), 1e-12);
    }

    /** Costs .2, .4, .9 of shares .3, .3, .4 and company worth .3: nobody moves below .2, above .31 two, above .72 all three kinds go. */
    @Test
    void atomsTipOneByOne() {
        final CostLaw law = CostLaw.atoms(new double[] {0.2, 0.4, 0.9}, new double[] {0.3, 0.3, 0.4});
        final Tipping tipping = TippingSolver.shift(law, Curve.rising(0.3, 1));

        assertEquals(List.of(0.2, 0.31, 0.72), values(tipping.jumpsUp()));
        assertEquals(List.of(0.6, 0.22, 0.11), values(tipping.jumpsDown()));
    }

    private static List<Double> values(List<Jump> jumps) {
        return jumps.stream().map(jump -> Math.round(jump.value() * 1e6) / 1e6).toList();
    }

    @Test
    void aFoldBelowNothingIsNoOffer() {
        final DefectionGame eager = DefectionGame.of(
                Population.of(1000, CostLaw.normal(-0.5, 0.05)), Offer.cash(0.1), Reprisal.fading(0.3));
        final Tipping tipping = solve(eager, Term.CASH);

        assertFalse(tipping.tips());
        assertTrue(
                tipping.reason().startsWith("the fold lies at cash -0.")
                        && tipping.reason().endsWith(", below 0"),
                tipping::reason);
        assertEquals(1, tipping.jumpsUp().size());
        final var refused = assertThrows(IllegalStateException.class, tipping::tippingOffer);
        assertEquals(
                "no cash tips this population: " + tipping.reason() + "; ask up() and down() first",
                refused.getMessage());
    }

    @Test
    void aFoldBeyondFullCredibilityIsNoOffer() {
        final DefectionGame stubborn =
                DefectionGame.of(Population.of(1000, CostLaw.normal(0.9, 0.05)), Offer.cash(0.5), Reprisal.fading(0.3));
        final Tipping tipping = solve(stubborn, Term.CREDIBILITY);

        assertFalse(tipping.tips());
        assertTrue(
                tipping.reason().startsWith("the fold lies at credibility 2.")
                        && tipping.reason().endsWith(", and no offer exceeds 1"),
                tipping::reason);
    }

    @Test
    void aCollapseBelowNothingIsSaid() {
        final Tipping tipping = solve(
                DefectionGame.of(
                        Population.of(1000, CostLaw.logistic(0.6, 0.1)),
                        Offer.none(),
                        NetGain.of(Reprisal.none()).withSolidarity(1)),
                Term.CASH);

        assertEquals("the fold lies at cash -0.08095, not above 0", tipping.reason());
        assertEquals(
                "no cash lets collapse this population: the fold lies at cash -0.08095, not above 0;"
                        + " ask up() and down() first",
                assertThrows(IllegalStateException.class, tipping::collapseOffer)
                        .getMessage());
        assertEquals(
                "Above cash 0.281 the share that goes jumps from 0.1127 to 0.9989. No cash lets it collapse:"
                        + " the fold lies at cash -0.08095, not above 0.",
                tipping.explain());
    }

    @Test
    void aTermThatTheGainIgnoresIsNamed() {
        for (Term term : List.of(Term.FAMILY, Term.BONUS)) {
            final Tipping tipping = solve(DefectionGame.of(SOLDIERS, Offer.cash(0.2), Reprisal.fading(0.4)), term);

            assertEquals("the net gain does not depend on " + term.label(), tipping.reason());
        }
    }

    @Test
    void theReachOfAnOfferWorthNothingIsNamedToo() {
        final Tipping tipping = solve(DefectionGame.of(SOLDIERS, Offer.none(), Reprisal.fading(0.5)), Term.REACH);

        assertEquals("the net gain does not depend on reach", tipping.reason());
    }

    @Test
    void anOfferThatReachesNobodyTipsNobody() {
        final DefectionGame unheard = DefectionGame.of(SOLDIERS, Offer.cash(0.5).withReach(0), Reprisal.fading(0.5));
        final Tipping tipping = solve(unheard, Term.CASH);

        assertFalse(tipping.tips());
        assertEquals("the offer reaches nobody", tipping.reason());
    }

    /**
     * The offer averts all reprisal on the family, so the gain of those who heard hardly rises with company; that of the others does,
     * and so does the best reply: a bound on the slope must count both.
     */
    @Test
    void thoseWhoHaveNotHeardMakeTheBestReplySteepToo() {
        final DefectionGame game = DefectionGame.of(
                SOLDIERS,
                Offer.cash(0.5).withFamily(1).withReach(0.5),
                Reprisal.fading(0.1).withFamily(Curve.fading(0.5, 1)));
        final var answer = TippingSolver.of(Term.CASH).solve(game);

        assertFalse(answer.orElseThrow().tips());
        assertEquals(
                "no fold at any share looked at: the share rises smoothly",
                answer.orElseThrow().reason());
        assertInstanceOf(Certificate.Unproven.class, answer.certificate());
    }

    /** The same at the other end of the term that moves: averting less brings the slope back. */
    @Test
    void aBoundOnTheSlopeHoldsForAllValuesOfTheTerm() {
        final DefectionGame game = DefectionGame.of(
                Population.of(1000, CostLaw.normal(5, 0.1)),
                Offer.cash(0.5).withFamily(1),
                Reprisal.fading(0.1).withFamily(Curve.fading(0.5, 1)));

        final var answer = TippingSolver.of(Term.FAMILY).solve(game);

        assertFalse(answer.orElseThrow().reason().startsWith("slope at most 0.399"), answer::toString);
    }

    @Test
    void aGainThatFallsStopsTheWork() {
        final DefectionGame game =
                DefectionGame.of(SOLDIERS, Offer.cash(0.5), Reprisal.of(Curve.constant(1), Curve.linear(0, 0.5)));

        final var stopped = assertInstanceOf(
                Answer.Stopped.class, TippingSolver.of(Term.CASH).solve(game));

        assertEquals(
                "no least and greatest rest point to follow, as "
                        + game.monotonicity().sentence(),
                stopped.why());
        assertEquals("use a reprisal that fades as more go, or sweep the term", stopped.remedy());
        assertInstanceOf(Certificate.Unproven.class, stopped.certificate());
    }

    @Test
    void listsDoNotTipInReach() {
        final DefectionGame list = DefectionGame.of(
                        Population.of(0.1, 0.2, 0.3), Offer.cash(0.2).withReach(0.5), Reprisal.none())
                .heardBy(1);

        assertEquals(
                "term must be one that all who heard of the offer see, but was reach; take the population's law()",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> TippingSolver.of(Term.REACH).solve(list))
                        .getMessage());
    }

    @Test
    void tabulatesAndExplains() {
        final Tipping tipping = solve(
                DefectionGame.of(
                        Population.of(1000, CostLaw.uniform(0.2, 0.5)).in("USD"),
                        Offer.none(),
                        NetGain.of(Reprisal.fading(0.4))),
                Term.CASH);

        assertEquals(
                "jump,cash [USD],from [share],to [share]\nup,0.6000000000000001,0.0,1.0\ndown,0.5,1.0,0.0\n",
                tipping.table().csv());
        assertEquals(
                "Above cash 0.6 the share that goes jumps from 0 to 1."
                        + " Once tipped, it falls back (from 1 to 0) only below cash 0.5.",
                tipping.explain());
        assertEquals("Tipping[cash up at 0.6: 0->1, down at 0.5: 1->0]", tipping.toString());
        assertEquals("cash", tipping.term());
        assertEquals("USD", tipping.unit());
    }

    /**
     * Four in nine have heard; the others follow only once two thirds are gone. So no cash brings the least rest point beyond the share
     * that has heard and the few who join it, and that is where the jump lands.
     */
    @Test
    void aJumpLandsWhereNoMoreHaveHeard() {
        final DefectionGame game = DefectionGame.of(
                Population.of(1000, CostLaw.normal(0.61, 0.082)),
                Offer.cash(0.83).withCredibility(0.48).withReach(0.44),
                NetGain.of(Reprisal.fading(0.58, 10)).withSolidarity(0.937));

        final var answer = TippingSolver.of(Term.CASH).solve(game);

        final Jump up = answer.orElseThrow().up().orElseThrow();
        assertEquals(0.444, up.to(), 1e-3);
        assertEquals(up.to(), share(game, Term.CASH, up.value() + 1e-6, Selection.LEAST), 1e-4);
        assertInstanceOf(Certificate.Proven.class, answer.certificate());
    }

    /** No reach helps an offer that nobody takes who hears of it alone: the share stays at 0 whatever the reach. */
    @Test
    void aReachThatBringsNobodyIsNamed() {
        final Tipping tipping = solve(
                DefectionGame.of(Population.of(1000, CostLaw.uniform(0.1, 0.2)), Offer.cash(0.3), Reprisal.fading(0.6)),
                Term.REACH);

        assertFalse(tipping.tips());
        assertEquals("no reach brings the share above 0", tipping.reason());
    }

    /** A quarter each at .2 and .6, half spread over [.35, .3500001]: no cost lies between, and the curve jumps up at 1/4 and 3/4. */
    @Test
    void gapsBetweenCostsAreFoldsToo() {
        final CostLaw law = CostLaw.mixture(
                0.5, CostLaw.uniform(0.35, 0.3500001), CostLaw.atoms(new double[] {0.2, 0.6}, new double[] {0.5, 0.5}));
        final Tipping tipping = TippingSolver.shift(law, Curve.rising(0.1, 1));

        assertEquals(List.of(0.2, 0.325, 0.525), values(tipping.jumpsUp()));
        assertEquals(List.of(0.5, 0.275, 0.175), values(tipping.jumpsDown()));
    }

    /** Costs 0, .1, ..., .9 alike in number: the first to go takes all along (Granovetter 1978), and rounding does not stop them. */
    @Test
    void granovettersLineOfThresholdsTipsAtOnce() {
        final CostLaw law = CostLaw.empirical(0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9);
        final Tipping tipping = TippingSolver.shift(law, Curve.rising(1, 1));

        assertEquals(List.of(new Jump(0, 0, 1)), tipping.jumpsUp());
    }

    /** N11 for tipping: in a currency of 2^-60 or 2^60 the values scale and the shares stay. */
    @Test
    void tippingDoesNotDependOnTheCurrency() {
        for (int power : new int[] {-60, 0, 60}) {
            final double unit = Math.scalb(1.0, power);
            final Tipping tipping =
                    TippingSolver.shift(CostLaw.normal(0.25 * unit, 0.12 * unit), Curve.rising(0.4 * unit, 1));

            assertEquals(1, tipping.jumpsUp().size());
            assertEquals(0.2251158, tipping.up().orElseThrow().from(), 1e-7);
            assertEquals(0.9525, tipping.up().orElseThrow().to(), 5e-5);
        }
    }

    /** Once it was otherwise: the limit was passed over, and a certificate depended on it. */
    @Test
    void aWatchThatHasRunOutStopsTheSearch() {
        final Watch over = Watch.none().withCancel(() -> true);
        for (Population soldiers : List.of(
                Population.of(1000, CostLaw.normal(0.25, 0.12)),
                Population.draw(2_000, CostLaw.normal(0.25, 0.12), 1))) {
            final DefectionGame game = DefectionGame.of(soldiers, Offer.cash(0.5), Reprisal.fading(0.4));
            final var stopped = assertInstanceOf(
                    Answer.Stopped.class, TippingSolver.of(Term.CASH).solve(game, over));

            assertEquals("cancelled", stopped.why());
            assertEquals("raise the limit", stopped.remedy());
        }
    }

    /** Costs spread evenly over just the stretch that company covers: one value carries the share from end to end, without a fold. */
    @Test
    void aSlopeOfOneThroughoutIsNoFoldAndIsSaid() {
        assertEquals(
                "slope at most 1: no fold, though where it is 1 throughout the share crosses that stretch at one value",
                TippingSolver.shift(CostLaw.uniform(0, 1), Curve.rising(1, 1)).reason());
    }

    /** Rising listed costs in a continuum: {@code b = c_k - k/n} just below the k-th step, exactly. */
    @Test
    void theCollapseOfListedCostsIsExact() {
        final double[] costs = new double[997];
        double least = Double.POSITIVE_INFINITY;
        for (int k = 0; k < costs.length; k++) {
            costs[k] = Math.sin(0.5 + 1.0 * k / costs.length) / 2;
            least = Math.min(least, costs[k] - (k + 1.0) / costs.length);
        }
        final Tipping tipping = TippingSolver.shift(CostLaw.empirical(costs), Curve.rising(1, 1));

        assertEquals(
                least, tipping.jumpsDown().get(tipping.jumpsDown().size() - 1).value(), 1e-15);
    }
}
