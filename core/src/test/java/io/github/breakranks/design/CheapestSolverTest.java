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
import io.github.breakranks.equilibrium.TippingSolver;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.game.TieRule;
import io.github.breakranks.network.Exposure;
import io.github.breakranks.offer.Curve;
import io.github.breakranks.offer.NetGain;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.offer.Term;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The cheapest offer that reaches a target: known answers, bounds and refusals. */
class CheapestSolverTest {
    private static final NetGain COMPANY = NetGain.of(Reprisal.none()).withSolidarity(1);
    private static final DefectionGame LOGISTIC =
            DefectionGame.of(Population.of(1000, CostLaw.logistic(0.6, 0.1)), Offer.none(), COMPANY);
    private static final DefectionGame SOLDIERS = DefectionGame.of(
            Population.of(30_000, CostLaw.normal(0.25, 0.12)),
            Offer.cash(0.21).withRefuge(0.30).withCredibility(0.90),
            Reprisal.fading(0.40));
    private static final CheapestSolver CASH = CheapestSolver.of(Term.CASH);

    private static Instrument cash() {
        return Instrument.of(Term.CASH);
    }

    /** Brock and Durlauf (2001): F logistic(.6, .1), a = 1: b_T = mu - a x + s ln(x / (1-x)) at x = (1 - sqrt(1 - 4s)) / 2. */
    @Test
    void minimalTippingOffer() {
        final double fold = (1 - Math.sqrt(0.6)) / 2;
        final double tipping = 0.6 - fold + 0.1 * Math.log(fold / (1 - fold));
        final Answer<DesignedOffer> answer = CASH.solve(LOGISTIC);
        final DesignedOffer offer = answer.orElseThrow();

        assertEquals(0.2809546, offer.value(), 5e-8);
        assertEquals(tipping, offer.value(), 1e-14);
        assertEquals(0.112702, offer.shareWithLess().orElseThrow(), 5e-6);
        assertFalse(offer.attained());
        assertTrue(offer.possible());
        assertEquals(0.2809546 * 1000 * offer.share(), offer.outlay(), 1e-4);
        assertEquals(offer.outlay(), offer.lowerBound());
        assertEquals(0, offer.gap());
        assertInstanceOf(Certificate.Proven.class, answer.certificate(), answer.certificate()::sentence);
        assertEquals("DesignedOffer[above cash 0.281: 0.9989 for 280.6]", offer.toString());
    }

    /** The mirror image: what has tipped holds down to -.0809546, so that any offer at all holds it; .5 of the way it is .2 less. */
    @Test
    void collapseOffer() {
        final NetGain burden = COMPANY.withStaying(0.2);
        final DesignedOffer offer = CASH.reaching(Target.of(0.5).inBest())
                .solve(LOGISTIC.withGain(burden))
                .orElseThrow();

        assertEquals(0.2 - 0.0809546, offer.value(), 5e-8);
        assertTrue(offer.attained());
        assertEquals((1 + Math.sqrt(0.6)) / 2, offer.share(), 1e-4);
        assertEquals(
                0,
                CASH.reaching(Target.of(0.5).inBest())
                        .solve(LOGISTIC)
                        .orElseThrow()
                        .value());
    }

    /** Thirty thousand soldiers: cash .2215 tips, whatever share beyond the fold is asked for. */
    @Test
    void cashThatTips() {
        for (double target : new double[] {0.3, 0.5, 0.9}) {
            final Answer<DesignedOffer> answer = CASH.reaching(target).solve(SOLDIERS);
            final DesignedOffer offer = answer.orElseThrow();
            assertEquals(0.2215, offer.value(), 5e-5);
            assertEquals(0.9525, offer.share(), 5e-5);
            assertFalse(offer.attained());
            assertInstanceOf(Certificate.Proven.class, answer.certificate(), answer.certificate()::sentence);
        }
        assertEquals(
                "The offer is anything above cash 0.2215: 0.9525 go in the least rest point (28575 of 30000), 3.036e-08 without an"
                        + " offer. The outlay is 6329 [unit of the game], 0.2215 a head and 0.2215 for each who would not have gone."
                        + " At that value itself and below it is 0.2251. Once so many have gone, cash can fall to 0.1785 before they come"
                        + " back. Raised by 1%, it does so until credibility falls below 0.8962 or staying is worth 0.001994 [unit of the"
                        + " game] more. The value is exact but for rounding.",
                CASH.solve(SOLDIERS).orElseThrow().explain());
    }

