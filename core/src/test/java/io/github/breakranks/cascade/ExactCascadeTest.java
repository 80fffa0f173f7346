package io.github.breakranks.cascade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.network.Network;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExactCascadeTest {
    private static final Network PATH = Network.undirected(3, new int[] {0, 1}, new int[] {1, 2});
    private static final Network TRIANGLE = RandomNetworks.complete(3);
    private static final Network DIAMOND = Network.directed(4, new int[] {0, 0, 1, 2}, new int[] {1, 2, 3, 3});

    /** By hand: a path gives 1 + 1/2 + 1/4; in a triangle one is reached straight or round the corner, 1/2 + 1/2 1/4. */
    @Test
    void independentCascadesByHand() {
        assertEquals("7/4", expected(Contagion.independent(0.5), PATH));
        assertEquals("9/4", expected(Contagion.independent(0.5), TRIANGLE));
        assertEquals("39/16", expected(Contagion.independent(0.5), DIAMOND));
        assertEquals("1", expected(Contagion.independent(0), TRIANGLE));
        assertEquals("3", expected(Contagion.independent(1), TRIANGLE));
    }

    /** By hand: in a triangle one draws the seed, or the other who draws the seed, 1/2 + 1/4; on a path the middle follows with chance 1/2. */
    @Test
    void randomSharesByHand() {
        assertEquals("5/2", expected(Contagion.randomShares(), TRIANGLE));
        assertEquals("2", expected(Contagion.randomShares(), PATH));
        assertEquals("4", expected(Contagion.randomShares(), DIAMOND));
        final ExactSpread spread = spread(Contagion.randomShares(), TRIANGLE);
        assertEquals("3/4", spread.chance(1));
        assertEquals("1", spread.chance(0));
        assertEquals(BigInteger.valueOf(4), spread.worlds());
        assertEquals("ExactSpread[5/2 of 3 go in the mean]", spread.toString());
        assertEquals(
                "In the mean 5/2 of 3 agents go, over all 4 worlds of live links, each with its chance as a fraction.",
                spread.explain());
    }

    /** By hand: agent 1 goes with 1/2; agent 2 with 0.3 + 0.4 / 2, or, where links are tried one by one, 1 - 0.7 (1 - 0.4 / 2). */
    @ParameterizedTest
    @CsvSource({"independent, 0.3", "random, 0", "weight, 0", "linear, 0"})
    void drawingOftenComesNear(String kind, double chance) {
        final Network plain = RandomNetworks.of(9, 14, false, 5);
        final Network weighted = RandomNetworks.of(9, 18, true, 0.25, 6);
        final Contagion contagion = switch (kind) {
            case "independent" -> Contagion.independent(chance);
            case "random" -> Contagion.randomShares();
            case "weight" -> Contagion.independentByWeight();
            default -> Contagion.linear();
        };
        final Network network = kind.equals("independent") || kind.equals("random") ? plain : weighted;
        final NetworkCascade cascade = NetworkCascade.of(contagion).withStart(0, 1);
        final ExactSpread exact =
                ExactCascade.of(cascade).withMost(1 << 25).solve(network).orElseThrow();
        final CascadeEnsemble drawn = NetworkEnsemble.of(cascade, 30_000, 8)
                .withThreads(2)
                .solve(network)
                .orElseThrow();

        assertTrue(exact.mean() > 2.1, exact.toString());
        assertEquals(exact.mean() / 9, drawn.mean(), 4 * drawn.standardError());
    }

    private static String expected(Contagion contagion, Network network) {
        return spread(contagion, network).expected();
    }

    private static ExactSpread spread(Contagion contagion, Network network) {
        final Answer<ExactSpread> answer =
                ExactCascade.of(NetworkCascade.of(contagion).withStart(0)).solve(network);
        assertInstanceOf(Certificate.Proven.class, answer.certificate(), answer.certificate()::sentence);
        return answer.orElseThrow();
    }

    private static void refused(String message, org.junit.jupiter.api.function.Executable bad) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, bad).getMessage());
    }
}
