package io.github.breakranks.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TippingVerbTest {
    private static final List<String> VALUES =
            List.of("tippingOffer", "tippingShare", "collapseOffer", "collapseShare");

    private static JsonObject ask(String law, String slope) {
        return Run.of("tipping", "--law", law, "--slope", slope, "--json").json();
    }

    private static String kind(JsonObject answer) {
        return answer.getAsJsonObject("certificate").get("kind").getAsString();
    }

    /** Brock and Durlauf (2001): folds at {@code (1 -+ sqrt(1 - 4 s / a)) / 2}. */
    @Test
    void theLogisticLaw() {
        JsonObject answer = ask("logistic:0.6,0.1", "1");

        assertEquals(0.2809546, answer.get("tippingOffer").getAsDouble(), 5e-8);
        assertEquals(0.112702, answer.get("tippingShare").getAsDouble(), 5e-7);
        assertEquals(-0.0809546, answer.get("collapseOffer").getAsDouble(), 5e-8);
        assertEquals(0.8873, answer.get("collapseShare").getAsDouble(), 5e-5);
        assertTrue(answer.get("reason").isJsonNull());
        assertEquals("proven", kind(answer));
    }

    /** For uniform costs steeper than their width the offer tips at the low end, share 0, and collapses at {@code high - a}, share 1. */
    @ParameterizedTest
    @CsvSource({"'0.2,0.5', 1, 0.2, -0.5", "'-1,1', 3, -1, -2"})
    void theEndsOfAUniformLaw(String ends, String slope, double tips, double collapses) {
        JsonObject answer = ask("uniform:" + ends, slope);

        assertEquals(tips, answer.get("tippingOffer").getAsDouble());
        assertEquals(0.0, answer.get("tippingShare").getAsDouble());
        assertEquals(collapses, answer.get("collapseOffer").getAsDouble());
        assertEquals(1.0, answer.get("collapseShare").getAsDouble());
        assertEquals("proven", kind(answer));
    }

    @ParameterizedTest
    @CsvSource({
        "'normal:0,0.6', 1, slope at most 0.665 < 1: the share rises smoothly",
        "'normal:0,0.6', 0, slope at most 0 < 1: the share rises smoothly",
        "'uniform:0.2,0.5', 0.299, slope at most 0.997 < 1: the share rises smoothly",
        "'logistic:1,0.25', 0.8, slope at most 0.8 < 1: the share rises smoothly"
    })
    void withoutAFoldAllIsNull(String law, String slope, String reason) {
        JsonObject answer = ask(law, slope);

        for (String value : VALUES) {
            assertTrue(answer.get(value).isJsonNull(), value);
        }
        assertEquals(reason, answer.get("reason").getAsString());
        assertEquals("proven", kind(answer));
    }

    private static String file(Path dir, int atoms) throws IOException {
        Random random = new Random(3);
        StringBuilder costs = new StringBuilder();
        for (int k = 0; k < atoms; k++) {
            costs.append(0.6 + 0.15 * random.nextGaussian()).append('\n');
        }
        return "file:" + Files.writeString(dir.resolve("costs.txt"), costs);
    }

    /** The search itself takes longer than the limit, so that nothing is left for the check. */
    @Test
    void withinTheLimitAValueFoundIsPrintedUnchecked(@TempDir Path dir) throws IOException {
        String law = file(dir, 20_000);
        Run run = Run.of("tipping", "--law", law, "--slope", "1", "--limit", "0.001ms", "--json");
        JsonObject answer = run.object();

        assertEquals(1, run.exit());
        assertEquals(ask(law, "1").get("tippingOffer"), answer.get("tippingOffer"));
        assertEquals("unproven", kind(answer));
        assertEquals(
                "not checked within the limit",
                answer.getAsJsonObject("certificate").get("how").getAsString());
        assertEquals(
                "time limit of 0.000001s passed; raise the limit",
                answer.get("stopped").getAsString());
        assertEquals(
                "time limit of 0.000001s passed; raise the limit", run.err().strip());
    }

    /** A text of a row a jump would have tens of thousands of rows, and take minutes. */
    @Test
    void aMillionCostsTakeSeconds(@TempDir Path dir) throws IOException {
        String law = file(dir, 1_000_000);

        JsonObject answer = assertTimeout(Duration.ofSeconds(20), () -> ask(law, "1"));

        assertTrue(answer.get("tippingOffer").getAsDouble() > 0.3, answer.toString());
    }

    @Test
    void showsTheLargestJumps(@TempDir Path dir) throws IOException {
        Run run = Run.of("tipping", "--law", file(dir, 10_000), "--slope", "1");
        List<String> lines = run.out().lines().toList();

        assertEquals(0, run.exit());
        assertTrue(run.out().matches("(?s).*The 20 largest of [0-9]{3} jumps:.*"), run.out());
        assertTrue(lines.size() < 30, run.out());
        assertTrue(lines.get(4).startsWith("up "), run.out());
    }

    @Test
    void saysItInWords() {
        Run run = Run.line("tipping --law logistic:0.6,0.1 --slope 1");

        assertEquals(0, run.exit());
        assertTrue(
                run.out().startsWith("Above offer 0.281 the share that goes jumps from 0.1127 to 0.9989."), run.out());
    }
}
