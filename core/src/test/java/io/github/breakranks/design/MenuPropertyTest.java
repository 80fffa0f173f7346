package io.github.breakranks.design;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.RandomGames;
import io.github.breakranks.Seeds;
import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.design.Menu.Contract;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of every menu (Mussa and Rosen 1978; Maskin and Riley 1984), and that other ways to it agree. */
class MenuPropertyTest {
    private static final double CLOSE = 1e-9;
    private final MenuSolver solver = MenuSolver.solver();

    @Property(tries = 200, seed = Seeds.USUAL)
    void menusKeepTypesApartAndDistortDownward(@ForAll("screenings") Screening screening) {
        final Answer<Menu> answer = solver.solve(screening);
        final Menu menu = answer.orElseThrow();
        final List<Contract> contracts = menu.contracts();

        for (int j = 0; j < contracts.size(); j++) {
            final Contract own = contracts.get(j);
            assertTrue(own.rent() >= 0);
            assertTrue(own.distortion() >= -CLOSE, "nobody brings more than where types can be told apart");
            for (int k = 0; k < contracts.size(); k++) {
                final Contract other = contracts.get(k);
                final double gain = other.hired() ? other.payment() - screening.cost(j, other.quantity()) : 0;
                assertTrue(own.rent() >= gain - CLOSE, "type " + j + " wishes for contract " + k);
            }
            if (j > 0) {
                assertTrue(own.quantity() <= contracts.get(j - 1).quantity() + CLOSE);
                assertTrue(own.rent() <= contracts.get(j - 1).rent() + CLOSE);
                assertTrue(contracts.get(j - 1).hired() || !own.hired());
            }
        }
        contracts.stream()
                .filter(Contract::hired)
                .reduce((first, last) -> last)
                .ifPresent(last -> assertEquals(0, last.rent()));
        assertTrue(menu.surplus() <= menu.firstBest() + CLOSE);
        assertTrue(menu.surplus() >= 0);
        assertTrue(
                ((Certificate.Numeric) answer.certificate()).worst() < 1e-8 * Math.max(1, menu.firstBest()),
                answer.certificate()::sentence);
    }

    /** The formula for two types, hired both or the first alone. */
    @Property(tries = 100, seed = Seeds.USUAL)
    void twoTypesByFormula(
            @ForAll("amounts") double second, @ForAll("parts") double nu, @ForAll("amounts") double coming) {
        final double theta = 1 + second;
        final Menu menu = solver.solve(Screening.of(
                                new double[] {1, theta},
                                new double[] {nu, 1 - nu},
                                ContributionCost.power(2),
                                ContributionWorth.linear(1))
                        .withStaying(coming / 4))
                .orElseThrow();
        final double virtual = theta + nu / (1 - nu) * (theta - 1);
        final double both = nu * 0.5 + (1 - nu) / (2 * virtual) - coming / 4;
        final double first = nu * (0.5 - coming / 4);

        assertEquals(Math.max(0, Math.max(both, first)), menu.surplus(), 1e-12);
        if (both > first + CLOSE && both > CLOSE) {
            assertEquals(1 / virtual, menu.contract(1).quantity(), 1e-11);
            assertEquals(1, menu.contract(0).quantity(), 1e-11);
        }
    }

    /** The program knows neither virtual costs nor ironing; irregular shares are drawn as well. */
    @Property(tries = 15, seed = Seeds.USUAL)
    void theLinearProgramAgreesWithinItsGrid(@ForAll("small") Screening screening) {
        final Menu menu = solver.solve(screening).orElseThrow();
        final LotteryMenu second = LotterySolver.of(33).solve(screening).orElseThrow();
        final double all = menu.firstBest();

        assertTrue(second.surplus() <= menu.surplus() + 1e-8 * all, "the grid cannot do better");
        assertTrue(second.upperBound() >= menu.surplus() - 1e-8 * all, "no menu passes the bound");
        assertTrue(menu.surplus() - second.surplus() <= 0.01 * all + 1e-12, "close on a grid of 33");
        final LotteryMenu closer =
                LotterySolver.of(33).withZooms(3).solve(screening).orElseThrow();
        assertEquals(menu.surplus(), closer.surplus(), 1e-4 * all + 1e-12);
    }

