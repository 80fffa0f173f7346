package io.github.breakranks.regime;

import io.github.breakranks.internal.Checks;
import java.util.Objects;

/**
 * What soldiers know of the regime's strength: what each sees for himself, and what all know that all have been told.
 *
 * <p>Precisions are one over variances. Without a public signal the prior is flat (every strength equally likely beforehand), as in Morris and
 * Shin's benchmark. A prior that all share, and whatever all are told, are one normal law, whose mean and precision stand here.
 *
 * @param privatePrecision of what each sees for himself [1 / strength squared], from 1e-100 to 1e100; with public news and noise that is not
 *                         normal, where everything is integrated, up to 1e20
 * @param publicPrecision  of what all hold in common [1 / strength squared], as far; 0 if nothing
 * @param publicMean       mean of what all hold in common, that is the strength that all are told, up to 1e100 in size [strength]; 0 if nothing
 * @param noise            how private news errs
 */
public record News(double privatePrecision, double publicPrecision, double publicMean, Noise noise) {
    private static final double LEAST = 1e-100; // beyond these what soldiers infer may overflow
    private static final double MOST = 1e100;
    private static final double MOST_INTEGRATED = 1e20; // a deviation of a million doubles apart near 1

    public News {
        Checks.above(0, "privatePrecision", "1 / strength squared", privatePrecision);
        Checks.atLeast(0, "publicPrecision", "1 / strength squared", publicPrecision);
        Checks.finite("publicMean", "strength", publicMean);
        within(LEAST, "privatePrecision", "1 / strength squared", privatePrecision);
        if (publicPrecision > 0) {
            within(LEAST, "publicPrecision", "1 / strength squared", publicPrecision);
        }
        within(-MOST, "publicMean", "strength", publicMean);
        Objects.requireNonNull(noise, "noise");
        if (publicPrecision > 0 && !noise.gaussian()) {
            apart(
                    "privatePrecision",
                    privatePrecision,
                    "take normal noise, or withoutPublic() where own news is so near");
            apart("publicPrecision", publicPrecision, "take normal noise");
        }
    }

    private static void within(double least, String name, String unit, double value) {
        if (!(value >= least && value <= MOST)) {
            throw Checks.refused("%s must be from %s to %s [%s], but was %s", name, least, MOST, unit, value);
        }
    }

    /** What is integrated must tell strengths apart. */
    private static void apart(String name, double value, String remedy) {
        if (value > MOST_INTEGRATED) {
            throw Checks.refused(
                    "%s must be at most %s [1 / strength squared] where private news is not normal and something is said in public, as doubles"
                            + " between 0 and 1 are not much nearer, but was %s; %s",
                    name, MOST_INTEGRATED, value, remedy);
        }
    }

    /** Word of mouth only: each sees for himself, normally, and nothing is said in public. */
    public static News wordOfMouth(double privatePrecision) {
        return new News(privatePrecision, 0, 0, Noise.normal());
    }

    /**
     * The same where all hold the strength beforehand to be normal, of such a mean and precision [1 / strength squared], above 0. To soldiers who
     * learn by Bayes' rule this is one with what they are told in public: both are normal and known to all, and what follows is of the sum of
     * precisions and of the mean weighed by them, in whichever order, and however private news errs.
     */
    public News withPrior(double mean, double precision) {
        return learning("priorMean", mean, "priorPrecision", precision);
    }

    /**
     * The same after all have also been told, normally, a strength with such a precision [1 / strength squared], above 0. What all knew before, a
     * prior or an earlier announcement, is kept and weighed by precision; {@code withoutPublic().withPublic(mean, precision)} puts the new in its
     * place.
     */
    public News withPublic(double mean, double precision) {
        return learning("publicMean", mean, "publicPrecision", precision);
    }

    private News learning(String meanName, double mean, String precisionName, double precision) {
        Checks.above(0, precisionName, "1 / strength squared", precision);
        Checks.finite(meanName, "strength", mean);
        within(LEAST, precisionName, "1 / strength squared", precision);
        within(-MOST, meanName, "strength", mean);
        if (flat()) {
            return new News(privatePrecision, precision, mean, noise);
        }
        final double both = publicPrecision + precision;
        if (both > MOST) {
            throw Checks.refused(
                    "%s and what all hold in common already must add up to at most %s [1 / strength squared], but were %s and %s; take"
                            + " withoutPublic() first to put the new in its place",
                    precisionName, MOST, precision, publicPrecision);
        }
        return new News(privatePrecision, both, publicPrecision / both * publicMean + precision / both * mean, noise);
    }

    /** The same with another private precision. */
    public News withPrivate(double precision) {
        return new News(precision, publicPrecision, publicMean, noise);
    }

    /** The same with private news that errs in another way. */
    public News withNoise(Noise newNoise) {
        return new News(privatePrecision, publicPrecision, publicMean, newNoise);
    }

    /** Whether those who know this have been told the same in public as those who know the other. */
    boolean toldAs(News other) {
        return publicPrecision == other.publicPrecision && (flat() || publicMean == other.publicMean);
    }

    /** The same with what is said in public left out. */
    public News withoutPublic() {
        return new News(privatePrecision, 0, 0, noise);
    }

    /** Whether nothing is said in public. */
    public boolean flat() {
        return publicPrecision == 0;
    }

    /**
     * Public precision over the square root of the private: up to {@code sqrt(2 pi)} there is one equilibrium whatever is at stake and
     * whatever all are told.
     */
    public double publicity() {
        return publicPrecision / Math.sqrt(privatePrecision);
    }

    @Override
    public String toString() {
        return "News: private " + privatePrecision + (noise.gaussian() ? "" : " (" + noise + ")")
                + (flat() ? "" : ", public " + publicPrecision + " at " + publicMean);
    }
}
