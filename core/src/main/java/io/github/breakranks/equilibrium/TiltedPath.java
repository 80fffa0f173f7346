package io.github.breakranks.equilibrium;

import io.github.breakranks.internal.DenseLu;
import java.util.Arrays;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Follows logit play from a tilted start to sharp best replies, until somebody who looks on has seen enough.
 *
 * <pre>{@code
 *   log p_ia - log p_i0 = l (u_ia(p) - u_i0(p)) + t_ia - t_i0        sum_a p_ia = 1
 *
 *   l  sharpness, from 0 up       t  a tilt: what play is at l = 0, and so which way it leaves a bifurcation
 * }</pre>
 *
 * <p>The unknowns are logarithms of chances and l; steps go along the path, as l may have to fall for a while (Turocy 2005). With payoffs and a
 * tilt in general position the path has no bifurcation and ends at an equilibrium. Payoffs are brought to [0, 1] by player, so that the path
 * does not depend on their scale. {@link LogitPath} follows the untilted branch itself, and reports what happens on it.
 *
 * @see <a href="https://doi.org/10.1016/j.geb.2004.04.003">T. Turocy (2005), "A dynamic homotopy interpretation of the logistic quantal
 *     response equilibrium correspondence", Games and Economic Behavior 51, 243-263</a>
 */
final class TiltedPath {
    private static final int MOST_STEPS = 3000;
    private static final double SHARPEST = 1e7;
    private static final double SHORTEST = 1e-9;
    private static final int CORRECTIONS = 5;
    private static final double ON_PATH = 1e-9;

    private final int[] sizes;
    private final int[] first; // by player, where his unknowns begin
    private final int unknowns; // without the sharpness
    private final double[] tilt;
    private final ExpectedPayoffs payoffs;
    private final double[] earned;
    private final double[] chances;
    private final double[] missed;
    private final DenseLu linear;

    /**
     * A path among some actions of a game.
     *
     * @param listed by player the actions that are played
     * @param tilt   by player and listed action, one after another
     */
    TiltedPath(PayoffBounds bounds, int[][] listed, double[] tilt) {
        this.sizes = Arrays.stream(listed).mapToInt(actions -> actions.length).toArray();
        this.first = ExpectedPayoffs.offsets(sizes);
        this.unknowns = first[sizes.length];
        this.tilt = tilt;
        this.payoffs = new ExpectedPayoffs(sizes, bounds.unitTables(listed));
        this.earned = new double[unknowns];
        this.chances = new double[unknowns];
        this.missed = new double[unknowns + 1];
        this.linear = new DenseLu(unknowns + 1);
    }

    /** A point on the path and the direction in which it goes on. */
    private record Point(double[] at, double[] along) {}

    /**
     * Walks on until {@code seen} says so of the play at some point, or the path can be followed no further.
     *
     * @return play at the last point reached
     */
    double[][] follow(Predicate<double[][]> seen) {
        final double[] ahead = new double[unknowns + 1];
        ahead[unknowns] = 1;
        final double[] start = start();
        Point now = new Point(start, along(start, ahead));
        double length = 0.1;
        for (int step = 0; step < MOST_STEPS && now.at[unknowns] < SHARPEST && length > SHORTEST; step++) {
            if (seen.test(play(now.at))) {
                break;
            }
            final Point next = next(now, length);
            if (next == null) {
                length /= 3;
            } else {
                length *= turn(now, next.along) > 0.99 ? 2 : 1;
                now = next;
            }
        }
        return play(now.at);
    }

    private double[] start() {
        final double[] at = new double[unknowns + 1];
        for (int player = 0; player < sizes.length; player++) {
            double sum = 0;
            for (int k = first[player]; k < first[player + 1]; k++) {
                sum += Math.exp(tilt[k]);
            }
            for (int k = first[player]; k < first[player + 1]; k++) {
                at[k] = tilt[k] - Math.log(sum);
            }
        }
        return at;
    }

    private double[][] play(double[] at) {
        final double[][] play = new double[sizes.length][];
        for (int player = 0; player < sizes.length; player++) {
            play[player] = Arrays.stream(at, first[player], first[player + 1])
                    .map(Math::exp)
                    .toArray();
        }
        return play;
    }

    private static double turn(Point one, double[] along) {
        double cosine = 0;
        for (int k = 0; k < along.length; k++) {
            cosine += one.along[k] * along[k];
        }
        return cosine;
    }

    /** The next point, so far along; null if the corrector does not settle or the path turns too sharply. */
    private @Nullable Point next(Point now, double length) {
        final double[] at = now.at.clone();
        for (int k = 0; k < at.length; k++) {
            at[k] += length * now.along[k];
        }
        double before = 0.3 * Math.max(1, length);
        for (int round = 0; round < CORRECTIONS; round++) {
            if (!derivative(at, now.along)) {
                return null;
            }
            linear.solve(missed);
            double moved = 0;
            for (int k = 0; k < at.length; k++) {
                at[k] -= missed[k];
                moved += missed[k] * missed[k];
            }
            moved = Math.sqrt(moved);
            if (!(moved <= before)) {
                return null;
            }
            if (moved < ON_PATH * (1 + Math.abs(at[unknowns]))) {
                final double[] along = along(at, now.along);
                return turn(now, along) > 0.9 ? new Point(at, along) : null;
            }
            before = moved / 2;
        }
        return null;
    }

    /** The unit vector along the path that does not turn back from one before. */
    private double[] along(double[] at, double[] before) {
        if (!derivative(at, before)) {
            return before;
        }
        final double[] along = new double[unknowns + 1];
        along[unknowns] = 1;
        linear.solve(along);
        final double norm = Math.sqrt(Arrays.stream(along).map(x -> x * x).sum());
        return Arrays.stream(along).map(x -> x / norm).toArray();
    }

    /** The derivative of all equations, the last being the step along the path, and by how much they are missed. */
    private boolean derivative(double[] at, double[] along) {
        for (int k = 0; k < unknowns; k++) {
            chances[k] = Math.exp(at[k]);
        }
        payoffs.evaluate(chances, earned);
        final double[] matrix = linear.matrix(unknowns + 1);
        for (int player = 0; player < sizes.length; player++) {
            own(player, at, matrix);
            for (int other = 0; other < sizes.length; other++) {
                if (other != player) {
                    cross(player, other, at[unknowns], matrix);
                }
            }
        }
        System.arraycopy(along, 0, matrix, unknowns * (unknowns + 1), unknowns + 1);
        missed[unknowns] = 0;
        return linear.factor();
    }

    private void own(int player, double[] at, double[] matrix) {
        final int zero = first[player];
        double sum = 0;
        for (int k = zero; k < first[player + 1]; k++) {
            final int row = k * (unknowns + 1);
            sum += chances[k];
            matrix[zero * (unknowns + 1) + k] = chances[k];
            if (k > zero) {
                final double gain = earned[k] - earned[zero];
                matrix[row + k] = 1;
                matrix[row + zero] = -1;
                matrix[row + unknowns] = -gain;
                missed[k] = at[k] - at[zero] - at[unknowns] * gain - (tilt[k] - tilt[zero]);
            }
        }
        missed[zero] = sum - 1;
    }

    private void cross(int player, int other, double sharpness, double[] matrix) {
        final double[] pair = payoffs.pair(player, other);
        for (int action = 1; action < sizes[player]; action++) {
            final int row = (first[player] + action) * (unknowns + 1);
            for (int his = 0; his < sizes[other]; his++) {
                final int column = first[other] + his;
                matrix[row + column] = -sharpness * chances[column] * (pair[action * sizes[other] + his] - pair[his]);
            }
        }
    }
}
