package io.github.breakranks.cascade;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.Seeds;
import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.network.Network;
import java.util.Arrays;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What was chosen, its interval and its ratio held against every world of live links. */
class ReachPropertyTest {
    private static final Contagion[] CHANCE = {
        Contagion.randomShares(),
        Contagion.linear(),
        Contagion.independent(0.3),
        Contagion.independentByWeight(),
        Contagion.independentShares()
    };

    /** Up to six agents and ten one-way ties, weights that sum to at most one. */
    private static Network network(long seed) {
        final SplittableRandom random = new SplittableRandom(seed);
        final int agents = random.nextInt(2, 7);
        final int[] from = new int[10];
        final int[] to = new int[10];
        final double[] weights = new double[10];
        int ties = 0;
        for (int tries = 0; tries < 10; tries++) {
            final int a = random.nextInt(agents);
            final int b = random.nextInt(agents);
            if (a != b && !given(from, to, ties, a, b)) {
                from[ties] = a;
                to[ties] = b;
                weights[ties++] = random.nextInt(5) / (4.0 * (agents - 1));
            }
        }
        return Network.directed(
                agents, Arrays.copyOf(from, ties), Arrays.copyOf(to, ties), Arrays.copyOf(weights, ties));
    }

    private static boolean given(int[] from, int[] to, int ties, int a, int b) {
        return IntStream.range(0, ties).anyMatch(k -> from[k] == a && to[k] == b);
    }

    private static ReachSolver solver(Contagion contagion, ReachBudget budget, long seed) {
        return new ReachSolver(contagion, budget, 0.1, 0.01, seed, 1);
    }

    private static Answer<Reach> sampled(ReachSolver solver, Network network) {
        return solver.sampled(Objects.requireNonNull(Influence.of(solver.contagion())), network, Watch.none());
    }

    /** Small networks need no sample: the best of all choices, or the greedy one with its ratio. */
    @Property(tries = 60, seed = "6")
    void smallNetworksAreExact(@ForAll @IntRange(max = 100_000) int seed) {
        final Network network = network(seed);
        final SplittableRandom random = new SplittableRandom(seed);
        final double[] costs = random.doubles(network.agents(), 0.1, 2).toArray();
        final Contagion contagion = CHANCE[seed % CHANCE.length];
        for (ReachBudget budget : new ReachBudget[] {ReachBudget.agents(1 + seed % 2), ReachBudget.of(2, costs)}) {
            final var answer = solver(contagion, budget, seed).solve(network);
            final Reach reach = answer.orElseThrow();
            final AllWorlds exact = AllWorlds.of(network, contagion);

            assertEquals(exact.best(budget), reach.spread(), 1e-9);
            assertEquals(exact.spread(reach.chosen()), reach.spread(), 1e-9);
            assertEquals(1, reach.certifiedRatio());
            assertTrue(reach.cost() <= budget.amount());
            assertInstanceOf(Certificate.Proven.class, answer.certificate(), answer.certificate()::sentence);
        }
    }

    /** Borgs and others 2014: agents times the share of sets met is an unbiased estimate of the spread. */
    @Property(tries = 60, seed = "6")
    void estimatesAreWithinFourStandardErrors(@ForAll @IntRange(max = 100_000) int seed) {
        final Network network = network(seed);
        final Contagion contagion = CHANCE[seed % CHANCE.length];
        final int[] chosen = {seed % network.agents()};
        final Reach reach = solver(contagion, ReachBudget.agents(1), seed)
                .judge(network, Watch.none(), chosen)
                .value();
        final double exact = AllWorlds.of(network, contagion).spread(chosen);

        assertEquals(exact, reach.spread(), 4 * reach.standardError() + 1e-9);
    }

    /** Tang and others 2018, with a chance of one in a hundred to be wrong; at these seeds none is. */
    @Property(tries = 100, seed = "6")
    void theRatioIsNeverAboveTheTruth(@ForAll @IntRange(max = 100_000) int seed) {
        final Network network = network(seed);
        final Contagion contagion = CHANCE[seed % CHANCE.length];
        final ReachBudget budget = ReachBudget.agents(1 + seed % Math.min(3, network.agents()));
        final var answer = sampled(solver(contagion, budget, seed), network);
        final Reach reach = answer.orElseThrow();
        final AllWorlds exact = AllWorlds.of(network, contagion);

        assertEquals((int) budget.amount(), reach.chosen().length);
        assertTrue(reach.certifiedRatio() >= 1 - 1 / Math.E - 0.1);
        assertTrue(reach.certifiedRatio() <= exact.spread(reach.chosen()) / exact.best(budget) + 1e-12);
        assertTrue(reach.best() >= exact.best(budget) - 1e-9);
        assertTrue(reach.interval().low() <= exact.spread(reach.chosen()) + 1e-9);
        assertTrue(reach.interval().high() >= exact.spread(reach.chosen()) - 1e-9);
        assertInstanceOf(Certificate.Proven.class, answer.certificate(), answer.certificate()::sentence);
    }

