package io.github.breakranks.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
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

    @Test
    void saysItInWords() {
        Run run = Run.line("tipping --law logistic:0.6,0.1 --slope 1");

        assertEquals(0, run.exit());
        assertTrue(
                run.out().startsWith("Above offer 0.281 the share that goes jumps from 0.1127 to 0.9989."), run.out());
    }
}