    /** At cash .20 a credibility of .80, .85, .90, .95 brings .022, .041, .082, .959: these shares need no more than that. */
    @Test
    void credibilityForAShare() {
        final DefectionGame game = SOLDIERS.with(Term.CASH, 0.20);
        final double[] believed = {0.80, 0.85, 0.90, 0.95};
        final double[] shares = {0.022, 0.041, 0.082, 0.959};
        for (int k = 0; k < believed.length; k++) {
            final double share = EquilibriumSolver.solver()
                    .solve(game.with(Term.CREDIBILITY, believed[k]))
                    .value()
                    .least()
                    .share();
            assertEquals(shares[k], share, 5e-4);
            final DesignedOffer offer = CheapestSolver.of(Term.CREDIBILITY)
                    .reaching(share)
                    .solve(game)
                    .orElseThrow();
            assertTrue(offer.attained());
            assertEquals(believed[k], offer.value(), 1e-9);
        }
    }

    /** Even costs from .2 to .6 with a = 1: nobody goes up to the lowest cost, everybody above it; all stay gone down to hi - a = -.4. */
    @Test
    void boundedCosts() {
        final DefectionGame game =
                DefectionGame.of(Population.of(100, CostLaw.uniform(0.2, 0.6)), Offer.none(), COMPANY);
        final Answer<DesignedOffer> answer = CASH.reaching(1).solve(game);

        assertEquals(0.2, answer.orElseThrow().value(), 1e-15);
        assertFalse(answer.orElseThrow().attained());
        assertEquals(1, answer.orElseThrow().share());
        assertEquals(20, answer.orElseThrow().outlay(), 1e-12);
        assertEquals(0, answer.orElseThrow().shareWithLess().orElseThrow(), 1e-9);
        final NetGain burden = COMPANY.withStaying(0.5);
        assertEquals(
                0.1,
                CASH.reaching(Target.of(1).inBest())
                        .solve(game.withGain(burden))
                        .orElseThrow()
                        .value(),
                1e-15);
    }

    /** Costs without an upper end: somebody always stays. */
    @Test
    void notEverybody() {
        final Answer<DesignedOffer> answer = CASH.reaching(1).solve(SOLDIERS);

        assertFalse(answer.orElseThrow().possible());
        assertEquals(
                "costs have no upper end, so somebody always stays; ask for less than 1",
                answer.orElseThrow().reason());
    }

    /** By hand: of costs 0, .3, .5, 1 and company x the second needs .3 - 0 for one gone of three, .3 - 1/3 < 0: none; .5 - 2/3 < 0. */
    @Test
    void aListByHand() {
        final DefectionGame game = DefectionGame.of(Population.of(0.1, 0.5, 0.7, 1.3), Offer.none(), COMPANY);
        // the first goes at .1, the second at .5 - 1/3, the third at .7 - 2/3, the last at 1.3 - 1
        final DesignedOffer three = CASH.reaching(0.75).solve(game).orElseThrow();
        assertEquals(0.5 - 1 / 3.0, three.value(), 1e-15);
        assertTrue(three.attained());
        assertEquals(3, three.gone());
        assertEquals(1, (int) Math.round(4 * three.shareWithLess().orElseThrow()));
        assertEquals(0.3, CASH.reaching(1).solve(game).orElseThrow().value(), 1e-15);
        final DesignedOffer strict =
                CASH.reaching(0.75).solve(game.withTies(TieRule.STAYS)).orElseThrow();
        assertEquals(0.5 - 1 / 3.0, strict.value(), 1e-15);
        assertFalse(strict.attained());
        assertEquals(3, strict.gone());
        final Answer<DesignedOffer> answer = CASH.reaching(0.75).solve(game);
        assertEquals(
                "proven: 0.75 go in the least rest point with it, 0.25 with the next double below, assuming net gain as evaluated in"
                        + " double precision, rising in the term",
                answer.certificate().sentence());
    }

