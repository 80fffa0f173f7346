package io.github.breakranks.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Exact fractions: ties hold where doubles miss them. */
class FractionTest {

    @Test
    void lowestTermsAndSigns() {
        assertEquals(Fraction.of(3, 8), Fraction.of(-6, -16));
        assertEquals("-3/8", Fraction.of(6, -16).toString());
        assertEquals("2", Fraction.of(4, 2).toString());
        assertEquals(Fraction.ZERO, Fraction.of(0, -7));
        assertEquals(Fraction.of(5, 8), Fraction.of(3, 8).complement());
        assertEquals(Fraction.of(8, 3), Fraction.of(3, 8).inverse());
        assertEquals(0.375, Fraction.of(3, 8).value());
        assertTrue(Fraction.of(1, 3).compareTo(Fraction.of(2, 5)) < 0);
    }

    /** In doubles 1 / (1.0 / 93) is below 93, and 100 * 0.29 below 29. */
    @Test
    void wholeNumbersAreReached() {
        assertTrue(1 / (1.0 / 93) < 93);
        assertEquals(BigInteger.valueOf(93), Fraction.of(1, 93).inverse().floor());
        assertTrue(100 * 0.29 < 29);
        assertEquals(BigInteger.valueOf(29), Fraction.decimal(0.29).times(100).floor());
        assertEquals(BigInteger.valueOf(29), Fraction.decimal(0.29).times(100).ceiling());
        assertEquals(BigInteger.valueOf(-2), Fraction.of(-3, 2).floor());
        assertEquals(BigInteger.valueOf(-1), Fraction.of(-3, 2).ceiling());
        assertEquals(BigInteger.TWO, Fraction.of(3, 2).ceiling());
    }

    @Test
    void readsFractionsAndDecimals() {
        assertEquals(Fraction.of(9, 50), Fraction.parse("0.18"));
        assertEquals(Fraction.of(9, 50), Fraction.parse(" 9 / 50 "));
        assertEquals(Fraction.of(9, 50), Fraction.decimal(0.18));
        assertEquals(Fraction.of(300, 1), Fraction.parse("3e2"));
    }

    @Test
    void refusals() {
        refused("fraction must be like 9/50 or 0.18, but was a half", () -> Fraction.parse("a half"));
        refused("fraction must be like 9/50 or 0.18, but was 1/2/3", () -> Fraction.parse("1/2/3"));
        refused(
                "fraction must have at most 1100 decimals [digits], but was 1000000000",
                () -> Fraction.parse("1e-1000000000"));
        refused("denominator must not be 0 [number], but was 0", () -> Fraction.parse("1/0"));
        refused("denominator must not be 0 [number], but was 0", Fraction.ZERO::inverse);
        refused("value must be finite [number], but was NaN", () -> Fraction.decimal(Double.NaN));
    }

    private static void refused(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }

    /** A third is 1/3, though it shows as 0.3333333333333333; decimals of few digits are what they show. */
    @Test
    void nearestFindsWhatWasWritten() {
        assertEquals("1/3", Fraction.nearest(1.0 / 3).toString());
        assertEquals("-22/7", Fraction.nearest(-22.0 / 7).toString());
        assertEquals("1/10", Fraction.nearest(0.1).toString());
        assertEquals("29/100", Fraction.nearest(0.29).toString());
        assertEquals("123457/1000000", Fraction.nearest(0.123457).toString());
        assertEquals("0", Fraction.nearest(0).toString());
        assertEquals("3", Fraction.nearest(3).toString());
        assertEquals(Fraction.decimal(Math.PI), Fraction.nearest(Math.PI));
        assertEquals(Fraction.decimal(1e-9), Fraction.nearest(1e-9));
    }

    /** Every fraction of small terms is found again from the double next to it. */
    @Test
    void nearestFindsAllSmallFractions() {
        for (int under = 1; under <= 200; under++) {
            for (int over = 0; over <= under; over++) {
                assertEquals(Fraction.of(over, under), Fraction.nearest((double) over / under));
            }
        }
    }

    @Test
    void aNumberHasTenThousandDigitsAtMost() {
        final String most = "7".repeat(10_000);
        assertEquals(most, Fraction.parse("-" + most).negated().toString());
        assertEquals(Fraction.ONE, Fraction.parse(most + "/" + most));
        for (final String text : List.of(most + "7", "1/" + most + "7", most + ".7", most + "7/2")) {
            assertEquals(
                    "fraction must have numbers of at most 10000 digits [characters], but was of 10001",
                    assertThrows(IllegalArgumentException.class, () -> Fraction.parse(text))
                            .getMessage());
        }
        assertEquals(
                "fraction must be like 9/50 or 0.18, but was xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx...",
                assertThrows(IllegalArgumentException.class, () -> Fraction.parse("x".repeat(5000)))
                        .getMessage());
    }
}
