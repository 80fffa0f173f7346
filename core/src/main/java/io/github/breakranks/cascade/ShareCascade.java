package io.github.breakranks.cascade;

import io.github.breakranks.answer.Table;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.game.TieRule;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.TableText;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/** How a cascade went among a law's population: the share gone after each round, or at each reading of a clock. */
public final class ShareCascade implements Cascade {
    private final DefectionGame game;
    private final MeanFieldCascade solver;
    private final double[] times;
    private final double[][] shares; // by reading, then group
    private final double[] limit;
    private final boolean cut; // at the horizon, before it came to rest

    ShareCascade(DefectionGame game, MeanFieldCascade solver, Readings path, double[] limit) {
        this.game = game;
        this.solver = solver;
        this.times = new double[path.last() + 1];
        Arrays.setAll(times, path::time);
        this.shares = new double[times.length][];
        Arrays.setAll(shares, path::shares);
        this.limit = limit;
        final double[] last = shares[shares.length - 1];
        final double lack = Readings.lack(limit, last, game.population());
        this.cut = solver.dynamics().horizon() > 0 && lack * game.population().size() >= 0.5 && lack > 1e-9;
    }

    /** How it moved through time. */
    public Dynamics dynamics() {
        return solver.dynamics();
    }

    private boolean clock() {
        return dynamics().pace() == Pace.CLOCK;
    }

    /** What {@link #rounds} counts. */
    String readings() {
        return clock() ? "readings" : "rounds";
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

    /** The share at which it comes to rest, the path's last share being within half a soldier of it; at the horizon, if that comes first. */
    @Override
    public double share() {
        return total(end());
    }

    private double[] end() {
        return cut ? shares[shares.length - 1] : limit;
    }

    /** The share of one group gone in the end. */
    public double shareOf(int group) {
        return end()[Checks.index("group", "number of a group", group, limit.length)];
    }

    /** Whether it came to rest; false if the horizon came first. */
    public boolean rested() {
        return !cut;
    }

    /** The share at which it would come to rest if it went on; {@link #share} if it did. */
    public double limit() {
        return total(limit);
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
        return total(shares[Checks.index("round", "rounds", round, shares.length)]);
    }

    /** The share of one group gone after so many rounds. */
    public double shareAfter(int round, int group) {
        return shares[Checks.index("round", "rounds", round, shares.length)][group];
    }

    @Override
    public double time(int round) {
        return times[Checks.index("round", "rounds", round, times.length)];
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
        Checks.finite("cost", game.unit(), cost);
        Checks.index("group", "number of a group", group, limit.length);
        if (dynamics().sees() > 0) {
            throw new IllegalStateException(
                    "each sees " + dynamics().sees()
                            + " random others, so chance decides who goes when; draw agents with Population.draw(heads, law, seed) and ask AgentCascade");
        }
        final double[] weights = game.seen()[group];
        final int old = clock() ? 1 + LawClock.READINGS * dynamics().lag() : 1; // what he sees at a reading is so old
        for (int round = 1; round < shares.length; round++) {
            final double gone = LawReply.seenBy(weights, shares[Math.max(0, round - old)]);
            final double net = game.gain(group, gone) - cost;
            if (game.ties() == TieRule.GOES ? net >= 0 : net > 0) {
                return OptionalInt.of(round);
            }
        }
        return OptionalInt.empty();
    }

    @Override
    public String timeUnit() {
        return dynamics().pace().unit();
    }

    @Override
    public Optional<TippingStep> tippingStep() {
        if (dynamics().sees() > 0 && !dynamics().reversible()) {
            return Optional.empty();
        }
        final LawReply reply = new LawReply(game, dynamics().sees());
        final TippingSearch search = new TippingSearch(1, share());
        for (int round = 0; round < shares.length; round++) {
            if (round > 0 && shareAfter(round) < shareAfter(round - 1)) {
                return Optional.empty();
            }
            final double[] willing = new double[limit.length];
            for (int g = 0; g < willing.length; g++) {
                willing[g] = Math.max(shares[round][g], reply.willing(g, shares[round]));
            }
            search.visit(round, times[round], shareAfter(round), total(willing) - shareAfter(round));
        }
        return search.found();
    }

    @Override
    public Table table() {
        return CascadeTable.of(
                this, clock() ? "time" : "round", clock() ? dynamics().pace().unit() : "count");
    }

    @Override
    public String toString() {
        return "Cascade[" + gone() + " of " + size() + " go (share " + TableText.number(share(), 4) + ") in "
                + TableText.counted(rounds(), clock() ? "reading" : "round") + (cut ? ", not at rest]" : "]");
    }
}
