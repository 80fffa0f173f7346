package io.github.breakranks.design;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Watch;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Menus of contracts: known answers, ironing, budgets, reprisals and refusals. */
class MenuSolverTest {
    private static final ContributionCost SQUARE = ContributionCost.power(2);
    private static final ContributionWorth UNIT = ContributionWorth.linear(1);
    private final MenuSolver solver = MenuSolver.solver();

    private static Screening two() {
        return Screening.of(new double[] {1, 1.5}, new double[] {0.4, 0.6}, SQUARE, UNIT);
    }

    /** Mussa and Rosen (1978) in procurement form: v = q, C = theta q^2/2, theta = 1, 1.5, nu = .4. */
    @Test
    void twoTypeContributionMenu() {
        final Answer<Menu> answer = solver.solve(two());
        final Menu menu = answer.orElseThrow();

        assertEquals(1, menu.contract(0).quantity(), 1e-12);
        assertEquals(0.545455, menu.contract(1).quantity(), 5e-7);
        assertEquals(0.574380, menu.contract(0).payment(), 5e-7);
        assertEquals(0.223140, menu.contract(1).payment(), 5e-7);
        assertEquals(0.363636, menu.surplus(), 5e-7);
        assertEquals(0.4 * 0.5 + 0.6 / 3, menu.firstBest(), 1e-12);
        assertEquals(2.0 / 3 - 6.0 / 11, menu.contract(1).distortion(), 1e-12);
        assertEquals(0, menu.contract(1).rent(), 0);
        assertEquals(1, menu.hired(), 1e-15);
        assertTrue(menu.pools().isEmpty());
        assertEquals("Menu[2 of 2 types, surplus 0.3636 of 0.4, rents 0.02975]", menu.toString());
        assertEquals(
                "The host gains 0.3636 per soldier, 0.4 if it could tell types apart; 0.02975 of the 0.3636 paid is rent. All types"
                        + " come.",
                menu.explain());
        final Certificate.Numeric certificate = assertInstanceOf(Certificate.Numeric.class, answer.certificate());
        assertTrue(certificate.worst() < 1e-10, certificate::sentence);
    }

    /** By hand: with theta = 1, 3 and nu = .7 the virtual type of the second is 3 + 7/3 * 2 = 7 2/3. */
    @Test
    void theLastTypeBringsItsVirtualBest() {
        final Menu menu = solver.solve(Screening.of(new double[] {1, 3}, new double[] {0.7, 0.3}, SQUARE, UNIT))
                .orElseThrow();

        assertEquals(3.0 / 23, menu.contract(1).quantity(), 1e-13);
        assertEquals((3 - 1) / 2.0 * 9 / 529, menu.contract(0).rent(), 1e-14);
    }

    /**
     * By hand: types 1, 2, 2.1 of shares .4, .1, .5. Virtual types 1, 6, 2.1 + .5/.5 * .1 = 2.2 cross; pooled, the last two have
     * (1 * 2.1 - .4 * 1) / .6 = 17/6.
     */
    @Test
    void typesWhoseVirtualCostsCrossArePooled() {
        final Answer<Menu> answer =
                solver.solve(Screening.of(new double[] {1, 2, 2.1}, new double[] {0.4, 0.1, 0.5}, SQUARE, UNIT));
        final Menu menu = answer.orElseThrow();

        assertEquals(List.of(new Menu.Pool(1, 2)), menu.pools());
        assertEquals(6.0 / 17, menu.contract(1).quantity(), 1e-13);
        assertEquals(menu.contract(1).quantity(), menu.contract(2).quantity());
        assertEquals(menu.contract(1).payment(), menu.contract(2).payment(), 1e-15);
        assertTrue(((Certificate.Numeric) answer.certificate()).worst() < 1e-10);
        assertTrue(menu.explain().contains("; types 2 to 2.1 get one contract."), menu::explain);
    }

