package io.github.breakranks.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.breakranks.population.CostLaw;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;

/** Whatever is typed, there is an answer or one sentence. */
class CommandLinePropertyTest {

    @Property(seed = "1776")
    void aLawIsReadAsItIsWritten(
            @ForAll @DoubleRange(min = -1e6, max = 1e6) double where,
            @ForAll @DoubleRange(min = 1e-6, max = 1e6) @Scale(6) double spread) {
        String parameters = where + "," + spread;

        assertEquals(CostLaw.normal(where, spread), LawText.parse("--law", "normal:" + parameters));
        assertEquals(CostLaw.logistic(where, spread), LawText.parse("--law", "logistic:" + parameters));
        assertEquals(CostLaw.lognormal(where, spread), LawText.parse("--law", "lognormal:" + parameters));
        assertEquals(CostLaw.beta(spread, spread), LawText.parse("--law", "beta:" + spread + "," + spread));
        assertEquals(
                CostLaw.uniform(where, where + spread),
                LawText.parse("--law", "uniform:" + where + "," + (where + spread)));
    }

    /** Both are rounded once, from the exact number. */
    @Property(seed = "1776")
    void fractionsAndDecimalsAreReadToTheLastDigit(
            @ForAll int over, @ForAll @IntRange(min = 1) int under, @ForAll double decimal) {
        assertEquals((double) over / under + 0.0, Numbers.realOrNull(over + "/" + under));
        assertEquals(decimal + 0.0, Numbers.realOrNull(String.valueOf(decimal)));
    }

    @Property(tries = 300, seed = "1776")
    void garbageIsRefusedInOneSentence(@ForAll("garbage") String law, @ForAll("garbage") String gain) {
        assertRefusedOrAnswered(Run.of("equilibria", "--json", "--limit=2s", "--law=" + law, "--gain=" + gain));
        assertRefusedOrAnswered(Run.of("tipping", "--json", "--limit", "2s", "--slope", gain, "--law", law));
        assertRefusedOrAnswered(Run.of(
                "solve", "--agents", "7", "--json", "--limit", "2s", "--law", law, "--cash", gain, "--reprisal", gain));
    }

    @Property(tries = 300, seed = "1776")
    void garbageInTimeIsRefusedInOneSentence(
            @ForAll("garbage") String law, @ForAll("garbage") String worth, @ForAll("garbage") String rate) {
        assertRefusedOrAnswered(Run.of(
                "expiry",
                "--json",
                "--law=" + law,
                "--benefit=" + worth,
                "--reprisal=1",
                "--waiting=" + rate,
                "--hazard=" + worth,
                "--at=" + rate));
        assertRefusedOrAnswered(Run.of(
                "deadline",
                "--json",
                "--law=" + law,
                "--benefit=1",
                "--reprisal=" + worth,
                "--waiting=" + rate,
                "--date=" + worth));
    }

    /** Before the date an open offer and a dated one are one path; a crowd that protects itself never brings fewer than it. */
    @Property(tries = 100)
    void aDateAndAnOpenOfferAgree(
            @ForAll @DoubleRange(min = 0.1, max = 1.5) double worth,
            @ForAll @DoubleRange(min = 0, max = 1) double reprisal,
            @ForAll @DoubleRange(min = 0.01, max = 2) double rate,
            @ForAll @DoubleRange(min = 0.1, max = 40) double time) {
        String game = " --json --law beta:2,3 --benefit " + worth + " --reprisal " + reprisal + " --waiting " + rate;
        JsonObject open = Run.line("expiry --hazard 0 --at " + time + game).json();
        JsonObject dated = Run.line("deadline --date " + time + game).json();
        double least = open.get("leastShare").getAsDouble();

        assertEquals(least, dated.get("openShare").getAsDouble());
        assertEquals(least, open.get("expectedTotal").getAsDouble());
        assertEquals(
                open.get("shareAt").getAsDouble(),
                dated.getAsJsonObject("unprotected").get("before").getAsDouble());
        assertTrue(dated.getAsJsonObject("protectedByCrowd").get("total").getAsDouble() >= least - 1e-12);
    }

    @Property(tries = 300, seed = "1776")
    void anyWordsAtAllAreRefusedInOneSentence(@ForAll("words") String[] words) {
        assertRefusedOrAnswered(Run.of(words));
    }

    private static void assertRefusedOrAnswered(Run run) {
        assertFalse(run.err().contains("fault"), run.err());
        assertFalse(run.err().contains("Exception"), run.err());
        assertTrue(run.err().lines().count() == (run.exit() == 0 ? 0 : 1), run.err());
        if (run.exit() == 2) {
            assertEquals("", run.out());
        } else if (run.out().startsWith("{")) {
            assertTrue(JsonParser.parseString(run.out()).getAsJsonObject().has("certificate"));
        }
    }

    @Provide
    Arbitrary<String> garbage() {
        Arbitrary<String> number = Arbitraries.of(
                "0", "1", "-1", "0.25", "1/4", "3/0", "-.5", "1e-3", "1e300", "-1e300", "1e-320", "NaN", "inf", "", "x",
                " 2");
        Arbitrary<String> name = Arbitraries.of(
                "normal:", "logistic:", "uniform:", "lognormal:", "fading:", "file:", "normal", "norm:", "", ":");
        Arbitrary<String> law = Combinators.combine(name, number, Arbitraries.of(",", ",", ",", ";", ""), number)
                .as((a, b, c, d) -> a + b + c + d);
        return Arbitraries.oneOf(law, law, number, Arbitraries.strings().ofMaxLength(12));
    }

    @Provide
    Arbitrary<String[]> words() {
        Arbitrary<String> verb = Arbitraries.of(
                "solve", "tip", "thresholds", "equilibria", "tipping", "expiry", "deadline", "help", "?", "--json");
        Arbitrary<String> word = Arbitraries.oneOf(
                Arbitraries.of(
                        "--law",
                        "--law=normal:0,1",
                        "--gain",
                        "--json",
                        "--limit=1s",
                        "--slope",
                        "-1",
                        "0,1",
                        "--",
                        "-h",
                        "@file",
                        "${sys:user.home}",
                        "--agents=3",
                        "--term",
                        "cash",
                        "--draw=-4",
                        "--reprisal=fading:1",
                        "--reprisal=1",
                        "--benefit=1",
                        "--waiting=1",
                        "--hazard=1",
                        "--date=1"),
                Arbitraries.strings().ofMaxLength(8));
        return Combinators.combine(verb, word.list().ofMaxSize(6)).as((first, rest) -> {
            String[] words = new String[rest.size() + 1];
            words[0] = first;
            for (int k = 0; k < rest.size(); k++) {
                words[k + 1] = rest.get(k);
            }
            return words;
        });
    }
}
