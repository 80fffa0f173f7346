package io.github.breakranks.regime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.population.CostLaw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Costs follow a law and private news is not normal: all of them turn within a hair of where the news may end. */
class SpreadCostsNoisyTest {
    private static final CostLaw NORMAL = CostLaw.normal(0, 1);
    private static final int CELLS = 200_000;

    /** An integral of the test's own: uniform news leaves a normal law cut off on both sides, whose parts are in closed form. */
    @ParameterizedTest
    @CsvSource({
        "10, 100, 0.1, 0.03, 0",
        "10, 10, 0.1, 0.03, 0",
        "1, 10, 0.5, 0.03, 0",
        "1, 10, 0.5, 0.03, 1",
        "1, 10, 0.5, 0.03, 2",
        "1, 100, 0.1, 0.2, 0",
        "10, 10, 0.1, 0.2, 0",
        "4, 1, 0.3, 0.001, 0"
    })
    void justEnoughGoUnderUniformNoise(double privately, double publicly, double mean, double deviation, int which) {
        final CostLaw cost = CostLaw.normal(0.4, deviation);
        final var answer = solved(cost, privately, publicly, mean);
        final double strength = answer.value().criticalStrengths()[which];
        assertEquals(strength, goneUniform(strength, cost, new double[] {privately, publicly, mean}), 1e-8);
        assertTrue(answer.value().complete());
        assertTrue(
                answer.certificate() instanceof Certificate.Numeric numeric && numeric.worst() < 1e-9,
                answer.certificate().sentence());
    }

    @Test
    void leastCriticalStrengthsUnderUniformNoise() {
        assertEquals(0.9948227, least(0.03, 10, 100, 0.1), 6e-8);
        assertEquals(0.9492188, least(0.03, 10, 10, 0.1), 6e-8);
        assertEquals(0.0512795, least(0.03, 1, 10, 0.5), 6e-8);
        assertEquals(0.9967989, least(0.2, 1, 100, 0.1), 6e-8);
    }

    private static double least(double deviation, double privately, double publicly, double mean) {
        return solved(CostLaw.normal(0.4, deviation), privately, publicly, mean)
                .value()
                .criticalStrengths()[0];
    }

    private static Answer<RegimeFall> solved(CostLaw cost, double privately, double publicly, double mean) {
        return RegimeSolver.solver()
                .solve(RegimeChange.of(Contingent.of(1, cost))
                        .withNews(News.wordOfMouth(privately)
                                .withNoise(Noise.uniform())
                                .withPublic(mean, publicly)));
    }

    /** Cells crowd toward both ends, where beliefs turn. */
    private static double goneUniform(double critical, CostLaw cost, double[] news) {
        final double half = Math.sqrt(3 / news[0]);
        final double root = Math.sqrt(news[1]);
        double sum = 0;
        for (int k = 0; k < CELLS; k++) {
            final double t = (k + 0.5) / CELLS;
            final double place = t * t * t * (10 - 15 * t + 6 * t * t);
            final double width = 30 * t * t * (1 - t) * (1 - t) / CELLS;
            final double x = critical - half + 2 * half * place;
            final double low = root * (x - half - news[2]);
            final double high = root * (x + half - news[2]);
            sum += width * cost.cdf(between(low, root * (critical - news[2])) / between(low, high));
        }
        return sum;
    }

    private static double between(double low, double high) {
        return low > 0 ? NORMAL.survival(low) - NORMAL.survival(high) : NORMAL.cdf(high) - NORMAL.cdf(low);
    }

    /** Nothing is said in public: whoever has news x goes if {@code P(e >= x - critical)} is worth it, and that law bends at 0. */
    @Test
    void turnoutUnderLaplaceNoiseAwayFromTheCriticalStrength() {
        final CostLaw cost = CostLaw.normal(0.4, 0.03);
        final RegimeFall fall = RegimeSolver.solver()
                .solve(RegimeChange.of(Contingent.of(1, cost))
                        .withNews(News.wordOfMouth(1).withNoise(Noise.laplace())))
                .value();
        final double root = Math.sqrt(2);
        double sum = 0;
        for (int k = 0; k < CELLS; k++) { // over the costs' quantiles
            final double needed = cost.quantile((k + 0.5) / CELLS);
            final double cutoff = 0.6 + (needed < 0.5 ? -Math.log(2 * needed) : Math.log(2 * (1 - needed))) / root;
            final double e = cutoff - 0.5;
            sum += (e < 0 ? 0.5 * Math.exp(root * e) : 1 - 0.5 * Math.exp(-root * e)) / CELLS;
        }
        assertEquals(sum, fall.shareAt(0.5), 3e-9);
    }
}
