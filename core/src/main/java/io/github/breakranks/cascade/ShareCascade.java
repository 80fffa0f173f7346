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
    private final double[] shares;
    private final double share;

    ShareCascade(DefectionGame game, double[] times, double[] shares, double share) {
        this.game = game;
        this.times = times;
        this.shares = shares;
        this.share = share;
    }

    @Override
    public int size() {
        return game.population().size();
    }

    @Override
    public long gone() {
        return Math.round(share * size());
    }

    /** The share at which it comes to rest; the path's last share is within half a soldier of it. */
    @Override
    public double share() {
        return share;
    }

    @Override
    public int rounds() {
        return shares.length - 1;
    }

    @Override
    public double shareAfter(int round) {
        return shares[Objects.checkIndex(round, shares.length)];
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
        for (int round = 1; round < shares.length; round++) {
            final double net = game.gain(shares[round - 1]) - cost;
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
        return "Cascade[" + gone() + " of " + size() + " go (share " + TableText.number(share, 4) + ") in " + rounds()
                + (times.length > 1 && times[1] != 1 ? " readings]" : " rounds]");
    }
}
