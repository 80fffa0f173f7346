package io.github.breakranks.equilibrium;

import io.github.breakranks.equilibrium.PayoffBounds.Swap;
import io.github.breakranks.internal.DenseLu;
import io.github.breakranks.internal.IntervalMatrix;
import io.github.breakranks.internal.MultilinearForm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What an equilibrium with a given support must meet: every action in it earns what the player's last one does, and no other earns more.
 *
 * <pre>{@code
 *   u_i(a, x) - u_i(r_i, x) = 0   for every a in S_i but the last, r_i        as many equations as chances are free
 *   u_i(c, x) - u_i(r_i, x) <= 0  for every c outside of S_i
 * }</pre>
 *
 * <p>The last chance of each player is what the others leave. Everything is known at points in floating point, and over boxes as bounds.
 */
final class SupportEquations {
    private static final int MOST_STEPS = 40;
    private static final double GOLDEN = 0.618033988749895;
    private static final double SINGULAR = 1e-13; // a determinant, payoffs being of the order of one

    private final int[][] supports;
    private final int[] owner; // by equation, and by free chance
    private final int[] place;
    private final MultilinearForm[] gains;
    private final @Nullable MultilinearForm[][] crosses;
    private final MultilinearForm[] outside;
    private final MultilinearForm[] others;

    /**
     * @param supports by player the actions that are taken, ascending
     * @param rivals   by player the actions that may pay more, those in the support among them
     */
    SupportEquations(PayoffBounds payoffs, int[][] supports, int[][] rivals) {
        this.supports = supports;
        final int unknowns =
                Arrays.stream(supports).mapToInt(support -> support.length - 1).sum();
        owner = new int[unknowns];
        place = new int[unknowns];
        int filled = 0;
        for (int player = 0; player < supports.length; player++) {
            for (int k = 0; k + 1 < supports[player].length; k++) {
                owner[filled] = player;
                place[filled++] = k;
            }
        }
        gains = new MultilinearForm[unknowns];
        crosses = new MultilinearForm[unknowns][unknowns];
        for (int row = 0; row < unknowns; row++) {
            final Swap mine = swap(row);
            gains[row] = payoffs.gain(mine.player(), mine.action(), mine.instead(), supports);
            for (int column = 0; column < unknowns; column++) {
                crosses[row][column] = owner[row] == owner[column] ? null : payoffs.cross(mine, swap(column), supports);
            }
        }
        outside = outside(payoffs, rivals);
        others = others(payoffs);
    }

    /** Equations that follow from the rest, each with bounds of its own: any two actions of a support earn the same. */
    private MultilinearForm[] others(PayoffBounds payoffs) {
        final List<MultilinearForm> forms = new ArrayList<>();
        for (int player = 0; player < supports.length; player++) {
            final int[] support = supports[player];
            for (int one = 0; one + 1 < support.length; one++) {
                for (int other = one + 1; other + 1 < support.length; other++) {
                    forms.add(payoffs.gain(player, support[one], support[other], supports));
                }
            }
        }
        return forms.toArray(MultilinearForm[]::new);
    }

    private Swap swap(int unknown) {
        final int[] support = supports[owner[unknown]];
        return new Swap(owner[unknown], support[place[unknown]], support[support.length - 1]);
    }

    private MultilinearForm[] outside(PayoffBounds payoffs, int[][] rivals) {
        final List<MultilinearForm> forms = new ArrayList<>();
        for (int player = 0; player < supports.length; player++) {
            for (final int rival : rivals[player]) {
                if (Arrays.binarySearch(supports[player], rival) < 0) {
                    forms.add(payoffs.gain(player, rival, last(player), supports));
                }
            }
        }
        return forms.toArray(MultilinearForm[]::new);
    }

    private int last(int player) {
        return supports[player][supports[player].length - 1];
    }

    int[][] supports() {
        return supports;
    }

    int unknowns() {
        return owner.length;
    }

    int owner(int unknown) {
        return owner[unknown];
    }

    int place(int unknown) {
        return place[unknown];
    }

    /** By how much the equations are missed. */
    double[] residual(double[][] chances) {
        final double[] residual = new double[gains.length];
        Arrays.setAll(residual, row -> gains[row].at(chances));
        return residual;
    }

