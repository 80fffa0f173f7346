package io.github.breakranks.design;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.breakranks.answer.Certificate;
import org.junit.jupiter.api.Test;

/** The ladder: known answers. */
class LadderSolverTest {
    private final LadderSolver solver = LadderSolver.solver();

    /** Segal (2003): gains -8, -4, 0, 4 of four identical agents. */
    @Test
    void divideAndConquer() {
        final var answer = solver.solve(CoalitionGains.identical(-8, -4, 0, 4));
        final Ladder ladder = answer.orElseThrow();

        assertEquals(0, ladder.total(Rung.PARTIAL));
        assertEquals(8, ladder.total(Rung.PRIVATE));
        assertEquals(12, ladder.total(Rung.PUBLIC));
        assertEquals(32, ladder.total(Rung.UNIFORM));
        assertArrayEquals(new double[] {8, 4, 0, 0}, ladder.payments(Rung.PUBLIC));
        assertArrayEquals(new int[] {0, 1, 2, 3}, ladder.invitations().order());
        assertEquals("Ladder[partial 0, private 8, public 12, uniform 32]", ladder.toString());
        assertEquals(
                "proven: no order costs less, as the costs of all coalitions show",
                answer.certificate().sentence());
    }

    /** Winter (2004). */
    @Test
    void bonuses() {
        final var answer = solver.solve(CoalitionGains.success(new double[] {0.125, 0.25, 0.5, 1}, 1));
        final Ladder ladder = answer.orElseThrow();

        assertEquals(6, ladder.total(Rung.PARTIAL));
        assertEquals(3 * 3 / 0.875, ladder.total(Rung.PRIVATE), 1e-14);
        assertArrayEquals(new double[] {8, 4, 2}, ladder.payments(Rung.PUBLIC));
        assertEquals(24, ladder.total(Rung.UNIFORM));
        assertInstanceOf(Certificate.Numeric.class, answer.certificate());
    }
}
