package io.github.breakranks.game;

import io.github.breakranks.answer.Fraction;

/** Finite games whose equilibria the literature knows, for the tests of all solvers. */
public final class KnownGames {
    private KnownGames() {}

    /**
     * Three players, two actions each, nine equilibria. Two of them are totally mixed, and no more can be in a generic game of this size
     * (McKelvey and McLennan, 1997, "The maximal number of regular totally mixed Nash equilibria", Journal of Economic Theory 72, 411-425,
     * 10.1006/jeth.1996.2214). The payoffs are those of the game that Gambit's collection names after them.
     */
    public static NormalFormGame nineEquilibria() {
        final int[][][][] earned = { // by the actions of the first, second and third player
            {{{9, 8, 12}, {0, 0, 0}}, {{0, 0, 0}, {3, 4, 6}}}, {{{0, 0, 0}, {3, 4, 6}}, {{9, 8, 2}, {0, 0, 0}}}
        };
        return NormalFormGame.exact(
                new int[] {2, 2, 2},
                (player, chosen) -> Fraction.of(earned[chosen[0]][chosen[1]][chosen[2]][player], 1));
    }

    /** McKelvey's game whose principal logit branch bends backwards (in Gambit's collection as {@code loopback}). */
    public static NormalFormGame backwardBending() {
        return NormalFormGame.bimatrix(
                new Fraction[][] {{Fraction.of(6, 1), Fraction.of(6, 1)}, {Fraction.parse("7.32"), Fraction.of(1, 1)}},
                new Fraction[][] {{Fraction.of(7, 1), Fraction.of(7, 1)}, {Fraction.of(6, 1), Fraction.of(4, 1)}});
    }

    /** Pennies of which the first player's two wins are worth 9 and 1. */
    public static NormalFormGame asymmetricPennies() {
        return NormalFormGame.bimatrix(new long[][] {{9, 0}, {0, 1}}, new long[][] {{0, 1}, {1, 0}});
    }

    /**
     * Three players, two actions each, whole payoffs, and one equilibrium whose chances are irrational: with {@code q = (sqrt(601) - 13) / 24} they
     * are {@code (9 q - 1) / (7 q + 2)}, q and {@code (2 - 3 q) / (1 + q)} (Nau, Gomez Canovas and Hansen, 2004, "On the geometry of Nash
     * equilibria and correlated equilibria", International Journal of Game Theory 32, 443-453, 10.1007/s001820300162).
     */
    public static NormalFormGame irrational() {
        final int[][][][] earned = {
            {{{3, 0, 2}, {1, 0, 0}}, {{0, 2, 0}, {0, 1, 0}}}, {{{0, 1, 0}, {0, 3, 0}}, {{1, 0, 0}, {2, 0, 3}}}
        };
        return NormalFormGame.exact(
                new int[] {2, 2, 2},
                (player, chosen) -> Fraction.of(earned[chosen[0]][chosen[1]][chosen[2]][player], 1));
    }
}