    @Test
    void atomsAreDecidedByTheTieRule() {
        final CostLaw law = CostLaw.atoms(new double[] {0.1, 0.4}, new double[] {0.5, 0.5});
        final DefectionGame game = DefectionGame.of(Population.of(10, law), Offer.none(), Reprisal.constant(0));

        final DesignedOffer goes = CASH.reaching(0.75).solve(game).orElseThrow();
        assertEquals(0.4, goes.value(), 1e-15);
        assertTrue(goes.attained());
        assertEquals(1, goes.share());
        final DesignedOffer stays =
                CASH.reaching(0.75).solve(game.withTies(TieRule.STAYS)).orElseThrow();
        assertEquals(0.4, stays.value(), 1e-15);
        assertFalse(stays.attained());
        assertEquals(1, stays.share());
    }

    /** Two groups alike who see everybody are one law. */
    @Test
    void groupsAlikeAreOne() {
        final DefectionGame groups = DefectionGame.of(
                        Population.join(
                                Population.of(600, CostLaw.logistic(0.6, 0.1)).named("a"),
                                Population.of(400, CostLaw.logistic(0.6, 0.1)).named("b")),
                        Offer.none(),
                        COMPANY)
                .on(Exposure.homophily(0.4));
        for (double target : new double[] {0.05, 0.5}) {
            final DesignedOffer one = CASH.reaching(target).solve(LOGISTIC).orElseThrow();
            final DesignedOffer two = CASH.reaching(target).solve(groups).orElseThrow();
            assertEquals(one.value(), two.value(), 2e-9);
            assertEquals(one.share(), two.share(), 1e-7);
            assertEquals(one.outlay(), two.outlay(), 1e-4);
            assertEquals(one.attained(), two.attained());
        }
    }

    /** A refuge that costs half of what it is worth, and is believed as the cash is: refuge alone. */
    @Test
    void theCheaperOfTwo() {
        final Answer<DesignedOffer> answer = CheapestSolver.of(Term.CASH, Term.REFUGE)
                .at(HostCosts.cashOnly().withRefuge(0.5))
                .solve(SOLDIERS);
        final DesignedOffer offer = answer.orElseThrow();

        assertEquals(0, offer.valueOf(cash()), 1e-9);
        assertEquals(0.5215, offer.valueOf(Instrument.of(Term.REFUGE)), 5e-5);
        assertEquals(offer.outlayPerHead(), 0.5 * offer.valueOf(Instrument.of(Term.REFUGE)), 1e-6);
        assertTrue(offer.gap() <= 1e-3, () -> "gap " + offer.gap());
        assertTrue(offer.lowerBound() <= offer.outlay());
        assertInstanceOf(Certificate.Numeric.class, answer.certificate(), answer.certificate()::sentence);
    }

    @Test
    void boundsThatStopIt() {
        final Answer<DesignedOffer> answer = CheapestSolver.of(cash().upTo(0.2)).solve(SOLDIERS);
        final DesignedOffer offer = answer.orElseThrow();

        assertFalse(offer.possible());
        assertEquals(
                "cash at most 0.2 brings 0.08152 in the least rest point; allow more cash, vary another term or ask for less",
                offer.reason());
        assertEquals("DesignedOffer[none: at most 0.08152]", offer.toString());
        assertInstanceOf(Certificate.Proven.class, answer.certificate());
        final DesignedOffer reach = CheapestSolver.of(Term.CASH)
                .solve(SOLDIERS.with(Term.REACH, 0.4))
                .orElseThrow();
        assertEquals("any cash brings 0.4 in the least rest point; vary another term or ask for less", reach.reason());
        final DesignedOffer lowest =
                CheapestSolver.of(cash().between(0.5, 1)).solve(SOLDIERS).orElseThrow();
        assertEquals(0.5, lowest.value());
        assertTrue(lowest.attained());
        assertTrue(lowest.shareWithLess().isEmpty());
    }

    @Test
    void aTermThatNothingDependsOn() {
        final DesignedOffer offer =
                CheapestSolver.of(Term.BONUS).solve(SOLDIERS).orElseThrow();

        assertFalse(offer.possible());
        assertEquals("the net gain does not depend on bonus", offer.reason());
    }

