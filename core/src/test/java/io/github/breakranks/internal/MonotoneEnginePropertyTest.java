package io.github.breakranks.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.Seeds;
import io.github.breakranks.internal.MonotoneEngine.Limits;
import io.github.breakranks.internal.MonotoneEngine.Run;
import io.github.breakranks.internal.MonotoneEngine.Violation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The engine against all points of small lattices. */
class MonotoneEnginePropertyTest {
    private static final int LEVELS = 4; // 0, 1/3, 2/3, 1

    /** A random monotone map of {0, 1/3, 2/3, 1}^n: each coordinate the sum of random rises, capped. */
    private static MonotoneEngine.Map random(int size, long seed) {
        final Random random = new Random(seed);
        final int[][] weights = new int[size][size];
        final int[] start = new int[size];
        for (int i = 0; i < size; i++) {
            start[i] = random.nextInt(5) - 3;
            for (int j = 0; j < size; j++) {
                weights[i][j] = random.nextInt(3);
            }
        }
        return (x, image) -> {
            for (int i = 0; i < size; i++) {
                int sum = start[i];
                for (int j = 0; j < size; j++) {
                    sum += weights[i][j] * (int) Math.round(x[j] * (LEVELS - 1));
                }
                image[i] = Math.max(0, Math.min(LEVELS - 1, Math.floorDiv(sum, 2))) / (LEVELS - 1.0);
            }
        };
    }

    private static Run run(MonotoneEngine.Map map, double[] start, boolean up) {
        return MonotoneEngine.run(map, start, new Limits(up, 0, 10_000, () -> true, x -> {}));
    }

    /** Tarski (1955): the least and the greatest of all fixed points, found by trying every point. */
    @Property(tries = 300, seed = Seeds.USUAL)
    void leastAndGreatestOfAllFixedPoints(@ForAll @IntRange(min = 1, max = 4) int size, @ForAll long seed) {
        final MonotoneEngine.Map map = random(size, seed);
        final double[] least = new double[size];
        final double[] greatest = new double[size];
        Arrays.fill(least, 1);
        int fixed = 0;
        for (int code = 0; code < Math.pow(LEVELS, size); code++) {
            final double[] x = new double[size];
            for (int i = 0, rest = code; i < size; i++, rest /= LEVELS) {
                x[i] = rest % LEVELS / (LEVELS - 1.0);
            }
            final double[] image = new double[size];
            map.apply(x, image);
            if (Arrays.equals(x, image)) {
                fixed++;
                for (int i = 0; i < size; i++) {
                    least[i] = Math.min(least[i], x[i]);
                    greatest[i] = Math.max(greatest[i], x[i]);
                }
            }
        }
        final double[] top = new double[size];
        Arrays.fill(top, 1);

        assertTrue(fixed > 0);
        assertArrayEquals(least, run(map, new double[size], true).at());
        assertArrayEquals(greatest, run(map, top, false).at());
        assertTrue(run(map, top, false).still());
        assertTrue(MonotoneEngine.within(map, least, 0, true));
    }

    @Example
    void namesTheCoordinateThatMovesBack() {
        final MonotoneEngine.Map map = (x, image) -> {
            image[0] = 0.5;
            image[1] = x[0] > 0.2 ? 0.1 : 0.3;
        };

        final Run run = run(map, new double[2], true);

        assertEquals(new Violation(1, 0.3, 0.1), run.violation());
        assertFalse(run.still());
        assertEquals(1, run.steps());
        assertArrayEquals(new double[] {0.5, 0.3}, run.at());
    }

    @Example
    void aNaNIsAViolation() {
        final Run run = run((x, image) -> image[0] = Double.NaN, new double[1], true);

        assertNotNull(run.violation());
        assertTrue(Double.isNaN(run.violation().to()));
    }

    @Example
    void stopsAtItsLimits() {
        final MonotoneEngine.Map slow = (x, image) -> image[0] = x[0] + 1e-6;
        final List<Double> seen = new ArrayList<>();
        final Run most =
                MonotoneEngine.run(slow, new double[1], new Limits(true, 0, 10, () -> true, x -> seen.add(x[0])));
        final Run stopped = MonotoneEngine.run(slow, new double[1], new Limits(true, 0, 5_000, () -> false, x -> {}));

        assertEquals(10, most.steps());
        assertEquals(10, seen.size());
        assertFalse(most.still());
        assertNull(most.violation());
        assertEquals(1023, stopped.steps());
        assertFalse(stopped.still());
    }

    @Example
    void withinAsksWhetherTheMapLeavesAPointAlone() {
        final MonotoneEngine.Map half = (x, image) -> image[0] = 0.25 + x[0] / 2; // rests at one half

        assertTrue(MonotoneEngine.within(half, new double[] {0.4}, 0.2, true));
        assertFalse(MonotoneEngine.within(half, new double[] {0.4}, 0.05, true));
        assertTrue(MonotoneEngine.within(half, new double[] {1.0}, 5, true));
    }
}
