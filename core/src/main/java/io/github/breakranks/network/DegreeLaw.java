package io.github.breakranks.network;

import io.github.breakranks.internal.Checks;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * How many others a soldier sees, over a whole network: the law of his degree.
 *
 * <pre>{@code
 *   p_k = P(degree = k)                         k = 0, 1, ...                 z = sum k p_k, the mean degree
 *   neighbour:   k p_k / z                      degree of the one at the end of a link
 *   excess:      (k+1) p_(k+1) / z              his links besides the one he was met through
 * }</pre>
 *
 * <p>Who is met through a link has more links than others, in proportion to his degree: this is what makes networks of unequal degrees spread
 * faster than their mean tells.
 *
 * <p>A Poisson law is cut where a degree is 1e-30 times as likely as the likeliest, so that the mass left out, even weighted by the square of
 * the degree, is far below 1e-15. 16 bytes a degree.
 *
 * @see <a href="https://doi.org/10.1103/PhysRevE.64.026118">M. Newman, S. Strogatz and D. Watts (2001), "Random graphs with arbitrary degree
 *     distributions and their applications", Physical Review E 64, 026118</a>
 */
public final class DegreeLaw {
    private static final double NEGLIGIBLE = 1e-30; // relative to the likeliest degree
    private static final double TOLERANCE = 1e-9; // by which shares may miss 1
    private static final double LARGEST_MEAN = 1e6;
    private static final int LARGEST = 10_000_000;

    private final String name;
    private final int lowest; // the degree that p[0] belongs to
    private final double[] p;
    private final double[] cumulated;
    private final double mean;
    private final double secondMoment;

    private DegreeLaw(String name, int lowest, double[] weights) {
        this(name, lowest, scaled(weights), Double.NaN, Double.NaN);
    }

    /** A law whose moments are known in closed form, or NaN to sum them. */
    private DegreeLaw(String name, int lowest, double[] p, double mean, double secondMoment) {
        this.name = name;
        this.lowest = lowest;
        this.p = p;
        this.cumulated = p.clone();
        double ofFirst = 0;
        double ofSecond = 0;
        for (int i = 0; i < p.length; i++) {
            cumulated[i] += i == 0 ? 0 : cumulated[i - 1];
            ofFirst += degree(i) * p[i];
            ofSecond += degree(i) * degree(i) * p[i];
        }
        this.mean = Double.isNaN(mean) ? ofFirst : mean;
        this.secondMoment = Double.isNaN(secondMoment) ? ofSecond : secondMoment;
    }

    private double degree(int i) {
        return (double) lowest + i;
    }

    private static double[] scaled(double[] weights) {
        final double sum = Arrays.stream(weights).sum(); // compensated
        return Arrays.stream(weights).map(weight -> weight / sum).toArray();
    }

    /**
     * Poisson degrees: everybody is linked to everybody else with the same small chance (Erdos and Renyi).
     *
     * @param mean mean degree [links], in (0, 1000000]
     */
    public static DegreeLaw poisson(double mean) {
        if (!(mean > 0 && mean <= LARGEST_MEAN)) {
            throw Checks.refused("mean must be in (0, %s] [links], but was %s", LARGEST_MEAN, mean);
        }
        final int mode = (int) mean;
        int from = mode;
        double weight = 1;
        while (from > 0 && weight > NEGLIGIBLE) {
            weight *= from-- / mean;
        }
        int to = mode;
        weight = 1;
        while (weight > NEGLIGIBLE) {
            weight *= mean / ++to;
        }
        final double[] weights = new double[to - from + 1];
        weights[mode - from] = 1; // from the mode outward, so that no factorial overflows
        for (int k = mode; k > from; k--) {
            weights[k - 1 - from] = weights[k - from] * k / mean;
        }
        for (int k = mode; k < to; k++) {
            weights[k + 1 - from] = weights[k - from] * mean / (k + 1);
        }
        return new DegreeLaw("Poisson", from, scaled(weights), mean, mean * mean + mean);
    }

    /**
     * Everybody has the same degree.
     *
     * @param degree [links], from 0 to 10000000
     */
    public static DegreeLaw regular(int degree) {
        requireDegree("degree", 0, degree);
        return new DegreeLaw("regular", degree, new double[] {1});
    }