    /** Punishment that grows with those gone: no least rest point is claimed; every rest point is above .3 where none is found below. */
    @Test
    void aGainThatFalls() {
        final DefectionGame game = DefectionGame.of(
                Population.of(1000, CostLaw.normal(0.25, 0.12)),
                Offer.cash(0.3),
                Reprisal.of(Curve.constant(1), Curve.rising(0.3, 1)));
        final Answer<DesignedOffer> refused = CASH.reaching(0.3).solve(game);
        assertEquals(
                "no rest point to rely on is claimed, as the net gain falls by 0.000293 as the share gone rises from 0 to 0.0009766;"
                        + " use a reprisal that fades as more go, or one term of one law and Target.inEvery()",
                assertThrows(IllegalStateException.class, refused::orElseThrow).getMessage());

        final Answer<DesignedOffer> every =
                CASH.reaching(Target.of(0.3).inEvery()).solve(game);
        final double expected = CostLaw.normal(0.25, 0.12).quantile(0.3) + 0.3 * 0.3;
        assertEquals(expected, every.orElseThrow().value(), 1e-12);
        assertInstanceOf(Certificate.Unproven.class, every.certificate());
    }

    @Test
    void aWatchStopsIt() {
        final Watch cancelled = Watch.none().withCancel(() -> true);
        for (CheapestSolver solver : List.of(CASH, CheapestSolver.of(Term.CASH, Term.REFUGE))) {
            final Answer<DesignedOffer> answer = solver.solve(SOLDIERS, cancelled);
            assertEquals(
                    "cancelled; raise the limit",
                    assertThrows(IllegalStateException.class, answer::orElseThrow)
                            .getMessage());
        }
    }

    /** A refuge costs nothing where cash is all that is counted: alone it does at no outlay, with or without a bound. */
    @Test
    void aRefugeAloneAtNoOutlay() {
        final double[] refuges = {0.5215, 0.5215, 0.4785};
        for (Reliance reliance : Reliance.values()) {
            for (double high : new double[] {Double.POSITIVE_INFINITY, 2}) {
                final Instrument refuge = Instrument.of(Term.REFUGE).upTo(high);
                final DesignedOffer offer = CheapestSolver.of(cash(), refuge)
                        .reaching(new Target(0.5, reliance))
                        .solve(SOLDIERS)
                        .orElseThrow();
                assertEquals(0, offer.valueOf(cash()));
                assertEquals(refuges[reliance.ordinal()], offer.valueOf(refuge), 5e-5);
                assertEquals(0, offer.outlay());
                assertEquals(0, offer.gap());
            }
        }
    }

    /** The gain of SOLDIERS with worth .3 in refuge and reprisal .4, at full credibility, written as a formula: .1694, as for tipping. */
    @Test
    void aFormulaWithoutBounds() {
        final DefectionGame game = DefectionGame.of(
                Population.of(1000, CostLaw.normal(0.25, 0.12)),
                Offer.none(),
                (offer, group, gone) -> offer.cash() + 0.3 - 0.4 * (1 - gone));
        final Answer<DesignedOffer> answer = CASH.solve(game);
        final DesignedOffer offer = answer.orElseThrow();

        assertEquals(TippingSolver.of(Term.CASH).solve(game).orElseThrow().tippingOffer(), offer.value());
        assertEquals(0.1694, offer.value(), 5e-5);
        assertEquals(0.2251, offer.shareWithLess().orElseThrow(), 5e-5);
        assertEquals(0.9525, offer.share(), 5e-5);
        assertFalse(offer.attained());
        assertInstanceOf(Certificate.Unproven.class, answer.certificate());
    }

    @Test
    void anInterruptStopsIt() {
        for (CheapestSolver solver : List.of(CASH, CheapestSolver.of(Term.CASH, Term.REFUGE))) {
            Thread.currentThread().interrupt();
            final Answer<DesignedOffer> answer = solver.solve(SOLDIERS);
            assertTrue(Thread.interrupted()); // the flag stays set
            assertEquals(
                    "interrupted; raise the limit",
                    assertThrows(IllegalStateException.class, answer::orElseThrow)
                            .getMessage());
        }
    }

