package io.github.breakranks.cascade;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Solver;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.NetworkRows;
import io.github.breakranks.internal.TableText;
import io.github.breakranks.network.Network;
import java.util.BitSet;
import java.util.Objects;

/**
 * Chooses whom to reach first so that most go in the end, on networks of any size, with a guarantee that is measured rather than assumed.
 *
 * <pre>{@code
 *   spread(S) = agents * P(S meets R)      R: a reverse-reachable set, whoever would have brought a random agent to go
 *
 *   R1, R2   two independent collections of such sets
 *   S        chosen greedily by how many sets of R1 it meets, or those whom most watch if they meet more of R2
 *   ratio    (lower bound on spread(S) from R2) / (upper bound on the best spread from R1)
 * }</pre>
 *
 * <p>Both collections are doubled until the ratio is at least {@code 1 - 1/e - epsilon}, with probability at least {@code 1 - delta} for all
 * looks together; and up to four times more where those chosen meet far fewer sets of R2 than of R1, a sign that they fit the sample and not the network.
 * Where costs differ the greedy choice promises no more than {@code (1 - 1/e)/2 - epsilon}; then it also ends when drawing more could not
 * raise the ratio by more than epsilon, and the ratio found is usually far above that promise.
 *
 * <p>Cost: about what it takes to read the network backwards once, and O((k log(agents) + log(1/delta)) / epsilon^2) times the links that
 * the best agent moves (Tang and others 2018); 12 bytes a member of a set. The same seed gives the same agents on any number of threads. The
 * certificate counts the sets again and spreads forward from those chosen, by thresholds or live links drawn afresh.
 *
 * <p><b>Small networks.</b> Up to 25 agents with at most 4096 worlds of live links nothing is drawn: {@link CelfSolver} chooses with exact
 * spreads, and if there are at most 20,000 choices every one is tried, so that spread and ratio are exact and epsilon, delta and seed are not used.
 *
 * <p><b>Fixed thresholds.</b> Where nothing is left to chance (counts, shares, thresholds of each) two agents may do together what neither
 * does at all, so that the spread is not submodular and greedy choice guarantees nothing (Kempe and others 2003; Chen 2009: hard to
 * approximate). Up to 25 agents every choice is tried, and the answer is the best. Beyond, agents are chosen greedily, the
 * certificate says that nothing is guaranteed, and epsilon, delta and seed are not used.
 *
 * @param contagion what it takes to make an agent go
 * @param budget    how many can be reached, or for how much
 * @param epsilon   how far the ratio may stay below 1 - 1/e, in (0, 1)
 * @param delta     the chance that a bound is wrong, in (0, 1)
 * @param seed      what chance is drawn from
 * @param threads   how many threads work [count]
 * @see <a href="https://doi.org/10.1145/3183713.3183749">J. Tang, X. Tang, X. Xiao and J. Yuan (2018), "Online Processing Algorithms for
 *     Influence Maximization", SIGMOD, 991-1005</a>
 * @see <a href="https://doi.org/10.1145/956750.956769">D. Kempe, J. Kleinberg and E. Tardos (2003), KDD, 137-146</a>
 * @see "N. Chen (2009), On the Approximability of Influence in Social Networks, SIAM Journal on Discrete Mathematics 23(3), 1400-1415"
 */
