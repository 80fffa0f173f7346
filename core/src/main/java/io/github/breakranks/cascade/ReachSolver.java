package io.github.breakranks.cascade;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Range;
import io.github.breakranks.answer.Solver;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.NetworkRows;
import io.github.breakranks.network.Network;
import java.util.Objects;
import java.util.random.RandomGenerator.LeapableGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;

/**
 * Chooses whom to reach first so that most go in the end, on networks of any size, with a guarantee that is measured rather than assumed.
 *
 * <pre>{@code
 *   spread(S) = agents * P(S meets R)      R: a reverse-reachable set, whoever would have brought a random agent to go
 *
 *   R1, R2   two independent collections of such sets
 *   S        chosen greedily by how many sets of R1 it meets
 *   ratio    (lower bound on spread(S) from R2) / (upper bound on the best spread from R1)
 * }</pre>
 *
 * <p>Both collections are doubled until the ratio is at least {@code 1 - 1/e - epsilon}, with probability at least {@code 1 - delta} for all
 * looks together. Where costs differ the greedy choice promises no more than {@code (1 - 1/e)/2 - epsilon}; then it also ends when
 * drawing more could not raise the ratio by more than epsilon, and the ratio found is usually far above that.
 *
 * <p>Cost: about what it takes to read the network backwards once, and O(k + log(1/delta)) log(agents) / epsilon^2 times the mean size of a
 * set (Tang and others 2018); 8 bytes a member of a set. The same seed gives the same agents on any number of threads. The certificate counts
 * the sets again and spreads forward from those chosen, by thresholds or live links drawn afresh.
 *
 * @param influence how those who have gone move those who watch them
 * @param budget    how many can be reached, or for how much
 * @param epsilon   how far the ratio may stay below 1 - 1/e, in (0, 1)
 * @param delta     the chance that a bound is wrong, in (0, 1)
 * @param seed      what chance is drawn from
 * @param threads   how many threads work [count]
 * @see <a href="https://doi.org/10.1145/3183713.3183749">J. Tang, X. Tang, X. Xiao and J. Yuan (2018), "Online Processing Algorithms for
 *     Influence Maximization", SIGMOD, 991-1005</a>
 * @see <a href="https://doi.org/10.1145/956750.956769">D. Kempe, J. Kleinberg and E. Tardos (2003), KDD, 137-146</a>
 */
