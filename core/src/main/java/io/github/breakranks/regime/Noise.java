package io.github.breakranks.regime;

import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.Quadrature;
import io.github.breakranks.population.CostLaw;
import java.util.Objects;

/**
 * How what a soldier sees for himself errs about the regime's strength: a law of mean 0 and variance 1, to be scaled by the news' precision.
 *
 * <p>Cutoffs are the best anybody can do only if higher news always speaks for higher strength, the monotone likelihood ratio property: the
 * logarithm of the density must be concave (Milgrom 1981, Bell J. Econ. 12, 380). {@link #of} checks it and refuses what breaks it.
 */
public final class Noise {
    private static final int GRID = 2_000;
    private static final double ROOT_3 = Math.sqrt(3);
    private static final double NEAR = 1e-6;
    private static final double FARTHEST = 1_024; // deviations
    private static final Noise NORMAL = new Noise("normal", CostLaw.normal(0, 1), true);

    private final String name;
    private final CostLaw law;
    private final boolean gaussian;

    private Noise(String name, CostLaw law, boolean gaussian) {
        this.name = name;
        this.law = law;
        this.gaussian = gaussian;
    }

    /** The normal law. */
    public static Noise normal() {
        return NORMAL;
    }

    /** The logistic law. */
    public static Noise logistic() {
        return new Noise("logistic", CostLaw.logistic(0, ROOT_3 / Math.PI), false);
    }

    /** The uniform law. */
    public static Noise uniform() {
        return new Noise("uniform", CostLaw.uniform(-ROOT_3, ROOT_3), false);
    }

    /** Laplace's law, whose density falls exponentially on both sides. */
    public static Noise laplace() {
        return new Noise("laplace", new LaplaceLaw(), false);
    }

    /**
     * A law of the user's own, of mean 0 and variance 1 within 1e-6 and with a density, whose logarithm is checked to be concave on a grid of
     * 2,000 quantiles. Between normal public news and such a law everything is integrated, also if the law is the normal one.
     */
    public static Noise of(String name, CostLaw law) {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(law, "law");
        concave(law);
        final double mean = moment(law, 1);
        if (!(Math.abs(mean) <= NEAR)) {
            throw Checks.refused(
                    "noise must have mean 0 [deviations], but was %s; move it with law.affine(-mean, 1)", (float) mean);
        }
        final double variance = moment(law, 2);
        if (!(Math.abs(variance - 1) <= NEAR)) {
            throw Checks.refused(
                    "noise must have variance 1 [deviations squared], but was %s; divide it with law.affine(0, 1 / deviation)",
                    (float) variance);
        }
        return new Noise(name, law, false);
    }

    private static void concave(CostLaw law) {
        double before = Double.NaN;
        double slopeBefore = Double.POSITIVE_INFINITY;
        double at = Double.NEGATIVE_INFINITY;
        for (int k = 1; k < GRID; k++) {
            final double x = law.quantile(k / (double) GRID);
            final double log = Math.log(law.density(x));
            if (Double.isNaN(log) || log == Double.POSITIVE_INFINITY || !(x > at)) {
                throw Checks.refused("noise must have a density [share per unit], but at %s was %s", x, law.density(x));
            }
            final double slope = k == 1 ? Double.POSITIVE_INFINITY : (log - before) / (x - at);
            if (slope > slopeBefore + 1e-6 * (1 + Math.abs(slopeBefore))) {
                throw Checks.refused(
                        "noise must have a log-concave density [monotone likelihood ratio], but near %s "
                                + "its logarithm bends upward; higher news would not always speak for higher strength",
                        x);
            }
            slopeBefore = slope;
            before = log;
            at = x;
        }
    }

    /** The mean of {@code x} or of its square, from both tails: {@code E x = integral of P(x > t) - P(x < -t)} over t above 0. */
    private static double moment(CostLaw law, int power) {
        double sum = 0;
        double from = 0;
        for (double to = 1; to <= FARTHEST; to *= 2) { // tails of a concave logarithm fall at least exponentially
            sum += Quadrature.integral(
                            t -> power == 1 ? law.survival(t) - law.cdf(-t) : 2 * t * (law.survival(t) + law.cdf(-t)),
                            from,
                            to,
                            1e-10)
                    .value();
            from = to;
        }
        return sum;
    }

    /** Its name. */
    public String name() {
        return name;
    }

    /** The law, of mean 0 and variance 1. */
    public CostLaw law() {
        return law;
    }

    /** Whether it is {@link #normal}, for which everything is in closed form. */
    public boolean gaussian() {
        return gaussian;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Noise noise
                && name.equals(noise.name)
                && law.equals(noise.law)
                && gaussian == noise.gaussian;
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, law);
    }

    @Override
    public String toString() {
        return name;
    }
}