    /**
     * Degrees with chances in proportion to {@code k^-exponent}: a few have very many links.
     *
     * @param exponent finite, a number
     * @param min      lowest degree [links], at least 1
     * @param max      highest degree [links], from {@code min} to 10000000
     */
    public static DegreeLaw power(double exponent, int min, int max) {
        Checks.finite("exponent", "number", exponent);
        requireDegree("min", 1, min);
        requireDegree("max", min, max);
        final double likeliest = exponent >= 0 ? min : max;
        final double[] weights = new double[max - min + 1];
        Arrays.setAll(weights, i -> Math.pow((min + i) / likeliest, -exponent));
        return new DegreeLaw("power " + exponent, min, weights);
    }

    /** Degree k with chance {@code p[k]}: shares that sum to 1 within 1e-9. */
    public static DegreeLaw of(double... p) {
        Checks.count(1, "p", "degrees", p.length);
        requireDegree("highest degree", 0, p.length - 1);
        for (int k = 0; k < p.length; k++) {
            Checks.share("p[" + k + "]", p[k]);
        }
        final double sum = Arrays.stream(p).sum();
        if (!(Math.abs(sum - 1) <= TOLERANCE)) {
            throw Checks.refused("p must sum to 1 within %s [share], but was %s", TOLERANCE, sum);
        }
        return trimmed("listed", 0, p);
    }

    private static void requireDegree(String name, int least, int degree) {
        if (degree < least || degree > LARGEST) {
            throw Checks.refused("%s must be from %s to %s [links], but was %s", name, least, LARGEST, degree);
        }
    }

    /** Without the zeros at both ends. */
    private static DegreeLaw trimmed(String name, int lowest, double[] weights) {
        int from = 0;
        while (weights[from] == 0) {
            from++;
        }
        int to = weights.length;
        while (weights[to - 1] == 0) {
            to--;
        }
        return new DegreeLaw(name, lowest + from, Arrays.copyOfRange(weights, from, to));
    }

    /** {@code P(degree = k)}, a share; 0 outside {@link #lowest} to {@link #highest}. */
    public double p(int k) {
        return k < lowest || k > highest() ? 0 : p[k - lowest];
    }

    /** The lowest degree with a chance above 0 [links]. */
    public int lowest() {
        return lowest;
    }

    /** The highest degree that is counted [links]. */
    public int highest() {
        return lowest + p.length - 1;
    }

    /** Mean degree [links]. */
    public double mean() {
        return mean;
    }

    /** Mean of the square of the degree [links squared]. */
    public double secondMoment() {
        return secondMoment;
    }

    /** {@code P(degree <= k)}, a share. */
    public double cdf(int k) {
        return k < lowest ? 0 : k >= highest() ? 1 : Math.min(1, cumulated[k - lowest]);
    }

    /** The least degree that a share {@code share} does not exceed: {@code min { k : cdf(k) >= share }} [links]; O(log degrees). */
    public int quantile(double share) {
        Checks.share("share", share);
        int below = -1; // cdf below the share, as far as is known
        int reached = p.length - 1;
        while (reached - below > 1) {
            final int mid = (below + reached) >>> 1;
            if (cumulated[mid] >= share) {
                reached = mid;
            } else {
                below = mid;
            }
        }
        return lowest + reached;
    }

    /** Draws a degree [links], by one uniform number; O(log degrees). */
    public int sample(RandomGenerator random) {
        return quantile(((random.nextLong() >>> 11) + 0.5) * 0x1p-53); // never 0 nor 1
    }

    /**
     * The law of the degree of the one at the end of a link: {@code k p_k / z}.
     *
     * @throws IllegalStateException if nobody has a link
     */
    public DegreeLaw neighbour() {
        return met("neighbour of ", 0);
    }

    /**
     * The law of how many links the one at the end of a link has besides that one: {@code (k+1) p_(k+1) / z}; again Poisson for Poisson.
     *
     * @throws IllegalStateException if nobody has a link
     */
    public DegreeLaw excess() {
        return met("excess of ", 1);
    }

    private DegreeLaw met(String prefix, int less) {
        if (!(mean > 0)) {
            throw new IllegalStateException("nobody is met through a link where all degrees are 0; give some a link");
        }
        final int skipped = lowest == 0 ? 1 : 0; // of degree 0 nobody is met
        final double[] weights = new double[p.length - skipped];
        Arrays.setAll(weights, i -> degree(i + skipped) * p[i + skipped]);
        return trimmed(prefix + name, lowest + skipped - less, weights);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DegreeLaw that && lowest == that.lowest && Arrays.equals(p, that.p);
    }

    @Override
    public int hashCode() {
        return 31 * lowest + Arrays.hashCode(p);
    }

    @Override
    public String toString() {
        return "DegreeLaw[" + name + ", " + (lowest == highest() ? "" : lowest + " to " + highest() + ", ") + "mean "
                + mean + "]";
    }
}
