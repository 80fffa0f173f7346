package io.github.breakranks.design;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What agents must be paid in private if they do not know their ranks, where gains are one function of the number gone less each one's cost.
 *
 * <pre>{@code
 *   minimise  sum over i of max(0, c_i - y_i)       y_i  what i expects to gain: the mean of phi over his ranks
 *   subject to y majorised by phi(0), ..., phi(n-1)
 *
 *   total = max over m of (sum of the m largest c) - (sum of the m largest phi)
 *   paid on success, all alike:  n c / (p(n) - p(0)) each
 * }</pre>
 *
 * <p>Where ranks are drawn, sums of gains over agents are the same in every draw, so no scheme does with less; and ranks hidden behind offers
 * that differ by next to nothing come as near to it as one likes (Halac, Lipnowski and Rappoport 2021, doi 10.1257/aer.20200555). The
 * vectors majorised by phi are a base polytope, on which the projection of c serves every convex sum at once; it is found by pooling adjacent
 * violators, the agents in descending cost. Those pooled are told nothing of their ranks among each other.
 */
final class RankUncertainty {
    private RankUncertainty() {}

    /** Whether there is a closed form: gains by number, all of one type. */
    static boolean covers(CoalitionGains gains) {
        return gains.counted() && gains.types() == 1;
    }

    /** By agent: the infimum of what he is paid. */
    static double[] payments(CoalitionGains gains) {
        final int agents = gains.agents();
        final double[] payments = new double[agents];
        if (gains.onSuccess()) {
            Arrays.fill(payments, mean(gains));
            return payments;
        }
        final int[] by = {0};
        final double[] residuals = IntStream.range(0, agents) // the most reluctant first, with the largest gain
                .mapToDouble(place -> {
                    by[0] = agents - 1 - place;
                    return -gains.gain(0, agents - 1 - place, by);
                })
                .toArray();
        pool(residuals);
        for (int place = 0; place < agents; place++) {
            payments[gains.agent(0, agents - 1 - place)] = Math.max(0, residuals[place]);
        }
        return payments;
    }

    /** What covers the mean gain of identical agents over all ranks: each one's payment where returns increase. */
    static double mean(CoalitionGains gains) {
        double gain = 0;
        double worth = 0;
        for (int gone = 0; gone < gains.agents(); gone++) {
            gain += gains.gain(0, 0, new int[] {gone});
            worth += gains.worth(0, new int[] {gone});
        }
        return gain >= 0 ? 0 : -gain / worth;
    }

    /** The nearest values that never rise: blocks that would rise are replaced by their means. */
    private static void pool(double[] values) {
        final double[] sums = new double[values.length];
        final int[] sizes = new int[values.length];
        int blocks = 0;
        for (double value : values) {
            sums[blocks] = value;
            sizes[blocks] = 1;
            blocks++;
            while (blocks > 1 && sums[blocks - 1] * sizes[blocks - 2] >= sums[blocks - 2] * sizes[blocks - 1]) {
                sums[blocks - 2] += sums[blocks - 1];
                sizes[blocks - 2] += sizes[blocks - 1];
                blocks--;
            }
        }
        int at = 0;
        for (int block = 0; block < blocks; block++) {
            Arrays.fill(values, at, at + sizes[block], sums[block] / sizes[block]);
            at += sizes[block];
        }
    }
}
