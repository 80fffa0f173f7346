package io.github.breakranks.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpiryVerbTest {
    private static final String EVEN = "expiry --law uniform:0,1 --benefit 0.6 --reprisal 0.3 ";

    private static double number(JsonObject answer, String name) {
        return answer.get(name).getAsDouble();
    }

    /**
     * Even costs, R = r(1 - s): s(t) = s_inf (1 - exp(-k t)), k = H (1 - r) / r, total s_inf (eta + g)(1 - r) / (eta + g (1 - r)).
     */
    @Test
    void evenCostsAndAStraightReprisal() {
        JsonObject answer =
                Run.line(EVEN + "--waiting 0.1 --hazard 0.1 --at 3.5 --json").json();

        assertEquals(0.4286, number(answer, "leastShare"), 5e-5);
        assertEquals(0.3529, number(answer, "expectedTotal"), 5e-5);
        assertEquals(0.3449, number(answer, "shareAt"), 5e-5);
        assertEquals(3.0 / 7, number(answer, "leastShare"), 1e-14);
        assertEquals(3.0 / 7 * 0.2 * 0.7 / (0.1 + 0.1 * 0.7), number(answer, "expectedTotal"), 1e-12);
        assertEquals(3.0 / 7 * (1 - Math.exp(-3.5 * 0.2 * 0.7 / 0.3)), number(answer, "shareAt"), 1e-12);
    }

    @Test
    void theFieldsAndTheirOrder() {
        JsonObject answer = Run.line(EVEN + "--waiting 0.1 --hazard 0.1 --json").json();

        assertEquals(
                List.of("leastShare", "expectedTotal", "shareAt", "assumptions", "certificate", "stopped"),
                List.copyOf(answer.keySet()));
        assertTrue(answer.get("shareAt").isJsonNull());
        assertTrue(answer.get("stopped").isJsonNull());
        assertEquals(5, answer.getAsJsonArray("assumptions").size());
        assertEquals(
                "reprisal is judged on those gone before",
                answer.getAsJsonArray("assumptions").get(3).getAsString());
        assertEquals(
                "numeric", answer.getAsJsonObject("certificate").get("kind").getAsString());
    }

    /** Totals at true and believed rates: beliefs that are right lower the total, fear beyond the fact raises it; without waiting B - r. */
    @ParameterizedTest
    @CsvSource({
        "0.1, 0,   0,   0.428571",
        "0.1, 0.1, 0.1, 0.352941",
        "0.1, 0.5, 0.5, 0.315789",
        "0.1, 2,   2,   0.304348",
        "0.1, 0.1, 0.5, 0.4",
        "0.1, 0.1, 2,   0.42",
        "0,   0.1, 0.1, 0.3",
        "0,   7,   7,   0.3"
    })
    void trueAndBelievedRates(String waiting, String hazard, String believed, double total) {
        JsonObject answer = Run.line(
                        EVEN + "--waiting " + waiting + " --hazard " + hazard + " --believed " + believed + " --json")
                .json();

        assertEquals(total, number(answer, "expectedTotal"), 5e-7);
    }

    /** Another law and a reprisal with a power. */
    @Test
    void betaCostsAndASquaredReprisal() {
        JsonObject answer = Run.line(
                        "expiry --law beta:2,2 --benefit 0.7 --reprisal 0.35,2 --waiting 0.1 --hazard 0.5 --json")
                .json();

        assertEquals(0.757597, number(answer, "leastShare"), 5e-7);
        assertEquals(0.347185, number(answer, "expectedTotal"), 5e-7);
    }

    /** A hundred even costs are the uniform law but for steps of a hundredth. */
    @Test
    void costsInAFile(@TempDir Path dir) throws IOException {
        StringBuilder costs = new StringBuilder("# costs\n");
        for (int k = 0; k < 100; k++) {
            costs.append("0.").append(k < 10 ? "0" : "").append(k).append("5\n");
        }
        Path file = Files.writeString(dir.resolve("costs.txt"), costs);
        JsonObject answer = Run.of(
                        "expiry",
                        "--law",
                        "file:" + file,
                        "--benefit",
                        "0.6",
                        "--reprisal",
                        "0.3",
                        "--waiting",
                        "0.1",
                        "--hazard",
                        "0.1",
                        "--at",
                        "3.5",
                        "--json")
                .json();

        assertEquals(0.43, number(answer, "leastShare"), 1e-12);
        assertEquals(0.3529, number(answer, "expectedTotal"), 0.01);
        assertEquals(0.3449, number(answer, "shareAt"), 0.01);
    }

    /** No offer pays less than nothing, yet going may be worth less than staying. */
    @Test
    void aBenefitBelowZero() {
        JsonObject answer = Run.line(
                        "expiry --law=uniform:-1,0 --benefit=-0.4 --reprisal 0.3 --waiting 0.1 --hazard 0.1 --json")
                .json();

        assertEquals(3.0 / 7, number(answer, "leastShare"), 1e-14);
        assertEquals(0.352941, number(answer, "expectedTotal"), 5e-7);
    }

    @Test
    void withinTheLimitAPathIsPrintedUnchecked() {
        Run run = Run.line(EVEN + "--waiting 0.1 --hazard 0.1 --limit 0.001ms --json");

        assertEquals(1, run.exit());
        assertEquals(3.0 / 7, number(run.object(), "leastShare"), 1e-14);
        assertEquals(
                "unproven",
                run.object().getAsJsonObject("certificate").get("kind").getAsString());
        assertEquals(
                "time limit of 0.000001s passed; raise the limit", run.err().strip());
    }

    @Test
    void saysItInWords() {
        Run run = Run.line(EVEN + "--waiting 0.1 --hazard 0.1 --at 3.5");
        List<String> lines = run.out().lines().toList();

        assertEquals(0, run.exit());
        assertTrue(
                lines.get(0)
                        .startsWith(
                                "While the offer stands, half of those who will go have gone after 1.485 [units"
                                        + " of time], and 42.86% in the end. Withdrawn at rate 0.1 it is expected to bring 35.29%."),
                run.out());
        assertEquals("time [units of time]  standing [share]  expected [share]", lines.get(1));
        assertEquals("                 3.5            0.3449            0.3044", lines.get(2));
        assertTrue(lines.get(3).startsWith("Assumed: each soldier takes the path as given, "), run.out());
        assertTrue(lines.get(4).startsWith("Certificate: checked: worst residual "), run.out());
        assertEquals(5, lines.size(), run.out());
    }
}
