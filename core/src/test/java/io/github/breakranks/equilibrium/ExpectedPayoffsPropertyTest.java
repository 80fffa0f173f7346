package io.github.breakranks.equilibrium;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.breakranks.Seeds;
import io.github.breakranks.game.NormalFormGame;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Sums over everybody else, against sums over all combinations of actions one by one. */
class ExpectedPayoffsPropertyTest {
    private static final int[][] SHAPES = {{2}, {3, 2}, {2, 3, 4}, {3, 2, 2, 3}, {2, 3, 2, 2, 3}, {2, 2, 2, 2, 2, 2}};

    @Property(tries = 60, seed = Seeds.USUAL)
    void pairsAndEarningsAreTheSumsThatDefineThem(@ForAll @IntRange(max = 5) int which, @ForAll int seed) {
        final int[] sizes = SHAPES[which];
        final SplittableRandom random = new SplittableRandom(seed);
        final NormalFormGame game = NormalFormGame.of(sizes, (player, chosen) -> random.nextDouble());
        final int[] offsets = ExpectedPayoffs.offsets(sizes);
        final double[] chances = new double[offsets[sizes.length]];
        for (int k = 0; k < chances.length; k++) {
            chances[k] = random.nextInt(4) == 0 ? 0 : random.nextDouble();
        }
        final double[] earned = new double[chances.length];
        final double[][] tables = new double[sizes.length][game.profiles()];
        for (int player = 0; player < sizes.length; player++) {
            for (int index = 0; index < game.profiles(); index++) {
                tables[player][index] = game.payoffAt(player, index);
            }
        }
        final ExpectedPayoffs payoffs = new ExpectedPayoffs(sizes, tables);
        payoffs.evaluate(chances, earned);
        for (int player = 0; player < sizes.length; player++) {
            final double[] sums = new double[sizes[player]];
            for (int index = 0; index < game.profiles(); index++) {
                sums[game.chosen(index)[player]] += term(game, chances, index, player, player);
            }
            for (int action = 0; action < sizes[player]; action++) {
                assertEquals(sums[action], earned[offsets[player] + action], 1e-12);
            }
            for (int other = 0; other < sizes.length; other++) {
                if (other != player) {
                    assertArrayEquals(pair(game, chances, player, other), payoffs.pair(player, other), 1e-12);
                }
            }
        }
    }

    private static double[] pair(NormalFormGame game, double[] chances, int player, int other) {
        final double[] table = new double[game.actions(player) * game.actions(other)];
        for (int index = 0; index < game.profiles(); index++) {
            final int[] chosen = game.chosen(index);
            table[chosen[player] * game.actions(other) + chosen[other]] += term(game, chances, index, player, other);
        }
        return table;
    }

    private static double term(NormalFormGame game, double[] chances, int index, int player, int other) {
        final int[] offsets = ExpectedPayoffs.offsets(game.shape());
        final int[] chosen = game.chosen(index);
        double term = game.payoffAt(player, index);
        for (int k = 0; k < chosen.length; k++) {
            term *= k == player || k == other ? 1 : chances[offsets[k] + chosen[k]];
        }
        return term;
    }
}
