package io.github.breakranks.cascade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.Seeds;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.game.Thresholds;
import io.github.breakranks.internal.NetworkRows;
import io.github.breakranks.network.Network;
import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Choices under fixed thresholds held against all sets of agents, and their cascades against the rule alone. */
class TargetSetsPropertyTest {
    private static final int AGENTS = 9;

    private static Network network(SplittableRandom random) {
        final var builder = Network.builder(AGENTS);
        for (int a = 0; a < AGENTS; a++) {
            for (int b = a + 1; b < AGENTS; b++) {
                if (random.nextInt(3) == 0) {
                    builder.add(a, b);
                }
            }
        }
        return builder.build();
    }

    private static Thresholds thresholds(SplittableRandom random) {
        return Thresholds.of(
                random.ints(AGENTS, 0, 10).map(t -> t == 0 ? 0 : 1 + t / 3).toArray());
    }

    private static int end(Network network, Thresholds thresholds, int start) {
        int gone = start;
        int before;
        do {
            before = gone;
            for (int agent = 0; agent < AGENTS; agent++) {
                int seen = 0;
                for (int other = 0; other < AGENTS; other++) {
                    seen += (before >>> other & 1) == 1 && network.watched(other, agent) ? 1 : 0;
                }
                gone |= seen >= thresholds.othersNeeded(agent) ? 1 << agent : 0;
            }
        } while (gone != before);
        return gone;
    }

    /** Every set of agents, for budgets in heads and in money. */
    @Property(tries = 100, seed = Seeds.USUAL)
    void noChoiceBringsMore(@ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int k, @ForAll boolean money) {
        final SplittableRandom random = new SplittableRandom(seed);
        final Network network = network(random);
        final Thresholds thresholds = thresholds(random);
        final ReachBudget budget = money
                ? ReachBudget.of(
                        k,
                        random.ints(AGENTS, 1, 4)
                                .asDoubleStream()
                                .map(c -> c / 2)
                                .toArray())
                : ReachBudget.agents(k);
        int most = 0;
        double least = 0;
        for (int set = 0; set < 1 << AGENTS; set++) {
            double cost = 0;
            for (int agent = 0; agent < AGENTS; agent++) {
                cost += (set >>> agent & 1) * budget.cost(agent);
            }
            final int gone = Integer.bitCount(end(network, thresholds, set));
            if (cost <= budget.amount() && (gone > most || (gone == most && cost < least))) {
                most = gone;
                least = cost;
            }
        }
        final var answer =
                ReachSolver.of(Contagion.thresholds(thresholds), budget).solve(network);
        final Reach reach = answer.orElseThrow();

        assertEquals(most, reach.spread());
        assertEquals(least, reach.cost());
        assertEquals(1, reach.certifiedRatio());
        assertInstanceOf(Certificate.Proven.class, answer.certificate());
    }

    /** The greedy search counts as the rule does, and each agent it takes brings most, of equal ones most watchers nearer. */
    @Property(tries = 100, seed = Seeds.USUAL)
    void greedyTakesWhoBringsMost(@ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int k) {
        final SplittableRandom random = new SplittableRandom(seed);
        final Network network = network(random);
        final Thresholds thresholds = thresholds(random);
        final int[] needs = new int[AGENTS];
        Arrays.setAll(needs, thresholds::othersNeeded);
        final int[] chosen = TargetSets.greedy(NetworkRows.of(network), needs, ReachBudget.agents(k), Watch.none());
        int set = 0;
        for (int agent : chosen) {
            int best = 0;
            for (int other = 0; other < AGENTS; other++) {
                best = Math.max(best, Integer.bitCount(end(network, thresholds, set | 1 << other)));
            }
            set |= 1 << agent;
            assertEquals(best, Integer.bitCount(end(network, thresholds, set)));
        }
        assertTrue(chosen.length == k || Integer.bitCount(end(network, thresholds, set)) == AGENTS);
    }

    /** N12: with more at the start more go in the end, and two starts together bring at least what each brings. */
    @Property(tries = 100, seed = Seeds.USUAL)
    void cascadesFromMoreEndWithMore(
            @ForAll long seed, @ForAll @IntRange(max = 511) int a, @ForAll @IntRange(max = 511) int b) {
        final SplittableRandom random = new SplittableRandom(seed);
        final Network network = network(random);
        final Thresholds thresholds = thresholds(random);
        final int both = end(network, thresholds, a | b);
        final int union = end(network, thresholds, a) | end(network, thresholds, b);

        assertEquals(union, both & union);
    }
}