public record ReachSolver(Influence influence, ReachBudget budget, double epsilon, double delta, long seed, int threads)
        implements Solver<Network, Reach> {
    private static final int FIRST = 1024; // sets at the first look, a multiple of a block
    private static final int MOST = 1 << 30; // sets in one collection

    public ReachSolver {
        Objects.requireNonNull(influence, "influence");
        Objects.requireNonNull(budget, "budget");
        requireOpen("epsilon", epsilon);
        requireOpen("delta", delta);
        Checks.count(1, "threads", "threads", threads);
    }

    private static void requireOpen(String name, double value) {
        if (!(value > 0 && value < 1)) {
            throw Checks.refused("%s must be in (0, 1) [share], but was %s", name, value);
        }
    }

    /** So many agents, within .1 of 1 - 1/e with probability .999, on all processors. */
    public static ReachSolver of(Influence influence, int k) {
        return of(influence, ReachBudget.agents(k));
    }

    /** As many agents as the budget pays for, with probability .999, on all processors. */
    public static ReachSolver of(Influence influence, ReachBudget budget) {
        return new ReachSolver(
                influence, budget, 0.1, 0.001, 1, Runtime.getRuntime().availableProcessors());
    }

    /** This solver, whose ratio may stay so far below 1 - 1/e, in (0, 1). */
    public ReachSolver withEpsilon(double newEpsilon) {
        return new ReachSolver(influence, budget, newEpsilon, delta, seed, threads);
    }

    /** This solver, whose bounds may be wrong with such a chance, in (0, 1). */
    public ReachSolver withDelta(double newDelta) {
        return new ReachSolver(influence, budget, epsilon, newDelta, seed, threads);
    }

    /** This solver with another seed. */
    public ReachSolver withSeed(long newSeed) {
        return new ReachSolver(influence, budget, epsilon, delta, newSeed, threads);
    }

    /** This solver on so many threads. */
    public ReachSolver withThreads(int newThreads) {
        return new ReachSolver(influence, budget, epsilon, delta, seed, newThreads);
    }

    @Override
    public Answer<Reach> solve(Network network, Watch watch) {
        Objects.requireNonNull(network, "network");
        Objects.requireNonNull(watch, "watch");
        budget.requireFor(network.agents());
        final NetworkRows rows = NetworkRows.of(network);
        final ReverseLinks links = ReverseLinks.of(rows, influence);
        final LeapableGenerator streams = (LeapableGenerator)
                RandomGeneratorFactory.of("Xoshiro256PlusPlus").create(seed);
        final ReverseSets first = new ReverseSets(links, streams.copyAndLeap());
        final ReverseSets second = new ReverseSets(links, streams);
        Look last = null;
        for (int round = 1; ; round++) {
            final long target = (long) FIRST << (round - 1);
            if (target > MOST
                    || !first.growTo((int) target, threads, watch)
                    || !second.growTo((int) target, threads, watch)) {
                return stopped(network, last, watch);
            }
            last = look(round, first, second);
            watch.done(Math.min(1, last.reach.certifiedRatio() / goal()));
            if (enough(last)) {
                return checked(rows, last, first, watch);
            }
        }
    }

    private double goal() {
        return 1 - 1 / Math.E - epsilon;
    }

    /**
     * What was found at a look.
     *
     * @param cover   by the first collection
     * @param covered of the second collection, by those chosen [sets]
     * @param sets    in each collection [count]
     */
    record Look(GreedyCover.Cover cover, int covered, int sets, Reach reach) {
        /** The ratio if sets were spreads: what drawing more would come to, about. */
        double withoutChance() {
            return cover.covered() / cover.bound();
        }
    }

    private Look look(int round, ReverseSets first, ReverseSets second) {
        final int agents = first.agents();
        final int sets = first.sets();
        final GreedyCover.Cover cover = new GreedyCover(first, budget, agents).choose();
        final int[] firstCovered = second.firstCoveredBy(cover.chosen());
        final double[] gained = new double[firstCovered.length];
        int covered = 0;
        for (int k = 0; k < gained.length; k++) {
            gained[k] = firstCovered[k] * ((double) agents / sets);
            covered += firstCovered[k];
        }
        final double share = (double) covered / sets;
        final double a = SampleBounds.exponent(round, delta);
        final double low = Math.max(gained.length, SampleBounds.lower(covered, sets, agents, a)); // all chosen go
        final Reach.Estimate estimate = new Reach.Estimate(
                share * agents,
                agents * Math.sqrt(share * (1 - share) / sets),
                Range.of(low, Math.max(low, SampleBounds.upper(covered, sets, agents, a))),
                Math.max(low, SampleBounds.upper(cover.bound(), sets, agents, a)),
                delta,
                2L * sets);
        final String how = "reverse-reachable sets (" + influence.words() + ")";
        return new Look(
                cover,
                covered,
                sets,
                new Reach(budget, new Reach.Choice(agents, cover.chosen(), gained, how), estimate));
    }

    private boolean enough(Look look) {
        final double ratio = look.reach.certifiedRatio();
        final boolean noMoreToCome =
                !budget.equal() && ratio >= (1 - 1 / Math.E) / 2 - epsilon && ratio >= look.withoutChance() - epsilon;
        return ratio >= goal() || noMoreToCome;
    }

    private Answer<Reach> checked(NetworkRows rows, Look look, ReverseSets first, Watch watch) {
        final Certificate certificate =
                new ReachVerifier(rows, influence, budget, threads).certify(look, first, seed, watch);
        return certificate == null
                ? new Answer.Stopped<>(
                        look.reach,
                        new Certificate.Unproven("not checked within the limit"),
                        watch.why(),
                        "raise the limit")
                : new Answer.Found<>(look.reach, certificate);
    }

    private Answer<Reach> stopped(Network network, @Nullable Look last, Watch watch) {
        final boolean full = watch.mayGoOn();
        final Reach reach = last != null
                ? last.reach
                : new Reach(
                        budget,
                        new Reach.Choice(network.agents(), new int[0], new double[0], "nothing yet"),
                        Reach.Estimate.none(network.agents()));
        return new Answer.Stopped<>(
                reach,
                new Certificate.Unproven(
                        last == null ? "no set was counted" : "ratio below what was asked, and not checked"),
                full ? "as many reverse-reachable sets as an array can hold were drawn" : watch.why(),
                full ? "take a larger epsilon or delta" : "raise the limit, or take a larger epsilon or delta");
    }
}
