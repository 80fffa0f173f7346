package io.github.breakranks.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
                "[0.9, 0.2] ; prior must sum to 1 within 1e-12 [share], but was 1.1",
                "[\"0.9\", 0.2] ; must sum to exactly 1",
                "[1e5000, 0.2] ; prior[0] must be a number with at most 1100 decimals, or zeros at its end, but was 1e5000",
                "[\"1e-99999999999\", 1] ; prior[0] must be a number with at most 1100 decimals, or zeros at its end",
                "[1, 0] ; leave the type out",
                "[0.9] ; prior must be a list of 2 [count], but was [0.9]",
                "[0.9, true] ; prior[1] must be a number, or a string such as \"9/10\", but was true"
            })
    void refusals(String prior, String message) throws IOException {
        final String refusal = run(BEER.replace("PRIOR", prior)).refusal();
        assertTrue(refusal.contains(message), refusal);
    }

    /** Doubles as another program prints them are taken; decimals that sum to 1 stay what they are. */
    @Test
    void priorsInNumbersSumNearly() throws IOException {
        final String three = "{\"types\":[\"a\",\"b\",\"c\"],\"prior\":PRIOR,\"messages\":[\"m\"],\"actions\":[\"x\"],"
                + "\"sender\":[[[0]],[[0]],[[0]]],\"receiver\":[[[0]],[[0]],[[0]]]}";
        final String third = "0.3333333333333333";
        final JsonObject answer = run(three.replace("PRIOR", "[" + third + "," + third + "," + third + "]"))
                .json();
        assertTrue(answer.get("complete").getAsBoolean());
        assertEquals(
                "prior must sum to exactly 1 [share], but was 9999999999999999/10000000000000000; give fractions such as 1/3",
                run(three.replace("PRIOR", "[\"" + third + "\"," + third + "," + third + "]"))
                        .refusal());
    }

    /** Worked by hand: either at most a third or at least two thirds of a, nothing between. */
    @Test
    void beliefsThatSustainAreListedPieceByPiece() throws IOException {
        final String hole = "{\"types\":[\"a\",\"b\"],\"prior\":[0.5,0.5],\"messages\":[\"safe\",\"try\"],"
                + "\"actions\":[\"L\",\"M\",\"H\"],\"sender\":[[[1,1,1],[0,2,0]],[[1,1,1],[0,2,0]]],"
                + "\"receiver\":[[[0,0,0],[0,2,3]],[[0,0,0],[3,2,0]]]}";
        for (final JsonElement each : run(hole).json().getAsJsonArray("equilibria")) {
            final JsonObject outcome = each.getAsJsonObject();
            if (outcome.getAsJsonObject("sustaining").has("try")) {
                final JsonArray pieces = outcome.getAsJsonObject("exact")
                        .getAsJsonObject("sustaining")
                        .getAsJsonArray("try");
                final List<String> single = new ArrayList<>();
                pieces.forEach(piece -> {
                    final JsonObject play = piece.getAsJsonObject();
                    if (play.getAsJsonArray("actions").size() == 1) {
                        single.add(play.get("actions") + " " + play.get("beliefs") + " " + play.get("responses"));
                    }
                });
                assertEquals(
                        List.of(
                                "[\"L\"] [[\"0\",\"1\"],[\"1/3\",\"2/3\"]] [[\"1\",\"0\",\"0\"]]",
                                "[\"H\"] [[\"1\",\"0\"],[\"2/3\",\"1/3\"]] [[\"0\",\"0\",\"1\"]]"),
                        single);
                return;
            }
        }
        throw new AssertionError("no outcome without the message try");
    }

    @Test
    void eachOutcomeIsToldOnce() {
        final String out = Run.line("signaling data/beer-quiche.json").out();
        assertTrue(
                out.startsWith(
                        "Outcomes found: 2 pooling." + System.lineSeparator() + "Pooling: strong beer, weak beer."),
                out);
        assertEquals(2, out.split("Pooling: strong ", -1).length - 1);
    }

    /** Half strong: after beer, and after quiche, a duel has any chance up to 1/2; two sets of two corners each. */
    @Test
    void whatBelongsTogetherIsOneSet() throws IOException {
        final String half = BEER.replace("PRIOR", "[0.5,0.5]");
        final JsonObject answer = run(half).json();
        final JsonArray sets = answer.getAsJsonArray("sets");
        assertEquals(2, sets.size());
        assertEquals(4, answer.getAsJsonArray("equilibria").size());
        final JsonObject beer = sets.get(0).getAsJsonObject();
        assertEquals("pooling", beer.get("kind").getAsString());
        assertTrue(beer.get("continuum").getAsBoolean());
        assertEquals("[0,1]", beer.get("corners").toString());
        assertEquals(
                "{\"sender\":[],\"receiver\":[{\"message\":\"beer\",\"action\":\"duel\",\"least\":0.0,\"greatest\":0.5},"
                        + "{\"message\":\"beer\",\"action\":\"not\",\"least\":0.5,\"greatest\":1.0}]}",
                beer.get("ranges").toString());
        final JsonObject weak =
                beer.getAsJsonObject("offPathBeliefs").getAsJsonObject("quiche").getAsJsonObject("weak");
        assertEquals(0.5, weak.get("least").getAsDouble());
        assertEquals(1, weak.get("greatest").getAsDouble());
        assertTrue(weak.get("belief").getAsDouble() >= 0.5);
        assertEquals("[2,3]", sets.get(1).getAsJsonObject().get("corners").toString());

        final List<String> lines = Run.of(
                        "signaling", directory.resolve("game.json").toString())
                .out()
                .lines()
                .toList();
        assertEquals("Outcomes found: 2 pooling, each a continuum.", lines.get(0));
        assertTrue(
                lines.get(1)
                        .startsWith(
                                "Pooling, a set with 2 corners: strong beer, weak beer. After beer the receiver answers duel from 0 to"
                                        + " 1/2 or not from 1/2 to 1. Nobody sends quiche, "),
                lines.get(1));
        assertTrue(lines.get(2).startsWith("  Pooling: strong beer, weak beer. After beer "), lines.get(2));
        assertEquals(
                2,
                lines.stream()
                        .filter(line -> line.startsWith("Pooling, a set with 2 corners: "))
                        .count());
        assertEquals(
                4, lines.stream().filter(line -> line.startsWith("  Pooling: ")).count());
    }

    /** Words say partially pooling; the label that tools read stays one of three. */
    @Test
    void somePoolAndSomeDoNot() throws IOException {
        final String three =
                "{\"types\":[\"a\",\"b\",\"c\"],\"prior\":[\"1/3\",\"1/3\",\"1/3\"],\"messages\":[\"m\",\"n\"],\"actions\":[\"x\"],"
                        + "\"sender\":[[[1],[0]],[[1],[0]],[[0],[1]]],\"receiver\":[[[0],[0]],[[0],[0]],[[0],[0]]]}";
        final JsonObject answer = run(three).json();
        for (final String list : new String[] {"equilibria", "sets"}) {
            assertEquals(
                    "semi-separating",
                    answer.getAsJsonArray(list)
                            .get(0)
                            .getAsJsonObject()
                            .get("kind")
                            .getAsString());
        }
        final String out =
                Run.of("signaling", directory.resolve("game.json").toString()).out();
        assertTrue(
                out.startsWith("Outcomes found: 1 partially pooling." + System.lineSeparator()
                        + "Partially pooling: a m, b m, c n."),
                out);
    }

    /** Two messages and two actions: 3 x 3 x 3 x 3 supports, said before anything is found, and guarded by an option that the refusal names. */
    @Test
    void theCountIsSaidBeforehand() {
        final Run told = Run.line("signaling data/beer-quiche.json");
        assertEquals("Supports to be looked at: 81." + System.lineSeparator(), told.err());
        assertEquals(0, told.exit());
        assertEquals("", Run.line("signaling data/beer-quiche.json --json").err());
        assertEquals(
                81,
                Run.line("signaling data/beer-quiche.json --most 81 --json")
                        .json()
                        .get("supports")
                        .getAsInt());
        assertEquals(
                "supports must be at most 80 [count], but was 81; leave out messages or actions, or raise --most",
                Run.line("signaling data/beer-quiche.json --most 80").refusal());
        assertEquals(
                81,
                Run.line("signaling data/beer-quiche.json --most 9e18 --json")
                        .json()
                        .get("supports")
                        .getAsInt());
        for (final String wrong : new String[] {"0", "-1", "few", "NaN", "1.5", "1e19", "1e999999999"}) {
            assertEquals(
                    "--most must be an integer from 1 to 2^63 - 1 [supports], but was " + wrong,
                    Run.line("signaling data/beer-quiche.json --most " + wrong).refusal());
        }
    }

    /** An outcome by itself is a set with one corner. */
    @Test
    void anOutcomeByItselfIsASet() {
        assertEquals(
                "[0]",
                Run.line("signaling data/beer-quiche.json --json")
                        .json()
                        .getAsJsonArray("sets")
                        .get(0)
                        .getAsJsonObject()
                        .get("corners")
                        .toString());
    }

    @Test
    void jsonIsReadStrictly() throws IOException {
        assertEquals(
                "FILE must be nested at most 16 deep [count], but was deeper",
                run("{\"types\":" + "[".repeat(200_000)).refusal());
        assertEquals(
                "FILE must be one JSON object, but was not: see line 1, column 3",
                run("{types:[]}").refusal());
        assertEquals(
                "field must be given once [count], but was types again",
                run("{\"types\":[],\"types\":[]}").refusal());
        assertTrue(run("{} {}").refusal().startsWith("FILE must be one JSON object, but was "));
        final String name = "x".repeat(10_000);
        assertEquals(
                "types must have different names, but was " + "x".repeat(80) + "... twice",
                run(BEER.replace("PRIOR", "[0.5,0.5]")
                                .replace("\"strong\"", '"' + name + '"')
                                .replace("\"weak\"", '"' + name + '"'))
                        .refusal());
        assertEquals(
                "field must be one of types, prior, messages, actions, sender, receiver, but was " + "x".repeat(80)
                        + "...",
                run("{\"" + name + "\":1}").refusal());
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
