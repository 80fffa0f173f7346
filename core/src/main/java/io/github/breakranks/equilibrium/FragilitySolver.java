package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Solver;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.equilibrium.Fragility.Change;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.game.Pressure;
import io.github.breakranks.game.Thresholds;
import io.github.breakranks.game.TieRule;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.CountingCascade;
import io.github.breakranks.internal.ThresholdColumn;
import io.github.breakranks.internal.WatchedNeeds;
import io.github.breakranks.network.Exposure;
import io.github.breakranks.offer.Monotonicity;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Finds the fewest minds to change, and the least rise of everybody's net gain, for the least rest point to reach a target.
 *
 * <pre>{@code
 *   minds   as the seed of the most reluctant           (TippingSeedSolver)
 *   law:    s = sup over x < target of F^-1(x) - G(x)
 *   list:   s = max over r < target of c_(r+1) - G(r / (n-1))          costs in ascending order
 *   bare thresholds:  max over r < target of t_(r+1) - r               [agents]
 *   network:  the bottleneck of Prim's order: always the agent next who lacks least
 *   groups of laws:   s by bisection on the least rest point, no count of minds
 * }</pre>
 *
 * <p>Changing the most reluctant minds is best only where everybody sees everybody, each alike. The target is the next rest point unless
 * one is named, as for {@link TippingSeedSolver}. The certificate solves a little below and a little above.
 *
 * @param target what the least rest point is to reach, a share; empty for the next one
 * @see <a href="https://doi.org/10.1007/BF00116762">T. Kuran (1989), Public Choice 61, 41-74</a>
 */
public record FragilitySolver(OptionalDouble target) implements Solver<DefectionGame, Fragility> {
    private static final List<String> DOUBLES = List.of("net gain as evaluated in double precision");

    public FragilitySolver {
        if (target.isPresent() && !(target.getAsDouble() > 0 && target.getAsDouble() <= 1)) {
            throw Checks.refused("target must be in (0, 1] [share], but was %s", target.getAsDouble());
        }
    }

    /** The solver for the next rest point. */
    public static FragilitySolver solver() {
        return new FragilitySolver(OptionalDouble.empty());
    }

    /** This solver for another target: what share the least rest point is to reach, in (0, 1]. */
    public FragilitySolver withTarget(double newTarget) {
        return new FragilitySolver(OptionalDouble.of(newTarget));
    }

    @Override
    public Answer<Fragility> solve(DefectionGame game, Watch watch) {
        final Monotonicity monotonicity = game.monotonicity();
        final int heads = game.population().size();
        if (!monotonicity.rises()) {
            final String why = "no least rest point to move, as " + monotonicity.sentence();
            return new Answer.Stopped<>(
                    none(Goal.unknown(heads, why), game.unit()),
                    new Certificate.Unproven(why),
                    why,
                    "use a reprisal that fades as more go");
        }
        if (game.population().listed() && !(game.exposure() instanceof Exposure.Watching)) {
            return ofList(game, watch);
        }
        final Goal goal = Goal.of(game, target, watch);
        if (goal == null) {
            return stopped(Goal.unknown(heads, "not looked for to the end"), game.unit(), watch);
        }
        if (!goal.open()) {
            return nothing(goal, game.unit());
        }
        if (game.population().listed()) {
            return onNetwork(game, goal, watch);
        }
        return game.groups() > 1 ? ofGroups(game, goal, watch) : ofLaw(game, goal, watch);
    }

    /** The fewest minds, and by how many agents all thresholds must fall, where each goes when so many others have gone. */
    public Answer<Fragility> solve(Thresholds thresholds) {
        return solve(thresholds, Watch.none());
    }

    /** The fewest minds, and by how many agents all thresholds must fall, where each goes when so many others have gone. */
    public Answer<Fragility> solve(Thresholds thresholds, Watch watch) {
        final Goal goal = Goal.of(thresholds, target);
        if (!goal.open()) {
            return nothing(goal, Fragility.AGENTS);
        }
        if (!watch.mayGoOn()) {
            return stopped(goal.unfinished(), Fragility.AGENTS, watch);
        }
        final int[] sorted = ThresholdColumn.of(thresholds).clone();
        Arrays.sort(sorted);
        int most = 0;
        int critical = 0;
        for (int r = 0; r < goal.count(); r++) {
            if (sorted[r] - r > most) {
                most = sorted[r] - r;
                critical = r;
            }
        }
        final Change rise = new Change(most, critical / (double) goal.heads(), true);
        final Certificate certificate = lowered(thresholds, most, goal.count(), watch);
        return ofAgents(new Listed(thresholds, goal, List.of(), Fragility.AGENTS), rise, certificate, watch);
    }

    /** All thresholds lower by so many, and by one less: counted by the cascade. */
    private static Certificate lowered(Thresholds thresholds, int by, int target, Watch watch) {
        final int with = gone(thresholds, by, watch);
        final int without = by == 0 ? -1 : gone(thresholds, by - 1, watch);
        return with >= target && without < target
                ? new Certificate.Proven(
                        "integers: " + with + " go with all thresholds lower by " + by
                                + (by == 0 ? "" : ", " + without + " with one less"),
                        List.of())
                : new Certificate.Unproven("counted again, " + with + " and " + without + " go");
    }

