package io.github.breakranks.regime;

import io.github.breakranks.answer.Watch;
import io.github.breakranks.internal.NormalTail;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** All strengths at which just as many go as are needed, ascending. */
final class CriticalStrengths {
    private static final double STEEPEST_DENSITY_SLOPE = 0.24197072451914337; // of the normal density, at 1
    private static final double ROOT_TWO_PI = 2.5066282746310002;
    private static final double NARROWEST = 1e-13;
    private static final double STALLED = 0.95; // of a stretch that is no longer worth a step
    private static final double ROUNDING = 1e-11; // of a share that is integrated
    private static final double PER_ROOT =
            1e-14; // more of it by the square root of the private precision, as news near a strength cancels
    private static final double NARROW = 0x1p-11;
    private static final double CLOSED = 1e-10;
    private static final double MEANINGLESS =
            1e24; // public over private precision, at which doubles tell no news apart
    private static final int MOST_STEPS = 200;
    private static final double BESIDE = 2e-8; // a critical strength; nearer ones count as the same
    private static final double PER_WALK = 100; // times the rounding, too
    private static final int MOST_WALKED = 300;

    private final Turnout[] turnouts;
    private final double[] weights;
    private final Watch watch;
    private final List<Double> found = new ArrayList<>();
    private double rounding = ROUNDING;
    private double bend; // bound on how fast the slope changes
    private boolean complete = true;
    private boolean stopped;

    private CriticalStrengths(RegimeChange game, Watch watch) {
        this.turnouts = new Turnout[game.contingents().size()];
        this.weights = new double[turnouts.length];
        this.watch = watch;
        for (int g = 0; g < turnouts.length; g++) {
            turnouts[g] = Turnout.of(game, g);
            weights[g] = game.weight(g);
            rounding = Math.max(
                    rounding, ROUNDING + PER_ROOT * Math.sqrt(game.news(g).privatePrecision()));
            final double publicity = game.news(g).publicity();
            bend += weights[g] * publicity * publicity * STEEPEST_DENSITY_SLOPE;
        }
    }

    /** Under private news only: everybody's {@code 1 - c/B}, limited to [0, 1]. */
    static double untold(RegimeChange game) {
        double sum = 0;
        for (int g = 0; g < game.contingents().size(); g++) {
            sum += game.weight(g) * Costs.laplacian(game.contingents().get(g));
        }
        return Math.min(1, sum);
    }

    /** Where something is said in public. */
    static CriticalStrengths of(RegimeChange game, Watch watch) {
        final CriticalStrengths search = new CriticalStrengths(game, watch);
        if (!game.gaussian()) {
            search.closeIn(0, 1);
            for (int g = 0; g < search.turnouts.length; g++) {
                search.complete &= game.news(g).publicPrecision()
                        <= MEANINGLESS * game.news(g).privatePrecision();
            }
        } else if (search.turnouts.length == 1 && ((NormalTurnout) search.turnouts[0]).alike()) {
            search.alike(game.news(0));
        } else {
            search.halve();
        }
        if (search.found.isEmpty()) { // stopped, or rounding made shares fall: there is one all the same
            search.complete = false;
            search.found.add(search.somewhere());
        }
        return search;
    }

    /** By halving [0, 1], at whose start at least enough go and at whose end at most enough. */
    private double somewhere() {
        double low = 0;
        double high = 1;
        for (double middle = 0.5; middle > low && middle < high; middle = low + (high - low) / 2) {
            if (excess(middle) >= 0) {
                low = middle;
            } else {
                high = middle;
            }
            if (high - low < CLOSED) {
                break;
            }
        }
        return excess(high) >= 0 ? high : low;
    }

    /** Whether the work was broken off, so that not all stretches were looked at. */
    boolean stopped() {
        return stopped;
    }

    private boolean mayGoOn() {
        stopped |= !watch.mayGoOn();
        return !stopped;
    }

    double[] strengths() {
        final double[] ascending = new double[found.size()];
        Arrays.setAll(ascending, found::get);
        Arrays.sort(ascending);
        return ascending;
    }

    boolean complete() {
        return complete;
    }

    private double share(double critical) {
        double sum = 0;
        for (int g = 0; g < turnouts.length; g++) {
            sum += weights[g] * turnouts[g].atCritical(critical);
        }
        return Math.min(1, sum);
    }

    private double excess(double critical) {
        return share(critical) - critical;
    }

