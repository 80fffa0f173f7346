package io.github.breakranks.examples.cli;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.equilibrium.EquilibriumSolver;
import io.github.breakranks.equilibrium.Jump;
import io.github.breakranks.equilibrium.RestPoints;
import io.github.breakranks.equilibrium.Selection;
import io.github.breakranks.equilibrium.Tipping;
import io.github.breakranks.population.CostLaw;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Checks a tipping and a collapse value of {@code x = F(b + A x)} by all equilibria just below and just above it, which another solver
 * finds and counts: the least, and at the collapse the greatest, must lie short of the jump below the value and beyond it above.
 */
record ShiftCheck(CostLaw law, double slope, Watch watch) {
    private static final Certificate UNCHECKED = new Certificate.Unproven("not checked within the limit");
    private static final double ASIDE = 1e-9; // distance from the value, relative to the largest number about

    /** The value found and how well it is founded; stopped if the limit passed before it was checked. */
    Answer<Tipping> answer(Tipping tipping) {
        final Certificate certificate = certify(tipping);
        return certificate.equals(UNCHECKED)
                ? new Answer.Stopped<>(tipping, certificate, watch.why(), "raise the limit")
                : new Answer.Found<>(tipping, certificate);
    }

    private Certificate certify(Tipping tipping) {
        if (tipping.up().isEmpty() && tipping.down().isEmpty()) {
            return tipping.reason().startsWith("slope at most")
                    ? new Certificate.Proven(
                            "A f(c) is at most 1 at every cost c, so the share that rests never jumps",
                            List.of("density bound as the law states it"))
                    : new Certificate.Unproven("a fold could hide between the shares looked at");
        }
        final List<String> shown = new ArrayList<>();
        for (Selection which : List.of(Selection.LEAST, Selection.GREATEST)) {
            final Jump jump = (which == Selection.LEAST ? tipping.up() : tipping.down()).orElse(null);
            if (jump == null) {
                continue;
            }
            final double aside = ASIDE * Math.max(Math.abs(jump.value()), slope);
            if (!watch.mayGoOn()) {
                return UNCHECKED;
            }
            final String failure = failure(jump, which, aside);
            if (!failure.isEmpty() && !watch.mayGoOn()) {
                return UNCHECKED; // the check was cut short; one that came to its end stands, however late
            }
            if (!failure.isEmpty()) {
                return new Certificate.Unproven("equilibria beside b = " + jump.value() + " " + failure);
            }
            shown.add(String.format(
                    Locale.ROOT,
                    "the %s equilibrium jumps within %.1e of b = %s",
                    which.name().toLowerCase(Locale.ROOT),
                    aside,
                    jump.value()));
        }
        return new Certificate.Proven(
                String.join(", ", shown),
                List.of(
                        "counts of equilibria as proven on both sides",
                        "the manifold turns nowhere between the shares looked at"));
    }

    private String failure(Jump jump, Selection which, double aside) {
        final Answer<RestPoints> below = solve(jump.value() - aside);
        final Answer<RestPoints> above = solve(jump.value() + aside);
        if (below instanceof Answer.Stopped || above instanceof Answer.Stopped) {
            return "are too many to be listed"; // or the limit has passed, which the caller sees
        }
        final double middle = (jump.from() + jump.to()) / 2;
        final boolean jumps = below.value().at(which).share() < middle
                && above.value().at(which).share() > middle;
        final boolean counted =
                below.certificate() instanceof Certificate.Proven && above.certificate() instanceof Certificate.Proven;
        return !jumps ? "do not show the jump" : counted ? "" : "show the jump, but are not proven to be all";
    }

    private Answer<RestPoints> solve(double base) {
        return EquilibriumSolver.solver().solve(LinearGain.game(law, base, slope), watch);
    }
}