    /** Khuller, Moss and Naor 1999, with the ratio measured. */
    @Property(tries = 60, seed = "6")
    void aBudgetIsNeverExceededAndTheRatioHolds(@ForAll @IntRange(max = 100_000) int seed) {
        final Network network = network(seed);
        final SplittableRandom random = new SplittableRandom(seed);
        final double[] costs = random.doubles(network.agents(), 0.1, 2).toArray();
        final ReachBudget budget =
                ReachBudget.of(random.nextDouble(Arrays.stream(costs).min().orElseThrow(), 4), costs);
        final Contagion contagion = CHANCE[seed % CHANCE.length];
        final var answer = sampled(solver(contagion, budget, seed), network);
        final Reach reach = answer.orElseThrow();
        final AllWorlds exact = AllWorlds.of(network, contagion);

        assertTrue(reach.cost() <= budget.amount());
        assertTrue(reach.certifiedRatio() >= (1 - 1 / Math.E) / 2 - 0.1);
        assertTrue(reach.certifiedRatio() <= exact.spread(reach.chosen()) / exact.best(budget) + 1e-12);
        assertInstanceOf(Certificate.Proven.class, answer.certificate(), answer.certificate()::sentence);
    }

    @Property(tries = 30, seed = "6")
    void theSameOnAnyNumberOfThreads(@ForAll @IntRange(max = 100_000) int seed) {
        final Network network = network(seed);
        final ReachSolver solver = solver(CHANCE[seed % CHANCE.length], ReachBudget.agents(2), seed);
        final Answer<Reach> one = sampled(solver, network);
        final Answer<Reach> two = sampled(solver.withThreads(2), network);

        assertArrayEquals(one.value().chosen(), two.value().chosen());
        assertEquals(one.value().spread(), two.value().spread());
        assertEquals(one.value().interval(), two.value().interval());
        assertEquals(one.value().best(), two.value().best());
        assertEquals(one.certificate(), two.certificate());
    }

    /** N12, and Kempe and others 2003: more reached, more gone; and what one more adds never rises with those there (submodular). */
    @Property(tries = 50, seed = Seeds.USUAL)
    void spreadIsMonotoneAndSubmodular(@ForAll @IntRange(max = 100_000) int seed) {
        final Network network = network(seed);
        final AllWorlds exact = AllWorlds.of(network, CHANCE[seed % CHANCE.length]);
        final int sets = 1 << network.agents();
        for (int set = 0; set < sets; set++) {
            for (int other = 0; other < sets; other++) {
                final double both = exact.spreadOf(set | other);
                assertTrue(both >= Math.max(exact.spreadOf(set), exact.spreadOf(other)) - 1e-12);
                assertTrue(both + exact.spreadOf(set & other) <= exact.spreadOf(set) + exact.spreadOf(other) + 1e-12);
            }
        }
    }

    @Property(tries = 200, seed = Seeds.USUAL)
    void theSumOfTheLargestIsKeptUp(
            @ForAll("counts") int[] counts, @ForAll @IntRange(min = 1, max = 12) int most, @ForAll long seed) {
        final TopSum top = new TopSum(counts, most);
        final SplittableRandom random = new SplittableRandom(seed);
        for (int steps = 0; steps < 40; steps++) {
            assertEquals(
                    IntStream.of(counts)
                            .map(c -> -c)
                            .sorted()
                            .limit(most)
                            .map(c -> -c)
                            .sum(),
                    top.sum());
            final int agent = random.nextInt(counts.length);
            if (counts[agent] > 0) {
                top.fall(counts[agent]--);
            }
        }
    }

    @Provide
    Arbitrary<int[]> counts() {
        return Arbitraries.integers()
                .between(0, 9)
                .array(int[].class)
                .ofMinSize(1)
                .ofMaxSize(10);
    }
}
