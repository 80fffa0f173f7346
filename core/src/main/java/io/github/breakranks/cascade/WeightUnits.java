package io.github.breakranks.cascade;

import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.NetworkRows;

/**
 * Weights in whole units, so that sums are exact and do not depend on their order: decimals of at most nine places as they are written, all
 * others to the nearest 1e-15, or as near as sums leave room for.
 *
 * @param scale units in a weight of 1, a power of ten
 * @param exact whether every weight is a whole number of units, as written
 * @param most  the largest sum of weights that one agent watches [units]
 */
record WeightUnits(double scale, boolean exact, long most) {
    private static final double SHORT = 1e9;
    private static final double FINEST = 1e15;
    private static final double ROOM = 0x1p61; // for sums

    static WeightUnits of(NetworkRows rows, double[] weights) {
        final double[] watched = new double[rows.agents()];
        boolean decimals = true;
        for (int e = 0; e < weights.length; e++) {
            watched[rows.targets()[e]] += weights[e];
            decimals &= Math.rint(weights[e] * SHORT) / SHORT == weights[e]; // the double nearest to that decimal
        }
        double most = 0;
        for (double sum : watched) {
            most = Math.max(most, sum);
        }
        if (decimals && most * SHORT < ROOM) {
            return new WeightUnits(SHORT, true, (long) Math.ceil(most * SHORT));
        }
        double scale = FINEST;
        while (scale > 1 && !(most * scale < ROOM)) {
            scale /= 10;
        }
        if (!(most * scale < ROOM)) {
            throw Checks.refused("weights watched by one agent must add up to less than %s, but was %s", ROOM, most);
        }
        return new WeightUnits(scale, false, (long) Math.ceil(most * scale));
    }

    /** A weight in units. */
    long of(double weight) {
        return (long) Math.rint(weight * scale);
    }

    /** The fewest units that reach a threshold; beyond all sums for one that cannot be reached. */
    long reaching(double threshold) {
        if (threshold > 2 * (most / scale) + 1) {
            return Long.MAX_VALUE;
        }
        final double nearest = Math.rint(threshold * scale);
        return (long) (nearest / scale == threshold ? nearest : Math.ceil(threshold * scale));
    }

    /** Refuses a network in which somebody watches more weight than 1, to within the rounding of weights. */
    void requireAtMostOne(NetworkRows rows, double[] weights) {
        final long[] watched = new long[rows.agents()];
        for (int e = 0; e < weights.length; e++) {
            watched[rows.targets()[e]] += of(weights[e]);
        }
        for (int agent = 0; agent < watched.length; agent++) {
            if (watched[agent] > (long) scale + (exact ? 0 : rows.watches(agent))) {
                throw Checks.refused(
                        "weights watched by agent %s must add up to at most 1 [share], but was %s; divide the weights, or take"
                                + " Contagion.pressure",
                        agent, watched[agent] / scale);
            }
        }
    }
}
