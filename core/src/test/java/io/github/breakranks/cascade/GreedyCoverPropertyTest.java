package io.github.breakranks.cascade;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.Seeds;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.internal.NetworkRows;
import io.github.breakranks.network.Network;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator.JumpableGenerator;
import java.util.random.RandomGeneratorFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Greedy covering and its bound held against every choice of few agents. */
class GreedyCoverPropertyTest {
    private static final int AGENTS = 8;

    private static ReverseSets sets(long seed) {
        final SplittableRandom random = new SplittableRandom(seed);
        final var builder = Network.builder(AGENTS).directed();
        final boolean[][] tied = new boolean[AGENTS][AGENTS];
        for (int tries = random.nextInt(20); tries > 0; tries--) {
            final int a = random.nextInt(AGENTS);
            final int b = random.nextInt(AGENTS);
            if (a != b && !tied[a][b]) {
                tied[a][b] = true;
                builder.add(a, b);
            }
        }
        final NetworkRows rows = NetworkRows.of(builder.build());
        final Influence influence = Influence.of(Contagion.independent(0.4));
        final ReverseSets sets =
                new ReverseSets(ReverseLinks.of(rows, java.util.Objects.requireNonNull(influence)), (JumpableGenerator)
                        RandomGeneratorFactory.of("Xoshiro256PlusPlus").create(seed));
        assertTrue(sets.growTo(256, 1, Watch.none()));
        return sets;
    }

    private static int covered(ReverseSets sets, int chosen) {
        int covered = 0;
        for (int set = 0; set < sets.sets(); set++) {
            int met = 0;
            for (int k = sets.start(set); k < sets.end(set); k++) {
                met |= chosen & 1 << sets.members()[k];
            }
            covered += met == 0 ? 0 : 1;
        }
        return covered;
    }

    private static int best(ReverseSets sets, ReachBudget budget) {
        int best = 0;
        for (int chosen = 0; chosen < 1 << AGENTS; chosen++) {
            double cost = 0;
            for (int agent = 0; agent < AGENTS; agent++) {
                cost += (chosen >>> agent & 1) * budget.cost(agent);
            }
            best = cost <= budget.amount() ? Math.max(best, covered(sets, chosen)) : best;
        }
        return best;
    }

    /** Nemhauser, Wolsey and Fisher 1978: at least 1 - 1/e of the best, which the bound is never below; ties by the lowest number. */
    @Property(tries = 100, seed = Seeds.USUAL)
    void greedyByBruteForce(@ForAll @IntRange(max = 1_000_000) int seed, @ForAll @IntRange(min = 1, max = 5) int k) {
        final ReverseSets sets = sets(seed);
        final ReachBudget budget = ReachBudget.agents(k);
        final GreedyCover.Cover cover = new GreedyCover(sets, budget, AGENTS).choose();
        int chosen = 0;
        final int[] order = new int[k];
        for (int place = 0; place < k; place++) {
            int next = -1;
            for (int agent = AGENTS - 1; agent >= 0; agent--) {
                final boolean free = (chosen >>> agent & 1) == 0;
                if (free && (next < 0 || covered(sets, chosen | 1 << agent) >= covered(sets, chosen | 1 << next))) {
                    next = agent;
                }
            }
            order[place] = next;
            chosen |= 1 << next;
        }

        assertArrayEquals(order, cover.chosen());
        assertEquals(covered(sets, chosen), cover.covered());
        final int best = best(sets, budget);
        assertTrue(cover.covered() >= (1 - 1 / Math.E) * best);
        assertTrue(cover.bound() >= best);
        assertTrue(cover.covered() >= (1 - 1 / Math.E) * cover.bound());
        assertEquals(
                cover.covered(),
                Arrays.stream(sets.firstCoveredBy(cover.chosen())).sum());
    }

    /** The choice for one more begins with the choice for one less. */
    @Property(tries = 50, seed = Seeds.USUAL)
    void moreAgentsBeginWithTheSame(@ForAll @IntRange(max = 1_000_000) int seed) {
        final ReverseSets sets = sets(seed);
        int[] before = {};
        for (int k = 1; k <= AGENTS; k++) {
            final int[] chosen = new GreedyCover(sets, ReachBudget.agents(k), AGENTS)
                    .choose()
                    .chosen();
            assertArrayEquals(before, Arrays.copyOf(chosen, k - 1));
            before = chosen;
        }
    }

    /** Khuller, Moss and Naor 1999: with the best single one at least (1 - 1/e)/2 of the bound, and the bound never below the best. */
    @Property(tries = 200, seed = Seeds.USUAL)
    void aBudgetByBruteForce(@ForAll @IntRange(max = 1_000_000) int seed) {
        final ReverseSets sets = sets(seed);
        final SplittableRandom random = new SplittableRandom(~seed);
        final double[] costs =
                random.doubles(AGENTS).map(u -> 0.05 + 3 * u * u * u).toArray();
        final double least = Arrays.stream(costs).min().orElseThrow();
        final ReachBudget budget = ReachBudget.of(least * (1 + 8 * random.nextDouble()), costs);
        final GreedyCover.Cover cover = new GreedyCover(sets, budget, AGENTS).choose();
        int chosen = 0;
        double cost = 0;
        for (int agent : cover.chosen()) {
            chosen |= 1 << agent;
            cost += costs[agent];
        }

        assertTrue(cost <= budget.amount());
        assertEquals(covered(sets, chosen), cover.covered());
        assertTrue(cover.bound() >= best(sets, budget));
        assertTrue(cover.covered() >= (1 - 1 / Math.E) / 2 * cover.bound() - 1e-6);
    }
}
