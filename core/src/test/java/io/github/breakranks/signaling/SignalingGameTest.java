package io.github.breakranks.signaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Fraction;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What a signaling game is, and what is refused. */
class SignalingGameTest {
    private static final List<String> TWO = List.of("strong", "weak");
    private static final double[][][] NOTHING = new double[2][2][2];

    private static String refusal(Executable made) {
        return assertThrows(IllegalArgumentException.class, made).getMessage();
    }

    @Test
    void exactSharesSumToExactlyOne() {
        assertEquals(
                "prior must sum to exactly 1 [share], but was 99/100; give fractions such as 1/3",
                refusal(() -> Prior.parse(TWO, "0.66", "0.33")));
        assertEquals(Fraction.of(1, 3), Prior.parse(TWO, "2/3", "1/3").share(1));
    }

    @Test
    void doublesSumToOneNearlyAndAreNormalised() {
        final Prior thirds = Prior.of(List.of("a", "b", "c"), 1.0 / 3, 1.0 / 3, 1.0 / 3);
        assertEquals(List.of(Fraction.of(1, 3), Fraction.of(1, 3), Fraction.of(1, 3)), thirds.shares());
        assertEquals(Fraction.of(9, 10), Prior.of(TWO, 0.9, 0.1).share(0));
        assertEquals(
                "prior must sum to 1 within 1e-12 [share], but was 1.00000000001",
                refusal(() -> Prior.of(TWO, 0.9, 0.10000000001)));
        assertEquals(
                "prior must sum to 1 within 1e-12 [share], but was 0.99999999999",
                refusal(() -> Prior.of(TWO, 0.9, 0.09999999999)));
        assertEquals("prior[1] must be finite [share], but was NaN", refusal(() -> Prior.of(TWO, 1, Double.NaN)));
    }

    @Test
    void typesOfShareZeroAreLeftOut() {
        assertEquals(
                "prior[1] of type weak must be > 0 [share], but was 0; leave the type out",
                refusal(() -> Prior.of(TWO, 1, 0)));
        assertEquals(
                "prior[1] of type weak must be > 0 [share], but was -1/2",
                refusal(() -> Prior.parse(TWO, "3/2", "-1/2")));
        assertEquals("prior must have 2 shares [types], but was 1", refusal(() -> Prior.of(TWO, 1.0)));
        assertEquals(
                "types must have different names, but was a twice", refusal(() -> Prior.of(List.of("a", "a"), .5, .5)));
        assertEquals("types[1] must have a name, but was blank", refusal(() -> Prior.of(List.of("a", " "), .5, .5)));
        assertEquals(
                "types must have at least 1 name [count], but was empty",
                refusal(() -> new Prior(List.of(), List.of())));
    }

    @Test
    void payoffsHaveTheRightShapeAndAreFinite() {
        final Prior prior = Prior.of(TWO, .5, .5);
        assertEquals(
                "sender must have 2 entries [types], but was 1",
                refusal(() -> SignalingGame.of(prior, TWO, TWO, new double[1][2][2], NOTHING)));
        assertEquals(
                "receiver[0] must have 2 entries [messages], but was 3",
                refusal(() -> SignalingGame.of(prior, TWO, TWO, NOTHING, new double[2][3][2])));
        assertEquals(
                "receiver[0][0] must have 2 entries [actions], but was 1",
                refusal(() -> SignalingGame.of(prior, TWO, TWO, NOTHING, new double[2][2][1])));
        final double[][][] bad = new double[2][2][2];
        bad[1][0][1] = Double.NaN;
        assertEquals(
                "sender[1][0][1] must be finite [unit of the game], but was NaN",
                refusal(() -> SignalingGame.of(prior, TWO, TWO, bad, NOTHING)));
        assertEquals(
                "messages must have at least 1 name [count], but was empty",
                refusal(() -> SignalingGame.of(prior, List.of(), TWO, NOTHING, NOTHING)));
    }

    @Test
    void whatIsMissingIsNamed() {
        final Prior prior = Prior.of(TWO, .5, .5);
        assertEquals("sender", missing(() -> SignalingGame.of(prior, TWO, TWO, (double[][][]) null, NOTHING)));
        assertEquals("sender[0]", missing(() -> SignalingGame.of(prior, TWO, TWO, new double[][][] {null}, NOTHING)));
        assertEquals(
                "receiver[1][0]",
                missing(() ->
                        SignalingGame.of(prior, TWO, TWO, NOTHING, new double[][][] {new double[2][2], {null, {0, 0}}
                        })));
        final Fraction[][][] without = new Fraction[2][2][2];
        assertEquals("sender[0][0][0]", missing(() -> SignalingGame.of(prior, TWO, TWO, without, without)));
    }

    private static String missing(Executable made) {
        return assertThrows(NullPointerException.class, made).getMessage();
    }

    @Test
    void everyMessageKeepsATypeAndEveryTypeAMessage() {
        final SignalingGame game =
                SignalingGame.of(Prior.of(TWO, .5, .5), List.of("beer", "quiche"), TWO, NOTHING, NOTHING);
        final SignalingGame less = game.without("weak", "beer");
        assertFalse(less.available(1, 0));
        assertTrue(game.available(1, 0));
        assertNotEquals(game, less);
        assertEquals(less, game.without("weak", "beer"));
        assertEquals(less.hashCode(), game.without("weak", "beer").hashCode());
        assertEquals(
                "message beer must be available to at least 1 type [count], but was to none; leave the message out",
                refusal(() -> less.without("strong", "beer")));
        assertEquals(
                "type weak must have at least 1 message [count], but was left with none",
                refusal(() -> less.without("weak", "quiche")));
        assertEquals("type must be one of [strong, weak], but was tall", refusal(() -> game.without("tall", "beer")));
        assertEquals("message must be one of [beer, quiche], but was tea", refusal(() -> game.message("tea")));
        assertEquals("action must be one of [strong, weak], but was run", refusal(() -> game.action("run")));
        assertEquals("SignalingGame[2 types, 2 messages, 2 actions]", game.toString());
    }

    /** Arrays are copied, doubles read as the decimals they show as. */
    @Test
    void isImmutableAndExact() {
        final double[][][] sender = new double[2][2][2];
        sender[0][0][0] = 0.1;
        final SignalingGame game = SignalingGame.of(Prior.of(TWO, .5, .5), TWO, TWO, sender, NOTHING);
        sender[0][0][0] = 7;
        assertEquals(Fraction.of(1, 10), game.sender(0, 0, 0));
    }

    @Test
    void builtInCasesRefuseWhatMakesNoSense() {
        assertEquals(
                "prior[1] of type weak must be > 0 [share], but was 0; leave the type out",
                refusal(() -> SignalingGames.beerQuiche(Fraction.ONE)));
        final Prior prior = Prior.of(TWO, .5, .5);
        final List<Fraction> levels = List.of(Fraction.ZERO, Fraction.of(-1, 2));
        assertEquals(
                "productivity must have 2 entries [types], but was 1",
                refusal(() -> SignalingGames.spence(prior, List.of(Fraction.ONE), levels, levels)));
        assertEquals(
                "productivity[1] must be > 0 [unit of the game], but was 0",
                refusal(() -> SignalingGames.spence(prior, List.of(Fraction.ONE, Fraction.ZERO), levels, levels)));
        assertEquals(
                "levels[1] must be >= 0 [unit of the game], but was -1/2",
                refusal(() -> SignalingGames.spence(prior, List.of(Fraction.ONE, Fraction.ONE), levels, levels)));
    }
}