    /** A cost of coming hires only those worth it: type 1 gains 1/2, type 1.5 would gain 1/3 before rents. */
    @Test
    void aCostOfComingExcludesTheWorst() {
        final Menu menu = solver.solve(two().withReprisal(0.4, 0.25)).orElseThrow();

        assertTrue(menu.contract(0).hired());
        assertFalse(menu.contract(1).hired());
        assertEquals(0.4, menu.hired());
        assertEquals(0.5 + 0.3, menu.contract(0).payment(), 1e-15);
        assertEquals(0.4 * 0.2, menu.surplus(), 1e-15);
        assertEquals(
                "The host gains 0.08 per soldier, 0.1 if it could tell types apart; 0 of the 0.32 paid is rent. 1 of 2 types are not"
                        + " hired. Pay includes what coming costs whatever is brought, 0.3 a man.",
                menu.explain());
    }

    @Test
    void saysWhenNobodyIsHired() {
        final Answer<Menu> answer = solver.solve(two().withStaying(0.6));
        final Menu menu = answer.orElseThrow();

        assertEquals("Menu[nobody is hired]", menu.toString());
        assertEquals("Nobody is hired: no contract is worth to the host what it must pay.", menu.explain());
        assertEquals(0, menu.surplus());
        assertEquals(0, ((Certificate.Numeric) answer.certificate()).worst());
        assertEquals(
                "Nobody is hired: no contract is worth to the host what it must pay within a budget of 0. The budget keeps some out who"
                        + " would be hired without it.",
                solver.withBudget(0).solve(two()).orElseThrow().explain());
    }

    /** Where the last type stays out, the first is bound by his own participation alone: q = 1/(1 + lambda), t = q^2/2. */
    @Test
    void aBudgetBinds() {
        final Screening one = Screening.of(new double[] {1}, new double[] {1}, SQUARE, UNIT);
        final Answer<Menu> answer = solver.withBudget(0.08).solve(one);
        final Menu menu = answer.orElseThrow();

        assertEquals(0.4, menu.contract(0).quantity(), 1e-12);
        assertEquals(0.08, menu.outlay(), 1e-14);
        assertEquals(1 / 0.4 - 1, menu.shadowPrice(), 1e-10);
        assertTrue(((Certificate.Numeric) answer.certificate()).worst() < 1e-10, answer.certificate()::sentence);
        assertEquals(
                "The host gains 0.32 per soldier, 0.5 if it could tell types apart; 0 of the 0.08 paid is rent. All types come. The"
                        + " budget of 0.08 binds: one more unit of it would gain 1.5.",
                menu.explain());
        assertTrue(solver.withBudget(0.6)
                .solve(one)
                .orElseThrow()
                .explain()
                .endsWith("All types come. The budget does not bind."));
    }

    /** Two alike but for coming at .3 each: the budget pays for the first alone, by hand .4 (.3 + 1/2) = .32. */
    @Test
    void aBudgetKeepsSomeOut() {
        final Screening near = Screening.of(new double[] {1, 1.01}, new double[] {0.4, 0.6}, SQUARE, UNIT)
                .withStaying(0.3);
        final Answer<Menu> answer = solver.withBudget(0.32).solve(near);
        final Menu menu = answer.orElseThrow();

        assertEquals(1, solver.solve(near).orElseThrow().hired(), 1e-15);
        assertEquals(0.4, menu.hired());
        assertEquals(0.08, menu.surplus(), 1e-12);
        assertTrue(menu.explain().endsWith("The budget keeps some out who would be hired without it."), menu::explain);
        assertTrue(((Certificate.Numeric) answer.certificate()).worst() < 1e-9, answer.certificate()::sentence);
    }

    /** Types 2 to 4 are pooled and type 5 is not worth the cost of coming: lotteries bound it loosely, chains closely. */
    @Test
    void cutOffsAmongPoolsAreCertified() {
        final Screening screening = Screening.of(
                        new double[] {0.6, 1.1, 1.12, 1.15, 2}, new double[] {0.3, 0.02, 0.02, 0.36, 0.3}, SQUARE, UNIT)
                .withStaying(0.02, 0.05, 0.05, 0.06, 0.15);
        final Answer<Menu> answer = solver.solve(screening);

        assertEquals(List.of(new Menu.Pool(1, 3)), answer.orElseThrow().pools());
        assertFalse(answer.orElseThrow().contract(4).hired());
        assertTrue(((Certificate.Numeric) answer.certificate()).worst() < 1e-8, answer.certificate()::sentence);
    }

