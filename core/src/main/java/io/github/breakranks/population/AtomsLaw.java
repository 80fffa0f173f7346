package io.github.breakranks.population;

import io.github.breakranks.answer.Range;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.Rounding;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Finitely many costs, each with its share: a list of soldiers, or types.
 *
 * <pre>{@code
 *   F(c)     = sum of p_k over c_k <= c        c_1 <= c_2 <= ... <= c_n
 *   P(C < c) = sum of p_k over c_k <  c
 *
 *   listed costs:   p_k = 1 / n, and F(c) = (count of c_k <= c) / n, rounded once
 * }</pre>
 *
 * <p>The inverses invert exactly what {@link #cdf} and {@link #survival} return. Cost: O(log n).
 */
final class AtomsLaw implements CostLaw {

    private static final double RELATIVE_ERROR = 0x1p-51;
    private static final double[] EACH_ALIKE = {};

    private final double[] costs; // rising; listed costs may stand more than once
    private final double[] before; // by rank, share of the costs before it; empty where each cost counts the same
    private final double[] after; // by rank, share of the costs from it on; empty likewise

    private AtomsLaw(double[] costs, double[] before, double[] after) {
        this.costs = costs;
        this.before = before;
        this.after = after;
    }

    /** Every cost listed, each equally likely. */
    static AtomsLaw empirical(double... costs) {
        if (costs.length == 0) {
            throw Checks.refused("costs must have at least 1 cost [count], but was empty");
        }
        final double[] sorted = costs.clone();
        for (int k = 0; k < sorted.length; k++) {
            sorted[k] = finite(k, sorted[k]);
        }
        Arrays.sort(sorted);
        return new AtomsLaw(sorted, EACH_ALIKE, EACH_ALIKE);
    }

    /** Costs with their shares; costs of share 0 are left out, equal ones joined. */
    static AtomsLaw of(double[] costs, double[] shares) {
        final double total = Weights.requireDivision(shares, costs.length, "cost");
        for (int k = 0; k < costs.length; k++) {
            finite(k, costs[k]);
        }
        final int[] rising = IntStream.range(0, costs.length)
                .filter(k -> shares[k] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(k -> costs[k]))
                .mapToInt(k -> k)
                .toArray();
        final double[] atoms = new double[rising.length];
        final double[] weights = new double[rising.length];
        int size = 0;
        for (int k : rising) {
            if (size == 0 || atoms[size - 1] < costs[k]) {
                atoms[size++] = costs[k] + 0.0; // a negative zero becomes zero
            }
            weights[size - 1] += shares[k] / total;
        }
        return new AtomsLaw(Arrays.copyOf(atoms, size), sums(weights, 0, 1, size), sums(weights, size - 1, -1, size));
    }

    /** The law of {@code shift + factor * C}. */
    AtomsLaw moved(double shift, double factor) {
        final double[] moved = new double[costs.length];
        for (int k = 0; k < costs.length; k++) {
            moved[k] = finite(k, shift + factor * costs[k]);
        }
        if (before.length == 0) {
            return empirical(moved);
        }
        if (factor > 0) {
            return new AtomsLaw(moved, before, after);
        }
        return new AtomsLaw(reversed(moved), reversed(after), reversed(before));
    }

    private static double[] reversed(double[] values) {
        final double[] reversed = new double[values.length];
        Arrays.setAll(reversed, k -> values[values.length - 1 - k]);
        return reversed;
    }

    private static double finite(int k, double cost) {
        if (!(Math.abs(cost) <= Double.MAX_VALUE)) {
            Checks.finite("costs[" + k + "]", "unit of the game", cost);
        }
        return cost + 0.0; // a negative zero becomes zero
    }

    /** By rank, the sum of the weights passed on the way to it, each rounded once; exactly 1 when all are passed. */
    private static double[] sums(double[] weights, int start, int step, int size) {
        final double[] sums = new double[size + 1];
        double sum = 0;
        double lost = 0;
        int rank = step > 0 ? 0 : size;
        for (int k = start; k >= 0 && k < size; k += step) {
            final double next = sum + weights[k];
            lost += Rounding.ofSum(sum, weights[k], next);
            sum = next;
            rank += step;
            sums[rank] = Math.min(1.0, sum + lost);
        }
        sums[rank] = 1;
        return sums;
    }

    @Override
    public double cdf(double cost) {
        return Double.isNaN(cost) ? cost : shareBefore(countUpTo(cost));
    }

    @Override
    public double survival(double cost) {
        return Double.isNaN(cost) ? cost : shareFrom(countUpTo(cost));
    }

    @Override
    public double below(double cost) {
        return Double.isNaN(cost) ? cost : shareBefore(countBelow(cost));
    }

    @Override
    public double atLeast(double cost) {
        return Double.isNaN(cost) ? cost : shareFrom(countBelow(cost));
    }

    private double shareBefore(int rank) {
        return before.length == 0 ? rank / (double) costs.length : before[rank];
    }

    private double shareFrom(int rank) {
        return after.length == 0 ? (costs.length - rank) / (double) costs.length : after[rank];
    }

    private int countUpTo(double cost) {
        int counted = 0;
        int end = costs.length;
        while (counted < end) {
            final int middle = (counted + end) >>> 1;
            if (costs[middle] <= cost) {
                counted = middle + 1;
            } else {
                end = middle;
            }
        }
        return counted;
    }

    private int countBelow(double cost) {
        return cost == Double.NEGATIVE_INFINITY ? 0 : countUpTo(Math.nextDown(cost));
    }

    @Override
    public double quantile(double share) {
        return least(Inversion.Passing.REACHES, Checks.share("share", share));
    }

    @Override
    public double quantileAbove(double above) {
        return least(Inversion.Passing.LEAVES, Checks.share("above", above));
    }

    @Override
    public double quantileFromRight(double share) {
        return least(Inversion.Passing.EXCEEDS, Checks.share("share", share));
    }

    /** The least cost that passes the mark; the highest if none does. */
    private double least(Inversion.Passing passing, double mark) {
        int rank = 0;
        int end = costs.length - 1;
        while (rank < end) {
            final int middle = (rank + end) >>> 1;
            final double share = passing == Inversion.Passing.LEAVES ? shareFrom(middle + 1) : shareBefore(middle + 1);
            if (passing.passed(share, mark)) {
                end = middle;
            } else {
                rank = middle + 1;
            }
        }
        return costs[rank];
    }

    /** 0 between atoms, none at them. */
    @Override
    public double density(double cost) {
        if (Double.isNaN(cost)) {
            return cost;
        }
        return countUpTo(cost) == countBelow(cost) ? 0 : Double.NaN;
    }

    @Override
    public Range densityOver(double from, double to) {
        DensityBounds.requireInterval(from, to);
        return countUpTo(to) == countBelow(from) ? DensityBounds.nothing() : new Range(0, Double.POSITIVE_INFINITY);
    }

    @Override
    public double steepest() {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public double[] breaks() {
        return Arrays.stream(costs).distinct().toArray();
    }

    @Override
    public boolean discrete() {
        return true;
    }

    @Override
    public double low() {
        return costs[0];
    }

    @Override
    public double high() {
        return costs[costs.length - 1];
    }

    @Override
    public double relativeError() {
        return RELATIVE_ERROR;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AtomsLaw that && Arrays.equals(costs, that.costs) && Arrays.equals(before, that.before);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(costs) + Arrays.hashCode(before);
    }

    @Override
    public String toString() {
        return before.length == 0 ? "empirical(" + costs.length + " costs)" : "atoms(" + costs.length + ")";
    }
}
