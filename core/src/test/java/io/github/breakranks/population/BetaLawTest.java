package io.github.breakranks.population;

import static io.github.breakranks.population.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Range;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.SplittableRandom;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;

class BetaLawTest {
    private static final MathContext DIGITS = new MathContext(60);
    private final CostLaw law = CostLaw.beta(2, 5);

    @ParameterizedTest(name = "beta({0}, {1})")
    @CsvSource({"2, 5", "1, 1", "2.5, 1.5", "0.5, 0.5", "0.3, 4", "40, 60"})
    void agreesWithCommonsMath(double a, double b) {
        final CostLaw beta = CostLaw.beta(a, b);
        final BetaDistribution other = new BetaDistribution(a, b);
        for (double cost = 0.01; cost < 1; cost += 0.01) {
            assertEquals(other.cumulativeProbability(cost), beta.cdf(cost), 1e-12);
            assertEquals(other.density(cost), beta.density(cost), 1e-11);
        }
    }

    /** Sixteen digits by the hypergeometric series in another arithmetic (mpmath 1.3.0). */
    @ParameterizedTest(name = "beta({0}, {1}) at {2}")
    @CsvSource({
        "2, 5, 0.3, 0.57982499999999998, 0.42017500000000002, 2.1609000000000001",
        "2, 5, 1e-09, 1.4999999960000002e-17, 0.99999999999999998, 2.9999999880000002e-8",
        "2, 5, 0.9999990463256836, 1.0, 4.7331616697441482e-30, 2.4815394710763674e-23",
        "24, 24, 1e-12, 1.6123801841193979e-275, 1.0, 3.8697124418829948e-262",
        "24, 24, 0.5, 0.5, 0.5, 5.4991921302473656",
        "24, 24, 0.9990234375, 1.0, 8.9309936540568826e-60, 2.1929072519802005e-55",
        "2.5, 1.5, 0.3, 0.088943723170665592, 0.91105627682933441, 0.70016599098719943",
        "2.5, 1.5, 0.9999999990686774, 0.9999999999999035, 9.6500384921148121e-14, 0.00015542474889605317",
        "0.5, 0.5, 1e-09, 2.0131684845150095e-5, 0.99997986831515485, 10065.842425930328",
        "0.3, 4, 0.9999, 0.99999999999999999, 1.2334440738922215e-17, 4.9338453743553367e-13",
        "40, 60, 0.4, 0.50543700111559486, 0.49456299888440514, 8.1219144996106039",
        "40, 60, 1e-06, 8.2472657529322765e-213, 1.0, 3.2989015539618107e-205",
        "250.5, 1000.25, 0.25, 0.9999850484060343, 1.4951593965695962e-5, 0.005232684638801333",
        "0.001, 2, 0.25, 0.9993636271006047, 0.00063637289939530445, 0.0029988398423013899",
        "10000, 30000, 0.26, 0.99999768466753748, 2.3153324625205656e-6, 0.0050270693348444068",
        "5, 1000000.0, 1e-05, 0.9707486360675424, 0.029251363932457597, 18916.069904782382"
    })
    void keepsItsDigitsInBothTails(ArgumentsAccessor row) {
        final BetaLaw beta = new BetaLaw(row.getDouble(0), row.getDouble(1));
        final double cost = row.getDouble(2);
        final double upTo = row.getDouble(3);
        final double above = row.getDouble(4);
        final double density = row.getDouble(5);

        assertEquals(upTo, beta.cdf(cost), beta.relativeError() * upTo);
        assertEquals(above, beta.survival(cost), beta.relativeError() * above);
        assertEquals(density, beta.density(cost), beta.relativeError() * density);
    }

    /** The chance of at least {@code a} successes in {@code a + b - 1} trials, summed exactly. */
    @ParameterizedTest(name = "beta({0}, {1}) against the binomial sum")
    @CsvSource({"1, 1", "2, 5", "17, 2", "24, 24", "25, 24", "60, 90"})
    void isTheBinomialTail(int a, int b) {
        final CostLaw beta = CostLaw.beta(a, b);
        final SplittableRandom random = new SplittableRandom(10);
        for (int k = 0; k < 60; k++) {
            final double cost = random.nextDouble();
            final double upTo = binomialTail(a, b, new BigDecimal(cost));
            final double above = binomialTail(b, a, BigDecimal.ONE.subtract(new BigDecimal(cost)));

            assertEquals(upTo, beta.cdf(cost), beta.relativeError() * upTo);
            assertEquals(above, beta.survival(cost), beta.relativeError() * above);
        }
    }

    private static double binomialTail(int successes, int failures, BigDecimal chance) {
        final int trials = successes + failures - 1;
        BigDecimal ways = BigDecimal.ONE;
        BigDecimal sum = BigDecimal.ZERO;
        for (int wins = trials; wins >= successes; wins--) {
            final BigDecimal lost = BigDecimal.ONE.subtract(chance).pow(trials - wins, DIGITS);
            sum = sum.add(ways.multiply(chance.pow(wins, DIGITS)).multiply(lost, DIGITS), DIGITS);
            ways = ways.multiply(BigDecimal.valueOf(wins)).divide(BigDecimal.valueOf(trials - wins + 1), DIGITS);
        }
        return sum.doubleValue();
    }

