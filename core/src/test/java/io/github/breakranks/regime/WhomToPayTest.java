package io.github.breakranks.regime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Certificate;
import io.github.breakranks.population.CostLaw;
import org.junit.jupiter.api.Test;

/** Sakovics and Steiner (2012): theory.md B4. */
class WhomToPayTest {
    private static final RegimeChange GAME = RegimeChange.of(
            new Contingent("one", 0.2, 2, 1, CostLaw.empirical(0.6)),
            new Contingent("two", 0.5, 1, 2, CostLaw.empirical(0.8)),
            new Contingent("three", 0.3, 0.5, 1.5, CostLaw.empirical(0.9)));

    @Test
    void thoseWhoWeighMuchAndGainLittleComeFirst() {
        final var answer = WhomToPaySolver.within(0.12).solve(GAME);
        assertArrayEquals(new double[] {0.6, 0, 0}, answer.value().subsidies(), 1e-15);
        assertEquals(0.723810, answer.value().criticalStrength(), 5e-7);
        assertEquals(0.580952, answer.value().criticalStrengthIfEven(), 5e-7);
        assertTrue(
                ((Certificate.Numeric) answer.certificate()).worst() < 1e-9,
                answer.certificate().sentence());
        assertEquals(
                answer.value().criticalStrength(),
                RegimeSolver.solver().solve(answer.value().game()).value().criticalStrength(),
                1e-12);
    }

    @Test
    void thoseWhoNeverGoUnpaidMustBeBroughtToWaverFirst() {
        // the guard weighs ten times a line soldier but never goes: 0.5 each brings it to waver, the rest moves it
        final RegimeChange game = RegimeChange.of(
                new Contingent("guard", 0.1, 10, 1, CostLaw.empirical(1.5)),
                new Contingent("line", 0.9, 1, 1, CostLaw.empirical(0.5)));
        // weights 1/1.9, .9/1.9; little money goes to the line: .04/.9 each
        final WhomToPay little = WhomToPaySolver.within(0.04).solve(game).value();
        assertEquals(0, little.subsidy(0));
        assertEquals(0.04 / 0.9, little.subsidy(1), 1e-15);
        // more goes to the guard: 0.1 buys 1.0 each, half of it for nothing
        final WhomToPay more = WhomToPaySolver.within(0.1).solve(game).value();
        assertEquals(1.0, more.subsidy(0), 1e-15);
        assertEquals(0.5 / 1.9 + 0.45 / 1.9, more.criticalStrength(), 1e-12);
    }

    @Test
    void publicNewsIsRefused() {
        assertEquals(
                "news must be private only, but was News: private 1.0, public 2.0 at 0.5; under public news compare RegimeSolver's"
                        + " answers to game.paid(contingent, subsidy)",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> WhomToPaySolver.within(1)
                                        .solve(GAME.withNews(News.wordOfMouth(1).withPublic(0.5, 2))))
                        .getMessage());
    }
}
