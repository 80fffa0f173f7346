package io.github.breakranks.cascade;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Range;
import io.github.breakranks.answer.Solver;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.network.Network;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * Chooses whom to reach first on small networks, greedily with exact spreads: nothing is sampled, and ties go to the lowest number.
 *
 * <pre>{@code
 *   next  = argmax over v of (spread(S + v) - spread(S)) / c_v          spreads as fractions, over all worlds of live links
 *   best <= spread(S) + max { sum g_v x_v : sum c_v x_v <= budget, 0 <= x_v <= 1 }     g_v: what v was last seen to add
 * }</pre>
 *
 * <p>What one more adds never rises as more are there (submodular), so that a gain seen earlier is a bound: whoever leads with a gain seen now
 * need not be compared with the others (CELF). For k agents the greedy choice brings at least 1 - 1/e of the best spread, under a
 * budget at least half of that with the best single agent beside it; the bound above usually shows more.
 *
 * <p>Cost: one exact spread for each agent and few more for each that is chosen; each goes through all worlds of live links.
 *
 * @param contagion what it takes to make an agent go, left to chance
 * @param budget    how many can be reached, or for how much
 * @param most      the most worlds of live links to go through for a spread [count], at least 1
 * @see <a href="https://doi.org/10.1145/1281192.1281239">J. Leskovec, A. Krause, C. Guestrin, C. Faloutsos, J. VanBriesen and N. Glance (2007),
 *     "Cost-effective Outbreak Detection in Networks", KDD, 420-429</a>
 * @see <a href="https://doi.org/10.1007/BF01588971">G. Nemhauser, L. Wolsey and M. Fisher (1978), Mathematical Programming 14, 265-294</a>
 */
public record CelfSolver(Contagion contagion, ReachBudget budget, int most) implements Solver<Network, Reach> {
    private static final int USUAL = 1 << 16;

    public CelfSolver {
        Objects.requireNonNull(contagion, "contagion");
        Objects.requireNonNull(budget, "budget");
        Checks.count(1, "most", "worlds", most);
        if (Influence.of(contagion) == null) {
            throw Checks.refused(
                    "contagion must leave something to chance, but was %s; take ReachSolver, which tries all choices",
                    contagion);
        }
    }

    /** So many agents, by at most 65536 worlds of live links a spread. */
    public static CelfSolver of(Contagion contagion, int k) {
        return of(contagion, ReachBudget.agents(k));
    }

    /** As many as the budget pays for, by at most 65536 worlds of live links a spread. */
    public static CelfSolver of(Contagion contagion, ReachBudget budget) {
        return new CelfSolver(contagion, budget, USUAL);
    }

    /** This solver with room for so many worlds a spread [count]. */
    public CelfSolver withMost(int newMost) {
        return new CelfSolver(contagion, budget, newMost);
    }

    /**
     * Whom to reach first.
     *
     * @throws IllegalArgumentException if the budget is not for so many agents, or there are too many worlds of live links
     */
    @Override
    public Answer<Reach> solve(Network network, Watch watch) {
        Objects.requireNonNull(network, "network");
        Objects.requireNonNull(watch, "watch");
        budget.requireFor(network.agents());
        final Spreads spreads = new Spreads(network, watch);
        final Greedy greedy = new Greedy(spreads, network.agents());
        greedy.choose();
        if (!budget.equal()) {
            greedy.takeSingleIfBetter();
        }
        final Reach reach = greedy.reach();
        if (spreads.stopped) {
            return new Answer.Stopped<>(
                    reach, new Certificate.Unproven("not chosen to the end"), watch.why(), "raise the limit");
        }
        return new Answer.Found<>(reach, greedy.certify());
    }

    /** Exact spreads, until the watch stops them. */
    private final class Spreads {
        private final Network network;
        private final Watch watch;
        private boolean stopped;

        Spreads(Network network, Watch watch) {
            this.network = network;
            this.watch = watch;
        }

        BigFraction of(List<Integer> chosen) {
            if (stopped || chosen.isEmpty()) {
                return BigFraction.ZERO;
            }
            final NetworkCascade cascade = NetworkCascade.of(contagion)
                    .withStart(chosen.stream().mapToInt(Integer::intValue).toArray());
            final var answer = new ExactCascade(cascade, most).solve(network, watch);
            stopped = answer instanceof Answer.Stopped || !watch.mayGoOn();
            return stopped ? BigFraction.ZERO : answer.value().fraction();
        }
    }

    /**
     * One who may be reached.
     *
     * @param gain  what he was last seen to add
     * @param ratio that over his cost
     * @param size  how many had been chosen then [count]
     */
    private record Candidate(int agent, BigFraction gain, BigFraction ratio, int size) {}

