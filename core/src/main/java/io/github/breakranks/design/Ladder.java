package io.github.breakranks.design;

import io.github.breakranks.answer.Range;
import io.github.breakranks.answer.Table;
import io.github.breakranks.answer.Table.Column;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.TableText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What it costs to have everybody go, in four ways, and whom to pay how much in each.
 *
 * <pre>{@code
 *   partial  <=  private  <=  public  <=  uniform          where gains rise with the coalition
 *
 *   partial   sum over i of need_i(all others)
 *   private   ranks hidden: identical agents paid for going get max(0, -mean of g), paid on success n c / (p(n) - p(0)), each
 *   public    min over orders of sum over i of need_i(those before i)
 *   uniform   n times the least payment at which the others follow one by one
 * }</pre>
 *
 * <p>Payments are infima: where the indifferent stay, what is paid must exceed them by a little. Payments for going are counted as promised,
 * bonuses on success as sums of bonuses, so that expected outlay is the chance of success times that.
 */
public final class Ladder {
    private final CoalitionGains gains;
    private final Returns returns;
    private final String change;
    private final Map<Rung, Offers> rungs;
    private final Invitations invitations;
    private final Budget budget;

    /**
     * The offers of one rung.
     *
     * @param total    what they cost at least and at most
     * @param payments by agent; empty if the rung is absent
     * @param reason   why it is absent, or why it is not known better; empty if it is exact
     */
    record Offers(Range total, double[] payments, String reason) {
        static Offers of(double[] payments) {
            return new Offers(Range.of(Arrays.stream(payments).sum()), payments, "");
        }

        static Offers absent(String reason) {
            return new Offers(Range.of(0, Double.POSITIVE_INFINITY), new double[0], reason);
        }

        boolean known() {
            return payments.length > 0;
        }
    }

    /**
     * What fewer than all cost.
     *
     * @param least   by number gone: the least that makes so many go, empty if not known
     * @param invited the largest coalition within a budget, null if no budget was set or it is not known
     */
    record Budget(double[] least, @Nullable Invitations invited) {
        static final Budget UNKNOWN = new Budget(new double[0], null);
    }

    Ladder(CoalitionGains gains, ReturnsFound found, Map<Rung, Offers> rungs, Invitations invitations, Budget budget) {
        this.gains = gains;
        this.returns = found.returns;
        this.change = found.change;
        this.rungs = rungs;
        this.invitations = invitations;
        this.budget = budget;
    }

    /**
     * How needs move as coalitions grow.
     *
     * @param returns how
     * @param change  a place where gains do not rise, in words; empty if they never fall
     */
    record ReturnsFound(Returns returns, String change) {}

    /** Whose gains these are. */
    public CoalitionGains gains() {
        return gains;
    }

    /** The unit of all payments. */
    public String unit() {
        return gains.unit();
    }

    /** How what an agent must be paid changes as more of the others go. */
    public Returns returns() {
        return returns;
    }

    /** A place where gains fall as the coalition grows, in words; empty if they never do. */
    public String counterexample() {
        return change;
    }

    /** Whether there is such a rung: whether what it costs is defined, and known. */
    public boolean has(Rung rung) {
        return offers(rung).known();
    }

    /**
     * What the offers of a rung cost in all [unit of the game]; infinity if no payment does it.
     *
     * @throws IllegalStateException if there is no such rung; the message says why
     */
    public double total(Rung rung) {
        return known(rung).total.high();
    }

    /** Between what and what the cheapest offers of a rung cost [unit of the game]; one value where it is exact. */
    public Range between(Rung rung) {
        return offers(rung).total;
    }

    /**
     * What each is paid, by agent [unit of the game].
     *
     * @throws IllegalStateException if there is no such rung; the message says why
     */
    public double[] payments(Rung rung) {
        return known(rung).payments.clone();
    }

