package io.github.breakranks.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
    @ValueSource(strings = {"solve", "tip", "thresholds", "equilibria", "tipping", "help"})
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
    @ValueSource(strings = {"offer", "shell", "solve", "tip", "thresholds", "equilibria", "tipping", "help"})
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

    @Test
    void theMainJobWritesBesideWhatTheBuildMakes() {
        assertTrue(Program.jobDirectory().endsWith(Path.of("target", "main-job")));
        assertEquals(
                Path.of("").toAbsolutePath().getParent(),
                Program.jobDirectory().getParent().getParent());
    }
}
