package io.github.breakranks.examples.job;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainJobTest {
    private static final List<String> FILES = List.of(
            "means.csv",
            "findings.csv",
            "rest-points.csv",
            "cascade.csv",
            "manifold.csv",
            "tipping.csv",
            "best-reply.svg",
            "best-reply.png",
            "manifold.svg",
            "manifold.png",
            "cascade.svg",
            "cascade.png");

    @TempDir
    static Path out;

    private static String printed = "";

    @BeforeAll
    static void runOnTheHessians() {
        printed = printed(null, out);
    }

    private static String printed(Path csv, Path to) {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        assertEquals(0, MainJob.run(csv, to, new PrintStream(bytes, true, StandardCharsets.UTF_8)));
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void printsWhatIsExpected() throws IOException {
        try (InputStream expected = MainJobTest.class.getResourceAsStream("hessians.txt")) {
            assertEquals(
                    new String(Objects.requireNonNull(expected).readAllBytes(), StandardCharsets.UTF_8),
                    printed.replace(out.toString(), "DIRECTORY"));
        }
    }

    @Test
    void saysFirstWhatIsHistoryThenWhatIsAssumed() {
        final int history = printed.indexOf("WHAT IS HISTORY");
        final int assumed = printed.indexOf("WHAT IS ASSUMED\n  This is a scenario with assumed parameters.");
        final int follows = printed.indexOf("WHAT FOLLOWS");

        assertTrue(0 < history && history < assumed && assumed < follows, printed);
    }

    @Test
    void keepsToThePage() {
        assertAll(printed.lines()
                .filter(line -> !line.startsWith("WRITTEN"))
                .map(line -> () -> assertTrue(line.length() <= Page.WIDTH, line)));
    }

    @ParameterizedTest
    @CsvSource({"means.csv, 271", "rest-points.csv, 4", "tipping.csv, 5", "manifold.csv, 1001"})
    void writesTables(String name, int lines) throws IOException {
        assertEquals(lines, Files.readAllLines(out.resolve(name)).size());
    }

    @ParameterizedTest
    @CsvSource({
        "best-reply, share gone [%], share willing [%]",
        "manifold, offer to an ordinary soldier [acres], share gone at rest [%]",
        "cascade, round [count], share gone [%]"
    })
    void writesCharts(String name, String across, String up) throws IOException {
        final String svg = Files.readString(out.resolve(name + ".svg"));
        assertTrue(svg.contains("<desc>across: " + across + "; up: " + up + "</desc>"), name);
        assertTrue(svg.contains("clip-path") && svg.length() > 50_000, name);

        final BufferedImage png = ImageIO.read(out.resolve(name + ".png").toFile());
        final long colours = IntStream.range(0, png.getWidth() * png.getHeight())
                .map(k -> png.getRGB(k % png.getWidth(), k / png.getWidth()))
                .distinct()
                .count();
        assertEquals(1100, png.getWidth());
        assertTrue(colours > 50, name + " has " + colours + " colours");
    }

    @Test
    void writesTheSameOnEveryRun(@TempDir Path again) {
        printed(null, again);

        assertAll(FILES.stream()
                .map(name -> () -> assertEquals(-1, Files.mismatch(out.resolve(name), again.resolve(name)), name)));
    }

    @Test
    void takesACaseOfOnesOwn(@TempDir Path own) throws IOException {
        final Path csv = own.resolve("own.csv");
        Files.writeString(
                csv,
                String.join(
                        "\n",
                        "# a case with one set of assumptions",
                        "kind,item,low,high,unit,certainty,source,note",
                        "force,heads,1000,1000,men,uncertain,own count,",
                        "force,gone,50,80,men,uncertain,own count,",
                        "offer,base,5000,5000,USD,confirmed,the offer,",
                        "assumed,reprisal,1,1,\"5,000 USD\",assumed,,",
                        "assumed,credibility,0.9,0.9,share,assumed,,",
                        "assumed,reach,1,1,share,assumed,,",
                        "assumed,spread,0.5,0.5,\"5,000 USD\",assumed,,"));

        final String report = printed(csv, own.resolve("results"));

        assertTrue(report.contains("of whom left: 50 to 80 men [uncertain; own count]"), report);
        assertTrue(report.contains("The unit is what an ordinary soldier was offered, 5,000 USD;"), report);
        assertTrue(Files.exists(own.resolve("results").resolve("manifold.png")));
    }

    /** With costs so close together every share on record lies behind a fold. */
    @Test
    void saysThatNothingAgrees(@TempDir Path own) throws IOException {
        final Path csv = own.resolve("own.csv");
        Files.writeString(
                csv,
                String.join(
                        "\r\n",
                        "kind,item,low,high,unit,certainty,source,note",
                        "force,heads,1000,1000,men,uncertain,own count,",
                        "force,gone,200,300,men,uncertain,own count,",
                        "offer,base,100,100,USD,confirmed,the offer,",
                        "assumed,reprisal,2,2,100 USD,assumed,,",
                        "assumed,credibility,1,1,share,assumed,,",
                        "assumed,reach,1,1,share,assumed,,",
                        "assumed,spread,0.1,0.1,100 USD,assumed,,"));

        final String report = printed(csv, own);

        assertTrue(report.contains("No set of assumptions agrees with the record."), report);
        assertTrue(report.endsWith("  tables: means.csv, findings.csv\n"), report);
        assertFalse(Files.exists(own.resolve("manifold.svg")));
    }

    @Test
    void refusesBeforeAnyWork(@TempDir Path own) {
        final Path missing = own.resolve("missing.csv");
        final Path results = own.resolve("results");
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        final var refused = assertThrows(
                UncheckedIOException.class, () -> MainJob.run(missing, results, new PrintStream(bytes, true)));

        assertEquals(missing + " must be a file that can be read, but was missing", refused.getMessage());
        assertEquals(0, bytes.size());
        assertFalse(Files.exists(results));
    }

    @Test
    void refusesADirectoryAsCase(@TempDir Path own) {
        final var refused = assertThrows(UncheckedIOException.class, () -> CaseReader.read(own));

        assertEquals(own + " must be a file that can be read, but was a directory", refused.getMessage());
    }

    @Test
    void refusesAFileAsDirectory(@TempDir Path own) throws IOException {
        final Path file = Files.writeString(own.resolve("file"), "");

        final var refused =
                assertThrows(UncheckedIOException.class, () -> MainJob.run(null, file, new PrintStream(System.out)));

        assertEquals(file + " must be a directory that can be made, but was refused", refused.getMessage());
    }

    @Test
    void listsEveryFile() {
        assertAll(FILES.stream().map(name -> () -> {
            assertTrue(printed.contains(name.replaceAll("[.](svg|png)", "")), name);
            assertTrue(Files.size(out.resolve(name)) > 100, name);
        }));
    }
}
