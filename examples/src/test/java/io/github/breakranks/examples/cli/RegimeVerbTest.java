package io.github.breakranks.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.github.breakranks.regime.News;
import io.github.breakranks.regime.Noise;
import io.github.breakranks.regime.RegimeChange;
import io.github.breakranks.regime.RegimeSolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The verb regime. */
class RegimeVerbTest {

    /** Morris and Shin (2003): private news alone, and with public news. */
    @Test
    void oneCriticalStrength() {
        final JsonObject told = Run.line("regime --cost 0.4 --benefit 1 --private 4 --public 1 --prior-mean 0.3 --json")
                .json();
        assertEquals(
                0.6824130416, told.getAsJsonArray("criticalStrength").get(0).getAsDouble(), 1e-10);
        assertEquals(0.9196, told.getAsJsonArray("cutoff").get(0).getAsDouble(), 5e-5);
        assertTrue(told.get("unique").getAsBoolean());
        final JsonObject untold =
                Run.line("regime --cost 0.4 --benefit 1 --private 4 --json").json();
        assertEquals(0.6, untold.getAsJsonArray("criticalStrength").get(0).getAsDouble(), 1e-15);
        assertTrue(untold.get("chance").isJsonNull());
    }

    @Test
    void three() {
        final JsonObject answer = Run.line(
                        "regime --cost 0.5 --benefit 1 --private 1 --public 10 --prior-mean 0.5 --json")
                .json();
        assertEquals(3, answer.getAsJsonArray("criticalStrength").size());
        assertEquals(3, answer.getAsJsonArray("cutoff").size());
        assertFalse(answer.get("unique").getAsBoolean());
        assertEquals("proven", answer.getAsJsonObject("certificate").get("kind").getAsString());
    }

    /** Costs outside the dominance bounds are an answer: what all do whatever they see. */
    @ParameterizedTest
    @CsvSource({"2, 0, false, true", "1, 0, false, true", "0, 1, true, false", "-0.1, 1, true, false"})
    void dominantCostsAreSaidToBeDominant(String cost, double strength, boolean always, boolean never) {
        final String line = "regime --cost=" + cost + " --benefit 1 --private 4";
        final JsonObject answer = Run.line(line + " --json").json();
        assertEquals(strength, answer.getAsJsonArray("criticalStrength").get(0).getAsDouble());
        assertTrue(answer.getAsJsonArray("cutoff").get(0).isJsonNull());
        assertEquals(always, answer.get("alwaysGo").getAsBoolean());
        assertEquals(never, answer.get("neverGo").getAsBoolean());
        assertEquals("proven", answer.getAsJsonObject("certificate").get("kind").getAsString());
        final String words = Run.line(line).out();
        assertTrue(
                words.contains(
                        always
                                ? "Of soldiers, 1.0000 go whatever they see and 0.0000 never do."
                                : "Of soldiers, 0.0000 go whatever they see and 1.0000 never do."),
                words);
    }

    /** What all are told outweighs any logistic news: none goes at the least critical strength and all at the greatest, whatever they see. */
    @Test
    void infiniteCutoffsAreNullAndSayWhoGoes() {
        final JsonObject answer = Run.line(
                        "regime --cost 0.4 --benefit 1 --private 1 --public 10 --prior-mean 0.45 --noise logistic --json")
                .json();
        assertTrue(answer.getAsJsonArray("cutoff").get(0).isJsonNull());
        assertEquals(-0.195, answer.getAsJsonArray("cutoff").get(1).getAsDouble(), 5e-4);
        assertTrue(answer.getAsJsonArray("cutoff").get(2).isJsonNull());
        assertEquals(
                "[\"none\",\"below cutoff\",\"all\"]",
                answer.getAsJsonArray("whoGoes").toString());
        assertFalse(answer.get("alwaysGo").getAsBoolean());
        assertFalse(answer.get("neverGo").getAsBoolean());
        final String never = "regime --cost 2 --benefit 1 --private 4 --json";
        assertEquals(
                "[\"none\"]", Run.line(never).json().getAsJsonArray("whoGoes").toString());
    }

    /** A list that may lack some bounds no chance; with one that is listed there is nothing between. */
    @Test
    void incompleteListsBoundNoChance() {
        final String line =
                "regime --cost 0.5 --benefit 1 --private 1 --prior-mean 0.5 --public 1000 --noise laplace --limit 1ms";
        final Run cut = Run.line(line + " --json");
        final JsonObject answer = cut.object();
        assertFalse(answer.get("complete").getAsBoolean());
        assertTrue(answer.get("chance").isJsonNull());
        assertTrue(answer.get("chanceAtLeast").isJsonNull());
        assertTrue(answer.get("chanceAtMost").isJsonNull());
    }

