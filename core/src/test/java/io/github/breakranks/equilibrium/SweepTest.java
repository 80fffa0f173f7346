package io.github.breakranks.equilibrium;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Table;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.offer.Curve;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.offer.Status;
import io.github.breakranks.offer.Term;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Sweeps, comparisons and their axes. */
class SweepTest {
    private static final DefectionGame GAME = DefectionGame.of(
            Population.of(30_000, CostLaw.normal(0.25, 0.12)),
            Offer.cash(0.21).withRefuge(0.30).withCredibility(0.90),
            Reprisal.fading(0.40));

    private final Axis cash = Axis.over(Term.CASH, 0.1, 0.3, 9);
    private final Axis credibility = Axis.of(Term.CREDIBILITY, 0.8, 0.9, 1);

    @Test
    void rowsDoNotDependOnTheThreads() {
        final Table one =
                Sweep.over(cash, credibility).withThreads(1).solve(GAME).orElseThrow();

        assertEquals(27, one.rows().size());
        for (int threads : new int[] {2, 5, 40}) {
            assertEquals(
                    one,
                    Sweep.over(cash, credibility)
                            .withThreads(threads)
                            .solve(GAME)
                            .orElseThrow());
        }
    }

    @Test
    void eachRowIsTheGameSolvedThere() {
        final var answer = Sweep.over(cash, credibility).solve(GAME);
        final Table table = answer.orElseThrow();

        assertInstanceOf(Certificate.Proven.class, answer.certificate());
        for (int row = 0; row < 27; row++) {
            final List<?> cells = table.rows().get(row);
            assertEquals(cash.value(row / 3), cells.get(0));
            assertEquals(credibility.value(row % 3), cells.get(1));
            final RestPoints rest = EquilibriumSolver.solver()
                    .solve(GAME.with(Term.CASH, cash.value(row / 3)).with(Term.CREDIBILITY, credibility.value(row % 3)))
                    .orElseThrow();
            assertEquals(rest.least().share(), cells.get(2));
            assertEquals(rest.greatest().share(), cells.get(3));
            assertEquals(
                    rest.points().size() == 1
                            ? null
                            : (Object) rest.points().get(1).share(),
                    cells.get(4));
            assertEquals(rest.points().size(), cells.get(5));
            assertEquals(true, cells.get(6));
        }
        assertEquals(
                "Table[27 rows: cash [unit of the game], credibility [share], least [share], greatest [share], edge [share],"
                        + " restPoints [count], proven]",
                table.toString());
    }

    @Test
    void aCancelledSweepReturnsTheRowsItHas() {
        final AtomicInteger asked = new AtomicInteger();
        final var answer = Sweep.over(cash, credibility)
                .withThreads(1)
                .solve(GAME, Watch.none().withCancel(() -> asked.incrementAndGet() > 5));

        final var stopped = assertInstanceOf(Answer.Stopped.class, answer);
        assertEquals("cancelled", stopped.why());
        assertEquals("raise the limit, or take fewer values", stopped.remedy());
        final Table all = Sweep.over(cash, credibility).solve(GAME).orElseThrow();
        final int rows = answer.value().rows().size();
        assertTrue(rows > 0 && rows < 27);
        assertEquals(all.rows().subList(0, rows), answer.value().rows());
        assertEquals(new Certificate.Unproven("0 of " + rows + " rows may miss rest points"), answer.certificate());
    }

    @Test
    void anInterruptStopsItAndStaysSet() {
        Thread.currentThread().interrupt();
        try {
            final var stopped = assertInstanceOf(
                    Answer.Stopped.class, Sweep.over(cash).withThreads(2).solve(GAME));
            assertEquals("interrupted", stopped.why());
        } finally {
            assertTrue(Thread.interrupted());
        }
    }

    @Test
    void whereTheGainFallsNoExtremesAreTabulated() {
        final DefectionGame falling = GAME.withReprisal(Reprisal.of(Curve.constant(1), Curve.linear(0, 0.4)));

        final List<?> row = Sweep.over(Axis.of(Term.CASH, 0.2))
                .solve(falling)
                .orElseThrow()
                .rows()
                .get(0);

        assertNull(row.get(1));
        assertNull(row.get(2));
        assertNull(row.get(3));
    }

