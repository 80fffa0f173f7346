package io.github.breakranks.regime;

import io.github.breakranks.answer.Watch;
import io.github.breakranks.internal.Halted;
import io.github.breakranks.internal.Quadrature;
import java.util.function.DoubleUnaryOperator;

/** Averages over how many of the others go, each number as likely as any other, and the state at which they pass zero. */
final class Laplacian {
    private static final double WITHIN = 1e-14; // of the gain's size
    private static final double ROUNDINGS = 4; // of the state
    private static final int OFTEN = 16; // gains between two looks at the watch
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

    /** What is expected in a state if each share, or number, of others is as likely as any other; {@link Halted} if the watch says so. */
    static double average(GlobalGame game, double state, Watch watch) {
        final int[] gains = new int[1];
        final DoubleUnaryOperator gain = share -> {
            if (++gains[0] % OFTEN == 0 && !watch.mayGoOn()) {
                throw new Halted();
            }
            return game.gains(state, share);
        };
        if (game.players().isEmpty()) {
            final double size = Math.abs(game.gains(state, 0)) + Math.abs(game.gains(state, 1));
            final double within = WITHIN * size + ROUNDINGS * Math.ulp(state) * slope(game, state);
            return Quadrature.integral(gain, 0, 1, within + Double.MIN_NORMAL).value();
        }
        final int others = game.players().getAsInt() - 1;
        double sum = 0;
        for (int k = 0; k <= others; k++) {
            sum += gain.applyAsDouble(k / (double) others);
        }
        return sum / (others + 1);
    }

    private static double slope(GlobalGame game, double state) {
        final double sigma = 1 / Math.sqrt(game.news().privatePrecision());
        double rise = 0;
        for (int share = 0; share <= 1; share++) {
            rise += game.gains(state + sigma, share) - game.gains(state - sigma, share);
        }
        return Math.abs(rise) / sigma;
    }

    /** Where a function that does not fall passes zero; infinite if it has the same sign everywhere; {@link Halted} if the watch says so. */
    static double zero(DoubleUnaryOperator rising, From from, Watch watch) {
        return from.least()
                ? least(rising, from.near(), from.step(), watch)
                : -least(x -> -rising.applyAsDouble(-x), -from.near(), from.step(), watch);
    }

    private static double least(DoubleUnaryOperator rising, double near, double step, Watch watch) {
        double low = near;
        double high = near;
        final boolean below = rising.applyAsDouble(near) < 0;
        for (double out = step; ; out *= 2) {
            goOn(watch);
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

    private static void goOn(Watch watch) {
        if (!watch.mayGoOn()) {
            throw new Halted();
        }
    }

    /** By false position, an end that stays counted half (the Illinois rule), and by halving at every fourth turn. */
    private static double halved(DoubleUnaryOperator rising, double from, double to, Watch watch) {
        double low = from;
        double high = to;
        double atLow = rising.applyAsDouble(low);
        double atHigh = rising.applyAsDouble(high);
        int side = 0; // that moved last
        for (int turn = 0; turn < MOST_TURNS && high - low > 1e-15 * (1 + Math.abs(low)); turn++) {
            goOn(watch);
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
