package io.github.breakranks.answer;

import io.github.breakranks.internal.Checks;

/**
 * All values from {@code low} to {@code high}, ends included: a bound on something, or what the sources leave open.
 *
 * @param low  the least value, not NaN, may be negative infinity
 * @param high the greatest value, at least {@code low}, may be infinity
 */
public record Range(double low, double high) {

    private static final Range ANYTHING = new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    public Range {
        if (!(low <= high)) { // written so that NaN is refused
            throw Checks.refused("low must be <= high, but was %s with high %s", low, high);
        }
    }

    /** From {@code low} to {@code high}. */
    public static Range of(double low, double high) {
        return new Range(low, high);
    }

    /** One value only. */
    public static Range of(double value) {
        return new Range(value, value);
    }

    /** Nothing is known. */
    public static Range anything() {
        return ANYTHING;
    }

    /** Whether the value lies in this range; NaN never does. */
    public boolean contains(double value) {
        return low <= value && value <= high;
    }

    /** All sums of a value here and a value there, rounded outward. */
    public Range plus(Range other) {
        return new Range(down(low + other.low), up(high + other.high));
    }

    /** All differences of a value here and a value there, rounded outward. */
    public Range minus(Range other) {
        return new Range(down(low - other.high), up(high - other.low));
    }

    /** All products of a value here and a value there, rounded outward; zero times infinity is zero. */
    public Range times(Range other) {
        final double a = product(low, other.low);
        final double b = product(low, other.high);
        final double c = product(high, other.low);
        final double d = product(high, other.high);
        return new Range(down(Math.min(Math.min(a, b), Math.min(c, d))), up(Math.max(Math.max(a, b), Math.max(c, d))));
    }

    private static double product(double a, double b) {
        return a == 0 || b == 0 ? 0 : a * b;
    }

    private static double down(double value) {
        return Double.isNaN(value) ? Double.NEGATIVE_INFINITY : value == 0 ? 0 : Math.nextDown(value);
    }

    private static double up(double value) {
        return Double.isNaN(value) ? Double.POSITIVE_INFINITY : value == 0 ? 0 : Math.nextUp(value);
    }

    /** How far the ends are apart. */
    public double width() {
        return high - low;
    }

    @Override
    public String toString() {
        return "[" + low + ", " + high + "]";
    }
}
