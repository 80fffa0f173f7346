package io.github.breakranks.cascade;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Range;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.network.Network;
import java.math.BigInteger;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * Whom to reach first on small networks, without sampling: chosen greedily with exact spreads, and, where they are few enough, against every
 * other choice.
 *
 * <p>A world of live links says of each agent whom he brings, a word of bits; a choice brings whom one of those chosen brings, and its spread is a
 * sum over worlds of whole numbers. Only choices to which nobody with a higher number can be added are tried, since one more never brings
 * fewer. Cost: worlds times choices, at most 82 million steps of nanoseconds, beside the greedy choice.
 */
final class SmallReach {
    private static final int MOST_AGENTS = 25;
    private static final int MOST_WORLDS = 1 << 12;
    private static final int MOST_CHOICES = 20_000;
    private static final int BITS = 58; // of all weights, so that a long holds them times the agents
    private static final double ROUNDING = 1e-9;

    private final ReachSolver settings;
    private final ReachBudget budget;
    private final Network network;
    private final Watch watch;
    private final int agents;
    private final int worlds;
    private final int[][] brings; // by agent and world, whom he brings
    private final long[] weights; // by world
    private long all; // weight of all worlds
    private int read;
    private final int[][] gone; // by how many are chosen, and world
    private long choices;
    private boolean stopped;
    private int best;
    private long most = -1;

    private SmallReach(ReachSolver settings, Network network, int worlds, Watch watch) {
        this.settings = settings;
        this.budget = settings.budget();
        this.network = network;
        this.watch = watch;
        this.agents = network.agents();
        this.worlds = worlds;
        this.brings = new int[agents][worlds];
        this.weights = new long[worlds];
        this.gone = new int[agents + 1][worlds];
    }

    /** Whom to reach first, of a contagion that is left to chance; null if the network is too large. */
    static @Nullable Answer<Reach> solve(ReachSolver settings, Network network, Watch watch) {
        if (network.agents() > MOST_AGENTS) {
            return null;
        }
        final ChanceLinks links = ChanceLinks.all(settings.contagion(), network);
        if (links.beyondOne()) {
            return null;
        }
        final LiveEdges edges = new LiveEdges(links);
        if (edges.worlds().compareTo(BigInteger.valueOf(MOST_WORLDS)) > 0) {
            return null;
        }
        final Answer<Reach> greedy =
                new CelfSolver(settings.contagion(), settings.budget(), MOST_WORLDS).solve(network, watch);
        final SmallReach small =
                new SmallReach(settings, network, edges.worlds().intValueExact(), watch);
        return greedy instanceof Answer.Stopped
                        || edges.denominator().bitLength() > BITS
                        || small.count(0, settings.budget().units(), 0) > MOST_CHOICES
                ? greedy
                : small.tryAll(greedy, edges);
    }

    /** Choices to which nobody with a higher number can be added; it stops counting where they are too many. */
    private long count(int from, long left, long before) {
        long count = before;
        boolean full = true;
        for (int agent = from; agent < agents && count <= MOST_CHOICES; agent++) {
            if (budget.units(agent) <= left) {
                full = false;
                count = count(agent + 1, left - budget.units(agent), count);
            }
        }
        return full ? count + 1 : count;
    }

    private Answer<Reach> tryAll(Answer<Reach> greedy, LiveEdges edges) {
        edges.run(this::read, () -> true);
        final int[] first = greedy.value().chosen();
        most = spread(first);
        final long before = most;
        extend(0, 0, budget.units());
        final int[] chosen = most > before ? agents(best) : first;
        final Reach reach = reach(chosen);
        return stopped
                ? new Answer.Stopped<>(
                        greedy.value(),
                        new Certificate.Unproven("not every choice was tried"),
                        watch.why(),
                        "raise the limit")
                : certified(reach, greedy);
    }

    private void read(List<List<Integer>> live, BigInteger weight) {
        weights[read] = weight.longValueExact();
        all += weights[read];
        for (int agent = 0; agent < agents; agent++) {
            brings[agent][read] = reached(live, agent);
        }
        read++;
    }

