package io.github.breakranks.internal;

/**
 * A number held as the unevaluated sum of two doubles, about 106 bits: for tables that are built once and must be
 * right to the last place.
 *
 * @param high the number rounded to a double
 * @param low  what the rounding left out
 * @see <a href="https://doi.org/10.1007/BF01397083">T. J. Dekker (1971), "A Floating-Point Technique for Extending the
 *     Available Precision", Numerische Mathematik 18, 224-242</a>
 */
record Wide(double high, double low) {

    static Wide of(double value) {
        return new Wide(value, 0);
    }

    Wide plus(Wide other) {
        final double sum = high + other.high;
        return renormalised(sum, Rounding.ofSum(high, other.high, sum) + (low + other.low));
    }

    Wide minus(Wide other) {
        return plus(new Wide(-other.high, -other.low));
    }

    Wide times(Wide other) {
        final double product = high * other.high;
        return renormalised(product, Math.fma(high, other.high, -product) + (high * other.low + low * other.high));
    }

    Wide over(Wide divisor) {
        final Wide quotient = of(high / divisor.high);
        final Wide rest = minus(divisor.times(quotient));
        return quotient.plus(of((rest.high + rest.low) / divisor.high));
    }

    private static Wide renormalised(double high, double low) {
        final double sum = high + low;
        return new Wide(sum, low - (sum - high));
    }
}
