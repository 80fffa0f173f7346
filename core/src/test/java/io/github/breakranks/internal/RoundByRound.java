package io.github.breakranks.internal;

import java.util.Arrays;

/** The cascade as it is defined, with nothing but a sorted copy: what the fast one is held against. */
final class RoundByRound {
    private RoundByRound() {}

    /** Agents gone after each round, from the first in which somebody goes. */
    static int[] path(int... othersNeeded) {
        final int[] sorted = othersNeeded.clone();
        Arrays.sort(sorted);
        final int[] gone = new int[sorted.length];
        int rounds = 0;
        int before = 0;
        int met = met(sorted, 0, before);
        while (met != before) {
            gone[rounds++] = met;
            before = met;
            met = met(sorted, met, before);
        }
        return Arrays.copyOf(gone, rounds);
    }

    private static int met(int[] sorted, int alreadyMet, int gone) {
        int met = alreadyMet;
        while (met < sorted.length && sorted[met] <= gone && sorted[met] < sorted.length) {
            met++;
        }
        return met;
    }

    /** The first round in which such an agent goes, by asking round after round. */
    static int roundFor(int threshold, int... path) {
        int before = 0;
        for (int round = 1; round <= path.length; round++) {
            if (threshold <= before) {
                return round;
            }
            before = path[round - 1];
        }
        return 0;
    }
}
