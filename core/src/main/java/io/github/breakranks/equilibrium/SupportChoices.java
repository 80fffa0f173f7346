package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Watch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The combinations of supports in which no action is dominated given the others' supports. */
final class SupportChoices {
    private static final int LOOKED_AT = 256; // subsets between two looks at the watch

    private final PayoffBounds payoffs;
    private final int[][] actions;
    private final Watch watch;
    private final List<int[][]> chosen = new ArrayList<>();
    private int tried;

    SupportChoices(PayoffBounds payoffs, int[][] actions, Watch watch) {
        this.payoffs = payoffs;
        this.actions = actions;
        this.watch = watch;
    }

    /** How many combinations there are before any is left out, the product of {@code 2^m - 1} over players with m actions. */
    static double count(int[] sizes) {
        return Arrays.stream(sizes).mapToDouble(of -> Math.pow(2, of) - 1).reduce(1, (one, other) -> one * other);
    }

    /** Those with few actions first; some only, if the watch runs out. */
    List<int[][]> all() {
        extend(new int[actions.length][], 0);
        chosen.sort(Comparator.comparingInt(
                supports -> Arrays.stream(supports).mapToInt(of -> of.length).sum()));
        return chosen;
    }

    /** Goes on from supports chosen for the players before this one; false if the watch has run out. */
    private boolean extend(int[][] supports, int player) {
        if (player == actions.length) {
            chosen.add(supports.clone());
            return true;
        }
        final int[] own = actions[player];
        for (long subset = 1; subset < 1L << own.length; subset++) {
            if (++tried % LOOKED_AT == 0 && !watch.mayGoOn()) {
                return false;
            }
            final long taken = subset;
            supports[player] = IntStream.range(0, own.length)
                    .filter(k -> (taken >> k & 1) == 1)
                    .map(k -> own[k])
                    .toArray();
            if (undominated(supports, player) && !extend(supports, player + 1)) {
                return false;
            }
        }
        return true;
    }

    private boolean undominated(int[][] supports, int last) {
        final int[][] listed = actions.clone();
        System.arraycopy(supports, 0, listed, 0, last + 1);
        for (int player = 0; player <= last; player++) {
            for (final int action : supports[player]) {
                if (StrictDominance.dominated(payoffs, listed, player, action, actions[player])) {
                    return false;
                }
            }
        }
        return true;
    }
}
