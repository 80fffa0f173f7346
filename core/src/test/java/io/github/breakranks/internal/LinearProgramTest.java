package io.github.breakranks.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.breakranks.internal.LinearProgram.Engine;
import io.github.breakranks.internal.LinearProgram.OjAlgo;
import io.github.breakranks.internal.LinearProgram.Optimum;
import io.github.breakranks.internal.LinearProgram.Simplex;
import io.github.breakranks.internal.LinearProgram.SteepestEdge;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LinearProgramTest {

    /** max 3x + 5y, x <= 4, 2y <= 12, 3x + 2y <= 18: (2, 6) is worth 36, prices (0, 3/2, 1). */
    private static LinearProgram wyndor() {
        return LinearProgram.of(new double[] {3, 5}, new double[][] {{1, 0}, {0, 2}, {3, 2}}, new double[] {4, 12, 18});
    }

    @Test
    void findsBothSides() {
        for (Engine engine : List.of(new OjAlgo(), new Simplex(), new SteepestEdge(() -> true))) {
            final Optimum optimum = wyndor().solve(List.of(engine));
            assertNotNull(optimum);
            assertArrayEquals(new double[] {2, 6}, optimum.x(), 1e-9);
            assertArrayEquals(new double[] {0, 1.5, 1}, optimum.y(), 1e-9);
            assertEquals(36, optimum.primal(), 1e-9);
            assertEquals(0, optimum.gap(), 1e-9);
        }
    }

    /** An engine that is wrong, one that gives up and one that says NaN: none is believed. */
    @Test
    void doesNotBelieveWhatAnEngineSays() {
        final Optimum optimum =
                wyndor().solve(List.of(saying(100, 100), saying(Double.NaN, 0), new GivesUp(), new Simplex()));

        assertNotNull(optimum);
        assertEquals("Commons Math", optimum.engine());
        final Optimum wrong = wyndor().solve(List.of(saying(1, 1, 1)));
        assertNull(wrong);
        assertNull(wyndor().solve(List.of(new GivesUp())));
    }

    @Test
    void saysHowFarAWrongAnswerIsOff() {
        final Optimum wrong = wyndor().solve(List.of(new Half()));

        assertNotNull(wrong);
        assertEquals(wrong.primal(), wrong.dual(), 1e-9); // halves on both sides: the values agree, the rows do not
        assertEquals(2.5, wrong.gap(), 1e-9);
    }

    @Test
    void enginesAgreeOnRandomPrograms() {
        final Random random = new Random(15);
        for (int run = 0; run < 20; run++) {
            final int width = 2 + random.nextInt(12);
            final double[][] rows = new double[2 + random.nextInt(10)][width];
            final double[] limits = new double[rows.length];
            for (int i = 0; i < rows.length; i++) {
                limits[i] = random.nextInt(9);
                for (int j = 0; j < width; j++) {
                    rows[i][j] = random.nextInt(7) - (i == 0 ? 0 : 2) + (i == 0 ? 1 : 0);
                }
            }
            final double[] objective =
                    random.ints(width, -3, 8).asDoubleStream().toArray();
            final LinearProgram program = LinearProgram.of(objective, rows, limits);
            final Optimum one = program.solve(List.of(new OjAlgo()));
            final Optimum other = program.solve(List.of(new Simplex()));
            assertNotNull(one);
            assertNotNull(other);
            assertEquals(0, one.gap(), 1e-8);
            assertEquals(one.primal(), other.primal(), 1e-8);
        }
    }

    @Test
    void refusesLimitsBelowZero() {
        assertEquals(
                "limits[0] must be finite and >= 0.0 [unit of the row], but was -1.0",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> LinearProgram.of(new double[1], new double[1][1], new double[] {-1}))
                        .getMessage());
    }

    private static Engine saying(double... x) {
        return new Engine() {
            @Override
            public double[] solve(LinearProgram program) {
                return x;
            }

            @Override
            public String name() {
                return "sure";
            }
        };
    }

    /** Finds the optimum and reports half of it. */
    private static final class Half implements Engine {
        @Override
        public double @Nullable [] solve(LinearProgram program) {
            final double[] x = new Simplex().solve(program);
            for (int j = 0; x != null && j < x.length; j++) {
                x[j] /= 2;
            }
            return x;
        }

        @Override
        public String name() {
            return "half";
        }
    }

    private static final class GivesUp implements Engine {
        @Override
        public double @Nullable [] solve(LinearProgram program) {
            return null;
        }

        @Override
        public String name() {
            return "none";
        }
    }
}