    /** A best reply that falls over the diagonal at an atom has no rest point: that is said. */
    @Test
    void wherePlayRestsNowhere() {
        final DefectionGame game = DefectionGame.of(
                Population.of(
                        100,
                        CostLaw.atoms(new double[] {0.126, 0.5176, 0.7344}, new double[] {0.4078, 0.1110, 0.4812})),
                Offer.none(),
                (offer, group, gone) -> offer.cash() + 0.2514 * Math.sin(2.617 * gone + 2.310));
        final Answer<DesignedOffer> answer = CheapestSolver.of(cash().upTo(3))
                .reaching(Target.of(0.561).inEvery())
                .solve(game);
        assertEquals(
                "play comes to rest nowhere at some offers, as the net gain falls by 0.0004335 as the share gone rises from 0 to"
                        + " 0.0009766; use a reprisal that fades as more go",
                assertThrows(IllegalStateException.class, answer::orElseThrow).getMessage());
    }

    /** What a little less brings is what the certificate says, also where rounding hides an atom from what is nearer. */
    @Test
    void alittleLessAgreesWithTheCertificate() {
        final CostLaw law =
                CostLaw.mixture(0.7, CostLaw.atoms(new double[] {0.25}, new double[] {1}), CostLaw.normal(0.15, 0.05));
        final DefectionGame game =
                DefectionGame.of(Population.of(100, law), Offer.none().withRefuge(0.1), Reprisal.fading(0.1 * 3));
        for (TieRule ties : TieRule.values()) {
            final Answer<DesignedOffer> answer =
                    CheapestSolver.of(cash().upTo(4)).reaching(0.9).solve(game.withTies(ties));
            assertEquals(0.2932, answer.orElseThrow().shareWithLess().orElseThrow(), 5e-5);
            assertTrue(answer.certificate().sentence().contains("0.2932 with 1e-09 less"));
        }
    }

    /** Costs up to 1e40 or 1e300, down to 1e-300, are a currency like any other. */
    @Test
    void amountsOfAnySize() {
        for (double unit : new double[] {1e-300, 1, 1e40, 1e300}) {
            final DefectionGame game =
                    DefectionGame.of(Population.of(100, CostLaw.uniform(0, unit)), Offer.none(), Reprisal.none());
            final Answer<DesignedOffer> answer = CASH.reaching(0.55).solve(game);
            assertEquals(0.55, answer.orElseThrow().value() / unit, 1e-12);
            assertEquals(0.55, answer.orElseThrow().shareWithLess().orElseThrow(), 1e-6);
            assertTrue(
                    answer.certificate().sentence().startsWith("proven: 0.550000001 go in the least rest point with "));
        }
        final DefectionGame list = DefectionGame.of(Population.of(1e40, 2e40), Offer.none(), Reprisal.none());
        assertEquals(2e40, CASH.reaching(0.55).solve(list).orElseThrow().value());
    }

    /** Where not even an amount far beyond all costs does it, the ceiling is named and nothing is claimed proven. */
    @Test
    void theCeilingIsNamed() {
        final DefectionGame game = DefectionGame.of(
                Population.of(100, CostLaw.uniform(0, 1e40)), Offer.none().withCredibility(1e-3), Reprisal.none());
        final Answer<DesignedOffer> answer = CASH.reaching(0.55).solve(game);
        assertEquals(
                "cash at most 1.600e+41 brings 0.016 in the least rest point; vary another term or ask for less",
                answer.orElseThrow().reason());
        assertEquals(
                "not proven: the highest offer allowed brings 0.016 in the least rest point; amounts above 1.600e+41 were not"
                        + " looked at",
                answer.certificate().sentence());
    }

