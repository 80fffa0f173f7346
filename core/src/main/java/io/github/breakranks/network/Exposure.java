package io.github.breakranks.network;

import io.github.breakranks.internal.Checks;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whose going a soldier sees. Closed: solvers know every kind.
 *
 * <p>Where there are groups, exposure is a matrix with rows that sum to one: what one of group g sees is {@code sum_h W_gh x_h}.
 */
public sealed interface Exposure {

    /** Everybody sees everybody else. */
    static Exposure everybody() {
        return new Everybody();
    }

    /**
     * Groups mix: row g says how much of what one of group g sees is each group.
     *
     * @param rows one row a group, in the population's order; entries at least 0, each row sums to 1 within 1e-9
     */
    static Exposure mixing(double[][] rows) {
        return new Mixing(rows);
    }

    /**
     * Groups keep to themselves with a share {@code homophily}; for the rest they see everybody alike.
     *
     * @param homophily a share: 0 is {@link #everybody}, 1 is groups that never meet
     */
    static Exposure homophily(double homophily) {
        return new Homophily(homophily);
    }

    /** Each sees those whom he watches in a network, each by the weight of the link. Agents are listed, in the network's order. */
    static Exposure network(Network network) {
        return new Watching(network);
    }

    /**
     * The matrix of what each group sees, its rows summing to one; refused for a network, in which no two need see the same.
     *
     * @param weights by group, its mass times the influence of one head, in any scale
     */
    double[][] matrix(double... weights);

    /** Everybody sees everybody else: what counts is the share of all the others that has gone, each head by its influence. */
    record Everybody() implements Exposure {
        @Override
        public double[][] matrix(double... weights) {
            final double[] row = Arrays.stream(weights)
                    .map(weight -> weight / Arrays.stream(weights).sum())
                    .toArray();
            final double[][] rows = new double[weights.length][];
            Arrays.setAll(rows, g -> row.clone());
            return rows;
        }

        @Override
        public String toString() {
            return "everybody";
        }
    }

    /**
     * Groups keep to themselves to some degree.
     *
     * @param homophily how much of what one sees is his own group whatever its size, a share
     */
    record Homophily(double homophily) implements Exposure {
        public Homophily {
            Checks.share("homophily", homophily);
        }

        @Override
        public double[][] matrix(double... weights) {
            final double[][] rows = new Everybody().matrix(weights);
            for (int g = 0; g < rows.length; g++) {
                for (int h = 0; h < rows.length; h++) {
                    rows[g][h] = (1 - homophily) * rows[g][h] + (g == h ? homophily : 0);
                }
            }
            return rows;
        }

        @Override
        public String toString() {
            return "homophily " + homophily;
        }
    }

    /**
     * Each sees those whom he watches.
     *
     * @param network who watches whom
     */
    record Watching(Network network) implements Exposure {
        public Watching {
            Objects.requireNonNull(network, "network");
        }

        @Override
        public double[][] matrix(double... weights) {
            throw Checks.refused(
                    "exposure must be of groups that mix, but was a %s, in which each sees whom he watches", this);
        }

        @Override
        public String toString() {
            return "network of " + network.agents() + " agents";
        }
    }

    /** Groups mix by a matrix. Masses and influence play no part in what is seen: the rows say it all. */
    final class Mixing implements Exposure {
        private static final double TOLERANCE = 1e-9;

        private final double[][] rows;

        private Mixing(double[][] rows) {
            this.rows = new double[rows.length][];
            Checks.count(1, "rows", "groups", rows.length);
            for (int g = 0; g < rows.length; g++) {
                this.rows[g] = checked(g, rows[g], rows.length);
            }
        }

        private static double[] checked(int g, double[] row, int groups) {
            if (row.length != groups) {
                throw Checks.refused("rows[%s] must have %s entries [groups], but was %s", g, groups, row.length);
            }
            double sum = 0;
            for (int h = 0; h < groups; h++) {
                Checks.atLeast(0.0, "rows[" + g + "][" + h + "]", "share of what is seen", row[h]);
                sum += row[h];
            }
            if (!(Math.abs(sum - 1) <= TOLERANCE)) {
                throw Checks.refused(
                        "rows[%s] must sum to 1 within %s [share of what is seen], but was %s", g, TOLERANCE, sum);
            }
            final double total = sum;
            return Arrays.stream(row).map(entry -> entry / total).toArray();
        }

        @Override
        public double[][] matrix(double... weights) {
            if (weights.length != rows.length) {
                throw Checks.refused("rows must be one a group, %s, but was %s", weights.length, rows.length);
            }
            return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Mixing that && Arrays.deepEquals(rows, that.rows);
        }

        @Override
        public int hashCode() {
            return Arrays.deepHashCode(rows);
        }

        @Override
        public String toString() {
            return "mixing of " + rows.length + " groups";
        }
    }
}
