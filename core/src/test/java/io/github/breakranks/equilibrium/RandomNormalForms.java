package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Fraction;
import io.github.breakranks.game.NormalFormGame;
import java.util.SplittableRandom;

/** Small games in normal form for property tests: few values, so that ties and degenerate games are common; or many. */
final class RandomNormalForms {
    private RandomNormalForms() {}

    /** One to three players, one to four actions each, whole payoffs of a narrow or a wide range, or fractions. */
    static NormalFormGame drawn(SplittableRandom random) {
        final int[] actions = random.ints(random.nextInt(1, 4), 1, 5).toArray();
        final int range = random.nextBoolean() ? 3 : 1000;
        return random.nextInt(4) == 0
                ? NormalFormGame.exact(
                        actions, (player, chosen) -> Fraction.of(random.nextInt(-range, range), random.nextInt(1, 4)))
                : NormalFormGame.of(actions, (player, chosen) -> random.nextInt(-range, range));
    }

    /**
     * Two or three players of one to four actions, in which each gains at least as much by a step up if another takes one: {@code own terms +
     * sum over pairs of w * a_i * a_j} with w at least 0 (K17).
     */
    static NormalFormGame supermodular(SplittableRandom random) {
        final int players = random.nextInt(2, 4);
        final int[] actions = random.ints(players, 1, 5).toArray();
        final int[][] own = new int[players][4];
        final int[][] pull = new int[players][players];
        for (int player = 0; player < players; player++) {
            own[player] = random.ints(4, -8, 9).toArray();
            pull[player] = random.ints(players, 0, 4).toArray();
        }
        return NormalFormGame.of(actions, (player, chosen) -> {
            double payoff = own[player][chosen[player]];
            for (int other = 0; other < players; other++) {
                payoff += other == player ? 0 : pull[player][other] * chosen[player] * chosen[other];
            }
            return payoff;
        });
    }

    /** A game with an exact potential: the potential and, for each player, anything that only the others' actions move. */
    static NormalFormGame potential(SplittableRandom random) {
        final int[] actions = random.ints(random.nextInt(1, 4), 1, 4).toArray();
        final long salt = random.nextLong();
        return NormalFormGame.exact(actions, (player, chosen) -> {
            final int[] others = chosen.clone();
            others[player] = 9;
            return hashed(salt, chosen).plus(hashed(salt + player + 1, others));
        });
    }

    private static Fraction hashed(long salt, int... chosen) {
        long mixed = salt;
        for (final int action : chosen) {
            mixed = 31 * mixed + action;
        }
        final SplittableRandom random = new SplittableRandom(mixed);
        return Fraction.of(random.nextInt(-9, 10), random.nextInt(1, 4));
    }
}
