package io.github.breakranks.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.Seeds;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class MultilinearFormPropertyTest {

    /** Whatever mixtures lie in the box, the value lies between the bounds; and where the box is a point they meet there. */
    @Property(tries = 200, seed = Seeds.USUAL)
    void boundsHoldAllOverABox(@ForAll long seed) {
        final Random random = new Random(seed);
        final int[] sizes = {1 + random.nextInt(3), 1 + random.nextInt(3), 1 + random.nextInt(4)};
        final MultilinearForm form = form(random, sizes);
        final double[][] one = mixtures(random, sizes);
        final double[][] other = mixtures(random, sizes);
        final double[][] low = new double[3][];
        final double[][] high = new double[3][];
        for (int player = 0; player < 3; player++) {
            low[player] = new double[sizes[player]];
            high[player] = new double[sizes[player]];
            for (int k = 0; k < sizes[player]; k++) {
                low[player][k] = Math.min(one[player][k], other[player][k]);
                high[player][k] = Math.max(one[player][k], other[player][k]);
            }
        }
        for (final double[][] inside : new double[][][] {one, other, halfway(one, other)}) {
            assertTrue(form.least(low, high) <= form.at(inside) + 1e-15);
            assertTrue(form.most(low, high) >= form.at(inside) - 1e-15);
        }
        assertEquals(form.at(one), form.least(one, one), 1e-13);
        assertEquals(form.at(one), form.most(one, one), 1e-13);
        assertTrue(form.least(one, one) <= form.most(one, one));
    }

    /** Over all mixtures the bounds are the least and the greatest coefficient, up to rounding. */
    @Property(tries = 100, seed = Seeds.USUAL)
    void boundsOverAllMixturesAreReached(@ForAll long seed) {
        final Random random = new Random(seed);
        final int[] sizes = {1 + random.nextInt(3), 1 + random.nextInt(3), 1 + random.nextInt(4)};
        final double[] values = values(random, sizes);
        final MultilinearForm form = new MultilinearForm(new int[] {0, 1, 2}, sizes, values, values);
        final double[][] none = new double[3][];
        final double[][] all = new double[3][];
        for (int player = 0; player < 3; player++) {
            none[player] = new double[sizes[player]];
            all[player] = new double[sizes[player]];
            Arrays.fill(all[player], 1);
        }
        assertEquals(Arrays.stream(values).min().orElseThrow(), form.least(none, all), 1e-13);
        assertEquals(Arrays.stream(values).max().orElseThrow(), form.most(none, all), 1e-13);
    }

    private static MultilinearForm form(Random random, int... sizes) {
        final double[] values = values(random, sizes);
        return new MultilinearForm(new int[] {0, 1, 2}, sizes, values, values);
    }

    private static double[] values(Random random, int... sizes) {
        final int length = Arrays.stream(sizes).reduce(1, (a, b) -> a * b);
        return random.doubles(length, -1, 1).toArray();
    }

    private static double[][] mixtures(Random random, int... sizes) {
        final double[][] mixtures = new double[sizes.length][];
        for (int player = 0; player < sizes.length; player++) {
            mixtures[player] = random.doubles(sizes[player]).toArray();
            final double sum = Arrays.stream(mixtures[player]).sum();
            for (int k = 0; k < sizes[player]; k++) {
                mixtures[player][k] /= sum;
            }
        }
        return mixtures;
    }

    private static double[][] halfway(double[][] one, double[][] other) {
        final double[][] half = new double[one.length][];
        for (int player = 0; player < one.length; player++) {
            final double[] a = one[player];
            final double[] b = other[player];
            half[player] = new double[a.length];
            Arrays.setAll(half[player], k -> (a[k] + b[k]) / 2);
        }
        return half;
    }
}
