package io.github.breakranks.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Binomial chances against exact decimals, at the ends and far out. */
class BinomialTest {

    @Test
    void ends() {
        assertArrayEquals(new double[] {1}, Binomial.chances(0, 0.3));
        assertArrayEquals(new double[] {1, 0, 0}, Binomial.chances(2, 0));
        assertArrayEquals(new double[] {0, 0, 1}, Binomial.chances(2, 1));
        assertArrayEquals(new double[] {0.25, 0.5, 0.25}, Binomial.chances(2, 0.5));
        assertEquals(7, Binomial.mean(7, 1, m -> m));
        assertEquals(0, Binomial.mean(7, 0, m -> m));
    }

    @ParameterizedTest
    @CsvSource({"5, 0.3", "40, 1e-9", "60, 0.999999", "200, 0.5", "500, 0.01"})
    void asInExactDecimals(int k, double chance) {
        final double[] chances = Binomial.chances(k, chance);
        final BigDecimal p = new BigDecimal(chance);
        BigDecimal ways = BigDecimal.ONE;
        double above = 0;
        for (int m = 0; m <= k; m++) {
            final double exact = ways.multiply(p.pow(m))
                    .multiply(BigDecimal.ONE.subtract(p).pow(k - m, new MathContext(50)))
                    .doubleValue();
            assertEquals(exact, chances[m], 1e-13 * exact + 1e-300);
            above += m > k * chance ? exact : 0;
            ways = ways.multiply(BigDecimal.valueOf(k - m)).divide(BigDecimal.valueOf(m + 1L), new MathContext(50));
        }
        assertEquals(above, Binomial.mean(k, chance, m -> m > k * chance ? 1 : 0), 1e-13);
    }

    @ParameterizedTest
    @CsvSource({"100000, 0.3", "1000000, 1e-6", "3, 0.7"})
    void meansOfManyDraws(int k, double chance) {
        assertEquals(k * chance, Binomial.mean(k, chance, m -> m), 1e-10 * k * chance);
    }
}