    private double slope(double critical) {
        double sum = 0;
        for (int g = 0; g < turnouts.length; g++) {
            sum += weights[g] * turnouts[g].slope(critical);
        }
        return sum;
    }

    /** One cost: y = N^-1(theta) solves a y + b = N(y), whose sides differ by a function with at most two turning points. */
    private void alike(News news) {
        final double u = ((NormalTurnout) turnouts[0]).quantile();
        if (Double.isInfinite(u)) {
            found.add(u < 0 ? 1.0 : 0.0);
            return;
        }
        final double alpha = news.publicPrecision();
        final double beta = news.privatePrecision();
        final Line line = new Line(Math.sqrt(beta) / alpha, news.publicMean() + Math.sqrt(alpha + beta) * u / alpha);
        final double peak = line.slope * ROOT_TWO_PI; // density at the turning points over that at 0
        if (peak >= 1) {
            found.add(NormalTail.cdf(line.root(line.lowest(), line.highest())));
            return;
        }
        final double turn = Math.sqrt(-2 * Math.log(peak));
        final double[] edges = {Math.min(line.lowest(), -turn), -turn, turn, Math.max(line.highest(), turn)};
        for (int k = 0; k < 3; k++) {
            final double left = line.above(edges[k]);
            final double right = line.above(edges[k + 1]);
            if (left == 0 && (k > 0 || right != 0)) {
                continue; // counted as the end of the stretch before
            }
            if (right == 0 || left < 0 != right < 0) {
                found.add(NormalTail.cdf(right == 0 ? edges[k + 1] : line.root(edges[k], edges[k + 1])));
            }
        }
    }

    /** {@code slope y + level - N(y)}, which is below 0 left of its lowest root and above 0 right of its highest. */
    private record Line(double slope, double level) {
        double above(double y) {
            final double straight = slope * y + level;
            return y > 0 ? straight - 1 + NormalTail.survival(y) : straight - NormalTail.cdf(y);
        }

        double lowest() {
            return Math.nextDown(-level / slope) - 1e-9 * (1 + Math.abs(level / slope));
        }

        double highest() {
            return Math.nextUp((1 - level) / slope) + 1e-9 * (1 + Math.abs((1 - level) / slope));
        }

        /** By Newton's method inside a bracket over which the sign changes. */
        double root(double from, double to) {
            double low = from;
            double high = to;
            final boolean rises = above(from) < 0;
            double y = from + (to - from) / 2;
            for (int step = 0; step < MOST_STEPS; step++) {
                final double value = above(y);
                if (value == 0) {
                    return y;
                }
                if (value < 0 == rises) {
                    low = y;
                } else {
                    high = y;
                }
                final double steep = slope - NormalTail.density(y);
                final double newton = y - value / steep;
                final double next = newton > low && newton < high ? newton : low + (high - low) / 2;
                final double moved = Math.abs(next - y);
                final double left = STEEPEST_DENSITY_SLOPE / 2 * moved * moved; // of the value after a step of Newton's
                if (moved <= 0x1p-52 * Math.abs(y) || next == newton && left <= 0x1p-54 * Math.abs(steep * y)) {
                    return next;
                }
                y = next;
            }
            return y;
        }
    }

    /** Stretches are halved until each has none or one. */
    private void halve() {
        if (excess(0) == 0) {
            add(0.0, NARROWEST);
        }
        halve(new Stretch(0, 1, share(0), share(1)));
    }

    private record Stretch(double from, double to, double shareFrom, double shareTo) {
        double left() {
            return shareFrom - from;
        }

        double right() {
            return shareTo - to;
        }
    }

    private void halve(Stretch stretch) {
        if (stretch.shareFrom > stretch.to || stretch.shareTo < stretch.from || !mayGoOn()) {
            complete &= !stopped;
            return;
        }
        final double middle = stretch.from + (stretch.to - stretch.from) / 2;
        final double slope = slope(middle);
        final double off = bend * (stretch.to - stretch.from) / 2 + 1e-9;
        final boolean falls = slope + off < 1;
        if (falls || slope - off > 1) {
            final double sign = falls ? 1 : -1;
            if (sign * stretch.left() > 0 && sign * stretch.right() <= 0) {
                add(root(stretch), NARROWEST);
            }
            return;
        }
        if (stretch.to - stretch.from < NARROWEST) {
            complete = false; // a fold: two, one or none
            if (stretch.left() == 0 || stretch.left() > 0 != stretch.right() > 0) {
                add(middle, NARROWEST);
            }
            return;
        }
        final double share = share(middle);
        halve(new Stretch(stretch.from, middle, stretch.shareFrom, share));
        halve(new Stretch(middle, stretch.to, share, stretch.shareTo));
    }

