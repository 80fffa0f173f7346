package io.github.breakranks.timing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class WaitingTest {

    @Test
    void addsImpatienceAndDanger() {
        final Waiting waiting = Waiting.of(0.25, 0.5).per("month");

        assertEquals(0.75, waiting.rate());
        assertEquals("Waiting[discount 0.25, hazard 0.5 per month]", waiting.toString());
        assertEquals(new Waiting(0.1, 0, "time"), Waiting.at(0.1));
    }

    @Test
    void saysTimesInTheirUnit() {
        assertEquals("3.567 months", Waiting.at(1).per("month").time(3.5667));
        assertEquals("1 month", Waiting.at(1).per("month").time(1));
        assertEquals("2 years", Waiting.at(1).per("years").time(2));
        assertEquals("2 units of time", Waiting.at(1).time(2));
        assertEquals("2 units of time", Waiting.at(1).per("units of time").time(2));
    }

    @Test
    void refusesRatesBelowZero() {
        refused("rate must be finite and >= 0.0 [per unit of time], but was -0.1", () -> Waiting.at(-0.1));
        refused("discount must be finite and >= 0.0 [per unit of time], but was NaN", () -> Waiting.of(Double.NaN, 0));
        refused(
                "hazard must be finite and >= 0.0 [per unit of time], but was Infinity",
                () -> Waiting.of(0, Double.POSITIVE_INFINITY));
        refused("unit must not be blank, but was \" \"", () -> Waiting.at(1).per(" "));
    }

    private static void refused(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
