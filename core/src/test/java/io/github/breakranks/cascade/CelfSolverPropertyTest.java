package io.github.breakranks.cascade;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.Seeds;
import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.network.Network;
import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.fraction.BigFraction;

/** The lazy greedy choice held against one that compares everybody each time, and against every choice. */
class CelfSolverPropertyTest {

    private static Network network(SplittableRandom random) {
        final int agents = random.nextInt(2, 6);
        final var builder = Network.builder(agents).directed();
        final boolean[][] tied = new boolean[agents][agents];
        tied[0][1] = true;
        builder.add(0, 1, 0.25);
        for (int ties = 0; ties < 5; ties++) {
            final int a = random.nextInt(agents);
            final int b = random.nextInt(agents);
            if (a != b && !tied[a][b]) {
                tied[a][b] = true;
                builder.add(a, b, 0.125 * random.nextInt(3));
            }
        }
        return builder.build();
    }

    private static Contagion contagion(int kind) {
        return new Contagion[] {
                    Contagion.randomShares(),
                    Contagion.linear(),
                    Contagion.independent(0.5),
                    Contagion.independentByWeight(),
                    Contagion.independentShares()
                }
                [kind];
    }

    private static BigFraction spread(Network network, Contagion contagion, int... chosen) {
        return ExactCascade.of(NetworkCascade.of(contagion).withStart(chosen))
                .solve(network)
                .orElseThrow()
                .fraction();
    }

    /** Leskovec and others 2007: laziness changes nothing, ties by the lowest number; Nemhauser and others 1978: 1 - 1/e of the best. */
    @Property(tries = 60, seed = Seeds.USUAL)
    void isTheGreedyChoice(
            @ForAll long seed, @ForAll @IntRange(max = 4) int kind, @ForAll @IntRange(min = 1, max = 3) int wanted) {
        final Network network = network(new SplittableRandom(seed));
        final Contagion contagion = contagion(kind);
        final int k = Math.min(wanted, network.agents());
        int[] chosen = {};
        for (int place = 0; place < k; place++) {
            int next = -1;
            BigFraction most = BigFraction.MINUS_ONE;
            for (int agent = 0; agent < network.agents(); agent++) {
                final int candidate = agent;
                final int[] with = Arrays.copyOf(chosen, place + 1);
                with[place] = agent;
                final BigFraction here = spread(network, contagion, with);
                if (Arrays.stream(chosen).noneMatch(c -> c == candidate) && here.compareTo(most) > 0) {
                    most = here;
                    next = agent;
                }
            }
            chosen = Arrays.copyOf(chosen, place + 1);
            chosen[place] = next;
        }
        final var answer = CelfSolver.of(contagion, k).solve(network);
        final Reach reach = answer.orElseThrow();
        final double best = AllWorlds.of(network, contagion).best(ReachBudget.agents(k));

        assertArrayEquals(chosen, reach.chosen());
        assertEquals(spread(network, contagion, chosen).doubleValue(), reach.spread());
        assertTrue(reach.best() >= best - 1e-12);
        assertTrue(reach.spread() >= (1 - 1 / Math.E) * best);
        assertTrue(reach.certifiedRatio() >= 1 - 1 / Math.E - 1e-12);
        assertInstanceOf(Certificate.Proven.class, answer.certificate(), answer.certificate()::sentence);
    }

    @Property(tries = 40, seed = Seeds.USUAL)
    void underABudget(@ForAll long seed, @ForAll @IntRange(max = 4) int kind) {
        final SplittableRandom random = new SplittableRandom(seed);
        final Network network = network(random);
        final double[] costs =
                random.ints(network.agents(), 1, 9).asDoubleStream().toArray();
        final ReachBudget budget =
                ReachBudget.of(random.nextInt((int) Arrays.stream(costs).min().orElseThrow(), 12), costs);
        final var answer = CelfSolver.of(contagion(kind), budget).solve(network);
        final Reach reach = answer.orElseThrow();
        final double best = AllWorlds.of(network, contagion(kind)).best(budget);

        assertTrue(reach.cost() <= budget.amount());
        assertTrue(reach.best() >= best - 1e-12);
        assertTrue(reach.spread() >= (1 - 1 / Math.E) / 2 * best);
        assertInstanceOf(Certificate.Proven.class, answer.certificate(), answer.certificate()::sentence);
    }

    /** By hand: a line of three with chance one half, 1 + 1/2 + 1/4. */
    @Example
    void alongALine() {
        final Network line = Network.directed(3, new int[] {0, 1}, new int[] {1, 2});
        final var answer = CelfSolver.of(Contagion.independent(0.5), 1).solve(line);

        assertEquals(
                "Reach[1 of 3 first, 1.75 go, at least 1 of the best]",
                answer.orElseThrow().toString());
        assertEquals(
                "Reach one of 3 first, and 1.75 go in the end; found by greedy choice with exact spreads, here 7/4. No other choice"
                        + " brings more.",
                answer.orElseThrow().explain());
        assertEquals(
                "proven: fractions: every spread counted over all worlds of live links and round by round; no agents bring more"
                        + " than 7/4",
                answer.certificate().sentence());
        assertInstanceOf(
                Answer.Stopped.class,
                CelfSolver.of(Contagion.independent(0.5), 1)
                        .solve(line, Watch.none().withCancel(() -> true)));
    }

    @Example
    void refusesWhatIsNotDrawnOrTooLarge() {
        assertEquals(
                "contagion must leave something to chance, but was 2 of those watched; take ReachSolver, which tries all choices",
                assertThrows(IllegalArgumentException.class, () -> CelfSolver.of(Contagion.count(2), 1))
                        .getMessage());
        assertEquals(
                "most must be >= 1 [worlds], but was 0",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> CelfSolver.of(Contagion.randomShares(), 1).withMost(0))
                        .getMessage());
        final Network line = Network.directed(3, new int[] {0, 1}, new int[] {1, 2});
        assertEquals(
                "worlds of live links must be at most 2 [count], but was 4; take NetworkEnsemble, or withMost",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> CelfSolver.of(Contagion.independent(0.5), 1)
                                        .withMost(2)
                                        .solve(line))
                        .getMessage());
    }
}
