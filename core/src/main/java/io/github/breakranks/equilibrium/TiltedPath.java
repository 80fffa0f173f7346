package io.github.breakranks.equilibrium;

import io.github.breakranks.internal.Elimination;
import java.util.Arrays;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Follows logit play from indifference to sharp best replies, until somebody who looks on has seen enough.
 *
 * <pre>{@code
 *   log p_ia - log p_i0 = l (u_ia(p) - u_i0(p)) + t_ia - t_i0        sum_a p_ia = 1
 *
 *   l  sharpness, from 0 up       t  a tilt: what play is at l = 0, and so which way it leaves a bifurcation
 * }</pre>
 *
 * <p>The unknowns are logarithms of chances and l; steps go along the path, as l may have to fall for a while (Turocy 2005). With payoffs and a
 * tilt in general position the path has no bifurcation and ends at an equilibrium. Payoffs are brought to [0, 1] by player, so that the path
 * does not depend on their scale.
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

    private final ReplyTables tables;
    private final int[] sizes;
    private final int[] first; // by player, where his unknowns begin
    private final int unknowns; // without the sharpness
    private final double[][] tilt;

    TiltedPath(ReplyTables tables, double[][] tilt) {
        this.tables = tables;
        this.sizes = tables.sizes();
        this.first = new int[sizes.length];
        int at = 0;
        for (int player = 0; player < sizes.length; player++) {
            first[player] = at;
            at += sizes[player];
        }
        this.unknowns = at;
        this.tilt = tilt;
    }

    /** A point on the path and the direction in which it goes on. */
    private record Point(double[] at, double[] along) {}

    /**
     * Walks on until {@code seen} says so at some sharpness and play, or the path can be followed no further.
     *
     * @return play at the last point reached
     */
    double[][] follow(BiPredicate<Double, double[][]> seen) {
        Point now = new Point(start(), new double[unknowns + 1]);
        now.along[unknowns] = 1;
        now = new Point(now.at, along(now));
        double length = 0.1;
        for (int step = 0; step < MOST_STEPS && now.at[unknowns] < SHARPEST && length > SHORTEST; step++) {
            if (seen.test(now.at[unknowns], chances(now.at))) {
                break;
            }
            final Point next = next(now, length);
            if (next == null) {
                length /= 3;
            } else {
                length *= turn(now, next) > 0.995 ? 1.8 : 1;
                now = next;
            }
        }
        return chances(now.at);
    }

    private double[] start() {
        final double[] at = new double[unknowns + 1];
        for (int player = 0; player < sizes.length; player++) {
            double sum = 0;
            for (int action = 0; action < sizes[player]; action++) {
                sum += Math.exp(tilt[player][action]);
            }
            for (int action = 0; action < sizes[player]; action++) {
                at[first[player] + action] = tilt[player][action] - Math.log(sum);
            }
        }
        return at;
    }

    private double[][] chances(double[] at) {
        final double[][] chances = new double[sizes.length][];
        for (int player = 0; player < sizes.length; player++) {
            chances[player] = new double[sizes[player]];
            for (int action = 0; action < sizes[player]; action++) {
                chances[player][action] = Math.exp(at[first[player] + action]);
            }
        }
        return chances;
    }

    private static double turn(Point one, Point other) {
        double cosine = 0;
        for (int k = 0; k < one.along.length; k++) {
            cosine += one.along[k] * other.along[k];
        }
        return cosine;
    }

    /** The next point, so far along; null if the corrector does not settle or the path turns too sharply. */
    private @Nullable Point next(Point now, double length) {
        final double[] at = now.at.clone();
        for (int k = 0; k < at.length; k++) {
            at[k] += length * now.along[k];
        }
        double before = Math.max(0.3, 0.3 * length);
        for (int round = 0; round < CORRECTIONS; round++) {
            final double[] missed = new double[unknowns + 1];
            final Elimination derivative = derivative(at, now.along, missed);
            if (!derivative.regular()) {
                return null;
            }
            final double[] change = derivative.solve(missed);
            double moved = 0;
            for (int k = 0; k < at.length; k++) {
                at[k] -= change[k];
                moved += change[k] * change[k];
            }
            moved = Math.sqrt(moved);
            if (!(moved <= before)) {
                return null;
            }
            if (moved < ON_PATH * (1 + Math.abs(at[unknowns]))) {
                final Point next = new Point(at, along(new Point(at, now.along)));
                return turn(now, next) > 0.9 ? next : null;
            }
            before = moved / 2;
        }
        return null;
    }

    /** The unit vector along the path that does not turn back. */
    private double[] along(Point point) {
        final Elimination derivative = derivative(point.at, point.along, new double[unknowns + 1]);
        final double[] right = new double[unknowns + 1];
        right[unknowns] = 1;
        final double[] along = derivative.regular() ? derivative.solve(right) : point.along.clone();
        final double norm = Math.sqrt(Arrays.stream(along).map(x -> x * x).sum());
        return Arrays.stream(along).map(x -> x / norm).toArray();
    }

    /** The derivative of all equations, the last being the step along the path, and by how much they are missed. */
    private Elimination derivative(double[] at, double[] along, double[] missed) {
        final double[][] matrix = new double[unknowns + 1][unknowns + 1];
        final double[][] chances = chances(at);
        for (int player = 0; player < sizes.length; player++) {
            double[] earned = new double[sizes[player]];
            for (int other = 0; other < sizes.length; other++) {
                if (other != player) {
                    earned = fill(matrix, new Pair(player, other), at[unknowns], chances);
                }
            }
            finish(matrix, missed, new Own(player, at, earned, chances[player]));
        }
        matrix[unknowns] = along.clone();
        return Elimination.of(matrix);
    }

    private record Pair(int player, int other) {}

    private record Own(int player, double[] at, double[] earned, double[] chances) {}

    /** Writes how a player's equations depend on another's logarithms; what each action of the player earns. */
    private double[] fill(double[][] matrix, Pair pair, double sharpness, double[][] chances) {
        final double[][] against = tables.against(pair.player, pair.other, chances);
        final double[] weights = chances[pair.other];
        final double[] earned = new double[sizes[pair.player]];
        for (int action = 0; action < earned.length; action++) {
            for (int his = 0; his < weights.length; his++) {
                earned[action] += weights[his] * against[action][his];
                if (action > 0) {
                    matrix[first[pair.player] + action][first[pair.other] + his] =
                            -sharpness * weights[his] * (against[action][his] - against[0][his]);
                }
            }
        }
        return earned;
    }

    private void finish(double[][] matrix, double[] missed, Own own) {
        final int row = first[own.player];
        double sum = 0;
        for (int action = 0; action < own.chances.length; action++) {
            sum += own.chances[action];
            matrix[row][row + action] = own.chances[action];
            if (action > 0) {
                matrix[row + action][row + action] = 1;
                matrix[row + action][row] = -1;
                final double gain = own.earned[action] - own.earned[0];
                matrix[row + action][unknowns] = -gain;
                missed[row + action] = own.at[row + action] - own.at[row] - own.at[unknowns] * gain
                        - (tilt[own.player][action] - tilt[own.player][0]);
            }
        }
        missed[row] = sum - 1;
    }
}
