package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Solver;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.game.NormalFormGame;
import io.github.breakranks.game.StrategyProfile;
import java.util.BitSet;

/**
 * Finds one Nash equilibrium of two players, exactly and with proof.
 *
 * <pre>{@code
 *   x_i > 0  =>  (A y)_i = max A y          y_j > 0  =>  (B'x)_j = max B'x
 * }</pre>
 *
 * <p>Which actions are played is found fast, and in floating point; with which chances is then solved in fractions:
 * <ol>
 *   <li>a pure equilibrium, if there is one;
 *   <li>the end of a Lemke-Howson path in floating point. The paths of one game may differ in length by a factor of thousands, so that those
 *       of all labels are tried, each for a few pivots, then for more. Short paths end where few actions are played;
 *   <li>where none is short, as in games of nearly opposed interests, a path along which playing each action is worth less and less ({@link
 *       BarrierPath}), of some dozens or hundreds of steps;
 *   <li>all actions of both, if they have as many: on the hardest games known these are played, and paths to them are long and ill-conditioned;
 *   <li>long paths in floating point;
 *   <li>where rounding hides which, as it may in degenerate games, the same paths in whole numbers, ties broken lexicographically. These
 *       always end at an equilibrium.
 * </ol>
 *
 * <p>What a path in floating point says is believed only if the equations of its support, solved exactly, give chances at least 0 whose
 * regret is exactly 0. That regret, from all payoffs, is the certificate. Payoffs given as doubles are taken at face value.
 *
 * <p>Stopped, it returns what had the least regret of the mixtures that these paths came through, a pure profile and all actions alike.
 *
 * <p>The same game has the same equilibrium on every run. Cost: n^2 to look for a pure one; then for each pivot n times the number of actions
 * played, most often few. Where no path is short, n^3 for each step of the other kind.
 *
 * @see <a href="https://doi.org/10.1137/0112033">C. E. Lemke and J. T. Howson (1964), "Equilibrium Points of Bimatrix Games", Journal of
 *     the Society for Industrial and Applied Mathematics 12(2), 413-423</a>
 * @see <a href="https://arxiv.org/abs/0811.3247">B. Codenotti, S. De Rossi and M. Pagan (2008), "An Experimental Analysis of Lemke-Howson
 *     Algorithm"</a>
 */
public record BimatrixSolver() implements Solver<NormalFormGame, NashEquilibrium> {

    /** The solver; there is nothing to set. */
    public static BimatrixSolver solver() {
        return new BimatrixSolver();
    }

    @Override
    public Answer<NashEquilibrium> solve(NormalFormGame game, Watch watch) {
        TwoPlayers.checked(game);
        final BitSet pure =
                PureNashSolver.left(game, watch.withProgress(done -> {})); // how far the search is, nobody knows
        if (pure == null) {
            return stopped(LeastRegret.startingPoint(game), watch);
        }
        if (!pure.isEmpty()) {
            return found(pure(game, pure.nextSetBit(0)));
        }
        final EquilibriumSearch search = new EquilibriumSearch(game, watch);
        final NashEquilibrium equilibrium = search.run();
        if (equilibrium != null) {
            return found(equilibrium);
        }
        return stopped(search.best(), watch);
    }

    private static Answer<NashEquilibrium> found(NashEquilibrium equilibrium) {
        return new Answer.Found<>(equilibrium, NashVerifier.certify(equilibrium.regret()));
    }

    private static Answer<NashEquilibrium> stopped(NashEquilibrium best, Watch watch) {
        return new Answer.Stopped<>(best, NashVerifier.certify(best.regret()), watch.why(), "raise the limit");
    }

    private static NashEquilibrium pure(NormalFormGame game, int index) {
        return NashEquilibrium.of(game, StrategyProfile.pure(game.shape(), game.chosen(index)));
    }
}
