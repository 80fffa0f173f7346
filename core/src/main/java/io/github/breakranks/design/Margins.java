package io.github.breakranks.design;

import io.github.breakranks.answer.Watch;
import io.github.breakranks.equilibrium.Fold;
import io.github.breakranks.equilibrium.Manifold;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.offer.Term;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * What would break an offer that was designed for a target: how far it may fall once they have gone, and how much less it may be believed, or
 * more staying be worth, before the target is missed.
 *
 * <p>At its least value an offer bears nothing, so the last two are asked of the offer with each varied amount a hundredth higher, as far as
 * allowed. Bisected on the rest point relied on, to 1e-6 of themselves:
 * some twenty rest points each, of groups beside a fold some milliseconds.
 *
 * @param held        the value of the first instrument from which those who have gone still hold the target; NaN if no fold was crossed
 * @param credibility the least credibility that still does, with a little more of the offer; NaN if it plays no part
 * @param staying     how much more staying may be worth, with a little more of the offer [unit of the game]; NaN if not known
 */
record Margins(double held, double credibility, double staying) {
    /** By so much the offer is raised. */
    static final double RAISED = 0.01;

    private static final Margins NONE = new Margins(Double.NaN, Double.NaN, Double.NaN);
    private static final double WITHIN = 1e-6;
    private static final double CROSSED = 1e-9;
    private static final int MOST_DOUBLINGS = 80;

    /** Of a game with the offer in it. */
    static Margins of(DefectionGame game, List<Instrument> instruments, Target target) {
        if (!game.monotonicity().rises()) {
            return NONE;
        }
        final Holds holds = new Holds(Play.of(game, true, Watch.none()), target);
        final DefectionGame raised = raised(game, instruments);
        if (!holds.in(raised)) {
            return new Margins(held(game, instruments.get(0), target), Double.NaN, Double.NaN);
        }
        return new Margins(held(game, instruments.get(0), target), credibility(raised, holds), staying(raised, holds));
    }

    /** Whether a target is reached where a game comes to rest. */
    private record Holds(Play play, Target target) {
        boolean in(DefectionGame game) {
            final double[] shares = play.rest(game, target.reliance() != Reliance.BEST);
            double total = 0;
            for (int g = 0; shares != null && g < shares.length; g++) {
                total += game.population().mass(g) * shares[g];
            }
            return OpenTerms.reached(game, total, target.share());
        }
    }

    private static DefectionGame raised(DefectionGame game, List<Instrument> instruments) {
        DefectionGame raised = game;
        for (Instrument each : instruments) {
            final int group = each.group().isEmpty() ? 0 : game.population().groupOf(each.group());
            final double value = game.offer(group).get(each.term());
            raised = each.set(raised, Math.max(value, Math.min(each.high(), value * (1 + RAISED))));
        }
        return raised;
    }

    private static double held(DefectionGame game, Instrument instrument, Target target) {
        if (game.population().listed() || game.groups() > 1 || target.reliance() == Reliance.BEST) {
            return Double.NaN;
        }
        final double value = game.offer(0).get(instrument.term());
        final double near = value - CROSSED * Math.max(1, value);
        final Manifold manifold = Manifold.of(game, instrument.term());
        for (Fold fold : manifold.folds()) {
            if (fold.maximum() && fold.share() < target.share() && fold.value() >= near) {
                final double held = manifold.toHold(target.share());
                return held < near ? Math.max(0, held) : Double.NaN;
            }
        }
        return Double.NaN;
    }

    private static double credibility(DefectionGame game, Holds holds) {
        if (game.groups() > 1 || game.ignores(Term.CREDIBILITY)) {
            return Double.NaN;
        }
        final double full = game.offer(0).credibility();
        final DoubleFunction<DefectionGame> less = lost -> game.with(Term.CREDIBILITY, Math.max(0, full - lost));
        return holds.in(less.apply(full)) ? Double.NaN : full - borne(full, less, holds);
    }

    private static double staying(DefectionGame game, Holds holds) {
        final DoubleFunction<DefectionGame> dearer =
                more -> game.withGain(game.gain().withStaying(more));
        double most = 1;
        for (int k = 0; k < MOST_DOUBLINGS && holds.in(dearer.apply(most)); k++) {
            most *= 2;
        }
        if (holds.in(dearer.apply(most))) {
            return Double.NaN; // more than is looked at
        }
        final double borne = borne(most, dearer, holds);
        return borne > 0 ? borne : Double.NaN; // less than is told apart
    }

    /** How much of something worse is borne, less than {@code most}. */
    private static double borne(double most, DoubleFunction<DefectionGame> worse, Holds holds) {
        double borne = 0;
        double broken = most;
        while (broken - borne > WITHIN * broken && broken > WITHIN * WITHIN) {
            final double middle = LeastValue.middle(borne, broken);
            if (holds.in(worse.apply(middle))) {
                borne = middle;
            } else {
                broken = middle;
            }
        }
        return borne;
    }
}
