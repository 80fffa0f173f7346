package io.github.breakranks.regime;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Solver;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.equilibrium.EquilibriumSolver;
import io.github.breakranks.equilibrium.Potential;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.internal.Checks;
import java.util.OptionalDouble;

/**
 * Finds which rest point a common doubt about what going is worth picks, at any precision of the news, from both ends.
 *
 * <pre>{@code
 *   very precise news:   alike:    integral of pi(state*, x) dx = 0         n soldiers: the mean over 0, ..., n - 1 others
 *                        a law:    the share of greatest potential in each state
 *   any news:            from "nobody ever goes" and from "all always go" soldiers' best replies close in on the least and the
 *                        greatest equilibrium; the certificate says how far they lie apart
 * }</pre>
 *
 * <p>The gain must not fall in the state nor in the share gone: that is checked on a grid, and what falls is refused.
 *
 * @see <a href="https://doi.org/10.1017/CBO9780511610240.004">S. Morris, H. S. Shin (2003), Global Games: Theory and Applications</a>
 */
public record GlobalGameSolver() implements Solver<GlobalGame, GlobalPlay> {
    private static final int GRID = 32;

    /** The solver. */
    public static GlobalGameSolver solver() {
        return new GlobalGameSolver();
    }

    @Override
    public Answer<GlobalPlay> solve(GlobalGame game, Watch watch) {
        if (!game.news().flat() && !game.news().noise().gaussian()) {
            throw new IllegalArgumentException(
                    "news must be normal or private only in a global game, but was " + game.news());
        }
        final DefectionGame spread = game.game();
        final double limit = spread == null ? Laplacian.zero(state -> Laplacian.average(game, state)) : 0;
        if (spread == null) {
            check(game, limit);
        }
        final TurnoutByState least = TurnoutByState.climbed(game, false, watch);
        final TurnoutByState greatest = TurnoutByState.climbed(game, true, watch);
        final OptionalDouble picked = spread == null
                ? OptionalDouble.empty()
                : OptionalDouble.of(Potential.of(spread)
                        .greatest(
                                EquilibriumSolver.solver().solve(spread, watch).value())
                        .share());
        final GlobalPlay play = new GlobalPlay(game, least, greatest, limit, picked);
        if (!watch.mayGoOn()) {
            return new Answer.Stopped<>(
                    play, new Certificate.Unproven("not climbed to the end"), watch.why(), "raise the limit");
        }
        return new Answer.Found<>(play, GlobalVerifier.certify(play, least, greatest));
    }

    private static void check(GlobalGame game, double limit) {
        final double middle = Double.isInfinite(limit) ? 0 : limit;
        for (int i = 0; i <= GRID; i++) {
            for (int j = 0; j < GRID; j++) {
                final double state = middle + (i - GRID / 2.0) / 4;
                final double low = game.gain().of(state, j / (double) GRID);
                final double more = game.gain().of(state, (j + 1) / (double) GRID);
                final double later = game.gain().of(state + 0.25, j / (double) GRID);
                if (!(more >= low - 1e-12 && later >= low - 1e-12)) {
                    throw Checks.refused(
                            "gain must not fall in the state nor in the share gone [unit of the game], but fell near state %s, share %s",
                            state, j / (double) GRID);
                }
            }
        }
    }
}
