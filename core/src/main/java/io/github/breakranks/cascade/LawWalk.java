package io.github.breakranks.cascade;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.internal.MonotoneEngine;
import io.github.breakranks.internal.TableText;
import io.github.breakranks.offer.Monotonicity;
import java.util.Arrays;
import java.util.List;

/** Walks a law's population round by round to where it rests, or follows it there on its clocks. */
final class LawWalk {
    private static final int MOST_ROUNDS = 1_000_000;
    private static final int FREE_ROUNDS = 10_000; // of a path that goes up and down
    private static final double STILL = 1e-13;
    private static final double ROUNDING = 1e-15;

    private final MeanFieldCascade solver;
    private final DefectionGame game;
    private final LawReply reply;
    private final Watch watch;
    private final boolean reversible;
    private final double[] first;

    LawWalk(MeanFieldCascade solver, DefectionGame game, LawReply reply, Watch watch) {
        this.solver = solver;
        this.game = game;
        this.reply = reply;
        this.watch = watch;
        this.reversible = solver.dynamics().reversible();
        this.first = new double[game.groups()];
        Arrays.fill(first, solver.start());
    }

    Answer<ShareCascade> solve() {
        final double[] image = new double[first.length];
        map(first, image);
        boolean rises = true;
        boolean falls = reversible;
        for (int g = 0; g < image.length; g++) {
            rises &= image[g] >= first[g] - ROUNDING;
            falls &= image[g] <= first[g] + ROUNDING;
        }
        return rises || falls || !reversible ? climb(rises || !reversible) : wander();
    }

    private void map(double[] gone, double[] image) {
        for (int g = 0; g < image.length; g++) {
            final double willing = reply.willing(g, gone);
            image[g] = reversible ? willing : Math.max(solver.start(), willing);
        }
    }

    /** Up, or down, all the way. */
    private Answer<ShareCascade> climb(boolean up) {
        final Readings path = new Readings(first);
        final MonotoneEngine.Run run = MonotoneEngine.run(
                this::map,
                first,
                new MonotoneEngine.Limits(
                        up, STILL, MOST_ROUNDS, watch::mayGoOn, gone -> path.add(gone, timeOf(path.last() + 1))));
        if (run.violation() != null && reversible) {
            return wander();
        }
        final double[] limit = run.at().clone();
        final double room = room(run, up);
        final Certificate certificate = enclosure(run, room, up);
        if (!run.still() || Double.isNaN(room)) {
            return stopped(new ShareCascade(game, solver, path, limit), certificate, run);
        }
        if (solver.dynamics().pace() == Pace.CLOCK) {
            return new LawDrift(solver, game, watch).follow(new Look(), limit, certificate);
        }
        path.trim(limit, game.population());
        LawDrift.untilHorizon(path, solver.dynamics());
        return new Answer.Found<>(new ShareCascade(game, solver, path, limit), certificate);
    }

    /** When a round is over, the start being round 0: with old news each is repeated until the news arrives. */
    private double timeOf(int round) {
        return 1 + (round - 1.0) * (solver.dynamics().lag() + 1.0);
    }

    /** How far beyond the end of the path its limit may lie; NaN if that is not known. */
    private double room(MonotoneEngine.Run run, boolean up) {
        if (run.violation() != null) {
            return Double.NaN;
        }
        final double[] alike = new double[run.at().length];
        Arrays.fill(alike, 1);
        final double room = room(run, alike, up);
        return Double.isNaN(room) && alike.length > 1 && watch.mayGoOn()
                ? room(run, MonotoneEngine.direction(this::map, run.at()), up)
                : room;
    }

    private double room(MonotoneEngine.Run run, double[] direction, boolean up) {
        double room = 0;
        while (room < 1e-3 && !MonotoneEngine.within(this::map, run.at(), times(room, direction), up)) {
            room = room == 0 ? 1e-15 : 10 * room;
        }
        return room < 1e-3 ? room : Double.NaN;
    }

    private static double[] times(double room, double... direction) {
        return Arrays.stream(direction).map(each -> room * each).toArray();
    }

