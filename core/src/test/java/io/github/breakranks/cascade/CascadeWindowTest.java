package io.github.breakranks.cascade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Fraction;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.network.DegreeLaw;
import io.github.breakranks.population.CostLaw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Watts's window: known answers, ties, its certificate and refusals. */
class CascadeWindowTest {
    private final CascadeWindowSolver solver = CascadeWindowSolver.solver();

    private CascadeWindow window(String threshold) {
        return solver.solve(Fraction.parse(threshold)).orElseThrow();
    }

    /** Watts (2002), threshold .18: mean degrees 1.020704 to 5.764677. */
    @Test
    void wattsExample() {
        final var answer = solver.solve(Fraction.of(9, 50));
        final CascadeWindow window = answer.orElseThrow();

        assertEquals(1.020704, window.lower(), 5e-7);
        assertEquals(5.764677, window.upper(), 5e-7);
        assertEquals(5, window.vulnerableDegree());
        assertEquals("CascadeWindow[1.0207 to 5.76468 at threshold 9/50]", window.toString());
        assertEquals(
                "Who goes when 9/50 of his neighbours have gone is moved by one of them if he has at most 5. On Poisson networks a"
                        + " vanishing seed spreads at mean degrees between 1.0207 and 5.76468.",
                window.explain());
        assertEquals(
                "threshold [share],vulnerable up to [ties],lower [ties],upper [ties]\n0.18,5," + window.lower() + ","
                        + window.upper() + "\n",
                window.table().csv());
        assertEquals(
                "proven: a vanishing seed spreads 5.0E-11 inside both ends and not as much outside, in decimals rounded the safe"
                        + " way; one hump",
                answer.certificate().sentence());
    }

    /** One neighbour of K is the share 1/K, exactly reached: the window of 1/K is that of all thresholds down to above 1/(K+1). */
    @ParameterizedTest
    @ValueSource(ints = {4, 5, 49, 93, 98, 99, 103})
    void tiesAreExact(int k) {
        assertEquals(k, window("1/" + k).vulnerableDegree());
        assertEquals(k - 1, window(k + "/" + (k * k - 1)).vulnerableDegree()); // a little above 1/k
        assertEquals(window("1/" + k).upper(), window("2/" + (2 * k + 1)).upper());
    }

    @ParameterizedTest
    @CsvSource({
        "1/4, false",
        "251/1000, true",
        "1/3, true",
        "1/2, true",
        "1, true",
        "0.25, false",
        "0.2500000000000000000001, true"
    })
    void noWindowAboveAQuarter(String threshold, boolean empty) {
        final var answer = solver.solve(Fraction.parse(threshold));

        assertEquals(empty, answer.orElseThrow().empty());
        assertInstanceOf(Certificate.Proven.class, answer.certificate());
    }

    @Test
    void anEmptyWindowSaysSo() {
        final CascadeWindow window = window("1/3");

        assertEquals(
                "no window: whom one neighbour moves has at most 3 neighbours; ask empty() first",
                assertThrows(IllegalStateException.class, window::lower).getMessage());
        assertFalse(window.contains(2));
        assertEquals("CascadeWindow[none at threshold 1/3]", window.toString());
        assertEquals(
                "Who goes when 1/3 of his neighbours have gone is moved by one of them if he has at most 3. On no Poisson network are"
                        + " there enough of these for a vanishing seed to spread.",
                window.explain());
        assertEquals(
                "[{\"threshold\":0.3333333333333333,\"vulnerable up to\":3,\"lower\":null,\"upper\":null}]",
                window.table().json());
    }

    /** By hand: z + z^2 over e^z is greatest at the golden ratio, .8400. */
    @Test
    void emptyIsRight() {
        final double golden = (1 + Math.sqrt(5)) / 2;

        assertEquals(0.84, (golden + golden * golden) * Math.exp(-golden), 5e-5);
        for (double z = 0.1; z < 10; z += 0.1) {
            assertEquals(-1, WindowVerifier.side(3, z));
        }
    }

    /** Fewer needed, wider window. */
    @Test
    void windowsAreNested() {
        CascadeWindow narrow = window("1/4");
        for (int k = 5; k <= 60; k++) {
            final CascadeWindow wide = window("1/" + k);
            assertTrue(wide.lower() <= narrow.lower() && wide.upper() > narrow.upper());
            narrow = wide;
        }
    }

