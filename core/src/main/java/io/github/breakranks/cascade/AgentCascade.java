package io.github.breakranks.cascade;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Solver;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.game.Pressure;
import io.github.breakranks.game.Thresholds;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.ThresholdColumn;
import io.github.breakranks.internal.WatchedNeeds;
import io.github.breakranks.network.Exposure;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;

/**
 * Spreads defection among listed agents through time: all at once, one after the other, or each on his own clock; with news that is old,
 * seeing everybody or a few random others, with or without a way back. Says who goes when.
 *
 * <p>One path, drawn from a seed; {@link Ensemble} draws many. Where all see everybody, whoever has gone in the end is the same on every
 * path from nobody (confluence: the final set of a monotone map does not depend on the order), and {@link WellMixedCascade} finds it faster.
 *
 * <p>Cost: O(n log n) where all see everybody and nobody comes back, and the links of those who go on a network; else O(k) a look.
 *
 * @see <a href="https://doi.org/10.1086/226707">M. Granovetter (1978), "Threshold Models of Collective Behavior",
 *     American Journal of Sociology 83(6), 1420-1443</a>
 */
public final class AgentCascade implements Solver<DefectionGame, AgentPath> {
    private final Dynamics dynamics;
    private final long seed;
    private final BitSet start; // never handed out

    private AgentCascade(Dynamics dynamics, long seed, BitSet start) {
        this.dynamics = Objects.requireNonNull(dynamics, "dynamics");
        this.seed = seed;
        this.start = start;
    }

    /** From nobody; the same seed draws the same path. */
    public static AgentCascade of(Dynamics dynamics, long seed) {
        return new AgentCascade(dynamics, seed, new BitSet());
    }

    /** This solver with other dynamics. */
    public AgentCascade withDynamics(Dynamics newDynamics) {
        return new AgentCascade(newDynamics, seed, start);
    }

    /** This solver with another seed. */
    public AgentCascade withSeed(long newSeed) {
        return new AgentCascade(dynamics, newSeed, start);
    }

    /** This solver with these agents gone at the start; they stay gone unless those gone may come back. */
    public AgentCascade withStart(int... agents) {
        final BitSet gone = new BitSet();
        for (int agent : agents) {
            gone.set(Checks.count(0, "agents", "number of an agent", agent));
        }
        return new AgentCascade(dynamics, seed, gone);
    }

    /** How it moves through time. */
    public Dynamics dynamics() {
        return dynamics;
    }

    /** What chance is drawn from. */
    public long seed() {
        return seed;
    }

    /** The path of a game of listed agents, in which everybody sees everybody or a few of all, or each those whom he watches in a network. */
    @Override
    public Answer<AgentPath> solve(DefectionGame game, Watch watch) {
        if (!game.population().listed()) {
            throw Checks.refused(
                    "population must list its agents, but was %s; draw some with Population.draw(agents, law, seed), or use"
                            + " MeanFieldCascade",
                    game.population());
        }
        if (game.exposure() instanceof Exposure.Watching) {
            return onNetwork(game, watch);
        }
        if (dynamics.sees() == 0) {
            return solve(Thresholds.of(game), watch);
        }
        dynamics.requireOthers(game.population().size());
        return run(ThresholdColumn.of(Thresholds.of(game, dynamics.sees())), watch);
    }

    /** The path of agents with thresholds, however long it takes. */
    public Answer<AgentPath> solve(Thresholds thresholds) {
        return solve(thresholds, Watch.none());
    }

    /**
     * The path of agents with thresholds. One who needs t of n - 1 others goes, where he sees only k of them, when at least
     * {@code t k / (n - 1)} have gone.
     */
    public Answer<AgentPath> solve(Thresholds thresholds, Watch watch) {
        Objects.requireNonNull(thresholds, "thresholds");
        final int[] othersNeeded = ThresholdColumn.of(thresholds);
        if (dynamics.sees() == 0) {
            return run(othersNeeded, watch);
        }
        dynamics.requireOthers(othersNeeded.length);
        return run(scaled(othersNeeded, dynamics.sees()), watch);
    }

