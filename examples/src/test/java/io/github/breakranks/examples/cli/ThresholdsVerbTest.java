package io.github.breakranks.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThresholdsVerbTest {
    @TempDir
    private Path dir;

    private Run ask(String content, String... options) throws IOException {
        return ask(content.getBytes(StandardCharsets.UTF_8), options);
    }

    private Run ask(byte[] content, String... options) throws IOException {
        Path file = dir.resolve("t.txt");
        Files.write(file, content);
        String[] args = new String[options.length + 3];
        args[0] = "thresholds";
        args[1] = file.toString();
        args[2] = "--json";
        System.arraycopy(options, 0, args, 3, options.length);
        return Run.of(args);
    }

    private static void assertCascade(int agents, int gone, int rounds, JsonObject answer) {
        assertEquals(agents, answer.get("agents").getAsInt());
        assertEquals(gone, answer.get("gone").getAsInt());
        assertEquals(rounds, answer.get("rounds").getAsInt());
        assertEquals("proven", answer.getAsJsonObject("certificate").get("kind").getAsString());
    }

    /** Granovetter (1978), pp. 1424-1425. */
    @ParameterizedTest(name = "second agent waits for {0}: {1} of 100 go in {2} rounds")
    @CsvSource({"1, 100, 100", "2, 1, 1"})
    void granovettersHundred(int second, int gone, int rounds) throws IOException {
        String lines = IntStream.range(0, 100)
                .mapToObj(k -> String.valueOf(k == 1 ? second : k))
                .collect(Collectors.joining("\n"));

        assertCascade(100, gone, rounds, ask(lines).json());
    }

    @Test
    void passesOverBlankLinesAndComments() throws IOException {
        assertCascade(
                3,
                3,
                3,
                ask("\uFEFF# who waits for whom\n\n0\r\n \t\n  1 \n+2\n# end").json());
    }

    @Test
    void takesIntegersThatNoIntHolds() throws IOException {
        assertCascade(3, 1, 1, ask("0\n99999999999999999999\n2147483647").json());
    }

    @Test
    void aMillionLines() throws IOException {
        String lines = IntStream.range(0, 1_000_000).mapToObj(String::valueOf).collect(Collectors.joining("\n"));

        assertCascade(1_000_000, 1_000_000, 1_000_000, ask(lines).json());
    }

    @Test
    void givesWhatItFoundWithinTheLimit() throws IOException {
        Run run = ask("0\n".repeat(1_000_000), "--limit", "0.001ms");

        assertEquals(1, run.exit());
        assertEquals(1_000_000, run.object().get("agents").getAsInt());
        assertEquals(
                "time limit of 0.000001s passed; raise the limit",
                run.object().get("stopped").getAsString());
        assertEquals(
                "time limit of 0.000001s passed; raise the limit", run.err().strip());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'1\n\n# x\n 3 4\n'  | line 4, column 3 | 3 4",
                "'1\n-3\n'           | line 2, column 1 | -3",
                "'0\n1.0'            | line 2, column 2 | 1.0",
                "'0\r\nfive'         | line 2, column 1 | five",
                "'0\n1\u0007\n'      | line 2, column 2 | 1\\u0007",
                "'+'                 | line 1, column 1 | +"
            })
    void namesFileLineAndColumnOfWhatIsNoThreshold(String lines, String place, String value) throws IOException {
        assertEquals(
                "threshold at " + place + " of " + dir.resolve("t.txt") + " must be an integer >= 0 [agents], but was "
                        + value,
                ask(lines).refusal());
    }

    @Test
    void refusesAFileWithoutData() throws IOException {
        for (String nothing : new String[] {"", "\n\n", "# nobody\n"}) {
            assertEquals(
                    dir.resolve("t.txt") + " must hold at least 1 threshold [count], but was without data",
                    ask(nothing).refusal());
        }
    }

    @Test
    void refusesALineWithoutEnd() throws IOException {
        assertEquals(
                "line 2 of " + dir.resolve("t.txt") + " must be at most 1048576 [bytes], but was longer",
                ask("0\n" + "1".repeat(1_500_000)).refusal());
    }

    @Test
    void namesAFileThatCannotBeRead() {
        assertEquals(
                "FILE must be a file that can be read, but was no/such.txt",
                Run.of("thresholds", "no/such.txt").refusal());
        assertEquals(
                "FILE must be a file that can be read, but was " + dir,
                Run.of("thresholds", dir.toString()).refusal());
    }

    @Test
    void saysItInWords() throws IOException {
        Path file = dir.resolve("t.txt");
        Files.writeString(file, "0\n1\n5\n");
        Run run = Run.of("thresholds", file.toString());

        assertEquals(0, run.exit());
        assertTrue(run.out().startsWith("2 of 3 go, in 2 rounds."), run.out());
    }
}
