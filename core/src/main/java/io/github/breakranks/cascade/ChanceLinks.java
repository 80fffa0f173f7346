package io.github.breakranks.cascade;

import io.github.breakranks.answer.Fraction;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.NetworkRows;
import io.github.breakranks.network.Network;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.apache.commons.math3.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/** The links over which a contagion that draws may pass, each with its chance or weight as a fraction, and no others. */
final class ChanceLinks {
    private final int agents;
    private final boolean linear;
    private final BitSet start = new BitSet();
    private final BitSet reachable = new BitSet();
    private final List<Link> links = new ArrayList<>();

    /**
     * One link.
     *
     * @param chance that it works, or, if linear, its weight; above 0
     */
    record Link(int from, int to, BigFraction chance) {}

    ChanceLinks(Contagion contagion, Network network, @Nullable BitSet aware, int... starters) {
        this.agents = network.agents();
        this.linear = linear(contagion);
        final NetworkRows rows = NetworkRows.of(network);
        final ArrayDeque<Integer> queue = new ArrayDeque<>();
        for (int agent : starters) {
            start.set(agent);
            reachable.set(agent);
            queue.add(agent);
        }
        while (!queue.isEmpty()) {
            final int agent = queue.remove();
            for (long e = rows.offsets()[agent]; e < rows.offsets()[agent + 1]; e++) {
                final int watcher = rows.targets()[(int) e];
                final BigFraction chance = chance(contagion, rows, (int) e);
                if (chance.getNumerator().signum() == 0 || start.get(watcher) || aware != null && !aware.get(watcher)) {
                    continue;
                }
                links.add(new Link(agent, watcher, chance));
                if (!reachable.get(watcher)) {
                    reachable.set(watcher);
                    queue.add(watcher);
                }
            }
        }
    }

    private ChanceLinks(boolean linear, int agents) {
        this.agents = agents;
        this.linear = linear;
    }

    /** All links of a network, whoever starts. */
    static ChanceLinks all(Contagion contagion, Network network) {
        final ChanceLinks all = new ChanceLinks(linear(contagion), network.agents());
        final NetworkRows rows = NetworkRows.of(network);
        all.reachable.set(0, network.agents());
        for (int agent = 0; agent < network.agents(); agent++) {
            for (long e = rows.offsets()[agent]; e < rows.offsets()[agent + 1]; e++) {
                final BigFraction chance = chance(contagion, rows, (int) e);
                if (chance.getNumerator().signum() != 0) {
                    all.links.add(new Link(agent, rows.targets()[(int) e], chance));
                }
            }
        }
        return all;
    }

    private static boolean linear(Contagion contagion) {
        return contagion instanceof Contagion.Linear || contagion instanceof Contagion.RandomShares;
    }

    /** Whether somebody's weights, as written, add up to more than 1, which only their rounding allows. */
    boolean beyondOne() {
        final BigFraction[] sums = new BigFraction[agents];
        Arrays.fill(sums, BigFraction.ZERO);
        for (Link link : links) {
            sums[link.to] = sums[link.to].add(link.chance);
        }
        return linear && Arrays.stream(sums).anyMatch(sum -> sum.compareTo(BigFraction.ONE) > 0);
    }

    private static BigFraction chance(Contagion contagion, NetworkRows rows, int link) {
        if (contagion instanceof Contagion.RandomShares || contagion instanceof Contagion.IndependentShares) {
            return new BigFraction(1, rows.watches(rows.targets()[link]));
        }
        if (contagion instanceof Contagion.Independent independent) {
            return written(independent.chance());
        }
        if (contagion instanceof Contagion.Linear || contagion instanceof Contagion.IndependentByWeight) {
            return written(Objects.requireNonNull(rows.weights(), "weights")[link]);
        }
        throw Checks.refused(
                "contagion must draw thresholds or links, but was %s; take NetworkCascade, which is exact", contagion);
    }

    /** What a number was most likely written as: 1/3, or the decimal it prints as. */
    static BigFraction written(double value) {
        final Fraction fraction = Fraction.nearest(value);
        return new BigFraction(fraction.numerator(), fraction.denominator());
    }

    int agents() {
        return agents;
    }

    /** Whether each agent has at most one live link to him, drawn by weight; else each link is drawn by itself. */
    boolean linear() {
        return linear;
    }

    BitSet start() {
        return start;
    }

    BitSet reachable() {
        return reachable;
    }

    List<Link> links() {
        return links;
    }
}
