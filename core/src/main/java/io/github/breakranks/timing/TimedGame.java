package io.github.breakranks.timing;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Range;
import io.github.breakranks.equilibrium.EquilibriumSolver;
import io.github.breakranks.equilibrium.RestPoints;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.offer.Monotonicity;

/** A game of one law whose offer has reached everybody, as the closed forms of timing need it, with its rest points. */
record TimedGame(DefectionGame game, RestPoints rest, Certificate founded) {

    /** Refuses what the closed forms do not hold for, then solves the game at a date. */
    static TimedGame of(DefectionGame game) {
        if (game.population().listed()) {
            throw Checks.refused(
                    "population must be a law for timing, but was %s; take Population.of(heads, population.law())",
                    game.population());
        }
        if (game.groups() > 1) {
            throw Checks.refused("population must be one group for timing, but was %s", game.population());
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
        final Answer<RestPoints> answer = EquilibriumSolver.solver().solve(game);
        return new TimedGame(game, answer.orElseThrow(), answer.certificate());
    }

    /** Where an open offer ends. */
    double leastShare() {
        return rest.least().share();
    }

    UniversalPath path() {
        return new UniversalPath(game, rest.least().share(), rest.least().staying());
    }

    /** Whether the gain rises nowhere, so that nobody gains by seeing others go first. */
    boolean flat() {
        return game.gain().slopeOver(game.offer(), 0, new Range(0, 1)).high() == 0;
    }
}