    private final class Greedy {
        private final Spreads spreads;
        private final int agents;
        private final List<Integer> chosen = new ArrayList<>();
        private final List<BigFraction> gained = new ArrayList<>();
        private final List<Candidate> passedOver = new ArrayList<>();
        private final PriorityQueue<Candidate> queue = new PriorityQueue<>(
                Comparator.comparing(Candidate::ratio).reversed().thenComparing(Candidate::agent));
        private BigFraction spread = BigFraction.ZERO;
        private BigFraction bound = new BigFraction(Integer.MAX_VALUE);
        private List<Integer> after = List.of();
        private long left = budget.units();
        private Candidate single = new Candidate(-1, BigFraction.ZERO, BigFraction.ZERO, 0);

        Greedy(Spreads spreads, int agents) {
            this.spreads = spreads;
            this.agents = agents;
        }

        void choose() {
            for (int agent = 0; agent < agents && !spreads.stopped; agent++) {
                if (budget.cost(agent) <= budget.amount()) {
                    final Candidate candidate = seen(agent);
                    queue.add(candidate);
                    single = candidate.gain.compareTo(single.gain) > 0 ? candidate : single;
                }
            }
            bound();
            while (!queue.isEmpty() && !spreads.stopped) {
                final Candidate first = queue.remove();
                if (budget.units(first.agent) > left) {
                    passedOver.add(first);
                } else if (first.size < chosen.size()) {
                    queue.add(seen(first.agent));
                } else {
                    take(first);
                    bound();
                }
            }
        }

        private Candidate seen(int agent) {
            final List<Integer> with = new ArrayList<>(chosen);
            with.add(agent);
            final BigFraction gain = spreads.of(with).subtract(spread);
            return new Candidate(agent, gain, gain.divide(cost(agent)), chosen.size());
        }

        private void take(Candidate candidate) {
            chosen.add(candidate.agent);
            gained.add(candidate.gain);
            spread = spread.add(candidate.gain);
            left -= budget.units(candidate.agent);
        }

        private void bound() {
            if (spreads.stopped) {
                return;
            }
            final List<Candidate> others = new ArrayList<>(passedOver);
            others.addAll(queue);
            final BigFraction here = spread.add(bought(others));
            if (here.compareTo(bound) < 0) {
                bound = here;
                after = List.copyOf(chosen);
            }
        }

        void takeSingleIfBetter() {
            if (single.gain.compareTo(spread) > 0) {
                chosen.clear();
                gained.clear();
                chosen.add(single.agent);
                gained.add(single.gain);
                spread = single.gain;
            }
        }

        Reach reach() {
            if (spreads.stopped) {
                return Reach.none(budget, agents);
            }
            final int[] who = chosen.stream().mapToInt(Integer::intValue).toArray();
            final double[] more =
                    gained.stream().mapToDouble(BigFraction::doubleValue).toArray();
            final double found = spread.doubleValue();
            final String how = "greedy choice with exact spreads, here "
                    + spread.toString().replace(" ", "");
            return new Reach(
                    budget,
                    new Reach.Choice(agents, who, more, how),
                    new Reach.Estimate(found, 0, Range.of(found), best(found), 0, 0));
        }

        /** The bound that was found, or the one that is known of every greedy choice. */
        private double best(double found) {
            final double share = (1 - 1 / Math.E) / (budget.equal() ? 1 : 2);
            return Math.max(found, Math.min(bound.doubleValue(), found / share));
        }

        /** Every spread was counted over worlds and round by round; here the bound once more, from gains seen afresh. */
        Certificate certify() {
            final BigFraction base = spreads.of(after);
            final List<Candidate> fresh = new ArrayList<>();
            for (int agent = 0; agent < agents; agent++) {
                if (!after.contains(agent) && budget.cost(agent) <= budget.amount()) {
                    final List<Integer> with = new ArrayList<>(after);
                    with.add(agent);
                    final BigFraction gain = spreads.of(with).subtract(base);
                    fresh.add(new Candidate(agent, gain, gain.divide(cost(agent)), after.size()));
                }
            }
            final BigFraction again = base.add(bought(fresh));
            if (spreads.stopped
                    || again.compareTo(bound) > 0
                    || !spreads.of(chosen).equals(spread)) {
                return new Certificate.Unproven("counted again, no agents bring more than " + again + ", not " + bound);
            }
            return new Certificate.Proven(
                    "fractions: every spread counted over all worlds of live links and round by round; no agents bring more than "
                            + bound.toString().replace(" ", ""),
                    budget.assumptions());
        }
    }

    /** The most that the budget buys of these gains, the last of them in part. */
    private BigFraction bought(List<Candidate> candidates) {
        final List<Candidate> byRatio = new ArrayList<>(candidates);
        byRatio.sort(Comparator.comparing(Candidate::ratio).reversed());
        BigFraction left = new BigFraction(BigInteger.valueOf(budget.units()));
        BigFraction sum = BigFraction.ZERO;
        for (Candidate candidate : byRatio) {
            final BigFraction cost = cost(candidate.agent);
            if (cost.compareTo(left) > 0) {
                return sum.add(candidate.ratio.multiply(left));
            }
            sum = sum.add(candidate.gain);
            left = left.subtract(cost);
        }
        return sum;
    }

    private BigFraction cost(int agent) {
        return new BigFraction(BigInteger.valueOf(budget.units(agent)));
    }
}
