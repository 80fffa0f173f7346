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
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The README shows code that runs, and output that it prints. */
class ReadmeTest {
    private static final Path ROOT = Path.of("..");
    private static final Path SOURCE =
            Path.of("src", "main", "java", "io", "github", "breakranks", "examples", "FourLines.java");

    @Test
    void theFourLinesAreTheOnesThatRun() throws IOException {
        List<String> source = Files.readAllLines(SOURCE);
        int begin = lineWith(source, "// README: begin");
        int end = lineWith(source, "// README: end");
        List<String> shown = block("```java").stream()
                .map(line -> line.replaceAll("\\s+", " ").strip())
                .toList();

        assertEquals(source.subList(begin + 1, end).stream().map(String::strip).toList(), shown);
    }

    @Test
    void theOutputIsWhatTheyPrint() throws IOException {
        var printed = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            FourLines.main();
        } finally {
            System.setOut(before);
        }
        String shown = String.join(" ", block("```text"));

        assertEquals(
                printed.toString(StandardCharsets.UTF_8).strip().replaceAll("\\s+", " "),
                shown.replaceAll("\\s+", " "));
    }

    @Test
    void everyPageItLinksToExists() throws IOException {
        var links = java.util.regex.Pattern.compile("\\]\\(([^)#:]+)\\)")
                .matcher(Files.readString(ROOT.resolve("README.md")));
        List<String> targets = links.results().map(found -> found.group(1)).collect(Collectors.toList());

        assertTrue(targets.size() >= 4, "links: " + targets);
        for (String target : targets) {
            assertTrue(Files.exists(ROOT.resolve(target)), target);
        }
    }

    private static int lineWith(List<String> lines, String marker) {
        for (int k = 0; k < lines.size(); k++) {
            if (lines.get(k).contains(marker)) {
                return k;
            }
        }
        throw new AssertionError(marker);
    }

    /** The first fenced block of a kind. */
    private static List<String> block(String fence) throws IOException {
        List<String> lines = Files.readAllLines(ROOT.resolve("README.md"));
        int begin = lines.indexOf(fence);
        int end = begin + 1;
        while (!lines.get(end).equals("```")) {
            end++;
        }
        return lines.subList(begin + 1, end);
    }
}
