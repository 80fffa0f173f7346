package io.github.breakranks.population;

import io.github.breakranks.internal.Checks;
import java.util.stream.DoubleStream;

/** Probes laws that users wrote, before work starts on them. */
final class LawCheck {

    private static final int STEPS = 256; // over the middle, and as many on each side of it
    private static final double MIDDLE = 0.001; // share left out on each side of the middle
    private static final int DECADES = 12; // shares down to 1e-12 in the tails, costs from 1e-12 to 1e12
    private static final double ROUNDING = 1e-12; // a fall by less is rounding

    private LawCheck() {}

    /**
     * Refuses a law whose cdf falls, is NaN or leaves [0, 1] somewhere on a grid over its bulk and tails. Laws of
     * this library pass unprobed, but for those mixed in by users.
     *
     * @return the law
     */
    static CostLaw check(CostLaw law) {
        if (law instanceof MixtureLaw mixture) {
            mixture.parts().forEach(LawCheck::check);
        } else if (!(law instanceof ContinuousLaw || law instanceof AtomsLaw)) {
            probe(law);
        }
        return law;
    }

    private static void probe(CostLaw law) {
        double lastCost = Double.NEGATIVE_INFINITY;
        double lastShare = law.cdf(lastCost);
        if (!isShare(lastShare)) {
            throw Checks.refused("cdf must be a share in [0, 1], but was %s at cost %s", lastShare, lastCost);
        }
        for (double cost : grid(law)) {
            final double share = law.cdf(cost);
            if (!isShare(share)) {
                throw Checks.refused(
                        "cdf must be a share in [0, 1], but was %s at cost %s, after %s at cost %s",
                        share, cost, lastShare, lastCost);
            }
            if (share < lastShare - ROUNDING) {
                throw Checks.refused(
                        "cdf must not fall as the cost rises [share], but was %s at cost %s and %s at cost %s",
                        lastShare, lastCost, share, cost);
            }
            lastCost = cost;
            lastShare = share;
        }
    }

    private static boolean isShare(double value) {
        return value >= 0 && value <= 1; // written so that NaN is refused
    }

    /** Rising costs: infinity, powers of ten, the tails by their shares, the middle and its surroundings evenly. */
    private static double[] grid(CostLaw law) {
        final DoubleStream.Builder costs = DoubleStream.builder();
        costs.add(Double.POSITIVE_INFINITY).add(0);
        for (int decade = -DECADES; decade <= DECADES; decade++) {
            costs.add(Math.pow(10, decade)).add(-Math.pow(10, decade));
        }
        for (int decade = 1; decade <= DECADES; decade++) {
            costs.add(Inversion.quantile(law, Math.pow(10, -decade)));
            costs.add(Inversion.quantileAbove(law, Math.pow(10, -decade)));
        }
        final double left = Inversion.quantile(law, MIDDLE);
        final double width = Inversion.quantileAbove(law, MIDDLE) - left;
        if (Math.abs(width) <= Double.MAX_VALUE) {
            for (int step = -STEPS; step <= 2 * STEPS; step++) {
                costs.add(left + width * step / STEPS);
            }
        }
        return costs.build().sorted().toArray();
    }
}
