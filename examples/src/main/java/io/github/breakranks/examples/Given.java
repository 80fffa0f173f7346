package io.github.breakranks.examples;

import java.util.Locale;

/** Refuses what cannot be meant, before work starts: name, rule, [unit], "but was" value; NaN never passes. */
final class Given {
    private Given() {}

    static void atLeastNothing(String name, String unit, double value) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw refused("%s must be finite and >= 0.0 [%s], but was %s", name, unit, value);
        }
    }

    static void aboveNothing(String name, String unit, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw refused("%s must be finite and > 0.0 [%s], but was %s", name, unit, value);
        }
    }

    static void share(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw refused("%s must be a share in [0, 1], but was %s", name, value);
        }
    }

    static IllegalArgumentException refused(String form, Object... values) {
        return new IllegalArgumentException(String.format(Locale.ROOT, form, values));
    }
}
