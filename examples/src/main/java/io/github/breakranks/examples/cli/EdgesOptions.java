package io.github.breakranks.examples.cli;

import io.github.breakranks.answer.Fraction;
import io.github.breakranks.network.EdgeList;
import io.github.breakranks.network.Network;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The file of a network, and who has gone at the start. */
final class EdgesOptions {
    /** What the file holds. */
    static final String LINES = String.join(
            System.lineSeparator(),
            "A line of EDGES is FROM TO or FROM TO WEIGHT, such as 0 1 or 0 1 1/3: two agents, numbered from 0, and the second watches",
            "the first; where ties are mutual, each the other. Every line has a weight or none has. By --model lt those that an agent",
            "watches weigh at most 1 together; by ic a weight is the chance that the link works; --rule counts agents, whatever they",
            "weigh. A pair given again counts once, an agent beside himself not at all. # begins a remark.");

    @Parameters(
            paramLabel = "EDGES",
            description = "The network: from, to and, if it counts, a weight a line; see below.")
    private String file = "";

    @Option(
            names = "--start",
            paramLabel = "A,B,...",
            description = "Who has gone at the start, whatever the others do: numbers of agents.")
    private @Nullable String start;

    @Option(
            names = "--start-share",
            paramLabel = "X",
            description = "Or such a share of all, drawn at random; needs --seed.")
    private @Nullable String startShare;

    @Option(names = "--seed", paramLabel = "SEED", description = "What chance is drawn from.")
    private @Nullable String seed;

    /** The network, with mutual ties or links that say that the second watches the first. */
    Network read(boolean oneWay) {
        return read(file, oneWay);
    }

    /** The network of a file. */
    static Network read(String file, boolean oneWay) {
        final EdgeList form = oneWay ? EdgeList.directed() : EdgeList.undirected();
        try {
            final Path path = Path.of(file);
            if (!Files.isReadable(path) || Files.isDirectory(path)) {
                throw BadInput.of("EDGES", "a file that can be read", file);
            }
            return BadInput.naming("", () -> form.read(path));
        } catch (UncheckedIOException | InvalidPathException unreadable) {
            throw BadInput.of("EDGES", "a file that can be read", file);
        }
    }

    /**
     * Refuses weights that a double does not bring back: an exact answer would be exact for others. They are held once the file has been
     * read, so each line has three fields.
     */
    void requireExact() {
        try (Stream<String> lines = Files.lines(Path.of(file), StandardCharsets.ISO_8859_1)) {
            lines.map(line -> line.strip().split("[\\s,]+"))
                    .filter(fields -> fields.length == 3 && !fields[0].startsWith("#"))
                    .forEach(fields -> requireExact(fields[2]));
        } catch (IOException unreadable) {
            throw BadInput.of("EDGES", "a file that can be read", file);
        }
    }

    private static void requireExact(String weight) {
        final Fraction written = Numbers.fraction("weight of EDGES", "share", weight);
        if (!Fraction.nearest(written.value()).equals(written)) {
            throw BadInput.of(
                    "weight of EDGES with --exact",
                    "a decimal of at most 15 digits or a fraction of a denominator up to a million",
                    weight);
        }
    }

    /** What chance is drawn from; 0 if nothing is said. */
    long seed() {
        return seed == null ? 0 : Numbers.seed("--seed", seed);
    }

    /** Who has gone at the start. */
    int[] start(Network network) {
        if ((start == null) == (startShare == null)) {
            throw BadInput.of(
                    "--start",
                    "given, or --start-share with --seed",
                    start == null ? "left out" : "given beside --start-share");
        }
        return start != null ? named(start, network.agents()) : drawn(network.agents());
    }

    private static int[] named(String agents, int size) {
        return Arrays.stream(agents.split(",", -1))
                .mapToInt(text -> {
                    final int agent = Numbers.count(0, "--start", "number of an agent", text);
                    if (agent >= size) {
                        throw BadInput.of("--start", "from 0 to " + (size - 1) + " [number of an agent]", text);
                    }
                    return agent;
                })
                .toArray();
    }

    /** The share of all, to the nearest whole agent, each agent as likely as any other. */
    private int[] drawn(int size) {
        final double share = Numbers.share("--start-share", String.valueOf(startShare));
        if (seed == null) {
            throw BadInput.of("--seed", "given with --start-share", "left out");
        }
        final SplittableRandom random = new SplittableRandom(seed());
        final int[] agents = IntStream.range(0, size).toArray();
        final int wanted = (int) Math.round(share * size);
        for (int k = 0; k < wanted; k++) {
            final int other = random.nextInt(k, size);
            final int agent = agents[k];
            agents[k] = agents[other];
            agents[other] = agent;
        }
        return Arrays.copyOf(agents, wanted);
    }
}
