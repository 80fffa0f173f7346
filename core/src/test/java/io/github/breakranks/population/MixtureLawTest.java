package io.github.breakranks.population;

import static io.github.breakranks.population.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Range;
import org.junit.jupiter.api.Test;

class MixtureLawTest {
    private final CostLaw smooth = CostLaw.mixture(0.3, CostLaw.normal(-2, 0.5), CostLaw.normal(2, 1));
    private final CostLaw withAtom =
            CostLaw.mixture(0.25, CostLaw.atoms(new double[] {0.4}, new double[] {1}), CostLaw.uniform(0, 1));

    @Test
    void sharesAreSums() {
        for (double cost = -5; cost <= 5; cost += 0.1) {
            final double expected = 0.3 * CostLaw.normal(-2, 0.5).cdf(cost)
                    + 0.7 * CostLaw.normal(2, 1).cdf(cost);
            assertEquals(expected, smooth.cdf(cost), 1e-15);
            assertEquals(1 - expected, smooth.survival(cost), 1e-15);
        }
        assertEquals(0.7 * CostLaw.normal(2, 1).survival(30), smooth.survival(30), 1e-180);
    }

    @Test
    void sharesAtAndAroundAnAtom() {
        assertEquals(0.25 + 0.75 * 0.4, withAtom.cdf(0.4), 1e-15);
        assertEquals(0.75 * 0.4, withAtom.below(0.4), 1e-15);
        assertEquals(0.75 * 0.6, withAtom.survival(0.4), 1e-15);
        assertEquals(0.25 + 0.75 * 0.6, withAtom.atLeast(0.4), 1e-15);
    }

    @Test
    void atomsAreFoundExactly() {
        for (double share : new double[] {Math.nextUp(withAtom.below(0.4)), 0.35, 0.5, withAtom.cdf(0.4)}) {
            assertEquals(0.4, withAtom.quantile(share));
        }
        for (double above : new double[] {Math.nextDown(withAtom.atLeast(0.4)), 0.5, withAtom.survival(0.4)}) {
            assertEquals(0.4, withAtom.quantileAbove(above));
        }
        assertEquals(0.4, withAtom.quantileFromRight(0.5));
        assertEquals(0.4, withAtom.quantileFromRight(Math.nextDown(withAtom.cdf(0.4))));
    }

    @Test
    void breaksAreThoseOfTheParts() {
        assertArrayEquals(new double[] {0, 0.4, 1}, withAtom.breaks());
        assertArrayEquals(new double[] {-1, 0.2, 1}, withAtom.affine(1, -2).breaks(), 1e-15);
        assertArrayEquals(new double[0], smooth.breaks());
        assertArrayEquals(new double[] {-1, 2}, CostLaw.empirical(2, -1, 2).breaks());
        assertArrayEquals(
                new double[] {-1, 0, 1},
                CostLaw.mixture(0.5, CostLaw.beta(2, 3).affine(1, -2), CostLaw.uniform(-1, 0))
                        .breaks());
    }

    @Test
    void inversesUndoShares() {
        for (double share : new double[] {1e-300, 1e-12, 0.1, 0.29, 0.3, 0.31, 0.7, 0.9999}) {
            assertEquals(share, smooth.cdf(smooth.quantile(share)), 1e-12 * share);
            assertEquals(share, smooth.cdf(smooth.quantileFromRight(share)), 1e-12 * share);
            assertEquals(share, smooth.survival(smooth.quantileAbove(share)), 1e-12 * share);
        }
    }

    @Test
    void aGapBetweenPartsSplitsTheInverses() {
        final CostLaw gap = CostLaw.mixture(0.5, CostLaw.uniform(0, 1), CostLaw.uniform(2, 3));

        assertEquals(1, gap.quantile(0.5));
        assertEquals(2, gap.quantileFromRight(0.5), 1e-15);
        assertEquals(1, gap.quantileAbove(0.5), 1e-15);
    }

