package io.github.breakranks.cascade;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.internal.NetworkRows;
import io.github.breakranks.network.Network;
import io.github.breakranks.network.Networks;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Costs are the decimals that they print as: what adds up to the budget on paper is within it, in any order. */
class ReachBudgetTest {
    private static final List<ReachBudget> ALL_OF_THREE = List.of(
            ReachBudget.of(.6, .1, .2, .3),
            ReachBudget.of(.6, .3, .2, .1),
            ReachBudget.of(.3, .1, .1, .1),
            ReachBudget.of(6e-20, 1e-20, 2e-20, 3e-20),
            ReachBudget.of(6e200, 1e200, 2e200, 3e200));

    @Test
    void threeTenthsBuyThreeTimesATenth() {
        for (ReachBudget budget : ALL_OF_THREE) {
            final var fixed = ReachSolver.of(Contagion.count(3), budget).solve(Networks.ring(3, 1));

            assertEquals(3, fixed.orElseThrow().spread(), budget::toString);
            assertEquals(budget.amount(), fixed.orElseThrow().cost());
            assertInstanceOf(Certificate.Proven.class, fixed.certificate(), fixed.certificate()::sentence);
            assertEquals(3, TargetSets.greedy(rows(), new int[] {3, 3, 3}, budget, Watch.none()).length);
        }
    }

    private static NetworkRows rows() {
        return NetworkRows.of(Networks.ring(3, 1));
    }

    @Test
    void soDoSampledAndExactGreedyChoices() {
        final Network apart = Network.undirected(3, new int[0], new int[0]);
        for (ReachBudget budget : ALL_OF_THREE) {
            final var exact = CelfSolver.of(Contagion.independent(.5), budget).solve(apart);
            assertEquals(3, exact.orElseThrow().spread());
            assertInstanceOf(Certificate.Proven.class, exact.certificate(), exact.certificate()::sentence);
            final var sampled =
                    ReachSolver.of(Contagion.independent(.5), budget).solve(apart);
            assertEquals(3, sampled.orElseThrow().chosen().length);
            assertInstanceOf(Certificate.Proven.class, sampled.certificate(), sampled.certificate()::sentence);
            assertEquals(3, ReachBaselines.mostWatched(apart, budget).length);
            final ReachSolver solver = ReachSolver.of(Contagion.independent(.5), budget);
            assertArrayEquals(
                    new int[] {2, 1, 0},
                    solver.judge(apart, Watch.none(), 2, 1, 0).orElseThrow().chosen());
        }
    }

    /** Sixteen places beside thousands are more than whole numbers hold: the certificate says what is assumed. */
    @Test
    void saysWhereCostsAreRounded() {
        final var answer = ReachSolver.of(Contagion.count(3), ReachBudget.of(100_000, 1 / 3d, 1e-12 / 3, 1e9))
                .solve(Networks.ring(3, 1));

        assertEquals(2, answer.orElseThrow().chosen().length);
        assertTrue(
                answer.certificate().sentence().contains("costs are added up as rounded to 18 digits of the budget"),
                answer.certificate()::sentence);
    }

    /** What is bought is within the budget by the decimals, and no order of the agents changes how many are. */
    @Test
    void orderDoesNotMatter() {
        final SplittableRandom random = new SplittableRandom(5);
        for (int tries = 0; tries < 200; tries++) {
            final double[] costs =
                    random.ints(5, 1, 10).mapToDouble(tenth -> tenth / 10d).toArray();
            final double[] turned = new double[5];
            Arrays.setAll(turned, k -> costs[4 - k]);
            final double amount = random.nextInt(9, 30) / 10d;
            final var one = ReachSolver.of(Contagion.count(5), ReachBudget.of(amount, costs));
            final var other = ReachSolver.of(Contagion.count(5), ReachBudget.of(amount, turned));
            assertEquals(
                    one.solve(Networks.ring(5, 1)).orElseThrow().spread(),
                    other.solve(Networks.ring(5, 1)).orElseThrow().spread());
        }
    }
}
