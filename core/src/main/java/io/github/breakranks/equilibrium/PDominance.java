package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Fraction;
import io.github.breakranks.game.NormalFormGame;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How sure each must be that the others do their part before doing his own is best, whatever else they might do.
 *
 * <pre>{@code
 *   p_i = least p with   p g_i(s_-i) + (1 - p) g_i(t) >= 0     for all other actions and all t that the others may do
 *   g_i(t) = what his own part earns more than the other action when the others do t
 * }</pre>
 *
 * <p>A combination is p-dominant from the largest of these on; at p = 1 that is a Nash equilibrium, at p = 0 each has a dominant action. In a
 * symmetric 2 x 2 game p at most 1/2 is risk dominance. Exact.
 *
 * @param game    the game
 * @param chosen  what everybody is to do
 * @param byPlayer by player, his p; empty where his part is not even best against the others' parts
 * @see "S. Morris, R. Rob and H. S. Shin (1995), p-Dominance and Belief Potential, Econometrica 63, 145-157"
 */
public record PDominance(NormalFormGame game, List<Integer> chosen, List<Optional<Fraction>> byPlayer) {
    public PDominance {
        chosen = List.copyOf(chosen);
        byPlayer = List.copyOf(byPlayer);
    }

    /** Of this combination of actions. Cost: each player's actions in each combination of the others'. */
    public static PDominance of(NormalFormGame game, int... chosen) {
        final int index = game.index(chosen);
        final List<Optional<Fraction>> least = new ArrayList<>();
        for (int player = 0; player < game.players(); player++) {
            least.add(least(game, player, chosen[player], index));
        }
        return new PDominance(game, Arrays.stream(chosen).boxed().toList(), least);
    }

    private static Optional<Fraction> least(NormalFormGame game, int player, int own, int index) {
        final int stride = game.stride(player);
        final int others = index - own * stride;
        Fraction least = Fraction.ZERO;
        for (int action = 0; action < game.actions(player); action++) {
            final Fraction sure = gain(game, player, others + own * stride, others + action * stride);
            if (sure.signum() < 0) {
                return Optional.empty();
            }
            for (final int other : DominatedActions.cases(game, player)) {
                final Fraction gain = gain(game, player, other + own * stride, other + action * stride);
                if (gain.signum() < 0) {
                    least = least.max(gain.negated().over(sure.minus(gain)));
                }
            }
        }
        return Optional.of(least);
    }

    private static Fraction gain(NormalFormGame game, int player, int own, int other) {
        return game.exactPayoffAt(player, own).minus(game.exactPayoffAt(player, other));
    }

    /** The least p at which the combination is p-dominant, a share; empty where it is no Nash equilibrium. */
    public Optional<Fraction> least() {
        Fraction largest = Fraction.ZERO;
        for (final Optional<Fraction> own : byPlayer) {
            if (own.isEmpty()) {
                return Optional.empty();
            }
            largest = largest.max(own.get());
        }
        return Optional.of(largest);
    }

    /** In a line: {@code p-dominant from 1/3 on}. */
    @Override
    public String toString() {
        return least().map(p -> "p-dominant from " + p + " on").orElse("p-dominant at no p: no Nash equilibrium");
    }
}
