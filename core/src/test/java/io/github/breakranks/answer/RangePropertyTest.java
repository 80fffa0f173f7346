package io.github.breakranks.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.Seeds;
import java.math.BigDecimal;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

/** Sums, differences and products of ranges hold every exact result (R. Moore 1966, Interval Analysis, ch. 3). */
class RangePropertyTest {

    @Property(seed = Seeds.USUAL)
    void holdsExactSumsDifferencesAndProducts(
            @ForAll @DoubleRange(min = -1e3, max = 1e3) double a,
            @ForAll @DoubleRange(min = 0, max = 10) double width,
            @ForAll @DoubleRange(min = -1e3, max = 1e3) double b,
            @ForAll @DoubleRange(min = 0, max = 1) double part) {
        final Range one = new Range(a, a + width);
        final Range other = new Range(b - width / 3, b);
        final double x = Math.min(one.high(), a + part * width);
        final double y = Math.max(other.low(), b - part * width / 3);

        assertHolds(one.plus(other), exact(x).add(exact(y)));
        assertHolds(one.minus(other), exact(x).subtract(exact(y)));
        assertHolds(one.times(other), exact(x).multiply(exact(y)));
    }

    private static BigDecimal exact(double x) {
        return new BigDecimal(x);
    }

    private static void assertHolds(Range range, BigDecimal value) {
        assertTrue(
                exact(range.low()).compareTo(value) <= 0 && exact(range.high()).compareTo(value) >= 0);
    }

    @Example
    void infiniteEndsDoNotBecomeNaN() {
        final Range half = new Range(0, Double.POSITIVE_INFINITY);

        assertEquals(new Range(0, Double.POSITIVE_INFINITY), half.times(half));
        assertEquals(Range.of(0), Range.of(0).times(Range.anything()));
        assertEquals(Range.anything(), half.minus(half));
        assertEquals(Range.anything(), Range.anything().plus(Range.of(1)));
        assertFalse(Range.anything().contains(Double.NaN));
        assertEquals("[0.0, Infinity]", half.toString());
        assertEquals(2, new Range(-1, 1).width());
    }

    @Example
    void refusesEndsOutOfOrder() {
        assertEquals(
                "low must be <= high, but was 2.0 with high 1.0",
                assertThrows(IllegalArgumentException.class, () -> Range.of(2, 1))
                        .getMessage());
        assertEquals(
                "low must be <= high, but was NaN with high NaN",
                assertThrows(IllegalArgumentException.class, () -> Range.of(Double.NaN))
                        .getMessage());
    }
}