public record ReachSolver(Contagion contagion, ReachBudget budget, double epsilon, double delta, long seed, int threads)
        implements Solver<Network, Reach> {
    private static final int OWN_STREAMS = 2; // of a choice, so that what judges it was drawn apart

    public ReachSolver {
        Objects.requireNonNull(contagion, "contagion");
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
    public static ReachSolver of(Contagion contagion, int k) {
        return of(contagion, ReachBudget.agents(k));
    }

    /** As many agents as the budget pays for, with probability .999, on all processors. */
    public static ReachSolver of(Contagion contagion, ReachBudget budget) {
        return new ReachSolver(
                contagion, budget, 0.1, 0.001, 1, Runtime.getRuntime().availableProcessors());
    }

    /** This solver, whose ratio may stay so far below 1 - 1/e, in (0, 1). */
    public ReachSolver withEpsilon(double newEpsilon) {
        return new ReachSolver(contagion, budget, newEpsilon, delta, seed, threads);
    }

    /** This solver, whose bounds may be wrong with such a chance, in (0, 1). */
    public ReachSolver withDelta(double newDelta) {
        return new ReachSolver(contagion, budget, epsilon, newDelta, seed, threads);
    }

    /** This solver with another seed. */
    public ReachSolver withSeed(long newSeed) {
        return new ReachSolver(contagion, budget, epsilon, delta, newSeed, threads);
    }

    /** This solver on so many threads. */
    public ReachSolver withThreads(int newThreads) {
        return new ReachSolver(contagion, budget, epsilon, delta, seed, newThreads);
    }

    /**
     * Whom to reach first.
     *
     * @throws IllegalArgumentException if the budget is not for so many agents, or the contagion not for this network, or one by sums of
     *                                  fixed weights, for which no search is offered
     */
    @Override
    public Answer<Reach> solve(Network network, Watch watch) {
        require(network, watch);
        final Influence influence = Influence.of(contagion);
        if (influence == null) {
            return new TargetSearch(contagion, budget, NetworkRows.of(network)).solve(watch);
        }
        final Answer<Reach> small = SmallReach.solve(this, network, watch);
        return small != null ? small : sampled(influence, network, watch);
    }

    /** By reverse-reachable sets, however small the network is. */
    Answer<Reach> sampled(Influence influence, Network network, Watch watch) {
        return new ReachSampling(this, influence, network, 0).choose(watch);
    }

    /**
     * How good this choice is: its spread, and how near it is to the best of the same budget.
     *
     * <p>Sets are doubled until the ratio could not come out higher by more than epsilon. The sets are others
     * than those that a choice with the same seed is made from. For contagions that are left to chance; otherwise a cascade says it.
     *
     * @param chosen whom one would reach first, each once, within the budget
     */
    public Answer<Reach> judge(Network network, Watch watch, int... chosen) {
        require(network, watch);
        final Influence influence = Influence.of(contagion);
        if (influence == null) {
            throw Checks.refused(
                    "contagion must leave something to chance to be judged, but was %s; ask NetworkCascade", contagion);
        }
        requireChoice(network.agents(), chosen);
        return new ReachSampling(this, influence, network, OWN_STREAMS).judge(chosen.clone(), watch);
    }

    private void require(Network network, Watch watch) {
        Objects.requireNonNull(network, "network");
        Objects.requireNonNull(watch, "watch");
        budget.requireFor(network.agents());
        SpreadWorkspace.requireFit(contagion, network);
    }

    private void requireChoice(int agents, int... chosen) {
        final BitSet seen = new BitSet();
        for (int k = 0; k < chosen.length; k++) {
            Checks.index("chosen[" + k + "]", "agent", chosen[k], agents);
            if (seen.get(chosen[k])) {
                throw Checks.refused("chosen must be different agents, but was %s twice", chosen[k]);
            }
            seen.set(chosen[k]);
        }
        if (chosen.length == 0 || !budget.pays(chosen)) {
            throw Checks.refused(
                    "chosen must be at least one agent and cost at most %s [%s], but was %s for %s",
                    budget.amount(), budget.unit(), chosen.length, budget.cost(chosen));
        }
    }

    /** Short enough for JShell; without the threads, which change nothing. */
    @Override
    public String toString() {
        return "ReachSolver[" + contagion + ", " + TableText.number(budget.amount(), 6) + " " + budget.unit()
                + ", epsilon " + epsilon + ", delta " + delta + ", seed " + seed + "]";
    }
}
