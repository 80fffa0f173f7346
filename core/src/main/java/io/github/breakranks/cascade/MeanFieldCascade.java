package io.github.breakranks.cascade;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Solver;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.offer.Monotonicity;
import java.util.Objects;

/**
 * Spreads defection through a law's population, from nobody or from a share that goes at the start.
 *
 * <pre>{@code
 *   rounds:         x_0 = start,   x_(k+1) = max(start, Phi(x_(k-lag)))
 *   clock:          dx/dt = max(start, Phi(x(t-lag))) - x            each looks round at rate 1
 *   may return:     the same without the max
 *   k others seen:  Phi(s) becomes sum over m of C(k,m) s^m (1-s)^(k-m) Phi(m/k), if those gone may come back;
 *                   if not, each need m of k is followed by itself, and chance brings all in the end who would go with all seen gone
 * }</pre>
 *
 * <p>A law stands for infinitely many soldiers, so that the k whom one sees are drawn as if with repetition; where k is not far below the
 * number of heads, draw agents. Whoever sees all others sees everybody.
 *
 * <p>All but the last climb to the same place, the least rest point at or above the start, which is only reached in the limit: a lag only
 * stretches the rounds, k + 1 turns into 1 + k (lag + 1). Where those gone may come back, a start below the basin's edge falls back. The
 * path ends when less than half a soldier is missing, or at the horizon. The certificate encloses the limit between two shares, one of which
 * the map raises and the other not.
 *
 * <p>Cost: one cdf a round and group (k + 1 multiplications where k others are seen); the number of rounds grows without bound near a fold,
 * where the work stops after a million.
 *
 * @param dynamics when they look round, whom they see, and whether they may come back; not {@link Pace#ONE_BY_ONE}
 * @param start    the share gone at the start: the most eager, in every group alike
 */
public record MeanFieldCascade(Dynamics dynamics, double start) implements Solver<DefectionGame, ShareCascade> {

    public MeanFieldCascade {
        Objects.requireNonNull(dynamics, "dynamics");
        Checks.share("start", start);
        if (dynamics.pace() == Pace.ONE_BY_ONE) {
            throw Checks.refused(
                    "pace must be rounds or clock for a law, whose soldiers are not told apart, but was %s;"
                            + " take the clock, or draw agents with Population.draw(heads, law, seed)",
                    dynamics.pace().label());
        }
    }

    /** Round after round, from nobody; each sees everybody, and nobody comes back. */
    public static MeanFieldCascade solver() {
        return new MeanFieldCascade(Dynamics.rounds(), 0);
    }

    /** This solver with other dynamics. */
    public MeanFieldCascade withDynamics(Dynamics newDynamics) {
        return new MeanFieldCascade(newDynamics, start);
    }

    /** This solver with such a share gone at the start. */
    public MeanFieldCascade withStart(double newStart) {
        return new MeanFieldCascade(dynamics, newStart);
    }

    @Override
    public Answer<ShareCascade> solve(DefectionGame game, Watch watch) {
        Objects.requireNonNull(game, "game");
        Objects.requireNonNull(watch, "watch");
        if (game.population().listed()) {
            throw Checks.refused(
                    "population must be a law, but was %s; use WellMixedCascade with Thresholds.of(game), or AgentCascade",
                    game.population());
        }
        final int others = game.population().size() - 1;
        dynamics.requireOthers(others + 1);
        if (dynamics.sees() > 0 && dynamics.sees() == others) { // whoever sees all others draws none at random
            return withDynamics(dynamics.withoutSees()).solve(game, watch);
        }
        if (dynamics.sees() == 0 || dynamics.reversible()) {
            return new LawWalk(this, game, new LawReply(game, dynamics.sees()), watch).solve();
        }
        final Monotonicity monotonicity = game.monotonicity();
        if (!monotonicity.rises()) {
            throw Checks.refused(
                    "net gain must rise with the share gone where each sees a few others and nobody comes back, but %s;"
                            + " let those gone come back with Dynamics.withReturn()",
                    monotonicity.sentence());
        }
        final LawReply reply = new LawReply(game, dynamics.sees());
        return new LawDrift(this, game, watch).solve(new FewSeen(reply, dynamics.sees(), start));
    }
}
