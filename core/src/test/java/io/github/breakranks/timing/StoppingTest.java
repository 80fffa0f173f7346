package io.github.breakranks.timing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class StoppingTest {
    private static final double ULPS = 1e-15;

    /** By hand: V_2 = 4, V_1 = max(3, .5 + .5 * 4) = 3, V_0 = max(1, .5 + .5 * 3) = 2. */
    @Test
    void waitsWhileWaitingGains() {
        final StoppingPlan plan = Stopping.of(2, 6, 8)
                .withSuccess(0.5)
                .withSurvival(0.5)
                .withFlow(0.5)
                .best();

        assertEquals(2, plan.value(0));
        assertEquals(3, plan.value(1));
        assertEquals(4, plan.value(2));
        assertFalse(plan.goes(0));
        assertTrue(plan.goes(1));
        assertEquals(OptionalInt.of(1), plan.first());
        assertEquals("StoppingPlan[goes at date 1, worth 2]", plan.toString());
        assertEquals("""
                date [count]  going [unit of the game]  value [unit of the game]  goes
                           0                         1                         2  false
                           1                         3                         3  true
                           2                         4                         4  true
                """, plan.table().text());
    }

    /** By hand: survival by date; staying costs, so even a bad offer is taken: V_1 = max(-1, -2 + 0) = -1. */
    @Test
    void takesTheLesserEvil() {
        final StoppingPlan plan =
                Stopping.of(-3, -1).withSurvival(0.25, 1).withFlow(-1, -2).best();

        assertEquals(-1, plan.value(1));
        assertEquals(-1.25, plan.value(0));
        assertEquals(OptionalInt.of(1), plan.first());
    }

    @Test
    void neverTakesWhatIsWorthLessThanNothing() {
        final StoppingPlan plan = Stopping.of(-1, -2).best();

        assertEquals(OptionalInt.empty(), plan.first());
        assertEquals("StoppingPlan[never goes, worth 0]", plan.toString());
    }

    /** "Now or never" needs that nothing is gained by staying: with pay of .1, the offer 1, .99, 0 is taken at date 1. */
    @Test
    void payForStayingCanDelayADecliningOffer() {
        assertEquals(
                OptionalInt.of(1), Stopping.of(1, 0.99, 0).withFlow(0.1).best().first());
        assertEquals(OptionalInt.of(0), Stopping.of(1, 0.99, 0).best().first());
    }

    /** McDonald and Siegel (1986): at rate .04, volatility .2 and no drift .02 beta (beta - 1) = .04, so beta is 2. */
    @Test
    void aPerpetualChanceIsTakenAtTwiceItsCost() {
        assertEquals(2, Stopping.perpetualThreshold(0.04, 0, 0.2, 1), ULPS);
        assertEquals(6, Stopping.perpetualThreshold(0.04, 0, 0.2, 3), 3 * ULPS);
    }

    /** A binomial tree of 4,000 steps over 200 years; its nodes lie exp(2 * .2 sqrt(.05)) = 9.4% apart. */
    @Test
    void aFineTreeIsTakenCloseToThePerpetualThreshold() {
        final double threshold = binomialThreshold(0.04, 0.2, 0.05, 4_000);

        assertEquals(Stopping.perpetualThreshold(0.04, 0, 0.2, 1), threshold, 2 * 0.094);
        assertTrue(Math.abs(binomialThreshold(0.04, 0.2, 0.005, 16_000) - 2) <= 2 * 0.029, "nodes are 2.9% apart");
    }

    /** The lowest node above cost 1 that is exercised at once, by V = max(x - 1, h E[V]), x up or down by exp(sigma sqrt(dt)). */
    private static double binomialThreshold(double rate, double volatility, double dt, int steps) {
        final double up = Math.exp(volatility * Math.sqrt(dt));
        final double chance = (1 - 1 / up) / (up - 1 / up); // no drift
        final double kept = Math.exp(-rate * dt);
        final int nodes = (int) Math.ceil(Math.log(4) / Math.log(up));
        final double[] values =
                new double[2 * nodes + 1]; // worth up^k for k = -nodes..nodes, above which it is exercised for sure
        double lowest = Double.NaN;
        for (int step = 0; step < steps; step++) {
            lowest = Double.NaN;
            double below = 0;
            for (int k = -nodes; k <= nodes; k++) {
                final int i = k + nodes;
                final double exercised = Math.pow(up, k) - 1;
                final double above = k == nodes ? Math.pow(up, k + 1) - 1 : values[i + 1];
                final double waiting = kept * (chance * above + (1 - chance) * below);
                below = values[i];
                values[i] = Math.max(exercised, waiting);
                lowest = exercised > 0 && exercised >= waiting && Double.isNaN(lowest) ? Math.pow(up, k) : lowest;
            }
        }
        return lowest;
    }

    @Test
    void isAValue() {
        final Stopping one = Stopping.of(1, 2).withFlow(0.5);

        assertEquals(one, Stopping.of(1, 2).withFlow(0.5, 0.5));
        assertEquals(one.hashCode(), Stopping.of(1, 2).withFlow(0.5, 0.5).hashCode());
        assertNotEquals(one, Stopping.of(1, 2));
        assertEquals("Stopping[2 dates]", one.toString());
        assertEquals(0.5, one.flow(1));
        assertEquals(1, one.survival(0));
        assertEquals(one, one.best().problem());
    }

    @Test
    void refusesWhatMakesNoSense() {
        refused("offers must be >= 1 [dates], but was 0", () -> Stopping.of());
        refused("offers[1] must be finite [unit of the game], but was NaN", () -> Stopping.of(1, Double.NaN));
        refused(
                "survival[0] must be a share in [0, 1], but was 1.5",
                () -> Stopping.of(1).withSurvival(1.5));
        refused(
                "success[0] must be a share in [0, 1], but was NaN",
                () -> Stopping.of(1).withSuccess(Double.NaN));
        refused(
                "flow must be 1 or 3 values [count], but was 2",
                () -> Stopping.of(1, 2, 3).withFlow(1, 2));
        refused(
                "flow[0] must be finite [unit of the game], but was Infinity",
                () -> Stopping.of(1).withFlow(Double.POSITIVE_INFINITY));
        refused(
                "rate must be > the drift, 0.05 [per unit of time], but was 0.04: he would wait for ever",
                () -> Stopping.perpetualThreshold(0.04, 0.05, 0.2, 1));
        refused(
                "volatility must be finite and > 0.0 [per root of a unit of time], but was 0.0",
                () -> Stopping.perpetualThreshold(0.04, 0, 0, 1));
    }

    private static void refused(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
