package io.github.breakranks.internal;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * A polytope in exact fractions: what is left of {@code x >= 0} after inequalities and equalities with whole coefficients, by its vertices.
 *
 * <pre>{@code  x >= 0,   A x <= b,   E x = d  }</pre>
 *
 * <p>Made by {@link ExactCone double description} with one more coordinate for the denominator. For few dimensions: vertices can be many.
 * Immutable.
 */
public final class ExactPolytope {
    private final int dimension; // of the space
    private final ExactCone cone; // the last coordinate is the denominator

    private ExactPolytope(int dimension, ExactCone cone) {
        this.dimension = dimension;
        this.cone = cone;
    }

    /** All points of so many coordinates without a negative one: no polytope yet, inequalities must bound it. */
    public static ExactPolytope nonnegative(int dimension) {
        return new ExactPolytope(
                dimension, ExactCone.orthant(Checks.count(1, "dimension", "coordinates", dimension) + 1));
    }

    /** All shares of so many coordinates that sum to 1. */
    public static ExactPolytope simplex(int dimension) {
        final BigInteger[] ones = new BigInteger[dimension];
        Arrays.fill(ones, BigInteger.ONE);
        return nonnegative(dimension).equal(BigInteger.ONE, ones);
    }

    /** The same polytope, which asks, as do all made of it, whether long work may go on; if not, {@link Halted} is thrown. */
    public ExactPolytope watched(BooleanSupplier mayGoOn) {
        return new ExactPolytope(dimension, cone.watched(mayGoOn));
    }

    /** What of this has {@code coefficients x <= bound}. */
    public ExactPolytope atMost(BigInteger bound, BigInteger... coefficients) {
        return new ExactPolytope(dimension, cone.cut(form(bound, coefficients)));
    }

    /** What of this has {@code coefficients x = value}. */
    public ExactPolytope equal(BigInteger value, BigInteger... coefficients) {
        return new ExactPolytope(dimension, cone.slice(form(value, coefficients)));
    }

    private ExactRow form(BigInteger bound, BigInteger... coefficients) {
        if (coefficients.length != dimension) {
            throw Checks.refused(
                    "coefficients must have %s entries [count], but was %s", dimension, coefficients.length);
        }
        final BigInteger[] form = new BigInteger[dimension + 1];
        for (int k = 0; k < dimension; k++) {
            form[k] = coefficients[k].negate();
        }
        form[dimension] = bound;
        return ExactRow.of(form);
    }

    /** Whether there is any point. */
    public boolean feasible() {
        for (int k = 0; k < cone.size(); k++) {
            if (cone.ray(k).signum(dimension) > 0) {
                return true;
            }
        }
        return false;
    }

    /**
     * The vertices, each as numerators and, last, their common denominator, above 0.
     *
     * @throws IllegalStateException if the points are not bounded
     */
    public List<ExactRow> vertices() {
        final List<ExactRow> vertices = new ArrayList<>();
        if (!feasible()) {
            return vertices;
        }
        for (int k = 0; k < cone.size(); k++) {
            if (cone.ray(k).signum(dimension) == 0) {
                throw new IllegalStateException(
                        "points must be bounded, but go to infinity along " + cone.ray(k) + "; add an inequality");
            }
            vertices.add(cone.ray(k));
        }
        return vertices;
    }

    /** A point inside, the mean of the vertices, as numerators and, last, their common denominator; refused where there is none. */
    public ExactRow inside() {
        final List<ExactRow> vertices = vertices();
        if (vertices.isEmpty()) {
            throw new IllegalStateException("a polytope must have a point to have one inside, but is empty");
        }
        BigInteger common = BigInteger.ONE;
        for (ExactRow vertex : vertices) {
            final BigInteger denominator = vertex.get(dimension);
            common = common.multiply(denominator).divide(common.gcd(denominator));
        }
        final BigInteger[] sum = new BigInteger[dimension + 1];
        Arrays.fill(sum, BigInteger.ZERO);
        for (ExactRow vertex : vertices) {
            final BigInteger factor = common.divide(vertex.get(dimension));
            for (int k = 0; k <= dimension; k++) {
                sum[k] = sum[k].add(vertex.get(k).multiply(factor));
            }
        }
        return ExactRow.of(sum);
    }

    /** How many directions it extends in: 0 for a point, -1 for nothing. */
    public int dimension() {
        return feasible() ? rank(vertices()) - 1 : -1;
    }

    /** How many of the rows are linearly independent, by elimination without fractions. */
    public static int rank(List<ExactRow> rows) {
        final List<BigInteger[]> left = new ArrayList<>();
        for (ExactRow row : rows) {
            final BigInteger[] entries = new BigInteger[row.size()];
            Arrays.setAll(entries, row::get);
            left.add(entries);
        }
        int rank = 0;
        for (int column = 0; !rows.isEmpty() && column < rows.get(0).size(); column++) {
            final int pivot = pivot(left, rank, column);
            if (pivot < 0) {
                continue;
            }
            final BigInteger[] lead = left.set(pivot, left.get(rank));
            left.set(rank, lead);
            rank++;
            for (BigInteger[] row : left.subList(rank, left.size())) {
                eliminate(row, lead, column);
            }
        }
        return rank;
    }

    private static int pivot(List<BigInteger[]> rows, int from, int column) {
        for (int k = from; k < rows.size(); k++) {
            if (rows.get(k)[column].signum() != 0) {
                return k;
            }
        }
        return -1;
    }

    private static void eliminate(BigInteger[] row, BigInteger[] lead, int column) {
        final BigInteger factor = row[column];
        if (factor.signum() == 0) {
            return;
        }
        BigInteger common = BigInteger.ZERO;
        for (int k = 0; k < row.length; k++) {
            row[k] = row[k].multiply(lead[column]).subtract(factor.multiply(lead[k]));
            common = common.gcd(row[k]);
        }
        for (int k = 0; k < row.length && common.compareTo(BigInteger.ONE) > 0; k++) {
            row[k] = row[k].divide(common);
        }
    }
}
