package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Solver;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.equilibrium.TippingSeed.Among;
import io.github.breakranks.equilibrium.TippingSeed.Shares;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.game.Pressure;
import io.github.breakranks.game.Thresholds;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.WatchedNeeds;
import io.github.breakranks.network.Exposure;
import io.github.breakranks.offer.Monotonicity;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * Finds how many must go first, come what may, for the least rest point to reach a target.
 *
 * <pre>{@code
 *   law, at random:       rho = sup over x < target of (x - Phi(x)) / (1 - Phi(x))
 *   law, most reluctant:  mu  = sup over x < target of  x - Phi(x)
 *   list:                 m   = max(0, max over r < target of (r + 1 - N(r)))         N(r) = #{ t_i <= r }
 *   groups of laws:       by bisection on the least rest point
 * }</pre>
 *
 * <p>On a network few agents are found who do it, and it is said how few no others can beat; on small ones the two meet.
 *
 * <p>Unless a target is named it is, for laws, the next stable rest point, and for a list, which rests at many counts close together, the
 * rest point beyond the widest gap; on a network the greatest. The certificate climbs from nobody, or runs the cascade, with a little more
 * and with a little less.
 *
 * @param target what the least rest point is to reach, a share; empty for the next one
 * @param group  the group whose soldiers go first; empty for all
 */
public record TippingSeedSolver(OptionalDouble target, String group) implements Solver<DefectionGame, TippingSeed> {

    public TippingSeedSolver {
        Objects.requireNonNull(group, "group");
        if (target.isPresent() && !(target.getAsDouble() > 0 && target.getAsDouble() <= 1)) {
            throw Checks.refused("target must be in (0, 1] [share], but was %s", target.getAsDouble());
        }
    }

    /** The solver for the next rest point, all going first alike. */
    public static TippingSeedSolver solver() {
        return new TippingSeedSolver(OptionalDouble.empty(), "");
    }

    /** This solver for another target: what share the least rest point is to reach, in (0, 1]. */
    public TippingSeedSolver withTarget(double newTarget) {
        return new TippingSeedSolver(OptionalDouble.of(newTarget), group);
    }

    /** This solver where only soldiers of one group go first, drawn at random from it. */
    public TippingSeedSolver forGroup(String newGroup) {
        return new TippingSeedSolver(target, newGroup);
    }

    @Override
    public Answer<TippingSeed> solve(DefectionGame game, Watch watch) {
        if (!group.isEmpty()) {
            game.population().groupOf(group); // refuses a name that is none
        }
        final Monotonicity monotonicity = game.monotonicity();
        if (!monotonicity.rises()) {
            final String why = "no least rest point to move, as " + monotonicity.sentence();
            return new Answer.Stopped<>(
                    none(Goal.unknown(game.population().size(), why)),
                    new Certificate.Unproven(why),
                    why,
                    "use a reprisal that fades as more go");
        }
        if (game.population().listed()) {
            if (!group.isEmpty()) {
                throw Checks.refused(
                        "population must be laws for the seed of one group, but was %s", game.population());
            }
            if (game.exposure() instanceof Exposure.Watching) {
                return onNetwork(game, watch);
            }
            return solve(Thresholds.of(game), List.of("net gain as evaluated in double precision"), watch);
        }
        final Goal goal = Goal.of(game, target, watch);
        if (goal == null) {
            return stopped(Goal.unknown(game.population().size(), "not looked for to the end"), watch);
        }
        if (!goal.open()) {
            return nothing(goal);
        }
        return game.groups() > 1 || !group.isEmpty() ? ofGroups(game, goal, watch) : ofLaw(game, goal, watch);
    }

    /** The fewest agents who must go first where each goes when so many others have gone. */
    public Answer<TippingSeed> solve(Thresholds thresholds) {
        return solve(thresholds, Watch.none());
    }

    /** The fewest agents who must go first where each goes when so many others have gone. */
    public Answer<TippingSeed> solve(Thresholds thresholds, Watch watch) {
        if (!group.isEmpty()) {
            throw Checks.refused("group must be empty for thresholds, which have none, but was %s", group);
        }
        return solve(thresholds, List.of(), watch);
    }

