package io.github.breakranks.equilibrium;

/**
 * Shows in doubles, with bounds that cover every rounding, that a basis is a vertex of a best-reply polytope and no tie.
 *
 * <pre>{@code
 *   M x = 1          M  the tight rows and the taken actions of G
 *   C                an inverse of M, nearly; E = I - C M
 *   |E| <= beta < 1  =>  M is regular, and |x_i - (C 1)_i| <= beta_i max |x|
 * }</pre>
 *
 * <p>The basis is shown to be a vertex if every chance and every slack is further from 0 than its bound. Cost: {@code 2 k^3 + k r} products
 * for k actions and r rows.
 *
 * @see <a href="https://doi.org/10.1017/S096249291000005X">S. M. Rump (2010), "Verification methods: Rigorous results using
 *     floating-point arithmetic", Acta Numerica 19, 287-449</a>
 */
final class BasisBounds {
    private static final double ROUNDING = 0x1p-51; // of an entry of G or of one operation, and to spare
    private static final double SPARE = 1.01; // for roundings of the bounds themselves
    private static final double MOST = 0.01; // of beta

    private final BestReplyPolytope polytope;
    private final double[] g;
    private final int rows;
    private final int columns;
    private final double[][] matrix;
    private final double[][] inverse;
    private final double[] chance;
    private final double[] off; // by action: how far the chance may be off
    private final double[] rowSum; // of the matrix
    private final double[] inverseSum; // of absolute entries

    BasisBounds(BestReplyPolytope polytope) {
        this.polytope = polytope;
        this.g = polytope.nearest();
        this.rows = polytope.rows();
        this.columns = polytope.columns();
        final int most = Math.min(rows, columns);
        this.matrix = new double[most][most];
        this.inverse = new double[most][2 * most];
        this.chance = new double[most];
        this.off = new double[most];
        this.rowSum = new double[most];
        this.inverseSum = new double[most];
    }

    /** Whether the basis with these nonbasic labels was shown to be a vertex on no other label. */
    boolean shows(long basis) {
        final int[] taken = polytope.support(basis);
        final int[] tight = polytope.best(basis);
        final int size = taken.length;
        if (tight.length != size) {
            return false;
        }
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                matrix[i][j] = g[tight[i] * columns + taken[j]];
            }
        }
        return invert(size) && chances(size) && slacks(basis, taken);
    }

    /** Gauss and Jordan's inverse, largest pivots first; whether there was a pivot. */
    private boolean invert(int size) {
        for (int i = 0; i < size; i++) {
            System.arraycopy(matrix[i], 0, inverse[i], 0, size);
            for (int j = 0; j < size; j++) {
                inverse[i][size + j] = i == j ? 1.0 : 0.0;
            }
        }
        for (int step = 0; step < size; step++) {
            int pivot = step;
            for (int i = step + 1; i < size; i++) {
                pivot = Math.abs(inverse[i][step]) > Math.abs(inverse[pivot][step]) ? i : pivot;
            }
            final double[] chosen = inverse[pivot];
            inverse[pivot] = inverse[step];
            inverse[step] = chosen;
            if (!(Math.abs(chosen[step]) > 0.0)) {
                return false;
            }
            final double over = 1.0 / chosen[step];
            for (int j = step; j < 2 * size; j++) {
                chosen[j] *= over;
            }
            for (int i = 0; i < size; i++) {
                if (i != step) {
                    subtract(inverse[i], chosen, step, 2 * size);
                }
            }
        }
        return true;
    }

    private static void subtract(double[] row, double[] chosen, int from, int to) {
        final double factor = row[from];
        for (int j = from; j < to; j++) {
            row[j] -= factor * chosen[j];
        }
    }

    /** Chances with their bounds; whether all are above 0 for sure. */
    private boolean chances(int size) {
        final double rounding = (size + 2) * ROUNDING;
        for (int p = 0; p < size; p++) {
            double sum = 0.0;
            for (int j = 0; j < size; j++) {
                sum += matrix[p][j];
            }
            rowSum[p] = sum;
        }
        double most = 0.0; // of beta
        double largest = 0.0; // of the chances
        for (int i = 0; i < size; i++) {
            final double[] row = inverse[i];
            double sum = 0.0;
            double absolute = 0.0;
            double products = 1.0;
            for (int p = 0; p < size; p++) {
                final double entry = row[size + p];
                sum += entry;
                absolute += Math.abs(entry);
                products += Math.abs(entry) * rowSum[p];
            }
            chance[i] = sum;
            off[i] = residual(row, i, size) + rounding * products; // beta_i until the largest chance is known
            most = Math.max(most, off[i]);
            largest = Math.max(largest, Math.abs(sum) + rounding * absolute);
            inverseSum[i] = absolute;
        }
        if (!(most * SPARE < MOST)) {
            return false;
        }
        for (int i = 0; i < size; i++) {
            off[i] = SPARE * (off[i] * largest / (1.0 - MOST) + rounding * inverseSum[i]);
            if (!(chance[i] > off[i])) {
                return false;
            }
        }
        return true;
    }

    /** The sum of |I - C M| over a row. */
    private double residual(double[] row, int i, int size) {
        for (int j = 0; j < size; j++) {
            row[j] = i == j ? 1.0 : 0.0; // the left half held the identity, nearly
        }
        for (int p = 0; p < size; p++) {
            final double factor = row[size + p];
            final double[] other = matrix[p];
            for (int j = 0; j < size; j++) {
                row[j] -= factor * other[j];
            }
        }
        double sum = 0.0;
        for (int j = 0; j < size; j++) {
            sum += Math.abs(row[j]);
        }
        return sum;
    }

    /** Whether every reply that is not in the basis earns less for sure. */
    private boolean slacks(long basis, int[] taken) {
        for (int row = 0; row < rows; row++) {
            if ((basis >>> polytope.labelOfRow(row) & 1) == 0) {
                double slack = 1.0;
                double bound = 0.0;
                double products = 1.0;
                for (int i = 0; i < taken.length; i++) {
                    final double entry = g[row * columns + taken[i]];
                    slack -= entry * chance[i];
                    bound += entry * off[i];
                    products += entry * chance[i];
                }
                bound += (taken.length + 2) * ROUNDING * products;
                if (!(slack > SPARE * bound)) {
                    return false;
                }
            }
        }
        return true;
    }
}
