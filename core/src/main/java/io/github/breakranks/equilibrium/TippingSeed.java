package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Table;
import io.github.breakranks.answer.Table.Column;
import java.util.OptionalDouble;

/**
 * How many must go first, come what may, for the others to carry the movement to a target.
 *
 * <p>Among a law's population those who go first may be anybody ({@link #atRandom}), or the most reluctant ({@link #chosen}), who are
 * fewer, as none of them would have gone anyway. Of listed agents the most reluctant are meant: {@link #agents} names them. On a network
 * they are few who do it; {@link #atLeast} says how few no others can beat.
 */
public final class TippingSeed {
    private static final int NOT_ON_A_NETWORK = -1;

    private final Goal goal;
    private final Shares shares;
    private final String group;
    private final int groupHeads;
    private final int[] agents;
    private final int atLeast; // on a network; else the count itself is the fewest

    /** The seeds, NaN where not known, and the share gone at which fewer would leave play at rest. */
    record Shares(double atRandom, double chosen, double critical) {
        static final Shares NONE = new Shares(Double.NaN, Double.NaN, Double.NaN);

        double first() {
            return Double.isNaN(atRandom) ? chosen : atRandom;
        }
    }

    /** Of all heads, or of those of one group. */
    record Among(String group, int heads) {}

    TippingSeed(Goal goal, Shares shares, Among among, int... agents) {
        this.goal = goal;
        this.shares = shares;
        this.group = among.group;
        this.groupHeads = among.heads;
        this.agents = agents;
        this.atLeast = NOT_ON_A_NETWORK;
    }

    /** On a network: these do it, and fewer than so many do not. */
    private TippingSeed(Goal goal, int atLeast, int... agents) {
        this.goal = goal;
        final double share = (double) agents.length / goal.heads();
        this.shares = new Shares(Double.NaN, share, Double.NaN);
        this.group = "";
        this.groupHeads = goal.heads();
        this.agents = agents;
        this.atLeast = atLeast;
    }

    /** On a network: these do it, and fewer than so many do not. */
    static TippingSeed onNetwork(Goal goal, int atLeast, int... agents) {
        return new TippingSeed(goal, atLeast, agents);
    }

    /** Whether there is a target beyond the least rest point, and a seed that takes play there. */
    public boolean tips() {
        return goal.open();
    }

    /**
     * The share that must go first: of a law drawn at random, of a list the most reluctant; of the group if one was asked for. For a law the
     * infimum: it takes a little more.
     *
     * @throws IllegalStateException if there is none; the message says why
     */
    public double share() {
        if (!tips()) {
            throw new IllegalStateException("no seed: " + reason() + "; ask tips() first");
        }
        return shares.first();
    }

    /** How many those are [count]: exact for a list, for a law the fewest whole soldiers above the share. */
    public long count() {
        final double share = share();
        return Double.isNaN(shares.atRandom) ? Math.round(share * goal.heads()) : Goal.headsFor(share, groupHeads);
    }

    /** No fewer suffice [count]: {@link #count} itself, but on a network, where the fewest are hard to find, perhaps less. */
    public long atLeast() {
        return atLeast == NOT_ON_A_NETWORK ? count() : atLeast;
    }

    /** The share if they are drawn at random; empty for a list, which asks for the fewest. */
    public OptionalDouble atRandom() {
        return Double.isNaN(shares.atRandom) ? OptionalDouble.empty() : OptionalDouble.of(shares.atRandom);
    }

    /** The share if they are the most reluctant of all; empty for groups that mix, where thresholds alone do not say who serves best. */
    public OptionalDouble chosen() {
        return Double.isNaN(shares.chosen) ? OptionalDouble.empty() : OptionalDouble.of(shares.chosen);
    }

    /** The share gone at which play would come to rest with any fewer; NaN for groups and on networks. */
    public double critical() {
        return shares.critical;
    }

    /** Who goes first, in ascending order; empty for laws. */
    public int[] agents() {
        return agents.clone();
    }

    /** The group whose soldiers go first; empty for all. */
    public String group() {
        return group;
    }

    /** The least rest point without them, a share. */
    public double from() {
        return goal.from();
    }

    /** What the least rest point is to reach, a share. */
    public double target() {
        return goal.to();
    }

    /** Why there is no seed; empty if there is one. */
    public String reason() {
        return goal.reason();
    }

    /** A row a way to choose them: the share and how many. */
    public Table table() {
        Table table = Table.of(
                Column.of("seed"),
                Column.of("share", "share"),
                Column.of("count", agents.length > 0 ? "agents" : "soldiers"),
                Column.of("critical", "share"),
                Column.of("from", "share"),
                Column.of("target", "share"));
        if (!tips()) {
            return table;
        }
        if (!Double.isNaN(shares.atRandom)) {
            table = table.with("at random", shares.atRandom, count(), shares.critical, from(), target());
        }
        if (!Double.isNaN(shares.chosen)) {
            final long count = Double.isNaN(shares.atRandom) ? count() : Goal.headsFor(shares.chosen, goal.heads());
            final boolean known = Double.isNaN(shares.atRandom) && !Double.isNaN(shares.critical);
            final Double critical = known ? (Double) shares.critical : null;
            final String how = atLeast == NOT_ON_A_NETWORK ? "most reluctant" : "named";
            table = table.with(how, shares.chosen, count, critical, from(), target());
        }
        return table;
    }

    /** In a sentence or two. */
    public String explain() {
        if (!tips()) {
            return "No seed: " + reason() + ".";
        }
        final StringBuilder out =
                new StringBuilder("From nobody ").append(Goal.shown(from())).append(" go. ");
        if (Double.isNaN(shares.atRandom)) {
            out.append("If ").append(count()).append(" of ").append(goal.heads());
            out.append(atLeast == NOT_ON_A_NETWORK ? " went first, the most reluctant," : " went first, those named,");
            out.append(" at least ").append(Goal.shown(target())).append(" would; ");
            return out.append(atLeast() == count() ? "no fewer suffice." : "fewer than " + atLeast + " do not suffice.")
                    .toString();
        }
        if (share() >= 1) {
            return out.append("Only if all went first would ")
                    .append(Goal.shown(target()))
                    .append(" go.")
                    .toString();
        }
        out.append("If more than ").append(Goal.shown(share()));
        out.append(group.isEmpty() ? " of all, drawn at random," : " of " + group);
        out.append(" went first (")
                .append(count())
                .append(" of ")
                .append(groupHeads)
                .append("), ");
        out.append(Goal.shown(target())).append(" would.");
        if (!Double.isNaN(shares.chosen)) {
            out.append(" Of the most reluctant ")
                    .append(Goal.shown(shares.chosen))
                    .append(" suffice.");
        }
        return out.toString();
    }

    /** Short enough for JShell, which cuts long lines in the middle. */
    @Override
    public String toString() {
        if (!tips()) {
            return "TippingSeed[none, " + reason() + "]";
        }
        final String way = Goal.shown(from()) + " to " + Goal.shown(target());
        if (Double.isNaN(shares.atRandom)) {
            return "TippingSeed[" + count() + " of " + goal.heads() + " agents: " + way + "]";
        }
        return "TippingSeed[" + Goal.shown(share()) + (group.isEmpty() ? " at random" : " of " + group)
                + (Double.isNaN(shares.chosen) ? "" : ", " + Goal.shown(shares.chosen) + " chosen") + ": " + way + "]";
    }
}
