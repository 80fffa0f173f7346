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

class DeadlineVerbTest {
    private static final String EVEN = "deadline --law uniform:0,1 --benefit 0.6 --reprisal 0.3 --waiting 0.1 ";
    private static final String STEEP =
            "deadline --law beta:8,8 --benefit 0.95 --reprisal 0.8 --waiting 0.1 --date 30 ";

    private static double number(JsonObject answer, String name) {
        return answer.get(name).getAsDouble();
    }

    /** Even costs, R = r(1 - s): the quiet period is -ln(1 - r) / g whatever the date; if unprotected B - r + r s(T-) go. */
    @Test
    void evenCostsAndAStraightReprisal() {
        JsonObject answer = Run.line(EVEN + "--date 8 --json").json();
        JsonObject crowd = answer.getAsJsonObject("protectedByCrowd");
        JsonObject alone = answer.getAsJsonObject("unprotected");
        double open = 3.0 / 7 * (1 - Math.exp(-0.8 * 0.7 / 0.3));

        assertEquals(3.0 / 7, number(answer, "openShare"), 1e-14);
        assertEquals(3.567, number(crowd, "quietPeriod"), 5e-4);
        assertEquals(-Math.log(0.7) / 0.1, number(crowd, "quietPeriod"), 1e-11);
        assertEquals(0.2762, number(crowd, "before"), 5e-5);
        assertEquals(0.1523, number(crowd, "atDeadline"), 5e-5);
        assertEquals(3.0 / 7, number(crowd, "total"), 1e-14);
        assertEquals("the only rest point", crowd.get("selection").getAsString());
        assertEquals(open, number(alone, "before"), 1e-12);
        assertEquals(0.3 + 0.3 * open, number(alone, "total"), 1e-12);
    }

    @Test
    void theFieldsAndTheirOrder() {
        JsonObject answer = Run.line(EVEN + "--date 8 --json").json();

        assertEquals(
                List.of("openShare", "protectedByCrowd", "unprotected", "caveats", "certificate", "stopped"),
                List.copyOf(answer.keySet()));
        assertEquals(
                List.of("quietPeriod", "before", "atDeadline", "total", "selection"),
                List.copyOf(answer.getAsJsonObject("protectedByCrowd").keySet()));
        assertEquals(
                List.of("before", "total"),
                List.copyOf(answer.getAsJsonObject("unprotected").keySet()));
        assertEquals(4, answer.getAsJsonArray("caveats").size());
        assertTrue(answer.get("stopped").isJsonNull());
        assertEquals(
                "numeric", answer.getAsJsonObject("certificate").get("kind").getAsString());
    }

    /** With several rest points an open offer stays at the least; the crowd comes to the one of largest potential. */
    @Test
    void severalRestPoints() {
        JsonObject answer = Run.line(STEEP + "--json").json();
        JsonObject crowd = answer.getAsJsonObject("protectedByCrowd");

        assertEquals(0.000624, number(answer, "openShare"), 5e-7);
        assertEquals(0.99999982, number(crowd, "total"), 1e-8);
        assertEquals(number(crowd, "total"), number(crowd, "before") + number(crowd, "atDeadline"), 1e-15);
        assertEquals(0.000624, number(answer.getAsJsonObject("unprotected"), "total"), 5e-7);
        assertTrue(
                crowd.get("selection").getAsString().startsWith("of 3 rest points the one of largest potential, "),
                crowd.toString());
    }

    /** All of one cost wait from the start, as each gains by going with all the others. */
    @Test
    void allWaitFromTheStart(@TempDir Path dir) throws IOException {
        Path file = Files.writeString(dir.resolve("costs.txt"), "0.2\n0.2\n");
        JsonObject answer = Run.of(
                        "deadline",
                        "--law",
                        "file:" + file,
                        "--benefit",
                        "0.6",
                        "--reprisal",
                        "0.3",
                        "--waiting",
                        "0.1",
                        "--date",
                        "2",
                        "--json")
                .json();
        JsonObject crowd = answer.getAsJsonObject("protectedByCrowd");

        assertEquals(2, number(crowd, "quietPeriod"));
        assertEquals(0, number(crowd, "before"));
        assertEquals(1, number(crowd, "atDeadline"));
        assertEquals(1, number(crowd, "total"));
    }

    @Test
    void whereNobodyEverGoesThereIsNoQuiet() {
        JsonObject answer = Run.line(
                        "deadline --law uniform:0,1 --benefit 0.1 --reprisal 0.3 --waiting 0.1 --date 3 --json")
                .json();

        assertEquals(0, number(answer, "openShare"));
        assertEquals(0, number(answer.getAsJsonObject("protectedByCrowd"), "quietPeriod"));
        assertEquals(0, number(answer.getAsJsonObject("protectedByCrowd"), "total"));
        assertEquals(0, number(answer.getAsJsonObject("unprotected"), "total"));
    }

    @Test
    void withinTheLimitAPathIsPrintedUnchecked() {
        Run run = Run.line(EVEN + "--date 8 --limit 0.001ms --json");

        assertEquals(1, run.exit());
        assertEquals(3.0 / 7, number(run.object(), "openShare"), 1e-14);
        assertEquals(
                "time limit of 0.000001s passed; raise the limit",
                run.object().get("stopped").getAsString());
    }

    @Test
    void saysItInWords() {
        Run run = Run.line(EVEN + "--date 8");
        List<String> lines = run.out().lines().toList();

        assertEquals(0, run.exit());
        assertTrue(
                lines.get(0).startsWith("A deadline does not raise how many go in the end: 42.86%, as with an open"),
                run.out());
        assertTrue(lines.get(0).contains("nobody in the last 3.567 units of time, and 15.23% at the date."), run.out());
        assertEquals(
                "view                         quietPeriod [units of time]  before [share]  atDeadline [share]"
                        + "  total [share]",
                lines.get(1));
        assertTrue(lines.get(3).startsWith("protected by the crowd  "), run.out());
        assertEquals(6, lines.size(), run.out());
    }
}
