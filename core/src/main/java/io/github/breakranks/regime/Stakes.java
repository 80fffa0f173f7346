package io.github.breakranks.regime;

import io.github.breakranks.internal.Checks;

/**
 * What a defection game does not say of a regime's fall: what it is worth to those who have gone, and when the offer is honoured.
 *
 * @param freedom     what the fall is worth to one who has gone, beside the end of reprisals [unit of the game], at least 0
 * @param onlyIfFalls whether the offer is honoured only if the regime falls; else win or lose
 */
public record Stakes(double freedom, boolean onlyIfFalls) {
    public Stakes {
        Checks.atLeast(0, "freedom", "unit of the game", freedom);
    }

    /** The offer is honoured win or lose: asylum abroad, money in hand. */
    public static Stakes winOrLose(double freedom) {
        return new Stakes(freedom, false);
    }

    /** The offer is honoured only if the regime falls: land after the war, a pardon by those who follow. */
    public static Stakes onlyIfFalls(double freedom) {
        return new Stakes(freedom, true);
    }
}
