package io.github.breakranks.game;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Fraction;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class NormalFormGameTest {
    private static final NormalFormGame DILEMMA =
            NormalFormGame.bimatrix(new long[][] {{2, 0}, {3, 1}}, new long[][] {{2, 3}, {0, 1}});
    private static final Fraction HUGE = Fraction.parse("1e400");

    private static String refused(Executable executable) {
        return assertThrows(IllegalArgumentException.class, executable).getMessage();
    }

    @Test
    void theLastPlayersActionRunsFastest() {
        final NormalFormGame game =
                NormalFormGame.of(new int[] {2, 3, 2}, (player, chosen) -> 100 * player + 10 * chosen[1] + chosen[2]);

        assertEquals(12, game.profiles());
        assertArrayEquals(new int[] {1, 2, 0}, game.chosen(10));
        assertEquals(10, game.index(1, 2, 0));
        assertEquals(List.of(6, 2, 1), List.of(game.stride(0), game.stride(1), game.stride(2)));
        assertEquals(120, game.payoffAt(1, 10));
        assertEquals(game.payoff(1, 1, 2, 0), game.payoffAt(1, 10));
    }

    @Test
    void whatAFormulaDoesToItsArgumentsIsItsOwnAffair() {
        final NormalFormGame game = NormalFormGame.of(new int[] {2, 2}, (player, chosen) -> {
            final int sum = Arrays.stream(chosen).sum();
            Arrays.fill(chosen, 7);
            return sum;
        });
        assertEquals(
                List.of(0.0, 1.0, 1.0, 2.0),
                List.of(game.payoffAt(1, 0), game.payoffAt(1, 1), game.payoffAt(1, 2), game.payoffAt(1, 3)));
    }

    @Test
    void doublesStandAtFaceValueOrAsWritten() {
        final NormalFormGame game = NormalFormGame.bimatrix(new double[][] {{0.1}}, new double[][] {{-0.75}});

        assertEquals(Fraction.exactly(0.1), game.exactPayoffAt(0, 0));
        assertNotEquals(Fraction.of(1, 10), game.exactPayoffAt(0, 0));
        assertEquals(Fraction.of(1, 10), game.asWritten().exactPayoffAt(0, 0));
        assertFalse(game.exact());
        assertTrue(game.asWritten().exact());
        assertEquals(BigInteger.valueOf(4), game.denominator(1));
        assertEquals(BigInteger.valueOf(-3), game.numeratorAt(1, 0));
    }

    /** Numerator over denominator is the payoff, for doubles of any size, the smallest above 0 among them. */
    @Test
    void wholeMultiplesOfDoubles() {
        final double[] values = {
            0, 1, -3, 0.1, -1e-5, 1e300, Double.MIN_VALUE, -Double.MIN_NORMAL, Double.MAX_VALUE, 1 / 3.0
        };
        final NormalFormGame game = NormalFormGame.of(new int[] {values.length}, (player, chosen) -> values[chosen[0]]);
        for (int index = 0; index < values.length; index++) {
            assertEquals(
                    Fraction.exactly(values[index]), new Fraction(game.numeratorAt(0, index), game.denominator(0)));
        }
    }

    @Test
    void fractionsHaveTheirLeastCommonDenominator() {
        final NormalFormGame game =
                NormalFormGame.exact(new int[] {3}, (player, chosen) -> Fraction.of(1, 4 + 2 * chosen[0]));
        assertEquals(BigInteger.valueOf(24), game.denominator(0));
        assertEquals(
                List.of(6, 4, 3),
                List.of(0, 1, 2).stream()
                        .map(i -> game.numeratorAt(0, i).intValueExact())
                        .toList());
    }

    /** 1/3 and the double nearest to it differ by less than a double can tell. */
    @Test
    void comparisonsAreExactWhereDoublesTie() {
        final Fraction third = Fraction.of(1, 3);
        final Fraction near = Fraction.exactly(1 / 3.0);
        final NormalFormGame game = NormalFormGame.exact(
                new int[] {4},
                (player, chosen) -> List.of(third, near, third, HUGE).get(chosen[0]));

        assertEquals(1, game.compareAt(0, 0, 1));
        assertEquals(0, game.compareAt(0, 0, 2));
        assertEquals(-1, game.compareAt(0, 1, 2));
        assertEquals(1, game.compareAt(0, 3, 0));
        assertEquals(1, game.compareGains(0, 1, 0, 0, 2));
        assertEquals(0, game.compareGains(0, 0, 2, 2, 0));
        assertEquals(-1, game.compareGains(0, 0, 3, 1, 3));
        final NormalFormGame whole =
                NormalFormGame.bimatrix(new long[][] {{Long.MAX_VALUE, Long.MAX_VALUE - 1}}, new long[][] {{0, 0}});
        assertEquals(1, whole.compareAt(0, 0, 1));
        assertEquals(-1, whole.compareGains(0, 0, 1, 1, 1));
    }

    @Test
    void aFractionBeyondDoublesIsRefusedOnlyWhereADoubleIsAsked() {
        final NormalFormGame game =
                NormalFormGame.bimatrix(new Fraction[][] {{HUGE}}, new Fraction[][] {{Fraction.ONE}});

        assertEquals(HUGE, game.exactPayoffAt(0, 0));
        assertEquals(1, game.payoffAt(1, 0));
        assertEquals(
                "payoff must be at most 1.7976931348623157E308 [size of a double], but was about 10^400; ask for it exactly",
                refused(() -> game.payoffAt(0, 0)));
        assertTrue(Regret.of(game, StrategyProfile.uniform(1, 1)).none());
    }

    @Test
    void actionsAreLeftOutOrReordered() {
        final NormalFormGame game =
                DILEMMA.named("", List.of("a", "b"), List.of(List.of("keep", "tell"), List.of("k", "t")));
        final NormalFormGame told = game.withActions(new int[] {1}, new int[] {1, 0});

        assertEquals(List.of("tell", "t", "k"), List.of(told.action(0, 0), told.action(1, 0), told.action(1, 1)));
        assertEquals(List.of(1.0, 3.0), List.of(told.payoff(0, 0, 0), told.payoff(0, 0, 1)));
        assertEquals(List.of(1.0, 0.0), List.of(told.payoff(1, 0, 0), told.payoff(1, 0, 1)));
        assertEquals(
                "chosen must list actions of each player [2 players], but was 1",
                refused(() -> game.withActions(new int[] {1})));
        assertEquals(
                "chosen[1] must list at least 1 action, none twice [actions], but was [0, 0]",
                refused(() -> game.withActions(new int[] {1}, new int[] {0, 0})));
        assertEquals(
                "chosen[0] must list at least 1 action, none twice [actions], but was []",
                refused(() -> game.withActions(new int[] {}, new int[] {0})));
        assertEquals(
                "chosen[1] must be from 0 to 1 [action], but was 2",
                refused(() -> game.withActions(new int[] {1}, new int[] {2})));
    }

    @Test
    void sumsAreToldExactly() {
        assertTrue(NormalFormGame.zeroSum(new double[][] {{0.1, 0.3}, {1e300, 0}})
                .constantSum());
        assertTrue(NormalFormGame.zeroSum(new Fraction[][] {{HUGE, Fraction.of(1, 3)}})
                .constantSum());
        assertFalse(DILEMMA.constantSum());
    }

    @Test
    void equalPayoffsMakeEqualGamesHoweverTheyWereGiven() {
        final NormalFormGame doubles =
                NormalFormGame.bimatrix(new double[][] {{2, -0.0}, {3, 1}}, new double[][] {{2, 3}, {0, 1}});
        assertEquals(DILEMMA, doubles);
        assertEquals(DILEMMA.hashCode(), doubles.hashCode());
        assertNotEquals(DILEMMA, DILEMMA.withActions(new int[] {1, 0}, new int[] {0, 1}));
    }

    @Test
    void raggedAndEmptyPayoffsAreRefused() {
        assertEquals(
                "row must have at least one row and one column [payoffs], but was 0 x 0",
                refused(() -> NormalFormGame.zeroSum(new double[][] {})));
        assertEquals(
                "row must have at least one row and one column [payoffs], but was 2 x 0",
                refused(() -> NormalFormGame.zeroSum(new long[][] {{}, {}})));
        assertEquals(
                "row must have rows of the same length [2, as row 0], but row 1 was 3 long",
                refused(() -> NormalFormGame.zeroSum(new long[][] {{1, 2}, {1, 2, 3}})));
        assertEquals(
                "column must have the shape of row [1 x 2], but was 2 x 1",
                refused(() -> NormalFormGame.bimatrix(new double[][] {{1, 2}}, new double[][] {{1}, {2}})));
        assertEquals(
                "actions must name at least 1 player [count], but was 0",
                refused(() -> NormalFormGame.of(new int[] {}, (player, chosen) -> 0)));
        assertEquals(
                "actions[1] must be >= 1 [count], but was 0",
                refused(() -> NormalFormGame.of(new int[] {2, 0}, (player, chosen) -> 0)));
    }

    @Test
    void nullRowsAreNamed() {
        assertEquals(
                "column[1]",
                assertThrows(
                                NullPointerException.class,
                                () -> NormalFormGame.bimatrix(new double[][] {{1}, {1}}, new double[][] {{1}, null}))
                        .getMessage());
        assertEquals(
                "row[0]",
                assertThrows(NullPointerException.class, () -> NormalFormGame.zeroSum(new Fraction[][] {null}))
                        .getMessage());
    }

    @Test
    void whatIsNoFiniteNumberIsRefused() {
        assertEquals(
                "payoff of player 1 at [0, 1] must be finite [payoff], but was NaN",
                refused(() -> NormalFormGame.bimatrix(new double[][] {{1, 2}}, new double[][] {{1, Double.NaN}})));
        assertEquals(
                "payoff of player 0 at [0] must be finite [payoff], but was -Infinity",
                refused(() -> NormalFormGame.of(new int[] {1}, (player, chosen) -> Double.NEGATIVE_INFINITY)));
        assertEquals(
                "row[0][1] must be above -9223372036854775808 [payoff], but was that; take fractions",
                refused(() -> NormalFormGame.zeroSum(new long[][] {{0, Long.MIN_VALUE}})));
    }

    @Test
    void gamesTooLargeAreRefusedBeforeTheyAreMade() {
        final int[] many = new int[100];
        Arrays.fill(many, 2);
        assertEquals(
                "actions must make at most 200000000 payoffs [count], but was 1.27E+32 of 100 players, 1.01E+33 bytes at least; "
                        + "take fewer actions, or a SymmetricGame where players are alike",
                refused(() -> NormalFormGame.of(many, (player, chosen) -> 0)));
        assertEquals(
                "actions must make at most 200000000 payoffs [count], but was 402653184 of 24 players, 3221225472 bytes at least; "
                        + "take fewer actions, or a SymmetricGame where players are alike",
                refused(() -> NormalFormGame.of(Arrays.copyOf(many, 24), (player, chosen) -> 0)));
    }

    @Test
    void namesMustBeThoseOfAll() {
        assertEquals(
                "newPlayers must name every player [2 players], but was 1",
                refused(() -> DILEMMA.named("", List.of("a"), List.of(List.of("x", "y"), List.of("x", "y")))));
        assertEquals(
                "newActions must name every action [2 x 2], but was 2 x 1",
                refused(() -> DILEMMA.named("", List.of("a", "b"), List.of(List.of("x", "y"), List.of("x")))));
        assertEquals(
                "chosen must name an action of each player [2], but was 3", refused(() -> DILEMMA.payoff(0, 1, 1, 1)));
        assertEquals("chosen[1] must be from 0 to 1 [action], but was 2", refused(() -> DILEMMA.payoff(0, 1, 2)));
    }

    @Test
    void inALine() {
        assertEquals("Normal form of 2 players, 2 x 2 actions", DILEMMA.toString());
        assertEquals(
                "A title that goes on for longer than ...: 2 players, 2 x 2 actions",
                DILEMMA.named(
                                "A title that goes on for longer than a line of 80 has room for",
                                List.of("a", "b"),
                                List.of(List.of("x", "y"), List.of("x", "y")))
                        .toString());
        assertEquals(
                "Normal form of 8 players, 1 to 2 actions",
                NormalFormGame.of(new int[] {1, 2, 2, 2, 2, 2, 2, 2}, (player, chosen) -> 0)
                        .toString());
    }

    @Test
    void numbersOfPlayersActionsAndCombinationsMustBeThoseOfTheGame() {
        final String combinations = "index must be from 0 to 3 [combination], but was ";
        assertEquals(combinations + 99, refused(() -> DILEMMA.chosen(99)));
        assertEquals(combinations + -1, refused(() -> DILEMMA.chosen(-1)));
        assertEquals(combinations + 77, refused(() -> DILEMMA.payoffAt(0, 77)));
        assertEquals(combinations + 4, refused(() -> DILEMMA.exactPayoffAt(0, 4)));
        assertEquals(combinations + -2, refused(() -> DILEMMA.numeratorAt(1, -2)));
        assertEquals("one must be from 0 to 3 [combination], but was 4", refused(() -> DILEMMA.compareAt(0, 4, 0)));
        assertEquals(
                "otherTo must be from 0 to 3 [combination], but was 5",
                refused(() -> DILEMMA.compareGains(0, 0, 1, 2, 5)));
        final String players = "player must be from 0 to 1 [player], but was ";
        assertEquals(players + -1, refused(() -> DILEMMA.actions(-1)));
        assertEquals(players + 5, refused(() -> DILEMMA.payoffAt(5, 0)));
        assertEquals(players + 4, refused(() -> DILEMMA.exactPayoff(4, 0, 0)));
        assertEquals(players + 2, refused(() -> DILEMMA.payoff(2, 0, 0)));
        assertEquals(players + 9, refused(() -> DILEMMA.player(9)));
        assertEquals(players + 2, refused(() -> DILEMMA.denominator(2)));
        assertEquals(players + 3, refused(() -> DILEMMA.stride(3)));
        assertEquals(players + 3, refused(() -> DILEMMA.compareGains(3, 0, 1, 2, 3)));
        assertEquals("action must be from 0 to 1 [action], but was 9", refused(() -> DILEMMA.action(0, 9)));
    }

    @Test
    void whatIsMissingIsNamed() {
        final long[][] whole = {{1}};
        assertEquals("row", missing(() -> NormalFormGame.bimatrix(null, whole)));
        assertEquals("column", missing(() -> NormalFormGame.bimatrix(whole, null)));
        assertEquals("row", missing(() -> NormalFormGame.zeroSum((double[][]) null)));
        assertEquals("row", missing(() -> NormalFormGame.zeroSum((Fraction[][]) null)));
        assertEquals("row[0]", missing(() -> NormalFormGame.zeroSum(new double[][] {null})));
        assertEquals("actions", missing(() -> NormalFormGame.of(null, (player, chosen) -> 0)));
        final List<List<String>> actions = List.of(List.of("x", "y"), List.of("x", "y"));
        assertEquals("newPlayers", missing(() -> DILEMMA.named("", null, actions)));
        assertEquals("newPlayers[1]", missing(() -> DILEMMA.named("", Arrays.asList("a", null), actions)));
        assertEquals("newActions", missing(() -> DILEMMA.named("", List.of("a", "b"), null)));
        assertEquals(
                "newActions[1]",
                missing(() -> DILEMMA.named("", List.of("a", "b"), Arrays.asList(actions.get(0), null))));
        assertEquals(
                "newActions[0][1]",
                missing(() -> DILEMMA.named("", List.of("a", "b"), List.of(Arrays.asList("x", null), actions.get(1)))));
        assertEquals("chosen[1]", missing(() -> DILEMMA.withActions(new int[] {0}, null)));
    }

    private static String missing(Executable executable) {
        return assertThrows(NullPointerException.class, executable).getMessage();
    }
}