    private double root(Stretch stretch) {
        double low = stretch.from;
        double high = stretch.to;
        final boolean falls = stretch.left() > 0;
        double at = low + (high - low) / 2;
        for (int step = 0; step < MOST_STEPS; step++) {
            final double value = excess(at);
            if (value == 0) {
                return at;
            }
            if (value > 0 == falls) {
                low = at;
            } else {
                high = at;
            }
            final double slope = slope(at);
            final double newton = at - value / (slope - 1);
            final double next = newton > low && newton < high ? newton : low + (high - low) / 2;
            if (Math.abs(next - at) <= 0x1p-53 * at) {
                return next;
            }
            at = next;
        }
        return at;
    }

    /**
     * No bounds on the slope, but more go when more is expected: so none lie between an end and the share that goes there. Stretches that
     * this no longer shrinks are halved, and when narrow looked at from the inside.
     */
    private void closeIn(double from, double to) {
        double low = from;
        double high = to;
        while (high - low > Math.max(CLOSED, rounding) && mayGoOn()) {
            final double atLow = share(low);
            final double atHigh = share(high);
            complete &= atLow <= atHigh + rounding; // else integrals are not to be trusted
            final double nextLow = Math.max(low, atLow);
            final double nextHigh = Math.min(high, atHigh);
            if (nextLow > nextHigh + rounding) {
                return;
            }
            if (!(nextHigh - nextLow > STALLED * (high - low))) {
                low = nextLow;
                high = Math.max(nextLow, nextHigh);
            } else if (high - low > NARROW) {
                final double middle = low + (high - low) / 2;
                closeIn(low, middle);
                closeIn(middle, high);
                return;
            } else {
                fromInside(low, high);
                complete &= !stopped;
                return;
            }
        }
        complete &= !stopped;
        if (excess(low) >= 0 != excess(high) >= 0 || high - low <= Math.max(CLOSED, rounding)) {
            add(crossing(low, high), Math.max(CLOSED, 4 * rounding));
        }
    }

    /** The one of a narrow stretch over which the sign changes; others would lie where walking from beside it does not lead. */
    private void fromInside(double low, double high) {
        if (excess(low) >= 0 == excess(high) >= 0) {
            complete &= walked(low, high); // else two, if the slope nears one
            return;
        }
        final double strength = crossing(low, high);
        add(strength, Math.max(CLOSED, 4 * rounding));
        final double beside = BESIDE + PER_WALK * rounding;
        complete &= walked(low, strength - beside) && walked(strength + beside, high);
    }

    /** Whether shares lead from one end of a stretch to the other, so that none lie in it. */
    private boolean walked(double from, double to) {
        if (from >= to) {
            return true;
        }
        final boolean up = excess(from) > 0;
        double at = up ? from : to;
        for (int step = 0; step < MOST_WALKED && mayGoOn(); step++) {
            final double next = share(at) + (up ? -rounding : rounding);
            if (up ? next >= to : next <= from) {
                return true;
            }
            if (up ? next <= at : next >= at) {
                return false;
            }
            at = next;
        }
        return false;
    }

    /** Unless it is the one before, found at the end of a stretch and again at the start of the next. */
    private void add(double strength, double apart) {
        if (found.isEmpty() || Math.abs(found.get(found.size() - 1) - strength) > apart) {
            found.add(strength);
        }
    }

    private double crossing(double from, double to) {
        double low = from;
        double high = to;
        double atLow = excess(low);
        double atHigh = excess(high);
        for (int step = 0; step < MOST_STEPS && mayGoOn() && atLow != 0 && atHigh != 0; step++) {
            final double slip = atLow / (atLow - atHigh);
            final double part = step % 3 == 2 || !(slip > 0 && slip < 1) ? 0.5 : slip;
            final double at = low + part * (high - low);
            if (!(at > low && at < high) || high - low < 1e-15) {
                break;
            }
            final double value = excess(at);
            if (value > 0 == atLow > 0) {
                low = at;
                atLow = value;
            } else {
                high = at;
                atHigh = value;
            }
        }
        return Math.abs(atLow) <= Math.abs(atHigh) ? low : high;
    }
}