    /** Why a rung is absent, or known within bounds only; empty if it is exact. */
    public String reason(Rung rung) {
        return offers(rung).reason;
    }

    private Offers offers(Rung rung) {
        return rungs.getOrDefault(rung, Offers.absent("not looked for"));
    }

    private Offers known(Rung rung) {
        final Offers offers = offers(rung);
        if (!offers.known()) {
            throw new IllegalStateException("no " + rung.label() + " rung: " + offers.reason + "; ask has(Rung) first");
        }
        return offers;
    }

    /**
     * The public offers in the order in which they bind: divide and conquer.
     *
     * @throws IllegalStateException if there is no public rung; the message says why
     */
    public Invitations invitations() {
        known(Rung.PUBLIC);
        return invitations;
    }

    /**
     * The least that makes so many agents go, whoever they are, in every equilibrium [unit of the game].
     *
     * @param agents how many [count], from 0 to all
     * @throws IllegalStateException if it is not known
     */
    public double costOf(int agents) {
        final double[] least = least();
        Checks.index("agents", "agents", agents, least.length);
        return least[agents];
    }

    /**
     * How many agents a budget makes go for certain, if the right ones are invited [count].
     *
     * @param money the budget [unit of the game], at least 0
     * @throws IllegalStateException if it is not known
     */
    public int reach(double money) {
        Checks.atLeast(0, "money", unit(), money);
        return reach(least(), money);
    }

    static int reach(double[] least, double money) {
        int most = 0;
        for (int agents = 0; agents < least.length; agents++) {
            most = least[agents] <= money ? agents : most;
        }
        return most;
    }

    private double[] least() {
        if (budget.least.length == 0) {
            throw new IllegalStateException("what fewer than all cost is known only where the public rung is exact and"
                    + " returns increase; ask has(Rung) and returns() first");
        }
        return budget.least;
    }

    /**
     * The largest coalition within the budget that the solver was given.
     *
     * @throws IllegalStateException if it was given none; set one with {@code LadderSolver.withBudget}
     */
    public Invitations withinBudget() {
        if (budget.invited == null) {
            throw new IllegalStateException("no budget was set, or what fewer than all cost is not known; set one with"
                    + " LadderSolver.withBudget");
        }
        return budget.invited;
    }

    /** A row a rung: what it costs at least and at most, per head, and why it is absent if it is. */
    public Table rungs() {
        Table table = Table.of(
                Column.of("rung"),
                Column.of("total", unit()),
                Column.of("at least", unit()),
                Column.of("highest payment", unit()),
                Column.of("agents paid", "count"),
                Column.of("note"));
        for (Rung rung : Rung.values()) {
            final Offers offers = offers(rung);
            table = offers.known()
                    ? table.with(
                            rung.label(),
                            offers.total.high(),
                            offers.total.low(),
                            Arrays.stream(offers.payments).max().orElse(0),
                            Arrays.stream(offers.payments)
                                    .filter(paid -> paid > 0)
                                    .count(),
                            offers.reason)
                    : table.with(rung.label(), null, null, null, null, offers.reason);
        }
        return table;
    }

