package io.github.breakranks.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgramTest {

    @Test
    void helpListsEveryVerb() {
        Run run = Run.of("help");

        assertEquals(0, run.exit());
        for (String verb : Program.names()) {
            assertTrue(run.out().contains("\n    " + verb + " "), verb);
        }
        assertEquals(run, Run.of("--help"));
        assertEquals(run, Run.of("-h"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "solve",
                "tip",
                "thresholds",
                "equilibria",
                "tipping",
                "expiry",
                "deadline",
                "window",
                "meanfield",
                "game",
                "signaling",
                "regime",
                "help"
            })
    void helpShowsAnExampleThatWorks(String verb) {
        Run help = Run.of("help", verb);
        String example =
                help.out().lines().reduce((before, last) -> last).orElseThrow().strip();
        Run worked = Run.line(example.replace("./breakranks ", "").replace("examples/data/", "data/"));

        assertEquals(0, help.exit());
        assertTrue(example.startsWith("./breakranks " + verb + " "), example);
        assertEquals(0, worked.exit(), worked.err());
        assertEquals("", worked.err());
        assertTrue(verb.equals("help") || worked.object().has("certificate"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "offer",
                "shell",
                "solve",
                "tip",
                "thresholds",
                "equilibria",
                "tipping",
                "expiry",
                "deadline",
                "window",
                "meanfield",
                "game",
                "signaling",
                "regime",
                "help"
            })
    void everyVerbExplainsItself(String verb) {
        assertEquals(Run.of("help", verb), Run.of(verb, "--help"));
        assertTrue(Run.of(verb, "-h").out().startsWith("Usage: ./breakranks " + verb));
    }

    @Test
    void shellSaysInOneSentenceHowToStartIt() {
        Run run = Run.of("shell");

        assertEquals(0, run.exit());
        assertEquals(1, run.out().lines().count());
        assertTrue(run.out().startsWith("JShell with the library loaded starts with ./breakranks shell,"), run.out());
    }

    /** Maven 3.8 ends what {@code mvn -q exec:java} prints with an escape sequence unless its colours are told not to reset. */
    @Test
    void mavenAddsNothingToTheJson() throws IOException {
        assertTrue(Files.readAllLines(Path.of("..", ".mvn", "jvm.config")).contains("-Djansi.noreset=true"));
    }

    @Test
    void helpSaysWhatACertificateIs() {
        Run run = Run.of("help", "solve");

        assertTrue(
                run.out().contains("\"certificate\": {\"kind\": \"proven\" | \"numeric\" | \"unproven\""), run.out());
        assertTrue(Run.of("help").out().contains("\"certificate\": {\"kind\""));
    }

    @Test
    void helpOfTheOfferNamesThePageThatDescribesItsFile() {
        assertTrue(Run.of("help", "offer").out().contains("docs/how-to/own-data.md"));
        assertTrue(Files.isRegularFile(Path.of("..", "docs", "how-to", "own-data.md")));
    }

    @Test
    void theMainJobWritesBesideWhatTheBuildMakes() {
        assertTrue(Program.jobDirectory().endsWith(Path.of("target", "main-job")));
        assertEquals(
                Path.of("").toAbsolutePath().getParent(),
                Program.jobDirectory().getParent().getParent());
    }
}
