package io.github.breakranks.timing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Term;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ScheduleTest {
    private static final Offer OFFER = Offer.cash(0.6).withRefuge(0.2).withCredibility(0.5);

    @Test
    void aConstantOfferIsTheGamesOwn() {
        assertSame(OFFER, Schedule.constant().at(OFFER, 7));
        assertEquals(0.6, Schedule.constant().value(OFFER, 7));
        assertEquals("Schedule[constant]", Schedule.constant().toString());
        assertEquals(Double.POSITIVE_INFINITY, Schedule.constant().shortest());
    }

    @Test
    void aLineStaysWhereItEnds() {
        final Schedule line = Schedule.linear(Term.CREDIBILITY, 0.1, 8);

        assertEquals(0.5, line.value(OFFER, 0));
        assertEquals(0.3, line.value(OFFER, 4), 1e-15);
        assertEquals(0.1, line.value(OFFER, 8));
        assertEquals(0.1, line.value(OFFER, 9));
        assertEquals(OFFER.withCredibility(0.1), line.at(OFFER, 9));
        assertEquals("Schedule[credibility to 0.1 by 8]", line.toString());
    }

    @Test
    void exponentialsFallByTheSameShare() {
        final Schedule falling = Schedule.exponential(Term.CASH, 0.5);

        assertEquals(0.6 * Math.exp(-1), falling.value(OFFER, 2), 1e-15);
        assertEquals("Schedule[cash falling at rate 0.5]", falling.toString());
        assertEquals(falling, Schedule.exponential(Term.CASH, 0.5));
        assertNotEquals(falling, Schedule.exponential(Term.REFUGE, 0.5));
    }

    @Test
    void stepsHoldFromTheirDatesOn() {
        final Schedule steps = Schedule.steps(Term.REFUGE, new double[] {1, 4}, new double[] {0.1, 0.3});

        assertEquals(0.2, steps.value(OFFER, 0.999));
        assertEquals(0.1, steps.value(OFFER, 1));
        assertEquals(0.1, steps.value(OFFER, 3.999));
        assertEquals(0.3, steps.value(OFFER, 4 - 1e-15), "met but for rounding");
        assertEquals(0.3, steps.value(OFFER, 100));
        assertEquals(1, steps.shortest());
        assertEquals(steps, Schedule.steps(Term.REFUGE, new double[] {1, 4}, new double[] {0.1, 0.3}));
        assertEquals(
                steps.hashCode(),
                Schedule.steps(Term.REFUGE, new double[] {1, 4}, new double[] {0.1, 0.3})
                        .hashCode());
        assertEquals("Schedule[refuge in 2 steps to 0.3]", steps.toString());
    }

    @Test
    void anOwnFunctionMayRise() {
        final Schedule own = Schedule.of(Term.CASH, time -> 0.5 + time);

        assertEquals(2.5, own.value(OFFER, 2));
        assertEquals("Schedule[cash of its own]", own.toString());
        refused(
                "cash must be finite and >= 0.0 [unit of the game], but was NaN",
                () -> Schedule.of(Term.CASH, time -> Double.NaN).at(OFFER, 1));
    }

    /** By hand: the doubt .4 halves with each extension. */
    @Test
    void beliefsInTheEndFallWithEachExtension() {
        final Extensions ends = Extensions.every(3, 0.6).withDoubt(0.5);
        final Schedule extended = Schedule.constant().extended(ends);

        assertEquals(0.6, ends.reckoned(0));
        assertEquals(0.8, ends.reckoned(1));
        assertEquals(0.9, ends.reckoned(2));
        assertEquals(Optional.of(ends), extended.extensions());
        assertEquals(3, extended.shortest());
        assertEquals("Schedule[constant, end announced every 3]", extended.toString());
        assertEquals(
                "Extensions[every 3, believed 0.6, truth 0.95, doubt 0.5]",
                ends.withTruth(0.95).toString());
        assertNotEquals(extended, Schedule.constant());
    }

    @Test
    void refusesWhatMakesNoSense() {
        refused(
                "term must be one whose worth to him changes, but was reach; change cash, refuge, credibility or family",
                () -> Schedule.linear(Term.REACH, 0.5, 1));
        refused("by must be finite and > 0.0 [unit of time], but was 0.0", () -> Schedule.linear(Term.CASH, 1, 0));
        refused(
                "cash must be finite and >= 0.0 [unit of the game], but was -1.0",
                () -> Schedule.linear(Term.CASH, -1, 1));
        refused(
                "rate must be finite and >= 0.0 [per unit of time], but was -0.1",
                () -> Schedule.exponential(Term.CASH, -0.1));
        refused("dates must be >= 1 [count], but was 0", () -> Schedule.steps(Term.CASH, new double[0], new double[0]));
        refused(
                "values must be as many as dates, 1 [count], but was 2",
                () -> Schedule.steps(Term.CASH, new double[] {1}, new double[] {1, 2}));
        refused(
                "dates[1] must be finite and > 2.0 [unit of time], but was 1.0",
                () -> Schedule.steps(Term.CASH, new double[] {2, 1}, new double[] {1, 2}));
        refused(
                "believed must be a share in (0, 1], but was 0.0; an end that is certain is Expiry.at(date)",
                () -> Extensions.every(1, 0));
        refused("every must be finite and > 0.0 [unit of time], but was NaN", () -> Extensions.every(Double.NaN, 1));
        refused(
                "extensions must be >= 0 [count], but was -1",
                () -> Extensions.every(1, 1).reckoned(-1));
    }

    private static void refused(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
