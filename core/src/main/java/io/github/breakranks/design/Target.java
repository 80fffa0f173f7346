package io.github.breakranks.design;

import io.github.breakranks.internal.Checks;
import java.util.Objects;

/**
 * What an offer is to bring about: a share gone, in the rest points that it relies on.
 *
 * @param share    to go, in (0, 1]
 * @param reliance which rest points must reach it
 */
public record Target(double share, Reliance reliance) {
    public Target {
        if (!(share > 0 && share <= 1)) {
            throw Checks.refused("target must be in (0, 1] [share], but was %s", share);
        }
        Objects.requireNonNull(reliance, "reliance");
    }

    /** So large a share, in (0, 1], in the least rest point. */
    public static Target of(double share) {
        return new Target(share, Reliance.LEAST);
    }

    /** This share, wherever play rests. */
    public Target inEvery() {
        return new Target(share, Reliance.EVERY);
    }

    /** This share, in the best rest point. */
    public Target inBest() {
        return new Target(share, Reliance.BEST);
    }

    @Override
    public String toString() {
        return "Target[" + share + " " + reliance.label() + "]";
    }
}
