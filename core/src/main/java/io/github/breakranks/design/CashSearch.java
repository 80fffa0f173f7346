package io.github.breakranks.design;

import io.github.breakranks.answer.Range;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.design.SingleOffer.Kind;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The best cash where several groups come for it: between two jumps by a grid and golden section, at each jump by what comes just above it.
 */
final class CashSearch {
    private static final int STEPS = 96; // between two jumps
    private static final int GOLDEN = 60;
    static final double ASIDE = 1e-9; // just above a jump
    private static final double CLOSE = 1e-9; // of a share: what is gained at a value itself
    private static final int MOST_JUMPS = 64;

    private final Host host;
    private final Range range;
    private final Watch watch;
    private @Nullable Best best;

    /** Who comes for cash, and what the host gains. */
    interface Host {
        double[] shares(double cash);

        double surplus(double cash, double... shares);

        double[] jumps(Watch watch);

        /** Whether cash makes no difference to anybody. */
        default boolean ignores() {
            return false;
        }
    }

    /** A cash and what it gains, itself or just above it. */
    record Best(double cash, double[] shares, double surplus, Kind kind, boolean attained) {}

    CashSearch(Host host, Range range, Watch watch) {
        this.host = host;
        this.range = range;
        this.watch = watch;
    }

    /** The best; null if the watch stopped the search. */
    @Nullable
    Best best() {
        final double[] jumps = Arrays.stream(host.jumps(watch))
                .filter(value -> value >= range.low() && value < range.high())
                .limit(MOST_JUMPS)
                .toArray();
        at(range.low(), host.ignores() ? Kind.IGNORED : Kind.BOUND);
        at(range.high(), Kind.BOUND);
        double from = range.low();
        for (int n = 0; n <= jumps.length; n++) {
            final double to = n < jumps.length ? jumps[n] : range.high();
            if (!between(from, to)) {
                return null;
            }
            if (n < jumps.length) {
                above(jumps[n]);
                from = jumps[n] + aside(jumps[n]);
            }
        }
        return best;
    }

    private boolean between(double from, double to) {
        double highest = Double.NEGATIVE_INFINITY;
        int where = 0;
        for (int step = 1; step < STEPS; step++) {
            if (!watch.mayGoOn()) {
                return false;
            }
            final double surplus = gain(from + (to - from) * step / STEPS);
            if (surplus > highest) {
                highest = surplus;
                where = step;
            }
        }
        double low = from + (to - from) * (where - 1) / STEPS;
        double high = from + (to - from) * (where + 1) / STEPS;
        for (int step = 0; step < GOLDEN && high - low > ASIDE; step++) {
            final double a = low + 0.381966 * (high - low);
            final double b = low + 0.618034 * (high - low);
            if (gain(a) >= gain(b)) {
                high = b;
            } else {
                low = a;
            }
        }
        at(low + (high - low) / 2, Kind.STATIONARY);
        return true;
    }

    private double gain(double cash) {
        return host.surplus(cash, host.shares(cash));
    }

    private void at(double cash, Kind kind) {
        final double[] shares = host.shares(cash);
        keep(new Best(cash, shares, host.surplus(cash, shares), kind, true));
    }

    private void above(double jump) {
        final double[] shares = host.shares(jump + aside(jump));
        final double[] there = host.shares(jump);
        boolean attained = true;
        for (int g = 0; g < shares.length; g++) {
            attained &= shares[g] - there[g] <= CLOSE;
        }
        keep(new Best(jump, shares, host.surplus(jump, shares), attained ? Kind.ATOM : Kind.TIPPING, attained));
    }

    private static double aside(double value) {
        return ASIDE * Math.max(1, Math.abs(value));
    }

    private void keep(Best other) {
        best = best == null || other.surplus > best.surplus ? other : best;
    }
}