    @Test
    void ends() {
        assertEquals(0, withAtom.quantile(0));
        assertEquals(1, withAtom.quantile(1));
        assertEquals(1, withAtom.quantileAbove(0));
        assertEquals(0, withAtom.quantileAbove(1));
        assertEquals(0, withAtom.quantileFromRight(0));
        assertEquals(1, withAtom.quantileFromRight(1));
        assertEquals(Double.NEGATIVE_INFINITY, smooth.quantile(0));
        assertEquals(Double.POSITIVE_INFINITY, smooth.quantile(1));
        assertEquals(1, withAtom.cdf(Double.POSITIVE_INFINITY));
        assertEquals(0, withAtom.cdf(Double.NEGATIVE_INFINITY));
        assertEquals(Double.NaN, withAtom.cdf(Double.NaN));
        assertEquals(Double.NaN, withAtom.survival(Double.NaN));
    }

    @Test
    void tenTenthsAreOne() {
        final CostLaw[] laws = new CostLaw[10];
        final double[] shares = new double[10];
        java.util.Arrays.fill(laws, CostLaw.uniform(0, 1));
        java.util.Arrays.fill(shares, 0.1);
        final CostLaw law = CostLaw.mixture(shares, laws);

        assertEquals(1, law.cdf(1));
        assertEquals(1, law.atLeast(0));
        assertEquals(1, law.survival(-1));
    }

    @Test
    void densityIsTheSumOfBounds() {
        assertEquals(Double.POSITIVE_INFINITY, withAtom.densityOver(0.3, 0.5).high());
        assertEquals(0.75, withAtom.densityOver(0.3, 0.5).low(), 1e-14);
        assertEquals(0.75, withAtom.densityOver(0.5, 0.6).high(), 1e-14);
        assertEquals(Range.of(0.0), withAtom.densityOver(2, 3));
        assertEquals(0.75, withAtom.density(0.5));
        assertEquals(Double.NaN, withAtom.density(0.4));
        assertEquals(Double.POSITIVE_INFINITY, withAtom.steepest());
        assertTrue(smooth.steepest() >= smooth.density(-2));
        assertTrue(smooth.steepest() >= smooth.density(2));
    }

    @Test
    void saysAndCompares() {
        assertEquals("mixture(0.3 normal(-2.0, 0.5), 0.7 normal(2.0, 1.0))", smooth.toString());
        assertEquals(CostLaw.mixture(0.3, CostLaw.normal(-2, 0.5), CostLaw.normal(2, 1)), smooth);
        assertEquals(
                CostLaw.mixture(0.3, CostLaw.normal(-2, 0.5), CostLaw.normal(2, 1))
                        .hashCode(),
                smooth.hashCode());
        assertNotEquals(withAtom, smooth);
        assertEquals(
                "mixture(1.0 uniform(0.0, 1.0))",
                CostLaw.mixture(1, CostLaw.uniform(0, 1), smooth).toString());
    }

    @Test
    void whatIsUnknownInAPartIsUnknown() {
        final CostLaw own = cost -> CostLaw.uniform(0, 1).cdf(cost);
        final CostLaw mixed = CostLaw.mixture(0.5, own, smooth);

        assertEquals(Double.NaN, mixed.relativeError());
        assertFalse(withAtom.discrete());
        assertTrue(
                CostLaw.mixture(0.5, CostLaw.empirical(1), CostLaw.empirical(2)).discrete());
        assertEquals(Double.NaN, mixed.steepest());
        assertEquals(Double.POSITIVE_INFINITY, mixed.densityOver(0, 1).high());
    }

    @Test
    void refuses() {
        assertRefused("shares[0] must be a share in [0, 1], but was 1.5", () -> CostLaw.mixture(1.5, smooth, withAtom));
        assertRefused("laws must have at least 1 law [count], but was empty", () -> CostLaw.mixture(new double[0]));
        assertRefused(
                "shares must have 1 shares [count], one per law, but was 2",
                () -> CostLaw.mixture(new double[] {0.5, 0.5}, smooth));
        assertRefused(
                "shares must sum to 1 within 1.0E-9 [share], but was 1.25",
                () -> CostLaw.mixture(new double[] {0.5, 0.75}, smooth, withAtom));
        Refusals.assertRefusesWhatIsNoShareOrInterval(smooth);
    }
}
