package io.github.breakranks.internal;

import java.util.Locale;

/** Argument checks with one form of message: name, rule, [unit], "but was" value. */
public final class Checks {
    private Checks() {}

    /** Requires a finite value; NaN always fails. */
    public static double finite(String name, String unit, double value) {
        if (!(Math.abs(value) <= Double.MAX_VALUE)) { // written so that NaN is refused
            throw refused("%s must be finite [%s], but was %s", name, unit, value);
        }
        return value;
    }

    /** Requires a finite value that is at least {@code min}; NaN always fails. */
    public static double atLeast(double min, String name, String unit, double value) {
        if (!(value >= min) || Double.isInfinite(value)) {
            throw refused("%s must be finite and >= %s [%s], but was %s", name, min, unit, value);
        }
        return value;
    }

    /** Requires a finite value above {@code min}; NaN always fails. */
    public static double above(double min, String name, String unit, double value) {
        if (!(value > min) || Double.isInfinite(value)) {
            throw refused("%s must be finite and > %s [%s], but was %s", name, min, unit, value);
        }
        return value;
    }

    /** Requires a share, a value in [0, 1]; NaN always fails. */
    public static double share(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw refused("%s must be a share in [0, 1], but was %s", name, value);
        }
        return value;
    }

    /** Requires a count that is at least {@code min}. */
    public static int count(int min, String name, String unit, int value) {
        if (value < min) {
            throw refused("%s must be >= %s [%s], but was %s", name, min, unit, value);
        }
        return value;
    }

    /** Requires a number from 0 to one below {@code size}. */
    public static int index(String name, String unit, int value, int size) {
        if (value < 0 || value >= size) {
            throw refused("%s must be from 0 to %s [%s], but was %s", name, size - 1, unit, value);
        }
        return value;
    }

    /** The exception for a refused argument, its message in the one form. */
    public static IllegalArgumentException refused(String form, Object... values) {
        return new IllegalArgumentException(String.format(Locale.ROOT, form, values));
    }
}