    /** Six of ten types are hired, of whom 2 and 3 are pooled, as are 5 and 6; seven would be pooled otherwise and gain nearly as much. */
    @Test
    void cutOffsPooledOtherwiseAreCertified() {
        final int[] steps = {13, 4, 5, 4, 82, 57, 31, 49, 2, 5};
        final int[] weights = {95, 12, 54, 53, 36, 80, 4, 3, 6, 64};
        final double[] thetas = new double[steps.length];
        final double[] shares = new double[steps.length];
        Arrays.setAll(thetas, k -> (k == 0 ? 0.5 : thetas[k - 1]) + steps[k] / 100.0);
        Arrays.setAll(shares, k -> weights[k] / (double) Arrays.stream(weights).sum());
        final Answer<Menu> answer = solver.solve(
                Screening.of(thetas, shares, ContributionCost.power(1.5), UNIT).withStaying(0.01));

        assertEquals(
                List.of(new Menu.Pool(1, 2), new Menu.Pool(4, 5)),
                answer.orElseThrow().pools());
        assertFalse(answer.orElseThrow().contract(6).hired());
        assertTrue(((Certificate.Numeric) answer.certificate()).worst() < 1e-9, answer.certificate()::sentence);
    }

    /** A straight worth and a straight cost: all or nothing, but for a budget that pays for part of it. */
    @Test
    void aBudgetMayPayForPartOfWhatIsAllOrNothing() {
        final Screening straight = Screening.of(
                        new double[] {1, 2},
                        new double[] {0.5, 0.5},
                        ContributionCost.power(1),
                        ContributionWorth.linear(4))
                .upTo(1);
        final Menu free = solver.solve(straight).orElseThrow();
        assertEquals(List.of(new Menu.Pool(0, 1)), free.pools());
        assertEquals(2, free.outlay(), 1e-15);

        final Answer<Menu> answer = solver.withBudget(1.2).solve(straight);
        final Menu menu = answer.orElseThrow();
        assertEquals(1.2, menu.outlay(), 1e-12);
        assertTrue(((Certificate.Numeric) answer.certificate()).worst() < 1e-9, answer.certificate()::sentence);
    }

    /** The first type's coming costs more: he would pass for the second (Lewis and Sappington 1989). */
    @Test
    void countervailingIncentivesGoToTheLinearProgram() {
        final Screening screening = two().upTo(3).withStaying(0.12, 0);
        final Answer<Menu> answer = solver.solve(screening);
        final Menu menu = answer.orElseThrow();

        assertTrue(
                menu.explain()
                        .endsWith(
                                "Pay includes what coming costs whatever is brought, 0 to 0.12 a man by type. Coming costs a more efficient type more: incentives are countervailing, and a linear program over"
                                        + " lotteries was solved."),
                menu::explain);
        assertEquals(0, MenuVerifier.worstEnvy(menu), 1e-12);
        assertTrue(((Certificate.Numeric) answer.certificate()).worst() < 1e-6, answer.certificate()::sentence);
        // By hand: .12 lies between what the first saves on the second's best contract, 1/9, and on his own, 1/4, so
        // nobody envies.
        assertEquals(0.4 * (0.5 - 0.12) + 0.6 / 3, menu.firstBest(), 1e-12);
        assertEquals(menu.firstBest(), menu.surplus(), 1e-6);
        assertEquals(2.0 / 3, menu.contract(1).quantity(), 1e-3);
    }

    /** The program leaves the first type's coming to chance, so that rounding hires nobody; a grid by hand hires all. */
    @Test
    void countervailingMenusAreNotRoundedAway() {
        final Screening screening = Screening.of(
                        new double[] {0.3144012178223989, 1.9611054582529885, 2.0960790585896065},
                        new double[] {0.3430507194044637, 0.38560244245562403, 0.2713468381399122},
                        SQUARE,
                        ContributionWorth.linear(1.8677166917355703))
                .upTo(1.0838956315815462)
                .withStaying(0.2448937557531969, 0.17074776109058556, 0.13662881061376023);
        final Menu menu = solver.solve(screening).orElseThrow();

        assertEquals(1, menu.hired(), 1e-15);
        assertEquals(0.86654, menu.surplus(), 5e-5);
        assertEquals(1.084, menu.contract(0).quantity(), 5e-3);
        assertEquals(0.666, menu.contract(2).quantity(), 5e-3);
        assertEquals(0, MenuVerifier.worstEnvy(menu), 1e-12);
    }

