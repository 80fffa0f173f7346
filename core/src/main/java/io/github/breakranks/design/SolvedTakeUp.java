package io.github.breakranks.design;

import io.github.breakranks.answer.Watch;
import io.github.breakranks.equilibrium.Extremes;
import io.github.breakranks.equilibrium.Jump;
import io.github.breakranks.equilibrium.RestPoint;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.game.TieRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Take-up of groups, lists and laws with atoms: the game is solved at a value, and values are narrowed down by bisection. */
final class SolvedTakeUp extends TakeUp {
    private static final int GRID = 128;
    private static final double NARROWEST = 1e-11; // width of a bracket, for values about one
    private static final double NARROWEST_OF_GROUPS = 1e-8; // nearer to a fold play crawls
    private static final double JUMP = 5e-3; // a rise by more within the narrowest bracket is a jump
    private static final double SMOOTH = 5e-3; // a rise by less needs no closer look

    private final Watch watch;
    private final Play play;
    private final Map<Boolean, Trace> traces = new HashMap<>(); // by whether of the greatest rest point

    SolvedTakeUp(DefectionGame game, Instrument instrument, Watch watch) {
        super(game, instrument);
        this.watch = watch;
        this.play = Play.of(at(instrument.low()), true, watch);
    }

    /** Work was ended by the watch; solvers turn it into an answer that says so. */
    static final class Ended extends RuntimeException {
        private static final long serialVersionUID = 1;

        Ended(String why) {
            super(why, null, false, false);
        }
    }

    /** The least or greatest rest point of laws at a value. */
    RestPoint rest(double value, boolean greatest) {
        final DefectionGame game = at(value);
        return (greatest ? Extremes.greatest(game, watch) : Extremes.least(game, watch)).orElseThrow(this::ended);
    }

    private Ended ended() {
        return new Ended(watch.why());
    }

    @Override
    double[] shares(double value, boolean greatest, boolean justAbove) {
        final double[] shares = play.rest(at(justAbove ? value + narrowest(value) : value), !greatest);
        if (shares == null || !watch.mayGoOn()) {
            throw ended();
        }
        return shares;
    }

    private double share(double value, boolean greatest) {
        return total(shares(value, greatest, false));
    }

    @Override
    Need need(double share, Reliance reliance) {
        final boolean greatest = seeksGreatest(reliance);
        double low = instrument().low();
        double high = top();
        if (share(low, greatest) >= share) {
            return new Need(low, true);
        }
        if (!(share(high, greatest) >= share)) {
            return new Need(Double.POSITIVE_INFINITY, false);
        }
        for (double mid = middle(low, high); mid > low && mid < high; mid = middle(low, high)) {
            if (!tellsValues(greatest) && high - low <= narrowest(high)) {
                break;
            }
            if (share(mid, greatest) >= share) {
                high = mid;
            } else {
                low = mid;
            }
        }
        if (crawls()) {
            return new Need(high, LeastValue.attained(game(), greatest, share(high, greatest) - share));
        }
        return stays(greatest) ? new Need(low, false) : new Need(high, true);
    }

    /** Who stays where he is indifferent stays at the value itself, and so does the least rest point. */
    @Override
    boolean stays(boolean greatest) {
        return !greatest && !crawls() && game().ties() == TieRule.STAYS;
    }

    @Override
    boolean attains(Jump jump, boolean greatest) {
        return crawls() ? LeastValue.attained(game(), greatest, jump.to() - jump.from()) : !stays(greatest);
    }

    /** Whether it pays to part neighbouring values: lists are counted, and what stays at a value is to be told from what goes just above it. */
    private boolean tellsValues(boolean greatest) {
        return game().population().listed() || stays(greatest);
    }

    private static double middle(double a, double b) {
        return a + (b - a) / 2;
    }

    /** Groups of laws are played round by round. */
    boolean crawls() {
        return game().groups() > 1 && !game().population().listed();
    }

    private double narrowest(double value) {
        return (crawls() ? NARROWEST_OF_GROUPS : NARROWEST) * Math.max(1, value);
    }

    @Override
    List<Jump> jumps(boolean greatest) {
        return trace(greatest).jumps();
    }

    /**
     * What was seen as the instrument rises.
     *
     * @param values at which play rests, ascending, so close that the share rises little from one to the next unless it jumps
     * @param jumps  in ascending order
     * @param before by jump, the last value at which play was seen to rest before it
     */
    record Trace(List<Double> values, List<Jump> jumps, Map<Jump, Double> before) {}

    /** Traced once for the least and once for the greatest. */
    Trace trace(boolean greatest) {
        return traces.computeIfAbsent(greatest, this::traced);
    }

    private Trace traced(boolean greatest) {
        final Trace trace = new Trace(new ArrayList<>(), new ArrayList<>(), new HashMap<>());
        final double low = instrument().low();
        final double top = top();
        double from = low;
        double shareFrom = share(low, greatest);
        for (int k = 1; k <= GRID && from < top; k++) {
            final double to = low + (top - low) * k / GRID;
            final double shareTo = share(to, greatest);
            narrow(new double[] {from, shareFrom, to, shareTo}, greatest, trace);
            from = to;
            shareFrom = shareTo;
        }
        return trace;
    }

    @Override
    double before(Jump jump, boolean greatest) {
        return trace(greatest).before.getOrDefault(jump, jump.value());
    }

    /** A bracket is value, share, value, share. */
    private void narrow(double[] bracket, boolean greatest, Trace trace) {
        final double rise = bracket[3] - bracket[1];
        if (!(rise > SMOOTH)) {
            trace.values.add(bracket[2]);
            return;
        }
        if (bracket[2] - bracket[0] <= narrowest(bracket[2])) {
            if (rise > JUMP) {
                final Jump jump = new Jump(stays(greatest) ? last(bracket) : bracket[2], bracket[1], bracket[3]);
                trace.jumps.add(jump);
                trace.before.put(jump, bracket[0]);
            }
            return;
        }
        final double middle = middle(bracket[0], bracket[2]);
        final double share = share(middle, greatest);
        narrow(new double[] {bracket[0], bracket[1], middle, share}, greatest, trace);
        narrow(new double[] {middle, share, bracket[2], bracket[3]}, greatest, trace);
    }

    /** The last value of a bracket at which play still rests before the jump in it. */
    private double last(double... bracket) {
        double low = bracket[0];
        double high = bracket[2];
        final double halfway = middle(bracket[1], bracket[3]);
        for (double mid = middle(low, high); mid > low && mid < high; mid = middle(low, high)) {
            if (share(mid, false) >= halfway) {
                high = mid;
            } else {
                low = mid;
            }
        }
        return low;
    }
}
