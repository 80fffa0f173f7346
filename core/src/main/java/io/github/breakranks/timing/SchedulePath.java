package io.github.breakranks.timing;

import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Range;
import io.github.breakranks.answer.Table;
import io.github.breakranks.answer.Table.Column;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.TableText;
import io.github.breakranks.offer.Expiry;
import io.github.breakranks.offer.Term;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Who has gone by when, as long as the offer stands. */
public final class SchedulePath {
    private final DefectionGame game;
    private final ScheduleSolver solver;
    private final double[] shares; // by date
    private final double[] cutoffs; // by date
    private final ScheduleVerifier.Regret regret;

    SchedulePath(DefectionGame game, ScheduleSolver solver, List<Cutoff> path, ScheduleVerifier.Regret regret) {
        this.game = game;
        this.solver = solver;
        this.shares = path.stream().mapToDouble(Cutoff::share).toArray();
        this.cutoffs = path.stream().mapToDouble(Cutoff::cost).toArray();
        this.regret = regret;
    }

    /** The game. */
    public DefectionGame game() {
        return game;
    }

    /** The settings: schedule, cost of waiting, dates. */
    public ScheduleSolver solver() {
        return solver;
    }

    /** How many dates there are [count]; fewer than asked for only if the work was stopped. */
    public int dates() {
        return shares.length;
    }

    /** A date [unit of time], counted from 0, which is now. */
    public double time(int date) {
        return solver.time(Objects.checkIndex(date, dates()));
    }

    /** The share gone by a date, those who go at it included, if the offer still stands then. */
    public double share(int date) {
        return shares[Objects.checkIndex(date, dates())];
    }

    /** The highest cost that has gone by a date [unit of the game]; minus infinity if nobody has. */
    public double cutoff(int date) {
        return cutoffs[Objects.checkIndex(date, dates())];
    }

    /** The share gone by a time [unit of time] up to the last date: that of the last date before. */
    public double shareAt(double time) {
        Checks.atLeast(0.0, "time", solver.waiting().unit(), time);
        if (time > time(dates() - 1)) {
            throw Checks.refused(
                    "time must be <= %s, the last date [%s], but was %s",
                    time(dates() - 1), solver.waiting().unit(), time);
        }
        final int date = (int) Math.min(dates() - 1, time / solver.step() + 1e-9);
        return shares[date];
    }

    /** The share gone at the last date, if the offer still stands then. */
    public double share() {
        return shares[dates() - 1];
    }

    /** How many have gone at the last date, if the offer still stands then [count]. */
    public long gone() {
        return Math.round(share() * game.population().size());
    }

    /** When one of such a cost goes [unit of time]; empty if not by the last date. Of several with just this cost, the first. */
    public OptionalDouble goesAt(double cost) {
        Checks.finite("cost", game.unit(), cost);
        for (int k = 0; k < dates(); k++) {
            if (cost <= cutoffs[k]) {
                return OptionalDouble.of(time(k));
            }
        }
        return OptionalDouble.empty();
    }

    /** The true chance that the offer still stands at a date, a share. */
    public double standing(int date) {
        final double time = time(date);
        double chance = game.offer(0).expiry() instanceof Expiry.Hazard hazard ? Math.exp(-hazard.rate() * time) : 1;
        if (solver.schedule().extensions().isPresent()) {
            final Extensions ends = solver.schedule().extensions().get();
            final double passed =
                    Math.ceil((time - 1e-6 * solver.step()) / ends.every()) - 1; // an end at the date comes after it
            chance *= Math.pow(ends.truth(), Math.max(0, passed));
        }
        return chance;
    }

    /**
     * The share that goes on average, as the offer is withdrawn at its true rate and at announced ends that are meant: who goes at a date
     * goes if it stands then. Those who would go after the last date are not counted.
     *
     * <p>Losses while waiting do not thin the ranks: the lost are replaced by men of like cost, or waiting costs mere patience.
     */
    public double expectedTotal() {
        double total = 0;
        for (int k = 0; k < dates(); k++) {
            total += (shares[k] - (k == 0 ? 0 : shares[k - 1])) * standing(k);
        }
        return total;
    }

    /** The most that any of a thousand cost types, or a marginal one, would gain by going at another date [unit of the game]; NaN if the work was stopped. */
    public double regret() {
        return regret.onDates();
    }

    /** The same if he could go at any moment, also between dates: it falls with the step [unit of the game]. */
    public double regretBetweenDates() {
        return regret.between();
    }

    /**
     * From when to when waiting pays [unit of time]: nobody goes, though some would gain by it, for they do better to wait for what the
     * offer will be worth. In ascending order; empty for an offer that does not rise.
     */
    public List<Range> waitingPays() {
        return WaitingPays.of(this);
    }

    /** What the path takes for granted, each in a clause. */
    public List<String> assumptions() {
        final boolean ends = solver.schedule().extensions().isPresent();
        return List.of(
                "losses while waiting do not thin the ranks, for the lost are replaced by men of like cost",
                "each takes the path of the others as given",
                "reprisal is judged on those gone before him",
                game.offer(0).expiry() instanceof Expiry.Hazard
                        ? "all believe in the same chance of withdrawal, whatever they see"
                        : ends
                                ? "all believe in the same chance of an extension, and learn from extensions alone"
                                : "all know what the offer will be, up to the first date beyond the horizon");
    }

