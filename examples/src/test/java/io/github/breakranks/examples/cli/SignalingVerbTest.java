package io.github.breakranks.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The verb signaling. */
class SignalingVerbTest {
    private static final String BEER =
            "{\"types\":[\"strong\",\"weak\"],\"prior\":PRIOR,\"messages\":[\"beer\",\"quiche\"],\"actions\":[\"duel\",\"not\"],"
                    + "\"sender\":[[[1,3],[0,2]],[[0,2],[1,3]]],\"receiver\":[[[0,1],[0,1]],[[1,0],[1,0]]]}";

    @TempDir
    Path directory;

    private Run run(String json) throws IOException {
        return Run.of(
                "signaling",
                Files.writeString(directory.resolve("game.json"), json).toString(),
                "--json");
    }

    /** Cho and Kreps (1987): of two pooling outcomes only that on beer survives. */
    @Test
    void beerAndQuiche() {
        final JsonObject answer =
                Run.line("signaling data/beer-quiche.json --json").json();
        final JsonArray found = answer.getAsJsonArray("equilibria");
        assertEquals(2, found.size());
        assertTrue(answer.get("complete").getAsBoolean());
        assertFalse(answer.get("degenerate").getAsBoolean());
        for (int k = 0; k < 2; k++) {
            final JsonObject outcome = found.get(k).getAsJsonObject();
            final boolean beer = outcome.getAsJsonArray("sender")
                            .get(0)
                            .getAsJsonArray()
                            .get(0)
                            .getAsDouble()
                    == 1;
            assertEquals("pooling", outcome.get("kind").getAsString());
            for (final String name : new String[] {"intuitive", "d1", "divinity"}) {
                assertEquals(
                        beer, outcome.getAsJsonObject("refinements").get(name).getAsBoolean(), name);
            }
            final JsonObject weak = outcome.getAsJsonObject("offPathBeliefs")
                    .getAsJsonObject(beer ? "quiche" : "beer")
                    .getAsJsonObject("weak");
            assertEquals(0.5, weak.get("least").getAsDouble());
            assertEquals(1.0, weak.get("greatest").getAsDouble());
        }
    }

    @Test
    void fewStrongOnesAreMimicked() throws IOException {
        final JsonObject answer = run(BEER.replace("PRIOR", "[0.1, \"9/10\"]")).json();
        final JsonObject outcome = answer.getAsJsonArray("equilibria").get(0).getAsJsonObject();
        assertEquals("semi-separating", outcome.get("kind").getAsString());
        final JsonArray weak =
                outcome.getAsJsonObject("exact").getAsJsonArray("sender").get(1).getAsJsonArray();
        assertEquals("1/9", weak.get(0).getAsString());
        final JsonArray beer = outcome.getAsJsonArray("receiver").get(0).getAsJsonArray();
        assertEquals(0.5, beer.get(0).getAsDouble());
    }

    @Test
    void aTypeMayLackAMessage() throws IOException {
        final JsonObject answer = run(BEER.replace("PRIOR", "[0.9, 0.1]").replace("[[0,2],[1,3]]],", "[null,[1,3]]],"))
                .json();
        final JsonObject outcome = answer.getAsJsonArray("equilibria").get(0).getAsJsonObject();
        assertEquals("separating", outcome.get("kind").getAsString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "[0.9, 0.2] ; must sum to exactly 1",
                "[1, 0] ; leave the type out",
                "[0.9] ; prior must be a list of 2 [count], but was [0.9]",
                "[0.9, true] ; prior[1] must be a number, or a string such as \"9/10\", but was true"
            })
    void refusals(String prior, String message) throws IOException {
        final String refusal = run(BEER.replace("PRIOR", prior)).refusal();
        assertTrue(refusal.contains(message), refusal);
    }

    @Test
    void malformedFilesAreRefused() throws IOException {
        assertTrue(run("{\"types\":").refusal().startsWith("FILE must be one JSON object, but was not: "));
        assertEquals(
                "field must be one of types, prior, messages, actions, sender, receiver, but was payoffs",
                run("{\"payoffs\":1}").refusal());
        assertEquals(
                "FILE must be a file that can be read, of at most 100 MB, but was none.json",
                Run.line("signaling none.json").refusal());
    }
}