    private static int gone(Thresholds thresholds, int by, Watch watch) {
        final int[] lower = Arrays.stream(ThresholdColumn.of(thresholds))
                .map(needed -> Math.max(0, needed - by))
                .toArray();
        return CountingCascade.spread(lower, watch::mayGoOn).gone();
    }

    private Answer<Fragility> ofList(DefectionGame game, Watch watch) {
        final Thresholds thresholds = Thresholds.of(game);
        final Goal goal = Goal.of(thresholds, target);
        if (!goal.open()) {
            return nothing(goal, game.unit());
        }
        final ListRise search = new ListRise(game, goal.count(), watch);
        if (search.stopped()) {
            return stopped(goal.unfinished(), game.unit(), watch);
        }
        final Change rise =
                new Change(search.amount(), search.critical() / (double) goal.heads(), game.ties() == TieRule.GOES);
        return ofAgents(new Listed(thresholds, goal, DOUBLES, game.unit()), rise, search.certify(watch), watch);
    }

    /** Agents, and what of them. */
    private record Listed(Thresholds thresholds, Goal goal, List<String> assuming, String unit) {}

    private static Answer<Fragility> ofAgents(Listed listed, Change rise, Certificate ofRise, Watch watch) {
        final Minds minds = Minds.of(listed.thresholds, listed.goal.count());
        final double agents = listed.goal.heads();
        final Change change = new Change(minds.count() / agents, minds.critical() / agents, true);
        final Fragility found = new Fragility(listed.goal, change, rise, listed.unit, minds.who());
        return checked(found, TippingSeedSolver.both(minds.certify(listed.assuming, watch), ofRise, List.of()), watch);
    }

    private static Answer<Fragility> onNetwork(DefectionGame game, Goal goal, Watch watch) {
        final NetworkRise rise = new NetworkRise(game, goal.count(), watch);
        final NetworkSeeds seeds = new NetworkSeeds(WatchedNeeds.of(Pressure.of(game)), goal.count(), watch);
        if (rise.stopped() || seeds.stopped()) {
            return stopped(goal.unfinished(), game.unit(), watch);
        }
        final Change minds = new Change(seeds.agents().length / (double) goal.heads(), Double.NaN, true);
        final Fragility found = new Fragility(goal, minds, rise.change(), game.unit(), seeds.agents());
        return checked(
                found.onNetwork(seeds.atLeast()),
                TippingSeedSolver.both(seeds.certify(DOUBLES), rise.certify(watch), List.of()),
                watch);
    }

    private Answer<Fragility> ofLaw(DefectionGame game, Goal goal, Watch watch) {
        final LawSeed seeds = new LawSeed(game, goal.to());
        final Rise rises = new Rise(game, goal.to());
        final Peak minds = seeds.peak(false, watch);
        final Peak rise = minds == null ? null : rises.peak(watch);
        if (minds == null || rise == null) {
            return stopped(goal.unfinished(), game.unit(), watch);
        }
        final Fragility found = new Fragility(
                goal,
                new Change(minds.value(), minds.share(), false),
                new Change(rise.value(), rise.share(), false),
                game.unit());
        return checked(
                found,
                TippingSeedSolver.both(seeds.certify(minds, false, watch), rises.certify(rise, watch), goal.assuming()),
                watch);
    }

    private Answer<Fragility> ofGroups(DefectionGame game, Goal goal, Watch watch) {
        final double rise = new GroupSeed(goal.to(), watch).rise(game);
        if (Double.isNaN(rise)) {
            return stopped(goal.unfinished(), game.unit(), watch);
        }
        final Fragility found = new Fragility(goal, Change.NONE, new Change(rise, Double.NaN, false), game.unit());
        return new Answer.Found<>(found, new Certificate.Numeric(GroupSeed.NARROWEST * Math.max(1, rise), game.unit()));
    }

    private static Fragility none(Goal goal, String unit) {
        return new Fragility(goal, Change.NONE, Change.NONE, unit);
    }

    private static Answer<Fragility> nothing(Goal goal, String unit) {
        return new Answer.Found<>(none(goal, unit), goal.rests());
    }

    private static Answer<Fragility> stopped(Goal goal, String unit, Watch watch) {
        return new Answer.Stopped<>(
                none(goal, unit), new Certificate.Unproven(goal.reason()), watch.why(), "raise the limit");
    }

    /** A value that could not be checked within the limit is no finished answer. */
    private static Answer<Fragility> checked(Fragility found, Certificate certificate, Watch watch) {
        return watch.mayGoOn()
                ? new Answer.Found<>(found, certificate)
                : new Answer.Stopped<>(
                        found,
                        new Certificate.Unproven("not checked within the limit"),
                        watch.why(),
                        "raise the limit");
    }
}
