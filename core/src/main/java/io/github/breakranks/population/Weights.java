package io.github.breakranks.population;

import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.Rounding;

/** Shares that divide a population among several. */
final class Weights {

    private static final double TOLERANCE = 1e-9;

    private Weights() {}

    /**
     * Refuses what does not divide a population.
     *
     * @param shares a share for each
     * @param count  how many it is divided among
     * @param each   one of them, in words
     * @return the sum of the shares, rounded once: 1 within 1e-9
     */
    static double requireDivision(double[] shares, int count, String each) {
        if (count == 0) {
            throw Checks.refused("%ss must have at least 1 %s [count], but was empty", each, each);
        }
        if (shares.length != count) {
            throw Checks.refused(
                    "shares must have %s shares [count], one per %s, but was %s", count, each, shares.length);
        }
        double sum = 0;
        double lost = 0;
        for (int k = 0; k < count; k++) {
            Checks.share("shares[" + k + "]", shares[k]);
            final double next = sum + shares[k];
            lost += Rounding.ofSum(sum, shares[k], next);
            sum = next;
        }
        sum += lost;
        if (!(Math.abs(sum - 1) <= TOLERANCE)) {
            throw Checks.refused("shares must sum to 1 within %s [share], but was %s", TOLERANCE, sum);
        }
        return sum;
    }
}
