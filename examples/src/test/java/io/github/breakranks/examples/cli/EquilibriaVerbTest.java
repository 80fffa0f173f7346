package io.github.breakranks.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EquilibriaVerbTest {

    private static double share(JsonObject answer, int k) {
        return equilibrium(answer, k).get("share").getAsDouble();
    }

    private static JsonObject equilibrium(JsonObject answer, int k) {
        return answer.getAsJsonArray("equilibria").get(k).getAsJsonObject();
    }

    private static JsonObject ask(String law, String gain) {
        return Run.of("equilibria", "--law", law, "--gain", gain, "--json").json();
    }

    /** Granovetter (1978): normal thresholds of mean .25 and deviation .12. */
    @Test
    void granovettersNormalThresholds() {
        JsonObject answer = ask("normal:0.25,0.12", "0,1");

        assertEquals(3, answer.getAsJsonArray("equilibria").size());
        assertEquals(0.040211, share(answer, 0), 5e-7);
        assertEquals(0.086436, share(answer, 1), 5e-7);
        assertEquals(2e-10, equilibrium(answer, 2).get("staying").getAsDouble(), 1e-11);
        assertTrue(equilibrium(answer, 0).get("stable").getAsBoolean());
        assertFalse(equilibrium(answer, 1).get("stable").getAsBoolean());
        assertTrue(equilibrium(answer, 2).get("stable").getAsBoolean());
        assertEquals(0, equilibrium(answer, 0).get("residual").getAsDouble(), 1e-15);
        assertTrue(answer.get("certifiedCount").getAsBoolean());
        assertEquals("proven", answer.getAsJsonObject("certificate").get("kind").getAsString());
        assertTrue(answer.get("stopped").isJsonNull());
    }

    /** Granovetter (1978): between deviations .1222 and .1223 the low equilibrium vanishes; the fold is at .122220868, share .0620. */
    @ParameterizedTest(name = "deviation {0}: {1} equilibria, the least {2}")
    @CsvSource({"0.1222208, 3, 0.062", "0.1222209, 1, 1", "0.125, 1, 1"})
    void theFoldOfTheNormalLaw(String deviation, int equilibria, double least) {
        JsonObject answer = ask("normal:0.25," + deviation, "0,1");

        assertEquals(equilibria, answer.getAsJsonArray("equilibria").size());
        assertEquals(least, share(answer, 0), 2e-4);
        assertTrue(answer.get("certifiedCount").getAsBoolean());
    }

    /** Brock and Durlauf (2001): symmetric, so one equilibrium is exactly a half. */
    @Test
    void theSymmetricLogisticLaw() {
        JsonObject answer = ask("logistic:0.5,0.1", "0,1");

        assertEquals(3, answer.getAsJsonArray("equilibria").size());
        assertEquals(0.5, share(answer, 1), 1e-15);
        assertEquals(1, share(answer, 0) + share(answer, 2), 1e-15);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--gain -0.1,1", "--gain=-0.1,1", "--gain -1/10,1", "--gain=-.1,1e0"})
    void negativeNumbersAndFractionsAreValues(String gain) {
        JsonObject answer =
                Run.line("equilibria --law normal:1/4,3/25 --json " + gain).json();

        assertEquals(0.001858822189103717, share(answer, 0), 1e-15);
        assertEquals(3, answer.getAsJsonArray("equilibria").size());
    }

    @Test
    void endsOfABoundedSupportAreExact() {
        JsonObject answer = ask("uniform:0,1", "-0.1,2");

        assertEquals(3, answer.getAsJsonArray("equilibria").size());
        assertEquals(0.0, share(answer, 0));
        assertEquals(0.1, share(answer, 1), 1e-15);
        assertEquals(1.0, share(answer, 2));
    }

    /** {@code x = 1 - x}: the best reply falls, and the scan finds its one fixed point. */
    @Test
    void aFallingGainIsScanned() {
        JsonObject answer = ask("uniform:0,1", "1,-1");

        assertEquals(1, answer.getAsJsonArray("equilibria").size());
        assertEquals(0.5, share(answer, 0));
        assertTrue(equilibrium(answer, 0).get("stable").getAsBoolean());
        assertTrue(answer.getAsJsonObject("certificate")
                .get("how")
                .getAsString()
                .contains("no least and greatest are claimed"));
    }

    @Test
    void aContinuumOfEquilibriaIsNotCounted() {
        JsonObject answer = ask("uniform:0,1", "0,1");

        assertFalse(answer.get("certifiedCount").getAsBoolean());
        assertEquals(
                "every share from 0 to 1 rests",
                answer.getAsJsonArray("doubts").get(0).getAsString());
        assertEquals(
                "unproven", answer.getAsJsonObject("certificate").get("kind").getAsString());
    }

    /** Where a quarter has gone, the two of cost 1/4 gain nothing by going; the usual rule takes both, and no rest point is there. */
    @Test
    void namesTies(@TempDir Path dir) throws IOException {
        Path costs = Files.writeString(dir.resolve("costs.txt"), "0\n1/4\n1/4\n1\n");

        JsonArray ties = ask("file:" + costs, "0,1").getAsJsonArray("ties");

        assertEquals("[{\"share\":0.25,\"indifferent\":0.5}]", ties.toString());
        assertEquals(0, ask("normal:0.25,0.12", "0,1").getAsJsonArray("ties").size());
    }

    /** Costs 0, 1/4, 1/2, 3/4 in a file: {@code F(x) > x} below one half of each step, so all go. */
    @Test
    void readsCostsFromAFile(@TempDir Path dir) throws IOException {
        Path costs = dir.resolve("costs=1.txt");
        Files.writeString(costs, "# four soldiers\n\n0\r\n 1/4\n5e-1 \n.75");
        JsonArray equilibria = ask("file:" + costs, "0,0.9").getAsJsonArray("equilibria");

        assertTrue(IntStream.range(0, equilibria.size())
                .mapToDouble(
                        k -> equilibria.get(k).getAsJsonObject().get("share").getAsDouble())
                .anyMatch(share -> share == 0.25));
    }

    @Test
    void saysItInWords() {
        Run run = Run.line("equilibria --law normal:0.25,0.12 --gain 0,1");

        assertEquals(0, run.exit());
        assertTrue(
                run.out().startsWith("3 shares equal the share willing to go at it, and there are no others."),
                run.out());
        assertTrue(run.out().contains("0.04021           0.9598  stable"), run.out());
    }
}