    /** The same sum over the law itself: branching passes 1 at both ends. */
    @ParameterizedTest
    @ValueSource(strings = {"1/4", "9/50", "1/10", "1/25"})
    void branchingPassesOneAtTheEnds(String threshold) {
        final CascadeWindow window = window(threshold);
        final Response response = Response.share(threshold);

        assertEquals(1, CascadeWindow.branching(DegreeLaw.poisson(window.lower()), response), 1e-10);
        assertEquals(1, CascadeWindow.branching(DegreeLaw.poisson(window.upper()), response), 1e-10);
        assertTrue(CascadeWindow.spreads(DegreeLaw.poisson(window.lower() + 1e-8), response));
        assertFalse(CascadeWindow.spreads(DegreeLaw.poisson(window.lower() - 1e-8), response));
        assertFalse(CascadeWindow.spreads(DegreeLaw.poisson(window.upper() + 1e-8), response));
        assertTrue(CascadeWindow.spreads(DegreeLaw.poisson(window.upper() - 1e-8), response));
        assertTrue(window.contains(2) && !window.contains(window.lower()) && !window.contains(window.upper()));
    }

    /** By hand: of degree 2 each sets off one, no more; of degree 3 two; with degrees 1 and 3 alike, 3 * 2 / 2 / 2 = 1.5. */
    @Test
    void branchingByHand() {
        final Response anyNeighbour = Response.count(1);

        assertEquals(1, CascadeWindow.branching(DegreeLaw.regular(2), anyNeighbour));
        assertFalse(CascadeWindow.spreads(DegreeLaw.regular(2), anyNeighbour));
        assertEquals(2, CascadeWindow.branching(DegreeLaw.regular(3), anyNeighbour));
        assertEquals(1.5, CascadeWindow.branching(DegreeLaw.of(0, 0.5, 0, 0.5), anyNeighbour));
        assertEquals(0, CascadeWindow.branching(DegreeLaw.regular(0), anyNeighbour));
        assertEquals(0, CascadeWindow.branching(DegreeLaw.regular(9), Response.count(2)));
    }

    /** Ties between a law's atoms and shares of neighbours: 1/49 is reached by one of 49, though 49 * (1.0/49) is below 1. */
    @Test
    void atomsAreReachedExactly() {
        assertTrue(49 * (1.0 / 49) < 1);
        for (int k = 1; k <= 200; k++) {
            final Response atom = Response.shares(CostLaw.atoms(new double[] {1.0 / k}, new double[] {1}));
            for (int times = 1; times * k <= 1000; times++) {
                assertEquals(1, atom.willing(times, times * k));
                assertEquals(0, atom.willing(times, times * k + 1));
                assertEquals(1, Response.share(Fraction.of(1, k)).willing(times, times * k));
            }
        }
    }

    /** Thresholds of many digits do not overflow. */
    @Test
    void longDenominators() {
        final Response decimal = Response.share("0.33333333333333333");
        final Response longer = Response.share("0.333333333333333333333333333333");

        assertEquals(1, decimal.willing(1_000_000, 3_000_000));
        assertEquals(0, decimal.willing(999_999, 3_000_000));
        assertEquals(1, longer.willing(1_000_000, 3_000_000));
        assertEquals(0, longer.willing(999_999, 3_000_000));
        assertEquals(0, longer.willing(0, 0));
    }

    @Test
    void smallThresholds() {
        final CascadeWindow window = window("1/1000");

        assertEquals(1, window.lower(), 1e-12);
        assertTrue(window.upper() > 1_000 && window.upper() < 1_200, window::toString);
    }

    /** A certificate that can fail: ends moved by 1e-9. */
    @Test
    void wrongEndsAreNotCertified() {
        final CascadeWindow right = window("9/50");

        assertInstanceOf(Certificate.Proven.class, WindowVerifier.certify(right));
        final Certificate wrong =
                WindowVerifier.certify(new CascadeWindow(right.threshold(), 5, right.lower(), right.upper() + 1e-9));
        assertEquals("not proven: no change of sign within 5.0E-11 of an end", wrong.sentence());
        assertInstanceOf(
                Certificate.Unproven.class,
                WindowVerifier.certify(new CascadeWindow(right.threshold(), 5, right.lower() - 1e-9, right.upper())));
        assertEquals(
                "not proven: with vulnerable degrees up to 4 there is a window",
                WindowVerifier.none(4).sentence());
    }

    @Test
    void stopsWhenTold() {
        final var answer = solver.solve(Fraction.of(1, 5), Watch.none().withCancel(() -> true));

        final var stopped = assertInstanceOf(Answer.Stopped.class, answer);
        assertEquals("cancelled", stopped.why());
    }

    @Test
    void refusals() {
        refused("threshold must be in (0, 1] [share of neighbours], but was 0", () -> window("0"));
        refused("threshold must be in (0, 1] [share of neighbours], but was -1/2", () -> window("-1/2"));
        refused("threshold must be in (0, 1] [share of neighbours], but was 3/2", () -> Response.share("1.5"));
        refused("threshold must be at least 1/10000 [share of neighbours], but was 1/10001", () -> window("1/10001"));
        refused("neighbours must be >= 1 [count], but was 0", () -> Response.count(0));
        refused(
                "response(1, 2) must be a share in [0, 1], but was NaN",
                () -> CascadeWindow.branching(DegreeLaw.regular(2), (gone, degree) -> Double.NaN));
    }

    private static void refused(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
