package io.github.breakranks.design;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.design.FrontierPoint.Kind;
import io.github.breakranks.equilibrium.EquilibriumSolver;
import io.github.breakranks.equilibrium.Jump;
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
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrontierSolverTest {
    private static final FrontierSolver CASH = FrontierSolver.of(Instrument.of(Term.CASH));

    /** Logistic costs with a = 1, mu = .6, s = .1. */
    private static DefectionGame logistic() {
        return DefectionGame.of(
                Population.of(1000, CostLaw.logistic(0.6, 0.1)),
                Offer.none(),
                NetGain.of(Reprisal.none()).withSolidarity(1));
    }

    private static DefectionGame soldiers() {
        return DefectionGame.of(
                Population.of(30_000, CostLaw.normal(0.25, 0.12)),
                Offer.refuge(0.30).withCredibility(0.90),
                Reprisal.fading(0.40));
    }

    private static DefectionGame groups() {
        final Population ranks = Population.join(
                Population.of(10_000, CostLaw.normal(0.2, 0.1)).named("men"),
                Population.of(20_000, CostLaw.normal(0.4, 0.1)).named("officers"));
        return DefectionGame.of(ranks, Offer.refuge(0.3).withCredibility(0.9), Reprisal.fading(0.4))
                .on(Exposure.homophily(0.3));
    }

    private static FrontierPoint only(Frontier frontier, Kind kind) {
        final List<FrontierPoint> found =
                frontier.points().stream().filter(point -> point.kind() == kind).toList();
        assertEquals(1, found.size());
        return found.get(0);
    }

    /** The fold of W. Brock and S. Durlauf (2001), doi 10.1111/1467-937X.00168: b_T = 0.2809546 at x = .112702. */
    @Test
    void theFoldIsTheTippingOffer() {
        final Frontier frontier = CASH.solve(logistic()).orElseThrow();
        final FrontierPoint fold = only(frontier, Kind.FOLD);

        assertEquals(0.2809546, fold.value(), 5e-8);
        assertEquals(0.112702, fold.share(), 5e-7);
        assertTrue(fold.attained());
        assertEquals(fold.value(), only(frontier, Kind.BEYOND).value());
        assertFalse(only(frontier, Kind.BEYOND).attained());
        assertEquals(1, frontier.jumps().size());
    }

    /** One more costs b + x/x'(b), the offer alone at the fold, and that is also the cost a head across the jump. */
    @Test
    void marginalCostFallsToTheOfferAtTheFold() {
        final Frontier frontier = CASH.solve(logistic()).orElseThrow();
        final FrontierPoint fold = only(frontier, Kind.FOLD);
        final FrontierPoint beyond = only(frontier, Kind.BEYOND);
        final double heads = beyond.outlay().come() - fold.outlay().come();

        assertEquals(fold.value(), fold.outlay().marginal(), 1e-6);
        assertEquals(fold.value(), (beyond.outlay().total() - fold.outlay().total()) / heads, 1e-12);
        final FrontierPoint skipped = frontier.at(0.5);
        assertEquals(Kind.SKIPPED, skipped.kind());
        assertEquals(fold.value(), skipped.outlay().marginal(), 1e-12);
        assertEquals(beyond.share(), skipped.share());
        // x' = f / (1 - f) with f = x (1 - x) / s at x = .05:  .05 * .95 / .1 = .475
        final FrontierPoint early = frontier.at(0.05);
        assertEquals(early.value() + 0.05 * (1 - 0.475) / 0.475, early.outlay().marginal(), 1e-9);
    }

    /** The collapse offer of the same game, -0.0809546, is no offer: in the best rest point most go for nothing. */
    @Test
    void trustMakesItFree() {
        final Frontier best = CASH.withReliance(Reliance.BEST).solve(logistic()).orElseThrow();

        assertEquals(0, best.at(0.9).value());
        assertEquals(0, best.at(0.9).outlay().total());
        assertEquals(Kind.LOWEST, best.at(0.9).kind());
        assertTrue(best.at(0.99).value() > 0);
    }

    @Test
    void thirtyThousandSoldiers() {
        final Frontier frontier = CASH.solve(soldiers()).orElseThrow();
        final FrontierPoint fold = only(frontier, Kind.FOLD);

        assertEquals("Frontier[cash, 102 points, 0.0007779 to 0.99, 1 jumps]", frontier.toString());
        assertEquals(0.22150022621521823, fold.value(), 1e-12);
        assertEquals(30_000 * fold.share() * fold.value(), fold.outlay().total(), 1e-9);
        assertEquals(0.9525, only(frontier, Kind.BEYOND).share(), 5e-5);
        assertTrue(frontier.explain().contains("At cash 0.2215 it jumps from 0.2251 to 0.9525"), frontier.explain());
        assertEquals(
                EquilibriumSolver.solver()
                        .solve(soldiers().withOffer(Offer.none()))
                        .value()
                        .least()
                        .share(),
                frontier.baseline());
    }

    /** Between the fold and the point beyond no budget buys anything more. */
    @Test
    void aBudgetShortOfTheJumpBuysTheFold() {
        final Frontier frontier = CASH.solve(soldiers()).orElseThrow();
        final FrontierPoint fold = only(frontier, Kind.FOLD);

        assertEquals(fold.share(), frontier.withBudget(3_000).share(), 1e-6);
        assertEquals(fold.share(), frontier.withBudget(6_300).share(), 1e-6);
        assertTrue(frontier.withBudget(6_400).share() > 0.95);
    }

    @Test
    void everyRestPointCostsWhatTheHighestMay() {
        final Frontier every =
                CASH.withReliance(Reliance.EVERY).solve(soldiers()).orElseThrow();
        final FrontierPoint point = every.at(0.2);
        final var rest = EquilibriumSolver.solver()
                .solve(soldiers().with(Term.CASH, point.value()))
                .value();

        assertEquals(rest.least().share(), point.share(), 1e-9);
        assertEquals(30_000 * rest.greatest().share(), point.outlay().come(), 1e-6);
        assertEquals(
                30_000 * rest.greatest().share() * point.value(), point.outlay().total(), 1e-6);
    }

    @Test
    void groupsAreSolvedValueByValue() {
        final Answer<Frontier> answer = CASH.withPoints(10).solve(groups());

        assertInstanceOf(Certificate.Numeric.class, answer.certificate());
        assertEquals(1, answer.value().jumps().size());
        final FrontierPoint point = answer.value().at(0.1);
        assertEquals(
                0.1,
                EquilibriumSolver.solver()
                        .solve(groups().with(Term.CASH, point.value()))
                        .value()
                        .least()
                        .share(),
                1e-6);
        assertTrue(point.outlay().marginal() > point.value());
    }

    /** As M. Granovetter's (1978) hundred: costs 1, 2, ..., 65, and company worth one for each who has gone. */
    @Test
    void ofAListTheFirstBringsAll() {
        final double[] costs = new double[65];
        Arrays.setAll(costs, k -> k + 1);
        final DefectionGame ranks = DefectionGame.of(
                Population.of(costs), Offer.none(), NetGain.of(Reprisal.none()).withSolidarity(64));
        final Frontier frontier = CASH.solve(ranks).orElseThrow();

        assertEquals(1, frontier.jumps().size());
        final FrontierPoint all = frontier.at(1);
        assertEquals(1, all.value(), 1e-12);
        assertTrue(all.attained());
        assertEquals(65, all.outlay().total(), 1e-9);
        assertEquals(1, all.outlay().perExtra(), 1e-12);
        assertTrue(Double.isNaN(all.outlay().marginal()));
    }

    @Test
    void atomsGoAtOnce() {
        final CostLaw half = CostLaw.atoms(new double[] {1, 3}, new double[] {0.5, 0.5});
        final Frontier frontier = CASH.solve(DefectionGame.of(Population.of(10, half), Offer.none(), Reprisal.none()))
                .orElseThrow();

        assertEquals(
                List.of(0.0, 0.5), frontier.jumps().stream().map(Jump::from).toList());
        assertEquals(5, frontier.at(0.4).outlay().total(), 1e-8);
        assertEquals(30, frontier.at(0.6).outlay().total(), 1e-8);
    }

    private static DefectionGame halves(TieRule ties) {
        final CostLaw half = CostLaw.atoms(new double[] {0.3, 0.7}, new double[] {0.5, 0.5});
        return DefectionGame.of(Population.of(100, half), Offer.none(), Reprisal.none())
                .withTies(ties);
    }

    /** Where who is indifferent goes, half go at .3 itself; where he stays it takes more. */
    @Test
    void beforeAJumpPlayRestsBelowTheValueOrAtIt() {
        final Frontier goes = CASH.withPoints(4).solve(halves(TieRule.GOES)).orElseThrow();
        assertEquals(
                List.of(
                        "0 at 0 for 0 (lowest)",
                        "0 at just below 0.3 for 0 (fold)",
                        "0.5 at 0.3 for 15 (beyond)",
                        "0.5 at just below 0.7 for 35 (fold)",
                        "1 at 0.7 for 70 (beyond)"),
                goes.points().stream().map(FrontierPoint::toString).toList());
        assertEquals(
                List.of("0 at 0 for 0 (lowest)", "0.5 at 0.3 for 15 (beyond)", "1 at 0.7 for 70 (beyond)"),
                goes.efficient().stream().map(FrontierPoint::toString).toList());
        assertEquals(
                3,
                goes.table().column("efficient").stream()
                        .filter(Boolean.TRUE::equals)
                        .count());

        final Answer<Frontier> answer = CASH.withPoints(4).solve(halves(TieRule.STAYS));
        final Frontier stays = answer.orElseThrow();
        assertInstanceOf(Certificate.Numeric.class, answer.certificate());
        assertEquals(
                List.of(
                        "0 at 0 for 0 (lowest)",
                        "0 at 0.3 for 0 (fold)",
                        "0.5 at just above 0.3 for 15 (beyond)",
                        "0.5 at 0.7 for 35 (fold)",
                        "1 at just above 0.7 for 70 (beyond)"),
                stays.points().stream().map(FrontierPoint::toString).toList());
        assertEquals(0.3, stays.points().get(1).value());
        assertEquals("0.5 at just above 0.3 for 15 (rests)", stays.at(0.5).toString());
        assertEquals(
                "0.5 at just above 0.3 for 15 (rests)", stays.withBudget(30).toString());
        assertEquals("0.5 at 0.3 for 15 (rests)", goes.withBudget(30).toString());
    }

    /** In the best rest point play lands behind the jump at its value, and rests before it only below. */
    @Test
    void inTheBestRestPointTheFoldIsBelow() {
        final Frontier best = FrontierSolver.of(Instrument.of(Term.CASH))
                .withReliance(Reliance.BEST)
                .solve(soldiers())
                .orElseThrow();

        assertTrue(only(best, Kind.FOLD).toString().contains(" at just below "), best.toString());
        assertTrue(only(best, Kind.BEYOND).attained());
    }

    @Test
    void namesTheLargestJumpsAndCountsTheOthers() {
        final DefectionGame ranks =
                DefectionGame.of(Population.of(0.1, 0.2, 0.2, 0.3, 0.4, 0.4, 0.4, 0.5), Offer.none(), Reprisal.none());

        assertEquals(
                "As cash rises from 0 to 0.5, the share gone in the least rest point rises from 0 to 1 and the outlay from 0"
                        + " to 4 [unit of the game]; 0 would go without the offer. At cash 0.2 it jumps from 0.125 to 0.375: no share"
                        + " between can be bought, and each extra costs 0.2 beyond. At cash 0.4 it jumps from 0.5 to 0.875: no share"
                        + " between can be bought, and each extra costs 0.4 beyond. There are 3 smaller jumps.",
                CASH.solve(ranks).orElseThrow().explain());
    }

    @Test
    void onlyWhatNothingBettersIsEfficient() {
        final Frontier cash = CASH.solve(soldiers()).orElseThrow();
        final Frontier refuge =
                FrontierSolver.of(Instrument.of(Term.REFUGE)).solve(soldiers()).orElseThrow();

        assertTrue(cash.efficient().stream().noneMatch(point -> point.kind() == Kind.SKIPPED));
        assertEquals(1, refuge.efficient().size()); // it costs the host nothing: the most is best
        assertEquals(
                cash.efficient().size(),
                cash.table().column("efficient").stream()
                        .filter(Boolean.TRUE::equals)
                        .count());
    }

    @Test
    void theCertificateCanFail() {
        final Frontier right = CASH.withPoints(10).solve(soldiers()).orElseThrow();
        final List<FrontierPoint> moved = right.points().stream()
                .map(p ->
                        new FrontierPoint(p.target(), p.value() + 1e-3, p.attained(), p.share(), p.outlay(), p.kind()))
                .toList();

        assertInstanceOf(Certificate.Numeric.class, FrontierVerifier.certify(soldiers(), CASH, right, Watch.none()));
        assertInstanceOf(
                Certificate.Unproven.class,
                FrontierVerifier.certify(soldiers(), CASH, new Frontier(CASH, soldiers(), null, moved), Watch.none()));
        final List<FrontierPoint> cheaper = right.points().stream()
                .map(p -> new FrontierPoint(
                        p.target(),
                        p.value(),
                        p.attained(),
                        p.share(),
                        new Outlay(
                                0.9 * p.outlay().total(),
                                p.outlay().come(),
                                p.outlay().extra(),
                                p.outlay().marginal()),
                        p.kind()))
                .toList();
        assertInstanceOf(
                Certificate.Unproven.class,
                FrontierVerifier.certify(
                        soldiers(), CASH, new Frontier(CASH, soldiers(), null, cheaper), Watch.none()));
    }

    @Test
    void saysHowFarTheBoundsReach() {
        final Frontier frontier = FrontierSolver.of(Instrument.of(Term.CASH).upTo(0.2))
                .solve(soldiers())
                .orElseThrow();
        final var refused = assertThrows(IllegalArgumentException.class, () -> frontier.at(0.5));

        assertEquals(
                "target must be at most " + frontier.most()
                        + " [share], which is reached at cash 0.2, but was 0.5; raise" + " the upper bound of cash",
                refused.getMessage());
        assertEquals(
                Kind.HIGHEST,
                frontier.points().get(frontier.points().size() - 1).kind());
        assertEquals(0.2, frontier.at(frontier.most()).value(), 1e-12);
    }

    /** Normal costs have no upper bound, and whom word has not reached no cash brings. */
    @Test
    void saysWhatNoValueReaches() {
        final Frontier all = CASH.solve(soldiers()).orElseThrow();
        final Frontier most = CASH.solve(soldiers().with(Term.REACH, 0.5)).orElseThrow();

        assertEquals(
                "target must be < 1.0 [share], which no cash reaches as some costs are above any amount, but was 1.0; lower the target",
                assertThrows(IllegalArgumentException.class, () -> all.at(1)).getMessage());
        assertEquals(
                "target must be at most " + most.most()
                        + " [share], more than which no cash brings, but was 0.9; lower the target",
                assertThrows(IllegalArgumentException.class, () -> most.at(0.9)).getMessage());
    }

    @Test
    void refusesWhatIsNoQuestion() {
        assertEquals(
                "points must be >= 2 [shares], but was 1",
                assertThrows(IllegalArgumentException.class, () -> CASH.withPoints(1))
                        .getMessage());
        assertEquals(
                "instrument must be a term on which the net gain depends, but was bonus",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> FrontierSolver.of(Instrument.of(Term.BONUS))
                                        .solve(soldiers()))
                        .getMessage());
        assertEquals(
                "reach must be > 0 [share] where cash is varied, but was 0.0; vary the reach",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> CASH.solve(soldiers().with(Term.REACH, 0)))
                        .getMessage());
        final DefectionGame falling = soldiers().withReprisal(Reprisal.of(Curve.constant(1), Curve.linear(0, 1)));
        assertEquals(
                "net gain must rise with the share gone, but "
                        + falling.monotonicity().sentence(),
                assertThrows(IllegalArgumentException.class, () -> CASH.solve(falling))
                        .getMessage());
        final Frontier frontier = CASH.solve(soldiers()).orElseThrow();
        assertEquals(
                "outlay must be finite and >= 0.0 [unit of the game], the outlay at the lowest cash, but was NaN",
                assertThrows(IllegalArgumentException.class, () -> frontier.withBudget(Double.NaN))
                        .getMessage());
        assertEquals(
                "target must be in (0, 1] [share], but was NaN",
                assertThrows(IllegalArgumentException.class, () -> frontier.at(Double.NaN))
                        .getMessage());
    }

    @Test
    void stopsWhenToldTo() {
        for (DefectionGame game : List.of(soldiers(), groups())) {
            final Answer<Frontier> answer = CASH.solve(game, Watch.none().withCancel(() -> true));

            final Answer.Stopped<?> stopped = assertInstanceOf(Answer.Stopped.class, answer);
            assertEquals("cancelled", stopped.why());
            assertEquals("raise the limit, or take fewer points", stopped.remedy());
            assertTrue(
                    answer.value().explain().startsWith("The work stopped before all shares were looked at."),
                    answer.value().explain());
        }
    }

    @Test
    void whatStoppedBeforeItBeganSaysSo() {
        final Frontier none =
                CASH.solve(groups(), Watch.none().withCancel(() -> true)).value();

        assertEquals(
                "The work stopped before all shares were looked at. None was found, and nothing is known of what they cost.",
                none.explain());
        assertEquals("Frontier[cash, 0 points]", none.toString());
        assertEquals(0, none.table().rows().size());
        assertEquals(List.of(), none.efficient());
        assertEquals(
                "the work stopped before the frontier was begun; raise the limit",
                assertThrows(IllegalStateException.class, () -> none.withBudget(1))
                        .getMessage());
    }

    /** Below the fold of a bounded support more cash brings nobody: a budget that does not reach it is not spent. */
    @Test
    void aBudgetIsNotSpentOnNobody() {
        final DefectionGame game =
                DefectionGame.of(Population.of(1000, CostLaw.uniform(0.3, 0.6)), Offer.none(), Reprisal.fading(0.4));
        final FrontierPoint point = FrontierSolver.of(Instrument.of(Term.CASH))
                .withReliance(Reliance.EVERY)
                .solve(game)
                .value()
                .withBudget(500);

        assertEquals(0, point.value());
        assertEquals(0, point.outlay().total());
    }

    /** A sixth of costs each at 3/8 and beyond: by hand the second sixth goes at 3/8 + 1/2 * 5/6, and not below. */
    @Test
    void jumpsOfAtomsAreToldToTheLastDigits() {
        final DefectionGame game = DefectionGame.of(
                Population.of(100, CostLaw.empirical(-0.375, 0.375, 1.25, 1.5, 1.625, 1.625)),
                Offer.none(),
                Reprisal.fading(0.5));
        final Jump second = CASH.withPoints(4).solve(game).value().jumps().get(1);

        assertEquals(0.375 + 0.5 * 5 / 6, second.value(), 1e-11);
        assertEquals(2.0 / 6, RoundByRound.rest(game.with(Term.CASH, second.value()), false), 1e-12);
        assertEquals(1.0 / 6, second.from(), 1e-12);
    }

    /** Seven of ten hear of it, and behind the fold they all go: the share just there is where play lands, not where it rests at the fold. */
    @Test
    void aShareAtWhichPlayLandsIsBeyondItsFold() {
        final DefectionGame game = DefectionGame.of(
                Population.of(1000, CostLaw.normal(-0.05, 0.04)), Offer.none().withReach(0.7), Reprisal.fading(1.1));
        final FrontierPoint point = CASH.solve(game).orElseThrow().at(0.7);

        assertEquals(Kind.BEYOND, point.kind());
        assertFalse(point.attained());
        assertTrue(RoundByRound.rest(game.with(Term.CASH, point.value()), false) < 0.1);
        assertEquals(0.7, RoundByRound.rest(game.with(Term.CASH, point.value() + 1e-9), false), 1e-9);
    }

    /** In the long tail of a law all go but for rounding from some cash on: no budget is spent on more. */
    @Test
    void aBudgetIsNotSpentOnRounding() {
        final DefectionGame game =
                DefectionGame.of(Population.of(1000, CostLaw.normal(0.11, 0.06)), Offer.none(), Reprisal.fading(0.2));
        final Frontier frontier =
                FrontierSolver.of(Instrument.of(Term.CASH).upTo(2)).solve(game).orElseThrow();
        final FrontierPoint less = frontier.withBudget(700);
        final FrontierPoint more = frontier.withBudget(1500);

        assertEquals(1, less.share(), 1e-11);
        assertEquals(less.value(), more.value(), 0.01);
        assertTrue(more.outlay().total() < 600, more::toString);
    }

    /** Two groups with one law are that law: at a jump the best rest point holds at the value itself, the least passes it only above. */
    @Test
    void groupsSayAsTheirLawDoesWhetherAValueIsAttained() {
        final CostLaw law = CostLaw.normal(0.3, 0.1);
        final DefectionGame two = DefectionGame.of(
                Population.join(
                        Population.of(300, law).named("officers"),
                        Population.of(700, law).named("men")),
                Offer.none(),
                Reprisal.fading(0.4));
        final DefectionGame one = DefectionGame.of(Population.of(1000, law), Offer.none(), Reprisal.fading(0.4));

        for (Reliance reliance : Reliance.values()) {
            final FrontierSolver solver = CASH.withReliance(reliance).withPoints(2);
            final boolean attained = solver.solve(one).orElseThrow().at(0.5).attained();
            assertEquals(reliance == Reliance.BEST, attained);
            assertEquals(attained, solver.solve(two).orElseThrow().at(0.5).attained(), reliance::label);
            assertEquals(
                    attained,
                    CheapestSolver.of(Term.CASH)
                            .reaching(new Target(0.5, reliance))
                            .solve(two)
                            .orElseThrow()
                            .attained(),
                    reliance::label);
        }
    }
}
