package io.github.breakranks.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The verbs window and meanfield. */
class NetworkTheoryVerbsTest {

    /** Watts (2002). */
    @ParameterizedTest
    @CsvSource({"9/50", "0.18", "0.9/5", "1.8e-1"})
    void window(String threshold) {
        JsonObject answer = Run.of("window", "--threshold", threshold, "--json").json();

        assertEquals(1.020704, answer.get("lower").getAsDouble(), 5e-7);
        assertEquals(5.764677, answer.get("upper").getAsDouble(), 5e-7);
        assertEquals("proven", answer.getAsJsonObject("certificate").get("kind").getAsString());
    }

    @Test
    void noWindow() {
        JsonObject answer = Run.line("window --threshold 1/3 --json").json();

        assertTrue(answer.get("lower").isJsonNull() && answer.get("upper").isJsonNull());
        assertTrue(
                Run.line("window --threshold 1/3").out().startsWith("Who goes when 1/3 of his neighbours have gone"));
    }

    /** Gleeson and Cahalane (2007). */
    @ParameterizedTest
    @CsvSource({"2, 0.8000183", "4, 0.9803877", "6.5, 0.9984970"})
    void meanField(String mean, double share) {
        JsonObject answer = Run.line("meanfield --threshold 9/50 --mean-degree " + mean + " --start-share 0.01 --json")
                .json();

        assertEquals(share, answer.get("share").getAsDouble(), 5e-8);
        assertEquals(
                "numeric", answer.getAsJsonObject("certificate").get("kind").getAsString());
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1"})
    void nobodyAndEverybodyAtTheStart(String start, double share) {
        assertEquals(
                share,
                Run.line("meanfield --threshold 1/2 --mean-degree 3 --json --start-share " + start)
                        .json()
                        .get("share")
                        .getAsDouble());
    }

    /** Legal questions that are not answered: exit code 1, and why. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "window --threshold 1/10001 | below a threshold of 1/10000 no window is searched for, and it was 1/10001; take a larger --threshold",
                "meanfield --threshold 1 --mean-degree 1e5 --start-share 0 |"
                        + " above a mean degree of 10000 no cascade is followed, and it was 1e5; take a smaller --mean-degree"
            })
    void noAnswer(String line, String why) {
        final Run run = Run.line(line + " --json");

        assertEquals(1, run.exit());
        assertEquals(why, run.err().strip());
        assertEquals(why, run.object().get("stopped").getAsString());
        assertEquals(
                "unproven",
                run.object().getAsJsonObject("certificate").get("kind").getAsString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "window --threshold 0 | --threshold must be in (0, 1] [share of neighbours], but was 0",
                "window --threshold 51/50 | --threshold must be in (0, 1] [share of neighbours], but was 51/50",
                "window --threshold 1e-999999999 | --threshold must be a finite number [share of neighbours], but was 1e-999999999",
                "window --threshold 1/0 | --threshold must be a finite number [share of neighbours], but was 1/0",
                "window --threshold x | --threshold must be a finite number [share of neighbours], but was x",
                "window | --threshold must be given a value R, but was left out",
                "meanfield --threshold 1 --mean-degree 0 --start-share 0 | --mean-degree must be finite and > 0 [neighbours], but was 0",
                "meanfield --threshold 1 --mean-degree 1 --start-share 2 | --start-share must be a share in [0, 1], but was 2",
                "meanfield --threshold nan --mean-degree 1 --start-share 0 | --threshold must be a finite number [share of neighbours], but was nan"
            })
    void refusals(String line, String message) {
        assertEquals(message, Run.line(line).refusal());
    }
}
