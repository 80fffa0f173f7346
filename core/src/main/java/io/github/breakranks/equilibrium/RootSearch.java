package io.github.breakranks.equilibrium;

import io.github.breakranks.equilibrium.RestPoint.Root;
import io.github.breakranks.game.DefectionGame;

/**
 * The zero of {@code h(x) = Phi(x) - x} between two shares at which h has opposite signs, to the last digits: Newton's method kept inside
 * a shrinking bracket. Above one half it works in the share that stays, so that 1 - 2e-10 keeps its digits.
 */
final class RootSearch {
    private static final int MOST_STEPS = 200; // 64 halvings and their Newton steps suffice

    private final DefectionGame game;
    private final BestReply reply;

    RootSearch(DefectionGame game, BestReply reply) {
        this.game = game;
        this.reply = reply;
    }

    /** The zero in a cell with exactly one; {@code falls}: h is positive below it. */
    Root in(double from, double to, boolean falls) {
        final double sign = falls ? 1 : -1;
        if (to <= 0.5) {
            return lower(from, to, sign);
        }
        if (from >= 0.5) {
            return upper(1 - to, 1 - from, sign);
        }
        return sign * reply.excess(0.5) < 0 ? lower(from, 0.5, sign) : upper(1 - to, 0.5, sign);
    }

    private Root lower(double from, double to, double sign) {
        final double x = zero(true, from, to, sign);
        return new Root(x, 1 - x, Math.abs(game.willing(0, x) - x));
    }

    private Root upper(double stayingFrom, double stayingTo, double sign) {
        final double y = zero(false, stayingFrom, stayingTo, sign);
        final double x = gone(y);
        return new Root(x, y, Math.abs(game.unwilling(0, x) - y));
    }

    /** Of atoms the share gone as the law counts it: rounded otherwise, it would be beyond the last who go, or short of him. */
    private double gone(double staying) {
        final double x = 1 - staying;
        final double counted = game.population().law().discrete() ? game.willing(0, x) : x;
        return Math.abs(counted - x) <= Math.ulp(1.0) ? counted : x;
    }

    /** In shares gone or, mirrored, shares that stay: {@code k(y) = unwilling(1 - y) - y} falls where h does. */
    private double zero(boolean gone, double from, double to, double sign) {
        if (from == 0 && value(gone, 0) == 0) { // no step from inside ever lands on an end
            return 0;
        }
        if (to == 0.5 && value(gone, to) == 0) {
            return to;
        }
        double low = from;
        double high = to;
        double z = low + 0.5 * (high - low);
        double before = high - low;
        double slopeBefore = Double.NaN;
        for (int step = 0; step < MOST_STEPS; step++) {
            final double k = value(gone, z);
            if (k == 0) {
                return z;
            }
            if (sign * k > 0) {
                low = z;
            } else {
                high = z;
            }
            final double slope = reply.slope(gone ? z : 1 - z) - 1;
            double next = z - k / slope;
            final double move = Math.abs(next - z);
            final double bend = Math.abs((slope - slopeBefore) / before); // of k, as seen over the last step
            if (move <= 0.5 * Math.ulp(z)
                    || next > low && next < high && bend * move * move <= Math.ulp(z) * Math.abs(slope) / 8) {
                return next; // Newton's method is off by bend / (2 slope) times the move's square
            }
            slopeBefore = slope;
            if (!(next > low && next < high) || move > 0.75 * before) { // also if the slope is zero or NaN
                next = inside(low, high, reply(gone, z));
                if (next <= low || next >= high) {
                    return atLeastExcess(gone, low, high);
                }
            }
            before = Math.abs(next - z);
            z = next;
        }
        return z;
    }

    /** The middle, or the best reply where that is nearer to the low end: it finds a share of 1e-300 at once. */
    private static double inside(double low, double high, double reply) {
        final double middle = low + 0.5 * (high - low);
        return reply > low && reply < middle ? reply : middle;
    }

    private double reply(boolean gone, double z) {
        return gone ? game.willing(0, z) : game.unwilling(0, 1 - z);
    }

    private double atLeastExcess(boolean gone, double low, double high) {
        return Math.abs(value(gone, low)) <= Math.abs(value(gone, high)) ? low : high;
    }

    private double value(boolean gone, double z) {
        return reply(gone, z) - z;
    }
}
