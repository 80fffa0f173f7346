package io.github.breakranks.design;

import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.design.FrontierPoint.Kind;
import io.github.breakranks.game.DefectionGame;

/**
 * Checks a frontier by where play rests a little below and a little above each value: the target must be reached above and not below, and the
 * outlay must lie between those on both sides. It knows nothing of manifolds and folds: one law and lists are solved for all rest points, groups
 * play round by round.
 */
final class FrontierVerifier {
    private static final double ASIDE = 1e-9; // relative distance from the value, well above rounding
    private static final double ASIDE_OF_GROUPS = 1e-7; // nearer to a fold play crawls
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
        final double aside = (game.groups() > 1 ? ASIDE_OF_GROUPS : ASIDE) * Math.max(1, Math.abs(point.value()));
        final double below = Math.max(question.instrument().low(), point.value() - aside);
        final double above = Math.min(question.instrument().high(), point.value() + aside);
        final boolean best = question.reliance() == Reliance.BEST;
        final double fewer = Played.at(at(below), best).total();
        final double more = Played.at(at(above), best).total();
        double off = Math.max(fewer - point.share(), point.share() - more);
        off = Math.max(off, point.target() - more);
        if (point.kind() != Kind.LOWEST && point.kind() != Kind.HIGHEST) {
            off = Math.max(off, fewer - point.target());
        }
        final double least = outlay(below);
        final double most = outlay(above);
        final double outlay = point.outlay().total();
        off = Math.max(off, Math.max(least - outlay, outlay - most) / Math.max(most, Double.MIN_NORMAL));
        return Math.max(0, off);
    }

    private double outlay(double value) {
        final DefectionGame played = at(value);
        return question.costs()
                .outlay(
                        played,
                        Played.at(played, question.reliance() != Reliance.LEAST).shares());
    }

    private DefectionGame at(double value) {
        return question.instrument().set(game, value);
    }
}
