package io.github.breakranks.equilibrium;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Watch;
import io.github.breakranks.game.NormalFormGame;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Equilibria of games in which to play an action at all is worth a little, and where they lead. */
class BarrierPathTest {
    private static final double[] HALVES = {0.5, 0.5, 0.5, 0.5};

    /** Payoffs 2 for a match and 1 else, the second's the reverse: halves are on the path at every mu, and each then earns 3/2 + mu. */
    @Test
    void penniesStayHalves() {
        final BarrierSystem system = system(new double[] {2, 1, 1, 2}, new double[] {1, 2, 2, 1});
        for (final double log : new double[] {3, 0, -5}) {
            system.moveTo(new double[] {Math.log(0.5), Math.log(0.5), Math.log(0.5), Math.log(0.5), log, 0, 0});
            assertTrue(system.factor());
            system.add(system.newton(), 1.0);
            final double earned = 1.5 + Math.exp(log);
            assertArrayEquals(
                    new double[] {Math.log(0.5), Math.log(0.5), Math.log(0.5), Math.log(0.5), log, earned, earned},
                    system.point(),
                    1e-12);
            assertArrayEquals(new double[6], system.missing(), 1e-12);
            final double mu = Math.exp(log);
            assertArrayEquals(new double[] {0, 0, 0, 0, 1, mu, mu}, system.along(), 1e-9);
        }
    }

    /** At a point off the path: what is missing, by hand. */
    @Test
    void whatIsMissing() {
        final BarrierSystem system = system(new double[] {2, 1, 1, 2}, new double[] {1, 2, 2, 1});
        system.moveTo(new double[] {Math.log(0.25), Math.log(0.5), Math.log(0.75), Math.log(0.5), 0, 5, 6});
        assertArrayEquals(
                new double[] {5 - 2 - 2, 5 - 1 - 1.75, 6 - 2.0 / 3 - 1.25, 6 - 1 - 1, -0.25, 0.25},
                system.missing(),
                1e-12);
    }

    /** Changes are what finite differences of the equations say, on games that are not square. */
    @ParameterizedTest
    @CsvSource({"3, 5", "5, 3", "4, 4", "1, 3", "9, 2"})
    void changesDoWhatTheySay(int rows, int columns) {
        final Random random = new Random(rows);
        final double[] weight = random.doubles(rows + columns, 0.1, 0.5).toArray();
        final BarrierSystem system = new BarrierSystem(
                random.doubles((long) rows * columns, 1, 2).toArray(),
                random.doubles((long) rows * columns, 1, 2).toArray(),
                rows,
                weight);
        final double[] start = system.point();
        start[rows + columns + 1] = 2.5;
        start[rows + columns + 2] = 1.5;
        system.moveTo(start);
        assertTrue(system.factor());
        final double[] missing = system.missing();
        final double step = 1e-6;

        final double[] along = system.along();
        assertEquals(1.0, along[rows + columns]);
        assertSlope(system, along, step, new double[missing.length]);

        system.moveTo(start);
        final double[] newton = system.newton();
        assertEquals(0.0, newton[rows + columns]);
        final double[] negative = missing.clone();
        for (int k = 0; k < negative.length; k++) {
            negative[k] = -missing[k];
        }
        assertSlope(system, newton, step, negative);
    }

    private static void assertSlope(BarrierSystem system, double[] change, double step, double[] slope) {
        system.add(change, step);
        final double[] after = system.missing();
        system.add(change, -2 * step);
        final double[] before = system.missing();
        for (int k = 0; k < slope.length; k++) {
            assertEquals(slope[k], (after[k] - before[k]) / (2 * step), 1e-6 * (1 + Math.abs(slope[k])));
        }
    }

    /** Games in which one nearly loses what the other wins, from equal weights and from others. */
    @ParameterizedTest
    @CsvSource({"10, 0, 0", "25, 30, 0", "25, 30, 2", "40, 600, 0", "40, 600, 1"})
    void nearlyOpposedInterests(int actions, int noise, int kind) {
        final Random random = new Random(actions + noise);
        final long[][] row = new long[actions][actions];
        final long[][] column = new long[actions][actions];
        for (int i = 0; i < actions; i++) {
            for (int j = 0; j < actions; j++) {
                row[i][j] = random.nextInt(1000);
                column[i][j] = random.nextInt(noise + 1) - row[i][j];
            }
        }
        final NormalFormGame game = NormalFormGame.bimatrix(row, column);
        final BarrierPath path = path(game, kind);
        assertTrue(path.follow(Watch.none(), ends(game)));
        assertTrue(path.steps() < 300, () -> path.steps() + " steps");
    }

    @Test
    void asManyActionsOfBothAreShownOnceEach() {
        final Random random = new Random(5);
        final long[][] row = new long[8][12];
        for (final long[] line : row) {
            for (int j = 0; j < line.length; j++) {
                line[j] = random.nextInt(100);
            }
        }
        final List<Support> shown = new ArrayList<>();
        assertFalse(path(NormalFormGame.zeroSum(row), 0).follow(Watch.none(), support -> !shown.add(support)));
        assertFalse(shown.isEmpty());
        assertEquals(shown.size(), shown.stream().distinct().count());
        assertTrue(shown.stream().allMatch(Support::square));
    }

    @Test
    void stopsWhenTold() {
        final NormalFormGame game = NormalFormGame.zeroSum(new long[][] {{3, 1}, {0, 2}});
        final BarrierPath path = path(game, 0);
        assertFalse(path.follow(Watch.none().withCancel(() -> path.steps() >= 2), ends(game)));
        assertEquals(2, path.steps());
    }

    private static Predicate<Support> ends(NormalFormGame game) {
        return support -> {
            final NashEquilibrium found = support.equilibrium(game);
            return found != null && found.regret().none();
        };
    }

    private static BarrierPath path(NormalFormGame game, int kind) {
        return new BarrierPath(
                FloatPayoffs.of(game, 0), FloatPayoffs.of(game, 1), game.actions(0), game.actions(1), kind);
    }

    private static BarrierSystem system(double[] row, double[] column) {
        return new BarrierSystem(row, column, 2, HALVES);
    }
}