    /** A row an agent, in the order of invitation where there is one: what each rung pays him; empty where the rung is absent. */
    public Table table() {
        final List<Column> columns =
                new ArrayList<>(List.of(Column.of("place", "from 1"), Column.of("agent", "from 0")));
        for (Rung rung : Rung.values()) {
            columns.add(Column.of(rung.label(), unit()));
        }
        final boolean ordered = has(Rung.PUBLIC);
        final List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int place = 0; place < gains.agents(); place++) {
            final int agent = ordered ? invitations.agent(place) : place;
            final List<@Nullable Object> row = new ArrayList<>();
            row.add(place + 1);
            row.add(agent);
            for (Rung rung : Rung.values()) {
                row.add(has(rung) ? offers(rung).payments[agent] : null);
            }
            rows.add(row);
        }
        return Table.of(columns, rows);
    }

    /** In a paragraph: what everybody's going costs in each way, and what does not hold. */
    public String explain() {
        final StringBuilder out = new StringBuilder("Everybody's going costs ");
        out.append(amount(Rung.PARTIAL)).append(" if all trust that the others go");
        if (returns == Returns.DECREASING) {
            out.append(", and then ")
                    .append("it is certain: returns decrease (")
                    .append(change);
            out.append(
                    "), so that whoever goes among all goes among few, and the order of invitation and hidden ranks save nothing. ");
            return out.append(meanBelow())
                    .append("One offer to all costs ")
                    .append(amount(Rung.UNIFORM))
                    .append('.')
                    .toString();
        }
        if (!has(Rung.PUBLIC)) {
            return out.append("; what makes it certain is not known: ")
                    .append(reason(Rung.PUBLIC))
                    .append('.')
                    .toString();
        }
        if (has(Rung.PRIVATE)) {
            out.append(", ").append(amount(Rung.PRIVATE)).append(" by private offers that hide each one's rank");
        }
        out.append(", ").append(amount(Rung.PUBLIC)).append(" by public offers that differ");
        out.append(sequence());
        out.append(", and ").append(amount(Rung.UNIFORM)).append(" by one offer to all.");
        if (returns == Returns.MIXED) {
            out.append(" Returns are mixed (").append(change);
            out.append("), so that each is paid what he would need at the worst number still to come.");
        }
        for (Rung rung : Rung.values()) {
            if (!has(rung)) {
                out.append(" No ")
                        .append(rung.label())
                        .append(" rung: ")
                        .append(reason(rung))
                        .append('.');
            }
        }
        return out.append(gains.onSuccess() ? " These are bonuses, paid on success only." : "")
                .toString();
    }

    private String amount(Rung rung) {
        final Range total = offers(rung).total;
        final String high =
                Double.isInfinite(total.high()) ? "more than any payment" : TableText.number(total.high(), 4);
        return (shownApart(total) ? "between " + TableText.number(total.low(), 4) + " and " : "") + high;
    }

    /** Whether bounds differ in the digits shown. */
    private static boolean shownApart(Range total) {
        return !TableText.number(total.low(), 4).equals(TableText.number(total.high(), 4));
    }

    private String sequence() {
        if (!(invitations.total() > 0)) {
            return "";
        }
        int paid = 0;
        for (int place = 0; place < invitations.size(); place++) {
            paid += invitations.paid(place) > 0 ? 1 : 0;
        }
        return " (agent " + invitations.agent(0) + " is invited first, for " + TableText.number(invitations.paid(0), 4)
                + "; " + paid + " of " + gains.agents() + " are paid)";
    }

    /** Where returns decrease the mean over ranks, which covers private offers where they increase, is too little. */
    private String meanBelow() {
        if (!gains.alike() || gains.agents() == 1) {
            return "";
        }
        final double mean = RankUncertainty.mean(gains);
        final double needed = payments(Rung.PARTIAL)[0];
        return mean < needed
                ? "The mean over ranks, which hides ranks where returns increase, is "
                        + TableText.number(mean, 4) + " each, below the " + TableText.number(needed, 4)
                        + " each without which going is no equilibrium at all. "
                : "";
    }

    /** Short enough for JShell, which cuts long lines in the middle. */
    @Override
    public String toString() {
        final StringBuilder out = new StringBuilder("Ladder[");
        String comma = "";
        for (Rung rung : Rung.values()) {
            if (has(rung)) {
                final Range total = between(rung);
                out.append(comma).append(rung.label()).append(' ');
                out.append(shownApart(total) ? TableText.number(total.low(), 4) + " to " : "");
                out.append(TableText.number(total.high(), 4));
                comma = ", ";
            }
        }
        return out.append(returns == Returns.INCREASING ? "]" : ", returns " + returns.label() + "]")
                .toString();
    }
}