    private Certificate enclosure(MonotoneEngine.Run run, double room, boolean up) {
        final Monotonicity monotonicity = game.monotonicity();
        if (run.violation() != null) {
            return new Certificate.Unproven("the best reply fell from "
                    + run.violation().from() + " to " + run.violation().to());
        }
        if (Double.isNaN(room)) {
            return new Certificate.Unproven("the path has not come within 0.001 of where it rests");
        }
        if (!monotonicity.rises()) {
            return new Certificate.Unproven("the path may have passed " + (up ? "lower" : "higher")
                    + " rest points, as " + monotonicity.sentence());
        }
        final double at = run.at()[0];
        final String ends =
                up ? at + ", " + Math.min(1, at + room) : Math.max(0, at - room) + ", " + at; // direction at most 1
        return new Certificate.Proven(
                named(up) + " lies in [" + ends + "]"
                        + (run.at().length > 1 ? " in the first group, and as near in the others" : "")
                        + ": " + (solver.start() == 0 || reversible ? "the best reply" : "that map")
                        + (up
                                ? " never falls below the path and does not exceed the upper end"
                                : " never exceeds the path and does not fall below the lower end"),
                solver.dynamics().sees() == 0
                        ? List.of(
                                "the net gain rises with the share gone",
                                "cdf and gain as evaluated in double precision")
                        : List.of(
                                "infinitely many soldiers, of whom each sees a few",
                                "the net gain rises with the share gone",
                                "cdf and gain as evaluated in double precision"));
    }

    private String named(boolean up) {
        final String seen = solver.dynamics().sees() == 0
                ? ""
                : " where each sees " + solver.dynamics().sees() + " others";
        if (!reversible && solver.start() > 0) {
            return "the least share at which max(start, best reply) rests" + seen;
        }
        final String beyond = solver.start() == 0 ? "" : up ? " at or above the start" : " at or below the start";
        return (up ? "the least" : "the greatest") + " rest point" + beyond + seen;
    }

    private Answer<ShareCascade> stopped(ShareCascade soFar, Certificate certificate, MonotoneEngine.Run run) {
        if (run.violation() != null) {
            return new Answer.Stopped<>(
                    soFar,
                    certificate,
                    "not monotone: with a share "
                            + TableText.number(run.violation().from(), 6) + " gone only "
                            + TableText.number(run.violation().to(), 6) + " are willing, so some come back",
                    "use a net gain that rises with the share gone, or EquilibriumSolver, which scans");
        }
        if (run.still()) {
            return new Answer.Stopped<>(
                    soFar,
                    certificate,
                    "the path comes to rest, but not where the best reply does, as at tied costs",
                    "ask EquilibriumSolver where it rests, which does not walk there");
        }
        return new Answer.Stopped<>(
                soFar,
                certificate,
                run.steps() == MOST_ROUNDS
                        ? "not at rest after " + MOST_ROUNDS + " rounds, as near a fold"
                        : watch.why(),
                "ask EquilibriumSolver where it rests, which does not walk there");
    }

    /** Groups that start on different sides of where they go, or a gain that falls: up and down until nothing moves. */
    private Answer<ShareCascade> wander() {
        if (solver.dynamics().pace() == Pace.CLOCK) {
            return new LawDrift(solver, game, watch).wander(new Look());
        }
        final int horizon = solver.dynamics().horizon();
        final Readings path = new Readings(first);
        double[] gone = first.clone();
        double farthest = 1;
        for (int round = 1; round <= FREE_ROUNDS && farthest > STILL; round++) {
            if (horizon > 0 && timeOf(round) > horizon || (round & 255) == 0 && !watch.mayGoOn()) {
                break;
            }
            final double[] image = new double[gone.length];
            map(gone, image);
            farthest = 0;
            for (int g = 0; g < image.length; g++) {
                farthest = Math.max(farthest, Math.abs(image[g] - gone[g]));
            }
            gone = image;
            path.add(gone, timeOf(round));
        }
        return LawDrift.wandered(new ShareCascade(game, solver, path, gone), farthest, STILL, watch);
    }

    /** The rounds' map on clocks: each tick carries one who looks from where he is to where he wants to be. */
    private final class Look implements LawClock.Flow {
        @Override
        public double[] start() {
            return first.clone();
        }

        @Override
        public void drift(double[] gone, double[] seenGone, double[] speed) {
            map(seenGone, speed);
            for (int g = 0; g < gone.length; g++) {
                speed[g] -= gone[g];
            }
        }

        @Override
        public double[] gone(double[] gone) {
            return gone.clone();
        }
    }
}
