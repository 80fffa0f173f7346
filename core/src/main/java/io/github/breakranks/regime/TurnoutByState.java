package io.github.breakranks.regime;

import io.github.breakranks.answer.Watch;

/** Who goes in each state, in the least or the greatest equilibrium of a global game. */
interface TurnoutByState {

    /** The share that goes. */
    double share(double state);

    /** The news above which those go who are all alike; NaN if they are not. */
    double cutoff();

    /** Whether best replies came to their end. */
    boolean settled();

    /** The equilibrium that best replies close in on, from all going always or nobody ever. */
    static TurnoutByState climbed(GlobalGame game, boolean fromAll, Watch watch) {
        if (game.squad()) {
            return SquadTurnout.climbed(game, fromAll, watch);
        }
        return game.law() == null
                ? CommonCutoff.climbed(game, fromAll, watch)
                : SpreadTurnout.climbed(game, fromAll, watch);
    }
}