    /** How well this is founded; only for a path that was checked. */
    Certificate.Numeric checked() {
        final StringBuilder unit = new StringBuilder(game.unit());
        if (withinRounding()) {
            unit.append("; no more than rounding of the share leaves open");
        }
        final String waits = waits();
        return new Certificate.Numeric(
                regret(), unit.append(waits.isEmpty() ? "" : "; " + waits).toString());
    }

    private boolean withinRounding() {
        final double most = ScheduleSolver.noRegret(game);
        return regret.onDates() > most && regret.certain() <= most;
    }

    private String waits() {
        final List<Range> stretches = waitingPays();
        if (stretches.isEmpty()) {
            return "";
        }
        final Range first = stretches.get(0);
        final int more = stretches.size() - 1;
        return "waiting pays from " + solver.waiting().unit() + " " + number(first.low()) + " to "
                + number(first.high())
                + (more == 0 ? "" : more == 1 ? ", and once more" : ", and " + more + " times more");
    }

    /** What the offer says and the path makes no use of. */
    public List<String> unused() {
        final List<String> unused = new ArrayList<>(game.unusedTerms());
        unused.remove("expiry");
        final Term term = solver.schedule().term();
        if (!solver.schedule().unchanging() && game.ignores(term) && !unused.contains(term.label())) {
            unused.add(term.label());
        }
        return List.copyOf(unused);
    }

    /** A row a date: time, share gone, highest cost gone, the term that changes, chance that it still stands. */
    public Table table() {
        final Term term = solver.schedule().term();
        final List<Column> columns = List.of(
                Column.of("time", solver.waiting().unit()),
                Column.of("gone", "share"),
                Column.of("cutoff", game.unit()),
                Column.of(term.label(), term.unit(game.unit())),
                Column.of("standing", "share"));
        final List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int k = 0; k < dates(); k++) {
            rows.add(Arrays.asList(
                    time(k),
                    shares[k],
                    Double.isInfinite(cutoffs[k]) ? null : cutoffs[k],
                    solver.schedule().value(game.offer(0), time(k)),
                    standing(k)));
        }
        return Table.of(columns, rows);
    }

    /** In a paragraph: who goes at once, who by the end, what of it is on average lost, and how well that is founded. */
    public String explain() {
        final String unit = solver.waiting().unit();
        final StringBuilder out = new StringBuilder();
        out.append(percent(shares[0]))
                .append(" go at once and ")
                .append(percent(share()))
                .append(" by ");
        out.append(when(dates() - 1)).append(", if the offer stands so long");
        out.append(share() > 0 ? ": those whose cost is at most " + number(cutoffs[dates() - 1]) + ". " : ". ");
        for (int k = 1; k < dates() && shares[0] < share() / 2; k++) {
            if (shares[k] >= share() / 2) {
                out.append("Half of these have gone by ").append(when(k)).append(". ");
                break;
            }
        }
        out.append("Waiting costs ")
                .append(number(solver.waiting().rate()))
                .append(" per ")
                .append(unit);
        if (game.offer(0).expiry() instanceof Expiry.Hazard hazard) {
            out.append(", and soldiers reckon with withdrawals at ").append(number(hazard.believed()));
            out.append(" where the truth is ").append(number(hazard.rate()));
        }
        out.append(". ");
        final double last = standing(dates() - 1);
        if (last < 1) {
            out.append("It still stands then with chance ")
                    .append(percent(last))
                    .append("; on average ");
            out.append(percent(expectedTotal())).append(" go. ");
        }
        final String waits = waits();
        if (!waits.isEmpty()) {
            out.append(Character.toUpperCase(waits.charAt(0))).append(waits.substring(1));
            out.append(": nobody goes then, though some would gain by it, for the offer will be worth more. ");
        }
        out.append(founded());
        out.append(" Assumed: ").append(String.join("; ", assumptions())).append('.');
        if (!unused().isEmpty()) {
            out.append(" Not used here: ").append(String.join(", ", unused())).append('.');
        }
        return out.toString();
    }

    private String founded() {
        if (Double.isNaN(regret())) {
            return "The work was stopped, and nothing is checked.";
        }
        return "By going at another date nobody looked at gains "
                + (regret() <= ScheduleSolver.noRegret(game) ? "anything" : "more than " + number(regret()))
                + (withinRounding() ? ", which rounding of the share leaves open" : "")
                + "; at any moment between dates at most " + number(regretBetweenDates()) + '.';
    }

    private String when(int date) {
        return solver.waiting().unit() + " " + number(time(date));
    }

    private static String number(double value) {
        return TableText.number(value, 4);
    }

    private static String percent(double share) {
        return number(100 * share) + "%";
    }

    @Override
    public String toString() {
        return "SchedulePath[" + number(shares[0]) + " at once, " + number(share()) + " by " + when(dates() - 1) + "; "
                + dates() + " dates]";
    }
}
