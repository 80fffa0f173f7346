package io.github.breakranks.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The four lines of the README, asked of {@code solve} and {@code tip}. */
class GameVerbsTest {
    private static final String SOLDIERS = " --agents 30000 --law normal:0.25,0.12 --reprisal fading:0.40 ";
    private static final String REFUGE = SOLDIERS + "--refuge 0.30 --credibility 0.90 ";

    private static JsonObject ask(String line) {
        return Run.line(line + " --json").json();
    }

    private static JsonObject point(JsonObject answer, int k) {
        return answer.getAsJsonArray("restPoints").get(k).getAsJsonObject();
    }

    @Test
    void threeRestPoints() {
        JsonObject answer = ask("solve" + REFUGE + "--cash 0.21");

        assertEquals(3, answer.getAsJsonArray("restPoints").size());
        assertEquals(0.1108, point(answer, 0).get("share").getAsDouble(), 5e-5);
        assertEquals(0.4066, point(answer, 1).get("share").getAsDouble(), 5e-5);
        assertEquals(0.9373, point(answer, 2).get("share").getAsDouble(), 5e-5);
        assertEquals(3323, point(answer, 0).get("gone").getAsInt());
        assertTrue(point(answer, 0).get("stable").getAsBoolean());
        assertFalse(point(answer, 1).get("stable").getAsBoolean());
        assertTrue(point(answer, 2).get("stable").getAsBoolean());
        assertTrue(answer.get("complete").getAsBoolean());
        assertEquals(0, answer.getAsJsonArray("unused").size());
        assertEquals(0, answer.getAsJsonArray("ties").size());
        assertEquals("proven", answer.getAsJsonObject("certificate").get("kind").getAsString());
    }

    /** At cash .20 the least rest point by credibility: parole or statute. */
    @ParameterizedTest(name = "credibility {0}: {1}")
    @CsvSource({"0.80, 0.022", "0.85, 0.041", "0.90, 0.082", "0.95, 0.959"})
    void credibility(String credibility, double least) {
        JsonObject answer = ask("solve" + SOLDIERS + "--refuge=0.30 --cash=0.20 --credibility=" + credibility);

        assertEquals(least, point(answer, 0).get("share").getAsDouble(), 5e-4);
    }

    @Test
    void listedAgentsHaveNoStability() {
        JsonObject answer = ask("solve" + REFUGE + "--cash 0.21 --draw 7");
        JsonArray points = answer.getAsJsonArray("restPoints");

        assertTrue(points.size() > 3, "near a fold a list has several pure counts");
        for (JsonElement one : points) {
            JsonObject point = one.getAsJsonObject();
            assertTrue(point.get("stable").isJsonNull());
            assertEquals(
                    point.get("gone").getAsDouble() / 30_000, point.get("share").getAsDouble());
        }
        assertEquals(0.11, point(answer, 0).get("share").getAsDouble(), 0.01);
        assertEquals(answer, ask("solve" + REFUGE + "--cash 0.21 --draw 7"), "the same seed, the same answer");
    }

    /** Half of them hear of it, by the same seed or in the law: about the same share goes. */
    @Test
    void reachNeedsNoMoreThanTheSeed() {
        double ofLaw = point(ask("solve" + REFUGE + "--cash 0.21 --reach 0.5"), 0)
                .get("share")
                .getAsDouble();
        double ofList = point(ask("solve" + REFUGE + "--cash 0.21 --reach 1/2 --draw 3"), 0)
                .get("share")
                .getAsDouble();

        assertEquals(ofLaw, ofList, 0.005);
    }

    @Test
    void whatTheOfferDoesNotUseIsNamed() {
        JsonObject answer = ask("solve --agents 10 --law uniform:0,1 --credibility 0.5 --reprisal fading:0.4,2");

        assertEquals("credibility", answer.getAsJsonArray("unused").get(0).getAsString());
        assertEquals(0.0, point(answer, 0).get("share").getAsDouble());
    }

