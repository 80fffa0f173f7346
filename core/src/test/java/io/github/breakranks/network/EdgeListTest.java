package io.github.breakranks.network;

import static io.github.breakranks.network.NetworkTest.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EdgeListTest {
    @TempDir
    Path directory;

    private Path file(String text) {
        try {
            return Files.writeString(directory.resolve("ties.txt"), text, StandardCharsets.UTF_8);
        } catch (IOException thrown) {
            throw new UncheckedIOException(thrown);
        }
    }

    private Network undirected(String text) {
        return EdgeList.undirected().read(file(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0 1\n1 2\n",
                "0 1\r\n1 2\r\n",
                "1 0\n2\t1",
                "0,1\n1 , 2\n",
                "# who knows whom\n\n  0   1  \n#0 2\n   # more\n\t\n1 2",
                "\uFEFF0 1\n1 2\n",
                "0 1\n1 2\n2 1\n0 1\n2 2\n",
                "00 01\n0001 2\n"
            })
    void theSamePath(String text) {
        assertEquals(Network.undirected(3, new int[] {0, 1}, new int[] {1, 2}), undirected(text));
    }

    @Test
    void countsWhatItDrops() {
        final Network network = undirected("0 1\n1 0\n5 5\n0 1\n");

        assertEquals(6, network.agents());
        assertEquals(1, network.edges());
        assertEquals(2, network.repeats());
        assertEquals(1, network.loops());
    }

    /** The second watches the first. */
    @Test
    void oneWay() {
        final Network network = EdgeList.directed().withAgents(4).read(file("0 1\n1 0\n2 0"));

        assertEquals(Network.directed(4, new int[] {0, 1, 2}, new int[] {1, 0, 0}), network);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "1",
                "1.",
                ".5",
                "0.1",
                "0.30000000000000004",
                "123456789012345",
                "1234567890123456789",
                "1e-3",
                "2.5E2",
                "4.9e-324",
                "0.000000000000000000000000001",
                "0.10000000000000000000000001",
                "007.5",
                "0.0000000000000001234"
            })
    void weightsAreTheNearestDoubles(String weight) {
        assertEquals(
                Double.parseDouble(weight), undirected("0 1 " + weight + "\n").weight(1, 0));
        assertEquals(Double.parseDouble(weight), undirected("0,1," + weight).weight(0, 1));
    }

    @Test
    void weightsMayBeFractions() {
        assertEquals(1.0 / 3, undirected("0 1 1/3\n").weight(0, 1));
        assertEquals(0.5, undirected("0 1 3/6").weight(0, 1));
        assertEquals(undirected("0 1 0"), undirected("0 1 -0"));
    }

    @Test
    void agentsByName() {
        final EdgeList named = EdgeList.directed().withLabels(List.of("Anna", "Bj\u00f6rn", "7"));

        assertEquals(
                Network.directed(3, new int[] {0, 2}, new int[] {1, 0}), named.read(file("Anna Bj\u00f6rn\n7,Anna\n")));
        refused(
                "line 2 of ties.txt must name agents by the labels given, of which \"anna\" is none, but was \"7 anna\"",
                () -> named.read(file("Anna 7\n7 anna\n")));
        refused(
                "line 1 of ties.txt must be two agents' labels, or two and a weight, but was \"Anna\"",
                () -> named.read(file("Anna\n")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "1 x",
                "x 1",
                "-1 2",
                "1 -2",
                "1,,2",
                "1 2,",
                "1;2",
                "1 2 3 4",
                "1.5 2",
                "1 2 0.5x",
                "1 2 0.5,",
                "1 2 1f",
                "1 2 0x1p0",
                "1 2 .",
                "1 2 1/",
                "1 2 # no",
                "+1 2"
            })
    void namesTheLineThatIsNone(String line) {
        refused(
                "line 3 of ties.txt must be two agents' numbers, or two and a weight, but was \"" + line + "\"",
                () -> undirected("# two lines\n0 1" + (line.startsWith("1 2 ") ? " 1" : "") + "\n" + line + "\n0 x\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "-0.5", "NaN", "Infinity", "1e999", "1/0", "0/0", "-1/2"})
    void refusesWeightsThatAreNone(String weight) {
        refused(
                "line 2 of ties.txt must have a weight that is finite and >= 0 [weight of a link], but was \"3 4 "
                        + weight + "\"",
                () -> undirected("0 1 0.5\n3 4 " + weight));
    }

    @Test
    void refusesAMixOfLines() {
        refused(
                "line 2 of ties.txt must have a weight, as the lines before it, but was \"1 2\"",
                () -> undirected("0 1 0.5\n1 2\n"));
        refused(
                "line 3 of ties.txt must have no weight, as the lines before it, but was \"1 2 1\"",
                () -> undirected("0 1\n\n1 2 1\n"));
        refused(
                "weight of 0 1 must be one [weight of a link], but was 0.5 and 0.25; give the pair once",
                () -> undirected("0 1 0.5\n1 0 0.25\n"));
    }

    @Test
    void refusesAgentsBeyond() {
        refused(
                "line 2 of ties.txt must name agents from 0 to 2, but was \"1 3\"",
                () -> EdgeList.undirected().withAgents(3).read(file("1 2\n1 3\n")));
        refused(
                "line 1 of ties.txt must name agents from 0 to 2147483638, but was \"99999999999999999999 1\"",
                () -> undirected("99999999999999999999 1\n"));
        refused(
                directory.resolve("ties.txt")
                        + " must name at least 1 agent [count], but was empty; say how many there are by withAgents",
                () -> undirected("# nobody\n"));
        assertEquals(2, EdgeList.undirected().withAgents(2).read(file("")).agents());
    }

    @Test
    void showsTheBeginningOfALongLine() {
        refused(
                "line 1 of ties.txt must be two agents' numbers, or two and a weight, but was \"" + "x".repeat(60)
                        + "...\"",
                () -> undirected("x".repeat(100_000) + "\n"));
    }

    /** Numbers that leave room for billions of agents: refused before the rows are made, whatever the heap of this machine. */
    @Test
    void refusesWhatDoesNotFit() {
        final String message = assertThrows(IllegalArgumentException.class, () -> undirected("0 1\n2000000000 1\n"))
                .getMessage();

        assertTrue(
                message.matches(
                        "network must fit into the heap of \\d+ MB, but was 2000000001 agents and 4 links, which need"
                                + " 38147 MB; start Java with -Xmx42916m"),
                message);
    }

    /** Whatever the pieces, the same network and the same first fault: lines end, begin and break anywhere in them. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 7, 16, 64})
    void piecesJoinWithoutASeam(int piece) {
        final Network network = Networks.uniform(40, 100, 3);
        final Path file = directory.resolve("ties.txt");
        EdgeList.undirected().write(network, file);

        assertEquals(network, new EdgeListReader(EdgeList.undirected().withThreads(3), file, piece).read());
        refused(
                "line 4 of ties.txt must be two agents' numbers, or two and a weight, but was \"2 y\"",
                () -> new EdgeListReader(
                                EdgeList.undirected(),
                                file("0 1\n# a longer line that is skipped\n1 2\n2 y\n3 z"),
                                piece)
                        .read());
        refused(
                "line 3 of ties.txt must have a weight, as the lines before it, but was \"1 2\"",
                () -> new EdgeListReader(EdgeList.undirected(), file("0 1 1\n\n1 2\n2 y\n"), piece).read());
    }

    @Test
    void stopsWhenInterrupted() {
        final Path file = file("0 1\n".repeat(10_000));
        Thread.currentThread().interrupt();
        final UncheckedIOException stopped = assertThrows(
                UncheckedIOException.class, () -> new EdgeListReader(EdgeList.directed(), file, 64).read());

        assertTrue(Thread.interrupted());
        assertEquals("cannot read " + file, stopped.getMessage());
    }

    /** A comment longer than what is read at once. */
    @Test
    void longLines() {
        assertEquals(
                Network.undirected(3, new int[] {0, 1}, new int[] {1, 2}),
                undirected("0 1\n#" + "-".repeat(50_000) + "\n1 2"));
        assertEquals(
                Network.undirected(3, new int[] {0, 1}, new int[] {1, 2}),
                new EdgeListReader(EdgeList.undirected(), file("0 1\n#" + "-".repeat(50_000) + "\n1 2"), 10).read());
    }

    @Test
    void refusesToWriteWhatItWouldNotRead() {
        final Path file = directory.resolve("ties.txt");
        refused(
                "network must be directed, as these lines are, but was Network[3 agents, 3 ties]",
                () -> EdgeList.directed().write(Networks.ring(3, 1), file));
        refused(
                "network must have 2 agents [count], but was Network[3 agents, 3 ties]",
                () -> EdgeList.undirected().withAgents(2).write(Networks.ring(3, 1), file));
    }

    @Test
    void refusesSettings() {
        refused(
                "newAgents must be >= 1 [agents], but was 0",
                () -> EdgeList.undirected().withAgents(0));
        refused(
                "threads must be >= 1 [threads], but was 0",
                () -> EdgeList.undirected().withThreads(0));
        refused(
                "newLabels must be >= 1 [agents], but was 0",
                () -> EdgeList.undirected().withLabels(List.of()));
        refused(
                "labels must be different, but was \"a\" twice",
                () -> EdgeList.undirected().withLabels(List.of("a", "b", "a")));
        for (String label : new String[] {"", "a b", "a,b", "#a", "a\tb"}) {
            refused(
                    "labels must be words without blanks, commas or a leading #, but was \"" + label + "\"",
                    () -> EdgeList.undirected().withLabels(List.of(label)));
        }
        refused("labels must be one an agent, 3 [count], but was 1", () -> new EdgeList(false, 3, List.of("a"), 1));
        assertEquals(
                "EdgeList[directed, 2 agents with labels]",
                EdgeList.directed().withLabels(List.of("a", "b")).toString());
    }

    @Test
    void saysWhichFileCannotBeReadOrWritten() {
        final Path nowhere = directory.resolve("no").resolve("where");

        assertEquals(
                "cannot read " + nowhere + ": no such file",
                assertThrows(
                                UncheckedIOException.class,
                                () -> EdgeList.directed().read(nowhere))
                        .getMessage());
        assertEquals(
                "cannot write " + nowhere,
                assertThrows(
                                UncheckedIOException.class,
                                () -> EdgeList.undirected().write(Networks.ring(3, 1), nowhere))
                        .getMessage());
    }

    /** The remark on top of what is written says how many agents there are, so the last come back though no line names them. */
    @Test
    void agentsWithoutTiesComeBack() {
        final Path file = directory.resolve("written.txt");
        final Network two = Network.undirected(6, new int[] {0, 1}, new int[] {1, 2});
        final Network oneWay = Network.directed(6, new int[] {0, 1}, new int[] {1, 2}, new double[] {1, 2});
        final Network none = Network.undirected(3, new int[0], new int[0]);

        EdgeList.undirected().write(two, file);
        assertEquals(two, EdgeList.undirected().read(file));
        assertEquals(9, EdgeList.undirected().withAgents(9).read(file).agents());
        EdgeList.directed().write(oneWay, file);
        assertEquals(oneWay, EdgeList.directed().read(file));
        EdgeList.undirected().write(none, file);
        assertEquals(none, EdgeList.undirected().read(file));
        assertEquals(6, undirected("\uFEFF# 6 agents, 1 ties\r\n0 1\r\n").agents());
    }

    /** At least so many: a line that was added may name more. Any other remark is one. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "# 2 agents, 1 ties\n0 2\n",
                "# 9 agents\n0 2\n",
                "# 9 agents, 1 ties, I think\n0 2\n",
                "\n# 9 agents, 1 ties\n0 2\n",
                "0 2\n# 9 agents, 1 ties\n",
                "# 99999999999 agents, 1 ties\n0 2\n"
            })
    void otherRemarksSayNothing(String text) {
        assertEquals(3, undirected(text).agents());
    }
}