    /** With the money for part of them, the worse types may come alone, for nothing but themselves, as the better do not mind. */
    @Test
    void aBudgetMayHireTheWorseTypesAlone() {
        final ContributionWorth heads = ContributionWorth.linear(0.01).withHead(0.3);
        final Answer<Menu> answer = solver.withBudget(0.08)
                .solve(Screening.of(new double[] {1, 2}, new double[] {0.3, 0.7}, SQUARE, heads)
                        .withStaying(0.1));

        // By hand: type 2 at q = 0 for .1 leaves .01 of the budget, and gains .7 * .2; type 1 is indifferent.
        assertEquals(0.14, answer.orElseThrow().surplus(), 1e-12);
        assertFalse(answer.orElseThrow().contract(0).hired());
        assertTrue(answer.orElseThrow().contract(1).hired());
        final Certificate.Numeric certificate = assertInstanceOf(Certificate.Numeric.class, answer.certificate());
        assertTrue(certificate.worst() < 0.03, certificate::sentence);

        final Answer<Menu> three = solver.withBudget(0.069)
                .solve(Screening.of(
                                new double[] {1, 1.1, 2.3},
                                new double[] {0.42, 0.28, 0.3},
                                SQUARE,
                                ContributionWorth.linear(0.2).withHead(0.3))
                        .withStaying(0.1));
        assertTrue(three.orElseThrow().surplus() >= 0.58 * 0.2 - 1e-12);
        assertEquals(0.58, three.orElseThrow().hired(), 1e-12);
    }

    @Test
    void aThousandTypesAreOrderedAndCertified() {
        final int types = 1000;
        final double[] thetas = new double[types];
        final double[] shares = new double[types];
        Arrays.setAll(thetas, k -> 1 + k / 1000.0 + 0.2 * Math.floor(k / 100.0));
        Arrays.fill(shares, 1.0 / types);
        final Answer<Menu> answer = solver.solve(Screening.of(thetas, shares, SQUARE, ContributionWorth.log(2)));

        assertFalse(answer.orElseThrow().pools().isEmpty());
        assertTrue(((Certificate.Numeric) answer.certificate()).worst() < 1e-9, answer.certificate()::sentence);
    }

    @Test
    void aFalseMenuIsNotCertified() {
        final Screening screening = two();
        final Menu.Terms none = new Menu.Terms(java.util.OptionalDouble.empty(), 0, "");

        assertEquals(
                "some type would gain 0.0743801652892562 by another contract, or by staying",
                ((Certificate.Unproven) MenuVerifier.certify(
                                new Menu(screening, new double[] {1, 6.0 / 11}, new double[] {0, 0}, none),
                                new double[1],
                                double[]::new,
                                Watch.none()))
                        .why());
        final Certificate wasteful = MenuVerifier.certify(
                new Menu(screening, new double[] {1, 0.5}, new double[] {0.0625, 0}, none),
                new double[1],
                double[]::new,
                Watch.none());
        assertEquals(0.363636 - 0.3625, ((Certificate.Numeric) wasteful).worst(), 1e-3);
        assertTrue(((Certificate.Numeric) wasteful).worst() > 1e-3);
        final Menu dear = new Menu(
                screening,
                new double[] {1, 6.0 / 11},
                new double[] {9.0 / 121, 0},
                new Menu.Terms(java.util.OptionalDouble.of(0.3), 0, ""));
        assertTrue(MenuVerifier.certify(dear, new double[1], double[]::new, Watch.none())
                .sentence()
                .startsWith("not proven: an outlay of 0.363636"));
    }

