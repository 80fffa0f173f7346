package io.github.breakranks.timing;

import io.github.breakranks.answer.Table;
import io.github.breakranks.answer.Table.Column;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.equilibrium.Potential;
import io.github.breakranks.equilibrium.RestPoint;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.TableText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What a deadline brings: who goes before it, the quiet before it, and who goes at the last moment, under both views of whom the crowd
 * protects; beside what the same offer brings if it stays open.
 */
public final class DeadlinePath {
    private static final int DATES = 300;
    private static final double TINY = 1e-9; // shares that differ by less are the same
    private static final double SAME = 1e-8; // of the largest gain: potentials that differ by less are the same

    private final TimedGame timed;
    private final DeadlineSolver solver;
    private final double date;
    private final RestPoint chosen;
    private final UniversalPath path;
    private final Outcome protectedByCrowd;
    private final Outcome unprotected;

    /**
     * What happens under one view.
     *
     * @param quietPeriod the last stretch before the date in which nobody goes [unit of time]; the whole time if all wait from the start
     * @param before      gone ahead of it, a share
     * @param atDeadline  going at the date, a share
     */
    public record Outcome(double quietPeriod, double before, double atDeadline) {

        /** Gone when all is over, a share. */
        public double total() {
            return before + atDeadline;
        }

        @Override
        public String toString() {
            return "Outcome[quiet " + number(quietPeriod) + ", before " + number(before) + ", at the date "
                    + number(atDeadline) + "]";
        }
    }

    DeadlinePath(TimedGame timed, DeadlineSolver solver, double date, Watch watch) {
        this.timed = timed;
        this.solver = solver;
        this.date = date;
        this.chosen = timed.rest().at(solver.selection());
        this.path = timed.path(watch);
        final double justBefore = path.shareAt(rate() * date);
        final double more = game().willing(0, justBefore) - justBefore;
        this.unprotected = new Outcome(0, justBefore, more > 1e-14 * justBefore ? more : 0);
        this.protectedByCrowd = quiet();
    }

    private double rate() {
        return solver.waiting().rate();
    }

    /** The quiet period, by bisection on when it begins; there is one, as waiting pays the more the later it begins. */
    private Outcome quiet() {
        final double total = chosen.share();
        final double clock = rate() * date;
        double low = 0;
        double high = Math.min(clock, path.endTime());
        final double left = total - path.shareAt(high);
        if (total == 0 || left <= 0 && path.ends()) {
            return new Outcome(0, total, 0);
        }
        if (high > 0 && waits(0)) {
            return new Outcome(date, 0, total);
        }
        // Near the least rest point both sides of the comparison vanish in proportion.
        final double fading = clock - Math.log1p(path.fading());
        if (total <= openShare() && !path.ends() && fading >= path.fadesFrom()) {
            return new Outcome(Math.log1p(path.fading()) / rate(), path.shareAt(fading), total - path.shareAt(fading));
        }
        for (double mid = high / 2; mid > low && mid < high; mid = low + (high - low) / 2) {
            if (waits(mid)) {
                high = mid;
            } else {
                low = mid;
            }
        }
        final double before = Math.min(total, path.shareAt(low));
        return new Outcome(Math.max(0, date - low / rate()), before, total - before);
    }

    /** Whether the one who would go at this clock reading gains by waiting for the date. */
    private boolean waits(double clock) {
        final double left = rate() * date - clock;
        final double growth = left > 40 ? left : Math.log(Math.expm1(left)); // logarithms, as late dates overflow
        final double more = game().gain(chosen.share()) - game().gain(path.shareAt(clock));
        return path.logAheadAt(clock) + growth < Math.log(Math.max(0, more));
    }

    /** The game at a date. */
    public DefectionGame game() {
        return timed.game();
    }

    /** What waiting costs. */
    public Waiting waiting() {
        return solver.waiting();
    }

    /** The date T [unit of time]. */
    public double date() {
        return date;
    }

    /** Where the same offer ends if it stays open for ever: the least rest point, a share. */
    public double openShare() {
        return timed.leastShare();
    }

    /** What an open offer would have brought by the date, a share. */
    public double openShareAtDate() {
        return path.shareAt(rate() * date);
    }

    /** If those who go at the date protect each other. */
    public Outcome protectedByCrowd() {
        return protectedByCrowd;
    }

    /** If reprisal at the date is judged on those gone before it. */
    public Outcome unprotected() {
        return unprotected;
    }

    /** How many more go in the end than with an open offer, if those who go at the date protect each other; a share, 0 if none. */
    public double dividend() {
        return chosen.share() - openShare();
    }

