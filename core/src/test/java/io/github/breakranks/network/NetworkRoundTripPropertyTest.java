package io.github.breakranks.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.breakranks.Seeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is written comes back, in either form. */
class NetworkRoundTripPropertyTest {

    @Property(tries = 50, seed = Seeds.USUAL)
    void theOwnForm(@ForAll("networks") Network network) throws IOException {
        final Path file = Files.createTempFile("network", ".net");
        try {
            network.write(file);
            assertEquals(network, Network.read(file));
        } finally {
            Files.delete(file);
        }
    }

    @Property(tries = 50, seed = Seeds.USUAL)
    void text(@ForAll("networks") Network network, @ForAll boolean named) throws IOException {
        final List<String> names = IntStream.range(0, network.agents())
                .mapToObj(agent -> "s\u00f6ldner-" + agent)
                .toList();
        final EdgeList kind = network.directed() ? EdgeList.directed() : EdgeList.undirected();
        final EdgeList lines = named ? kind.withLabels(names) : kind.withAgents(network.agents());
        final Path file = Files.createTempFile("network", ".txt");
        try {
            lines.write(network, file);
            // without a pair in the file there is no weight either
            assertEquals(
                    network.links() == 0
                            ? Network.builder(network.agents()).build().links()
                            : network.links(),
                    lines.read(file).links());
            if (network.links() > 0) {
                assertEquals(network, lines.read(file));
                assertEquals(network, new EdgeListReader(lines.withThreads(2), file, 9).read());
            }
        } finally {
            Files.delete(file);
        }
    }

    @Provide
    Arbitrary<Network> networks() {
        final Arbitrary<double[][]> pairs = Arbitraries.integers()
                .between(0, 29)
                .array(int[].class)
                .ofSize(2)
                .flatMap(pair -> Arbitraries.doubles().between(0, 1e9).map(weight ->
                        new double[] {Math.min(pair[0], pair[1]), Math.max(pair[0], pair[1]), weight}))
                .list()
                .uniqueElements(pair -> pair[0] + 30 * pair[1])
                .ofMaxSize(40)
                .map(list -> list.toArray(double[][]::new));
        return Combinators.combine(pairs, Arbitraries.of(true, false), Arbitraries.of(true, false))
                .as(NetworkRoundTripPropertyTest::made);
    }

    private static Network made(double[][] pairs, boolean directed, boolean weighted) {
        final int[] from =
                IntStream.range(0, pairs.length).map(k -> (int) pairs[k][0]).toArray();
        final int[] to =
                IntStream.range(0, pairs.length).map(k -> (int) pairs[k][1]).toArray();
        final double[] weights =
                IntStream.range(0, pairs.length).mapToDouble(k -> pairs[k][2]).toArray();
        if (weighted) {
            return directed ? Network.directed(30, from, to, weights) : Network.undirected(30, from, to, weights);
        }
        return directed ? Network.directed(30, from, to) : Network.undirected(30, from, to);
    }
}