    /** Whom an agent brings over live links, himself included, as bits. */
    private int reached(List<List<Integer>> live, int agent) {
        final int[] queue = new int[agents];
        int seen = 1 << agent;
        int tail = 0;
        queue[tail++] = agent;
        for (int head = 0; head < tail; head++) {
            for (int watcher : live.get(queue[head])) {
                if ((seen >>> watcher & 1) == 0) {
                    seen |= 1 << watcher;
                    queue[tail++] = watcher;
                }
            }
        }
        return seen;
    }

    private void extend(int set, int from, long left) {
        final int size = Integer.bitCount(set);
        boolean full = true;
        for (int agent = from; agent < agents && !stopped; agent++) {
            if (budget.units(agent) <= left) {
                full = false;
                join(size, agent);
                extend(set | 1 << agent, agent + 1, left - budget.units(agent));
            }
        }
        if (full && (left == 0 || !budget.equal())) {
            choices++;
            stopped |= !watch.mayGoOn();
            final long spread = spread(size);
            if (spread > most) {
                most = spread;
                best = set;
            }
        }
    }

    private void join(int size, int agent) {
        for (int world = 0; world < worlds; world++) {
            gone[size + 1][world] = gone[size][world] | brings[agent][world];
        }
    }

    /** Of those joined so far, times the weight of all worlds. */
    private long spread(int size) {
        long sum = 0;
        for (int world = 0; world < worlds; world++) {
            sum += weights[world] * Integer.bitCount(gone[size][world]);
        }
        return sum;
    }

    private long spread(int... chosen) {
        for (int k = 0; k < chosen.length; k++) {
            join(k, chosen[k]);
        }
        return spread(chosen.length);
    }

    private static int[] agents(int set) {
        final int[] agents = new int[Integer.bitCount(set)];
        for (int k = 0, left = set; left != 0; left &= left - 1) {
            agents[k++] = Integer.numberOfTrailingZeros(left);
        }
        return agents;
    }

    private Reach reach(int... chosen) {
        final double[] gained = new double[chosen.length];
        long before = 0;
        for (int k = 0; k < chosen.length; k++) {
            join(k, chosen[k]);
            final long now = spread(k + 1);
            gained[k] = fraction(now - before).doubleValue();
            before = now;
        }
        final double spread = fraction(before).doubleValue();
        final String how = "trying all choices with exact spreads, here "
                + fraction(before).toString().replace(" ", "");
        return new Reach(
                budget,
                new Reach.Choice(agents, chosen, gained, how),
                new Reach.Estimate(spread, 0, Range.of(spread), spread, 0, 0));
    }

    private BigFraction fraction(long sum) {
        return new BigFraction(BigInteger.valueOf(sum), BigInteger.valueOf(all));
    }

    /** The spread of those chosen by another code, and what no choice exceeds by the gains of single agents. */
    private Answer<Reach> certified(Reach reach, Answer<Reach> greedy) {
        final NetworkCascade cascade = NetworkCascade.of(settings.contagion()).withStart(reach.chosen());
        final Answer<ExactSpread> again = new ExactCascade(cascade, MOST_WORLDS).solve(network, watch);
        if (again instanceof Answer.Stopped) {
            return new Answer.Stopped<>(
                    reach, new Certificate.Unproven("not checked within the limit"), watch.why(), "raise the limit");
        }
        final boolean right = again.value().fraction().equals(fraction(most))
                && again.certificate() instanceof Certificate.Proven
                && greedy.certificate() instanceof Certificate.Proven
                && reach.spread() <= greedy.value().best() * (1 + ROUNDING);
        return new Answer.Found<>(
                reach,
                right
                        ? new Certificate.Proven(
                                "fractions: none of " + choices
                                        + " choices that could differ brings more; counted again over all"
                                        + " worlds of live links and round by round, "
                                        + fraction(most).toString().replace(" ", "") + " go",
                                budget.assumptions())
                        : new Certificate.Unproven(
                                "counted again, " + again.value().fraction() + " go, not " + fraction(most)));
    }
}
