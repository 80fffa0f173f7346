package io.github.breakranks.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Examples as programs: what is refused is refused before anything is worked out. */
class PrintedTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(Supplier<Printed.Example> example, String... args) {
        return Printed.run(
                example,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                args);
    }

    private static Printed.Example never() {
        throw new AssertionError("worked out");
    }

    private record Told(String text, String written) implements Printed.Example {
        @Override
        public String write(String... directory) {
            if (written.isEmpty()) {
                throw new UncheckedIOException(
                        "a.csv must be a file that can be written, but was refused", new java.io.IOException());
            }
            return directory.length == 0 ? "" : written + directory[0];
        }
    }

    @Test
    void aDirectoryThatIsNotThereIsRefusedInALine(@TempDir Path there) {
        final String missing = there.resolve("missing").toString();
        assertEquals(2, run(PrintedTest::never, missing));
        assertEquals("", out.toString(StandardCharsets.UTF_8));
        assertEquals(
                "DIRECTORY must be a directory that can be written to, but was " + missing + System.lineSeparator(),
                err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void oneDirectoryIsEnough() {
        assertEquals(2, run(PrintedTest::never, "a", "b"));
        assertEquals(
                "arguments must be at most 1, a directory [count], but was 2" + System.lineSeparator(),
                err.toString(StandardCharsets.UTF_8));
        assertEquals(2, run(PrintedTest::never, ""));
    }

    @Test
    void whatIsSaidIsPrintedAndWhereItIsWritten(@TempDir Path there) {
        assertEquals(0, run(() -> new Told("text\n", "written to "), there.toString()));
        assertEquals("text\nwritten to " + there, out.toString(StandardCharsets.UTF_8));
        assertEquals(2, run(() -> new Told("text\n", ""), there.toString()));
        assertEquals(
                "a.csv must be a file that can be written, but was refused" + System.lineSeparator(),
                err.toString(StandardCharsets.UTF_8));
    }
}
