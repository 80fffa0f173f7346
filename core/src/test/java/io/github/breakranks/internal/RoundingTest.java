package io.github.breakranks.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RoundingTest {

    @Test
    void sumAndItsRoundingAreTheSum() {
        final SplittableRandom random = new SplittableRandom(5);
        for (int k = 0; k < 1000; k++) {
            final double a = Math.scalb(random.nextDouble() - 0.5, random.nextInt(-40, 40));
            final double b = Math.scalb(random.nextDouble() - 0.5, random.nextInt(-40, 40));
            final BigDecimal exact = new BigDecimal(a).add(new BigDecimal(b));
            final BigDecimal inTwoParts = new BigDecimal(a + b).add(new BigDecimal(Rounding.ofSum(a, b, a + b)));

            assertEquals(0, exact.compareTo(inTwoParts));
        }
    }

    @Test
    void standardisedCostInTwoPartsHasTwiceTheDigits() {
        final SplittableRandom random = new SplittableRandom(6);
        for (int k = 0; k < 1000; k++) {
            final double value = random.nextDouble() * 100 - 50;
            final double centre = random.nextDouble();
            final double scale = Math.scalb(random.nextDouble() + 0.1, random.nextInt(-20, 20));
            final double z = (value - centre) / scale;
            final BigDecimal twoParts =
                    new BigDecimal(z).add(new BigDecimal(Rounding.ofStandard(value, centre, scale, z)));
            final BigDecimal missed = twoParts.multiply(new BigDecimal(scale))
                    .subtract(new BigDecimal(value).subtract(new BigDecimal(centre)));

            assertTrue(Math.abs(missed.doubleValue()) <= 0x1p-100 * Math.abs(value - centre));
        }
    }

    @Test
    void wideNumbersCarryAHundredBits() {
        final Wide third = Wide.of(1).over(Wide.of(3));
        final Wide rest = third.times(Wide.of(3)).minus(Wide.of(1));
        final Wide sum = third.plus(third).plus(third).minus(Wide.of(1));

        assertEquals(1.0 / 3, third.high());
        assertEquals(0, rest.high() + rest.low(), 0x1p-100);
        assertEquals(0, sum.high() + sum.low(), 0x1p-100);
    }
}
