package io.github.breakranks.equilibrium;

import io.github.breakranks.internal.DenseLu;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A point near a {@link BarrierPath}: the equations there, and in which direction they are met, or stay so.
 *
 * <p>Unknown are the logarithms of all chances, what each player earns, mu and its logarithm. Slacks are {@code mu w / chance}, so that the
 * products hold and what may be missing is the payoffs' equations and the sums. The first player's chances are eliminated by hand, and
 * {@code n + 2} equations are left.
 */
final class BarrierSystem {
    private static final int TOGETHER = 4; // rows of payoffs that are added up in one pass

    private final double[] row; // the first player's payoffs, by the second's action, then by his own
    private final double[][] byOwn; // the same, by his own action, then by the second's
    private final double[] column; // the second's, by the first's action, then by his own
    private final int rows;
    private final int columns;
    private final double[] weight; // of the first's actions, then of the second's
    private final double[] point; // logarithms of the chances of both, then of mu; then what each earns, and mu
    private final double[] chance;
    private final double[] slack; // by how much each action earns less
    private final double[] missing; // in each action's equation, then in both sums
    private final DenseLu linear;
    private final double[] chanceAt; // where the equations were factored last
    private final double[] slackAt;
    private final double[] ratio; // there, of the first's chances and slacks
    private final double[] raised; // by the second's action, then by the first's: his payoffs times the ratios