    /** Which rest point of the game at a date those who go together come to, in words. */
    public String selection() {
        if (timed.rest().points().size() == 1) {
            return "the only rest point";
        }
        return switch (solver.selection()) {
            case LEAST -> "the least of " + timed.rest().points().size() + " rest points, as was asked";
            case GREATEST -> "the greatest of " + timed.rest().points().size() + " rest points, as was asked";
            case POTENTIAL ->
                "of " + timed.rest().points().size()
                        + " rest points the one of largest potential, which slightly noisy private news about the worth of the offer selects"
                        + " if the past has revealed nothing about it" + tie();
        };
    }

    /** Where another rest point has as large a potential, nothing selects between the two. */
    private String tie() {
        final Potential potential = Potential.of(game());
        final double within = SAME * Math.max(Math.abs(game().gain(0)), Math.abs(game().gain(1)));
        for (RestPoint other : timed.rest().points()) {
            if (other != chosen && other.stable() && Math.abs(potential.rise(chosen, other)) <= within) {
                return "; but " + percent(other.share())
                        + " has the same potential within rounding, so that nothing decides between them";
            }
        }
        return "";
    }

    /**
     * When an open offer has brought as many as the deadline does, reprisal judged on those gone before [unit of time]; infinite if it never
     * does.
     */
    public double openCatchesUp() {
        return unprotected.total() > openShare() + TINY
                ? Double.POSITIVE_INFINITY
                : path.clockOf(Math.min(unprotected.total(), openShare())) / rate();
    }

    /** The same if those who go at the date protect each other; empty if it never does. */
    public OptionalDouble openCatchesUpWithCrowd() {
        final double total = Math.min(1, protectedByCrowd.total());
        final double clock = total > openShare() + TINY ? Double.POSITIVE_INFINITY : path.clockOf(total);
        return Double.isInfinite(clock) ? OptionalDouble.empty() : OptionalDouble.of(clock / rate());
    }

    /** The share gone just after a time up to the date, if those who go at the date protect each other. */
    public double shareAt(double time) {
        Checks.atLeast(0.0, "time", waiting().unit(), time);
        if (time >= date) {
            return protectedByCrowd.total();
        }
        return path.shareAt(rate() * Math.min(time, date - protectedByCrowd.quietPeriod()));
    }

    /** What every answer about deadlines must be read with, said of the case at hand. */
    public List<String> caveats() {
        final String crowd =
                "That a crowd breaks through at the date needs those who go then to see or to protect each other; ";
        return List.of(
                crowd
                        + (barrier()
                                ? "if each is judged on those gone before, only " + percent(unprotected.total())
                                        + " go in all and no barrier is crossed."
                                : "here it makes little difference: if each is judged on those gone before, "
                                        + percent(unprotected.total()) + " go in all."),
                "Any date that all know does the same, such as a signal to go; the deadline is only one that the host can make binding, and a"
                        + " host who always extends it makes it meaningless.",
                "If the crowd protected each other at every moment, an open offer too could see all go at once; here an open offer is"
                        + " taken to come to the least rest point.",
                "Under crowd protection waiting for the date puts off who would have gone sooner: who values early defections may prefer"
                        + " no deadline.");
    }

    /** Whether it takes the crowd's protection to bring the total. */
    private boolean barrier() {
        return protectedByCrowd.total() > unprotected.total() + 0.01;
    }

    /** Of the caveats those that change how this case must be read. */
    private List<String> caveatsThatApply() {
        final List<String> all = caveats();
        final List<String> apply = new ArrayList<>();
        if (protectedByCrowd.total() > unprotected.total() + TINY) {
            apply.add(all.get(0));
        }
        apply.add(all.get(1));
        if (timed.rest().points().size() > 1) {
            apply.add(all.get(2));
        }
        if (protectedByCrowd.before() < openShareAtDate() - TINY) {
            apply.add(all.get(3));
        }
        return apply;
    }

    /** What the numbers rest on, in words. */
    public List<String> assumptions() {
        return List.of(
                "each soldier takes the path as given, and all know the date",
                "those lost while waiting are replaced by men of like cost, or waiting is mere impatience"
                        + (waiting().hazard() == 0
                                ? ""
                                : " (a hazard of " + waiting().hazard() + " per "
                                        + waiting().unit()
                                        + " is part of waiting here: if the lost are not replaced, fewer are left than these shares say)"),
                "an open offer comes to the least rest point, where the indifferent stay");
    }

    double error() {
        return path.error();
    }

