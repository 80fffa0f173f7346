package io.github.breakranks.regime;

import io.github.breakranks.answer.Watch;
import io.github.breakranks.internal.Quadrature;
import java.util.function.DoubleUnaryOperator;

/** Averages over how many of the others go, each number as likely as any other, and the state at which they pass zero. */
final class Laplacian {
    private static final double WITHIN = 1e-14; // of the gain's size
    private static final double FARTHEST = 1e12;
    private static final int MOST_TURNS = 200;

    private Laplacian() {}

    /**
     * Where a zero is looked for.
     *
     * @param near  a place, from which steps go outward
     * @param step  the first of them; they double
     * @param least whether the least zero is wanted, or the greatest, of a function that stays at zero for a while
     */
    record From(double near, double step, boolean least) {
        /** From the origin. */
        static final From ORIGIN = new From(0, 1, true);
    }

    static double average(GlobalGame game, double state) {
        if (game.players().isEmpty()) {
            final double size = Math.abs(game.gains(state, 0)) + Math.abs(game.gains(state, 1));
            return Quadrature.integral(share -> game.gains(state, share), 0, 1, WITHIN * size + Double.MIN_NORMAL)
                    .value();
        }
        final int others = game.players().getAsInt() - 1;
        double sum = 0;
        for (int k = 0; k <= others; k++) {
            sum += game.gains(state, k / (double) others);
        }
        return sum / (others + 1);
    }

    /** Where a function that does not fall passes zero; infinite if it has the same sign everywhere, and wherever it was when time was up. */
    static double zero(DoubleUnaryOperator rising, From from, Watch watch) {
        return from.least()
                ? least(rising, from.near(), from.step(), watch)
                : -least(x -> -rising.applyAsDouble(-x), -from.near(), from.step(), watch);
    }

    private static double least(DoubleUnaryOperator rising, double near, double step, Watch watch) {
        double low = near;
        double high = near;
        final boolean below = rising.applyAsDouble(near) < 0;
        for (double out = step; watch.mayGoOn(); out *= 2) {
            if (out > FARTHEST) {
                return below ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
            }
            if (below) {
                low = high;
                high = near + out;
                if (rising.applyAsDouble(high) >= 0) {
                    break;
                }
            } else {
                high = low;
                low = near - out;
                if (rising.applyAsDouble(low) < 0) {
                    break;
                }
            }
        }
        return halved(rising, low, high, watch);
    }

    /** By false position, an end that stays counted half (the Illinois rule), and by halving at every fourth turn. */
    private static double halved(DoubleUnaryOperator rising, double from, double to, Watch watch) {
        double low = from;
        double high = to;
        double atLow = rising.applyAsDouble(low);
        double atHigh = rising.applyAsDouble(high);
        int side = 0; // that moved last
        for (int turn = 0; turn < MOST_TURNS && high - low > 1e-15 * (1 + Math.abs(low)) && watch.mayGoOn(); turn++) {
            final double share = turn % 4 == 3 ? 0.5 : Math.min(0.999, Math.max(0.001, -atLow / (atHigh - atLow)));
            final double at = low + share * (high - low);
            if (!(at > low && at < high)) {
                break;
            }
            final double value = rising.applyAsDouble(at);
            if (value >= 0) {
                high = at;
                atHigh = value;
                atLow /= side > 0 ? 2 : 1;
                side = 1;
            } else {
                low = at;
                atLow = value;
                atHigh /= side < 0 ? 2 : 1;
                side = -1;
            }
        }
        return high;
    }
}