    @Test
    void refusesWhatIsNoScreening() {
        final double[] thetas = {1, 2};
        final double[] halves = {0.5, 0.5};
        refused("shares must sum to 1 within 1.0E-9 [share], but was 0.9", thetas, new double[] {0.5, 0.4});
        refused("shares[1] must be in (0, 1] [share], but was 0.0", thetas, new double[] {1, 0});
        refused("shares[0] must be in (0, 1] [share], but was NaN", thetas, new double[] {Double.NaN, 1});
        refused("shares must have 2 shares [count], one per type, but was 1", thetas, new double[] {1});
        refused("thetas[1] must be finite and > 2.0 [type], but was 1.0", new double[] {2, 1}, halves);
        refused("thetas[0] must be finite and > 0.0 [type], but was NaN", new double[] {Double.NaN, 1}, halves);
        refused("thetas must be >= 1 [types], but was 0", new double[0], new double[0]);
        refused(
                "cost must cross once: the next unit must cost a higher type more, but was 1.0 for type 1.0 and 0.5 for type 2.0 at"
                        + " quantity 0.0625",
                () -> Screening.of(thetas, halves, cost((q, theta) -> q / theta), ContributionWorth.linear(2))
                        .upTo(1));
        refused(
                "worth at quantity 0.0 must be finite [unit of the game], but was NaN",
                () -> Screening.of(thetas, halves, SQUARE, q -> Double.NaN));
        refused(
                "worth at quantity 1.0 must be finite [unit of the game], but was NaN",
                () -> Screening.of(thetas, halves, SQUARE, q -> q > 0 ? Double.NaN : 0));
        refused(
                "cost of quantity 0.0 to type 1.0 must be finite and >= 0.0 [unit of the game], but was NaN",
                () -> Screening.of(thetas, halves, (q, theta) -> Double.NaN, UNIT));
        refused("power must be finite and >= 1.0 [exponent], but was 0.5", () -> ContributionCost.power(0.5));
        refused("power must be in (0, 1] [exponent], but was 1.5", () -> ContributionWorth.power(1, 1.5));
        refused("head must be finite and >= 0.0 [unit of the game], but was -1.0", () -> UNIT.withHead(-1));
        refused(
                "staying[1] must be finite and >= 0.0 [unit of the game], but was NaN",
                () -> two().withStaying(0, Double.NaN));
        refused("staying must have 2 amounts [count], one per type, but was 3", () -> two().withStaying(1, 2, 3));
        refused("averted must be a share in [0, 1], but was 2.0", () -> two().withReprisal(1, 2));
        refused("most must be finite and >= 0.0 [unit of quantity], but was -1.0", () -> two().upTo(-1));
        refused(
                "budget must be finite and >= 0.0 [unit of the game], but was NaN",
                () -> solver.withBudget(Double.NaN));
        refused(
                "most must be finite [unit of quantity], but was Infinity: the host wants ever more of the first type; bound what a man"
                        + " can bring with upTo",
                () -> solver.solve(
                        Screening.of(thetas, halves, ContributionCost.power(1), ContributionWorth.linear(4))));
    }

    @Test
    void stopsWhenTold() {
        final Answer<Menu> answer = solver.solve(two(), Watch.limit(Duration.ofNanos(1)));

        assertInstanceOf(Answer.Stopped.class, answer);
        assertEquals(
                "not proven: not checked within the limit", answer.certificate().sentence());
        for (Answer<Menu> none : List.of(
                solver.solve(two().upTo(3).withStaying(0.12, 0), Watch.limit(Duration.ofNanos(1))),
                solver.withBudget(0.2).solve(two().withStaying(0.1), Watch.limit(Duration.ofNanos(1))))) {
            assertEquals("Menu[not looked for to the end]", none.value().toString());
            assertEquals(
                    "The best menu was not looked for to the end, so that it is not known.",
                    none.value().explain());
        }
    }

    private static ContributionCost cost(java.util.function.DoubleBinaryOperator cost) {
        return new ContributionCost() {
            @Override
            public double of(double quantity, double theta) {
                return cost.applyAsDouble(quantity, theta);
            }

            @Override
            public double marginal(double quantity, double theta) {
                return 1 / theta;
            }
        };
    }

    private static void refused(String message, double[] thetas, double... shares) {
        refused(message, () -> Screening.of(thetas, shares, SQUARE, UNIT));
    }

    private static void refused(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
