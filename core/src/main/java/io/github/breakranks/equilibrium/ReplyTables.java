package io.github.breakranks.equilibrium;

import java.util.Arrays;

/**
 * What each action earns against the others' mixtures, and how that depends on each of them, in floating point, with each player's payoffs
 * brought to [0, 1].
 */
final class ReplyTables {
    private final int[] sizes;
    private final double[][] payoffs; // by player, over the listed actions of all, the last player's running fastest

    /** Over these actions only. */
    ReplyTables(PayoffBounds bounds, int[][] listed) {
        sizes = Arrays.stream(listed).mapToInt(actions -> actions.length).toArray();
        final int profiles = Arrays.stream(sizes).reduce(1, (a, b) -> a * b);
        payoffs = new double[sizes.length][profiles];
        for (int profile = 0; profile < profiles; profile++) {
            int index = 0;
            int rest = profile;
            for (int player = sizes.length - 1; player >= 0; player--) {
                index += listed[player][rest % sizes[player]] * bounds.stride(player);
                rest /= sizes[player];
            }
            for (int player = 0; player < sizes.length; player++) {
                payoffs[player][profile] = bounds.at(player, index);
            }
        }
        for (final double[] of : payoffs) {
            toUnit(of);
        }
    }

    private static void toUnit(double[] of) {
        final double low = Arrays.stream(of).min().orElse(0);
        final double range = Arrays.stream(of).max().orElse(0) - low;
        for (int k = 0; k < of.length; k++) {
            of[k] = range > 0 ? (of[k] - low) / range : 0;
        }
    }

    int[] sizes() {
        return sizes.clone();
    }

    /** What a player's action earns where another takes one for sure and the rest mix: by action, then by the other's action. */
    double[][] against(int player, int other, double[][] chances) {
        double[] now = payoffs[player];
        int after = 1; // entries that lie behind the player summed out
        for (int out = sizes.length - 1; out >= 0; out--) {
            if (out == player || out == other) {
                after *= sizes[out];
            } else {
                now = summedOut(now, sizes[out], after, chances[out]);
            }
        }
        final double[][] earned = new double[sizes[player]][sizes[other]];
        final boolean first = player < other;
        for (int action = 0; action < sizes[player]; action++) {
            for (int his = 0; his < sizes[other]; his++) {
                earned[action][his] = now[first ? action * sizes[other] + his : his * sizes[player] + action];
            }
        }
        return earned;
    }

    private static double[] summedOut(double[] values, int size, int after, double[] weights) {
        final double[] next = new double[values.length / size];
        for (int block = 0, from = 0; from < next.length; from += after) {
            for (int action = 0; action < size; action++, block += after) {
                final double weight = weights[action];
                for (int k = 0; k < after; k++) {
                    next[from + k] += weight * values[block + k];
                }
            }
        }
        return next;
    }
}
