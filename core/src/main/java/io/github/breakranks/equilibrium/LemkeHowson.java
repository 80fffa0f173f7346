package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Solver;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.game.NormalFormGame;
import io.github.breakranks.internal.Checks;

/**
 * Follows the path of Lemke and Howson for one dropped label, exactly, to the equilibrium at its end.
 *
 * <p>Actions are labels: those of the first player from 0, then those of the second. A pair of mixtures has the label of every action that
 * is not played or is a best reply, and is an equilibrium if it has them all. From where nobody plays, the path drops one label and goes
 * along the edges on which only that may be missing, until it is found again.
 *
 * <pre>{@code
 *   A y + s = 1     x, y, r, s >= 0         a label k is had if x_k or s_k is 0 (row), y_k or r_k (column)
 *   B'x + r = 1     A, B raised above 0     mixtures: x and y over their sums
 * }</pre>
 *
 * <p>Pivots are in whole numbers, and ties of the ratio test are broken lexicographically, so the path ends in degenerate games too. It may
 * be long: on {@code DualCyclic.hardToSolve(d)} it grows like 1.6 to the 3d/2. To find any equilibrium fast, use {@code BimatrixSolver},
 * which leaves long paths. Cost: a product and a division of numbers of up to n payoffs' length for each payoff and pivot.
 *
 * @param label the action whose label is dropped, from 0: the first player's actions, then the second's
 * @see <a href="https://doi.org/10.1137/0112033">C. E. Lemke and J. T. Howson (1964), "Equilibrium Points of Bimatrix Games", Journal of
 *     the Society for Industrial and Applied Mathematics 12(2), 413-423</a>
 */
public record LemkeHowson(int label) implements Solver<NormalFormGame, LemkeHowsonPath> {
    public LemkeHowson {
        Checks.count(0, "label", "action", label);
    }

    /** The solver that drops the label of the first player's first action. */
    public static LemkeHowson solver() {
        return new LemkeHowson(0);
    }

    /** This solver for another label. */
    public LemkeHowson withLabel(int newLabel) {
        return new LemkeHowson(newLabel);
    }

    @Override
    public Answer<LemkeHowsonPath> solve(NormalFormGame game, Watch watch) {
        TwoPlayers.checked(game);
        Checks.index("label", "action", label, game.actions(0) + game.actions(1));
        final IntegerPath path = new IntegerPath(game, label);
        path.follow(Long.MAX_VALUE, watch);
        final LemkeHowsonPath found = new LemkeHowsonPath(label, path.pivots(), path.reached());
        final Certificate certificate =
                NashVerifier.certify(game, found.equilibrium().profile());
        return path.ended()
                ? new Answer.Found<>(found, certificate)
                : new Answer.Stopped<>(
                        found,
                        certificate,
                        watch.why() + " after " + path.pivots() + " pivots",
                        "raise the limit, drop another label, or use BimatrixSolver");
    }
}
