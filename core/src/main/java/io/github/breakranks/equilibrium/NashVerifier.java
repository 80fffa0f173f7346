package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Fraction;
import io.github.breakranks.game.NormalFormGame;
import io.github.breakranks.game.Regret;
import io.github.breakranks.game.StrategyProfile;
import java.util.List;

/** Says how well a profile is founded as a Nash equilibrium: by its exact regret, from the payoffs alone. */
final class NashVerifier {
    private NashVerifier() {}

    static Certificate certify(NormalFormGame game, StrategyProfile profile) {
        return certify(Regret.of(game, profile));
    }

    static Certificate certify(Regret regret) {
        return regret.none()
                ? new Certificate.Proven("nobody's regret is above 0, in fractions", List.of())
                : new Certificate.Numeric(roundedUp(regret.worst()), "payoff");
    }

    /** The least double that is not below. */
    static double roundedUp(Fraction regret) {
        return ZeroSumVerifier.up(regret);
    }
}