    @Test
    void aTermThatHurts() {
        final DefectionGame hurts = LOGISTIC.withGain((offer, group, gone) -> gone - offer.cash());
        final DefectionGame waves = LOGISTIC.withGain((offer, group, gone) -> Math.sin(4 * offer.cash()) + 0.1 * gone);
        final String remedy =
                "; keep each term within values in which more of it never hurts, with Instrument.between(low, high)";
        assertEquals(
                "the net gain falls by 0.004645 as cash rises from 0 to 0.004645" + remedy, refusal(CASH.solve(hurts)));
        assertEquals(
                "the net gain falls by 0.01351 as cash rises from 0.375 to 0.4375" + remedy,
                refusal(CheapestSolver.of(cash().upTo(4)).solve(waves)));
        assertEquals(
                "the net gain falls by 0.01351 as cash rises from 0.375 to 0.4375" + remedy,
                refusal(BudgetSolver.of(9, cash().upTo(4)).solve(waves)));
    }

    private static String refusal(Answer<DesignedOffer> answer) {
        assertTrue(answer.value().explain().startsWith("It was not found out whether an offer allowed "));
        assertEquals("DesignedOffer[not found out]", answer.value().toString());
        return assertThrows(IllegalStateException.class, answer::orElseThrow).getMessage();
    }

    /** Officers are offered nothing; that credibility means nothing to them is no want of it. */
    @Test
    void whatOneGroupMakesUseOfIsUsed() {
        final DefectionGame game = DefectionGame.of(
                Population.join(
                        Population.of(90, CostLaw.uniform(0, 1)).named("men"),
                        Population.of(10, CostLaw.uniform(5, 6)).named("officers")),
                Offer.none().withCredibility(0.9),
                Reprisal.none());
        final DesignedOffer offer = CheapestSolver.of(
                        cash().forGroup("men").upTo(2),
                        cash().forGroup("officers").upTo(2))
                .solve(game)
                .orElseThrow();
        assertEquals(0, offer.valueOf(cash().forGroup("officers").upTo(2)), 1e-9);
        assertEquals(List.of(), offer.unused());
    }

    @Test
    void namesOfWhatIsMissing() {
        assertEquals("game", missing(() -> CASH.solve(Null.of())));
        assertEquals("term", missing(() -> CheapestSolver.of(Null.<Term>of())));
        assertEquals("terms", missing(() -> CheapestSolver.of(Null.<Term[]>of())));
    }

    private static String missing(Runnable work) {
        return String.valueOf(
                assertThrows(NullPointerException.class, work::run).getMessage());
    }

    /** What a caller without null checks hands over. */
    private static final class Null {
        @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
        static <T> T of() {
            return null;
        }
    }

    @Test
    void refusals() {
        refused(
                "instruments must have at least 1 instrument [count], but was empty; name one, such as Instrument.of(Term.CASH)",
                () -> CheapestSolver.of(new Instrument[0]));
        refused("instruments must differ, but was cash twice", () -> CheapestSolver.of(Term.CASH, Term.CASH));
        refused(
                "instruments must not overlap, but was cash to officers beside cash; name one for each group, or one for all",
                () -> CheapestSolver.of(cash(), cash().forGroup("officers")));
        refused("target must be in (0, 1] [share], but was 0.0", () -> CASH.reaching(0));
        refused("target must be in (0, 1] [share], but was NaN", () -> CASH.reaching(Double.NaN));
        refused(
                "high must be from low, 0.0, to 1.0 [share], but was 1.5",
                () -> Instrument.of(Term.REACH).upTo(1.5));
        refused("high must be from low, 2.0, to Infinity [unit of the game], but was 1.0", () -> cash().between(2, 1));
        refused("low must be finite and >= 0.0 [unit of the game], but was NaN", () -> cash().between(Double.NaN, 1));
        refused(
                "groupName must be that of a group, but was officers and these soldiers are not joined; name populations with"
                        + " named(name) and join them with Population.join",
                () -> CheapestSolver.of(cash().forGroup("officers")).solve(SOLDIERS));
        refused(
                "instrument must be one of [cash], but was refuge",
                () -> CASH.solve(SOLDIERS).orElseThrow().valueOf(Instrument.of(Term.REFUGE)));
        refused(
                "perRefuge must be finite and >= 0.0 [unit of the game per unit of worth], but was NaN",
                () -> HostCosts.cashOnly().withRefuge(Double.NaN));
    }

    private static void refused(String message, Runnable work) {
        assertEquals(
                message, assertThrows(IllegalArgumentException.class, work::run).getMessage());
    }
}
