package io.github.breakranks.timing;

import io.github.breakranks.population.CostLaw;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/**
 * Who has gone: all up to a cost, and of those with just that cost perhaps a part.
 *
 * @param cost  the highest cost that has gone [unit of the game]; minus infinity if nobody has
 * @param share the share gone
 */
record Cutoff(double cost, double share) {
    private static final int MOST_STEPS = 200;
    private static final double JUMP = 1e-9; // of the share, between costs that are neighbours: an atom

    /** The end of a search: two neighbours, the gain above 0 at one and not above 0 at the other. */
    private record Ends(double above, double other) {}

    /**
     * Who more goes, if {@code gain} is what going now gains over waiting.
     *
     * @param gain by cost and share gone; falls in the cost, and does not rise in the share
     * @param from the lowest cost to look at; above 0 with all gone up to there
     * @param to   a cost at which the gain is not above 0
     */
    static Cutoff search(CostLaw law, DoubleBinaryOperator gain, Cutoff from, double to) {
        final double start = from.cost;
        final double whole = Math.max(from.share, law.cdf(start));
        if (whole > from.share && !(gain.applyAsDouble(start, whole) > 0)) {
            return split(gain, start, from.share, whole); // an atom goes bit by bit
        }
        final DoubleUnaryOperator alone = cost -> gain.applyAsDouble(cost, Math.max(from.share, law.cdf(cost)));
        final Ends ends = narrow(alone, start, to);
        final double cost = ends.other;
        final double before = Math.max(from.share, law.cdf(ends.above));
        final double after = Math.max(from.share, law.cdf(cost));
        if (!(after - before > JUMP)) {
            return new Cutoff(cost, after);
        }
        // Near 0 neighbours are hard to come by: between these two an atom may lie, and a steep stretch next to it.
        final double atom = law.quantile(before + (after - before) / 2);
        final double share = split(gain, within(ends, atom), before, after).share;
        return new Cutoff(within(ends, law.quantile(share)), share);
    }

    private static double within(Ends ends, double cost) {
        return cost > ends.above && cost <= ends.other ? cost : ends.other;
    }

    private static Cutoff split(DoubleBinaryOperator gain, double cost, double before, double after) {
        if (!(gain.applyAsDouble(cost, before) > 0)) {
            return new Cutoff(cost, before);
        }
        final Ends ends = narrow(share -> gain.applyAsDouble(cost, share), before, after);
        return new Cutoff(cost, ends.other);
    }

    /** Chandrupatla (1997), Advances in Engineering Software 28:145, doi 10.1016/S0965-9978(96)00051-8. */
    private static Ends narrow(DoubleUnaryOperator falling, double low, double high) {
        double x1 = high;
        double f1 = falling.applyAsDouble(high);
        double x2 = low;
        double f2 = falling.applyAsDouble(low);
        double part = 0.5;
        for (int step = 0; step < MOST_STEPS; step++) {
            final double x = x1 + part * (x2 - x1);
            final double f = falling.applyAsDouble(x);
            if (f == 0) {
                return new Ends(x, x);
            }
            final boolean sameSide = f > 0 == f1 > 0;
            final double x3 = sameSide ? x1 : x2;
            final double f3 = sameSide ? f1 : f2;
            x2 = sameSide ? x2 : x1;
            f2 = sameSide ? f2 : f1;
            x1 = x;
            f1 = f;
            final double width = Math.abs(x2 - x1);
            final double close = Math.ulp(Math.abs(f2) < Math.abs(f1) ? x2 : x1);
            if (width <= close) {
                break;
            }
            final double xi = (x1 - x2) / (x3 - x2);
            final double phi = (f1 - f2) / (f3 - f2);
            final boolean smooth = phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi;
            final double next = smooth
                    ? f1 / (f2 - f1) * f3 / (f2 - f3) + (x3 - x1) / (x2 - x1) * f1 / (f3 - f1) * f2 / (f3 - f2)
                    : 0.5;
            part = Math.max(close / width, Math.min(1 - close / width, next));
        }
        return f1 > 0 ? new Ends(x1, x2) : new Ends(x2, x1);
    }
}
