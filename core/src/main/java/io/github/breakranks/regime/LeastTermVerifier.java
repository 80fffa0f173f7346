package io.github.breakranks.regime;

import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Watch;
import java.util.List;
import java.util.TreeSet;

/**
 * Checks the least value of a term from the games on both sides of it: their critical strengths by who goes ({@link RegimeVerifier}), and the needed
 * strength {@code mean + deviation N^-1(chance)} by its place between the least of one side and that of the other.
 */
final class LeastTermVerifier {
    private static final double WITHIN = 1e-9; // of a chance
    private static final double NARROW = 1e-9; // of the value
    private static final String RISES = "the chance never falls as the term rises";

    private LeastTermVerifier() {}

    static Certificate certify(LeastTerm found, Watch watch) {
        final double asked = found.asked().chance();
        final boolean some = found.value().isPresent();
        if (some && !(found.chance() >= asked - WITHIN)) {
            return new Certificate.Unproven("the value is not enough: the chance is " + found.chance());
        }
        final boolean least = some && found.value().getAsDouble() == 0;
        if (!least && !(found.chanceBelow() < asked + WITHIN)) {
            return new Certificate.Unproven(
                    "less is enough: at " + found.tried() + " the chance is " + found.chanceBelow());
        }
        if (some
                && found.value().getAsDouble() - found.tried()
                        > NARROW * found.value().getAsDouble()) {
            return new Certificate.Unproven("between " + found.tried() + " and the value nothing was tried");
        }
        final Certificate weaker =
                FallMap.weakest(List.of(check(found.fall(), watch), check(found.fallBelow(), watch)));
        if (!(weaker instanceof Certificate.Proven proven)) {
            return weaker;
        }
        final TreeSet<String> assuming = new TreeSet<>(proven.assuming());
        assuming.add(RISES);
        return new Certificate.Proven(
                some
                        ? "critical strengths checked at the value, where the chance is enough, and within 1e-9 of it below"
                        : "critical strengths checked at the greatest value tried, where the chance is not enough",
                List.copyOf(assuming));
    }

    private static Certificate check(RegimeFall fall, Watch watch) {
        return RegimeVerifier.certify(fall.game(), fall.criticalStrengths(), fall.complete(), watch);
    }
}
