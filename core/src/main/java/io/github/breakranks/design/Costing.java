package io.github.breakranks.design;

import io.github.breakranks.design.FrontierPoint.Kind;
import io.github.breakranks.equilibrium.EquilibriumSolver;
import io.github.breakranks.equilibrium.Jump;
import io.github.breakranks.equilibrium.RestPoint;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.offer.Offer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts what values of an instrument cost and bring, in the rest points relied on. */
final class Costing {
    private static final double SAME = 1e-12; // shares nearer than this are one
    private static final double LOWER = 1e-9; // of a value: it pays to look no closer

    private final TakeUp takeUp;
    private final Reliance reliance;
    private final HostCosts costs;
    private final double baseline;
    private final List<Leap> leaps;

    /** A jump, the last point before it and the first behind. */
    record Leap(Jump jump, FrontierPoint fold, FrontierPoint beyond) {}

    Costing(TakeUp takeUp, Reliance reliance, HostCosts costs) {
        this.takeUp = takeUp;
        this.reliance = reliance;
        this.costs = costs;
        this.baseline = baseline(takeUp.game());
        this.leaps = takeUp.jumps(TakeUp.seeksGreatest(reliance)).stream()
                .map(jump -> new Leap(jump, fold(jump), beyond(jump)))
                .toList();
    }

    /** The share that goes without the offer, in the least rest point. */
    static double baseline(DefectionGame game) {
        return unoffered(game).share();
    }

    static RestPoint unoffered(DefectionGame game) {
        return EquilibriumSolver.solver()
                .solve(game.withOffer(Offer.none()))
                .orElseThrow()
                .least();
    }

    double baseline() {
        return baseline;
    }

    List<Leap> leaps() {
        return leaps;
    }

    TakeUp takeUp() {
        return takeUp;
    }

    /** The outlay at a value, or its limit from above [unit of the game]. */
    double total(double value, boolean justAbove) {
        return costs.outlay(takeUp.at(value), takeUp.shares(value, TakeUp.countsGreatest(reliance), justAbove));
    }

    /** The share gone in the rest points relied on. */
    double share(double value, boolean justAbove) {
        return takeUp.total(takeUp.shares(value, TakeUp.seeksGreatest(reliance), justAbove));
    }

    /** The cheapest way to a share that some value within the bounds reaches. */
    FrontierPoint to(double target) {
        final Need need = takeUp.need(target, reliance);
        final double value = need.value();
        final Leap over = over(target);
        if (over != null) {
            return skipping(target, over);
        }
        final FrontierPoint landing = landing(target);
        if (landing != null) {
            return landing;
        }
        if (value == takeUp.instrument().low() && need.attained()) {
            final FrontierPoint lowest = at(value, Kind.LOWEST);
            return new FrontierPoint(target, value, true, lowest.share(), lowest.outlay(), Kind.LOWEST);
        }
        final boolean exact = exact() && need.attained();
        final double share = exact ? target : share(value, !need.attained());
        final double[] counted = exact && reliance != Reliance.EVERY
                ? new double[] {target}
                : takeUp.shares(value, TakeUp.countsGreatest(reliance), !need.attained());
        return new FrontierPoint(target, value, need.attained(), share, outlay(value, share, counted), Kind.RESTS);
    }

    /** Whether some value within the bounds reaches a share. */
    boolean reaches(double target) {
        return takeUp.need(target, reliance).within(takeUp.instrument().high());
    }

    /** The share that the highest value reaches, or that none exceeds. */
    double most() {
        return takeUp.most(TakeUp.seeksGreatest(reliance));
    }

    /** What the greatest value brings whose outlay is no more than this, at the least value that brings as many. */
    FrontierPoint within(double outlay) {
        double low = takeUp.instrument().low();
        double high = takeUp.top();
        if (total(high, false) <= outlay) {
            return at(cheaper(high), Kind.HIGHEST);
        }
        for (double mid = middle(low, high); mid > low && mid < high; mid = middle(low, high)) {
            if (total(mid, false) <= outlay) {
                low = mid;
            } else {
                high = mid;
            }
        }
        final Need least = cheaper(clear(low));
        final double value = least.value();
        final boolean fold = stays() && least.attained() && leaps.stream().anyMatch(leap -> leap.jump.value() == value);
        final boolean lowest = least.attained() && value == takeUp.instrument().low();
        return at(least, fold ? Kind.FOLD : lowest ? Kind.LOWEST : Kind.RESTS);
    }

    /** A value nearer to a jump than it is told, where play crawls and has not come to rest, is lowered to the last before it. */
    private double clear(double value) {
        if (takeUp instanceof SolvedTakeUp solved && solved.crawls()) {
            for (Leap leap : leaps) {
                final double before = takeUp.before(leap.jump, TakeUp.seeksGreatest(reliance));
                if (before < value && value < leap.jump.value()) {
                    return before;
                }
            }
        }
        return value;
    }

    private static double middle(double a, double b) {
        return a + (b - a) / 2;
    }

