package io.github.breakranks.timing;

import io.github.breakranks.answer.Watch;
import io.github.breakranks.equilibrium.EquilibriumSolver;
import io.github.breakranks.equilibrium.RestPoint;
import io.github.breakranks.equilibrium.RestPoints;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.game.TieRule;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.offer.Monotonicity;

/**
 * A game of one law whose offer has reached everybody, as the closed forms of timing need it, with its rest points.
 *
 * @param least where an open offer ends
 */
record TimedGame(DefectionGame game, RestPoints rest, RestPoint least) {

    /** Refuses what the closed forms do not hold for, then solves the game at a date. */
    static TimedGame of(DefectionGame game) {
        if (game.population().listed()) {
            throw Checks.refused(
                    "population must be a law for timing, but was %s; take Population.of(heads, population.law())",
                    game.population());
        }
        if (game.groups() > 1) {
            throw Checks.refused(
                    "population must be one group for timing, but was %s; time each group by itself, as a population of its own",
                    game.population());
        }
        if (game.offer().reach() < 1) {
            throw Checks.refused(
                    "reach must be 1 [share] for timing, but was %s; take those whom word has reached as the population",
                    game.offer().reach());
        }
        final Monotonicity monotonicity = game.monotonicity();
        if (!monotonicity.rises()) {
            throw Checks.refused("net gain must rise with the share gone for timing, but %s", monotonicity.sentence());
        }
        // Rest points take a millisecond, and without them there is no path to hand back: an interrupt is seen after
        // that.
        final boolean interrupted = Thread.interrupted();
        try {
            return solved(game);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Who gains nothing by going waits for more to go first: the path passes no tie, whatever becomes of ties at a date. */
    private static TimedGame solved(DefectionGame game) {
        final RestPoints rest = EquilibriumSolver.solver().solve(game).orElseThrow();
        final boolean smooth = game.population().law().steepest() < Double.POSITIVE_INFINITY;
        if (smooth || game.ties() == TieRule.STAYS) {
            return new TimedGame(game, rest, rest.least());
        }
        final RestPoints strict =
                EquilibriumSolver.solver().solve(game.withTies(TieRule.STAYS)).orElseThrow();
        return new TimedGame(game, rest, strict.least());
    }

    /** Where an open offer ends. */
    double leastShare() {
        return least.share();
    }

    UniversalPath path(Watch watch) {
        return new UniversalPath(game, least, watch);
    }
}
