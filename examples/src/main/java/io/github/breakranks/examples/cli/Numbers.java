package io.github.breakranks.examples.cli;

import io.github.breakranks.answer.Fraction;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads numbers as people write them: {@code 0.25}, {@code -1e-3}, {@code 9/50}. */
final class Numbers {
    private static final MathContext DIGITS = new MathContext(60); // a quotient, before it is rounded to a double
    private static final int MOST_PLACES =
            1000; // of a number that is kept as written, so that it cannot fill the memory
    private static final Pattern DECIMAL =
            Pattern.compile("[+-]?+(?:[0-9]++(?:\\.[0-9]*+)?+|\\.[0-9]++)(?:[eE][+-]?+[0-9]{1,9}+)?+");

    private Numbers() {}

    /** A finite number, a decimal or a fraction of two. */
    static double real(String name, String unit, String text) {
        final Double value = realOrNull(text);
        if (value == null) {
            throw BadInput.of(name, "a finite number [" + unit + "]", text);
        }
        return value;
    }

    /** A finite number of at least 0. */
    static double atLeastZero(String name, String unit, String text) {
        final double value = real(name, unit, text);
        if (!(value >= 0)) {
            throw BadInput.of(name, "finite and >= 0 [" + unit + "]", text);
        }
        return value;
    }

    /** A finite number above 0. */
    static double aboveZero(String name, String unit, String text) {
        final double value = real(name, unit, text);
        if (!(value > 0)) {
            throw BadInput.of(name, "finite and > 0 [" + unit + "]", text);
        }
        return value;
    }

    /** A finite number in [0, 1]. */
    static double share(String name, String text) {
        final Double value = realOrNull(text);
        if (value == null || !(value >= 0 && value <= 1)) {
            throw BadInput.of(name, "a share in [0, 1]", text);
        }
        return value;
    }

    /** The number exactly as written, of at most a thousand digits before or behind the point. */
    static Fraction fraction(String name, String unit, String text) {
        final int slash = text.indexOf('/');
        final BigDecimal over = decimal(slash < 0 ? text : text.substring(0, slash));
        final BigDecimal under = slash < 0 ? BigDecimal.ONE : decimal(text.substring(slash + 1));
        if (over == null || under == null || under.signum() == 0 || !brief(over) || !brief(under)) {
            throw BadInput.of(name, "a finite number [" + unit + "]", text);
        }
        final int places = Math.max(0, Math.max(over.scale(), under.scale()));
        return new Fraction(
                over.movePointRight(places).toBigIntegerExact(),
                under.movePointRight(places).toBigIntegerExact());
    }

    private static boolean brief(BigDecimal exact) {
        return Math.abs((long) exact.scale()) <= MOST_PLACES;
    }

    /** The double next to the number written, null if there is none. */
    static @Nullable Double realOrNull(String text) {
        final int slash = text.indexOf('/');
        if (slash < 0) {
            return finite(decimal(text));
        }
        final BigDecimal over = decimal(text.substring(0, slash));
        final BigDecimal under = decimal(text.substring(slash + 1));
        if (over == null || under == null || under.signum() == 0) {
            return null;
        }
        try {
            return finite(over.divide(under, DIGITS));
        } catch (ArithmeticException outOfRange) {
            return null;
        }
    }

    private static @Nullable Double finite(@Nullable BigDecimal exact) {
        if (exact == null) {
            return null;
        }
        final double value = exact.doubleValue();
        return Double.isInfinite(value) ? null : value + 0.0; // no negative zero
    }

    private static @Nullable BigDecimal decimal(String text) {
        final String bare = text.strip();
        return DECIMAL.matcher(bare).matches() ? new BigDecimal(bare) : null;
    }

    /** A whole number of at least {@code min} that an int holds; {@code 30000} or {@code 3e4}. */
    static int count(int min, String name, String unit, String text) {
        final BigDecimal exact = decimal(text);
        if (exact == null || !whole(exact) || exact.intValue() < min) {
            throw BadInput.of(name, "an integer from " + min + " to " + Integer.MAX_VALUE + " [" + unit + "]", text);
        }
        return exact.intValue();
    }

    /** A whole number of at least 0; the largest int stands for all that are larger. */
    static int countOrLargest(String name, String unit, String text) {
        final BigDecimal exact = decimal(text);
        return exact != null
                        && exact.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0
                        && exact.stripTrailingZeros().scale() <= 0
                ? Integer.MAX_VALUE
                : count(0, name, unit, text);
    }

    /** A whole number of at least 1 that a long holds; {@code 1000000000000} or {@code 1e12}. */
    static long largeCount(String name, String unit, String text) {
        final BigDecimal exact = decimal(text);
        if (exact == null
                || exact.compareTo(BigDecimal.ONE) < 0
                || exact.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0
                || exact.stripTrailingZeros().scale() > 0) {
            throw BadInput.of(name, "an integer from 1 to 2^63 - 1 [" + unit + "]", text);
        }
        return exact.longValueExact();
    }

    /** How many threads work: as many as are asked for, and at most one for each processor. */
    static int threads(String text) {
        return Math.min(
                count(1, "--threads", "threads", text), Runtime.getRuntime().availableProcessors());
    }

    private static boolean whole(BigDecimal exact) {
        return exact.signum() == 0
                || exact.precision() - (long) exact.scale() <= 10 // so that no huge power of ten is written out
                        && exact.stripTrailingZeros().scale() <= 0
                        && Math.abs(exact.doubleValue()) <= Integer.MAX_VALUE;
    }

    /** A seed: any integer that a long holds. */
    static long seed(String name, String text) {
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException malformed) {
            throw BadInput.of(name, "an integer from -2^63 to 2^63 - 1 [seed]", text);
        }
    }
}
