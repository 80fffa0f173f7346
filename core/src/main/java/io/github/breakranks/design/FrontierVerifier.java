package io.github.breakranks.design;

import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.design.FrontierPoint.Kind;
import io.github.breakranks.equilibrium.EquilibriumSolver;
import io.github.breakranks.equilibrium.RestPoint;
import io.github.breakranks.equilibrium.RestPoints;
import io.github.breakranks.game.DefectionGame;

/**
 * Checks a frontier by all rest points a little below and a little above each value: the target must be reached above and not below, and the
 * outlay must lie between those on both sides. It knows nothing of manifolds and folds.
 */
final class FrontierVerifier {
    private static final double ASIDE = 1e-9; // relative distance from the value, well above rounding
    private static final double CLOSE = 1e-6;

    private final DefectionGame game;
    private final FrontierSolver question;

    private FrontierVerifier(DefectionGame game, FrontierSolver question) {
        this.game = game;
        this.question = question;
    }

    static Certificate certify(DefectionGame game, FrontierSolver question, Frontier frontier, Watch watch) {
        final FrontierVerifier verifier = new FrontierVerifier(game, question);
        double worst = 0;
        for (FrontierPoint point : frontier.points()) {
            if (!watch.mayGoOn()) {
                return new Certificate.Unproven("not checked within the limit");
            }
            final double off = verifier.off(point);
            if (!(off <= CLOSE)) {
                return new Certificate.Unproven(
                        "the point " + point + " is off by a share of " + off + " from the rest points found beside "
                                + question.instrument().label() + " " + point.value());
            }
            worst = Math.max(worst, off);
        }
        return new Certificate.Numeric(worst, "share");
    }

    /** By how much a point misses what it claims: a share, or for the outlay a share of itself. */
    double off(FrontierPoint point) {
        final double aside = ASIDE * Math.max(1, Math.abs(point.value()));
        final double below = Math.max(question.instrument().low(), point.value() - aside);
        final double above = Math.min(question.instrument().high(), point.value() + aside);
        final RestPoints under = EquilibriumSolver.solver().solve(at(below)).value();
        final RestPoints over = EquilibriumSolver.solver().solve(at(above)).value();
        final boolean best = question.reliance() == Reliance.BEST;
        final double fewer = (best ? under.greatest() : under.least()).share();
        final double more = (best ? over.greatest() : over.least()).share();
        double off = Math.max(fewer - point.share(), point.share() - more);
        off = Math.max(off, point.target() - more);
        if (point.kind() != Kind.LOWEST && point.kind() != Kind.HIGHEST) {
            off = Math.max(off, fewer - point.target());
        }
        final double least = total(below, counted(under));
        final double most = total(above, counted(over));
        final double outlay = point.outlay().total();
        off = Math.max(off, Math.max(least - outlay, outlay - most) / Math.max(most, Double.MIN_NORMAL));
        return Math.max(0, off);
    }

    private RestPoint counted(RestPoints points) {
        return question.reliance() == Reliance.LEAST ? points.least() : points.greatest();
    }

    private DefectionGame at(double value) {
        return question.instrument().group().isEmpty()
                ? game.with(question.instrument().term(), value)
                : game.with(question.instrument().group(), question.instrument().term(), value);
    }

    private double total(double value, RestPoint at) {
        return question.costs().outlay(at(value), at);
    }
}
