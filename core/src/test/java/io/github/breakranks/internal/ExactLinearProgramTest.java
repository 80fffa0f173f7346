package io.github.breakranks.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.internal.ExactLinearProgram.Cut;
import io.github.breakranks.internal.ExactLinearProgram.Infeasible;
import io.github.breakranks.internal.ExactLinearProgram.Optimal;
import io.github.breakranks.internal.ExactLinearProgram.Outcome;
import io.github.breakranks.internal.ExactLinearProgram.Row;
import io.github.breakranks.internal.ExactLinearProgram.Unbounded;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExactLinearProgramTest {

    private static BigInteger[] whole(long... numbers) {
        return Arrays.stream(numbers).mapToObj(BigInteger::valueOf).toArray(BigInteger[]::new);
    }

    private static Row atMost(long limit, long... factors) {
        return Row.atMost(BigInteger.valueOf(limit), whole(factors));
    }

    private static Row exactly(long limit, long... factors) {
        return Row.exactly(BigInteger.valueOf(limit), whole(factors));
    }

    private static List<Outcome> both(ExactLinearProgram program) {
        return List.of(program.solve(() -> true), program.pivoted(() -> true));
    }

    private static void assertQuotients(Quotients quotients, long denominator, long... numerators) {
        for (int i = 0; i < numerators.length; i++) {
            assertEquals(
                    BigInteger.valueOf(numerators[i]).multiply(quotients.denominator()),
                    quotients.numerators()[i].multiply(BigInteger.valueOf(denominator)),
                    "number " + i + " of " + quotients);
        }
    }

    /** Hillier and Lieberman's factory: (2, 6) is worth 36, prices (0, 3/2, 1). */
    @Test
    void findsBothSides() {
        final ExactLinearProgram program =
                ExactLinearProgram.maximize(whole(3, 5), List.of(atMost(4, 1, 0), atMost(12, 0, 2), atMost(18, 3, 2)));
        for (final Outcome outcome : both(program)) {
            final Optimal optimal = assertInstanceOf(Optimal.class, outcome);
            assertQuotients(optimal.x(), 1, 2, 6);
            assertQuotients(optimal.y(), 2, 0, 3, 2);
        }
    }

    /** Beale's program (1955, 10.1002/nav.3800020406), on which the largest coefficient with ties to the first row goes round for ever. */
    @Test
    void endsWhereTheTextbookRuleCycles() {
        final ExactLinearProgram program = ExactLinearProgram.maximize(
                whole(75, -15000, 2, -600),
                List.of(atMost(0, 25, -6000, -4, 900), atMost(0, 50, -9000, -2, 300), atMost(1, 0, 0, 1, 0)));
        for (final Outcome outcome : both(program)) {
            final Optimal optimal = assertInstanceOf(Optimal.class, outcome);
            assertQuotients(optimal.x(), 25, 1, 0, 25, 0);
        }
    }

    /** Equations, one of them said twice, and variables of either sign: x - y = 1, x + 2 y = 4 meet in (2, 1). */
    @Test
    void takesEquationsAndFreeVariables() {
        final ExactLinearProgram program = ExactLinearProgram.maximize(
                whole(-1, -1),
                List.of(exactly(1, 1, -1), exactly(2, 2, -2), exactly(4, 1, 2)),
                new boolean[] {true, true});
        for (final Outcome outcome : both(program)) {
            assertQuotients(assertInstanceOf(Optimal.class, outcome).x(), 1, 2, 1);
        }
    }

    @Test
    void provesThatNothingIsFeasible() {
        final ExactLinearProgram rows =
                ExactLinearProgram.maximize(whole(1, 1), List.of(atMost(-1, -1, 1), atMost(-1, 1, -1)));
        final ExactLinearProgram equations = ExactLinearProgram.maximize(
                whole(1, 1), List.of(exactly(1, 1, 1), exactly(3, 2, 2)), new boolean[] {true, true});
        final ExactLinearProgram signs =
                ExactLinearProgram.maximize(whole(0, 0), List.of(exactly(-1, 1, 1), exactly(0, 1, -1)));
        for (final ExactLinearProgram program : List.of(rows, equations, signs)) {
            for (final Outcome outcome : both(program)) {
                assertTrue(LinearProof.holds(program, assertInstanceOf(Infeasible.class, outcome)));
            }
        }
    }

    @Test
    void provesThatThereIsNoBest() {
        final ExactLinearProgram rows = ExactLinearProgram.maximize(whole(1, 1), List.of(atMost(-2, -1, 1)));
        final ExactLinearProgram down =
                ExactLinearProgram.maximize(whole(-1, 0), List.of(atMost(3, 0, 1)), new boolean[] {true, false});
        for (final ExactLinearProgram program : List.of(rows, down)) {
            for (final Outcome outcome : both(program)) {
                assertTrue(LinearProof.holds(program, assertInstanceOf(Unbounded.class, outcome)));
            }
        }
    }

    @Test
    void claimsThatAreWrongDoNotHold() {
        final ExactLinearProgram program =
                ExactLinearProgram.maximize(whole(3, 5), List.of(atMost(4, 1, 0), atMost(12, 0, 2), atMost(18, 3, 2)));
        final Optimal right = (Optimal) program.solve(() -> true);
        final Quotients less = new Quotients(whole(2, 5), BigInteger.ONE);
        final Quotients more = new Quotients(whole(2, 7), BigInteger.ONE);
        final Quotients cheap = new Quotients(whole(0, 1, 1), BigInteger.ONE);

        assertTrue(LinearProof.holds(program, right));
        assertFalse(LinearProof.holds(program, new Optimal(less, right.y())));
        assertFalse(LinearProof.holds(program, new Optimal(more, right.y())));
        assertFalse(LinearProof.holds(program, new Optimal(right.x(), cheap)));
        assertFalse(LinearProof.holds(program, new Infeasible(right.y())));
        assertFalse(LinearProof.holds(program, new Unbounded(right.x(), right.x())));
    }

    @Test
    void stopsWhenTold() {
        final ExactLinearProgram program = ExactLinearProgram.maximize(whole(1), List.of(atMost(4, 1)));
        assertInstanceOf(Cut.class, program.solve(() -> false));
    }

    @Test
    void refusesRowsOfAnotherLength() {
        final IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class, () -> ExactLinearProgram.maximize(whole(1, 2), List.of(atMost(4, 1))));
        assertEquals("rows[0] must have a factor for each variable [2], but was 1 long", refused.getMessage());
    }
}
