package io.github.breakranks.cascade;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.network.Network;
import io.github.breakranks.network.Networks;
import org.junit.jupiter.api.Test;

/** Small networks are not sampled: spreads are fractions, and where all choices can be tried the best is found. */
class SmallReachTest {
    private static Reach reach(Contagion contagion, int k, Network network) {
        final var answer = ReachSolver.of(contagion, k).solve(network);
        assertInstanceOf(Certificate.Proven.class, answer.certificate(), answer.certificate()::sentence);
        return answer.orElseThrow();
    }

    /** By hand: either of two brings the other. */
    @Test
    void twoAgents() {
        final Reach reach = reach(Contagion.randomShares(), 1, Networks.complete(2));

        assertEquals(2, reach.spread());
        assertEquals(0, reach.setsDrawn());
        assertEquals(
                "Reach one of 2 first, and 2 go in the end; found by trying all choices with exact spreads, here 2. No other choice brings more.",
                reach.explain());
    }

    /** Without ties, or with ties of weight nought, as many go as are reached. */
    @Test
    void nobodyFollows() {
        final Reach alone = reach(Contagion.randomShares(), 5, Network.undirected(20, new int[0], new int[0]));
        assertEquals("Reach[5 of 20 first, 5 go, at least 1 of the best]", alone.toString());
        final Network weightless = Network.directed(4, new int[] {0, 1}, new int[] {1, 2}, new double[] {0, 0});
        assertEquals(2, reach(Contagion.linear(), 2, weightless).spread());
    }

    /** By hand: 0 covers two of three pairs that 1 and 2 cover together; greedy choice takes 0 and misses the best. */
    @Test
    void theBestWhereGreedyChoiceIsNot() {
        final Network pairs = Network.directed(
                10, new int[] {0, 0, 0, 0, 1, 1, 1, 2, 2, 2}, new int[] {3, 4, 6, 7, 3, 4, 5, 6, 7, 8});
        final Reach greedy =
                CelfSolver.of(Contagion.independent(1), 2).solve(pairs).orElseThrow();
        final Reach best = reach(Contagion.independent(1), 2, pairs);

        assertTrue(greedy.spread() < 8);
        assertArrayEquals(new int[] {1, 2}, best.chosen());
        assertEquals(8, best.spread());
        assertEquals(8.0, best.table().column("spread").get(1));
    }

    /** Too many choices to try, 53130: the greedy choice with exact spreads, and what it is sure of. */
    @Test
    void greedyWhereChoicesAreTooMany() {
        final Reach reach = reach(Contagion.independent(1), 5, Networks.ring(25, 1));

        assertEquals(25, reach.spread());
        assertTrue(reach.explain().contains("greedy choice with exact spreads"), reach::explain);
    }

    /** Larger ones are sampled, and so are weights that only add up to one when rounded. */
    @Test
    void leavesTheRestToSampling() {
        final ReachSolver solver = ReachSolver.of(Contagion.randomShares(), 1);
        assertNull(SmallReach.solve(solver, Networks.ring(26, 1), Watch.none()));
        assertNull(SmallReach.solve(solver, Networks.ring(20, 1), Watch.none()));
        final Network above = Network.directed(
                4, new int[] {0, 1, 2}, new int[] {3, 3, 3}, new double[] {.4, .3, .30000000000000004});
        assertEquals(
                1,
                ReachSolver.of(Contagion.linear(), 1).solve(above).orElseThrow().chosen().length);
    }

    @Test
    void stops() {
        assertInstanceOf(
                Answer.Stopped.class,
                ReachSolver.of(Contagion.randomShares(), 1)
                        .solve(Networks.complete(3), Watch.none().withCancel(() -> true)));
    }

    /** What a sample shows is never printed above what no choice exceeds, above all agents, or below those reached. */
    @Test
    void samplesStayWithinWhatIsKnown() {
        final Network alone = Network.undirected(60, new int[0], new int[0]);
        for (int seed = 0; seed < 20; seed++) {
            final Reach reach = ReachSolver.of(Contagion.randomShares(), 5)
                    .withSeed(seed)
                    .solve(alone)
                    .orElseThrow();
            assertTrue(reach.spread() >= 5 && reach.spread() <= reach.best(), reach::explain);
            assertTrue(reach.interval().contains(reach.spread())
                    && reach.interval().high() <= reach.best());
            assertEquals(reach.spread(), (double) reach.table().column("spread").get(4), 1e-9);
        }
    }
}
