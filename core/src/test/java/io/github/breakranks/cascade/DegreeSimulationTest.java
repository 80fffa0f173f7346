package io.github.breakranks.cascade;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Fraction;
import io.github.breakranks.network.CohesiveSets;
import io.github.breakranks.network.DegreeLaw;
import io.github.breakranks.network.Network;
import io.github.breakranks.network.Networks;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Theory beside simulation: drawn networks and the cascade on them against what degrees alone say. */
class DegreeSimulationTest {
    private static final int AGENTS = 100_000;

    private static NetworkSpread play(Network network, Contagion contagion, int... start) {
        return NetworkCascade.of(contagion).withStart(start).solve(network).orElseThrow();
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
        final Contagion contagion = Contagion.share(9, 50);
        final DegreeMeanField model = DegreeMeanField.of(DegreeLaw.poisson(mean), response, share);
        final double[] ends = IntStream.range(0, 3)
                .mapToDouble(draw -> play(
                                Networks.configuration(AGENTS, model.degrees(), draw), contagion, seed(share, draw))
                        .share())
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
        final NetworkSpread path =
                play(Networks.configuration(AGENTS, model.degrees(), 11), Contagion.count(2), seed(0.15, 11));

        for (int round = 0; round <= Math.min(8, path.rounds()); round++) {
            final double share = theory.shareAfter(round);
            assertEquals(share, path.shareAfter(round), 6 * Math.sqrt(share * (1 - share) / AGENTS) + 1e-4);
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

        final NetworkSpread simpleRing = play(ring, Contagion.count(1), inARow);
        final NetworkSpread simpleMoved = play(moved, Contagion.count(1), inARow);

        assertEquals(agents, simpleRing.gone());
        assertEquals(agents, play(ring, Contagion.count(2), inARow).gone());
        assertTrue(simpleMoved.gone() > 0.99 * agents);
        assertTrue(simpleMoved.rounds() * 5 < simpleRing.rounds(), simpleMoved + " of " + simpleRing);
        assertTrue(play(random, Contagion.count(2), inARow).gone() < 0.05 * agents);
    }

    /** Morris (2000): on drawn networks who never goes is the largest set with more than 1 - q of his own inside. */
    @ParameterizedTest
    @CsvSource({"1, 3", "1, 2", "2, 5", "3, 4"})
    void whoStaysIsTheLargestCohesiveSet(int numerator, int denominator) {
        final Network network = Networks.uniform(20_000, 40_000, 5);
        final int[] start = IntStream.range(0, 1000).toArray();
        final NetworkSpread spread = play(network, Contagion.share(numerator, denominator), start);

        assertArrayEquals(
                IntStream.range(0, 20_000).filter(agent -> !spread.gone(agent)).toArray(),
                CohesiveSets.of(network).resisting(Fraction.of(numerator, denominator), start));
    }
}
