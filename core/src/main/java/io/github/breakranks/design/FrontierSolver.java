package io.github.breakranks.design;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Solver;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.design.FrontierPoint.Kind;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.internal.Checks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Finds what each share costs: the frontier of outlay against share gone, as one instrument is varied.
 *
 * <pre>{@code
 *   value(s)  = max { v(x) : x <= s }        in the least rest point, and so in every one
 *   value(s)  = min { v(x) : x >= s }        in the best
 *   outlay(s) = heads * share * perHead(value) + fixed(value)
 * }</pre>
 *
 * <p>For one law it is read off the manifold {@code v(x)} of rest points, exactly; a jump is two rows, its fold and where play lands behind
 * it, and the shares between them are marked. Groups, lists and laws with atoms are solved at values of the instrument, narrowed down by
 * bisection. As outlay and share both rise with the value, the cheapest value is the least that suffices (P. Milgrom and J. Roberts 1990, doi
 * 10.2307/2938316). Whoever comes is paid alike, also those who would have gone anyway: that is why one more costs more than he is paid.
 *
 * <p>Cost: for one law some 3,000 quantiles and a few for each point; else some fifty rest points for each.
 *
 * @param instrument what is varied
 * @param reliance   which rest points must reach a share
 * @param costs      what the offer costs its host
 * @param points     shares aimed at, evenly spread: 1/points, 2/points, ..., 1 [count], at least 2; where the game is solved value by value,
 *                   as many as lie about so far apart
 */
public record FrontierSolver(Instrument instrument, Reliance reliance, HostCosts costs, int points)
        implements Solver<DefectionGame, Frontier> {
    private static final int USUAL = 100;
    private static final Certificate SOME = new Certificate.Unproven("not all shares were looked at");

    public FrontierSolver {
        Objects.requireNonNull(instrument, "instrument");
        Objects.requireNonNull(reliance, "reliance");
        Objects.requireNonNull(costs, "costs");
        Checks.count(2, "points", "shares", points);
    }

    /** The solver for one instrument: in the least rest point, the cash being all that costs, at each percent. */
    public static FrontierSolver of(Instrument instrument) {
        return new FrontierSolver(instrument, Reliance.LEAST, HostCosts.cashOnly(), USUAL);
    }

    /** This solver, relying on other rest points. */
    public FrontierSolver withReliance(Reliance newReliance) {
        return new FrontierSolver(instrument, newReliance, costs, points);
    }

    /** This solver with other costs to the host. */
    public FrontierSolver withCosts(HostCosts newCosts) {
        return new FrontierSolver(instrument, reliance, newCosts, points);
    }

    /** This solver aiming at so many shares. */
    public FrontierSolver withPoints(int newPoints) {
        return new FrontierSolver(instrument, reliance, costs, newPoints);
    }

    @Override
    public Answer<Frontier> solve(DefectionGame game, Watch watch) {
        Objects.requireNonNull(game, "game");
        final TakeUp takeUp = TakeUp.of(game, instrument, watch);
        final List<FrontierPoint> found = new ArrayList<>();
        try {
            final Costing costing = new Costing(takeUp, reliance, costs);
            final boolean all = collect(costing, watch, found);
            final Frontier frontier = new Frontier(this, game, costing, found);
            if (!all) {
                return stopped(frontier.incomplete(), SOME, watch.why());
            }
            final Certificate certificate = FrontierVerifier.certify(game, this, frontier, watch);
            return watch.mayGoOn()
                    ? new Answer.Found<>(frontier, certificate)
                    : stopped(frontier, certificate, watch.why());
        } catch (SolvedTakeUp.Ended ended) {
            return stopped(
                    new Frontier(this, game, null, found).incomplete(), SOME, String.valueOf(ended.getMessage()));
        }
    }

    private static Answer<Frontier> stopped(Frontier soFar, Certificate certificate, String why) {
        return new Answer.Stopped<>(soFar, certificate, why, "raise the limit, or take fewer points");
    }

    /** From the lowest value to the highest: aimed at, and before and behind every jump. */
    private boolean collect(Costing costing, Watch watch, List<FrontierPoint> found) {
        final FrontierPoint lowest = costing.at(instrument.low(), Kind.LOWEST);
        found.add(lowest);
        for (Costing.Leap leap : costing.leaps()) {
            found.add(leap.fold());
            found.add(leap.beyond());
        }
        final boolean all = costing.takeUp() instanceof SolvedTakeUp solved
                ? collectSeen(costing, solved, watch, found)
                : collectAimedAt(costing, lowest.share(), watch, found);
        if (all && Double.isFinite(instrument.high())) {
            found.add(costing.at(instrument.high(), Kind.HIGHEST));
        }
        found.sort(Comparator.comparingDouble(FrontierPoint::target));
        return all;
    }

    private boolean collectAimedAt(Costing costing, double lowest, Watch watch, List<FrontierPoint> found) {
        for (int k = 1; k <= points; k++) {
            if (!watch.mayGoOn()) {
                return false;
            }
            final double target = (double) k / points;
            if (target > lowest && costing.reaches(target)) {
                final FrontierPoint point = costing.to(target);
                if (point.kind() != Kind.BEYOND) { // that is there already
                    found.add(point);
                }
            }
            watch.done((double) k / points);
        }
        return true;
    }

    /** At values that were solved anyway, no closer to each other than half the shares aimed at. */
    private boolean collectSeen(Costing costing, SolvedTakeUp solved, Watch watch, List<FrontierPoint> found) {
        for (double value : solved.trace(TakeUp.seeksGreatest(reliance)).values()) {
            if (!watch.mayGoOn()) {
                return false;
            }
            final FrontierPoint point = costing.at(value, Kind.RESTS);
            if (found.stream().noneMatch(known -> Math.abs(known.share() - point.share()) < 0.5 / points)) {
                found.add(point);
            }
        }
        return true;
    }
}
