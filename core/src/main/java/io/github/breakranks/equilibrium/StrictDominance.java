package io.github.breakranks.equilibrium;

import io.github.breakranks.equilibrium.PayoffBounds.Swap;
import java.util.Arrays;
import java.util.function.IntPredicate;

/** Takes away actions that another one beats whatever the others do, again and again: no equilibrium gives them a chance. */
final class StrictDominance {
    private StrictDominance() {}

    /** By player, the actions that are left, ascending. */
    static int[][] survivors(PayoffBounds payoffs) {
        final int[][] left = payoffs.everything();
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int player = 0; player < left.length; player++) {
                final int[] before = left[player];
                left[player] = Arrays.stream(before)
                        .filter(undominated(payoffs, left.clone(), player))
                        .toArray();
                changed |= left[player].length < before.length;
            }
        }
        return left;
    }

    private static IntPredicate undominated(PayoffBounds payoffs, int[][] listed, int player) {
        return action -> !dominated(payoffs, listed, player, action, listed[player]);
    }

    /** Whether one of these actions pays a player more than another, whatever the others do of what is listed. */
    static boolean dominated(PayoffBounds payoffs, int[][] listed, int player, int action, int... rivals) {
        for (final int rival : rivals) {
            if (rival != action && payoffs.dominates(new Swap(player, rival, action), listed)) {
                return true;
            }
        }
        return false;
    }
}