    @Test
    void whatReachesNobodyIsNotUsed() {
        String line = "solve --agents 10 --law uniform:0,1 --reprisal fading:0.4 --reach 0 --credibility 0.5 ";

        assertEquals(
                "[\"cash\",\"refuge\",\"credibility\"]",
                ask(line + "--cash 1 --refuge 2").get("unused").toString());
        assertEquals("[\"credibility\"]", ask(line).get("unused").toString());
        assertTrue(
                Run.line(line + "--cash 1")
                        .out()
                        .contains("The offer reaches nobody, so these play no part: cash, credibility."),
                Run.line(line + "--cash 1").out());
    }

    @Test
    void solidarityAndPowerEnterTheGain() {
        // G(x) = 0.5 + 0.2 x - 0.4 (1 - x)^2 with costs uniform on [0, 1]: x = 0.1 + x - 0.4 x^2, so x = 1/2
        JsonObject answer =
                ask("solve --agents 10 --law uniform:0,1 --cash 0.5 --reprisal fading:0.4,2 --solidarity 0.2");

        assertEquals(1, answer.getAsJsonArray("restPoints").size());
        assertEquals(0.5, point(answer, 0).get("share").getAsDouble(), 1e-15);
        assertEquals(5, point(answer, 0).get("gone").getAsInt());
    }

    @Test
    void cashTips() {
        JsonObject answer = ask("tip" + REFUGE + "--term cash");

        assertEquals("cash", answer.get("term").getAsString());
        assertEquals(0.2215, answer.get("tippingOffer").getAsDouble(), 5e-5);
        assertEquals(0.2251, answer.get("tippingShare").getAsDouble(), 5e-5);
        assertEquals(0.1785, answer.get("collapseOffer").getAsDouble(), 5e-5);
        assertEquals(0.7749, answer.get("collapseShare").getAsDouble(), 5e-5);
        assertTrue(answer.get("reason").isJsonNull());
        assertEquals("proven", answer.getAsJsonObject("certificate").get("kind").getAsString());
    }

    /** The same fold, met by another term: credibility (cash + refuge) is what cash .2215 gives. */
    @ParameterizedTest
    @CsvSource({
        "refuge, --credibility 0.90, 0.521500",
        "escrow, --cash 0.21 --refuge 0.30 --credibility 0.90, 0.010350",
        "cash, --escrow 0.27 --credibility 0.90, 0.221500",
        "credibility, --cash 0.21 --refuge 0.30, 0.920295",
        "reach, --cash 0.25 --refuge 0.30 --credibility 0.90, 0.778749"
    })
    void otherTermsTipAsWell(String term, String offer, double value) {
        JsonObject answer = ask("tip" + SOLDIERS + offer + " --term " + term);

        assertEquals(value, answer.get("tippingOffer").getAsDouble(), 5e-7);
    }

    @Test
    void noCashTipsWhereReprisalIsMild() {
        JsonObject answer =
                ask("tip --agents 30000 --law normal:0.25,0.12 --refuge 0.30 --reprisal fading:0.20 --term cash");

        assertTrue(answer.get("tippingOffer").isJsonNull());
        assertTrue(answer.get("collapseOffer").isJsonNull());
        assertEquals(
                "slope at most 0.665 < 1: the share rises smoothly",
                answer.get("reason").getAsString());
    }

    @Test
    void whereTheGainFallsThereIsNoAnswer() {
        Run run = Run.line("tip" + REFUGE + "--solidarity -1 --term cash --json");

        assertEquals(1, run.exit());
        assertTrue(run.object().get("tippingOffer").isJsonNull());
        assertTrue(
                run.err().startsWith("no least and greatest rest point to follow, as the net gain falls"), run.err());
        assertEquals(1, run.err().lines().count());
    }

    @Test
    void saysItInWords() {
        Run solved = Run.line("solve" + REFUGE + "--cash 0.21");
        Run tipped = Run.line("tip" + REFUGE + "--term cash");

        assertTrue(solved.out().startsWith("Starting from nobody, 3323 of 30000 go (11.08%)."), solved.out());
        assertTrue(
                tipped.out().startsWith("Above cash 0.2215 the share that goes jumps from 0.2251 to 0.9525."),
                tipped.out());
    }
}