    @ParameterizedTest(name = "beta({0}, {1}): quantiles undo shares")
    @CsvSource({"2, 5", "1, 1", "2.5, 1.5", "0.5, 0.5", "0.3, 4", "40, 60", "250.5, 1000.25"})
    void quantilesUndoShares(double a, double b) {
        final CostLaw beta = CostLaw.beta(a, b);
        for (double share : new double[] {1e-60, 1e-9, 0.1, 0.4, 0.5, 0.7, 0.9}) {
            assertEquals(share, beta.cdf(beta.quantile(share)), 1e-12 * share);
        }
        for (double share : new double[] {0.1, 0.4, 0.5, 0.7, 0.9}) {
            assertEquals(share, beta.survival(beta.quantileAbove(share)), 1e-12 * share);
        }
    }

    @Test
    void ends() {
        assertEquals(0, law.cdf(Double.NEGATIVE_INFINITY));
        assertEquals(0, law.cdf(0));
        assertEquals(1, law.cdf(1));
        assertEquals(1, law.cdf(Double.POSITIVE_INFINITY));
        assertEquals(1, law.survival(-0.5));
        assertEquals(0, law.survival(1.5));
        assertEquals(0, law.density(-0.5));
        assertEquals(0, law.density(0));
        assertEquals(5, CostLaw.beta(1, 5).density(0));
        assertEquals(7, CostLaw.beta(7, 1).density(1));
        assertEquals(Double.POSITIVE_INFINITY, CostLaw.beta(0.5, 3).density(0));
        assertEquals(0, law.low());
        assertEquals(1, law.high());
        assertEquals(0, law.quantile(0));
        assertEquals(1, law.quantile(1));
        assertEquals(1, law.quantileAbove(0));
        assertEquals(0, law.quantileAbove(1));
    }

    @Test
    void densityWithAMode() {
        assertEquals(law.density(0.2), law.steepest());
        assertEquals(law.steepest(), law.densityOver(0.1, 0.5).high(), 1e-12);
        assertEquals(law.density(0.5), law.densityOver(0.1, 0.5).low(), 1e-12);
        assertEquals(law.density(0.3), law.densityOver(0.3, 0.5).high(), 1e-12);
        assertEquals(0, law.densityOver(-1, 0.5).low());
        assertEquals(Range.of(0.0), law.densityOver(1.5, 2));
        assertEquals(Range.of(0.0), law.densityOver(-2, -0.5));
    }

    @Test
    void densityWithoutAMode() {
        final CostLaw ends = CostLaw.beta(0.5, 0.5);
        final CostLaw falling = CostLaw.beta(0.5, 3);

        assertEquals(Double.POSITIVE_INFINITY, ends.steepest());
        assertEquals(Double.POSITIVE_INFINITY, ends.densityOver(0, 0.3).high());
        assertEquals(ends.density(0.5), ends.densityOver(0.3, 0.6).low(), 1e-11);
        assertEquals(ends.density(0.3), ends.densityOver(0.3, 0.6).high(), 1e-11);
        assertEquals(Double.POSITIVE_INFINITY, falling.densityOver(-1, 0.5).high());
        assertEquals(falling.density(0.5), falling.densityOver(0.1, 0.5).low(), 1e-11);
        assertEquals(1, CostLaw.beta(1, 1).steepest());
        assertTrue(CostLaw.beta(1, 1).densityOver(0.2, 0.3).contains(1));
    }

    @Test
    void says() {
        assertEquals("beta(2.0, 2.0)", CostLaw.beta(2, 2).toString());
    }

    @Test
    void refuses() {
        assertRefused("a must be finite and > 0.0 [shape], but was 0.0", () -> CostLaw.beta(0, 1));
        assertRefused("b must be finite and > 0.0 [shape], but was NaN", () -> CostLaw.beta(1, Double.NaN));
        Refusals.assertRefusesWhatIsNoShareOrInterval(law);
    }

    /** Nearly even: {@code (a-1) / (a+b-2)} is one, but rounding made it more, and the density there nothing. */
    @Test
    void theModeIsNeverOutsideTheSupport() {
        CostLaw nearlyEven = CostLaw.beta(1.000005, 1);

        assertEquals(1.000005, nearlyEven.steepest(), 1e-12);
        assertEquals(1.000005, nearlyEven.densityOver(0.5, 1).high(), 1e-12);
        assertEquals(
                1.000005 * Math.pow(0.5, 0.000005),
                nearlyEven.densityOver(0.5, 1).low(),
                1e-12);
        assertEquals(0, nearlyEven.densityOver(0.5, Math.nextUp(1.0)).low());
    }
}
