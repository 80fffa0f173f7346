package io.github.breakranks.population;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Range;
import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Laws moved, stretched and turned round. */
class AffineLawTest {

    @Test
    void keepsTheKindWhereTheKindAllowsIt() {
        assertEquals(CostLaw.normal(3.5, 1), CostLaw.normal(-0.25, 0.5).affine(3, -2));
        assertEquals(CostLaw.logistic(1.5, 0.2), CostLaw.logistic(0.5, 0.1).affine(0.5, 2));
        assertEquals(CostLaw.uniform(-1, 1), CostLaw.uniform(0, 1).affine(1, -2));
        assertEquals(CostLaw.empirical(-1, 0, 1), CostLaw.empirical(0, 0.5, 1).affine(1, -2));
        assertEquals(
                CostLaw.mixture(0.25, CostLaw.uniform(-1, 1), CostLaw.empirical(3)),
                CostLaw.mixture(0.25, CostLaw.uniform(0, 1), CostLaw.empirical(-1))
                        .affine(1, -2));
    }

    @Test
    void atomsWithSharesTurnRound() {
        final CostLaw law = CostLaw.atoms(new double[] {0, 0.5, 1}, new double[] {0.5, 0.3, 0.2});

        final CostLaw turned = law.affine(1, -2);

        assertEquals(0.2, turned.cdf(-1));
        assertEquals(0.5, turned.cdf(0));
        assertEquals(0.2, turned.below(0));
        assertEquals(1, turned.cdf(1));
        assertEquals(law, law.affine(0, 1));
    }

    @Test
    void betaCostsFromEndToEnd() {
        final CostLaw turned = CostLaw.beta(2, 3).affine(1, -2);

        assertEquals(-1, turned.low());
        assertEquals(1, turned.high());
        assertEquals("beta(3.0, 2.0) on [-1.0, 1.0]", turned.toString());
        assertEquals(turned, CostLaw.beta(2, 3).affine(1, -2));
        assertEquals(turned.hashCode(), CostLaw.beta(3, 2).affine(-1, 2).hashCode());
        assertEquals(CostLaw.beta(2, 3).steepest() / 2, turned.steepest());
        assertTrue(Double.isNaN(turned.cdf(Double.NaN)));
    }

    /** F(u) = 6u^2 - 8u^3 + 3u^4 for beta(2, 3), in decimal arithmetic at the very double asked for. */
    @ParameterizedTest
    @ValueSource(
            doubles = {-0.9999999, -0.99, -0.5, -1e-9, 0, 1e-9, 0.3, 0.7, 0.999, 0.9999999, -1 + 0x1p-53, 1 - 0x1p-53})
    void keepsItsDigitsTowardsBothEnds(double cost) {
        final CostLaw turned = CostLaw.beta(2, 3).affine(1, -2);
        final BigDecimal u = BigDecimal.ONE.subtract(new BigDecimal(cost)).divide(BigDecimal.valueOf(2));
        final BigDecimal stays = u.pow(2)
                .multiply(BigDecimal.valueOf(6))
                .subtract(u.pow(3).multiply(BigDecimal.valueOf(8)))
                .add(u.pow(4).multiply(BigDecimal.valueOf(3)));

        assertClose(BigDecimal.ONE.subtract(stays), turned.cdf(cost), turned.relativeError());
        assertClose(stays, turned.survival(cost), turned.relativeError());
    }

    private static void assertClose(BigDecimal exact, double found, double relativeError) {
        final BigDecimal off = new BigDecimal(found).subtract(exact).abs();
        assertTrue(
                off.compareTo(exact.multiply(new BigDecimal(relativeError), MathContext.DECIMAL64)) <= 0,
                () -> found + " but " + exact.round(MathContext.DECIMAL64) + ", off by "
                        + off.round(MathContext.DECIMAL32));
    }

    @Test
    void otherLawsServeButProveNothing() {
        final CostLaw turned = CostLaw.lognormal(0, 1).affine(1, -2);

        assertEquals(0.5, turned.cdf(-1), 1e-15);
        assertEquals(CostLaw.lognormal(0, 1).survival(2), turned.below(-3), 1e-15);
        assertEquals(CostLaw.lognormal(0, 1).density(2) / 2, turned.density(-3), 1e-15);
        assertEquals(Double.NEGATIVE_INFINITY, turned.low());
        assertEquals(1, turned.high());
        assertTrue(Double.isNaN(turned.relativeError()));
        assertEquals("1.0 - 2.0 lognormal(0.0, 1.0)", turned.toString());
        assertEquals(
                "1.0 + 2.0 lognormal(0.0, 1.0)",
                CostLaw.lognormal(0, 1).affine(1, 2).toString());
        assertEquals(1, CostLaw.lognormal(0, 1).affine(1, 2).low());
    }

    @Test
    void boundsTheDensity() {
        final CostLaw turned = CostLaw.beta(2, 3).affine(1, -2);
        for (double from = -1.2; from < 1; from += 0.1) {
            final Range bounds = turned.densityOver(from, from + 0.1);
            for (int k = 1; k < 10; k++) {
                assertTrue(bounds.contains(turned.density(from + k / 100.0)), bounds::toString);
            }
        }
        assertEquals(new Range(0, 0), turned.densityOver(2, Double.POSITIVE_INFINITY));
        for (double cost : turned.costsWithDensity(0.5)) {
            assertEquals(0.5, turned.density(cost), 1e-6);
        }
    }

    @Test
    void refusesWhatMakesNoLaw() {
        assertRefused("factor must not be 0 [new unit per old one], but was 0.0", 1, 0);
        assertRefused("factor must be finite [new unit per old one], but was NaN", 1, Double.NaN);
        assertRefused("shift must be finite [unit of the game], but was Infinity", Double.POSITIVE_INFINITY, 1);
    }

    private static void assertRefused(String message, double shift, double factor) {
        final CostLaw law = CostLaw.uniform(0, 1);
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> law.affine(shift, factor))
                        .getMessage());
    }
}
