package io.github.breakranks.game;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.breakranks.answer.Fraction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GameFileTest {
    /** R. Selten (1975), International Journal of Game Theory 4, figure 2: three actions against two. */
    private static final String SELTEN = "NFG 1 R \"Selten 1975\" { \"1\" \"2\" } ";

    private static final NormalFormGame FIGURE_2 = NormalFormGame.bimatrix(
                    new long[][] {{1, 1}, {0, 0}, {0, 2}}, new long[][] {{1, 1}, {2, 3}, {2, 0}})
            .named("Selten 1975", List.of("1", "2"), List.of(List.of("1", "2", "3"), List.of("1", "2")));

    private static String refused(String text) {
        return assertThrows(IllegalArgumentException.class, () -> GameFile.parse(text))
                .getMessage();
    }

    @Test
    void theFirstPlayersActionRunsFastest() {
        assertEquals(FIGURE_2, GameFile.parse(SELTEN + "{ 3 2 }\n\n1 1 0 2 0 2 1 1 0 3 2 0\n"));
    }

    @Test
    void outcomesAreTheSameGame() {
        assertEquals(
                FIGURE_2,
                GameFile.parse(
                        SELTEN + "{ { \"1\" \"2\" \"3\" }\n{ \"1\" \"2\" } }\n\"\"\n{ { \"\" 1, 1 } { \"x\" 0, 2 }"
                                + " { \"\" 0 3 } { \"\" 2, 0 } }\n1 2 2 1 3 4"));
    }

    @Test
    void writtenByOutcomes() {
        final NormalFormGame game = NormalFormGame.bimatrix(
                        new long[][] {{1, 1}, {0, 1}}, new long[][] {{1, 2}, {2, 1}})
                .named("twice", List.of("a", "b"), List.of(List.of("up", "down"), List.of("left", "right")));
        assertEquals(
                "NFG 1 R \"twice\" { \"a\" \"b\" }\n\n{\n{ \"up\" \"down\" }\n{ \"left\" \"right\" }\n}\n\n"
                        + "{\n{ \"\" 1, 1 }\n{ \"\" 0, 2 }\n{ \"\" 1, 2 }\n}\n\n1 2\n3 1\n",
                GameFile.outcomesText(game));
        assertEquals(game, GameFile.parse(GameFile.outcomesText(game)));
    }

    @Test
    void outcomeZeroEarnsNobodyAnything() {
        final NormalFormGame game =
                GameFile.parse("NFG 1 R \"\" { \"a\" } { { \"x\" \"y\" } } \"remark\" { { \"o\" -1.5 } } 0 1");
        assertEquals(
                List.of(Fraction.ZERO, Fraction.of(-3, 2)), List.of(game.exactPayoff(0, 0), game.exactPayoff(0, 1)));
    }

    @Test
    void threePlayers() {
        final NormalFormGame game =
                GameFile.parse("NFG 1 R \"\" {\"a\" \"b\" \"c\"} {2 1 2} 1 2 3 4 5 6 7 8 9 10 11 12");
        assertEquals(4, game.payoff(0, 1, 0, 0));
        assertEquals(8, game.payoff(1, 0, 0, 1));
        assertEquals(12, game.payoff(2, 1, 0, 1));
    }

    @ParameterizedTest
    @CsvSource({
        "0.1, 1/10",
        "-.25, -1/4",
        "+3, 3",
        "-7/21, -1/3",
        "1.5e3, 1500",
        "2E-2, 1/50",
        "5., 5",
        "123456789012345678901234567890, 123456789012345678901234567890",
        "-9223372036854775808, -9223372036854775808"
    })
    void numbersAreReadExactly(String written, String payoff) {
        assertEquals(
                Fraction.parse(payoff),
                GameFile.parse("NFG 1 R \"\" { \"a\" } { 1 } " + written).exactPayoff(0, 0));
    }

    @Test
    void namesKeepQuotationMarksBackslashesAndLineBreaks() {
        final NormalFormGame game =
                GameFile.parse("\uFEFFNFG\n1\tR\"a \\\"b\\\" \\\\ c\\d\n{ }\"{\"\"}{{\"x, y\"}}\"remark\"1");
        assertEquals("a \"b\" \\ c\\d\n{ }", game.title());
        assertEquals("", game.player(0));
        assertEquals("x, y", game.action(0, 0));
        assertEquals(game, GameFile.parse(GameFile.text(game)));
    }

    @Test
    void whatIsWritten() {
        assertEquals(
                "NFG 1 R \"Selten 1975\" { \"1\" \"2\" }\n\n{\n{ \"1\" \"2\" \"3\" }\n{ \"1\" \"2\" }\n}\n\n"
                        + "1 1\n0 2\n0 2\n1 1\n0 3\n2 0\n",
                GameFile.text(FIGURE_2));
    }

    @Test
    void filesComeBack(@TempDir Path folder) throws IOException {
        final Path file = folder.resolve("selten.nfg");
        GameFile.write(FIGURE_2, file);
        assertEquals(FIGURE_2, GameFile.read(file));
        Files.writeString(file, "NFG 1 R \"\"\n{ \"a\" } { 2 }\n1 x\n");
        assertEquals(
                "line 3, column 3 of selten.nfg must be the payoff of player 1 in combination 2 of 2, but was \"x\"",
                assertThrows(IllegalArgumentException.class, () -> GameFile.read(file))
                        .getMessage());
        Files.write(file, new byte[] {'N', (byte) 0xFF});
        assertEquals(
                file + " must be UTF-8 [encoding], but was not",
                assertThrows(IllegalArgumentException.class, () -> GameFile.read(file))
                        .getMessage());
        final Path none = folder.resolve("none.nfg");
        assertEquals(
                "cannot read " + none,
                assertThrows(UncheckedIOException.class, () -> GameFile.read(none))
                        .getMessage());
    }

    @Test
    void linesMayEndAsAnySystemEndsThem() {
        for (final String end : List.of("\n", "\r\n", "\r")) {
            assertEquals(
                    "line 3, column 3 must be the payoff of player 1 in combination 2 of 2, but was \"x\"",
                    refused("NFG 1 R \"\" {\"a\"}" + end + "{ 2 }" + end + "1 x"));
        }
    }

    @Test
    void columnsCountCharactersAlsoOutsideOfTheBasicPlane() {
        assertEquals(
                "line 1, column 25 must be the payoff of player 1 in combination 1 of 1, but was \"x\"",
                refused("NFG 1 R \"\uD83C\uDF3E\" {\"a\"} { 1 } x"));
    }

    @Test
    void mistakesAreNamedByLineAndColumn() {
        assertEquals(
                "line 1, column 1 must be NFG, as in NFG 1 R \"title\" { \"players\" }, but was \"EFG\"",
                refused("EFG 2 R"));
        assertEquals(
                "line 1, column 5 must be 1, as in NFG 1 R \"title\" { \"players\" }, but was \"2\"",
                refused("NFG 2 R"));
        assertEquals(
                "line 1, column 1 must be NFG, as in NFG 1 R \"title\" { \"players\" }, but was the end", refused(""));
        assertEquals("line 1, column 9 must be the title in quotation marks, but was \"{\"", refused("NFG 1 R {"));
        assertEquals(
                "line 2, column 3 must be the players' names in quotation marks, but was \"Row\"",
                refused("NFG 1 R \"\"\n{ Row Column }"));
        assertEquals(
                "line 1, column 12 must hold the players' names in quotation marks, but was \"}\"",
                refused("NFG 1 R \"\"{}"));
        assertEquals(
                "line 1, column 9 must end with a quotation mark, but was \"\"never ends\"",
                refused("NFG 1 R \"never ends"));
        assertEquals(
                "line 1, column 20 must be how many actions player 1 of 1 has, but was \"-1\"",
                refused("NFG 1 R \"\" {\"a\"} { -1 } 1"));
        assertEquals(
                "line 1, column 20 must be how many actions player 1 of 1 has, from 1 to 2147483647, but was \"0\"",
                refused("NFG 1 R \"\" {\"a\"} { 0 } 1"));
        assertEquals("line 1, column 22 must be }, but was \"3\"", refused("NFG 1 R \"\" {\"a\"} { 2 3 } 1 1 1"));
        assertEquals(
                "line 1, column 27 must be the payoff of player 1 in combination 2 of 2, but was the end",
                refused("NFG 1 R \"\" {\"a\"} { 2 } 1  "));
        assertEquals(
                "line 1, column 24 must be the payoff of player 1 in combination 1 of 1, but was \"1/2/3\"",
                refused("NFG 1 R \"\" {\"a\"} { 1 } 1/2/3"));
        assertEquals(
                "line 1, column 24 must be the payoff of player 1 in combination 1 of 1"
                        + " (denominator must not be 0 [number], but was 0), but was \"1/0\"",
                refused("NFG 1 R \"\" {\"a\"} { 1 } 1/0"));
        assertEquals(
                "line 1, column 24 must be the payoff of player 1 in combination 1 of 1, but was \"NaN\"",
                refused("NFG 1 R \"\" {\"a\"} { 1 } NaN"));
        assertEquals(
                "line 1, column 26 must be the end, as all combinations have their payoffs, but was \"2\"",
                refused("NFG 1 R \"\" {\"a\"} { 1 } 1 2"));
    }

    @Test
    void mistakesAmongOutcomesAreNamedToo() {
        final String head = "NFG 1 R \"\" {\"a\"} { {\"x\" \"y\"} }\n";
        assertEquals(
                "line 2, column 5 must be the name of outcome 1 in quotation marks, but was \"1\"",
                refused(head + "{ { 1 } } 1 1"));
        assertEquals(
                "line 2, column 8 must be the payoff of player 1 in outcome 1, but was \"}\"",
                refused(head + "{ { \"\" } } 1 1"));
        assertEquals("line 2, column 10 must be }, but was \"2\"", refused(head + "{ { \"\" 1 2 } } 1 1"));
        assertEquals(
                "line 2, column 16 must be the outcome of combination 2 of 2, from 0 to 1, but was \"2\"",
                refused(head + "{ { \"\" 1 } } 1 2"));
    }

    @Test
    void aShortTextCannotAskForMuchMemory() {
        assertEquals(
                "line 1, column 22: the actions must make at most 3 combinations, as many as the rest of the text can hold, but"
                        + " were 1000000 x 1000000: 1000000000000",
                refused("NFG 1 R \"\" {\"a\" \"b\"} {1000000 1000000} 1 1"));
    }

    /** Reading digits takes time that grows as their square: a million took half a minute. */
    @Test
    void aNumberHasTenThousandDigitsAtMost() {
        final String head = "NFG 1 R \"\" {\"a\"} {1}\n";
        final String most = "9".repeat(10_000);
        assertEquals(Fraction.parse(most), GameFile.parse(head + " " + most).exactPayoffAt(0, 0));
        for (final String digits : List.of(most + "9", "-1/" + most + "9", most + ".5", "+" + most + "9/7")) {
            assertEquals(
                    "line 2, column 2 must be the payoff of player 1 in combination 1 of 1 (fraction must have numbers of"
                            + " at most 10000 digits [characters], but was of 10001), but was \""
                            + digits.substring(0, 30) + "...\"",
                    refused(head + " " + digits));
        }
    }
}
