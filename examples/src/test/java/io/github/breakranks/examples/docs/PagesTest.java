package io.github.breakranks.examples.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every page below {@code docs} shows what its code prints: blocks {@code jshell} with inputs behind the prompt, and blocks {@code console}
 * with the program's commands behind a dollar sign.
 */
class PagesTest {
    private static final Path DOCS = Path.of("..", "docs");

    private static final int TOGETHER = 2; // pages read at a time: each is a JShell, in a directory of its own

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:\\s]+)(#[^)]*)?\\)"); // not those to other sites

    @TempDir
    private Path directory;

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(DOCS)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        final List<String> lost = new ArrayList<>();
        for (Path page : pages()) {
            LINK.matcher(Files.readString(page))
                    .results()
                    .map(link -> link.group(1))
                    .filter(to -> !Files.exists(page.resolveSibling(to)))
                    .forEach(to -> lost.add(DOCS.relativize(page) + " to " + to));
        }
        assertEquals(List.of(), lost);
    }

    @TestFactory
    Stream<DynamicTest> everyPage() throws IOException {
        final List<Path> pages = pages();
        assertTrue(pages.contains(DOCS.resolve("architecture.md")), pages.toString());
        final ExecutorService readers = Executors.newFixedThreadPool(TOGETHER);
        final List<DynamicTest> tests =
                pages.stream().map(page -> test(page, readers)).toList();
        readers.shutdown(); // once all are read
        return tests.stream();
    }

    private DynamicTest test(Path page, ExecutorService readers) {
        final Future<?> read = readers.submit(() -> {
            check(page);
            return null;
        });
        return dynamicTest(DOCS.relativize(page).toString(), page.toUri(), () -> {
            try {
                read.get();
            } catch (ExecutionException thrown) {
                throw thrown.getCause();
            }
        });
    }

    private void check(Path page) throws IOException, InterruptedException {
        final Path own = Files.createTempDirectory(directory, "page");
        final List<Step> steps = Page.read(page).steps();
        final List<Step.Output> outputs = new Reader(own).read(steps);
        final List<String> differences = new ArrayList<>();
        for (int k = 0; k < steps.size(); k++) {
            final String difference = steps.get(k).differs(outputs.get(k));
            if (!difference.isEmpty()) {
                differences.add(difference);
            }
        }
        if (!differences.isEmpty()) {
            throw new AssertionError(page + ", " + differences.size() + " of " + steps.size()
                    + " inputs print something else\n" + String.join("", differences));
        }
    }

    private Path page(String text) throws IOException {
        return Files.writeString(directory.resolve("sample.md"), text);
    }

    @Test
    void aPageWhoseLinesAreTrue() throws IOException, InterruptedException {
        check(page("""
                Text, and a block that nobody runs:

                ```java
                var x = ;
                ```

                ```jshell
                jshell> var offer = Offer.cash(.2).
                   ...>     withRefuge(.3)
                offer ==> Offer[cash 0.2, refuge 0.3]
                jshell> int twice(int a) {
                   ...>   return 2 * a;
                   ...> }
                |  created method twice(int)
                jshell> ;

                jshell> Offer.cash(-1)
                |  Exception java.lang.IllegalArgumentException: cash must be finite and >= 0.0 [unit of the game], but was -1.0
                |        at Checks.refused (Checks.java:1)
                |        at Checks.atLeast (Checks.java:2)
                |        at Term.checked (Term.java:3)
                |        at Offer.with (Offer.java:4)
                |        at Offer.cash (Offer.java:5)
                |        at (#4:1)
                jshell> java.nio.file.Files.writeString(java.nio.file.Path.of("left.txt"), "0\\n1").getFileName()
                $5 ==> left.txt
                jshell> /exit
                |  Goodbye
                ```

                ```jshell
                jshell> java.nio.file.Files.readString(java.nio.file.Path.of("left.txt"))
                $1 ==> "0\\n1"
                ```

                ```console
                $ git clone somewhere
                $ ./breakranks thresholds "left.txt"
                2 of 2 go, in 2 rounds.
                round [count]  gone [share]  count [soldiers]
                            0             0                 0
                            1           0.5                 1
                            2             1                 2
                Certificate: proven: integers: after the last round nobody else's threshold is met.
                ```
                """));
    }

    @Test
    void aPageThatIsWrong() throws IOException {
        final Path wrong = page("""
                ```jshell
                jshell> 1 + 1
                $1 ==> 3
                jshell> var x = 2
                x ==> 2
                jshell> var y = 3
                ```
                """);

        assertEquals(
                wrong + """
                , 2 of 3 inputs print something else
                line 2: 1 + 1
                  expected:
                    $1 ==> 3
                  but was:
                    $1 ==> 2
                line 6: var y = 3
                  expected:
                    (nothing)
                  but was:
                    y ==> 3
                """,
                assertThrows(AssertionError.class, () -> check(wrong)).getMessage());
    }
}
