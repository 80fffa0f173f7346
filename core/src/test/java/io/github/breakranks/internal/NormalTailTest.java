package io.github.breakranks.internal;

import static io.github.breakranks.internal.BigNormal.relativeError;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.SplittableRandom;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

class NormalTailTest {
    private static final double LAST = 37; // beyond it shares fall below 1e-300
    private static final int POINTS = 300;

    @Test
    void theReferenceItselfIsRight() {
        // 25 digits, computed with another arithmetic (mpmath 1.3.0).
        assertEquals(
                new BigDecimal("0.1586552539314570514147675"),
                BigNormal.survival(BigDecimal.ONE).round(new MathContext(25)));
        assertEquals(
                new BigDecimal("4.906713927148187059533809E-198"),
                BigNormal.survival(BigDecimal.valueOf(30)).round(new MathContext(25)));
    }

    @Test
    void sharesAndDensityKeepAllDigitsInBothTails() {
        final SplittableRandom random = new SplittableRandom(1);
        for (int k = 0; k < POINTS; k++) {
            final double x = (2 * random.nextDouble() - 1) * (k % 2 == 0 ? LAST : 3);
            requireAllDigits(x);
        }
    }

    @Test
    void sharesKeepAllDigitsAtAndBetweenTheNodesOfTheTable() {
        for (int sixteenths = 0; sixteenths < 16 * LAST; sixteenths += 5) {
            requireAllDigits(sixteenths / 16.0);
            requireAllDigits(Math.nextDown(sixteenths / 16.0));
        }
    }

    private static void requireAllDigits(double x) {
        final BigDecimal above = BigNormal.survival(new BigDecimal(x));
        final BigDecimal upTo = BigNormal.survival(new BigDecimal(-x));
        assertTrue(relativeError(NormalTail.survival(x), above) <= NormalTail.RELATIVE_ERROR / 2, () -> "above " + x);
        assertTrue(relativeError(NormalTail.cdf(x), upTo) <= NormalTail.RELATIVE_ERROR / 2, () -> "up to " + x);
        assertTrue(
                relativeError(NormalTail.density(x), BigNormal.density(new BigDecimal(x)))
                        <= NormalTail.RELATIVE_ERROR / 2,
                () -> "density at " + x);
    }

    @Test
    void whatRoundingLeftOutOfTheArgumentCounts() {
        final SplittableRandom random = new SplittableRandom(2);
        for (int k = 0; k < POINTS; k++) {
            final double x = (2 * random.nextDouble() - 1) * LAST;
            final double low = (random.nextDouble() - 0.5) * Math.ulp(x);
            final BigDecimal exact = new BigDecimal(x).add(new BigDecimal(low));
            final BigDecimal above = BigNormal.survival(exact);
            final BigDecimal upTo = BigNormal.survival(exact.negate());

            assertTrue(relativeError(NormalTail.survival(x, low), above) <= NormalTail.RELATIVE_ERROR / 2);
            assertTrue(relativeError(NormalTail.cdf(x, low), upTo) <= NormalTail.RELATIVE_ERROR / 2);
            assertTrue(relativeError(NormalTail.density(x, low), BigNormal.density(exact))
                    <= NormalTail.RELATIVE_ERROR / 2);
        }
    }

    @Test
    void agreesWithCommonsMath() {
        final NormalDistribution normal = new NormalDistribution();
        for (double x = -8; x <= 8; x += 0.37) {
            assertEquals(normal.cumulativeProbability(x), NormalTail.cdf(x), 1e-13);
            assertEquals(normal.density(x), NormalTail.density(x), 1e-15);
        }
    }

    @Test
    void endsWhereDoublesEnd() {
        assertEquals(0.5, NormalTail.cdf(0));
        assertEquals(0.5, NormalTail.survival(0));
        assertEquals(0.5, NormalTail.survival(-0.0));
        assertEquals(6.6e-323, NormalTail.survival(38.4), 2 * Double.MIN_VALUE);
        assertEquals(0, NormalTail.survival(39));
        assertEquals(0, NormalTail.survival(Double.POSITIVE_INFINITY));
        assertEquals(1, NormalTail.survival(Double.NEGATIVE_INFINITY));
        assertEquals(1, NormalTail.cdf(Double.POSITIVE_INFINITY));
        assertEquals(0, NormalTail.cdf(Double.NEGATIVE_INFINITY));
        assertEquals(0, NormalTail.density(Double.NEGATIVE_INFINITY));
        assertEquals(Double.NaN, NormalTail.cdf(Double.NaN));
        assertEquals(Double.NaN, NormalTail.survival(Double.NaN));
        assertEquals(Double.NaN, NormalTail.density(Double.NaN));
    }
}