    /** Where shares move by steps, or nearly all have gone so that shares round to one, more of the instrument brings nobody. */
    private Need cheaper(double value) {
        final double share = share(value, false);
        final Need need = takeUp.need(share, reliance);
        final Need exact = need.value() < value && (need.attained() || !exact()) ? need : new Need(value, true);
        final double least = exact() ? least(share, exact.value()) : exact.value();
        return least < exact.value() * (1 - LOWER) ? new Need(least, true) : exact;
    }

    /** The least value that brings a share but for rounding; its own on the manifold may be far above, even infinite, in a long tail. */
    private double least(double share, double value) {
        double low = takeUp.instrument().low();
        double high = value;
        if (share(low, false) >= share - SAME) {
            return low;
        }
        for (double mid = middle(low, high); mid > low && mid < high; mid = middle(low, high)) {
            if (share(mid, false) >= share * (1 - SAME)) {
                high = mid;
            } else {
                low = mid;
            }
        }
        return high;
    }

    /** The jump that passes over a target; null if none does. */
    private @Nullable Leap over(double target) {
        for (Leap leap : leaps) {
            if (leap.jump.from() + SAME < target && target < leap.jump.to() - SAME) {
                return leap;
            }
        }
        return null;
    }

    /** The first point behind a jump that lands just on a target, at which the jump's own value is no more than its infimum; null if none. */
    private @Nullable FrontierPoint landing(double target) {
        for (Leap leap : leaps) {
            final FrontierPoint beyond = leap.beyond;
            if (exact() && !beyond.attained() && Math.abs(target - leap.jump.to()) <= SAME) {
                return new FrontierPoint(target, beyond.value(), false, beyond.share(), beyond.outlay(), Kind.BEYOND);
            }
        }
        return null;
    }

    private static FrontierPoint skipping(double target, Leap leap) {
        final Outlay beyond = leap.beyond.outlay();
        final Outlay before = leap.fold.outlay();
        final double step = (beyond.total() - before.total()) / (beyond.come() - before.come());
        return new FrontierPoint(
                target,
                leap.beyond.value(),
                leap.beyond.attained(),
                leap.beyond.share(),
                new Outlay(beyond.total(), beyond.come(), beyond.extra(), step),
                Kind.SKIPPED);
    }

    /** The last before a jump. */
    private FrontierPoint fold(Jump jump) {
        final double value = stays() ? jump.value() : takeUp.before(jump, TakeUp.seeksGreatest(reliance));
        final double share = exact() ? jump.from() : share(value, false);
        final double[] counted = exact() && reliance != Reliance.EVERY
                ? new double[] {share}
                : takeUp.shares(value, TakeUp.countsGreatest(reliance), false);
        return new FrontierPoint(share, jump.value(), stays(), share, outlay(value, share, counted), Kind.FOLD);
    }

    /** The first behind it. */
    private FrontierPoint beyond(Jump jump) {
        final double[] counted = exact() && reliance != Reliance.EVERY
                ? new double[] {jump.to()}
                : takeUp.shares(jump.value(), TakeUp.countsGreatest(reliance), stays());
        final Outlay outlay = outlay(jump.value(), jump.to(), counted);
        final boolean attained = takeUp.attains(jump, TakeUp.seeksGreatest(reliance));
        return new FrontierPoint(jump.to(), jump.value(), attained, jump.to(), outlay, Kind.BEYOND);
    }

    private boolean exact() {
        return takeUp instanceof LawTakeUp;
    }

    private boolean stays() {
        return takeUp.stays(TakeUp.seeksGreatest(reliance));
    }

    /** What a value brings and costs. */
    FrontierPoint at(double value, Kind kind) {
        return at(new Need(value, true), kind);
    }

    private FrontierPoint at(Need need, Kind kind) {
        final double value = need.value();
        final double share = share(value, !need.attained());
        final double[] counted = takeUp.shares(value, TakeUp.countsGreatest(reliance), !need.attained());
        return new FrontierPoint(share, value, need.attained(), share, outlay(value, share, counted), kind);
    }

    private Outlay outlay(double value, double share, double... counted) {
        final DefectionGame game = takeUp.at(value);
        final double heads = game.population().size();
        final double come = heads * takeUp.total(counted);
        return new Outlay(
                costs.outlay(game, counted),
                come,
                Math.min(come, heads * Math.max(0, share - baseline)),
                marginal(game, value, counted));
    }

    /** NaN for lists, for laws without a density and where play is not sure to come back. */
    private double marginal(DefectionGame game, double value, double... counted) {
        if (takeUp instanceof SolvedTakeUp solved) {
            if (!smooth(game)) {
                return Double.NaN;
            }
            final RestPoint at = solved.rest(value, TakeUp.countsGreatest(reliance));
            return at.stable() ? Response.marginal(game, takeUp.instrument(), costs, at) : Double.NaN;
        }
        return Response.marginalOfLaw(game, takeUp.instrument(), costs, counted[0]);
    }

    /** Whether all groups are laws without atoms. */
    static boolean smooth(DefectionGame game) {
        return !game.population().listed()
                && game.population().groups().stream()
                        .allMatch(group -> Double.isFinite(group.law().steepest()));
    }
}
