package io.github.breakranks.examples.cli;

import io.github.breakranks.offer.Reprisal;

/** Reads a reprisal that fades, {@code R (1 - x)^POWER}, from its text {@code R[,POWER]}. */
final class ReprisalText {
    private static final String UNIT = "unit of the game";

    private ReprisalText() {}

    /** The reprisal that a text describes; the power is 1 if left out. */
    static Reprisal parse(String argument, String text) {
        final String[] parts = text.split(",", -1);
        if (parts.length > 2) {
            throw BadInput.of(argument, "R or R,POWER", text);
        }
        return fading(argument, parts);
    }

    /** The reprisal of an amount, and a power if there is one. */
    static Reprisal fading(String argument, String... parts) {
        final double amount = Numbers.atLeastZero(argument + " R", UNIT, parts[0]);
        return parts.length == 1
                ? Reprisal.fading(amount)
                : Reprisal.fading(amount, Numbers.aboveZero(argument + " POWER", "exponent", parts[1]));
    }
}
