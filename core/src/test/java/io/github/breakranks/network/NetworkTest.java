package io.github.breakranks.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.internal.NetworkRows;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class NetworkTest {

    /** Agents 0 - 1 - 2 in a row and 3 alone; one pair both ways, one loop. */
    @Test
    void mutualTies() {
        final Network network = Network.undirected(4, new int[] {0, 1, 2, 3}, new int[] {1, 2, 1, 3});

        assertEquals(4, network.agents());
        assertEquals(4, network.links());
        assertEquals(2, network.edges());
        assertEquals(1, network.repeats());
        assertEquals(1, network.loops());
        assertArrayEquals(new int[] {0, 2}, network.watchers(1).toArray());
        assertEquals(2, network.watches(1));
        assertEquals(0, network.watchedBy(3));
        assertTrue(network.watched(0, 1));
        assertFalse(network.watched(0, 2));
        assertEquals(1, network.weight(0, 1));
        assertEquals(0, network.weight(0, 2));
        assertEquals(1, network.meanDegree());
        assertEquals("Network[4 agents, 2 ties]", network.toString());
    }

    /** 1 and 2 watch 0, 2 watches 1. */
    @Test
    void oneWayTies() {
        final Network network =
                Network.directed(3, new int[] {0, 1, 0}, new int[] {2, 2, 1}, new double[] {0.5, 0.25, 1});

        assertArrayEquals(new int[] {1, 2}, network.watchers(0).toArray());
        assertEquals(2, network.watchedBy(0));
        assertEquals(0, network.watches(0));
        assertEquals(2, network.watches(2));
        assertEquals(0.5, network.weight(0, 2));
        assertEquals(0, network.weight(2, 0));
        assertEquals("Network[3 agents, 3 one-way weighted ties]", network.toString());
        assertNotEquals(network, Network.directed(3, new int[] {0, 1, 0}, new int[] {2, 2, 1}));
    }

    /** 4 bytes a link and 8 an agent, 4 more if directed; weights take 8 a link. */
    @Test
    void saysItsMemoryBeforehand() {
        assertEquals(8_000_008 + 64_000_000, Network.bytes(1_000_000, 16_000_000, false, false));
        assertEquals(12_000_008 + 64_000_000, Network.bytes(1_000_000, 16_000_000, true, false));
        assertEquals(8_000_008 + 192_000_000, Network.bytes(1_000_000, 16_000_000, false, true));
        assertEquals(8 * 4 + 4 * 6, Networks.ring(3, 1).bytes());
    }

    @Test
    void anEmptyNetworkHasAgentsOnly() {
        final Network network = Network.undirected(2, new int[0], new int[0]);

        assertEquals(0, network.links());
        assertFalse(network.weighted());
        assertTrue(Network.directed(2, new int[0], new int[0], new double[0]).weighted());
        assertTrue(Network.builder(2).directed().build().directed());
    }

    @Test
    void aBuilderIsEmptyAfterwards() {
        final NetworkBuilder builder = Network.builder(3).add(0, 1).add(2, 2);

        assertEquals(1, builder.pairs());
        assertEquals(1, builder.build().loops());
        assertEquals(0, builder.pairs());
        assertEquals(Network.builder(3).build(), builder.build());
    }

    /** Chunks of a million pairs join without a seam. */
    @Test
    void growsBeyondAChunk() {
        final int agents = 1_200_000;
        final NetworkBuilder builder = Network.builder(agents).directed();
        for (int agent = agents - 1; agent > 0; agent--) {
            builder.add(agent - 1, agent);
        }
        final NetworkRows rows = NetworkRows.of(builder.build());

        assertEquals(agents - 1, rows.targets().length);
        for (int agent = 1; agent < agents; agent++) {
            assertEquals(agent, rows.targets()[agent - 1]);
        }
    }

    /** A triangle and a pair that watch one of it. */
    @Test
    void structure() {
        final Network network =
                Network.undirected(6, new int[] {0, 1, 2, 3, 2}, new int[] {1, 2, 0, 4, 3}); // 5 is alone
        assertArrayEquals(new int[] {0, 0, 0, 0, 0, 5}, network.components());
        assertEquals(2, network.componentCount());
        assertEquals(List.of(0, 1L, 1 / 6.0), network.degrees().rows().get(0));
        assertEquals(List.of(3, 1L, 1 / 6.0), network.degrees().rows().get(3));
    }

    @Test
    void structureOfOneWayTies() {
        final Network network = Network.directed(3, new int[] {1, 1}, new int[] {0, 2});

        assertArrayEquals(new int[] {0, 0, 0}, network.components());
        assertEquals(
                List.of(List.of(0, 1L, 2L), List.of(1, 2L, 0L), List.of(2, 0L, 1L)),
                network.degrees().rows());
    }

    @Test
    void refusesWhatIsNoNetwork() {
        refused("agents must be >= 1 [agents], but was 0", () -> Network.builder(0));
        refused(
                "from must be from 0 to 1 [agent], but was 2",
                () -> Network.builder(2).add(2, 0));
        refused(
                "to must be from 0 to 1 [agent], but was -1",
                () -> Network.builder(2).add(0, -1));
        refused(
                "to must have an entry for each of from, 1 [pairs], but was 2",
                () -> Network.undirected(2, new int[1], new int[2]));
        refused(
                "weights must have an entry for each of from, 1 [pairs], but was 0",
                () -> Network.directed(2, new int[] {0}, new int[] {1}, new double[0]));
        refused(
                "agent must be from 0 to 2 [agent], but was 3",
                () -> Networks.ring(3, 1).watchers(3));
        refused(
                "watcher must be from 0 to 2 [agent], but was -1",
                () -> Networks.ring(3, 1).weight(0, -1));
    }

    @Test
    void refusesWeightsThatAreNone() {
        for (double weight : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
            refused(
                    "weight must be finite and >= 0.0 [weight of a link], but was " + weight,
                    () -> Network.builder(2).add(0, 1, weight));
        }
        refused(
                "pairs must all carry a weight or none [weight of a link], but was one with after others without",
                () -> Network.builder(2).add(0, 1).add(0, 1, 1));
        refused(
                "pairs must all carry a weight or none [weight of a link], but was one without after others with",
                () -> Network.builder(2).add(0, 1, 1).add(0, 1));
        refused(
                "weight of 0 2 must be one [weight of a link], but was 0.5 and 0.25; give the pair once",
                () -> Network.builder(3).add(0, 2, 0.5).add(2, 0, 0.25).build());
        assertEquals(1, Network.builder(3).add(0, 2, 0.5).add(2, 0, 0.5).build().repeats());
    }

    @Test
    void refusesWhatDoesNotFit() {
        refused(
                "network must fit into the heap of 256 MB, but was 1000000 agents and 100000000 links, which need 1172 MB;"
                        + " start Java with -Xmx1318m",
                () -> NetworkMemory.require(
                        1_000_000, 100_000_000, NetworkMemory.peak(1_000_000, 100_000_000, true, false), 256L << 20));
        refused(
                "links must be <= 2147483639 [count], since one array holds them, but was 2147534622 among 46342 agents",
                () -> Networks.complete(46_342));
    }

    /** Pairs are refused before they fill the heap, by what making them into a network would take at least. */
    @Test
    void refusesPairsThatWillNotFit() {
        final NetworkBuilder builder = new NetworkBuilder(1_000, 1 << 20);

        refused(
                "network must fit into the heap of 1 MB, but was 1000 agents and 181064 links, which need 2 MB; start Java with"
                        + " -Xmx2m",
                () -> {
                    for (int k = 0; k < 1_000_000; k++) {
                        builder.add(k % 1_000, (k + 1) % 1_000);
                    }
                });
        assertTrue(builder.pairs() > 50_000 && builder.pairs() < 1 << 17, builder.pairs() + " pairs");
    }

    @Test
    void namesWhatIsMissing() {
        final int[] some = {0};
        missing("from", () -> Network.undirected(2, null, some));
        missing("to", () -> Network.undirected(2, some, null));
        missing("weights", () -> Network.undirected(2, some, some, null));
        missing("from", () -> Network.directed(2, null, some));
        missing("to", () -> Network.directed(2, some, null, new double[1]));
        missing("sizes", () -> Networks.blocks(null, new double[1][1], 1));
        missing("chance", () -> Networks.blocks(some, null, 1));
        missing("chance[1]", () -> Networks.blocks(new int[] {1, 1}, new double[][] {{0, 0}, null}, 1));
    }

    @Test
    void bytesAreOfANetworkThatCanBe() {
        refused("agents must be >= 1 [agents], but was 0", () -> Network.bytes(0, 0, false, false));
        refused("links must be >= 0 [count], but was -1", () -> Network.bytes(1, -1, false, false));
    }

    private static void missing(String name, Executable asked) {
        assertEquals(name, assertThrows(NullPointerException.class, asked).getMessage());
    }

    static void refused(String message, Executable asked) {
        assertEquals(
                message, assertThrows(IllegalArgumentException.class, asked).getMessage());
    }
}
