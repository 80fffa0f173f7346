package io.github.breakranks.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.SplittableRandom;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

class NormalQuantileTest {
    private static final MathContext DIGITS = new MathContext(60);

    @Test
    void keepsAllDigitsInBothTails() {
        final SplittableRandom random = new SplittableRandom(3);
        for (int k = 0; k < 300; k++) {
            final double share = k % 2 == 0 ? random.nextDouble() : Math.exp(-690 * random.nextDouble());
            final double x = NormalQuantile.above(share);
            final double off = newtonStep(x, share);

            assertTrue(Math.abs(off) <= 5e-16 + 4 * Math.ulp(x), () -> share + " gave " + x + ", off by " + off);
            assertEquals(-x, NormalQuantile.below(share));
        }
    }

    /** How far the root lies from {@code x}, which is close to it. */
    private static double newtonStep(double x, double share) {
        final BigDecimal at = new BigDecimal(x);
        return BigNormal.survival(at)
                .subtract(new BigDecimal(share))
                .divide(BigNormal.density(at), DIGITS)
                .doubleValue();
    }

    @Test
    void sharesOfQuantilesAreTheShares() {
        final SplittableRandom random = new SplittableRandom(4);
        for (int k = 0; k < 2000; k++) {
            final double share = random.nextDouble();
            assertEquals(share, NormalTail.survival(NormalQuantile.above(share)), 2e-15 * share);
            assertEquals(share, NormalTail.cdf(NormalQuantile.below(share)), 2e-15 * share);
        }
    }

    @Test
    void agreesWithCommonsMath() {
        final NormalDistribution normal = new NormalDistribution();
        for (double share = 0.001; share < 1; share += 0.0173) {
            assertEquals(normal.inverseCumulativeProbability(share), NormalQuantile.below(share), 1e-8);
        }
    }

    @Test
    void farTailsAndEnds() {
        assertEquals(37.0471, NormalQuantile.above(1e-300), 1e-4);
        assertEquals(38.4674, NormalQuantile.above(Double.MIN_VALUE), 1e-2);
        assertEquals(0.0, NormalQuantile.above(0.5));
        assertEquals(Double.POSITIVE_INFINITY, NormalQuantile.above(0));
        assertEquals(Double.NEGATIVE_INFINITY, NormalQuantile.above(1));
        assertEquals(Double.NEGATIVE_INFINITY, NormalQuantile.below(0));
        assertEquals(Double.POSITIVE_INFINITY, NormalQuantile.below(1));
    }
}
