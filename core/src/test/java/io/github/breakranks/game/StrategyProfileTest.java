package io.github.breakranks.game;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Fraction;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class StrategyProfileTest {
    private static String refused(Executable executable) {
        return assertThrows(IllegalArgumentException.class, executable).getMessage();
    }

    @Test
    void doublesAddUpToOneExactly() {
        final StrategyProfile profile = StrategyProfile.of(new double[] {0.1, 0.2, 0.7}, new double[] {1});
        final Fraction sum = Arrays.stream(profile.exactChances(0)).reduce(Fraction.ZERO, Fraction::plus);

        assertEquals(Fraction.ONE, sum);
        assertFalse(profile.exact());
        assertFalse(profile.pure());
        assertArrayEquals(new int[] {0, 1, 2}, profile.support(0));
        assertEquals("(0.1000, 0.2000, 0.7000) (1.0000)", profile.toString());
    }

    @Test
    void roundingBeyondOneIsLetPass() {
        assertEquals(
                Fraction.ONE,
                StrategyProfile.of(new double[] {1 + 0x1p-52, -0.0}).exactChance(0, 0));
        assertEquals(StrategyProfile.of(new double[] {1, 0}), StrategyProfile.of(new double[] {1, -0.0}));
    }

    @Test
    void pureAndUniform() {
        final StrategyProfile pure = StrategyProfile.pure(new int[] {2, 3}, 1, 2);
        assertTrue(pure.pure());
        assertEquals("(0, 1) (0, 0, 1)", pure.toString());
        assertEquals("(1/2, 1/2) (1/3, 1/3, 1/3)", StrategyProfile.uniform(2, 3).toString());
        assertEquals(3, StrategyProfile.uniform(2, 3).actions(1));
        assertNotEquals(pure, StrategyProfile.pure(new int[] {2, 3}, 1, 1));
    }

    @Test
    void theProfileKeepsItsOwnNumbers() {
        final double[] given = {0.5, 0.5};
        final StrategyProfile profile = StrategyProfile.of(given);
        given[0] = 7;
        profile.chances(0)[1] = 7;
        profile.exactChances(0)[1] = Fraction.ZERO;
        assertEquals(0.5, profile.chance(0, 0));
        assertEquals(Fraction.of(1, 2), profile.exactChance(0, 1));
    }

    @Test
    void badChancesAreRefused() {
        assertEquals(
                "chances must be of at least 1 player [count], but was 0",
                refused(() -> StrategyProfile.of(new double[][] {})));
        assertEquals(
                "chances[0][1] must be finite and >= 0.0 [share], but was -0.1",
                refused(() -> StrategyProfile.of(new double[] {1.1, -0.1})));
        assertEquals(
                "chances[1][0] must be finite and >= 0.0 [share], but was NaN",
                refused(() -> StrategyProfile.of(new double[] {1}, new double[] {Double.NaN})));
        assertEquals(
                "chances[0] must add up to 1 [within 1e-9], but was 0.9",
                refused(() -> StrategyProfile.of(new double[] {0.4, 0.5})));
        assertEquals(
                "chances[0] must add up to 1 [within 1e-9], but was 0.0",
                refused(() -> StrategyProfile.of(new double[] {})));
        assertEquals(
                "chances[0] must add up to 1 [exactly], but was 5/6",
                refused(() -> StrategyProfile.of(new Fraction[] {Fraction.of(1, 2), Fraction.of(1, 3)})));
        assertEquals(
                "chances[0][1] must be at least 0 [share], but was -1/2",
                refused(() -> StrategyProfile.of(new Fraction[] {Fraction.of(3, 2), Fraction.of(-1, 2)})));
        assertEquals(
                "chances[1]",
                assertThrows(NullPointerException.class, () -> StrategyProfile.of(new double[] {1}, null))
                        .getMessage());
        assertEquals(
                "chosen must name an action of each player [2], but was 1",
                refused(() -> StrategyProfile.pure(new int[] {2, 2}, 1)));
        assertEquals(
                "chosen[0] must be from 0 to 1 [action], but was 2",
                refused(() -> StrategyProfile.pure(new int[] {2}, 2)));
        assertEquals("actions[1] must be >= 1 [count], but was 0", refused(() -> StrategyProfile.uniform(2, 0)));
    }
}
