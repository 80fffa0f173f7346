package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Table;
import io.github.breakranks.answer.Table.Column;
import io.github.breakranks.internal.TableText;
import org.jspecify.annotations.Nullable;

/**
 * How little it would take: the fewest minds that would have to change, and the least by which everybody would have to gain more, for the
 * least rest point to reach a target.
 *
 * <p>A mind that changes is one who goes whatever the others do. What everybody gains more is the minimal uniform offer; for bare
 * thresholds it is by how many agents everybody's threshold must fall.
 *
 * @see <a href="https://doi.org/10.1007/BF00116762">T. Kuran (1989), Public Choice 61, 41-74</a>
 */
public final class Fragility {
    static final String AGENTS = "agents";
    private static final int NOT_ON_A_NETWORK = -1;

    private final Goal goal;
    private final Change minds;
    private final Change rise;
    private final String unit;
    private final int[] who;
    private final int atLeast; // on a network; else the minds themselves are the fewest

    /**
     * A change and what makes it necessary.
     *
     * @param amount   a share of minds, or by how much each gains more; NaN where not known, infinity where none does it
     * @param critical the share gone that play would not pass with any less, NaN where not known
     * @param attained whether the amount itself does it, not only more
     */
    record Change(double amount, double critical, boolean attained) {
        static final Change NONE = new Change(Double.NaN, Double.NaN, false);
    }

    Fragility(Goal goal, Change minds, Change rise, String unit, int... who) {
        this.goal = goal;
        this.minds = minds;
        this.rise = rise;
        this.unit = unit;
        this.who = who;
        this.atLeast = NOT_ON_A_NETWORK;
    }

    private Fragility(Fragility other, int atLeast) {
        this.goal = other.goal;
        this.minds = other.minds;
        this.rise = other.rise;
        this.unit = other.unit;
        this.who = other.who;
        this.atLeast = atLeast;
    }

    /** This, on a network, where fewer minds than so many do not do it. */
    Fragility onNetwork(int newAtLeast) {
        return new Fragility(this, newAtLeast);
    }

    /** Whether there is a target beyond the least rest point. */
    public boolean known() {
        return goal.open();
    }

    /**
     * The fewest minds that must change [count]: exact for a list, for a law the fewest whole soldiers above {@link #mindsShare}.
     *
     * @throws IllegalStateException if that is not known; the message says why
     */
    public long minds() {
        final double share = mindsShare();
        return minds.attained ? Math.round(share * goal.heads()) : Goal.headsFor(share, goal.heads());
    }

    /**
     * The fewest minds that must change, a share of all; for a law the infimum.
     *
     * @throws IllegalStateException if that is not known; the message says why
     */
    public double mindsShare() {
        checkKnown();
        if (Double.isNaN(minds.amount)) {
            throw new IllegalStateException(
                    "no fewest minds: whose mind counts most where groups mix is no matter of thresholds alone; ask tippingSeed for"
                            + " a group");
        }
        return minds.amount;
    }

    /** No fewer minds do it [count]: {@link #minds} itself, but on a network, where the fewest are hard to find, perhaps less. */
    public long mindsAtLeast() {
        return atLeast == NOT_ON_A_NETWORK ? minds() : atLeast;
    }

    /** Whose minds: on a network few who do it, else the most reluctant, in ascending order; empty for laws. */
    public int[] who() {
        return who.clone();
    }

    /**
     * The least by which everybody's net gain must rise [{@link #unit}]: the infimum of what does it, infinity if nothing does.
     *
     * @throws IllegalStateException if there is no target; the message says why
     */
    public double shift() {
        checkKnown();
        return rise.amount;
    }

    /** Whether {@link #shift} itself does it; if not it takes a little more. */
    public boolean shiftAttained() {
        return rise.attained;
    }

    /** The unit of the shift: that of the game, or agents for bare thresholds. */
    public String unit() {
        return unit;
    }

    private boolean agents() {
        return unit.equals(AGENTS);
    }

    private void checkKnown() {
        if (!goal.open()) {
            throw new IllegalStateException("no fragility: " + reason() + "; ask known() first");
        }
    }

    /** The least rest point as it is, a share. */
    public double from() {
        return goal.from();
    }

    /** What the least rest point is to reach, a share. */
    public double target() {
        return goal.to();
    }

    /** Why there is nothing to reach; empty if there is. */
    public String reason() {
        return goal.reason();
    }

    /** A row a way: what must change, by how much, how many soldiers, and the share gone that play would not pass with less. */
    public Table table() {
        Table table = Table.of(
                Column.of("change"),
                Column.of("amount"),
                Column.of("of"),
                Column.of("count", "soldiers"),
                Column.of("critical", "share"),
                Column.of("from", "share"),
                Column.of("target", "share"));
        if (!known()) {
            return table;
        }
        if (!Double.isNaN(minds.amount)) {
            table = table.with("minds", minds.amount, "share", minds(), cell(minds.critical), from(), target());
        }
        return table.with("gain of all", rise.amount, unit, goal.heads(), cell(rise.critical), from(), target());
    }

    private static @Nullable Double cell(double value) {
        return Double.isNaN(value) ? null : (Double) value;
    }

    /** In a sentence or two. */
    public String explain() {
        if (!known()) {
            return "No fragility: " + reason() + ".";
        }
        final StringBuilder out =
                new StringBuilder("From nobody ").append(Goal.shown(from())).append(" go");
        final String would = "; " + Goal.shown(target()) + " would";
        out.append(Double.isNaN(minds.amount) && Double.isInfinite(rise.amount) ? ". " : would);
        if (!Double.isNaN(minds.amount)) {
            out.append(" if ").append(minds()).append(" of ").append(goal.heads());
            out.append(minds() == 1 ? " changed his mind" : " changed their minds");
            out.append(atLeast == NOT_ON_A_NETWORK ? ", the most reluctant; " : ", those named; ");
            out.append(
                    mindsAtLeast() == minds() ? "no fewer suffice. " : "fewer than " + atLeast + " do not suffice. ");
        }
        if (Double.isInfinite(rise.amount)) {
            return out.append("No rise of everybody's net gain does it.").toString();
        }
        out.append(Double.isNaN(minds.amount) ? "" : "It would also do");
        out.append(agents() ? " if everybody waited for " : " if everybody's net gain rose by ");
        out.append(rise.attained ? "" : "more than ").append(TableText.number(rise.amount, 4));
        return out.append(agents() ? " fewer." : " [" + unit + "].").toString();
    }

    /** Short enough for JShell, which cuts long lines in the middle. */
    @Override
    public String toString() {
        if (!known()) {
            return "Fragility[none, " + reason() + "]";
        }
        final String amount = TableText.number(rise.amount, 4);
        final String change = Double.isNaN(minds.amount)
                ? ""
                : (minds.attained ? minds() + " of " + goal.heads() : Goal.shown(minds.amount) + " of") + " minds, or ";
        return "Fragility[" + change + amount + (agents() ? " fewer" : " more") + " for all: " + Goal.shown(from())
                + " to " + Goal.shown(target()) + "]";
    }
}
