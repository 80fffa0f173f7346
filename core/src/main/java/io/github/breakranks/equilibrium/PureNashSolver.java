package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Solver;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.game.NormalFormGame;
import java.util.BitSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds every pure Nash equilibrium of a finite game: the combinations of actions in which each does one of his best.
 *
 * <pre>{@code
 *   s is one  <=>  u_i(s) >= u_i(a, s_-i)      for every player i and each of his actions a
 * }</pre>
 *
 * <p>For each player one sweep over the payoffs marks what is not best against what the others do; what no sweep marks is left. Payoffs are
 * compared exactly, also where they tie in floating point. There may be none.
 *
 * <p>Cost: two readings of every payoff, in the order in which they lie, and a bit a combination. Larger games are better asked by structure:
 * {@link SupermodularSolver}, {@link PotentialGameSolver}.
 *
 * @see <a href="https://doi.org/10.1073/pnas.36.1.48">J. Nash (1950), Proceedings of the National Academy of Sciences 36, 48-49</a>
 */
public record PureNashSolver() implements Solver<NormalFormGame, PureEquilibria> {
    private static final int LOOK = 0x10000; // payoffs between two looks at the watch
    private static final int MOST_KEPT = 10_000_000;

    /** The solver; there is nothing to set. */
    public static PureNashSolver solver() {
        return new PureNashSolver();
    }

    @Override
    public Answer<PureEquilibria> solve(NormalFormGame game, Watch watch) {
        Objects.requireNonNull(game, "game");
        Objects.requireNonNull(watch, "watch");
        final BitSet left = left(game, watch);
        if (left == null) {
            return stopped(game, watch.why(), "raise the limit");
        }
        if (left.cardinality() > MOST_KEPT) {
            return stopped(
                    game,
                    "more than " + MOST_KEPT + " pure equilibria",
                    "leave out actions that are payoff for payoff alike");
        }
        final PureEquilibria found = new PureEquilibria(game, left.stream().toArray(), true);
        return new Answer.Found<>(found, PureNashVerifier.certify(game, left));
    }

    /** The combinations that no player strikes out; null if stopped. */
    static @Nullable BitSet left(NormalFormGame game, Watch watch) {
        final BitSet left = new BitSet(game.profiles());
        left.set(0, game.profiles());
        for (int player = 0; player < game.players(); player++) {
            if (!watch.mayGoOn() || !strike(game, player, left, watch)) {
                return null;
            }
            watch.done((player + 1.0) / game.players());
        }
        return left;
    }

    private static Answer<PureEquilibria> stopped(NormalFormGame game, String why, String remedy) {
        return new Answer.Stopped<>(
                new PureEquilibria(game, new int[0], false), new Certificate.Unproven(why), why, remedy);
    }

    /** Strikes out what this player would not do: block by block of the others' actions, along the payoffs as they lie. */
    private static boolean strike(NormalFormGame game, int player, BitSet left, Watch watch) {
        final int stride = game.stride(player);
        final int block = stride * game.actions(player);
        final int[] best = new int[stride]; // by what those behind him do, the index of the best so far
        for (int start = 0; start < game.profiles(); start += block) {
            if ((start / block & 0xFFFF) == 0xFFFF && !watch.mayGoOn()) {
                return false;
            }
            for (int others = 0; others < stride; others++) {
                best[others] = start + others;
            }
            for (int row = start + stride; row < start + block; row += stride) {
                raise(game, player, row, best);
                if (overLook(row, stride) && !watch.mayGoOn()) {
                    return false;
                }
            }
            for (int row = start; row < start + block; row += stride) {
                strikeBelow(game, player, row, best, left);
                if (overLook(row, stride) && !watch.mayGoOn()) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether a row of so many payoffs ends a stretch between two looks at the watch; of rows of one payoff whole blocks are counted. */
    private static boolean overLook(int row, int stride) {
        return stride > 1 && (row / LOOK) != (row + stride) / LOOK;
    }

    private static void raise(NormalFormGame game, int player, int row, int[] best) {
        for (int others = 0; others < best.length; others++) {
            if (game.compareAt(player, row + others, best[others]) > 0) {
                best[others] = row + others;
            }
        }
    }

    private static void strikeBelow(NormalFormGame game, int player, int row, int[] best, BitSet left) {
        for (int others = 0; others < best.length; others++) {
            if (game.compareAt(player, row + others, best[others]) < 0) {
                left.clear(row + others);
            }
        }
    }
}
