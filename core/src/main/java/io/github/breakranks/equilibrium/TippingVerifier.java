package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Range;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.internal.TableText;
import io.github.breakranks.network.Exposure;
import io.github.breakranks.offer.Term;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks a tipping and a collapse value by all rest points just below and just above it, which another solver finds and another verifier
 * counts: the least must lie short of the fold below the value and beyond it above, the greatest likewise.
 */
final class TippingVerifier {
    private static final double ASIDE = 1e-9; // relative distance from the value, well above rounding
    private static final double LISTED_ASIDE = 1e-12;
    private static final double NEAR = 0.01; // share; beside a fold a rest point is off by the root of the distance
    private static final double LISTED_NEAR = 1e-9; // counts do not move

    private TippingVerifier() {}

    static Certificate certify(DefectionGame game, Term term, Tipping tipping, Watch watch) {
        if (tipping.up().isEmpty() && tipping.down().isEmpty()) {
            return tipping.reason().startsWith("slope at most")
                    ? new Certificate.Proven(
                            tipping.reason(), List.of("density and slope bounds as the law and the gain state them"))
                    : new Certificate.Unproven("a fold could hide between the shares looked at");
        }
        if (!game.population().listed() && unbounded(game)) {
            return new Certificate.Unproven(
                    "nothing bounds the slope of the best reply, so rest points beside the value are not counted");
        }
        final List<String> shown = new ArrayList<>();
        for (boolean up : new boolean[] {true, false}) {
            final Jump jump = (up ? tipping.up() : tipping.down()).orElse(null);
            if (jump == null) {
                continue;
            }
            final double aside =
                    (game.population().listed() ? LISTED_ASIDE : ASIDE) * Math.max(1, Math.abs(jump.value()));
            final String failure = new Sides(game, term, aside, watch).check(jump, up);
            if (!failure.isEmpty()) {
                return new Certificate.Unproven(failure);
            }
            shown.add((up ? "least" : "greatest") + " rest point jumps within " + TableText.number(aside, 1) + " of "
                    + term.label() + " " + TableText.number(jump.value(), 10));
        }
        if (game.exposure() instanceof Exposure.Watching) {
            return new Certificate.Proven(
                    String.join(", ", shown),
                    List.of("net gain as evaluated in double precision", "no larger jump elsewhere"));
        }
        return new Certificate.Proven(
                String.join(", ", shown),
                List.of(
                        "counts of rest points as proven on both sides",
                        "the manifold turns nowhere between the shares looked at"));
    }

    private static boolean unbounded(DefectionGame game) {
        return Double.isNaN(game.population().law().relativeError())
                || game.gain().slopeOver(game.offer(0), 0, new Range(0, 1)).equals(Range.anything());
    }

    /** A game a little below and a little above a value of a term. */
    private record Sides(DefectionGame game, Term term, double aside, Watch watch) {

        String check(Jump jump, boolean up) {
            final double below = Math.max(0, jump.value() - aside);
            final double above = Math.min(term.high(), jump.value() + aside);
            final Answer<RestPoints> atBelow = EquilibriumSolver.solver().solve(game.with(term, below), watch);
            final Answer<RestPoints> atAbove = EquilibriumSolver.solver().solve(game.with(term, above), watch);
            if (!(atBelow.certificate() instanceof Certificate.Proven
                    && atAbove.certificate() instanceof Certificate.Proven)) {
                return "rest points beside " + term.label() + " " + jump.value() + " are not proven to be all";
            }
            final double middle = (jump.from() + jump.to()) / 2;
            final Selection which = up ? Selection.LEAST : Selection.GREATEST;
            final double lower = atBelow.value().at(which).share();
            final double higher = atAbove.value().at(which).share();
            final boolean stands = below >= jump.value() || jump.value() < aside; // nothing to speak of lies below
            final boolean jumps = higher > middle && (lower < middle || stands);
            final boolean lands = near(higher, Math.max(jump.from(), jump.to()))
                    && (stands || near(lower, Math.min(jump.from(), jump.to())));
            return jumps && lands
                    ? ""
                    : "rest points beside " + term.label() + " " + jump.value() + " do not jump so: they are " + lower
                            + " and " + higher;
        }

        private boolean near(double share, double claimed) {
            return Math.abs(share - claimed) <= (game.population().listed() ? LISTED_NEAR : NEAR);
        }
    }
}
