package io.github.breakranks.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.breakranks.Seeds;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.fraction.BigFraction;
import org.apache.commons.math3.fraction.BigFractionField;
import org.apache.commons.math3.linear.Array2DRowFieldMatrix;
import org.apache.commons.math3.linear.FieldLUDecomposition;
import org.jspecify.annotations.Nullable;

/** Vertices found by cutting against vertices found by solving every square system. */
class ExactPolytopePropertyTest {

    /** Theorem: a vertex is a feasible point at which as many independent inequalities are tight as there are coordinates. */
    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE, seed = Seeds.USUAL)
    void verticesAreTheFeasibleBasicPoints(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 4) int size,
            @ForAll @IntRange(min = 0, max = 4) int cuts) {
        final Random random = new Random(seed);
        final long scale = seed % 3 == 0 ? 1L << 40 : 1; // coefficients beyond longs, soon
        final List<BigInteger[]> rows = new ArrayList<>(); // a x <= b, last entry b
        ExactPolytope polytope = ExactPolytope.nonnegative(size);
        for (int k = 0; k <= cuts; k++) {
            final BigInteger[] row = new BigInteger[size + 1];
            for (int j = 0; j <= size; j++) {
                final int entry = k == 0 ? 1 : random.nextInt(7) - (j < size ? 3 : 1); // the first bounds it
                row[j] = BigInteger.valueOf(entry)
                        .multiply(BigInteger.valueOf(scale))
                        .add(BigInteger.valueOf(k == 0 || scale == 1 ? 0 : random.nextInt(3)));
            }
            rows.add(row);
            polytope = polytope.atMost(row[size], Arrays.copyOf(row, size));
        }
        for (int j = 0; j < size; j++) {
            final BigInteger[] row = new BigInteger[size + 1];
            Arrays.fill(row, BigInteger.ZERO);
            row[j] = BigInteger.ONE.negate();
            rows.add(row);
        }
        final TreeSet<String> found = new TreeSet<>();
        for (ExactRow vertex : polytope.vertices()) {
            final List<BigFraction> point = new ArrayList<>();
            for (int j = 0; j < size; j++) {
                point.add(new BigFraction(vertex.get(j), vertex.get(size)));
            }
            found.add(point.toString());
        }
        final TreeSet<String> basic = new TreeSet<>();
        choose(rows, size, 0, new ArrayList<>(), basic);
        assertEquals(basic, found);
        assertEquals(polytope.feasible(), !basic.isEmpty());
    }

    private static void choose(
            List<BigInteger[]> rows, int size, int from, List<BigInteger[]> tight, TreeSet<String> basic) {
        if (tight.size() == size) {
            final BigFraction[] point = solved(tight, size);
            if (point != null && rows.stream().allMatch(row -> holds(row, point))) {
                basic.add(Arrays.asList(point).toString());
            }
            return;
        }
        for (int k = from; k < rows.size(); k++) {
            tight.add(rows.get(k));
            choose(rows, size, k + 1, tight, basic);
            tight.remove(tight.size() - 1);
        }
    }

    private static BigFraction @Nullable [] solved(List<BigInteger[]> tight, int size) {
        final Array2DRowFieldMatrix<BigFraction> matrix =
                new Array2DRowFieldMatrix<>(BigFractionField.getInstance(), size, size);
        final BigFraction[] right = new BigFraction[size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                matrix.setEntry(i, j, new BigFraction(tight.get(i)[j]));
            }
            right[i] = new BigFraction(tight.get(i)[size]);
        }
        final var solver = new FieldLUDecomposition<>(matrix).getSolver();
        return solver.isNonSingular()
                ? solver.solve(new org.apache.commons.math3.linear.ArrayFieldVector<>(right))
                        .toArray()
                : null;
    }

    private static boolean holds(BigInteger[] row, BigFraction... point) {
        BigFraction sum = BigFraction.ZERO;
        for (int j = 0; j < point.length; j++) {
            sum = sum.add(point[j].multiply(row[j]));
        }
        return sum.compareTo(new BigFraction(row[point.length])) <= 0;
    }
}
