package io.github.breakranks.regime;

import io.github.breakranks.internal.Checks;
import java.util.Objects;

/**
 * What soldiers know of the regime's strength: what each sees for himself, and what all know that all have been told.
 *
 * <p>Precisions are one over variances. Without a public signal the prior is flat (every strength equally likely beforehand), as in Morris and
 * Shin's benchmark.
 *
 * @param privatePrecision of what each sees for himself [1 / strength squared], above 0
 * @param publicPrecision  of what all are told [1 / strength squared]; 0 if nothing
 * @param publicMean       the strength that all are told; 0 if nothing
 * @param noise            how private news errs
 */
public record News(double privatePrecision, double publicPrecision, double publicMean, Noise noise) {
    public News {
        Checks.above(0, "privatePrecision", "1 / strength squared", privatePrecision);
        Checks.atLeast(0, "publicPrecision", "1 / strength squared", publicPrecision);
        Checks.finite("publicMean", "strength", publicMean);
        Objects.requireNonNull(noise, "noise");
    }

    /** Word of mouth only: each sees for himself, normally, and nothing is said in public. */
    public static News wordOfMouth(double privatePrecision) {
        return new News(privatePrecision, 0, 0, Noise.normal());
    }

    /** The same after all have been told, normally, a strength with such a precision [1 / strength squared], above 0. */
    public News withPublic(double mean, double precision) {
        Checks.above(0, "publicPrecision", "1 / strength squared", precision);
        return new News(privatePrecision, precision, mean, noise);
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
