package io.github.breakranks.cascade;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.breakranks.network.Network;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Those whom most watch, and anybody; and the weighted cascade that all are judged by. */
class ReachBaselinesTest {
    private static final Network LEADERS =
            Network.directed(7, new int[] {4, 4, 4, 2, 2, 5}, new int[] {0, 1, 3, 0, 6, 6});

    @Test
    void whomMostWatch() {
        assertArrayEquals(new int[] {4, 2, 5}, ReachBaselines.mostWatched(LEADERS, ReachBudget.agents(3)));
        assertArrayEquals(new int[] {4, 2, 5, 0}, ReachBaselines.mostWatched(LEADERS, ReachBudget.agents(4)));
        assertArrayEquals(
                new int[] {2, 5}, ReachBaselines.mostWatched(LEADERS, ReachBudget.of(2.5, 1, 1, 1, 1, 3, 1, 1)));
    }

    @Test
    void anybodyEachEquallyLikely() {
        final int[] taken = new int[7];
        for (int seed = 0; seed < 7000; seed++) {
            for (int agent : ReachBaselines.atRandom(LEADERS, ReachBudget.agents(2), seed)) {
                taken[agent]++;
            }
        }
        // 2000 each, standard error sqrt(7000 * 2/7 * 5/7) = 38
        assertEquals(14_000, Arrays.stream(taken).sum());
        IntStream.of(taken).forEach(count -> assertEquals(2000, count, 4 * 38));
        assertArrayEquals(
                ReachBaselines.atRandom(LEADERS, ReachBudget.agents(7), 3),
                ReachBaselines.atRandom(LEADERS, ReachBudget.agents(7), 3));
    }

    @Test
    void refusesMoreThanThereAre() {
        assertEquals(
                "k must be at most the agents there are, 7 [agents], but was 8",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> ReachBaselines.atRandom(LEADERS, ReachBudget.agents(8), 1))
                        .getMessage());
        assertEquals(
                "k must be at most the agents there are, 7 [agents], but was 8",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> ReachBaselines.mostWatched(LEADERS, ReachBudget.agents(8)))
                        .getMessage());
    }

    /** One chance in those watched is the same as those chances given as weights: coin by coin, and as fractions. */
    @Test
    void oneChanceInThoseWatched() {
        final int[] from = {4, 4, 4, 2, 2, 5};
        final int[] to = {0, 1, 3, 0, 6, 6};
        final double[] chances = IntStream.of(to)
                .mapToDouble(watcher -> 1.0 / LEADERS.watches(watcher))
                .toArray();
        final Network weighted = Network.directed(7, from, to, chances);
        for (int seed = 0; seed < 50; seed++) {
            assertArrayEquals(
                    NetworkCascade.of(Contagion.independentByWeight())
                            .withStart(2, 4)
                            .withSeed(seed)
                            .solve(weighted)
                            .orElseThrow()
                            .order(),
                    NetworkCascade.of(Contagion.independentShares())
                            .withStart(2, 4)
                            .withSeed(seed)
                            .solve(LEADERS)
                            .orElseThrow()
                            .order());
        }
        assertEquals(
                "7/2",
                ExactCascade.of(NetworkCascade.of(Contagion.independentShares()).withStart(4))
                        .solve(LEADERS)
                        .orElseThrow()
                        .expected());
    }
}
