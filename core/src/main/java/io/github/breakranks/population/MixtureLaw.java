package io.github.breakranks.population;

import io.github.breakranks.answer.Range;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.population.Inversion.Passing;
import java.util.Arrays;
import java.util.List;

/**
 * Several laws, each followed by a share of the population.
 *
 * <pre>{@code
 *   F(c) = sum of w_k F_k(c)        min_k Q_k(p) <= Q(p) <= max_k Q_k(p)
 * }</pre>
 *
 * <p>Inverses are searched between those of the parts, to neighbouring doubles, so that an atom of a part is found
 * exactly. Cost: the sum of the parts', times some 20 for an inverse.
 */
final class MixtureLaw implements CostLaw {

    private static final double NEARLY_ALL = 0.999; // from here on a share is 1 less the others, summed by themselves

    private final double[] weights; // by part, above 0
    private final CostLaw[] parts;

    private MixtureLaw(double[] weights, CostLaw[] parts) {
        this.weights = weights;
        this.parts = parts;
    }

    /** Laws with their shares; laws of share 0 are left out. */
    static MixtureLaw of(double[] shares, CostLaw... laws) {
        final double total = Weights.requireDivision(shares, laws.length, "law");
        final double[] weights = new double[laws.length];
        final CostLaw[] parts = new CostLaw[laws.length];
        int size = 0;
        for (int k = 0; k < laws.length; k++) {
            if (shares[k] > 0) {
                weights[size] = shares[k] / total;
                parts[size++] = laws[k];
            }
        }
        return new MixtureLaw(Arrays.copyOf(weights, size), Arrays.copyOf(parts, size));
    }

    /** The laws that are mixed. */
    List<CostLaw> parts() {
        return List.of(parts);
    }

    /** The law of {@code shift + factor * C}: each part moved alike. */
    MixtureLaw moved(double shift, double factor) {
        final CostLaw[] moved =
                Arrays.stream(parts).map(part -> part.affine(shift, factor)).toArray(CostLaw[]::new);
        return new MixtureLaw(weights, moved);
    }

    @Override
    public double cdf(double cost) {
        final double share = sumOfCdf(cost);
        return share > NEARLY_ALL ? 1 - sumOfSurvival(cost) : share;
    }

    @Override
    public double survival(double cost) {
        final double share = sumOfSurvival(cost);
        return share > NEARLY_ALL ? 1 - sumOfCdf(cost) : share;
    }

    @Override
    public double below(double cost) {
        final double share = sumOfBelow(cost);
        return share > NEARLY_ALL ? 1 - sumOfAtLeast(cost) : share;
    }

    @Override
    public double atLeast(double cost) {
        final double share = sumOfAtLeast(cost);
        return share > NEARLY_ALL ? 1 - sumOfBelow(cost) : share;
    }

    private double sumOfCdf(double cost) {
        double sum = 0;
        for (int k = 0; k < parts.length; k++) {
            sum += weights[k] * parts[k].cdf(cost);
        }
        return sum;
    }

    private double sumOfSurvival(double cost) {
        double sum = 0;
        for (int k = 0; k < parts.length; k++) {
            sum += weights[k] * parts[k].survival(cost);
        }
        return sum;
    }

    private double sumOfBelow(double cost) {
        double sum = 0;
        for (int k = 0; k < parts.length; k++) {
            sum += weights[k] * parts[k].below(cost);
        }
        return sum;
    }

    private double sumOfAtLeast(double cost) {
        double sum = 0;
        for (int k = 0; k < parts.length; k++) {
            sum += weights[k] * parts[k].atLeast(cost);
        }
        return sum;
    }

    @Override
    public double quantile(double share) {
        return share == 0 ? low() : between(Passing.REACHES, Checks.share("share", share));
    }

    @Override
    public double quantileAbove(double above) {
        return above == 1 ? low() : between(Passing.LEAVES, Checks.share("above", above));
    }

    @Override
    public double quantileFromRight(double share) {
        return share == 0 ? low() : between(Passing.EXCEEDS, Checks.share("share", share));
    }

    private double between(Passing passing, double mark) {
        double from = Double.POSITIVE_INFINITY;
        double to = Double.NEGATIVE_INFINITY;
        for (CostLaw part : parts) {
            final double cost = passing.inverse(part, mark);
            from = Math.min(from, cost);
            to = Math.max(to, cost);
        }
        return Inversion.least(this, passing, mark, from, to);
    }

    @Override
    public double density(double cost) {
        double sum = 0;
        for (int k = 0; k < parts.length; k++) {
            sum += weights[k] * parts[k].density(cost);
        }
        return sum;
    }

    @Override
    public Range densityOver(double from, double to) {
        DensityBounds.requireInterval(from, to);
        double least = 0;
        double most = 0;
        for (int k = 0; k < parts.length; k++) {
            final Range bounds = parts[k].densityOver(from, to);
            least += weights[k] * bounds.low();
            most += weights[k] * bounds.high();
        }
        return most == 0 ? DensityBounds.nothing() : DensityBounds.around(least, most, roundings(), Double.MIN_NORMAL);
    }

    /**
     * The sum of the parts' greatest densities by weight, which the density nowhere exceeds; NaN where one is not
     * known.
     */
    @Override
    public double steepest() {
        double sum = 0;
        for (int k = 0; k < parts.length; k++) {
            sum += weights[k] * parts[k].steepest();
        }
        return sum;
    }

    @Override
    public double[] breaks() {
        return Arrays.stream(parts)
                .flatMapToDouble(part -> Arrays.stream(part.breaks()))
                .sorted()
                .distinct()
                .toArray();
    }

    @Override
    public boolean discrete() {
        for (CostLaw part : parts) {
            if (!part.discrete()) {
                return false;
            }
        }
        return true;
    }

    @Override
    public double low() {
        double low = Double.POSITIVE_INFINITY;
        for (CostLaw part : parts) {
            low = Math.min(low, part.low());
        }
        return low;
    }

    @Override
    public double high() {
        double high = Double.NEGATIVE_INFINITY;
        for (CostLaw part : parts) {
            high = Math.max(high, part.high());
        }
        return high;
    }

    @Override
    public double relativeError() {
        double worst = 0;
        for (CostLaw part : parts) {
            worst = Math.max(worst, part.relativeError());
        }
        return worst + roundings();
    }

    private double roundings() {
        return (parts.length + 4) * Math.ulp(1.0);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MixtureLaw that
                && Arrays.equals(weights, that.weights)
                && Arrays.equals(parts, that.parts);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(weights) + Arrays.hashCode(parts);
    }

    @Override
    public String toString() {
        final StringBuilder text = new StringBuilder("mixture(");
        for (int k = 0; k < parts.length; k++) {
            text.append(k == 0 ? "" : ", ").append(weights[k]).append(' ').append(parts[k]);
        }
        return text.append(')').toString();
    }
}
