package io.github.breakranks.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which offer to make: {@code cheapest} and {@code ladder}. */
class DesignVerbsTest {
    private static final String CHEAPEST =
            "cheapest --agents 30000 --law normal:0.25,0.12 --refuge 0.30 --credibility 0.90"
                    + " --reprisal fading:0.40 ";

    private static JsonObject ask(String line) {
        return Run.line(line + " --json").json();
    }

    /** The same fold by escrow, which is not discounted: 0.9 (0.2215 + 0.30) - 0.9 x 0.30. */
    @Test
    void cheapestEscrowLiesAtTheFold() {
        final JsonObject answer = ask(CHEAPEST + "--term escrow --target 0.5");

        assertEquals("escrow", answer.get("term").getAsString());
        assertEquals(0.19935, answer.get("value").getAsDouble(), 5e-5);
    }

    /** Half of them go only beyond the fold at cash .2215: then 95% do. */
    @Test
    void cheapestCashLiesAtTheFold() {
        final JsonObject answer = ask(CHEAPEST + "--term cash --target 0.5");

        assertEquals("cash", answer.get("term").getAsString());
        assertEquals(0.2215, answer.get("value").getAsDouble(), 5e-5);
        assertFalse(answer.get("attained").getAsBoolean());
        assertEquals(0.9525, answer.get("share").getAsDouble(), 5e-5);
        assertEquals(28_575, answer.get("gone").getAsInt());
        assertEquals(
                0.2215002 * 28_575,
                answer.get("outlay").getAsDouble(),
                0.1); // all who come are paid; none would have gone anyway
        assertEquals(
                answer.get("outlayPerHead").getAsDouble(),
                answer.get("outlayPerExtra").getAsDouble(),
                1e-7);
        assertEquals(0.2251, answer.get("shareWithLess").getAsDouble(), 5e-5);
        assertTrue(answer.get("reason").isJsonNull());
        assertEquals("proven", answer.getAsJsonObject("certificate").get("kind").getAsString());
    }

    @Test
    void trustMakesItCheaper() {
        final JsonObject every = ask(CHEAPEST + "--term cash --target 0.5 --in every");
        final JsonObject best = ask(CHEAPEST + "--term cash --target=1/2 --in best");

        assertEquals(0.2215, every.get("value").getAsDouble(), 5e-5);
        assertEquals(0.1785, best.get("value").getAsDouble(), 5e-5); // the collapse offer
        assertEquals(0.7749, best.get("share").getAsDouble(), 5e-5);
    }

    @Test
    void targetOutOfReachIsSaid() {
        final Run run = Run.line(CHEAPEST + "--term cash --target 0.5 --max 0.2 --json");
        final JsonObject answer = run.json();

        assertTrue(answer.get("value").isJsonNull());
        assertEquals(0.0815, answer.get("share").getAsDouble(), 5e-5);
        assertTrue(answer.get("outlay").isJsonNull());
        assertEquals(
                "cash at most 0.2 brings 0.08152 in the least rest point; allow more cash, vary another term or ask for less",
                answer.get("reason").getAsString());
    }

    /** C1, the contract of the command line. */
    @Test
    void ladder() {
        final JsonObject answer = ask("ladder --gains -8,-4,0,4");

        assertEquals(0, answer.get("partial").getAsDouble());
        assertEquals(8, answer.get("private").getAsDouble());
        assertEquals(12, answer.get("public").getAsDouble());
        assertEquals(32, answer.get("uniform").getAsDouble());
        assertEquals("[8.0,4.0,0.0,0.0]", answer.get("payments").toString());
        assertEquals("[0,1,2,3]", answer.get("order").toString());
        assertEquals("proven", answer.getAsJsonObject("certificate").get("kind").getAsString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--target 0     | --target must be in (0, 1] [share], but was 0",
                "--target NaN   | --target must be in (0, 1] [share], but was NaN",
                "--target 0.5 --in some | --in must be least, every or best, but was some",
                "--target 0.5 --max -1 | --max must be finite and >= 0 [unit of the game], but was -1",
            })
    void refusals(String options, String sentence) {
        assertEquals(sentence, Run.line(CHEAPEST + "--term cash " + options).refusal());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--gains=a,1 | --gains must be a finite number [unit of the game], but was a",
                "--gains=    | --gains must be a finite number [unit of the game], but was empty",
                "--gains=1,  | --gains must be a finite number [unit of the game], but was empty",
            })
    void refusalsOfLadder(String options, String sentence) {
        assertEquals(sentence, Run.line("ladder " + options).refusal());
    }
}
