package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Watch;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.internal.Checks;
import java.util.List;
import java.util.Optional;

/**
 * Where play comes to rest from nobody and from everybody, and nothing else: for work that asks for it a thousand times over, such as design.
 *
 * <pre>{@code
 *   least     lim of Phi^k(nobody)          greatest    lim of Phi^k(everybody)
 * }</pre>
 *
 * <p>The net gain must rise with the share gone; that is not checked here, nor is what is found: {@link EquilibriumSolver} finds every rest
 * point and certifies it. Cost: a law some 50 evaluations of its cdf, groups some hundreds, more of them near a fold.
 */
public final class Extremes {
    private Extremes() {}

    /** The least rest point of a law or of groups of laws; empty if the watch ended the work. */
    public static Optional<RestPoint> least(DefectionGame game, Watch watch) {
        return of(game, true, watch);
    }

    /** The greatest rest point of a law or of groups of laws; empty if the watch ended the work. */
    public static Optional<RestPoint> greatest(DefectionGame game, Watch watch) {
        return of(game, false, watch);
    }

    private static Optional<RestPoint> of(DefectionGame game, boolean least, Watch watch) {
        if (game.population().listed()) {
            throw Checks.refused(
                    "population must be laws, but was %s; count listed agents with Thresholds.of(game) and WellMixedCascade",
                    game.population());
        }
        if (game.groups() > 1) {
            return GroupRestPoints.extreme(game, least, watch);
        }
        final LawRestPoints law = new LawRestPoints(game, true, EquilibriumSolver.cuts(game), watch);
        final List<RestPoint> points = law.points();
        return law.covered() && !points.isEmpty()
                ? Optional.of(points.get(least ? 0 : points.size() - 1))
                : Optional.empty();
    }
}
