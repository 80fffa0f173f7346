package io.github.breakranks.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page on one's own data shows a file that works, and what is printed for it. */
class OwnDataPageTest {
    private static final Path PAGE = Path.of("..", "docs", "how-to", "own-data.md");

    @TempDir
    private Path directory;

    private String report() throws IOException {
        final Path csv = Files.write(directory.resolve("own.csv"), block("```csv"));
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        final ByteArrayOutputStream err = new ByteArrayOutputStream();
        final int exit = Main.execute(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                "offer",
                csv.toString(),
                "--out",
                directory.resolve("results").toString());
        assertEquals("", err.toString(StandardCharsets.UTF_8));
        assertEquals(0, exit);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void theExampleRuns() throws IOException {
        final String report = report();

        assertTrue(report.contains("WHAT FOLLOWS"), report);
        try (Stream<Path> written = Files.list(directory.resolve("results"))) {
            assertEquals(12, written.count());
        }
    }

    @Test
    void whatItShowsIsWhatIsPrinted() throws IOException {
        final String shown = String.join("\n", block("```text"));

        assertTrue(report().contains(shown), report());
    }

    @Test
    void itNamesEveryKindAndCertainty() throws IOException {
        final String page = Files.readString(PAGE);

        for (String word : List.of(
                "force",
                "offer",
                "assumed",
                "context",
                "rank",
                "bonus",
                "sent",
                "returned",
                "not returned",
                "loss",
                "confirmed",
                "cross-checked",
                "sum cross-checked",
                "uncertain")) {
            assertTrue(page.contains("`" + word + "`"), word);
        }
        assertTrue(Files.readString(Path.of("..", "README.md")).contains("(docs/how-to/own-data.md)"));
    }

    private static List<String> block(String fence) throws IOException {
        final List<String> lines = Files.readAllLines(PAGE);
        final int begin = lines.indexOf(fence) + 1;
        final List<String> rest = lines.subList(begin, lines.size());
        return rest.subList(0, rest.indexOf("```"));
    }
}
