package io.github.breakranks.design;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.internal.LinearProgram;
import io.github.breakranks.internal.LinearProgram.Engine;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** The second opinion on menus, and that its solvers are not believed. */
class LotterySolverTest {
    private static final Screening TWO = Screening.of(
            new double[] {1, 1.5}, new double[] {0.4, 0.6}, ContributionCost.power(2), ContributionWorth.linear(1));

    /** The known answer on a grid that holds it: q = 1 and 6/11. */
    @Test
    void findsTheKnownAnswerOnItsGrid() {
        final Answer<LotteryMenu> answer = LotterySolver.of(12).solve(TWO);
        final LotteryMenu menu = answer.orElseThrow();

        assertEquals(1, menu.quantity(0), 1e-9);
        assertEquals(6.0 / 11, menu.quantity(1), 1e-9);
        assertEquals(0.574380, menu.payment(0), 5e-7);
        assertEquals(0.223140, menu.payment(1), 5e-7);
        assertEquals(0.363636, menu.surplus(), 5e-7);
        assertEquals(menu.surplus(), menu.upperBound(), 1e-9);
        assertEquals(9.0 / 121, menu.rent(0), 1e-9);
        assertEquals(1, menu.comes(1), 1e-9);
        assertFalse(menu.randomises(0));
        assertTrue(((Certificate.Numeric) answer.certificate()).worst() < 1e-9);
        assertEquals("LotteryMenu[2 types, surplus 0.363636, at most 0.363636, ojAlgo]", menu.toString());
        assertEquals(
                "On a grid of 12 quantities a menu of lotteries gains 0.363636 per soldier, and no menu gains more than 0.363636;"
                        + " nothing is left to chance.",
                menu.explain());
        assertEquals(2, menu.table().rows().size());
    }

    /** A coarse grid lets the second type mix its two nearest points. */
    @Test
    void aGridIsMixedOver() {
        final LotteryMenu menu = LotterySolver.of(4).solve(TWO).orElseThrow();

        assertTrue(menu.surplus() < 0.363636);
        assertTrue(menu.upperBound() >= 0.363636);
    }

    /** An engine that reports half of the optimum as its own: the next is asked. */
    @Test
    void aWrongEngineIsPassedOver() {
        final Answer<LotteryMenu> answer =
                LotterySolver.of(12).solve(TWO, Watch.none(), List.of(new Half(), new LinearProgram.Simplex()));

        assertEquals("Commons Math", answer.orElseThrow().engine());
        assertEquals(0.363636, answer.orElseThrow().surplus(), 5e-7);
    }

    /** Where there is no other, the gap shows what its answer is worth: the bound still holds. */
    @Test
    void aWrongEngineByItselfIsSeenThrough() {
        final Answer<LotteryMenu> answer = LotterySolver.of(12).solve(TWO, Watch.none(), List.of(new Half()));

        assertTrue(answer.value().surplus() < 0.3);
        assertTrue(answer.value().upperBound() >= 0.363636);
        assertTrue(((Certificate.Numeric) answer.certificate()).worst() > 0.06);
        assertInstanceOf(Answer.Stopped.class, LotterySolver.of(12).solve(TWO, Watch.none(), List.of()));
    }

    /** With a budget the same menu as by virtual costs. */
    @Test
    void keepsABudget() {
        final Menu menu = MenuSolver.solver().withBudget(0.2).solve(TWO).orElseThrow();
        final LotteryMenu lottery =
                LotterySolver.of(33).withBudget(0.2).withZooms(4).solve(TWO).orElseThrow();

        assertEquals(menu.surplus(), lottery.surplus(), 1e-5);
        assertEquals(menu.surplus(), lottery.upperBound(), 1e-5);
        assertEquals(menu.shadowPrice(), lottery.budgetPrice(), 0.01);
    }

    @Test
    void refusesAndStops() {
        final double[] thetas = new double[31];
        Arrays.setAll(thetas, k -> 1 + k);
        final double[] shares = new double[31];
        Arrays.fill(shares, 1 / 31.0);
        refused(
                "types must be <= 30 [count] for the linear program, but was 31; join types, or let coming cost no type less than a more"
                        + " efficient one",
                () -> LotterySolver.of(3)
                        .solve(Screening.of(thetas, shares, ContributionCost.power(2), ContributionWorth.linear(1))));
        refused("points must be >= 2 [quantities], but was 1", () -> LotterySolver.of(1));
        refused(
                "zooms must be >= 0 [refinements], but was -1",
                () -> LotterySolver.of(3).withZooms(-1));
        refused(
                "budget must be finite and >= 0.0 [unit of the game], but was NaN",
                () -> LotterySolver.of(3).withBudget(Double.NaN));
        assertInstanceOf(Answer.Stopped.class, LotterySolver.of(3).solve(TWO, Watch.limit(Duration.ofNanos(1))));
    }

    private static void refused(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }

    /** Finds the optimum and reports half of it. */
    private static final class Half implements Engine {
        @Override
        public double[] solve(LinearProgram program) {
            final double[] x = new LinearProgram.Simplex().solve(program);
            return x == null
                    ? new double[0]
                    : Arrays.stream(x).map(each -> each / 2).toArray();
        }

        @Override
        public String name() {
            return "half";
        }
    }
}