    private @Nullable DenseLu derivative(double[][] chances) {
        final int size = gains.length;
        final DenseLu elimination = new DenseLu(size);
        final double[] derivative = elimination.matrix(size);
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                final MultilinearForm cross = crosses[row][column];
                derivative[row * size + column] = cross == null ? 0 : cross.at(chances);
            }
        }
        return elimination.factor() ? elimination : null;
    }

    /** Whether the derivative is singular at three mixtures that nothing singles out, and so as a rule at all; in floating point. */
    boolean alwaysSingular() {
        for (int draw = 1; draw <= 3; draw++) {
            final double[][] chances = new double[supports.length][];
            int k = draw;
            for (int player = 0; player < supports.length; player++) {
                chances[player] = new double[supports[player].length];
                double sum = 0;
                for (int action = 0; action < chances[player].length; action++) {
                    k += draw;
                    chances[player][action] = 0.5 + k * GOLDEN - Math.floor(k * GOLDEN);
                    sum += chances[player][action];
                }
                for (int action = 0; action < chances[player].length; action++) {
                    chances[player][action] /= sum;
                }
            }
            final DenseLu derivative = derivative(chances);
            if (derivative != null && derivative.logarithm() > Math.log(SINGULAR)) {
                return false;
            }
        }
        return true;
    }

    /** What an outside action would gain at most, scaled, in floating point. */
    double temptation(double[][] chances) {
        double most = 0;
        for (final MultilinearForm form : outside) {
            most = Math.max(most, form.at(chances));
        }
        return most;
    }

    /** The point less what Newton's step takes off for these residuals; null where the derivative is singular. */
    double @Nullable [][] step(double[][] chances, double[] residual) {
        if (gains.length == 0) {
            return chances;
        }
        final DenseLu derivative = derivative(chances);
        if (derivative == null) {
            return null;
        }
        final double[] change = residual.clone();
        derivative.solve(change);
        final double[][] next = new double[chances.length][];
        Arrays.setAll(next, player -> chances[player].clone());
        for (int k = 0; k < change.length; k++) {
            next[owner[k]][place[k]] -= change[k];
        }
        for (final double[] of : next) {
            double rest = 1;
            for (int k = 0; k + 1 < of.length; k++) {
                rest -= of[k];
            }
            of[of.length - 1] = rest;
        }
        return next;
    }

    /** Newton's method from a point, in floating point; null where it runs away. */
    double @Nullable [][] newton(double[][] start) {
        double[][] now = start;
        double before = Double.POSITIVE_INFINITY;
        for (int round = 0; round < MOST_STEPS; round++) {
            final double[][] next = step(now, residual(now));
            if (next == null) {
                return null;
            }
            final double moved = distance(now, next);
            if (!(moved < 10)) {
                return null;
            }
            now = next;
            if (moved < 1e-15 || moved < 1e-9 && moved >= before / 2) {
                return now;
            }
            before = moved;
        }
        return null;
    }

    static double distance(double[][] one, double[][] other) {
        double distance = 0;
        for (int player = 0; player < one.length; player++) {
            for (int k = 0; k < one[player].length; k++) {
                final double apart = Math.abs(one[player][k] - other[player][k]);
                distance = apart > distance || Double.isNaN(apart) ? apart : distance;
            }
        }
        return distance;
    }

    /** Whether some equation has no root in the box, or some outside action pays more all over it. */
    boolean excluded(MixtureBox box) {
        for (final MultilinearForm form : outside) {
            if (form.least(box.low(), box.high()) > 0) {
                return true;
            }
        }
        return oneSign(gains, box) || oneSign(others, box);
    }

    private static boolean oneSign(MultilinearForm[] forms, MixtureBox box) {
        for (final MultilinearForm form : forms) {
            if (form.least(box.low(), box.high()) > 0 || form.most(box.low(), box.high()) < 0) {
                return true;
            }
        }
        return false;
    }

    /** The derivative all over the box, preconditioned. */
    IntervalMatrix slopes(MixtureBox box) {
        return slopes(box, IntStream.range(0, gains.length).toArray());
    }

    /** The same of these equations by these free chances only. */
    IntervalMatrix slopes(MixtureBox box, int[] among) {
        final double[][] low = new double[among.length][among.length];
        final double[][] high = new double[among.length][among.length];
        for (int row = 0; row < among.length; row++) {
            for (int column = 0; column < among.length; column++) {
                final MultilinearForm cross = crosses[among[row]][among[column]];
                if (cross != null) {
                    low[row][column] = cross.least(box.low(), box.high());
                    high[row][column] = cross.most(box.low(), box.high());
                }
            }
        }
        return IntervalMatrix.preconditioned(low, high);
    }

    /** Bounds on the residuals at a point, whose last chances are taken for what the others leave: lower ones, then upper ones. */
    double[][] residualBounds(double[][] chances) {
        final MixtureBox point = MixtureBox.around(chances, 0);
        final double[][] bounds = new double[2][gains.length];
        for (int row = 0; row < gains.length; row++) {
            bounds[0][row] = gains[row].least(point.low(), point.high());
            bounds[1][row] = gains[row].most(point.low(), point.high());
        }
        return bounds;
    }

    /** By free chance, how far the box reaches from a point. */
    double[] reach(MixtureBox box, double[][] from) {
        final double[] reach = new double[owner.length];
        for (int k = 0; k < reach.length; k++) {
            final double at = from[owner[k]][place[k]];
            reach[k] = Math.nextUp(Math.max(box.high()[owner[k]][place[k]] - at, at - box.low()[owner[k]][place[k]]));
        }
        return reach;
    }

    /**
     * Krawczyk's test: whether the box, which reaches equally far from a point in every free chance, contains exactly one solution of the
     * equations; then how far that is from the point at most, by free chance, else null.
     *
     * @param missed bounds on the residuals at the point
     */
    double @Nullable [] krawczyk(MixtureBox box, double[][] point, double[][] missed, IntervalMatrix slopes) {
        final double[][] centre = slopes.times(missed[0], missed[1]);
        final double[] reach = reach(box, point);
        final double[] image = slopes.spread(reach);
        for (int k = 0; k < image.length; k++) {
            image[k] = Math.nextUp(image[k] + Math.max(Math.abs(centre[0][k]), Math.abs(centre[1][k])));
            final double at = point[owner[k]][place[k]];
            final double room = Math.min(box.high()[owner[k]][place[k]] - at, at - box.low()[owner[k]][place[k]]);
            if (!(image[k] < Math.nextDown(room))) {
                return null;
            }
        }
        return image;
    }
}
