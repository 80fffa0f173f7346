package io.github.breakranks.network;

import io.github.breakranks.internal.Checks;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How many ties an agent has: the chance of each number.
 *
 * <pre>{@code
 *   p(k) = share of agents with k ties,   k = 0, 1, ..., largest                z = sum k p(k), the mean
 *   neighbour:   k p(k) / z               ties of the one at the end of a tie
 *   excess:      (k+1) p(k+1) / z         his ties besides the one he was met through
 * }</pre>
 *
 * <p>Who is met through a tie has more ties than others, in proportion: this is what makes networks of unequal degrees spread faster than
 * their mean tells.
 *
 * <p>A finite table; laws without a largest degree are cut where less than 1e-15 of the agents lie beyond. Immutable.
 *
 * @see <a href="https://doi.org/10.1103/PhysRevE.64.026118">M. Newman, S. Strogatz and D. Watts (2001), "Random graphs with arbitrary
 *     degree distributions and their applications", Physical Review E 64, 026118</a>
 */
public final class DegreeLaw {
    private static final double TOLERANCE = 1e-9;
    private static final double NEGLIGIBLE = 1e-18;
    private static final int LARGEST_MEAN = 1_000_000;

    private final double[] probability; // by degree
    private final String name;
    private final double mean;
    private final double meanSquare;

    private DegreeLaw(double[] weights, String name) {
        this.name = name;
        int last = weights.length - 1;
        while (last > 0 && weights[last] == 0) {
            last--;
        }
        final double total = Arrays.stream(weights).sum();
        probability = Arrays.stream(weights, 0, last + 1)
                .map(weight -> weight / total)
                .toArray();
        double first = 0;
        double second = 0;
        for (int degree = 1; degree < probability.length; degree++) {
            first += degree * probability[degree];
            second += (double) degree * degree * probability[degree];
        }
        mean = first;
        meanSquare = second;
    }

    /**
     * A law of one's own.
     *
     * @param probability by degree, from 0, shares of the agents; they sum to 1 within 1e-9
     */
    public static DegreeLaw of(double... probability) {
        double sum = 0;
        for (int degree = 0; degree < probability.length; degree++) {
            sum += Checks.share("probability[" + degree + "]", probability[degree]);
        }
        if (!(Math.abs(sum - 1) <= TOLERANCE)) {
            throw Checks.refused("probability must sum to 1 within %s [share], but was %s", TOLERANCE, sum);
        }
        return new DegreeLaw(probability, "own");
    }

    /** Everybody has so many ties [count], at least 0. */
    public static DegreeLaw regular(int degree) {
        Checks.count(0, "degree", "ties", degree);
        final double[] weights = new double[degree + 1];
        weights[degree] = 1;
        return new DegreeLaw(weights, "regular " + degree);
    }

    /**
     * Poisson's law, that of uniform random networks: {@code p(k) = exp(-mean) mean^k / k!}.
     *
     * @param mean ties of an agent on average, above 0 and at most 1,000,000
     */
    public static DegreeLaw poisson(double mean) {
        if (!(mean > 0 && mean <= LARGEST_MEAN)) {
            throw Checks.refused("mean must be > 0 and <= %s [ties], but was %s", LARGEST_MEAN, mean);
        }
        final int mode = (int) mean;
        int largest = mode;
        for (double weight = 1; weight > NEGLIGIBLE; largest++) {
            weight *= mean / (largest + 1);
        }
        final double[] weights =
                new double[largest + 1]; // relative to the mode, so that nothing underflows that counts
        weights[mode] = 1;
        for (int degree = mode; degree < largest; degree++) {
            weights[degree + 1] = weights[degree] * mean / (degree + 1);
        }
        for (int degree = mode; degree > 0; degree--) {
            weights[degree - 1] = weights[degree] * degree / mean;
        }
        return new DegreeLaw(weights, "poisson " + mean);
    }

    /**
     * Few have many: {@code p(k)} in proportion to {@code k^-exponent}, from the least to the largest degree.
     *
     * @param exponent at least 0; most networks of people are put between 2 and 3
     * @param least    fewest ties [count], at least 1
     * @param largest  most ties [count], at least as many
     */
    public static DegreeLaw powerLaw(double exponent, int least, int largest) {
        Checks.atLeast(0.0, "exponent", "power of the degree", exponent);
        Checks.count(1, "least", "ties", least);
        Checks.count(least, "largest", "ties", largest);
        final double[] weights = new double[largest + 1];
        for (int degree = least; degree <= largest; degree++) {
            weights[degree] = StrictMath.pow((double) degree / least, -exponent);
        }
        return new DegreeLaw(weights, "power law " + exponent + ", " + least + " to " + largest);
    }

    /** The chance of so many ties, a share of the agents; 0 beyond the largest. */
    public double probability(int degree) {
        return degree >= 0 && degree < probability.length ? probability[degree] : 0;
    }

    /** The most ties anybody has [count]. */
    public int largest() {
        return probability.length - 1;
    }

    /** Ties of an agent on average. */
    public double mean() {
        return mean;
    }

    /** The mean of the squared number of ties; over the {@link #mean}, it is how many ties somebody at the end of a tie has. */
    public double meanSquare() {
        return meanSquare;
    }

    /** The fewest ties that a share {@code share} of the agents does not exceed [count]; O(largest). */
    public int quantile(double share) {
        Checks.share("share", share);
        double upTo = probability[0];
        int degree = 0;
        while (upTo < share && degree < largest()) {
            upTo += probability[++degree];
        }
        while (degree > 0 && probability[degree] == 0) {
            degree--; // rounding may leave the sum short of 1
        }
        return degree;
    }

    /**
     * How many ties the one at the end of a tie has: {@code k p(k) / z}.
     *
     * @throws IllegalStateException if nobody has a tie
     */
    public DegreeLaw neighbour() {
        requireTies();
        final double[] weights = new double[probability.length];
        Arrays.setAll(weights, degree -> degree * probability[degree]);
        return new DegreeLaw(weights, "neighbour of " + name);
    }

    /**
     * How many ties the one at the end of a tie has besides that one: {@code (k+1) p(k+1) / z}; Poisson again for Poisson.
     *
     * @throws IllegalStateException if nobody has a tie
     */
    public DegreeLaw excess() {
        requireTies();
        final double[] weights = new double[largest()];
        Arrays.setAll(weights, degree -> (degree + 1) * probability[degree + 1]);
        return new DegreeLaw(weights, "excess of " + name);
    }

    private void requireTies() {
        if (!(mean > 0)) {
            throw new IllegalStateException("nobody is met through a tie where all degrees are 0; give some a tie");
        }
    }

    /** By agent, a degree drawn independently. */
    int[] draw(int agents, Draws draws) {
        final double[] upTo = probability.clone();
        for (int degree = 1; degree < upTo.length; degree++) {
            upTo[degree] += upTo[degree - 1];
        }
        final int[] degrees = new int[agents];
        for (int agent = 0; agent < agents; agent++) {
            degrees[agent] = inverse(upTo, draws.share());
        }
        return degrees;
    }

    /** The first degree up to which at least this share of the agents lies, and at which some do. */
    private int inverse(double[] upTo, double share) {
        final int found = Arrays.binarySearch(upTo, share);
        int degree = Math.min(found >= 0 ? found : -found - 1, largest());
        while (probability[degree] == 0) {
            degree--; // a step of no height was hit exactly: fall back to the one that reached it
        }
        return degree;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DegreeLaw that && Arrays.equals(probability, that.probability);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(probability);
    }

    @Override
    public String toString() {
        return "DegreeLaw[" + name + "]";
    }
}
