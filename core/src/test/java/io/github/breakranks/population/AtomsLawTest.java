package io.github.breakranks.population;

import static io.github.breakranks.population.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Range;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AtomsLawTest {
    private final CostLaw listed = CostLaw.empirical(3, 1, 2, 2);
    private final CostLaw types = CostLaw.atoms(new double[] {5, -1, 2}, new double[] {0.2, 0.5, 0.3});

    @Test
    void sharesAtAndAroundListedCosts() {
        assertEquals(0.75, listed.cdf(2));
        assertEquals(0.25, listed.below(2));
        assertEquals(0.25, listed.survival(2));
        assertEquals(0.75, listed.atLeast(2));
        assertEquals(0.25, listed.cdf(Math.nextDown(2.0)));
        assertEquals(0.75, listed.below(Math.nextUp(2.0)));
        assertEquals(0, listed.cdf(0.5));
        assertEquals(1, listed.cdf(3));
        assertEquals(1, listed.atLeast(1));
        assertEquals(0, listed.atLeast(4));
    }

    @Test
    void sharesAtAndAroundTypes() {
        assertEquals(0.5, types.cdf(-1));
        assertEquals(0, types.below(-1));
        assertEquals(0.5, types.survival(-1));
        assertEquals(1, types.atLeast(-1));
        assertEquals(0.8, types.cdf(2));
        assertEquals(0.5, types.below(2));
        assertEquals(0.2, types.survival(2));
        assertEquals(0.5, types.atLeast(2));
        assertEquals(1, types.cdf(5));
        assertEquals(0, types.survival(5));
        assertEquals(0.2, types.atLeast(5));
    }

    @Test
    void countsAreExact() {
        final int agents = 30_000;
        final CostLaw law =
                CostLaw.empirical(IntStream.range(0, agents).mapToDouble(k -> k).toArray());
        for (int k = 0; k < agents; k += 7) {
            assertEquals((k + 1) / (double) agents, law.cdf(k));
            assertEquals(k, law.quantile((k + 1) / (double) agents));
            assertEquals(k, law.quantileFromRight(k / (double) agents));
        }
        assertEquals("empirical(30000 costs)", law.toString());
    }

    @Test
    void tenTenthsAreOne() {
        final CostLaw law = CostLaw.atoms(
                IntStream.range(0, 10).mapToDouble(k -> k).toArray(),
                IntStream.range(0, 10).mapToDouble(k -> 0.1).toArray());
        for (int k = 0; k < 10; k++) {
            assertEquals((k + 1) / 10.0, law.cdf(k), 2e-16);
            assertEquals(k, law.quantile(law.cdf(k)));
        }
        assertEquals(1, law.cdf(9));
        assertEquals(1, law.atLeast(0));
    }

    @Test
    void tinySharesAbove() {
        final CostLaw law = CostLaw.atoms(new double[] {0, 1}, new double[] {1, 1e-20});

        assertEquals(1e-20, law.survival(0), 1e-35);
        assertEquals(1, law.quantileAbove(1e-21));
        assertEquals(0, law.quantileAbove(1e-19));
    }

    @Test
    void inverses() {
        assertEquals(1, listed.quantile(0));
        assertEquals(1, listed.quantile(0.25));
        assertEquals(2, listed.quantile(Math.nextUp(0.25)));
        assertEquals(2, listed.quantile(0.75));
        assertEquals(3, listed.quantile(1));
        assertEquals(1, listed.quantileFromRight(0));
        assertEquals(2, listed.quantileFromRight(0.25));
        assertEquals(1, listed.quantileFromRight(Math.nextDown(0.25)));
        assertEquals(3, listed.quantileFromRight(1));
        assertEquals(3, listed.quantileAbove(0));
        assertEquals(2, listed.quantileAbove(0.25));
        assertEquals(1, listed.quantileAbove(0.75));
        assertEquals(1, listed.quantileAbove(1));
        assertEquals(2, types.quantile(0.8));
        assertEquals(5, types.quantileFromRight(0.8));
        assertEquals(2, types.quantileAbove(0.2));
    }

    @Test
    void densityIsNoneAtAtoms() {
        assertEquals(Double.NaN, listed.density(2));
        assertEquals(0, listed.density(2.5));
        assertEquals(Double.NaN, listed.density(Double.NaN));
        assertEquals(Range.of(0.0), listed.densityOver(2.1, 2.9));
        assertEquals(new Range(0, Double.POSITIVE_INFINITY), listed.densityOver(2, 2.9));
        assertEquals(new Range(0, Double.POSITIVE_INFINITY), listed.densityOver(2.5, 3));
        assertEquals(Range.of(0.0), listed.densityOver(4, Double.POSITIVE_INFINITY));
        assertEquals(Double.POSITIVE_INFINITY, listed.steepest());
    }

    @Test
    void sharelessCostsAreLeftOutAndEqualOnesJoined() {
        final CostLaw law = CostLaw.atoms(new double[] {9, 1, 0.0, -0.0, -9}, new double[] {0, 0.5, 0.25, 0.25, 0});

        assertEquals(0, law.low());
        assertEquals(1, law.high());
        assertEquals("atoms(2)", law.toString());
        assertEquals(CostLaw.atoms(new double[] {0, 1}, new double[] {0.5, 0.5}), law);
        assertEquals(CostLaw.atoms(new double[] {0, 1}, new double[] {0.5, 0.5}).hashCode(), law.hashCode());
        assertNotEquals(CostLaw.atoms(new double[] {0, 1}, new double[] {0.25, 0.75}), law);
        assertEquals(0.5, CostLaw.empirical(-0.0, 1).cdf(0.0));
    }

    @Test
    void argumentsAreCopied() {
        final double[] costs = {1, 2};
        final CostLaw law = CostLaw.empirical(costs);
        costs[0] = 7;

        assertEquals(1, law.low());
    }

    @Test
    void ends() {
        assertEquals(0, listed.cdf(Double.NEGATIVE_INFINITY));
        assertEquals(0, listed.below(Double.NEGATIVE_INFINITY));
        assertEquals(1, listed.atLeast(Double.NEGATIVE_INFINITY));
        assertEquals(1, listed.cdf(Double.POSITIVE_INFINITY));
        assertEquals(1, listed.below(Double.POSITIVE_INFINITY));
        assertEquals(0, listed.atLeast(Double.POSITIVE_INFINITY));
        assertEquals(Double.NaN, listed.below(Double.NaN));
        assertEquals(Double.NaN, listed.atLeast(Double.NaN));
        assertTrue(listed.relativeError() < 1e-15);
        assertTrue(listed.discrete());
    }

    @Test
    void refuses() {
        assertRefused("costs must have at least 1 cost [count], but was empty", () -> CostLaw.empirical());
        assertRefused(
                "costs[1] must be finite [unit of the game], but was NaN", () -> CostLaw.empirical(1, Double.NaN));
        assertRefused(
                "costs must have at least 1 cost [count], but was empty",
                () -> CostLaw.atoms(new double[0], new double[0]));
        assertRefused(
                "shares must have 2 shares [count], one per cost, but was 1",
                () -> CostLaw.atoms(new double[] {1, 2}, new double[] {1}));
        assertRefused(
                "shares[1] must be a share in [0, 1], but was -0.5",
                () -> CostLaw.atoms(new double[] {1, 2}, new double[] {1, -0.5}));
        assertRefused(
                "shares must sum to 1 within 1.0E-9 [share], but was 0.75",
                () -> CostLaw.atoms(new double[] {1, 2}, new double[] {0.5, 0.25}));
        assertRefused(
                "costs[0] must be finite [unit of the game], but was -Infinity",
                () -> CostLaw.atoms(new double[] {Double.NEGATIVE_INFINITY}, new double[] {1}));
        Refusals.assertRefusesWhatIsNoShareOrInterval(listed);
        Refusals.assertRefusesWhatIsNoShareOrInterval(types);
    }
}
