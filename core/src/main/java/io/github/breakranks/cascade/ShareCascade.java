package io.github.breakranks.cascade;

import io.github.breakranks.answer.Table;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.game.TieRule;
import io.github.breakranks.internal.TableText;
import java.util.Objects;
import java.util.OptionalInt;

/** How a cascade went among a law's population: the share gone after each round, or at each reading of a clock. */
public final class ShareCascade implements Cascade {
    private final DefectionGame game;
    private final double[] times;
    private final double[][] shares; // by round, then group
    private final double[] limit;

    ShareCascade(DefectionGame game, double[] times, double[][] shares, double[] limit) {
        this.game = game;
        this.times = times;
        this.shares = shares;
        this.limit = limit;
    }

    /** The game it is a cascade of. */
    public DefectionGame game() {
        return game;
    }

    @Override
    public int size() {
        return game.population().size();
    }

    @Override
    public long gone() {
        return Math.round(share() * size());
    }

    /** The share at which it comes to rest; the path's last share is within half a soldier of it. */
    @Override
    public double share() {
        return total(limit);
    }

    /** The share of one group at which it comes to rest. */
    public double shareOf(int group) {
        return limit[group];
    }

    private double total(double[] gone) {
        if (gone.length == 1) {
            return gone[0];
        }
        double sum = 0;
        for (int g = 0; g < gone.length; g++) {
            sum += game.population().mass(g) * gone[g];
        }
        return Math.min(1, sum);
    }

    @Override
    public int rounds() {
        return shares.length - 1;
    }

    @Override
    public double shareAfter(int round) {
        return total(shares[Objects.checkIndex(round, shares.length)]);
    }

    /** The share of one group gone after so many rounds. */
    public double shareAfter(int round, int group) {
        return shares[Objects.checkIndex(round, shares.length)][group];
    }

    @Override
    public double time(int round) {
        return times[Objects.checkIndex(round, times.length)];
    }

    /**
     * The first round (or reading) by which one with this cost who has heard of the offer is willing to go; empty if he never is.
     *
     * @param cost his private cost [unit of the game]
     */
    public OptionalInt roundOf(double cost) {
        return roundOf(0, cost);
    }

    /**
     * The first round (or reading) by which one of a group with this cost who has heard of the offer is willing to go; empty if he never is.
     *
     * @param group which group
     * @param cost  his private cost [unit of the game]
     */
    public OptionalInt roundOf(int group, double cost) {
        final double[] weights = game.seen()[group];
        for (int round = 1; round < shares.length; round++) {
            final double net = game.gain(group, MeanFieldCascade.seenBy(weights, shares[round - 1])) - cost;
            if (game.ties() == TieRule.GOES ? net >= 0 : net > 0) {
                return OptionalInt.of(round);
            }
        }
        return OptionalInt.empty();
    }

    @Override
    public Table table() {
        final boolean clock = times.length > 1 && times[1] != 1;
        return CascadeTable.of(this, clock ? "time" : "round", clock ? "mean waiting times" : "count");
    }

    @Override
    public String toString() {
        return "Cascade[" + gone() + " of " + size() + " go (share " + TableText.number(share(), 4) + ") in " + rounds()
                + (times.length > 1 && times[1] != 1 ? " readings]" : " rounds]");
    }
}
