package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Fraction;
import io.github.breakranks.game.NormalFormGame;
import java.util.List;

/** Checks a potential from the definition, each player's changes counted from his first action; and a four-cycle that is said not to close. */
final class PotentialGameVerifier {
    private PotentialGameVerifier() {}

    static Certificate certify(ExactPotential claim) {
        return claim.exists() ? confirms(claim) : refutes(claim);
    }

    private static Certificate confirms(ExactPotential claim) {
        final NormalFormGame game = claim.game();
        final int[] chosen = new int[game.players()];
        for (int index = 0; index < game.profiles(); index++) {
            for (int player = 0; player < chosen.length; player++) {
                final int first = index - chosen[player] * game.stride(player);
                final Fraction gain = game.exactPayoffAt(player, index).minus(game.exactPayoffAt(player, first));
                if (index != first && !claim.at(index).minus(claim.at(first)).equals(gain)) {
                    return new Certificate.Unproven(
                            "checked again, the potential does not grow by what player " + player + " gains");
                }
            }
            for (int player = chosen.length - 1; player >= 0; player--) {
                chosen[player] = chosen[player] + 1 < game.actions(player) ? chosen[player] + 1 : 0;
                if (chosen[player] > 0) {
                    break;
                }
            }
        }
        return new Certificate.Proven(
                "each change of one player's action moves the potential by what it gains him", List.of());
    }

    private static Certificate refutes(ExactPotential claim) {
        return claim.roundTrip().signum() != 0
                ? new Certificate.Proven("a four-cycle round which gains do not add up to 0", List.of())
                : new Certificate.Unproven("checked again, the four-cycle named closes");
    }
}
