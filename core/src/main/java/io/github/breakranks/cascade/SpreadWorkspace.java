package io.github.breakranks.cascade;

import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.Coins;
import io.github.breakranks.internal.CountSpreading;
import io.github.breakranks.internal.LinkSpreading;
import io.github.breakranks.internal.NetworkRows;
import io.github.breakranks.internal.PressureSpreading;
import io.github.breakranks.internal.Spreading;
import io.github.breakranks.network.Network;
import java.util.BitSet;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A contagion written down for each agent of a network, to be spread again and again by one thread at a time. */
final class SpreadWorkspace {
    private final Contagion contagion;
    private final NetworkRows rows;
    private final @Nullable BitSet aware; // null: everybody
    private final @Nullable WeightUnits units;
    private final int[] needs; // by agent, empty where thresholds are no counts
    private final long[] pressures; // by agent, empty where thresholds are no sums of weights
    private final Spreading spreading;
    private long drawn; // the seed of what is written down
    private boolean used;

    /** Refuses what the contagion cannot be on this network. */
    SpreadWorkspace(Contagion contagion, Network network, @Nullable BitSet aware, int threads) {
        this.contagion = Objects.requireNonNull(contagion, "contagion");
        this.rows = NetworkRows.of(Objects.requireNonNull(network, "network"));
        this.aware = aware;
        requireFit(contagion, network);
        final boolean weighs = contagion instanceof Contagion.Pressure
                || contagion instanceof Contagion.OwnPressures
                || contagion instanceof Contagion.Linear;
        final boolean links = contagion instanceof Contagion.Independent
                || contagion instanceof Contagion.IndependentShares
                || contagion instanceof Contagion.IndependentByWeight;
        this.units = weighs ? units(rows, weights(), contagion) : null;
        this.needs = new int[weighs || links ? 0 : rows.agents()];
        this.pressures = new long[weighs ? rows.agents() : 0];
        fill(0);
        if (links) {
            this.spreading = linkSpreading(threads);
        } else {
            this.spreading = weighs
                    ? new PressureSpreading(rows, units().scale(), pressures, threads)
                    : new CountSpreading(rows, needs, threads);
        }
    }

    private LinkSpreading linkSpreading(int threads) {
        final BitSet never = new BitSet();
        if (aware != null) {
            never.set(0, rows.agents());
            never.andNot(aware);
        }
        final boolean alike = !(contagion instanceof Contagion.IndependentByWeight);
        final double chance =
                contagion instanceof Contagion.Independent independent ? independent.chance() : Double.NaN;
        return new LinkSpreading(rows, alike ? null : weights(), chance, never, threads);
    }

    /** The units in which this contagion counts. */
    static WeightUnits units(NetworkRows rows, double[] weights, Contagion contagion) {
        return contagion instanceof Contagion.Linear
                ? WeightUnits.ofShares(rows, weights)
                : WeightUnits.of(rows, weights);
    }

    /** Refuses what the contagion cannot be on this network. */
    static void requireFit(Contagion contagion, Network network) {
        if (contagion instanceof Contagion.Own own) {
            requireAgents("thresholds", own.thresholds().agents(), network);
        } else if (contagion instanceof Contagion.OwnPressures own) {
            requireAgents("thresholds", own.agents(), network);
        }
        final boolean weighted = contagion instanceof Contagion.Pressure
                || contagion instanceof Contagion.OwnPressures
                || contagion instanceof Contagion.Linear
                || contagion instanceof Contagion.IndependentByWeight;
        if (weighted && !network.weighted()) {
            throw Checks.refused(
                    "network must have weights for %s, but was %s; give weights, or take Contagion.count, randomShares or"
                            + " independent",
                    contagion, network);
        }
        final NetworkRows rows = NetworkRows.of(network);
        if (contagion instanceof Contagion.IndependentByWeight) {
            requireShares(rows);
        }
        if (contagion instanceof Contagion.Linear && rows.weights() != null) {
            WeightUnits.ofShares(rows, rows.weights()).requireAtMostOne(rows, rows.weights());
        }
    }

    private static void requireAgents(String name, int given, Network network) {
        if (given != network.agents()) {
            throw Checks.refused(
                    "%s must be one an agent of the network, %s [count], but was %s", name, network.agents(), given);
        }
    }

    private static void requireShares(NetworkRows rows) {
        final double[] weights = Objects.requireNonNull(rows.weights(), "weights");
        for (int agent = 0; agent < rows.agents(); agent++) {
            for (long e = rows.offsets()[agent]; e < rows.offsets()[agent + 1]; e++) {
                if (!(weights[(int) e] <= 1)) {
                    throw Checks.refused(
                            "weight of the link from agent %s to agent %s must be a share in [0, 1] to be a chance, but was %s",
                            agent, rows.targets()[(int) e], weights[(int) e]);
                }
            }
        }
    }

    private double[] weights() {
        return Objects.requireNonNull(rows.weights(), "weights");
    }

    private WeightUnits units() {
        return Objects.requireNonNull(units, "units");
    }

    /** Writes down what each agent needs, drawn from a seed where it is drawn. */
    private void fill(long seed) {
        final long coins = Coins.state(seed);
        final int[] byDegree = contagion instanceof Contagion.Share share ? shareTable(share) : new int[0];
        for (int agent = 0; agent < needs.length; agent++) {
            needs[agent] = knows(agent) ? need(agent, coins, byDegree) : CountSpreading.NEVER;
        }
        for (int agent = 0; agent < pressures.length; agent++) {
            pressures[agent] = knows(agent) ? pressure(agent, coins) : PressureSpreading.NEVER;
        }
    }

    private boolean knows(int agent) {
        return aware == null || aware.get(agent);
    }

    /** A division costs more than everything else about an agent, and most degrees are small. */
    private static int[] shareTable(Contagion.Share share) {
        final int[] table = new int[256];
        for (int watched = 0; watched < table.length; watched++) {
            table[watched] = share.needed(watched);
        }
        return table;
    }

    private int need(int agent, long coins, int[] byDegree) {
        if (contagion instanceof Contagion.Share share) {
            final int watched = rows.watches(agent);
            return watched < byDegree.length ? byDegree[watched] : share.needed(watched);
        }
        if (contagion instanceof Contagion.Count count) {
            return count.needed();
        }
        if (contagion instanceof Contagion.Own own) {
            return own.thresholds().othersNeeded(agent);
        }
        final int watched = rows.watches(agent);
        return watched == 0 ? CountSpreading.NEVER : (int) Coins.upTo(watched, coins, agent);
    }

    private long pressure(int agent, long coins) {
        if (contagion instanceof Contagion.Pressure pressure) {
            return units().reaching(pressure.threshold());
        }
        return contagion instanceof Contagion.OwnPressures own
                ? units().reaching(own.threshold(agent))
                : Coins.upTo((long) units().scale(), coins, agent);
    }

    /** Spreads from these, with chance drawn from a seed; false if it was stopped. The last spread is forgotten. */
    boolean spread(long seed, int[] start, BooleanSupplier mayGoOn) {
        if (used) {
            spreading.reset();
        }
        used = true;
        if (spreading instanceof LinkSpreading links) {
            links.draw(seed);
        } else if (contagion.random() && seed != drawn) {
            fill(seed);
            drawn = seed;
            spreading.restoreAll();
        }
        return spreading.spread(start, mayGoOn);
    }

    /** What was spread last. */
    Spreading spreading() {
        return spreading;
    }
}
