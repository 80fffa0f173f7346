package io.github.breakranks.cascade;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.game.DefectionGame;
import java.util.List;

/** Follows a law's population through time: on clocks, or round by round where each sees a few others and nobody comes back. */
final class LawDrift {
    private static final int MOST_READINGS = 100_000;
    private static final double SAME = 1e-12; // shares that differ by less are the same
    private static final double STILL = 1e-10; // a path on clocks that moves no faster rests

    private final MeanFieldCascade solver;
    private final Dynamics dynamics;
    private final DefectionGame game;
    private final Watch watch;
    private final double near; // half a soldier, a share

    LawDrift(MeanFieldCascade solver, DefectionGame game, Watch watch) {
        this.solver = solver;
        this.dynamics = solver.dynamics();
        this.game = game;
        this.watch = watch;
        this.near = Math.max(1e-9, 0.5 / game.population().size());
    }

    /** Cuts a path at the horizon, if there is one. */
    static void untilHorizon(Readings path, Dynamics dynamics) {
        if (dynamics.horizon() > 0) {
            path.until(dynamics.horizon());
        }
    }

    /** On clocks to a limit that is known. */
    Answer<ShareCascade> follow(LawClock.Flow flow, double[] limit, Certificate certificate) {
        final LawClock clock = new LawClock(flow, dynamics.lag());
        final Readings path = new Readings(clock.gone());
        double missing = missing(limit, clock.gone());
        while (missing > near && mayGoOn(path, clock)) {
            clock.advance();
            missing = missing(limit, clock.gone());
            path.add(within(limit, clock.gone()), clock.time());
        }
        return ended(path, limit, certificate, missing);
    }

    /** Rounding must not carry a path past its limit. */
    private double[] within(double[] limit, double[] gone) {
        for (int g = 0; g < gone.length; g++) {
            gone[g] = limit[g] >= solver.start() ? Math.min(limit[g], gone[g]) : Math.max(limit[g], gone[g]);
        }
        return gone;
    }

    private double missing(double[] limit, double[] gone) {
        return Readings.lack(limit, gone, game.population());
    }

    private boolean mayGoOn(Readings path, LawClock clock) {
        return path.last() < MOST_READINGS
                && (dynamics.horizon() == 0 || clock.time() < dynamics.horizon())
                && watch.mayGoOn();
    }

    private Answer<ShareCascade> ended(Readings path, double[] limit, Certificate certificate, double missing) {
        final ShareCascade cascade = new ShareCascade(game, solver, path, limit);
        if (Double.isNaN(missing)) {
            return new Answer.Stopped<>(
                    cascade,
                    certificate,
                    "the net gain is no number at some share on the path",
                    "use a net gain that is finite on all of [0, 1]");
        }
        if (missing <= near || dynamics.horizon() > 0 && watch.mayGoOn() && path.last() < MOST_READINGS) {
            return new Answer.Found<>(cascade, certificate);
        }
        return new Answer.Stopped<>(
                cascade,
                certificate,
                watch.mayGoOn()
                        ? "not at rest after " + path.last() + " " + readings() + ", as near a fold"
                        : watch.why(),
                "the limit is known, share(); only the path is cut short");
    }

    private String readings() {
        return dynamics.pace() == Pace.CLOCK ? "readings" : "rounds";
    }

    /** On clocks until nothing moves. */
    Answer<ShareCascade> wander(LawClock.Flow flow) {
        final LawClock clock = new LawClock(flow, dynamics.lag());
        final Readings path = new Readings(clock.gone());
        double fastest = 1;
        int still = 0; // readings without movement: old news may yet arrive
        while (still <= LawClock.READINGS * dynamics.lag() && mayGoOn(path, clock)) {
            clock.advance();
            path.add(clock.gone(), clock.time());
            fastest = 0;
            for (double speed : clock.speed()) {
                fastest = Math.max(fastest, Math.abs(speed));
            }
            still = fastest <= STILL ? still + 1 : 0;
        }
        return wandered(new ShareCascade(game, solver, path, clock.gone()), fastest, STILL, watch);
    }

    /** The answer of a path that was not known to go one way. */
    static Answer<ShareCascade> wandered(ShareCascade cascade, double moves, double still, Watch watch) {
        if (moves <= still) {
            return new Answer.Found<>(cascade, new Certificate.Numeric(moves, "share"));
        }
        return new Answer.Stopped<>(
                cascade,
                new Certificate.Unproven("the path goes up and down, and still moved by " + moves + " at its end"),
                watch.mayGoOn() ? "not at rest after " + cascade.rounds() + " " + cascade.readings() : watch.why(),
                "raise the horizon, or ask EquilibriumSolver where it could rest");
    }

    /** Looks at the limit from the game alone: who sees anybody gone, and what he does with nobody and with all of them gone. */
    private Certificate certify(double[] limit) {
        final double[][] seen = game.seen();
        for (int g = 0; g < limit.length; g++) {
            double sees = 0;
            for (int h = 0; h < limit.length; h++) {
                sees += seen[g][h] * limit[h];
            }
            final double end = Math.max(solver.start(), game.willing(g, sees > 0 ? 1 : 0));
            if (!(Math.abs(end - limit[g]) <= SAME)) {
                return new Certificate.Unproven("group " + g + " was to end at " + limit[g] + ", but seeing "
                        + (sees > 0 ? "all" : "nobody") + " gone brings " + end);
            }
        }
        return new Certificate.Proven(
                "whoever would go with all he sees gone does so in the end, as every look is a new chance; whoever sees nobody go"
                        + " does only what he would do alone",
                List.of(
                        "infinitely many soldiers, of whom each sees a few",
                        "the net gain rises with the share gone",
                        "best replies as evaluated in double precision"));
    }

    /** Each sees a few others and nobody comes back: to the limit that chance brings in the end. */
    Answer<ShareCascade> solve(FewSeen few) {
        final double[] limit = few.limit();
        final Certificate certificate = certify(limit);
        if (dynamics.pace() == Pace.CLOCK) {
            return follow(few, limit, certificate);
        }
        final Readings path = new Readings(few.gone(few.start()));
        double[] left = few.start();
        double missing = missing(limit, few.gone(left));
        while (missing > near && path.last() < MOST_READINGS && watch.mayGoOn()) {
            if (dynamics.horizon() > 0 && path.last() >= dynamics.horizon()) {
                break;
            }
            final double[] speed = new double[left.length];
            few.drift(left, path.shares(Math.max(0, path.last() - dynamics.lag())), speed);
            for (int i = 0; i < left.length; i++) {
                left[i] += speed[i];
            }
            path.add(few.gone(left), path.last() + 1.0);
            missing = missing(limit, few.gone(left));
        }
        return ended(path, limit, certificate, missing);
    }
}
