package io.github.breakranks.equilibrium;

import io.github.breakranks.game.DefectionGame;

/** Looks at 200,001 shares in a row: slow, simple, and no part of the solver. */
final class ScanOfShares {
    private static final int LOOKS = 200_000;

    private ScanOfShares() {}

    /** How often {@code Phi(x) - x} changes its sign on [0, 1], or reaches zero where an end saturates. */
    static int signChanges(DefectionGame game) {
        int changes = game.willing(0, 0) == 0 ? 1 : 0;
        double before = game.willing(0, 0) == 0 ? -1 : 1;
        for (int k = 1; k < LOOKS; k++) {
            final double now = excess(game, (double) k / LOOKS);
            if (now != 0 && before * now < 0) {
                changes++;
            }
            before = now == 0 ? before : Math.signum(now);
        }
        return changes + (before > 0 ? 1 : game.unwilling(0, 1) == 0 ? 1 : 0);
    }

    /** How close to the diagonal it comes where it does not cross; small near a fold. */
    static double closestTurn(DefectionGame game) {
        double closest = 1;
        double a = excess(game, 0);
        double b = excess(game, 1.0 / LOOKS);
        for (int k = 2; k <= LOOKS; k++) {
            final double c = excess(game, (double) k / LOOKS);
            if (b <= a && b <= c || b >= a && b >= c) {
                closest = Math.min(closest, Math.abs(b));
            }
            a = b;
            b = c;
        }
        return closest;
    }

    private static double excess(DefectionGame game, double x) {
        return x <= 0.5 ? game.willing(0, x) - x : (1 - x) - game.unwilling(0, x);
    }
}
