package io.github.breakranks.equilibrium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Fraction;
import io.github.breakranks.game.NormalFormGame;
import io.github.breakranks.game.StrategyProfile;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class NashEquilibriumTest {

    private static String line(NormalFormGame game, StrategyProfile profile) {
        final String line = NashEquilibrium.of(game, profile).toString();
        assertTrue(line.length() < 80, line);
        return line;
    }

    @Test
    void aLineSaysTheProfileWhereThereIsRoom() {
        final NormalFormGame pennies = NormalFormGame.zeroSum(new long[][] {{1, -1}, {-1, 1}});
        assertEquals("Nash equilibrium (1/2, 1/2) (1/2, 1/2)", line(pennies, StrategyProfile.of(halves(), halves())));
        assertEquals(
                "Nash equilibrium (1, 0) (1, 0), regret 2.0",
                line(pennies, StrategyProfile.pure(new int[] {2, 2}, 0, 0)));
    }

    @Test
    void aLineNamesTheGameWhereTheProfileIsLong() {
        final int[] shape = {1000, 1000};
        final NormalFormGame game = NormalFormGame.of(shape, (player, chosen) -> 1);
        assertEquals(
                "Nash equilibrium of Normal form of 2 players, 1000 x 1000 actions",
                line(game, StrategyProfile.pure(shape, 0, 0)));
    }

    private static Fraction[] halves() {
        return new Fraction[] {Fraction.of(1, 2), Fraction.of(1, 2)};
    }

    @Test
    void aLineStaysBelowEightyCharacters() {
        final int[] shape = {10, 10, 10, 10, 10, 10};
        final NormalFormGame game = NormalFormGame.of(shape, (player, chosen) -> chosen[player] * -1e-42 / 3);
        final List<String> ten = Collections.nCopies(10, "x");
        final NormalFormGame named = game.named(
                "A title that is far too long for a line of any kind",
                Collections.nCopies(6, "p"),
                Collections.nCopies(6, ten));
        for (final NormalFormGame one : List.of(game, named)) {
            assertTrue(line(one, StrategyProfile.pure(shape, 9, 9, 9, 9, 9, 9)).contains(", regret 3"));
            assertFalse(line(one, StrategyProfile.uniform(shape)).contains("regret 0"));
            assertTrue(line(one, StrategyProfile.pure(shape, 0, 0, 0, 0, 0, 0)).startsWith("Nash equilibrium"));
        }
        final Fraction huge = Fraction.parse("1e400");
        final NormalFormGame large = NormalFormGame.exact(new int[] {2}, (player, chosen) -> huge.times(chosen[0]));
        assertEquals("Nash equilibrium (1, 0), regret 1E+400", line(large, StrategyProfile.pure(new int[] {2}, 0)));
        final int[] many = new int[20];
        Arrays.fill(many, 1);
        line(NormalFormGame.of(many, (player, chosen) -> 1), StrategyProfile.uniform(many));
    }
}
