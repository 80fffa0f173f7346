package io.github.breakranks.examples.chart;

import io.github.breakranks.examples.drawing.Drawing;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.offer.Expiry;
import io.github.breakranks.timing.DeadlinePath;
import io.github.breakranks.timing.DeadlinePath.Outcome;
import io.github.breakranks.timing.DeadlineSolver;
import io.github.breakranks.timing.ExpiryPath;
import io.github.breakranks.timing.ExpirySolver;
import io.github.breakranks.timing.Waiting;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;

/** Draws how many have gone by when, for offers that stand for ever, that may be withdrawn, and that end at a date. */
final class Paths {
    private static final int TIMES = 150;
    private static final double BEYOND = 1.4; // of the last date
    private static final double NEARLY = 0.95; // of the least share, where no offer has a date
    private static final double[] TOPS = {0.01, 0.1, 1, 2, 5, 10, 20, 50}; // percent

    private final String unit;
    private final String offered;
    private final List<ExpiryPath> standing = new ArrayList<>(); // in the order of the hazards
    private final List<Expiry.Hazard> hazards = new ArrayList<>(); // rate and belief 0 for an open offer
    private final List<DeadlinePath> dated = new ArrayList<>();
    private int colours;

    private Paths(DefectionGame game, Waiting waiting, Expiry... expiries) {
        this.unit = waiting.unit();
        this.offered = Text.offered(game);
        for (Expiry expiry : expiries) {
            final DefectionGame timed = game.withOffer(game.offer().withExpiry(expiry));
            if (expiry instanceof Expiry.Date) {
                dated.add(DeadlineSolver.of(waiting).solve(timed).orElseThrow());
            } else {
                standing.add(ExpirySolver.of(waiting).solve(timed).orElseThrow());
                hazards.add(expiry instanceof Expiry.Hazard hazard ? hazard : new Expiry.Hazard(0, 0));
            }
        }
    }

    static Drawing drawing(DefectionGame game, Waiting waiting, Expiry... expiries) {
        if (expiries.length == 0) {
            throw Text.refused("expiries must be at least 1 [count], but was 0");
        }
        return new Paths(game, waiting, expiries).drawn();
    }

    private Drawing drawn() {
        final Drawing drawing = new Drawing(
                        "When they go: " + offered,
                        "time [" + (unit.equals("time") ? "any unit" : unit) + "]",
                        "gone [%]")
                .within(0, horizon(), 0, top());
        for (int k = 0; k < standing.size(); k++) {
            stands(drawing, standing.get(k), hazards.get(k));
        }
        for (DeadlinePath path : dated) {
            alone(drawing, path);
            crowd(drawing, path);
        }
        return dated.isEmpty() ? drawing : drawing.saying(dated.get(0).explain());
    }

    private double horizon() {
        if (dated.isEmpty()) {
            return standing.stream()
                    .mapToDouble(path -> path.timeOfShare(NEARLY * path.leastShare()))
                    .filter(time -> time > 0 && time < Double.POSITIVE_INFINITY)
                    .max()
                    .orElse(1);
        }
        return BEYOND * dated.stream().mapToDouble(DeadlinePath::date).max().orElseThrow();
    }

    /** The end of the axis in percent: so that little can be told from nothing. */
    private double top() {
        final double most = 100
                * DoubleStream.concat(
                                standing.stream().mapToDouble(ExpiryPath::leastShare),
                                dated.stream()
                                        .mapToDouble(
                                                path -> path.protectedByCrowd().total()))
                        .max()
                        .orElseThrow();
        return Arrays.stream(TOPS)
                .filter(top -> most > 0 && most <= 0.9 * top)
                .findFirst()
                .orElse(100);
    }

    /** An offer that stands: gone by a time, and, if it may be withdrawn, the share expected then, standing or not. */
    private void stands(Drawing drawing, ExpiryPath path, Expiry.Hazard hazard) {
        final double[] times = times(0, horizon());
        if (hazard.rate() == 0 && hazard.believed() == 0) {
            final String name = "open for ever: " + Text.percent(path.leastShare()) + " in the end";
            drawing.line(name, next(), times, percents(times, path::shareAt));
            return;
        }
        final String rates = "withdrawn at rate " + Text.number(hazard.rate())
                + (hazard.believed() == hazard.rate() ? "" : ", feared " + Text.number(hazard.believed()));
        final Color colour = next();
        drawing.line(rates + ": while it stands", colour, times, percents(times, path::shareAt));
        final String expected =
                rates + ": standing or not, " + Text.percent(path.expectedTotal()) + " expected in the end";
        drawing.dashed(expected, colour, times, percents(times, path::expectedBy));
    }

    /** A date, each judged on those gone before: an open offer until then, and a jump. */
    private void alone(Drawing drawing, DeadlinePath path) {
        final DefectionGame game = path.game();
        final ExpiryPath open = ExpirySolver.of(path.waiting())
                .solve(game.withOffer(game.offer().withExpiry(Expiry.open())))
                .orElseThrow();
        final Outcome outcome = path.unprotected();
        final double date = path.date();
        final Color colour = next();
        final String name = ends(path) + ", judged on those gone before: " + Text.percent(outcome.total()) + " in all";
        final double[] before = times(0, date);
        final double[] times = Arrays.copyOf(before, before.length + 2);
        final double[] shares = Arrays.copyOf(percents(before, open::shareAt), times.length);
        Arrays.fill(times, before.length, times.length, horizon());
        times[before.length] = date;
        Arrays.fill(shares, before.length, times.length, 100 * outcome.total());
        drawing.dashed(name, colour, times, shares); // dashes, so that the open offer beneath can be seen
    }

    /** A date, the crowd protecting itself: the climb, the quiet period, and the jump. */
    private void crowd(Drawing drawing, DeadlinePath path) {
        final Outcome outcome = path.protectedByCrowd();
        final double date = path.date();
        final double quiet = date - outcome.quietPeriod();
        final Color colour = next();
        final String name = ends(path) + ", the crowd protects itself: " + Text.percent(outcome.total()) + " in all";
        final double[] times = times(0, quiet);
        drawing.line(name, colour, times, percents(times, path::shareAt));
        final double[] still = {quiet, date};
        drawing.dotted(
                "nobody goes: the quiet period, " + Text.number(outcome.quietPeriod())
                        + (unit.equals("time") ? "" : " " + unit),
                colour,
                still,
                100 * outcome.before(),
                100 * outcome.before());
        drawing.arrow(
                "at the date: " + Text.percent(outcome.atDeadline()) + " at once",
                colour,
                date,
                100 * outcome.before(),
                100 * outcome.total());
        final double total = 100 * outcome.total();
        drawing.line(name, colour, new double[] {date, horizon()}, total, total);
    }

    private String ends(DeadlinePath path) {
        return "ends at " + Text.number(path.date());
    }

    private Color next() {
        return Drawing.COLOURS.get(colours++ % Drawing.COLOURS.size());
    }

    /** Denser at first, where they go fastest. */
    private static double[] times(double from, double to) {
        final double[] times = new double[TIMES + 1];
        Arrays.setAll(times, k -> k == TIMES ? to : from + (to - from) * k * k / TIMES / TIMES);
        return times;
    }

    private static double[] percents(double[] times, DoubleUnaryOperator share) {
        return Text.percents(DoubleStream.of(times).map(share).toArray());
    }
}
