package io.github.breakranks.population;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.function.Executable;

/** Refused arguments, with their whole messages. */
final class Refusals {
    private Refusals() {}

    static void assertRefused(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }

    /** What every law of this library refuses alike. */
    static void assertRefusesWhatIsNoShareOrInterval(CostLaw law) {
        assertRefused("share must be a share in [0, 1], but was -0.1", () -> law.quantile(-0.1));
        assertRefused("share must be a share in [0, 1], but was NaN", () -> law.quantile(Double.NaN));
        assertRefused("above must be a share in [0, 1], but was 1.5", () -> law.quantileAbove(1.5));
        assertRefused("above must be a share in [0, 1], but was NaN", () -> law.quantileAbove(Double.NaN));
        assertRefused("share must be a share in [0, 1], but was 2.0", () -> law.quantileFromRight(2));
        assertRefused("share must be a share in [0, 1], but was NaN", () -> law.quantileFromRight(Double.NaN));
        assertRefused("from must be <= to [unit of the game], but was 2.0 with to 1.0", () -> law.densityOver(2, 1));
        assertRefused(
                "from must be <= to [unit of the game], but was NaN with to 1.0", () -> law.densityOver(Double.NaN, 1));
    }
}
