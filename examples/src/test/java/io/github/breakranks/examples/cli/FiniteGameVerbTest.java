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
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The verb game. */
class FiniteGameVerbTest {
    private static final String GUARD = "data/guard-and-deserter.nfg";

    @TempDir
    Path directory;

    private String file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text).toString();
    }

    private String chicken() throws IOException {
        return file("chicken.nfg", "NFG 1 R \"Chicken\" { \"a\" \"b\" } { 2 2 } 6 6 7 2 2 7 0 0");
    }

    /** McKelvey and McLennan (1997): nine regular equilibria. */
    private String nine() throws IOException {
        return file(
                "nine.nfg",
                "NFG 1 R \"2x2x2\" { \"1\" \"2\" \"3\" } { 2 2 2 } 9 8 12 0 0 0 0 0 0 9 8 2 0 0 0 3 4 6 3 4 6 0 0 0");
    }

    private static List<String> exact(JsonElement equilibrium) {
        final List<String> written = new ArrayList<>();
        equilibrium.getAsJsonObject().getAsJsonArray("exact").forEach(chance -> written.add(chance.getAsString()));
        return written;
    }

    @Test
    void allAndOneInFractions() {
        final JsonObject all = Run.of("game", GUARD, "--all", "--json").json();
        assertEquals(1, all.getAsJsonArray("equilibria").size());
        assertEquals(
                List.of("3/7", "2/7", "2/7", "5/7", "1/7", "1/7"),
                exact(all.getAsJsonArray("equilibria").get(0)));
        assertEquals(
                "0",
                all.getAsJsonArray("equilibria")
                        .get(0)
                        .getAsJsonObject()
                        .get("regret")
                        .getAsString());
        assertTrue(all.get("complete").getAsBoolean());
        assertFalse(all.get("degenerate").getAsBoolean());
        assertEquals(1, all.get("indexSum").getAsInt());
        assertEquals("proven", all.getAsJsonObject("certificate").get("kind").getAsString());
        final JsonObject one = Run.of("game", GUARD, "--one", "--json").json();
        assertEquals(
                exact(all.getAsJsonArray("equilibria").get(0)),
                exact(one.getAsJsonArray("equilibria").get(0)));
    }

    @Test
    void linesAsGambitPrints() throws IOException {
        final List<String> lines = Run.of("game", chicken(), "--all")
                .out()
                .lines()
                .filter(line -> line.startsWith("NE,"))
                .toList();
        assertEquals(
                List.of("NE,0,1,1,0", "NE,1,0,0,1", "NE,2/3,1/3,2/3,1/3"),
                lines.stream().sorted().toList());
    }

    @Test
    void nineEquilibriaOfThreePlayers() throws IOException {
        final JsonObject all = Run.of("game", nine(), "--all", "--json").json();
        assertEquals(9, all.getAsJsonArray("equilibria").size());
        assertTrue(all.get("complete").getAsBoolean());
        assertEquals(1, all.get("indexSum").getAsInt());
    }

    /** A program that reads the kind of certificate must not take part of a list for all. */
    @Test
    void aListThatMayBeIncompleteIsUnproven() throws IOException {
        final String even = file(
                "even.nfg",
                "NFG 1 R \"Even\" { \"a\" \"b\" \"c\" } { 2 2 2 } 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1");
        final JsonObject all = Run.of("game", even, "--all", "--json").json();
        assertEquals(8, all.getAsJsonArray("equilibria").size());
        assertFalse(all.get("complete").getAsBoolean());
        assertTrue(all.get("degenerate").getAsBoolean());
        assertEquals("unproven", all.getAsJsonObject("certificate").get("kind").getAsString());
    }

    @Test
    void theLastPointIsAtThePrecisionAskedFor() throws IOException {
        final String pennies = file("pennies.nfg", "NFG 1 R \"Pennies\" { \"a\" \"b\" } { 2 2 } 9 0 0 1 0 1 1 0");
        final JsonObject at =
                Run.of("game", pennies, "--qre", "123456.789", "--json").json();
        assertEquals(123_456.789, at.get("lambda").getAsDouble());
        final JsonObject far =
                Run.of("game", pennies, "--qre", "1e12", "--json").object();
        assertEquals(1e12, far.get("lambda").getAsDouble());
        assertEquals(
                "doubles cannot hold the equations to 1.0E-9 [share] at so high a precision; ask for a lower lambda",
                far.get("stopped").getAsString());
    }

    /** Asymmetric pennies at lambda 1; McKelvey and McLennan's game splits near 0.5967551. */
    @Test
    void logitAndWhereItSplits() throws IOException {
        final String pennies = file("pennies.nfg", "NFG 1 R \"Pennies\" { \"a\" \"b\" } { 2 2 } 9 0 0 1 0 1 1 0");
        final JsonObject at = Run.of("game", pennies, "--qre", "1", "--json").json();
        final JsonArray profile = at.getAsJsonArray("profile");
        assertEquals(.8935763, profile.get(0).getAsDouble(), 5e-8);
        assertEquals(.3127804, profile.get(2).getAsDouble(), 5e-8);
        final JsonObject split = Run.of("game", nine(), "--qre", "1", "--json").json();
        final JsonObject event = split.getAsJsonArray("events").get(0).getAsJsonObject();
        assertEquals("bifurcation", event.get("kind").getAsString());
        assertEquals(0.5967551, event.get("lambda").getAsDouble(), 5e-8);
    }

    /** Aumann (1974). */
    @Test
    void correlatedChicken() throws IOException {
        final JsonObject best =
                Run.of("game", chicken(), "--correlated", "max", "--json").json();
        assertEquals(10.5, best.get("totalPayoff").getAsDouble());
        assertEquals("21/2", best.get("totalPayoffExact").getAsString());
        assertEquals(3, best.getAsJsonArray("distribution").size());
    }

    @Test
    void valueOfAZeroSumGame() throws IOException {
        final String pennies = file("zero.nfg", "NFG 1 R \"\" { \"a\" \"b\" } { 2 2 } 9 -9 0 0 0 0 1 -1");
        final JsonObject value = Run.of("game", pennies, "--value", "--json").json();
        assertEquals("9/10", value.get("value").getAsString());
    }

    /** Opposed interests are of two; the way out is one that the command has. */
    @Test
    void threePlayersHaveNoValue() throws IOException {
        final String three = file("three.nfg", "NFG 1 R \"\" { \"a\" \"b\" \"c\" } { 2 1 1 } 1 2 3 4 5 6");
        assertEquals(
                "game must have 2 players to have a value [count], but was of 3; --one finds an equilibrium of it",
                Run.of("game", three, "--value").refusal());
        Run.of("game", three, "--one", "--json").json();
    }

    /** A value that is not known to the last digit is not printed as one. */
    @Test
    void aStoppedValueIsNone() throws IOException {
        final StringBuilder payoffs = new StringBuilder();
        final SplittableRandom random = new SplittableRandom(1);
        for (int k = 0; k < 150 * 150; k++) {
            final int payoff = random.nextInt(1000);
            payoffs.append(payoff).append(' ').append(-payoff).append(' ');
        }
        final String large = file("large.nfg", "NFG 1 R \"\" { \"a\" \"b\" } { 150 150 } " + payoffs);
        final Run run = Run.of("game", large, "--value", "--json", "--limit", "1ms");
        assertEquals(1, run.exit(), run.err());
        assertTrue(run.out().contains("\"value\":null,\"valueDecimal\":null"), run.out());
    }

    @Test
    void malformedFilesAreRefusedWithTheirPlace() throws IOException {
        final String bad = file("bad.nfg", "NFG 1 R \"\" { \"a\" \"b\" } { 2 2 }\n1 2 3 x");
        final String refusal = Run.of("game", bad, "--all").refusal();
        assertTrue(refusal.contains("line 2") && refusal.contains("column 7"), refusal);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "game data/guard-and-deserter.nfg ; question must be one of --all, --one, --qre LAMBDA, --correlated max|min, --value, but was none",
                "game data/guard-and-deserter.nfg --all --one ; question must be one of --all, --one, --qre LAMBDA, --correlated max|min, --value, but was 2 of them",
                "game data/none.nfg --all ; FILE must be a file that can be read, but was data/none.nfg",
                "game data/guard-and-deserter.nfg --qre -1 ; --qre must be finite and >= 0 [1 / payoff], but was -1",
                "game data/guard-and-deserter.nfg --correlated most ; --correlated must be max or min, but was most"
            })
    void refusals(String line, String message) {
        final String[] halves = {line.strip(), message.strip()};
        assertEquals(halves[1], Run.line(halves[0]).refusal());
    }
}
