package io.github.breakranks.examples.job;

import io.github.breakranks.answer.Range;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** How numbers are written for reading, the same on every platform. */
final class Words {
    private Words() {}

    /** A number as it is, thousands apart. */
    static String number(double value) {
        if (value == Math.rint(value)) {
            return String.format(Locale.ROOT, "%,d", (long) value);
        }
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    /** A number rounded to so many decimals. */
    static String fixed(double value, int decimals) {
        final BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? BigDecimal.ZERO.setScale(decimals).toPlainString() : rounded.toPlainString();
    }

    /** A share as a percentage with one decimal, without the sign. */
    static String percent(double share) {
        return fixed(100 * share, 1);
    }

    /** Both ends; one where they read the same. */
    static String span(String low, String high) {
        return low.equals(high) ? low : low + " to " + high;
    }

    /** Both ends of some shares as percentages with one decimal, without the sign; one where they read the same. */
    static String percents(Range shares) {
        final String low = percent(shares.low());
        final String high = percent(shares.high());
        return low.equals(high) ? low : low + "-" + high;
    }

    /** Both ends rounded to so many decimals. */
    static String span(Range range, int decimals) {
        return span(fixed(range.low(), decimals), fixed(range.high(), decimals));
    }
}
