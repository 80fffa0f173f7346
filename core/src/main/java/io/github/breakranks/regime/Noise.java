package io.github.breakranks.regime;

import io.github.breakranks.internal.Checks;
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

    private final String name;
    private final CostLaw law;

    private Noise(String name, CostLaw law) {
        this.name = name;
        this.law = law;
    }

    /** The normal law. */
    public static Noise normal() {
        return new Noise("normal", CostLaw.normal(0, 1));
    }

    /** The logistic law. */
    public static Noise logistic() {
        return new Noise("logistic", CostLaw.logistic(0, ROOT_3 / Math.PI));
    }

    /** The uniform law. */
    public static Noise uniform() {
        return new Noise("uniform", CostLaw.uniform(-ROOT_3, ROOT_3));
    }

    /** Laplace's law, whose density falls exponentially on both sides. */
    public static Noise laplace() {
        return new Noise("laplace", new LaplaceLaw());
    }

    /**
     * A law of the user's own, of mean 0 and variance 1 and with a density, whose logarithm is checked to be concave on a grid of 2,000
     * quantiles.
     */
    public static Noise of(String name, CostLaw law) {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(law, "law");
        double before = Double.NaN;
        double slopeBefore = Double.POSITIVE_INFINITY;
        double at = Double.NaN;
        for (int k = 1; k < GRID; k++) {
            final double x = law.quantile(k / (double) GRID);
            final double log = Math.log(law.density(x));
            if (Double.isNaN(log) || log == Double.POSITIVE_INFINITY) {
                throw Checks.refused("noise must have a density [share per unit], but at %s was %s", x, law.density(x));
            }
            if (k > 1) {
                final double slope = (log - before) / (x - at);
                if (slope > slopeBefore + 1e-6 * (1 + Math.abs(slopeBefore))) {
                    throw Checks.refused(
                            "noise must have a log-concave density [monotone likelihood ratio], but near %s "
                                    + "its logarithm bends upward; higher news would not always speak for higher strength",
                            x);
                }
                slopeBefore = slope;
            }
            before = log;
            at = x;
        }
        return new Noise(name, law);
    }

    /** Its name. */
    public String name() {
        return name;
    }

    /** The law, of mean 0 and variance 1. */
    public CostLaw law() {
        return law;
    }

    /** Whether it is the normal law. */
    public boolean gaussian() {
        return name.equals("normal");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Noise noise && name.equals(noise.name) && law.equals(noise.law);
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
