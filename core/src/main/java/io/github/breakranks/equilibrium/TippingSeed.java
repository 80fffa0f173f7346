package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Table;
import io.github.breakranks.answer.Table.Column;
import java.util.OptionalDouble;

/**
 * How many must go first, come what may, for the others to carry the movement to a target.
 *
 * <p>Among a law's population those who go first may be anybody ({@link #atRandom}), or the most reluctant ({@link #chosen}), who are
 * fewer, as none of them would have gone anyway. Of listed agents the most reluctant are meant: {@link #agents} names them.
 */
public final class TippingSeed {
    private final Goal goal;
    private final Shares shares;
    private final String group;
    private final int groupHeads;
    private final int[] agents;

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

    /** The share if they are drawn at random; empty for a list, which asks for the fewest. */
    public OptionalDouble atRandom() {
        return Double.isNaN(shares.atRandom) ? OptionalDouble.empty() : OptionalDouble.of(shares.atRandom);
    }

    /** The share if they are the most reluctant of all; empty for groups that mix, where thresholds alone do not say who serves best. */
    public OptionalDouble chosen() {
        return Double.isNaN(shares.chosen) ? OptionalDouble.empty() : OptionalDouble.of(shares.chosen);
    }

    /** The share gone at which play would come to rest with any fewer; NaN for groups. */
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
            final Double critical = Double.isNaN(shares.atRandom) ? (Double) shares.critical : null;
            table = table.with("most reluctant", shares.chosen, count, critical, from(), target());
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
            out.append(" went first, the most reluctant, at least ").append(Goal.shown(target()));
            return out.append(" would; no fewer suffice.").toString();
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
