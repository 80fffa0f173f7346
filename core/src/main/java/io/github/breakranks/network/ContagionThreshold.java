package io.github.breakranks.network;

import io.github.breakranks.answer.Fraction;
import io.github.breakranks.internal.Checks;
import java.math.BigInteger;

/**
 * How demanding soldiers may be for a few to carry along an endless network: the highest threshold, a share of neighbours, at which some finite
 * set spreads to all.
 *
 * <pre>{@code
 *   ring or line, m neighbours on either side          1/2
 *   grid in d dimensions, nearest neighbours           1/(2d)
 *   grid in d dimensions, all within n along each axis n (2n+1)^(d-1) / ((2n+1)^d - 1)      Moore's eight (n = 1, d = 2): 3/8
 * }</pre>
 *
 * <p>None exceeds 1/2. It is reached where many neighbours overlap, so that whoever stands at a front of those gone sees nearly half of his
 * own gone.
 *
 * @see CohesiveSets#spreadsUpTo
 * @see <a href="https://doi.org/10.1111/1467-937X.00121">S. Morris (2000), "Contagion", Review of Economic Studies 67(1), 57-78</a>
 */
public final class ContagionThreshold {
    private static final int MOST_DIMENSIONS = 1_000;

    private ContagionThreshold() {}

    /**
     * A ring (or line) without end on which each sees so many on either side.
     *
     * @param radius neighbours on either side [count], at least 1
     */
    public static Fraction ring(int radius) {
        Checks.count(1, "radius", "neighbours on either side", radius);
        return Fraction.of(1, 2);
    }

    /**
     * A grid without end on which each sees the nearest on both sides along each axis.
     *
     * @param dimensions axes [count], at least 1
     */
    public static Fraction nearest(int dimensions) {
        Checks.count(1, "dimensions", "axes", dimensions);
        return Fraction.of(1, 2L * dimensions);
    }

    /**
     * A grid without end on which each sees all who are within a distance along every axis at once.
     *
     * @param distance   along each axis [steps], at least 1
     * @param dimensions axes [count], from 1 to 1000
     */
    public static Fraction within(int distance, int dimensions) {
        Checks.count(1, "distance", "steps", distance);
        if (dimensions < 1 || dimensions > MOST_DIMENSIONS) {
            throw Checks.refused("dimensions must be from 1 to %s [axes], but was %s", MOST_DIMENSIONS, dimensions);
        }
        final BigInteger across = BigInteger.valueOf(2L * distance + 1);
        final BigInteger face = across.pow(dimensions - 1);
        return new Fraction(
                face.multiply(BigInteger.valueOf(distance)),
                face.multiply(across).subtract(BigInteger.ONE));
    }
}
