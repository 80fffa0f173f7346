package io.github.breakranks.cascade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Fraction;
import io.github.breakranks.network.DegreeLaw;
import io.github.breakranks.network.Network;
import io.github.breakranks.network.Networks;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Theory beside simulation: drawn networks, played round by round from the definition, against what degrees alone say. */
class DegreeSimulationTest {
    private static final int AGENTS = 100_000;

    /** By round, how many have gone; everybody looks at once. */
    private static int[] play(Network network, Response response, int... seed) {
        final boolean[] gone = new boolean[network.agents()];
        final int[] seen = new int[network.agents()];
        final IntStream.Builder counts = IntStream.builder();
        int[] newly = seed;
        int all = 0;
        while (newly.length > 0) {
            all += newly.length;
            counts.add(all);
            Arrays.stream(newly).forEach(agent -> gone[agent] = true);
            final int[] watchers =
                    Arrays.stream(newly).flatMap(network::watchers).toArray();
            Arrays.stream(watchers).forEach(watcher -> seen[watcher]++);
            newly = Arrays.stream(watchers)
                    .filter(agent -> !gone[agent] && response.willing(seen[agent], network.watches(agent)) == 1)
                    .distinct()
                    .toArray();
        }
        return counts.build().toArray();
    }

    private static int[] seed(double share, long draw) {
        final SplittableRandom random = new SplittableRandom(draw);
        return IntStream.range(0, AGENTS)
                .filter(agent -> random.nextDouble() < share)
                .toArray();
    }

    /** The mean of three networks within four standard errors of it (and 1e-4, that of a finite network). */
    @ParameterizedTest
    @CsvSource({"2, 0.01", "4, 0.01", "6.5, 0.01"})
    void endsWhereTheoryEnds(double mean, double share) {
        final Response response = Response.share(Fraction.of(9, 50));
        final DegreeMeanField model = DegreeMeanField.of(DegreeLaw.poisson(mean), response, share);
        final double[] ends = IntStream.range(0, 3)
                .mapToDouble(draw -> {
                    final int[] path =
                            play(Networks.configuration(AGENTS, model.degrees(), draw), response, seed(share, draw));
                    return path[path.length - 1] / (double) AGENTS;
                })
                .toArray();

        final double average = Arrays.stream(ends).average().orElseThrow();
        final double variance = Arrays.stream(ends)
                        .map(end -> (end - average) * (end - average))
                        .sum()
                / 4;
        final double expected =
                DegreeMeanFieldSolver.solver().solve(model).orElseThrow().share();
        assertEquals(expected, average, 4 * Math.sqrt(variance / 3) + 1e-4);
    }

    /** Round by round on one network, within six of the standard errors that independent soldiers would have. */
    @Test
    void roundByRound() {
        final Response response = Response.count(2);
        final DegreeMeanField model = DegreeMeanField.of(DegreeLaw.poisson(5), response, 0.15);
        final DegreeCascade theory = DegreeMeanFieldSolver.solver().solve(model).orElseThrow();
        final int[] path = play(Networks.configuration(AGENTS, model.degrees(), 11), response, seed(0.15, 11));

        for (int round = 0; round < Math.min(8, path.length); round++) {
            final double share = theory.shareAfter(round);
            assertEquals(share, path[round] / (double) AGENTS, 6 * Math.sqrt(share * (1 - share) / AGENTS) + 1e-4);
        }
    }

    /** Centola and Macy (2007): moving ties at random takes a simple contagion to all in fewer rounds, and stops one that needs two. */
    @Test
    void longTiesSpeedTheSimpleAndStopTheComplex() {
        final int agents = 2000;
        final int[] inARow = {0, 1};
        final Network ring = Networks.ring(agents, 2);
        final Network moved = Networks.wattsStrogatz(agents, 4, 0.1, 3);
        final Network random = Networks.wattsStrogatz(agents, 4, 1, 3);

        final int[] simpleRing = play(ring, Response.count(1), inARow);
        final int[] simpleMoved = play(moved, Response.count(1), inARow);
        final int[] complexRing = play(ring, Response.count(2), inARow);
        final int[] complexRandom = play(random, Response.count(2), inARow);

        assertEquals(agents, simpleRing[simpleRing.length - 1]);
        assertEquals(agents, complexRing[complexRing.length - 1]);
        assertTrue(simpleMoved[simpleMoved.length - 1] > 0.99 * agents);
        assertTrue(simpleMoved.length * 5 < simpleRing.length, simpleMoved.length + " of " + simpleRing.length);
        assertTrue(complexRandom[complexRandom.length - 1] < 0.05 * agents);
    }
}
