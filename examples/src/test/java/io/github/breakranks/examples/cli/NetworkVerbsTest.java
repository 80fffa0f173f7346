package io.github.breakranks.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Networks on the command line: {@code network}, {@code spread} and {@code reach}. */
class NetworkVerbsTest {
    @TempDir
    Path dir;

    private String file(String... lines) {
        try {
            return Files.writeString(dir.resolve("edges.txt"), String.join("\n", lines) + "\n")
                    .toString();
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static JsonObject ask(String... arguments) {
        return Run.of(arguments).json();
    }

    private String ring() {
        return file(
                "# a ring of six, one pair twice and a loop", "0 1", "1 2", "2 3", "3 4", "4 5", "5 0", "1 0", "2 2");
    }

    /** From one side round the ring: two more a round, and the last one alone. */
    @Test
    void halfOfTheNeighboursIsOneOnARing() {
        final JsonObject answer = ask("network", ring(), "--rule", "share:1/2", "--start", "0", "--json");

        assertEquals(6, answer.get("agents").getAsInt());
        assertEquals(6, answer.get("edges").getAsInt());
        assertEquals(6, answer.get("gone").getAsInt());
        assertEquals(3, answer.get("rounds").getAsInt());
        assertEquals("proven", answer.getAsJsonObject("certificate").get("kind").getAsString());
    }

    @Test
    void twoNeighboursBlockARing() {
        final JsonObject answer = ask("network", ring(), "--rule", "count:2", "--start", "0,2", "--json");

        assertEquals(3, answer.get("gone").getAsInt()); // agent 1 between the two
        assertEquals(1, answer.get("rounds").getAsInt());
    }

    @Test
    void directedLinesSayThatTheSecondWatchesTheFirst() {
        final JsonObject answer =
                ask("network", file("0 1", "1 2", "3 0"), "--directed", "--rule=share:1", "--start=0", "--json");

        assertEquals(4, answer.get("agents").getAsInt());
        assertEquals(3, answer.get("edges").getAsInt());
        assertEquals(3, answer.get("gone").getAsInt());
        assertEquals(2, answer.get("rounds").getAsInt());
    }

    @Test
    void agentsThatNoLineNamesHaveNoNeighbours() {
        assertEquals(
                1,
                ask("network", file("0 9"), "--rule", "share:1", "--start", "5", "--json")
                        .get("gone")
                        .getAsInt());
        assertEquals(
                10,
                ask("network", file("0 9"), "--rule", "share:0", "--start", "5", "--json")
                        .get("gone")
                        .getAsInt());
    }

    @Test
    void aShareOfAllStartsDrawnByASeed() {
        final String edges = ring();

        assertEquals(
                2,
                ask("network", edges, "--rule", "count:9", "--start-share", "0.3", "--seed", "7", "--json")
                        .get("gone")
                        .getAsInt());
    }

    /** P(2) = 1 - 2/3 3/4, and a quarter of that goes on to 3: 1 + 1/2 + 1/2 + 1/8. By thresholds: 1 + 1/2 + 7/12 + 7/48. */
    @ParameterizedTest
    @CsvSource({"ic, 17/8, 2.125", "lt, 107/48, 2.2291666666666665"})
    void exactSpread(String model, String fraction, double decimal) {
        final String links = file("0 1 1/2", "0 2 1/3", "1 2 0.5", "2 3 1/4");
        final JsonObject exact = ask("spread", links, "--model", model, "--start", "0", "--exact", "--json");
        // the link 1 2 weighs 1/2, so that P(2) = 1 - 2/3 (1 - 1/2 1/2) = 1/2 by chances
        assertEquals(fraction, exact.get("spread").getAsString());
        assertEquals(decimal, exact.get("spreadDecimal").getAsDouble());
        assertEquals("proven", exact.getAsJsonObject("certificate").get("kind").getAsString());
        final JsonObject drawn = ask("spread", links, "--model", model, "--start", "0", "--seed", "1", "--json");
        assertTrue(drawn.get("spread").isJsonNull());
        assertEquals(
                decimal,
                drawn.get("spreadDecimal").getAsDouble(),
                4 * drawn.get("standardError").getAsDouble());
    }

    /** Three links of a third each: agent 3 surely goes, which a third as a decimal would miss. */
    @Test
    void thirdsAreThirds() {
        assertEquals(
                "4",
                ask("spread", file("0 3 1/3", "1 3 1/3", "2 3 1/3"), "--model=lt", "--start=0,1,2", "--exact", "--json")
                        .get("spread")
                        .getAsString());
    }

    /** What a double cannot hold is refused, not answered for a neighbour. */
    @ParameterizedTest
    @CsvSource({"1/1000003", "0.1234567890123456789", "123456789/1000000007", "9007199254740993/18014398509481984"})
    void weightsThatWouldBeRoundedAreRefused(String weight) {
        assertEquals(
                "weight of EDGES with --exact must be a decimal of at most 15 digits or a fraction of a denominator up to a"
                        + " million, but was " + weight,
                Run.of("spread", file("0 1 " + weight), "--model", "ic", "--start", "0", "--exact")
                        .refusal());
    }

    @Test
    void reachesTheHubFirst() {
        final String star = file("0 1 1", "0 2 1", "0 3 1", "4 5 1");
        final JsonObject answer = ask("reach", star, "--model", "ic", "-k", "2", "--seed", "7", "--json");

        assertEquals("[0,4]", answer.get("chosen").toString());
        assertEquals(6, answer.get("spread").getAsDouble());
        assertTrue(answer.get("certifiedRatio").getAsDouble() > 1 - 1 / Math.E - 0.1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--rule share:2 --start 0   | --rule must be share:P with P in [0, 1], or count:K with K >= 0, but was share:2",
                "--rule most --start 0      | --rule must be share:P with P in [0, 1], or count:K with K >= 0, but was most",
                "--rule count:-1 --start 0  | --rule must be an integer from 0 to 2147483647 [agents], but was -1",
                "--rule count:1 --start 6   | --start must be from 0 to 5 [number of an agent], but was 6",
                "--rule count:1 --start -1  |"
                        + " --start must be an integer from 0 to 2147483647 [number of an agent], but was -1",
                "--rule count:1             | --start must be given, or --start-share with --seed, but was left out",
                "--rule count:1 --start 0 --start-share 0.1 --seed 1 |"
                        + " --start must be given, or --start-share with --seed, but was given beside --start-share",
                "--rule count:1 --start-share 0.1 | --seed must be given with --start-share, but was left out",
            })
    void refusals(String options, String sentence) {
        final String[] parts = options.split(" ");
        final String[] arguments = new String[parts.length + 2];
        arguments[0] = "network";
        arguments[1] = ring();
        System.arraycopy(parts, 0, arguments, 2, parts.length);

        assertEquals(sentence, Run.of(arguments).refusal());
    }

    /** A mean over runs is not proven, but known to a standard error; what is proven of the runs stands in words. */
    @Test
    void drawnSpreadsAreNumeric() {
        final JsonObject drawn = ask(
                "spread", file("0 1 1/2"), "--model", "ic", "--start", "0", "--seed", "1", "--runs", "100", "--json");
        final JsonObject certificate = drawn.getAsJsonObject("certificate");

        assertEquals("numeric", certificate.get("kind").getAsString());
        assertEquals(
                "standard error " + drawn.get("standardError").getAsDouble()
                        + " [agents]; integers: each of 100 runs, followed again, has all who wanted to go and nobody else",
                certificate.get("how").getAsString());
        assertEquals("[\"chance as drawn\"]", certificate.get("assuming").toString());
        assertTrue(ask("spread", file("0 1 1/2"), "--model=ic", "--start=0", "--runs=1", "--json")
                .get("standardError")
                .isJsonNull());
    }

    @Test
    void tiesMayBeMutual() {
        final String ties = file("1 0 1");

        assertEquals(1, spread(ties).get("spreadDecimal").getAsDouble());
        assertEquals(2, spread(ties, "--undirected").get("spreadDecimal").getAsDouble());
    }

    private static JsonObject spread(String ties, String... more) {
        final List<String> words =
                new ArrayList<>(List.of("spread", ties, "--model=ic", "--start=0", "--exact", "--json"));
        words.addAll(List.of(more));
        return ask(words.toArray(String[]::new));
    }

    /** More worlds than are gone through are no fault of the input: no answer, exit code 1. */
    @Test
    void tooManyWorldsAreNoAnswer() {
        final String[] ties =
                IntStream.range(0, 30).mapToObj(k -> k + " " + (k + 1) + " 1/2").toArray(String[]::new);
        final Run run = Run.of("spread", file(ties), "--model", "ic", "--start", "0", "--exact", "--json");

        assertEquals(1, run.exit());
        assertTrue(run.object().get("spread").isJsonNull());
        assertTrue(run.object().get("spreadDecimal").isJsonNull());
        assertEquals(
                "there are 1073741824 worlds of links, and at most 1048576 are gone through; leave out --exact to draw some of them",
                run.err().strip());
    }

    /** What was not found is null, not 0. */
    @Test
    void nothingFoundIsNull() {
        final String[] ties = IntStream.range(0, 200_000)
                .mapToObj(k -> k + " " + (k + 1) % 200_000)
                .toArray(String[]::new);
        final String ring = file(ties);
        final Run spread =
                Run.of("spread", ring, "--model=lt", "--start-share=0.5", "--seed=1", "--limit=0.000001ms", "--json");
        assertEquals(1, spread.exit());
        assertTrue(spread.object().get("spreadDecimal").isJsonNull());
        assertTrue(spread.object().get("standardError").isJsonNull());
        final Run reach = Run.of("reach", ring, "--model=lt", "-k=5", "--limit=0.000001ms", "--json");
        assertEquals(1, reach.exit());
        assertTrue(reach.object().get("spread").isJsonNull()
                && reach.object().get("chosen").isJsonNull());
    }

    @Test
    void moreThanAnybodyWatchesNeverGoes() {
        assertEquals(
                1,
                ask(
                                "network",
                                ring(),
                                "--rule",
                                "count:3000000000",
                                "--start",
                                "0",
                                "--threads",
                                "2000000000",
                                "--json")
                        .get("gone")
                        .getAsInt());
    }

    @Test
    void helpSaysWhatALineIs() {
        for (String verb : List.of("network", "spread", "reach")) {
            assertTrue(
                    Run.of("help", verb)
                            .out()
                            .contains("A line of EDGES is FROM TO or FROM TO WEIGHT, such as 0 1 or 0 1 1/3"),
                    verb);
        }
    }

    /** Remedies are those that a command line can follow. */
    @Test
    void remediesAreNotForJava() {
        assertEquals(
                "-k must be at most the agents there are, 6 [agents], but was 999",
                Run.of("reach", ring(), "--model", "lt", "-k", "999").refusal());
        final String nobody = file("# nobody");
        assertEquals(
                nobody + " must name at least 1 agent [count], but was empty",
                Run.of("network", nobody, "--rule", "count:1", "--start", "0").refusal());
        assertEquals(
                "x must be y; raise the limit",
                BadInput.withoutJava("x must be y; raise the limit, or take NetworkEnsemble"));
        assertEquals(
                "x must be y; give more, or less or nothing",
                BadInput.withoutJava("x must be y; give more, or less or nothing"));
    }

    @Test
    void refusesFilesThatAreNone() {
        assertEquals(
                "EDGES must be a file that can be read, but was no/such.txt",
                Run.line("network no/such.txt --rule count:1 --start 0").refusal());
        assertEquals(
                "weights watched by agent 2 must add up to at most 1 [share], but was 1.1; divide the weights",
                Run.of("spread", file("0 2 0.6", "1 2 0.5"), "--model", "lt", "--start", "0", "--exact")
                        .refusal());
        assertEquals(
                "--model must be lt (linear threshold) or ic (independent cascade), but was sir",
                Run.of("spread", file("0 1 0.5"), "--model", "sir", "--start", "0")
                        .refusal());
    }
}