    /** A continuum of rest points under a gain of unknown slope cannot be held; the row says nothing, the answer why. */
    @Test
    void aRowThatCannotBeSolvedStopsTheSweepAndSaysWhy() {
        final DefectionGame continuum = DefectionGame.of(
                Population.of(10, CostLaw.uniform(0, 1)), Offer.none(), (offer, group, gone) -> gone + offer.cash());

        final var stopped = assertInstanceOf(
                Answer.Stopped.class, Sweep.over(Axis.of(Term.CASH, 0, 0.5)).solve(continuum));

        assertEquals("1 of 2 rows could not be solved: more rest points than can be kept", stopped.why());
    }

    @Test
    void comparesOffersWithTheFirst() {
        final Table table = Comparison.of(
                GAME,
                Offer.cash(0.20).withRefuge(0.30).withStatus(Status.PAROLE, 0.80),
                Offer.cash(0.20).withRefuge(0.30).withStatus(Status.RESIDENCE, 0.95));

        assertEquals(
                "offer,cash [unit of the game],refuge [unit of the game],credibility [share],status,worth [unit of the game],"
                        + "least [share],greatest [share],goInLeast [soldiers],moreThanFirst [soldiers]",
                table.csv().lines().findFirst().orElseThrow());
        assertEquals(List.of("parole", "residence"), table.column("status"));
        assertEquals(0.022, (double) table.column("least").get(0), 5e-4);
        assertEquals(0.959, (double) table.column("least").get(1), 5e-4);
        final long first = (long) table.column("goInLeast").get(0);
        final long second = (long) table.column("goInLeast").get(1);
        assertEquals(Math.round(30_000 * (double) table.column("least").get(0)), first);
        assertEquals(List.of(0L, second - first), table.column("moreThanFirst"));
        assertEquals(0.4, (double) table.column("worth").get(0), 1e-15);
    }

    @Test
    void axesSpreadEvenlyAndHitTheirEnds() {
        final Axis axis = Axis.over(Term.CASH, 0.1, 0.7, 7);

        assertEquals(7, axis.size());
        assertEquals(0.1, axis.value(0));
        assertEquals(0.7, axis.value(6));
        assertArrayEquals(
                new double[] {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7},
                java.util.stream.IntStream.range(0, 7).mapToDouble(axis::value).toArray(),
                1e-15);
        assertEquals(axis, Axis.over(Term.CASH, 0.1, 0.7, 7));
        assertEquals(axis.hashCode(), Axis.over(Term.CASH, 0.1, 0.7, 7).hashCode());
        assertEquals("Axis[cash, 7 values from 0.1 to 0.7]", axis.toString());
    }

    @Test
    void refusesAxesAndOffersThatMakeNoSense() {
        assertEquals("axes must vary different terms, but was cash twice", refused(() -> Sweep.over(cash, cash)));
        assertEquals("axes must be >= 1 [axes], but was 0", refused(() -> Sweep.over()));
        assertEquals(
                "threads must be >= 1 [threads], but was 0",
                refused(() -> Sweep.over(cash).withThreads(0)));
        assertEquals(
                "axes must make at most 10000000 rows [count], but was 16000000",
                refused(() -> Sweep.over(Axis.over(Term.CASH, 0, 1, 4000), Axis.over(Term.REFUGE, 0, 1, 4000))));
        assertEquals("values must have at least 1 value [count], but was empty", refused(() -> Axis.of(Term.CASH)));
        assertEquals(
                "credibility must be a share in [0, 1], but was 1.5",
                refused(() -> Axis.of(Term.CREDIBILITY, 0.5, 1.5)));
        assertEquals(
                "cash must be finite and >= 0.0 [unit of the game], but was NaN",
                refused(() -> Axis.of(Term.CASH, Double.NaN)));
        assertEquals("points must be >= 2 [values], but was 1", refused(() -> Axis.over(Term.CASH, 0, 1, 1)));
        assertEquals(
                "low must be < high [unit of the game], but was 1.0 with high 1.0",
                refused(() -> Axis.over(Term.CASH, 1, 1, 3)));
        assertEquals(
                "high must be finite [unit of the game], but was Infinity",
                refused(() -> Axis.over(Term.CASH, 1, Double.POSITIVE_INFINITY, 3)));
        assertEquals("offers must have at least 1 offer [count], but was empty", refused(() -> Comparison.of(GAME)));
    }

    private static String refused(Executable work) {
        return assertThrows(IllegalArgumentException.class, work).getMessage();
    }
}
