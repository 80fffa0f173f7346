package io.github.breakranks.design;

import io.github.breakranks.game.DefectionGame;

/** One law played round by round, from nobody or from everybody, until nothing moves: all that a reader needs to check a rest point. */
final class RoundByRound {
    private static final int MOST_ROUNDS = 200_000;
    private static final double STILL = 1e-14;

    private RoundByRound() {}

    /** Where play comes to rest, a share. */
    static double rest(DefectionGame game, boolean greatest) {
        double gone = greatest ? 1 : 0;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            final double before = gone;
            gone = game.willing(0, before);
            if (Math.abs(gone - before) < STILL) {
                break;
            }
        }
        return gone;
    }
}
