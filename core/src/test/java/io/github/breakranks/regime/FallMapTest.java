package io.github.breakranks.regime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Table;
import io.github.breakranks.equilibrium.Axis;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.offer.Term;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import org.junit.jupiter.api.Test;

class FallMapTest {
    private static final DefectionGame GAME = DefectionGame.of(
            Population.of(1_000, CostLaw.normal(0.6, 0.2)), Offer.cash(0.2).withCredibility(0.9), Reprisal.fading(0.4));

    private static final FallMap MAP = FallMap.over(
            Axis.over(Term.CASH, 0, 0.4, 5),
            new double[] {0, 1, 12},
            Stakes.winOrLose(0.5),
            News.wordOfMouth(1).withPublic(0.4, 1),
            0.2);

    @Test
    void aRowIsWhatTheSolverSaysOfThatOffer() {
        final Table table = MAP.solve(GAME).orElseThrow();
        assertEquals(15, table.rows().size());
        final RegimeFall fall = RegimeSolver.solver()
                .solve(RegimeChange.of(GAME.with(Term.CASH, 0.3), Stakes.winOrLose(0.5))
                        .withNews(News.wordOfMouth(1).withPublic(0.4, 1)))
                .value();
        assertEquals(fall.criticalStrength(), (Double) table.rows().get(10).get(2), 1e-13);
        assertEquals(fall.chance(0.4, 0.2), (Double) table.rows().get(10).get(4), 1e-13);
        // word of mouth does not depend on what all are told
        assertEquals(0.0, table.rows().get(0).get(1));
        assertEquals(table.rows().get(0).get(2), table.rows().get(0).get(3));
    }

    @Test
    void moreCashNeverLowersTheChance() {
        final Table table = MAP.solve(GAME).orElseThrow();
        for (int row = 3; row < 15; row++) {
            for (int column = 4; column <= 5; column++) {
                assertTrue((Double) table.rows().get(row).get(column)
                        >= (Double) table.rows().get(row - 3).get(column) - 1e-12);
            }
        }
    }

    @Test
    void rowsDoNotDependOnThreads() {
        assertEquals(
                MAP.withThreads(1).solve(GAME).value(),
                MAP.withThreads(3).solve(GAME).value());
    }

    @Test
    void whatCannotBeMappedIsRefused() {
        assertEquals(
                "precisions[1] must be finite and >= 0.0 [1 / strength squared], but was -1.0",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> FallMap.over(
                                        Axis.over(Term.CASH, 0, 0.4, 5),
                                        new double[] {0, -1},
                                        Stakes.winOrLose(0.5),
                                        News.wordOfMouth(1),
                                        0.2))
                        .getMessage());
        assertEquals(
                "doubt must be finite and > 0.0 [strength], but was 0.0",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> FallMap.over(
                                        Axis.over(Term.CASH, 0, 0.4, 5),
                                        new double[] {0, 1},
                                        Stakes.winOrLose(0.5),
                                        News.wordOfMouth(1),
                                        0))
                        .getMessage());
    }
}