    /** What may be brought is bounded more loosely: more contracts, never a lower surplus. */
    @Property(tries = 100, seed = Seeds.USUAL)
    void moreContractsNeverGainLess(@ForAll("screenings") Screening screening, @ForAll("parts") double part) {
        final double narrow = solver.solve(screening.upTo(screening.most() * part))
                .orElseThrow()
                .surplus();

        assertTrue(narrow <= solver.solve(screening).orElseThrow().surplus() + CLOSE);
    }

    @Property(tries = 60, seed = Seeds.USUAL)
    void budgetsBindAndBuyMore(
            @ForAll("screenings") Screening screening, @ForAll("parts") double part, @ForAll("parts") double less) {
        final Menu free = solver.solve(screening).orElseThrow();
        final double budget = free.outlay() * part;
        final Answer<Menu> answer = solver.withBudget(budget).solve(screening);
        final Menu bound = answer.orElseThrow();
        final Menu tighter = solver.withBudget(budget * less).solve(screening).orElseThrow();

        assertTrue(bound.outlay() <= budget * (1 + 1e-12));
        assertTrue(bound.surplus() <= free.surplus() + CLOSE);
        assertTrue(tighter.surplus() <= bound.surplus() + CLOSE);
        if (screening.staying(0) == 0 && budget > CLOSE) {
            assertEquals(budget, bound.outlay(), 1e-7 * budget, "it is spent to the last");
            assertTrue(bound.shadowPrice() > 0);
            assertTrue(((Certificate.Numeric) answer.certificate()).worst() < 1e-6, answer.certificate()::sentence);
        }
    }

    /** Each type's coming costs what it will: the program bounds the menu, which keeps all apart. */
    @Property(tries = 5, seed = Seeds.USUAL)
    void countervailingMenusKeepTypesApart(@ForAll("small") Screening screening, @ForAll("amounts") double fall) {
        final double[] staying = new double[screening.types()];
        Arrays.setAll(staying, k -> 0.2 * fall * (screening.types() - 1 - k) / screening.types());
        final Screening countervailing = screening.upTo(2 * screening.most()).withStaying(staying);
        final Answer<Menu> answer = solver.solve(countervailing);

        assertEquals(0, MenuVerifier.worstEnvy(answer.value()), 1e-9);
        assertTrue(answer.value().surplus() <= answer.value().firstBest() + CLOSE);
        assertTrue(answer.certificate() instanceof Certificate.Numeric, answer.certificate()::sentence);
    }

    @Provide
    Arbitrary<Double> amounts() {
        return RandomGames.between(0.05, 1);
    }

    @Provide
    Arbitrary<Double> parts() {
        return RandomGames.between(0.05, 0.95);
    }

    @Provide
    Arbitrary<Screening> screenings() {
        return screenings(12);
    }

    @Provide
    Arbitrary<Screening> small() {
        return screenings(4);
    }

    private static Arbitrary<Screening> screenings(int most) {
        final Arbitrary<ContributionWorth> worths = Arbitraries.of(
                ContributionWorth.linear(1),
                ContributionWorth.power(1, 0.5),
                ContributionWorth.log(3),
                ContributionWorth.log(2).withHead(0.1));
        final Arbitrary<ContributionCost> costs =
                Arbitraries.of(ContributionCost.power(2), ContributionCost.power(1.5), ContributionCost.power(3));
        final Arbitrary<int[]> steps = Arbitraries.integers()
                .between(1, 100)
                .array(int[].class)
                .ofMinSize(2)
                .ofMaxSize(2 * most);
        final Arbitrary<Double> coming = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(2, Arbitraries.just(0.0)),
                net.jqwik.api.Tuple.of(1, RandomGames.between(0, 0.2)));
        return Combinators.combine(worths, costs, steps, coming).as(MenuPropertyTest::screening);
    }

    /** The even places are steps from type to type, the odd ones weights: neighbours may be near and rare, so that virtual costs cross. */
    private static Screening screening(ContributionWorth worth, ContributionCost cost, int[] steps, double coming) {
        final int types = steps.length / 2;
        final double[] thetas = new double[types];
        final double[] shares = new double[types];
        double sum = 0;
        for (int k = 0; k < types; k++) {
            thetas[k] = (k == 0 ? 0.5 : thetas[k - 1]) + steps[2 * k] / 100.0;
            shares[k] = steps[2 * k + 1];
            sum += shares[k];
        }
        for (int k = 0; k < types; k++) {
            shares[k] /= sum;
        }
        final Screening screening = Screening.of(thetas, shares, cost, worth);
        return coming == 0 ? screening : screening.withStaying(coming);
    }
}