    private Answer<TippingSeed> solve(Thresholds thresholds, List<String> assuming, Watch watch) {
        final Goal goal = Goal.of(thresholds, target);
        if (!goal.open()) {
            return nothing(goal);
        }
        if (!watch.mayGoOn()) {
            return stopped(goal.unfinished(), watch);
        }
        final Minds minds = Minds.of(thresholds, goal.count());
        final double agents = goal.heads();
        final Shares shares = new Shares(Double.NaN, minds.count() / agents, minds.critical() / agents);
        final TippingSeed seed = new TippingSeed(goal, shares, among(goal), minds.who());
        return checked(seed, minds.certify(assuming, watch), watch);
    }

    private Answer<TippingSeed> onNetwork(DefectionGame game, Watch watch) {
        final Goal goal = Goal.of(game, target, watch);
        if (goal == null) {
            return stopped(Goal.unknown(game.population().size(), "not looked for to the end"), watch);
        }
        if (!goal.open()) {
            return nothing(goal);
        }
        final NetworkSeeds seeds = new NetworkSeeds(WatchedNeeds.of(Pressure.of(game)), goal.count(), watch);
        if (seeds.stopped() && seeds.agents().length == 0) {
            return stopped(goal.unfinished(), watch);
        }
        return checked(
                TippingSeed.onNetwork(goal, seeds.atLeast(), seeds.agents()),
                seeds.certify(List.of("net gain as evaluated in double precision")),
                watch);
    }

    private Answer<TippingSeed> ofLaw(DefectionGame game, Goal goal, Watch watch) {
        final LawSeed search = new LawSeed(game, goal.to());
        final Peak atRandom = search.peak(true, watch);
        final Peak chosen = atRandom == null ? null : search.peak(false, watch);
        if (atRandom == null || chosen == null) {
            return stopped(goal.unfinished(), watch);
        }
        final Shares shares = new Shares(atRandom.value(), chosen.value(), atRandom.share());
        final Certificate first = search.certify(atRandom, true, watch);
        final Certificate second = search.certify(chosen, false, watch);
        return checked(new TippingSeed(goal, shares, among(goal)), both(first, second, goal.assuming()), watch);
    }

    /** The weaker of two, or both proofs and what else they rest on. */
    static Certificate both(Certificate first, Certificate second, List<String> assuming) {
        if (first instanceof Certificate.Proven one && second instanceof Certificate.Proven other) {
            return new Certificate.Proven(
                    one.how() + "; " + other.how(),
                    Stream.of(one.assuming(), other.assuming(), assuming)
                            .flatMap(List::stream)
                            .distinct()
                            .toList());
        }
        if (first instanceof Certificate.Numeric one && second instanceof Certificate.Numeric other) {
            return one.worst() >= other.worst() ? one : other;
        }
        return first instanceof Certificate.Unproven || second instanceof Certificate.Proven ? first : second;
    }

    private Answer<TippingSeed> ofGroups(DefectionGame game, Goal goal, Watch watch) {
        final double share = new GroupSeed(goal.to(), watch).share(game, group);
        if (Double.isNaN(share)) {
            return stopped(goal.unfinished(), watch);
        }
        if (Double.isInfinite(share)) {
            final String who = group.isEmpty() ? "everybody" : "all of " + group;
            final String why =
                    "the least rest point stays short of " + Goal.shown(goal.to()) + " even if " + who + " went first";
            return nothing(goal.without(why, new Certificate.Numeric(0, "share")));
        }
        final int heads = group.isEmpty()
                ? goal.heads()
                : game.population()
                        .groups()
                        .get(game.population().groupOf(group))
                        .size();
        final TippingSeed seed =
                new TippingSeed(goal, new Shares(share, Double.NaN, Double.NaN), new Among(group, heads));
        return new Answer.Found<>(seed, new Certificate.Numeric(GroupSeed.NARROWEST, "share"));
    }

    private Among among(Goal goal) {
        return new Among(group, goal.heads());
    }

    private TippingSeed none(Goal goal) {
        return new TippingSeed(goal, Shares.NONE, among(goal));
    }

    private Answer<TippingSeed> nothing(Goal goal) {
        return new Answer.Found<>(none(goal), goal.rests());
    }

    private Answer<TippingSeed> stopped(Goal goal, Watch watch) {
        return new Answer.Stopped<>(
                none(goal), new Certificate.Unproven(goal.reason()), watch.why(), "raise the limit");
    }

    /** A value that could not be checked within the limit is no finished answer. */
    private static Answer<TippingSeed> checked(TippingSeed seed, Certificate certificate, Watch watch) {
        return watch.mayGoOn()
                ? new Answer.Found<>(seed, certificate)
                : new Answer.Stopped<>(
                        seed, new Certificate.Unproven("not checked within the limit"), watch.why(), "raise the limit");
    }
}
