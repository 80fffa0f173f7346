package io.github.breakranks.cascade;

import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Watch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * Checks an expected spread by playing the contagion itself with fractions: from who has gone, and who of them in the last round, each other
 * agent follows with a chance that the contagion gives.
 *
 * <pre>{@code
 *   independent   1 - product of (1 - chance) over links from those of the last round
 *   linear        weight of those of the last round / (1 - weight of those before)
 * }</pre>
 */
final class RoundByRound {
    private static final int MOST_AGENTS = 62; // bits of a state
    private static final int MOST_STATES = 200_000;

    private final ChanceLinks model;
    private final Map<State, BigFraction> known = new HashMap<>();
    private final Map<Integer, Integer> bit = new HashMap<>();

    /** Who has gone before the last round, and who in it, as bits of those who may be reached. */
    private record State(long before, long last) {}

    RoundByRound(ChanceLinks model) {
        this.model = model;
        model.reachable().stream().forEach(agent -> bit.put(agent, bit.size()));
    }

    Certificate certify(ExactSpread spread, Watch watch) {
        if (bit.size() > MOST_AGENTS) {
            return new Certificate.Unproven("too many agents to play every round, " + bit.size());
        }
        long start = 0;
        for (int agent = model.start().nextSetBit(0);
                agent >= 0;
                agent = model.start().nextSetBit(agent + 1)) {
            start |= 1L << bit.getOrDefault(agent, 0);
        }
        final BigFraction expected = followers(new State(0, start), watch);
        if (expected == null) {
            return new Certificate.Unproven("too many states to play every round");
        }
        return expected.add(Long.bitCount(start)).equals(spread.fraction())
                ? new Certificate.Proven("fractions: played round by round, as many go in the mean", List.of())
                : new Certificate.Unproven("played round by round, " + expected + " follow in the mean");
    }

    /** How many follow in the mean; null if there are too many states or the watch has run out. */
    private @Nullable BigFraction followers(State state, Watch watch) {
        if (state.last() == 0) {
            return BigFraction.ZERO;
        }
        final BigFraction before = known.get(state);
        if (before != null) {
            return before;
        }
        if (known.size() > MOST_STATES || !watch.mayGoOn()) {
            return null;
        }
        final Map<Integer, BigFraction> chances = chances(state);
        final BigFraction sum =
                branch(state, List.copyOf(chances.keySet()), chances, new Branch(0, 0, BigFraction.ONE), watch);
        if (sum != null) {
            known.put(state, sum);
        }
        return sum;
    }

    private record Branch(int decided, long joining, BigFraction chance) {}

    private @Nullable BigFraction branch(
            State state, List<Integer> open, Map<Integer, BigFraction> chances, Branch branch, Watch watch) {
        if (branch.chance().getNumerator().signum() == 0) {
            return BigFraction.ZERO;
        }
        if (branch.decided() == open.size()) {
            final BigFraction later = followers(new State(state.before() | state.last(), branch.joining()), watch);
            return later == null
                    ? null
                    : later.add(Long.bitCount(branch.joining())).multiply(branch.chance());
        }
        final int agent = open.get(branch.decided());
        final BigFraction joins = chances.getOrDefault(agent, BigFraction.ZERO);
        final BigFraction with = branch(
                state,
                open,
                chances,
                new Branch(
                        branch.decided() + 1,
                        branch.joining() | 1L << agent,
                        branch.chance().multiply(joins)),
                watch);
        final BigFraction without = branch(
                state,
                open,
                chances,
                new Branch(
                        branch.decided() + 1,
                        branch.joining(),
                        branch.chance().multiply(BigFraction.ONE.subtract(joins))),
                watch);
        return with == null || without == null ? null : with.add(without);
    }

    /** By agent's bit, the chance that he follows the last round; only those who may. */
    private Map<Integer, BigFraction> chances(State state) {
        final Map<Integer, BigFraction> stays = new HashMap<>(); // independent: chance that no link works yet
        final Map<Integer, BigFraction> left = new HashMap<>(); // linear: 1 - weight of those before
        final Map<Integer, BigFraction> pressed = new HashMap<>(); // linear: weight of the last round
        for (ChanceLinks.Link link : model.links()) {
            final int from = bit.getOrDefault(link.from(), 0);
            final int to = bit.getOrDefault(link.to(), 0);
            if (((state.before() | state.last()) & 1L << to) != 0) {
                continue;
            }
            if ((state.last() & 1L << from) != 0) {
                stays.merge(to, BigFraction.ONE.subtract(link.chance()), BigFraction::multiply);
                pressed.merge(to, link.chance(), BigFraction::add);
            } else if ((state.before() & 1L << from) != 0) {
                left.merge(to, link.chance().negate(), BigFraction::add);
            }
        }
        final Map<Integer, BigFraction> joins = new HashMap<>();
        for (int agent : new ArrayList<>(stays.keySet())) {
            joins.put(
                    agent,
                    model.linear()
                            ? pressed.getOrDefault(agent, BigFraction.ZERO)
                                    .divide(BigFraction.ONE.add(left.getOrDefault(agent, BigFraction.ZERO)))
                            : BigFraction.ONE.subtract(stays.getOrDefault(agent, BigFraction.ONE)));
        }
        return joins;
    }
}
