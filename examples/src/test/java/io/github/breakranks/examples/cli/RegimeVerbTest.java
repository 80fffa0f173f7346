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
                "regime --cost 1 --benefit 1 --private 1 | --cost must be below --benefit, 1 [unit of the game; else nobody ever goes], but was 1",
                "regime --cost 0 --benefit 1 --private 1 | --cost must be finite and > 0 [unit of the game], but was 0",
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
