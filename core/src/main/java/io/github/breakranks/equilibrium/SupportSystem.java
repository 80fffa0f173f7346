package io.github.breakranks.equilibrium;

import io.github.breakranks.internal.DenseLu;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.jspecify.annotations.Nullable;

/**
 * The equations of a Nash equilibrium in which just these actions are in play, solved by Newton's method.
 *
 * <pre>{@code
 *   u_i(a, x) = v_i     for a in play        sum of x[i, a] over them = 1
 * }</pre>
 */
final class SupportSystem {
    private static final int ROUNDS = 30;
    private static final double NULL = 1e-9; // of the largest singular value

    private final int[] sizes;
    private final int[] offsets;
    private final ExpectedPayoffs payoffs;
    private final int[] played;
    private final double[] chances;
    private final double[] earned;
    private final double[] values;

    /** From payoffs by player and chances; in play is what has more than so much chance, and at least the likeliest action of each. */
    SupportSystem(int[] sizes, double[][] tables, double[][] start, double inPlay) {
        this.sizes = sizes;
        offsets = ExpectedPayoffs.offsets(sizes);
        payoffs = new ExpectedPayoffs(sizes, tables);
        chances = new double[offsets[sizes.length]];
        earned = new double[chances.length];
        values = new double[sizes.length];
        final List<Integer> kept = new ArrayList<>();
        for (int player = 0; player < sizes.length; player++) {
            final double most = Arrays.stream(start[player]).max().orElse(1.0);
            double sum = 0.0;
            for (int action = 0; action < sizes[player]; action++) {
                if (start[player][action] > Math.min(inPlay, 0.5 * most)) {
                    kept.add(offsets[player] + action);
                    chances[offsets[player] + action] = start[player][action];
                    sum += start[player][action];
                }
            }
            for (int k = offsets[player]; k < offsets[player + 1]; k++) {
                chances[k] /= sum;
            }
        }
        played = kept.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Which actions of a player are in play. */
    int[] support(int player) {
        return Arrays.stream(played)
                .filter(k -> k >= offsets[player] && k < offsets[player + 1])
                .map(k -> k - offsets[player])
                .toArray();
    }

    /**
     * The chances that make all in play indifferent, each at least 0; null if Newton's method finds none.
     *
     * @param nearest whether many solutions are expected: then each step is the shortest that will do (by singular values)
     */
    double @Nullable [][] solve(boolean nearest) {
        payoffs.evaluate(chances, earned);
        for (int k = 0; k < played.length; k++) {
            values[player(played[k])] = earned[played[k]];
        }
        double before = Double.POSITIVE_INFINITY;
        for (int round = 0; round < ROUNDS; round++) {
            final double[] step = nearest ? shortestStep() : onlyStep();
            if (step == null) {
                return null;
            }
            double size = 0.0;
            for (int k = 0; k < played.length; k++) {
                chances[played[k]] += step[k];
                size = Math.max(size, Math.abs(step[k]));
            }
            for (int player = 0; player < sizes.length; player++) {
                values[player] += step[played.length + player];
            }
            payoffs.evaluate(chances, earned);
            if (size < 1e-15 || size < 1e-10 && size >= 0.5 * before) {
                return profile();
            }
            if (!(size < 10.0)) {
                return null;
            }
            before = size;
        }
        return null;
    }

    private double @Nullable [] onlyStep() {
        final int unknowns = played.length + sizes.length;
        final DenseLu linear = new DenseLu(unknowns);
        final double[] step = new double[unknowns];
        fill(linear.matrix(unknowns), step);
        if (!linear.factor()) {
            return null;
        }
        linear.solve(step);
        return step;
    }

    private double[] shortestStep() {
        final int unknowns = played.length + sizes.length;
        final double[] matrix = new double[unknowns * unknowns];
        final double[] rightSide = new double[unknowns];
        fill(matrix, rightSide);
        final double[][] rows = new double[unknowns][];
        Arrays.setAll(rows, i -> Arrays.copyOfRange(matrix, i * unknowns, (i + 1) * unknowns));
        final SingularValueDecomposition parts = new SingularValueDecomposition(new Array2DRowRealMatrix(rows, false));
        final double[] singular = parts.getSingularValues();
        final double[] step = new double[unknowns];
        for (int k = 0; k < unknowns && singular[k] > NULL * singular[0]; k++) {
            final double[] left = parts.getU().getColumn(k);
            final double[] right = parts.getV().getColumn(k);
            double along = 0.0;
            for (int j = 0; j < unknowns; j++) {
                along += left[j] * rightSide[j];
            }
            for (int j = 0; j < unknowns; j++) {
                step[j] += along / singular[k] * right[j];
            }
        }
        return step;
    }

    private void fill(double[] matrix, double[] rightSide) {
        final int size = rightSide.length;
        Arrays.fill(rightSide, 0.0);
        for (int player = 0; player < sizes.length; player++) {
            rightSide[played.length + player] = 1.0;
        }
        for (int r = 0; r < played.length; r++) {
            final int player = player(played[r]);
            matrix[r * size + played.length + player] = -1.0;
            matrix[(played.length + player) * size + r] = 1.0;
            rightSide[played.length + player] -= chances[played[r]];
            rightSide[r] = values[player] - earned[played[r]];
            for (int c = 0; c < played.length; c++) {
                final int other = player(played[c]);
                if (other != player) {
                    matrix[r * size + c] = payoffs.pair(player, other)[
                            (played[r] - offsets[player]) * sizes[other] + played[c] - offsets[other]];
                }
            }
        }
    }

    private int player(int k) {
        int player = 0;
        while (k >= offsets[player + 1]) {
            player++;
        }
        return player;
    }

    private double @Nullable [][] profile() {
        final double[][] profile = new double[sizes.length][];
        for (int player = 0; player < sizes.length; player++) {
            profile[player] = Arrays.copyOfRange(chances, offsets[player], offsets[player + 1]);
            double sum = 0.0;
            for (int action = 0; action < sizes[player]; action++) {
                if (profile[player][action] < -1e-12) {
                    return null;
                }
                profile[player][action] = Math.max(0.0, profile[player][action]);
                sum += profile[player][action];
            }
            for (int action = 0; action < sizes[player]; action++) {
                profile[player][action] /= sum;
            }
        }
        return profile;
    }
}