    /** The largest gain of any soldier from another date, under both views [unit of the game]. */
    double regret() {
        final double[] dates = new double[DATES + 2];
        Arrays.setAll(dates, k -> date * Math.min(k, DATES) / DATES);
        final double[] open = new double[dates.length];
        final double[] crowd = new double[dates.length];
        Arrays.setAll(open, k -> path.shareAt(rate() * dates[k]));
        Arrays.setAll(crowd, k -> k <= DATES ? beforeDate(dates[k]) : protectedByCrowd.total());
        final double[] all = open.clone();
        all[DATES + 1] = unprotected.total();
        final double one = new Regret(game(), rate(), dates, new double[][] {open, all}).worst();
        final double other = new Regret(game(), rate(), dates, new double[][] {crowd, crowd}).worst();
        return Math.max(one, other);
    }

    private double beforeDate(double time) {
        return path.shareAt(rate() * Math.min(time, date - protectedByCrowd.quietPeriod()));
    }

    /** A row each view, and one for the open offer: the quiet period and the shares before, at the date and in all. */
    public Table table() {
        final List<List<@Nullable Object>> rows = new ArrayList<>();
        rows.add(Arrays.asList("open", null, openShareAtDate(), null, openShare()));
        rows.add(row("protected by the crowd", protectedByCrowd));
        rows.add(row("judged on those gone before", unprotected));
        return Table.of(
                List.of(
                        Column.of("view"),
                        Column.of("quietPeriod", waiting().unit()),
                        Column.of("before", "share"),
                        Column.of("atDeadline", "share"),
                        Column.of("total", "share")),
                rows);
    }

    private static List<@Nullable Object> row(String view, Outcome outcome) {
        return List.of(view, outcome.quietPeriod(), outcome.before(), outcome.atDeadline(), outcome.total());
    }

    /** In a paragraph: whether a deadline helps here, by how much, by when, on what assumption; then the caveats that apply. */
    public String explain() {
        if (protectedByCrowd.total() <= 0 && unprotected.total() <= 0) {
            return "Nobody goes, with a deadline or without one: the first would not gain by it.";
        }
        final StringBuilder out = new StringBuilder(verdict());
        out.append(" Assumed: ").append(String.join("; ", assumptions())).append('.');
        caveatsThatApply().forEach(caveat -> out.append(' ').append(caveat));
        return out.toString();
    }

    private String verdict() {
        final String crowd = percent(protectedByCrowd.total());
        final boolean atOnce = protectedByCrowd.quietPeriod() == 0
                && Math.abs(protectedByCrowd.total() - unprotected.total()) <= TINY
                && Math.abs(protectedByCrowd.total() - path.shareAt(0)) <= TINY;
        if (atOnce) {
            return "A deadline changes nothing: " + crowd + " go at once, whatever the date.";
        }
        final StringBuilder out = new StringBuilder();
        if (dividend() > TINY && timed.rest().least().share() > openShare() + TINY) {
            out.append(
                            "The indifferent decide: an open offer is taken to leave those in the ranks who gain exactly nothing, and brings ")
                    .append(percent(openShare()))
                    .append("; at a date they go, and ")
                    .append(crowd)
                    .append(" go in all. ");
        } else if (dividend() > TINY) {
            out.append("A deadline helps if the crowd at the date protects itself: ")
                    .append(crowd)
                    .append(" go instead of ")
                    .append(percent(openShare()))
                    .append(" with an open offer (")
                    .append(selection())
                    .append("). ");
        } else {
            out.append("A deadline does not raise how many go in the end: ")
                    .append(percent(openShare()))
                    .append(", as with an open offer (relying on ")
                    .append(selection())
                    .append("). It changes when: ");
        }
        out.append(percent(protectedByCrowd.before()))
                .append(" go first, nobody in the last ")
                .append(waiting().time(protectedByCrowd.quietPeriod()))
                .append(", and ")
                .append(percent(protectedByCrowd.atDeadline()))
                .append(" at the date. An open offer would have brought ")
                .append(percent(openShareAtDate()))
                .append(" by then. ");
        return out.append(judgedOnThoseBefore()).toString();
    }

    private String judgedOnThoseBefore() {
        final String begin = "If reprisal at the date is judged on those gone before, " + percent(unprotected.total())
                + " go in all, ";
        if (unprotected.total() > openShare() + TINY) {
            return begin + "more than an open offer ever brings.";
        }
        final double when = openCatchesUp();
        return begin
                + (Double.isInfinite(when)
                        ? "as with an open offer in the end."
                        : "and an open offer has caught up after " + waiting().time(when) + ".");
    }

    private static String number(double value) {
        return TableText.number(value, 4);
    }

    private static String percent(double share) {
        return TableText.number(100 * share, 4) + "%";
    }

    @Override
    public String toString() {
        return "DeadlinePath[open " + number(openShare()) + ", by crowd " + number(protectedByCrowd.total()) + ", else "
                + number(unprotected.total()) + ", quiet " + number(protectedByCrowd.quietPeriod()) + "]";
    }
}
