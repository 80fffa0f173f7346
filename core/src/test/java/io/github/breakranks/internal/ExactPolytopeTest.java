package io.github.breakranks.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Polytopes whose vertices are known, and numbers that fit no long. */
class ExactPolytopeTest {
    private static BigInteger[] row(long... entries) {
        return Arrays.stream(entries).mapToObj(BigInteger::valueOf).toArray(BigInteger[]::new);
    }

    private static BigInteger whole(long value) {
        return BigInteger.valueOf(value);
    }

    private static TreeSet<String> texts(ExactPolytope polytope) {
        final TreeSet<String> texts = new TreeSet<>();
        polytope.vertices().forEach(vertex -> texts.add(vertex.toString()));
        assertEquals(texts.size(), polytope.vertices().size());
        return texts;
    }

    @Test
    void simplexAndItsSlices() {
        final ExactPolytope simplex = ExactPolytope.simplex(3);
        assertEquals(List.of("[0, 0, 1, 1]", "[0, 1, 0, 1]", "[1, 0, 0, 1]"), List.copyOf(texts(simplex)));
        assertEquals(2, simplex.dimension());
        final ExactPolytope line = simplex.equal(BigInteger.ZERO, row(1, -2, 0));
        assertEquals(List.of("[0, 0, 1, 1]", "[2, 1, 0, 3]"), List.copyOf(texts(line)));
        assertEquals(1, line.dimension());
        final ExactPolytope point = line.equal(whole(1), row(0, 0, 1));
        assertEquals(0, point.dimension());
        assertEquals("[0, 0, 1, 1]", point.inside().toString());
        final ExactPolytope nothing = point.atMost(whole(-1), row(0, 0, 1));
        assertFalse(nothing.feasible());
        assertEquals(-1, nothing.dimension());
        assertEquals(List.of(), nothing.vertices());
        assertEquals(
                "a polytope must have a point to have one inside, but is empty",
                assertThrows(IllegalStateException.class, nothing::inside).getMessage());
    }

    /** The cube has 8 vertices; cut by x + y + z <= 1/2 the corner has 4, cut beyond the far corner all stay. */
    @Test
    void cube() {
        ExactPolytope cube = ExactPolytope.nonnegative(3);
        for (int k = 0; k < 3; k++) {
            final long[] unit = new long[3];
            unit[k] = 1;
            cube = cube.atMost(BigInteger.ONE, row(unit));
        }
        assertEquals(8, cube.vertices().size());
        assertEquals(3, cube.dimension());
        assertEquals("[4, 4, 4, 8]", cube.inside().toString());
        final ExactPolytope corner = cube.atMost(BigInteger.ONE, row(2, 2, 2));
        assertEquals(
                List.of("[0, 0, 0, 1]", "[0, 0, 1, 2]", "[0, 1, 0, 2]", "[1, 0, 0, 2]"), List.copyOf(texts(corner)));
        assertEquals(8, cube.atMost(whole(3), row(1, 1, 1)).vertices().size());
        assertEquals(6, cube.equal(whole(3), row(2, 2, 2)).vertices().size()); // a hexagon
    }

    @Test
    void whatIsUnboundedSaysSo() {
        final ExactPolytope strip = ExactPolytope.nonnegative(2).atMost(BigInteger.ONE, row(1, 0));
        assertTrue(strip.feasible());
        assertEquals(
                "points must be bounded, but go to infinity along [0, 1, 0]; add an inequality",
                assertThrows(IllegalStateException.class, strip::vertices).getMessage());
        assertEquals(
                "coefficients must have 2 entries [count], but was 1",
                assertThrows(IllegalArgumentException.class, () -> strip.atMost(BigInteger.ONE, row(1)))
                        .getMessage());
    }

    /** Beyond longs: 2^80 x = y on the simplex. */
    @Test
    void numbersOfAnySize() {
        final BigInteger huge = BigInteger.TWO.pow(80);
        final ExactPolytope line = ExactPolytope.simplex(2).equal(BigInteger.ZERO, huge, BigInteger.ONE.negate());
        assertEquals(1, line.vertices().size());
        final ExactRow vertex = line.vertices().get(0);
        assertEquals(BigInteger.ONE, vertex.get(0));
        assertEquals(huge, vertex.get(1));
        assertEquals(huge.add(BigInteger.ONE), vertex.get(2));
        assertFalse(line.atMost(BigInteger.ZERO, row(0, 1)).feasible());
        assertTrue(line.atMost(BigInteger.ONE, huge, BigInteger.ZERO).feasible()); // 2^80 x < 1
        assertFalse(line.atMost(BigInteger.ONE, huge.add(BigInteger.TWO), BigInteger.ZERO)
                .feasible());
    }

    @Test
    void rowsNeverOverflow() {
        final ExactRow row = ExactRow.of(Long.MAX_VALUE, Long.MIN_VALUE, -1);
        final BigInteger most = whole(Long.MAX_VALUE);
        assertEquals(most.multiply(most).add(whole(Long.MIN_VALUE).pow(2)).add(BigInteger.ONE), row.dotBig(row));
        assertFalse(row.dotFits(ExactRow.of(1, 1, 1)));
        assertEquals(
                "[5, 6]",
                ExactRow.combine(2, ExactRow.of(1, 0), 3, ExactRow.of(1, 2)).toString());
        final ExactRow sum = ExactRow.combine(Long.MAX_VALUE, row, 1, ExactRow.of(0, 0, 0));
        assertEquals(most, sum.get(0)); // divided by the common divisor
        assertEquals(BigInteger.ONE.negate(), sum.get(2));
        assertEquals(3, sum.size());
        assertEquals(-1, sum.signum(1));
    }

    @Test
    void rankCountsDirections() {
        assertEquals(0, ExactPolytope.rank(List.of()));
        assertEquals(2, ExactPolytope.rank(List.of(ExactRow.of(1, 2, 3), ExactRow.of(2, 4, 6), ExactRow.of(0, 0, 5))));
    }
}
