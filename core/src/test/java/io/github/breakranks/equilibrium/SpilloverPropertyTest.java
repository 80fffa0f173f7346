package io.github.breakranks.equilibrium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.Seeds;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.network.Exposure;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The matrix {@code (I - J)^-1} at stable rest points of random groups, J by differences of the best reply. */
class SpilloverPropertyTest {

    private static DefectionGame army(int seed, int groups) {
        final SplittableRandom random = new SplittableRandom(seed);
        final Population[] populations = new Population[groups];
        for (int g = 0; g < groups; g++) {
            populations[g] = Population.of(
                            1 + random.nextInt(900),
                            CostLaw.normal(0.1 + 0.4 * random.nextDouble(), 0.05 + 0.15 * random.nextDouble()))
                    .named("group " + g);
        }
        return DefectionGame.of(
                        Population.join(populations),
                        Offer.cash(0.5 * random.nextDouble()).withReach(0.4 + 0.6 * random.nextDouble()),
                        Reprisal.fading(0.5 * random.nextDouble()))
                .on(Exposure.homophily(random.nextDouble()));
    }

    private static double[][] jacobian(DefectionGame game, RestPoint at) {
        final int groups = game.groups();
        final double[][] seen = game.seen();
        final double[][] jacobian = new double[groups][groups];
        for (int g = 0; g < groups; g++) {
            double sees = 0;
            for (int h = 0; h < groups; h++) {
                sees += seen[g][h] * at.shareOf(h);
            }
            final double from = Math.max(0, sees - 1e-6);
            final double to = Math.min(1, sees + 1e-6);
            final double follows = (game.willing(g, to) - game.willing(g, from)) / (to - from);
            for (int h = 0; h < groups; h++) {
                jacobian[g][h] = follows * seen[g][h];
            }
        }
        return jacobian;
    }

    /** S = I + J S, no entry is negative, and the spectral radius is what the powers of J grow by. */
    @Property(tries = 100, seed = Seeds.USUAL)
    void isTheSumOfAllRounds(@ForAll int seed, @ForAll @IntRange(min = 2, max = 5) int groups) {
        final DefectionGame game = army(seed, groups);
        final RestPoint least =
                EquilibriumSolver.solver().solve(game).orElseThrow().least();
        Assume.that(least.stable());
        final Spillover spillover = Spillover.of(game, least);
        Assume.that(spillover.spectralRadius() < 0.95); // nearer to a fold differences tell too little
        final double[][] jacobian = jacobian(game, least);

        for (int g = 0; g < groups; g++) {
            for (int h = 0; h < groups; h++) {
                double sum = g == h ? 1 : 0;
                for (int k = 0; k < groups; k++) {
                    sum += jacobian[g][k] * spillover.of(k, h);
                }
                assertEquals(sum, spillover.of(g, h), 1e-5 * (1 + sum));
                assertTrue(spillover.of(g, h) >= (g == h ? 1 : 0));
            }
        }
        final double growth = growth(jacobian);
        assertEquals(growth, spillover.spectralRadius(), 1e-9 + 1e-5 * growth);
    }

    /** Gelfand: the n-th root of the size of the n-th power, n = 2^24 by squaring. */
    private static double growth(double[][] matrix) {
        final int groups = matrix.length;
        double[][] power = matrix;
        double logarithm = 0; // of what was divided out of the power, per factor
        double factors = 1;
        for (int squarings = 0; squarings < 24; squarings++) {
            final double[][] square = square(power);
            final double size =
                    Arrays.stream(square).flatMapToDouble(Arrays::stream).max().orElseThrow();
            if (size == 0) {
                return 0;
            }
            for (double[] row : square) {
                for (int h = 0; h < groups; h++) {
                    row[h] /= size;
                }
            }
            factors *= 2;
            logarithm += Math.log(size) / factors;
            power = square;
        }
        return Math.exp(logarithm);
    }

    private static double[][] square(double[][] matrix) {
        final int groups = matrix.length;
        final double[][] square = new double[groups][groups];
        for (int g = 0; g < groups; g++) {
            for (int h = 0; h < groups; h++) {
                for (int k = 0; k < groups; k++) {
                    square[g][h] += matrix[g][k] * matrix[k][h];
                }
            }
        }
        return square;
    }
}
