package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Certificate;
import io.github.breakranks.game.NormalFormGame;
import java.util.BitSet;
import java.util.List;

/**
 * Checks a list of all pure equilibria from the definition, combination by combination: in those listed nobody gains by any action of his,
 * in every other somebody does.
 */
final class PureNashVerifier {
    private static final int MOST_IN_FRACTIONS = 20_000; // combinations; beyond, the game's own comparison is believed

    private PureNashVerifier() {}

    static Certificate certify(NormalFormGame game, BitSet listed) {
        final int[] chosen = new int[game.players()];
        for (int index = 0; index < game.profiles(); index++) {
            if (somebodyGains(game, chosen, index) == listed.get(index)) {
                return new Certificate.Unproven("asked again, " + (listed.get(index) ? "somebody" : "nobody")
                        + " gains by leaving combination " + index);
            }
            count(game, chosen);
        }
        return new Certificate.Proven(
                "in each one listed nobody gains by acting otherwise, in each other one somebody does", List.of());
    }

    private static void count(NormalFormGame game, int... chosen) {
        for (int player = chosen.length - 1; player >= 0; player--) {
            if (++chosen[player] < game.actions(player)) {
                return;
            }
            chosen[player] = 0;
        }
    }

    private static boolean somebodyGains(NormalFormGame game, int[] chosen, int index) {
        for (int player = 0; player < chosen.length; player++) {
            final int first = index - chosen[player] * game.stride(player);
            for (int action = 0; action < game.actions(player); action++) {
                if (action != chosen[player] && gains(game, player, index, first + action * game.stride(player))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean gains(NormalFormGame game, int player, int from, int to) {
        return game.profiles() <= MOST_IN_FRACTIONS
                ? game.exactPayoffAt(player, to).compareTo(game.exactPayoffAt(player, from)) > 0
                : game.compareAt(player, to, from) > 0;
    }
}
