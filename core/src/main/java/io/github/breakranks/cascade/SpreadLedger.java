package io.github.breakranks.cascade;

import io.github.breakranks.internal.Coins;
import io.github.breakranks.internal.NetworkRows;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What each agent has seen so far, and whether that is enough, by the definition of a contagion: for checking a spread. */
abstract sealed class SpreadLedger {
    final NetworkRows rows;

    SpreadLedger(NetworkRows rows) {
        this.rows = rows;
    }

    static SpreadLedger of(Contagion contagion, NetworkRows rows) {
        if (contagion instanceof Contagion.Independent
                || contagion instanceof Contagion.IndependentShares
                || contagion instanceof Contagion.IndependentByWeight) {
            return new Links(contagion, rows);
        }
        return contagion instanceof Contagion.Pressure
                        || contagion instanceof Contagion.OwnPressures
                        || contagion instanceof Contagion.Linear
                ? new Weights(contagion, rows)
                : new Counts(contagion, rows);
    }

    /** Draws chance from this seed from now on. */
    void draw(long seed) {}

    /** What a proof must assume of the weights; empty if nothing. */
    String rounding() {
        return "";
    }

    /** One has gone: the watchers at these places of his row see it. */
    abstract void tell(int from, int to);

    /** Whether what he has seen makes him go. */
    abstract boolean met(int agent);

    /** He has seen nothing. */
    abstract void clear(int agent);

    /** Nobody has seen anything. */
    abstract void clearAll();

    /** In counts. */
    private static final class Counts extends SpreadLedger {
        private final Contagion contagion;
        private final int[] seen;
        private long coins = Coins.state(0);

        Counts(Contagion contagion, NetworkRows rows) {
            super(rows);
            this.contagion = contagion;
            this.seen = new int[rows.agents()];
        }

        @Override
        void draw(long seed) {
            coins = Coins.state(seed);
        }

        @Override
        void tell(int from, int to) {
            final int[] targets = rows.targets();
            for (int e = from; e < to; e++) {
                seen[targets[e]]++;
            }
        }

        @Override
        boolean met(int agent) {
            if (contagion instanceof Contagion.Share share) {
                return atLeast(seen[agent], share, rows.watches(agent));
            }
            if (contagion instanceof Contagion.Count count) {
                return seen[agent] >= count.needed();
            }
            if (contagion instanceof Contagion.Own own) {
                return seen[agent] >= own.thresholds().othersNeeded(agent);
            }
            return seen[agent] > 0 && seen[agent] >= Coins.upTo(rows.watches(agent), coins, agent);
        }

        /** Compares by multiplying: gone / watched with numerator / denominator; with nobody watched only a share of 0 is reached. */
        private static boolean atLeast(int gone, Contagion.Share share, int watched) {
            if (watched == 0 || share.numerator() == 0) {
                return share.numerator() == 0;
            }
            if (share.denominator() <= Integer.MAX_VALUE) {
                return gone * share.denominator() >= share.numerator() * watched;
            }
            return BigInteger.valueOf(gone)
                            .multiply(BigInteger.valueOf(share.denominator()))
                            .compareTo(BigInteger.valueOf(share.numerator()).multiply(BigInteger.valueOf(watched)))
                    >= 0;
        }

        @Override
        void clear(int agent) {
            seen[agent] = 0;
        }

        @Override
        void clearAll() {
            Arrays.fill(seen, 0);
        }
    }

    /** In units of weight. */
    private static final class Weights extends SpreadLedger {
        private final Contagion contagion;
        private final WeightUnits units;
        private final double[] weights;
        private final long[] seen;
        private long coins = Coins.state(0);

        Weights(Contagion contagion, NetworkRows rows) {
            super(rows);
            this.contagion = contagion;
            this.weights = Objects.requireNonNull(rows.weights(), "weights");
            this.units = SpreadWorkspace.units(rows, weights, contagion);
            this.seen = new long[rows.agents()];
        }

        @Override
        void draw(long seed) {
            coins = Coins.state(seed);
        }

        @Override
        String rounding() {
            if (units.exact()) {
                return "";
            }
            return (contagion instanceof Contagion.Linear ? "weights" : "weights and thresholds") + " rounded to "
                    + units.unit().value();
        }

        @Override
        void tell(int from, int to) {
            final int[] targets = rows.targets();
            for (int e = from; e < to; e++) {
                seen[targets[e]] += units.of(weights[e]);
            }
        }

        @Override
        boolean met(int agent) {
            if (contagion instanceof Contagion.Linear) {
                return seen[agent] >= Coins.upTo((long) units.scale(), coins, agent);
            }
            final double threshold = contagion instanceof Contagion.OwnPressures own
                    ? own.threshold(agent)
                    : ((Contagion.Pressure) contagion).threshold();
            return seen[agent] >= units.reaching(threshold);
        }

        @Override
        void clear(int agent) {
            seen[agent] = 0;
        }

        @Override
        void clearAll() {
            Arrays.fill(seen, 0);
        }
    }

    /** In links that work. */
    private static final class Links extends SpreadLedger {
        private final double @Nullable [] chances;
        private final double chance;
        private final boolean[] reached;
        private long coins = Coins.state(0);

        Links(Contagion contagion, NetworkRows rows) {
            super(rows);
            this.chance = contagion instanceof Contagion.Independent independent ? independent.chance() : Double.NaN;
            this.chances = contagion instanceof Contagion.IndependentByWeight ? rows.weights() : null;
            this.reached = new boolean[rows.agents()];
        }

        @Override
        void draw(long seed) {
            coins = Coins.state(seed);
        }

        @Override
        void tell(int from, int to) {
            final int[] targets = rows.targets();
            for (int e = from; e < to; e++) {
                if (Coins.yes(coins, e, Coins.heads(chances == null ? chanceOf(targets[e]) : chances[e]))) {
                    reached[targets[e]] = true;
                }
            }
        }

        private double chanceOf(int watcher) {
            return Double.isNaN(chance) ? 1.0 / rows.watches(watcher) : chance;
        }

        @Override
        boolean met(int agent) {
            return reached[agent];
        }

        @Override
        void clear(int agent) {
            reached[agent] = false;
        }

        @Override
        void clearAll() {
            Arrays.fill(reached, false);
        }
    }
}
