package io.github.breakranks.game;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.Seeds;
import io.github.breakranks.equilibrium.EquilibriumSolver;
import io.github.breakranks.equilibrium.RestPoint;
import io.github.breakranks.equilibrium.RestPoints;
import io.github.breakranks.network.DegreeLaw;
import io.github.breakranks.population.CostLaw;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** The theorems of Jackson and Yariv (2007). */
class DegreeGamePropertyTest {
    private static final double ROUNDING = 1e-9;

    private static RestPoints rest(DegreeGame game) {
        return EquilibriumSolver.solver().solve(game.game(1000)).orElseThrow();
    }

    /** Stable rest points rise, unstable ones fall, as long as there are as many. */
    private static void assertRaised(DegreeGame before, DegreeGame after) {
        for (double x = 0; x <= 1; x += 0.01) {
            final double seen = Math.min(1, x);
            assertTrue(after.neighbourShare(seen) >= before.neighbourShare(seen) - ROUNDING);
        }
        final RestPoints low = rest(before);
        final RestPoints high = rest(after);
        assertTrue(high.least().share() >= low.least().share() - ROUNDING);
        assertTrue(high.greatest().share() >= low.greatest().share() - ROUNDING);
        if (low.points().size() == 3 && high.points().size() == 3) {
            final List<RestPoint> was = low.points();
            assertTrue(high.points().get(1).share() <= was.get(1).share() + ROUNDING);
        }
    }

    /** Lower costs, the law of costs raised pointwise. */
    @Property(tries = 50, seed = Seeds.USUAL)
    void lowerCosts(
            @ForAll @DoubleRange(min = 1, max = 8) double degree,
            @ForAll @DoubleRange(min = 0.1, max = 1) double gain,
            @ForAll @DoubleRange(max = 0.2) double lower) {
        final DegreeGame game = DegreeGame.of(DegreeLaw.poisson(degree), CostLaw.normal(1, 0.25), gain);

        assertRaised(game, game.withBenefit(lower));
    }

    /** More ties of those met, first-order, with g rising: a Poisson law of a higher mean. */
    @Property(tries = 50, seed = Seeds.USUAL)
    void moreTiesOfThoseMet(
            @ForAll @DoubleRange(min = 1, max = 8) double degree,
            @ForAll @DoubleRange(max = 2) double more,
            @ForAll @DoubleRange(min = 0.1, max = 1) double gain) {
        final CostLaw costs = CostLaw.normal(1, 0.25);

        assertRaised(
                DegreeGame.of(DegreeLaw.poisson(degree), costs, gain).withWeight(Math::sqrt),
                DegreeGame.of(DegreeLaw.poisson(degree + more), costs, gain).withWeight(Math::sqrt));
    }

    /** A mean-preserving spread: even costs and no cap reached, so that d H(v d x) = v d^2 x is convex. */
    @Property(tries = 50, seed = Seeds.USUAL)
    void spreadOfDegrees(
            @ForAll @IntRange(min = 2, max = 10) int degree, @ForAll @DoubleRange(min = 0.01, max = 0.99) double gain) {
        final double[] spread = new double[2 * degree];
        spread[1] = 0.5;
        spread[2 * degree - 1] = 0.5;
        final double uncapped = gain / (2 * degree - 1);
        final DegreeGame narrow = DegreeGame.of(DegreeLaw.regular(degree), CostLaw.uniform(0, 1), uncapped)
                .withBenefit(0.001);
        final DegreeGame wide = DegreeGame.of(DegreeLaw.of(spread), CostLaw.uniform(0, 1), uncapped)
                .withBenefit(0.001);

        for (double x = 0; x < 0.99; x += 0.05) {
            assertTrue(wide.neighbourShare(x) >= narrow.neighbourShare(x) - ROUNDING);
        }
    }

    /** v* is where the slope of phi at nobody passes one. */
    @Property(tries = 50, seed = Seeds.USUAL)
    void slopeAtTheCriticalGainIsOne(
            @ForAll @Size(min = 2, max = 12) List<@DoubleRange(min = 0.01, max = 1) Double> weights) {
        final double total = weights.stream().mapToDouble(Double::doubleValue).sum();
        final DegreeLaw law = DegreeLaw.of(
                weights.stream().mapToDouble(weight -> weight / total).toArray());
        final DegreeGame game = DegreeGame.of(law, CostLaw.uniform(0, 1), 1);
        final double critical = game.criticalGain();

        assertEquals(law.mean() / law.meanSquare(), critical, 1e-12);
        assertEquals(1, game.withGain(critical).neighbourShare(1e-6) / 1e-6, 1e-9);
        assertEquals(
                1,
                Arrays.stream(new double[] {critical})
                        .map(v -> game.withGain(2 * v).neighbourShare(1e-6) / 2e-6)
                        .sum(),
                1e-9);
    }
}
