package io.github.breakranks.internal;

import java.util.function.IntToDoubleFunction;

/**
 * How many of k independent draws succeed, each with the same chance.
 *
 * <p>Weights are walked from the likeliest number outward and scaled by their sum, so that no factorial over- or underflows and nothing is
 * lost but what is negligible. Cost: O(min(k, 40 standard deviations)), for means 15.
 */
public final class Binomial {
    private static final double NEGLIGIBLE =
            1e-40; // chance, relative to the likeliest; the rest cannot move a mean of shares

    private Binomial() {}

    /** The chances of m = 0 to k successes. */
    public static double[] chances(int k, double chance) {
        final double[] chances = new double[k + 1];
        final double sum = walk(k, chance, 0, (m, weight) -> chances[m] = weight);
        for (int m = 0; m <= k; m++) {
            chances[m] /= sum;
        }
        return chances;
    }

    /** The mean of a share that depends on the number of successes. */
    public static double mean(int k, double chance, IntToDoubleFunction of) {
        final double[] total = new double[1];
        final double sum = walk(k, chance, NEGLIGIBLE, (m, weight) -> total[0] += weight * of.applyAsDouble(m));
        return total[0] / sum;
    }

    @FunctionalInterface
    private interface Visitor {
        void at(int successes, double weight);
    }

    /** Visits all numbers with a weight above {@code least}, that of the likeliest being 1; the sum of the weights. */
    private static double walk(int k, double chance, double least, Visitor visitor) {
        final int mode = (int) Math.min(k, Math.floor((k + 1.0) * chance));
        final double odds = chance / (1 - chance);
        visitor.at(mode, 1);
        double sum = 1;
        double weight = 1;
        for (int m = mode + 1; m <= k && weight > least; m++) {
            weight = weight * odds * (k - m + 1) / m;
            visitor.at(m, weight);
            sum += weight;
        }
        weight = 1;
        for (int m = mode - 1; m >= 0 && weight > least; m--) {
            weight = weight * (m + 1) / (odds * (k - m));
            visitor.at(m, weight);
            sum += weight;
        }
        return sum;
    }
}