    /** The chance by what all are told: N((.6824 - .3) / 1), and one for each of several equilibria. */
    @Test
    void theChanceOfFallingIsSaid() {
        final String one = "regime --cost 0.4 --benefit 1 --private 4 --public 1 --prior-mean 0.3";
        final JsonObject told = Run.line(one + " --json").json();
        assertEquals(0.6489224908, told.get("chance").getAsDouble(), 1e-10);
        assertEquals(told.get("chance"), told.get("chanceAtLeast"));
        assertEquals(told.get("chance"), told.get("chanceAtMost"));
        assertTrue(Run.line(one).out().contains("By what all are told it falls with chance 0.6489."));
        final String three = "regime --cost 0.5 --benefit 1 --private 1 --public 10 --prior-mean 0.5";
        final JsonObject several = Run.line(three + " --json").json();
        assertTrue(several.get("chance").isJsonNull());
        assertEquals(0.0569231490, several.get("chanceAtLeast").getAsDouble(), 1e-6); // N(-.5 sqrt(10))
        assertEquals(0.9430768510, several.get("chanceAtMost").getAsDouble(), 1e-6);
        final String words = Run.line(three).out();
        assertTrue(
                words.contains(
                        "By what all are told it falls with chance 0.0569 if they expect little, 0.9431 if much."),
                words);
        final JsonObject untold =
                Run.line("regime --cost 0.4 --benefit 1 --private 4 --json").json();
        assertTrue(untold.get("chanceAtLeast").isJsonNull());
    }

    @Test
    void publicityIsShort() {
        final String words = Run.line("regime --cost 0.4 --benefit 1 --private 1e-100 --public 1 --prior-mean 0.3")
                .out();
        assertTrue(words.contains("(publicity 1.0000e+50, above 2.5066)"), words);
    }

    /** What the library answers; normal if left out. */
    @Test
    void noiseOfOtherKinds() {
        final String line = "regime --cost 0.4 --benefit 1 --private 4 --public 1 --prior-mean 0.3 --json --noise ";
        assertEquals(
                Run.line(line + "normal").out(),
                Run.line(line.replace(" --noise ", "")).out());
        for (final String name : new String[] {"logistic", "uniform", "laplace"}) {
            final Noise noise = switch (name) {
                case "logistic" -> Noise.logistic();
                case "uniform" -> Noise.uniform();
                default -> Noise.laplace();
            };
            final double strength = RegimeSolver.solver()
                    .solve(RegimeChange.of(1, 0.4)
                            .withNews(News.wordOfMouth(4).withPublic(0.3, 1).withNoise(noise)))
                    .value()
                    .criticalStrength();
            final JsonObject answer = Run.line(line + name).json();
            assertEquals(
                    strength, answer.getAsJsonArray("criticalStrength").get(0).getAsDouble());
            assertTrue(answer.get("unique").getAsBoolean());
            assertEquals(
                    "proven", answer.getAsJsonObject("certificate").get("kind").getAsString());
        }
        // under private news alone the noise moves the cutoff only: .6 + (.6 - .5) 2 sqrt(3) / 2
        final JsonObject untold = Run.line("regime --cost 0.4 --benefit 1 --private 4 --noise uniform --json")
                .json();
        assertEquals(0.6, untold.getAsJsonArray("criticalStrength").get(0).getAsDouble(), 1e-15);
        assertEquals(
                0.6 + 0.1 * Math.sqrt(3), untold.getAsJsonArray("cutoff").get(0).getAsDouble(), 1e-12);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "regime --cost nan --benefit 1 --private 1 | --cost must be a finite number [unit of the game], but was nan",
                "regime --cost 1 --benefit 0 --private 1 | --benefit must be finite and > 0 [unit of the game], but was 0",
                "regime --cost .5 --benefit 1 --private 1e-300 --public 1 --prior-mean 1e308 | --private: privatePrecision must be from 1.0E-100 to 1.0E100 [1 / strength squared], but was 1.0E-300",
                "regime --cost .5 --benefit 1 --private 1 --public 1 --prior-mean 1e308 | --public, --prior-mean: publicMean must be from -1.0E100 to 1.0E100 [strength], but was 1.0E308",
                "regime --cost .5 --benefit 1 --private 1 --public 1e301 --prior-mean 0 | --public, --prior-mean: publicPrecision must be from 1.0E-100 to 1.0E100 [1 / strength squared], but was 1.0E301",
                "regime --cost 1e-300 --benefit 1 --private 1e100 --public 1e100 --prior-mean 0.45 --noise laplace | --public, --prior-mean: privatePrecision must be at most 1.0E20 [1 / strength squared] where private news is not normal and something is said in public, as doubles between 0 and 1 are not much nearer, but was 1.0E100; take normal noise",
                "regime --cost .5 --benefit 1 --private 0 | --private must be finite and > 0 [1 / strength squared], but was 0",
                "regime --cost .5 --benefit 1 --private 1 --public 2 | --prior-mean must be given with --public [strength], but was left out",
                "regime --cost .5 --benefit 1 --private 1 --prior-mean 2 | --prior-mean must be left out without --public, but was 2",
                "regime --cost .5 --benefit 1 --private 1 --noise cauchy | --noise must be one of normal, logistic, uniform, laplace, but was cauchy",
                "regime --cost .5 --benefit 1 --private 1 --noise= | --noise must be one of normal, logistic, uniform, laplace, but was empty"
            })
    void refusals(String line, String message) {
        assertEquals(message, Run.line(line).refusal());
    }
}
