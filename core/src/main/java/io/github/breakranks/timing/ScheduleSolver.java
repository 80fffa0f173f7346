package io.github.breakranks.timing;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Solver;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.TableText;
import io.github.breakranks.offer.Expiry;
import io.github.breakranks.offer.Monotonicity;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.population.CostLaw;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * When a law's soldiers go, date by date, under an offer that may fall, rise, be withdrawn or be extended again and again.
 *
 * <pre>{@code
 *   h (G(t+dt, F(c)) - c)  =  G(t, s) - c          the marginal type c at date t, where a share s has gone before
 *   F(c)                                           the share gone by date t
 *   h = exp(-(g + believed) dt)                    what waiting for the next date keeps
 * }</pre>
 *
 * <p>Each takes the path as given, and a reprisal is judged on those gone before him. For constant and declining offers that is one scalar
 * root a date. Where an offer rises, the best later date stands for the next one, as if nobody went before it; this too is exact on the
 * dates. {@link #averaged} answers the same question in another way, by averaged best replies, with no guarantee.
 *
 * <p>Before the offer's date of expiry the path is that of an open offer; at the date all go to whom it is worth it. Beyond the horizon
 * solvers look one date ahead: what an offer becomes after that is not foreseen. The path map is not monotone, so nothing is called the
 * least or the greatest path. Losses while waiting do not thin the ranks.
 *
 * <p>The certificate is the largest regret over all dates of a thousand cost types and of the marginal ones. Against continuous time the
 * error falls with the step. Cost: about ten cdfs a date; where the offer rises, also a gain for each pair of dates.
 *
 * @param schedule what the offer says as time passes
 * @param waiting  what it costs to wait
 * @param dates    how many dates from now to the horizon [count], both included, at least 2
 * @param horizon  the last date [unit of time], above 0; not beyond the date at which the offer ends
 * @param method   how the path is found
 */
public record ScheduleSolver(Schedule schedule, Waiting waiting, int dates, double horizon, Method method)
        implements Solver<DefectionGame, SchedulePath> {
    private static final int LINE = 80; // what JShell shows of a value
    private static final long BYTES_A_DATE = 256; // offer, cutoff and a dozen numbers
    private static final int USUAL_DATES = 1_001;
    private static final double MOST_WAITED = 1; // what a step may cost, as a rate times time
    private static final double NO_REGRET = 1e-9; // of the largest amount in play
    private static final int ROUNDS_BETWEEN_CHECKS = 100;
    private static final double LEFTOVER = 1e-5; // of the share

    /** How a path is found. */
    public sealed interface Method {

        /** Forward from date to date, exact on the dates. */
        record Forward() implements Method {}

        /**
         * Averaged best replies, until nobody regrets more than so much; they need not settle.
         *
         * @param rounds how many at most [count], at least 1
         * @param regret when to stop [unit of the game], above 0
         */
        record Averaged(int rounds, double regret) implements Method {
            public Averaged {
                Checks.count(1, "rounds", "count", rounds);
                Checks.above(0.0, "regret", "unit of the game", regret);
            }
        }
    }

    public ScheduleSolver {
        Objects.requireNonNull(schedule, "schedule");
        Objects.requireNonNull(waiting, "waiting");
        Objects.requireNonNull(method, "method");
        Checks.count(2, "dates", "count", dates);
        Checks.above(0.0, "horizon", waiting.unit().equals("time") ? "unit of time" : waiting.unit(), horizon);
        requireLong(waiting, dates, horizon);
        requireRoom(dates);
        requireFine("passes over announced ends or changes of the offer", schedule.shortest(), dates, horizon);
    }

    /** A constant offer, looked at on 1,001 dates from now to a horizon [unit of time]. */
    public static ScheduleSolver solver(Waiting waiting, double horizon) {
        return new ScheduleSolver(Schedule.constant(), waiting, USUAL_DATES, horizon, new Method.Forward());
    }

    /** This solver for an offer that changes. */
    public ScheduleSolver withSchedule(Schedule newSchedule) {
        return new ScheduleSolver(newSchedule, waiting, dates, horizon, method);
    }

    /** This solver with another cost of waiting. */
    public ScheduleSolver withWaiting(Waiting newWaiting) {
        return new ScheduleSolver(schedule, newWaiting, dates, horizon, method);
    }

    /** This solver with so many dates [count]. */
    public ScheduleSolver withDates(int newDates) {
        return new ScheduleSolver(schedule, waiting, newDates, horizon, method);
    }

    /** This solver up to another horizon [unit of time]. */
    public ScheduleSolver withHorizon(double newHorizon) {
        return new ScheduleSolver(schedule, waiting, dates, newHorizon, method);
    }

    /** This solver by averaged best replies, in so many rounds at most [count], until nobody regrets more than so much [unit of the game]. */
    public ScheduleSolver averaged(int rounds, double regret) {
        return new ScheduleSolver(schedule, waiting, dates, horizon, new Method.Averaged(rounds, regret));
    }

    /** The time from one date to the next [unit of time]. */
    public double step() {
        return horizon / (dates - 1);
    }

    /** A date [unit of time], counted from 0. */
    public double time(int date) {
        return date == dates - 1 ? horizon : date * step();
    }

    @Override
    public Answer<SchedulePath> solve(DefectionGame game, Watch watch) {
        Objects.requireNonNull(game, "game");
        Objects.requireNonNull(watch, "watch");
        requireLaw(game);
        requireTime(game);
        final ScheduleGrid grid = new ScheduleGrid(game, this);
        requireRising(game);
        final Answer<SchedulePath> answer = method instanceof Method.Averaged averaged
                ? average(game, grid, averaged, watch)
                : forward(game, grid, watch);
        watch.done(1);
        return answer;
    }

    private Answer<SchedulePath> forward(DefectionGame game, ScheduleGrid grid, Watch watch) {
        final List<Cutoff> path = new ForwardPath(game, grid).follow(dates, watch);
        if (path.size() < dates) {
            final SchedulePath soFar = new SchedulePath(game, this, path, ScheduleVerifier.Regret.UNKNOWN);
            return new Answer.Stopped<>(
                    soFar,
                    new Certificate.Unproven("the work stopped at date " + path.size() + " of " + dates),
                    watch.why() + " at date " + path.size() + " of " + dates,
                    "raise the limit, or take fewer dates");
        }
        final ScheduleVerifier.Regret regret = new ScheduleVerifier(game, this).of(path, watch);
        final SchedulePath found = new SchedulePath(game, this, path, regret);
        if (Double.isNaN(regret.onDates())) {
            return unchecked(found, watch.mayGoOn() ? "" : watch.why() + " at the check");
        }
        return ending(
                found, regret.certain(), noRegret(game), "add dates: laws as steep as this one need a finer step");
    }

    /** A path that nobody has looked at to the end, or whose shares are not those of its costs. */
    private static Answer<SchedulePath> unchecked(SchedulePath path, String stopped) {
        return stopped.isEmpty()
                ? new Answer.Stopped<>(
                        path,
                        new Certificate.Unproven("a share gone is not that of the cost up to which they have gone"),
                        "a share gone is not that of the cost up to which they have gone",
                        "take a law whose cdf and quantile agree")
                : new Answer.Stopped<>(
                        path,
                        new Certificate.Unproven("not checked within the limit"),
                        stopped,
                        "raise the limit, or take fewer dates");
    }

    /** What rounding may bring [unit of the game]. */
    static double noRegret(DefectionGame game) {
        final double largest = Math.max(Math.abs(game.gain(0)), Math.abs(game.gain(1)));
        return NO_REGRET * Math.max(Math.abs(game.offer(0).worth()), largest);
    }

    private Answer<SchedulePath> average(DefectionGame game, ScheduleGrid grid, Method.Averaged wanted, Watch watch) {
        final AveragedPath averages = new AveragedPath(game, grid);
        final ScheduleVerifier verifier = new ScheduleVerifier(game, this);
        final double[] usual = new double[dates];
        SchedulePath calmest = new SchedulePath(game, this, cutoffs(game, usual), ScheduleVerifier.Regret.UNKNOWN);
        for (int round = 1; round <= wanted.rounds && !(calmest.regret() <= wanted.regret); round++) {
            averages.step();
            if (round % ROUNDS_BETWEEN_CHECKS == 0 || round == wanted.rounds || round == 1) {
                final List<Cutoff> path = cutoffs(game, averages.shares(usual));
                final ScheduleVerifier.Regret regret = verifier.of(path, watch);
                if (Double.isNaN(calmest.regret()) || regret.onDates() < calmest.regret()) {
                    calmest = new SchedulePath(game, this, path, regret);
                }
                watch.done((double) round / wanted.rounds);
            }
            if (!(calmest.regret() <= wanted.regret) && !watch.mayGoOn()) {
                return given(calmest, watch.why() + " after " + round + " rounds");
            }
        }
        return Double.isNaN(calmest.regret())
                ? unchecked(calmest, "")
                : ending(
                        calmest,
                        calmest.regret(),
                        wanted.regret,
                        "allow more rounds or more regret, or take ScheduleSolver without averaged");
    }

    /** What averaging had when it was stopped: the calmest path that was checked, or else one that was not. */
    private static Answer<SchedulePath> given(SchedulePath calmest, String stopped) {
        return Double.isNaN(calmest.regret())
                ? unchecked(calmest, stopped)
                : new Answer.Stopped<>(calmest, calmest.checked(), stopped, "raise the limit");
    }

    private static Answer<SchedulePath> ending(SchedulePath path, double counts, double most, String remedy) {
        return counts <= most
                ? new Answer.Found<>(path, path.checked())
                : new Answer.Stopped<>(
                        path,
                        path.checked(),
                        "somebody would gain " + TableText.number(path.regret(), 4)
                                + " by going at another date, more than " + TableText.number(most, 4),
                        remedy);
    }

    /** Shares that differ by less than the first rounds still leave in an average count as one. */
    private static List<Cutoff> cutoffs(DefectionGame game, double... shares) {
        final CostLaw law = game.population().law();
        final List<Cutoff> path = new ArrayList<>(shares.length);
        Cutoff gone = new Cutoff(Double.NEGATIVE_INFINITY, 0);
        for (double share : shares) {
            gone = share - gone.share() > LEFTOVER ? new Cutoff(law.quantile(share), share) : gone;
            path.add(gone);
        }
        return path;
    }

    private static void requireLaw(DefectionGame game) {
        if (game.population().listed()) {
            throw Checks.refused(
                    "population must be a law, but was %s; take Population.of(n, CostLaw.empirical(costs))",
                    game.population());
        }
        if (game.groups() > 1) {
            throw Checks.refused(
                    "population must be one group, but was %s groups; solve for a mixture of their laws with one offer",
                    game.groups());
        }
        if (game.offer(0).reach() < 1) {
            throw Checks.refused(
                    "reach must be 1 on a schedule, but was %s; solve for those who have heard of the offer",
                    game.offer(0).reach());
        }
    }

    private void requireTime(DefectionGame game) {
        final Expiry expiry = game.offer(0).expiry();
        double rate = waiting.rate();
        if (expiry instanceof Expiry.Date date) {
            if (horizon > date.date()) {
                throw Checks.refused(
                        "horizon must be <= the date at which the offer ends, %s [%s], but was %s",
                        date.date(), waiting.unit(), horizon);
            }
            if (schedule.extensions().isPresent()) {
                throw Checks.refused(
                        "expiry must be open or a hazard where the schedule announces ends of its own, but was %s",
                        expiry);
            }
        }
        if (expiry instanceof Expiry.Hazard hazard) {
            rate += hazard.believed();
        }
        if (!(rate > 0) && onlyRate(expiry)) {
            throw Checks.refused(
                    "waiting must cost something, but was %s with an offer believed to stand for ever: nothing forces anybody to go",
                    waiting);
        }
        if (rate > 0 && Math.exp(-rate * step()) == 1 && onlyRate(expiry)) {
            throw Checks.refused(
                    "waiting for a step must cost more than rounding, but a horizon of %s [%s] in %s dates at %s costs nothing:"
                            + " take a longer horizon or fewer dates",
                    horizon, waiting.unit(), dates, rate);
        }
        requireFine("loses more than 63% of what waiting for it is worth", MOST_WAITED / rate, dates, horizon);
    }

    /** Whether nothing but the cost of waiting, day by day, forces anybody to go. */
    private boolean onlyRate(Expiry expiry) {
        return !(expiry instanceof Expiry.Date)
                && schedule.unchanging()
                && schedule.extensions().filter(ends -> ends.believed() < 1).isEmpty();
    }

    /** A step that rounding swallows is none. */
    private static void requireLong(Waiting waiting, int dates, double horizon) {
        final double shortest = Double.MIN_NORMAL * (dates - 1);
        if (!(horizon >= shortest)) {
            throw Checks.refused(
                    "horizon must be >= %s [%s] for a grid of %s dates, but was %s: a step would be nothing",
                    shortest, waiting.unit(), dates, horizon);
        }
    }

    private static void requireRoom(int dates) {
        final long most = Runtime.getRuntime().maxMemory() / 2;
        if (dates * BYTES_A_DATE > most) {
            throw Checks.refused(
                    "dates must be <= %s [count], as many as fit in %s MB, half of what Java may use, but was %s in %s MB;"
                            + " start Java with a larger -Xmx",
                    Math.min(Integer.MAX_VALUE - 8, most / BYTES_A_DATE),
                    most >> 20,
                    dates,
                    dates * BYTES_A_DATE >> 20);
        }
    }

    private static void requireFine(String why, double longest, int dates, double horizon) {
        final double needed =
                Math.ceil(horizon / longest * (1 - 1e-9)) + 1; // a step as long as allowed but for rounding
        if (!(dates >= needed)) {
            throw Checks.refused(
                    "dates must be >= %s [count] for a horizon of %s, but was %s: a step longer than %s %s",
                    String.format(java.util.Locale.ROOT, "%.0f", needed), horizon, dates, longest, why);
        }
    }

    /** Looks at the offer where the changing term is least and greatest. */
    private void requireRising(DefectionGame game) {
        final double[] times = new double[dates];
        Arrays.setAll(times, this::time);
        Offer low = game.offer(0);
        Offer high = low;
        for (double time : times) {
            final Offer then = schedule.at(game.offer(0), time);
            low = then.get(schedule.term()) < low.get(schedule.term()) ? then : low;
            high = then.get(schedule.term()) > high.get(schedule.term()) ? then : high;
        }
        for (Offer put : low.equals(high) ? List.of(low) : List.of(low, high)) {
            final Monotonicity monotonicity = Monotonicity.of(game.gain(), put, 0);
            if (!monotonicity.rises()) {
                throw Checks.refused(
                        "net gain must not fall with the share gone, but was falling: %s; take a reprisal that does not grow with it",
                        monotonicity.sentence());
            }
        }
    }

    @Override
    public String toString() {
        final String looked = ", " + dates + " dates to " + TableText.number(horizon, 4)
                + (method instanceof Method.Averaged ? ", averaged]" : "]");
        final String whole = "ScheduleSolver[" + schedule + ", " + TableText.number(waiting.rate(), 4) + " per "
                + waiting.unit() + looked;
        return whole.length() <= LINE ? whole : "ScheduleSolver[" + schedule.brief() + looked;
    }
}
