package io.github.breakranks.timing;

import io.github.breakranks.answer.Table;
import io.github.breakranks.answer.Table.Column;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.TableText;
import io.github.breakranks.offer.Expiry;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * On which path they go while an offer stands that may be withdrawn, and how many have gone when it is.
 *
 * <p>Rates are per unit of time as {@link Waiting#unit} names it. Questions about other rates than the offer's own use the same path at
 * another speed.
 */
public final class ExpiryPath {
    private static final int SCAN = 400; // horizons looked at for a crossing
    private static final double SAME = 1e-12;

    private final TimedGame timed;
    private final Waiting waiting;
    private final Expiry.Hazard hazard;
    private final UniversalPath path;

    ExpiryPath(TimedGame timed, ExpirySolver solver, Expiry.Hazard hazard, Watch watch) {
        this.timed = timed;
        this.waiting = solver.waiting();
        this.hazard = hazard;
        checkedSpeed(hazard.believed());
        this.path = timed.path(watch);
    }

    private double checkedSpeed(double believed) {
        final double speed = believed + waiting.rate();
        if (!(speed > 0)) {
            throw Checks.refused(
                    "waiting and the believed hazard together must be > 0 [per %s], but was %s: nothing would force anybody ever to go",
                    waiting.unit(), speed);
        }
        return speed;
    }

    /** The game at a date. */
    public DefectionGame game() {
        return timed.game();
    }

    /** What waiting costs. */
    public Waiting waiting() {
        return waiting;
    }

    /** Where the path ends if the offer stands for ever: the least rest point of the game at a date, a share. */
    public double leastShare() {
        return timed.leastShare();
    }

    /** How fast the path's clock runs: {@code H}, the believed hazard and the rate of waiting [per unit of time]. */
    public double speed() {
        return hazard.believed() + waiting.rate();
    }

    /** The share gone at a time, the offer still standing. */
    public double shareAt(double time) {
        return path.shareAt(Math.min(Double.MAX_VALUE, speed() * Checks.atLeast(0.0, "time", waiting.unit(), time)));
    }

    /** When such a share has gone [unit of time]; infinite from the least share on, which is only reached in the limit. */
    public double timeOfShare(double share) {
        return path.clockOf(Checks.share("share", share)) / speed();
    }

    /** When one of this cost goes, the offer still standing [unit of time]; empty if he never does. */
    public OptionalDouble timeOf(double cost) {
        final double rank = timed.game().population().law().below(Checks.finite("cost", game().unit(), cost));
        final double time = path.clockOf(rank) / speed();
        final boolean goes = rank < leastShare() && cost < game().gain(leastShare()); // shares round, costs do not
        return goes ? OptionalDouble.of(time) : OptionalDouble.empty();
    }

    /** How many are expected to have gone when the offer is withdrawn, a share; the least share if it never is. */
    public double expectedTotal() {
        return expectedTotal(hazard.rate(), hazard.believed());
    }

    /**
     * The same were it withdrawn at another rate.
     *
     * @param rate     true withdrawals per unit of time, at least 0
     * @param believed the rate that soldiers reckon with, at least 0
     */
    public double expectedTotal(double rate, double believed) {
        Checks.atLeast(0.0, "rate", "per " + waiting.unit(), rate);
        Checks.atLeast(0.0, "believed", "per " + waiting.unit(), believed);
        return path.total(kappa(rate, checkedSpeed(believed)));
    }

    /** True withdrawals by the path's clock; finite, lest infinity meets zero. */
    private static double kappa(double rate, double speed) {
        return Math.min(Double.MAX_VALUE, rate / speed);
    }

    /** How many are expected to have gone by a time, whether or not the offer still stands then, a share. */
    public double expectedBy(double time) {
        return expectedBy(time, hazard.rate(), hazard.believed());
    }

    /** The same were it withdrawn at another rate [per unit of time]. */
    public double expectedBy(double time, double rate, double believed) {
        Checks.atLeast(0.0, "time", waiting.unit(), time);
        Checks.atLeast(0.0, "rate", "per " + waiting.unit(), rate);
        Checks.atLeast(0.0, "believed", "per " + waiting.unit(), believed);
        final double speed = checkedSpeed(believed);
        return path.totalUpTo(kappa(rate, speed), Math.min(Double.MAX_VALUE, speed * time));
    }

    /**
     * The time by which an offer that expires faster has brought as many as one that expires more slowly, beliefs being right: sooner the faster
     * is ahead, later the slower. Where they cross more than once (not seen with even costs and a straight reprisal; not excluded for
     * others), the last crossing.
     *
     * @param slower withdrawals per unit of time, at least 0
     * @param faster withdrawals per unit of time, above {@code slower}
     * @return the time [unit of time]; empty if the faster stays ahead, as when waiting costs nothing, or nobody goes
     */
    public OptionalDouble criticalHorizon(double slower, double faster) {
        final double[] all = crossings(slower, faster);
        return all.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(all[all.length - 1]);
    }

    /** All times at which the two bring the same, as {@link #criticalHorizon} has it, in ascending order, found among 400 times looked at. */
    public double[] crossings(double slower, double faster) {
        Checks.atLeast(0.0, "slower", "per " + waiting.unit(), slower);
        Checks.above(slower, "faster", "per " + waiting.unit(), faster);
        final List<Double> found = new ArrayList<>();
        final double late = path.clockOf(leastShare() * (1 - 1e-9));
        final double longest = Math.max(60, Math.min(late, Double.MAX_VALUE / 1e9)) / checkedSpeed(slower);
        double before = Double.NaN;
        double lead = 0;
        for (int k = 0; k <= SCAN; k++) {
            final double time = longest * Math.pow(10, -6 + 6.0 * k / SCAN);
            final double ahead = lead(time, slower, faster);
            if (Math.abs(ahead) <= SAME * leastShare()) {
                continue;
            }
            if (lead != 0 && ahead > 0 != lead > 0) {
                found.add(crossing(new double[] {before, time}, ahead > 0, slower, faster));
            }
            before = time;
            lead = ahead;
        }
        return found.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** By how much the slower is ahead at a time. */
    private double lead(double time, double slower, double faster) {
        return expectedBy(time, slower, slower) - expectedBy(time, faster, faster);
    }

    private double crossing(double[] bracket, boolean rising, double slower, double faster) {
        double low = bracket[0];
        double high = bracket[1];
        for (double mid = low + (high - low) / 2; mid > low && mid < high; mid = low + (high - low) / 2) {
            if (lead(mid, slower, faster) > 0 == rising) {
                high = mid;
            } else {
                low = mid;
            }
        }
        return high;
    }

    /**
     * How many are expected to have gone when the offer is withdrawn if those lost while waiting ({@link Waiting#hazard}) are <em>not</em>
     * replaced, a share of those who were there at first. The claim that expiry never raises the total does not hold then.
     *
     * <p>Most often within 1e-10; {@link #errorIfThinned} estimates how far it may be off.
     */
    public double expectedTotalIfThinned() {
        return expectedTotalIfThinned(hazard.rate(), hazard.believed());
    }

    /** The same were it withdrawn at another rate [per unit of time]. */
    public double expectedTotalIfThinned(double rate, double believed) {
        Checks.atLeast(0.0, "rate", "per " + waiting.unit(), rate);
        Checks.atLeast(0.0, "believed", "per " + waiting.unit(), believed);
        return thinned(rate, believed).total();
    }

    /** What {@link #expectedTotalIfThinned} may be off by, as estimated from panels and their halves and from the last who go, a share. */
    public double errorIfThinned(double rate, double believed) {
        Checks.atLeast(0.0, "rate", "per " + waiting.unit(), rate);
        Checks.atLeast(0.0, "believed", "per " + waiting.unit(), believed);
        return thinned(rate, believed).error();
    }

    private ThinningPath thinned(double rate, double believed) {
        final double speed = checkedSpeed(believed);
        return new ThinningPath(game(), path, waiting.hazard() / speed, kappa(rate, speed));
    }

    /** What the path and the totals rest on, in words. */
    public List<String> assumptions() {
        return List.of(
                "each soldier takes the path as given, and nobody's going is an event for the others (a continuum, no atom)",
                "beliefs about the rate of withdrawal do not move while the offer stands",
                "those lost while waiting are replaced by men of like cost, or waiting is mere impatience"
                        + " (else expectedTotalIfThinned, for which it is not true that expiry never raises the total)",
                "reprisal is judged on those gone before",
                "after the offer is withdrawn nobody goes");
    }

    /** The largest gain of any soldier from another date than the path's [unit of the game]. */
    double regret() {
        final double[][] points = path.points(path.clockOf(0.999 * leastShare()));
        return new Regret(game(), 1, points[0], new double[][] {points[1], points[1]}).worst();
    }

    double error() {
        return path.error();
    }

    /** A row each of these times: the share gone if the offer still stands, and the share expected whether or not it does. */
    public Table table(double... times) {
        final List<List<@Nullable Object>> rows = new ArrayList<>();
        for (double time : times) {
            rows.add(List.of(time, shareAt(time), expectedBy(time)));
        }
        return Table.of(
                List.of(
                        Column.of("time", waiting.unit()),
                        Column.of("standing", "share"),
                        Column.of("expected", "share")),
                rows);
    }

    /** In a paragraph: how fast, how many, and which part of the claim that fear of expiry helps holds here. */
    public String explain() {
        if (leastShare() == 0) {
            return "Nobody goes, whether the offer stands or not: the first would not gain by it.";
        }
        if (path.endTime() == 0) {
            return "All who will go, " + percent(leastShare())
                    + ", go at once: nobody gains by letting others go first, so that neither the rate at which the offer is withdrawn nor"
                    + " what they believe of it changes anything.";
        }
        final StringBuilder out = new StringBuilder(
                        "While the offer stands, half of those who will go have gone after ")
                .append(number(timeOfShare(leastShare() / 2)))
                .append(" [")
                .append(waiting.unit())
                .append("], and ")
                .append(percent(leastShare()))
                .append(" in the end. ");
        if (hazard.rate() == 0) {
            return out.append("It is never withdrawn. ")
                    .append(fearAlone())
                    .toString()
                    .strip();
        }
        out.append("Withdrawn at rate ")
                .append(number(hazard.rate()))
                .append(" it is expected to bring ")
                .append(percent(expectedTotal()))
                .append(". ");
        if (hazard.believed() == hazard.rate()) {
            out.append(
                    waiting.rate() == 0
                            ? "As waiting costs nothing else, any rate brings the same in expectation, only sooner or later."
                            : "They believe the true rate: it hurries those who go, and lowers how many go in the end"
                                    + " (if those lost while waiting are replaced).");
        } else {
            out.append("They believe a rate of ")
                    .append(number(hazard.believed()))
                    .append("; if they believed the true one it would bring ")
                    .append(percent(expectedTotal(hazard.rate(), hazard.rate())))
                    .append(
                            hazard.believed() > hazard.rate()
                                    ? ": fear beyond the fact raises the total."
                                    : ": false confidence lowers the total.");
        }
        return out.toString();
    }

    private String fearAlone() {
        if (hazard.believed() == 0) {
            return "";
        }
        final String fear = "A believed hazard of " + number(hazard.believed());
        return waiting.rate() == 0
                ? fear + " is all that makes them go, as waiting costs nothing else."
                : fear + " makes them go " + number(speed() / waiting.rate()) + " times as fast as waiting alone.";
    }

    private static String number(double value) {
        return TableText.number(value, 4);
    }

    private static String percent(double share) {
        return TableText.number(100 * share, 4) + "%";
    }

    @Override
    public String toString() {
        return "ExpiryPath[least " + number(leastShare()) + ", expected " + number(expectedTotal()) + ", speed "
                + number(speed()) + " per " + waiting.unit() + "]";
    }
}