    /** Payoffs as {@link FloatPayoffs} has them; weights of the actions of both, in sum 1 each. */
    BarrierSystem(double[] row, double[] column, int rows, double[] weight) {
        this.row = row;
        this.column = column;
        this.rows = rows;
        this.columns = weight.length - rows;
        this.weight = weight;
        this.byOwn = new double[rows][columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                byOwn[i][j] = row[j * rows + i];
            }
        }
        this.point = new double[weight.length + 3];
        this.chance = new double[weight.length];
        this.slack = new double[weight.length];
        this.missing = new double[weight.length + 2];
        this.linear = new DenseLu(columns + 2);
        this.chanceAt = new double[weight.length];
        this.slackAt = new double[weight.length];
        this.ratio = new double[rows];
        this.raised = new double[rows * columns];
        Arrays.setAll(point, k -> k < weight.length ? Math.log(weight[k]) : 0.0);
    }

    /** How many logarithms there are: of the chances of both, and last of mu. */
    int logarithms() {
        return weight.length + 1;
    }

    /** Logarithms of the chances of both, then of mu; then what each earns, and mu. */
    double[] point() {
        return point.clone();
    }

    void moveTo(double[] newPoint) {
        System.arraycopy(newPoint, 0, point, 0, point.length);
        evaluate();
    }

    void add(double[] change, double times) {
        for (int k = 0; k < point.length; k++) {
            point[k] += times * change[k];
        }
        evaluate();
    }

    /** What is missing in each action's equation, then in both sums. */
    double[] missing() {
        return missing.clone();
    }

    /** The actions of a player whose chance is greater than what they earn less. */
    int[] played(int player) {
        final int from = player * rows;
        return IntStream.range(from, player == 0 ? rows : weight.length)
                .filter(k -> chance[k] > slack[k])
                .map(k -> k - from)
                .toArray();
    }

    /** The chances of both, in sum 1 each. */
    double[][] mixtures() {
        final double[][] mixtures = {Arrays.copyOf(chance, rows), Arrays.copyOfRange(chance, rows, chance.length)};
        for (final double[] mixture : mixtures) {
            final double sum = Arrays.stream(mixture).sum();
            Arrays.setAll(mixture, k -> mixture[k] / sum);
        }
        return mixtures;
    }

    private void evaluate() {
        final double mu = Math.exp(point[weight.length]);
        Arrays.fill(missing, 0.0);
        missing[weight.length] = -1.0;
        missing[weight.length + 1] = -1.0;
        for (int k = 0; k < weight.length; k++) {
            final int player = k < rows ? 0 : 1;
            chance[k] = Math.exp(point[k]);
            slack[k] = mu * weight[k] / chance[k];
            missing[k] = point[weight.length + 1 + player] - slack[k];
            missing[weight.length + player] += chance[k];
        }
        for (int j = 0; j < columns; j++) {
            for (int i = 0; i < rows; i++) {
                missing[i] -= chance[rows + j] * row[j * rows + i];
            }
        }
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                missing[rows + j] -= chance[i] * column[i * columns + j];
            }
        }
    }

    /** Sets up the equations for the second's changes and factors them; false if they are singular. */
    boolean factor() {
        final int size = columns + 2;
        final double[] matrix = linear.matrix(size);
        System.arraycopy(chance, 0, chanceAt, 0, chance.length);
        System.arraycopy(slack, 0, slackAt, 0, slack.length);
        double all = 0.0;
        for (int i = 0; i < rows; i++) {
            ratio[i] = chance[i] / slack[i];
            all += ratio[i];
            for (int j = 0; j < columns; j++) {
                raised[j * rows + i] = column[i * columns + j] * ratio[i];
            }
        }
        final double[] line = new double[columns];
        for (int j = 0; j < columns; j++) {
            Arrays.fill(line, 0.0);
            addRows(line, raised, j * rows);
            for (int k = 0; k < columns; k++) {
                matrix[j * size + k] = -line[k] * chance[rows + k];
            }
            matrix[j * size + j] += slack[rows + j];
            for (int i = 0; i < rows; i++) {
                matrix[j * size + columns] += raised[j * rows + i];
            }
            matrix[j * size + columns + 1] = 1.0;
        }
        Arrays.fill(line, 0.0);
        addRows(line, ratio, 0);
        for (int k = 0; k < columns; k++) {
            matrix[columns * size + k] = line[k] * chance[rows + k];
            matrix[(columns + 1) * size + k] = chance[rows + k];
        }
        matrix[columns * size + columns] = -all;
        return linear.factor();
    }

    /** Adds up the first's payoffs, by the second's action, each of his actions times a factor. */
    private void addRows(double[] sum, double[] factors, int from) {
        int i = 0;
        for (; i + TOGETHER <= rows; i += TOGETHER) {
            addFour(sum, factors, from + i, i);
        }
        for (; i < rows; i++) {
            final double factor = factors[from + i];
            final double[] payoffs = byOwn[i];
            for (int k = 0; k < sum.length; k++) {
                sum[k] += factor * payoffs[k];
            }
        }
    }

    private void addFour(double[] sum, double[] factors, int at, int i) {
        final double f0 = factors[at];
        final double f1 = factors[at + 1];
        final double f2 = factors[at + 2];
        final double f3 = factors[at + 3];
        final double[] a0 = byOwn[i];
        final double[] a1 = byOwn[i + 1];
        final double[] a2 = byOwn[i + 2];
        final double[] a3 = byOwn[i + 3];
        for (int k = 0; k < sum.length; k++) {
            sum[k] += f0 * a0[k] + f1 * a1[k] + f2 * a2[k] + f3 * a3[k];
        }
    }

    /** The sign of the determinant where the equations were factored last; it changes where the path turns. */
    int sign() {
        return linear.sign();
    }

    /** The change that makes up what is missing and leaves mu. */
    double[] newton() {
        final double[] right = new double[columns + 2];
        for (int j = 0; j < columns; j++) {
            right[j] = -missing[rows + j];
        }
        right[columns] = -missing[weight.length];
        right[columns + 1] = -missing[weight.length + 1];
        for (int i = 0; i < rows; i++) {
            final double factor = ratio[i] * missing[i];
            right[columns] += factor;
            for (int j = 0; j < columns; j++) {
                right[j] -= factor * column[i * columns + j];
            }
        }
        return solved(right, missing, 0.0);
    }

    /** The change that keeps what is missing as it is, while the logarithm of mu rises by 1. */
    double[] along() {
        final double[] right = new double[columns + 2];
        System.arraycopy(slackAt, rows, right, 0, columns);
        for (int i = 0; i < rows; i++) {
            right[columns] -= chanceAt[i];
            for (int j = 0; j < columns; j++) {
                right[j] += chanceAt[i] * column[i * columns + j];
            }
        }
        return solved(right, new double[rows], 1.0);
    }

    private double[] solved(double[] right, double[] gap, double ofMu) {
        linear.solve(right);
        final double[] change = new double[point.length];
        for (int j = 0; j < columns; j++) {
            change[rows + j] = right[j];
            final double moved = right[j] * chanceAt[rows + j];
            for (int i = 0; i < rows; i++) {
                change[i] += row[j * rows + i] * moved;
            }
        }
        for (int i = 0; i < rows; i++) {
            change[i] = (change[i] - gap[i] - right[columns]) / slackAt[i] + ofMu;
        }
        change[weight.length] = ofMu;
        change[weight.length + 1] = right[columns];
        change[weight.length + 2] = right[columns + 1];
        return change;
    }
}