    /** The fewest of so many seen: the share needed, rounded up; beyond reach stays beyond reach. */
    static int[] scaled(int[] othersNeeded, int sees) {
        final int others = othersNeeded.length - 1;
        final int[] needs = new int[othersNeeded.length];
        for (int agent = 0; agent < needs.length; agent++) {
            final long needed = othersNeeded[agent];
            needs[agent] = needed > others ? othersNeeded.length : (int) ((needed * sees + others - 1) / others);
        }
        return needs;
    }

    private Answer<AgentPath> onNetwork(DefectionGame game, Watch watch) {
        if (dynamics.sees() > 0) {
            throw Checks.refused(
                    "sees must be 0 on a network, where each sees those whom he watches, but was %s", dynamics.sees());
        }
        requireStart(game.population().size());
        final Pressure pressure = Pressure.of(game);
        final WatchedNeeds needs = WatchedNeeds.of(pressure);
        final EventLog log = new EventLog(needs.agents(), start, dynamics.reversible());
        final WatchedPressure watched = new WatchedPressure(needs, log);
        final boolean rested = dynamics.reversible()
                ? new LookRun(watched, dynamics, random(), log).run(watch)
                : new ReadyRun(watched, dynamics, random(), log).run(watch);
        final Answer<AgentPath> answer = answer(new AgentPath(log, dynamics, needs, rested), watch);
        return answer instanceof Answer.Found<AgentPath> found
                        && found.certificate() instanceof Certificate.Proven proven
                        && !pressure.exact()
                ? new Answer.Found<>(
                        found.value(),
                        new Certificate.Proven(proven.how(), List.of("weights as rounded to whole units")))
                : answer;
    }

    private RandomGenerator random() {
        return RandomGeneratorFactory.of("Xoshiro256PlusPlus").create(seed);
    }

    private void requireStart(int agents) {
        if (start.length() > agents) {
            throw Checks.refused(
                    "agents at the start must be below %s [number of an agent], but was %s",
                    agents, start.length() - 1);
        }
    }

    private Answer<AgentPath> run(int[] needs, Watch watch) {
        requireStart(needs.length);
        return answer(run(needs, dynamics, random(), start, watch), watch);
    }

    private static Answer<AgentPath> answer(AgentPath path, Watch watch) {
        final Certificate certificate = path.certificate();
        if (path.moves() >= LookRun.MOST_MOVES) {
            return new Answer.Stopped<>(
                    path, certificate, "more than " + LookRun.MOST_MOVES + " moves", "shorten the horizon");
        }
        return path.rested() || watch.mayGoOn()
                ? new Answer.Found<>(path, certificate)
                : new Answer.Stopped<>(path, certificate, watch.why(), "raise the limit");
    }

    /** One path; {@code needs} is only read. */
    static AgentPath run(int[] needs, Dynamics dynamics, RandomGenerator random, BitSet start, Watch watch) {
        final EventLog log = new EventLog(needs.length, start, dynamics.reversible());
        final boolean all = dynamics.sees() == 0 && !dynamics.reversible();
        final boolean rested = all
                ? new ReadyRun(new CountReadiness(needs, log), dynamics, random, log).run(watch)
                : new LookRun(needs, dynamics, random, log).run(watch);
        return new AgentPath(log, dynamics, needs, rested);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AgentCascade that
                && seed == that.seed
                && dynamics.equals(that.dynamics)
                && start.equals(that.start);
    }

    @Override
    public int hashCode() {
        return Objects.hash(dynamics, seed, start);
    }

    @Override
    public String toString() {
        return "AgentCascade[" + dynamics + ", seed " + seed
                + (start.isEmpty() ? "]" : ", " + start.cardinality() + " gone at the start]");
    }
}
