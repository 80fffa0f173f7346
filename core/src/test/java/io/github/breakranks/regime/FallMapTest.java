package io.github.breakranks.regime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Table;
import io.github.breakranks.equilibrium.Axis;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.offer.Term;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

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

    /** Private news that is not normal, and costs that follow a law: not every row is proven. */
    @Test
    void aMapIsFoundedNoBetterThanTheWeakestOfItsRows() {
        final News base = News.wordOfMouth(1).withPublic(0.4, 1).withNoise(Noise.laplace());
        final FallMap map =
                FallMap.over(Axis.over(Term.CASH, 0, 0.2, 2), new double[] {0, 2}, Stakes.winOrLose(0.5), base, 0.2);
        double worst = 0;
        for (final double cash : new double[] {0, 0.2}) {
            for (final News told :
                    List.of(base.withoutPublic(), base.withoutPublic().withPublic(0.4, 2))) {
                final Certificate row = RegimeSolver.solver()
                        .solve(RegimeChange.of(GAME.with(Term.CASH, cash), Stakes.winOrLose(0.5))
                                .withNews(told))
                        .certificate();
                worst = Math.max(worst, row instanceof Certificate.Numeric checked ? checked.worst() : 0);
            }
        }
        assertTrue(worst > 0);
        assertEquals(new Certificate.Numeric(worst, "share"), map.solve(GAME).certificate());
    }

    @Test
    void certificatesAreWeighed() {
        final Certificate flat = new Certificate.Proven("one", List.of("a flat prior", "laws within 1e-9"));
        final Certificate told = new Certificate.Proven("other", List.of("laws within 1e-9"));
        final Certificate rough = new Certificate.Numeric(1e-7, "share");
        final Certificate rougher = new Certificate.Numeric(2e-7, "share");
        final Certificate open = new Certificate.Unproven("others may lie between them");
        assertEquals(
                new Certificate.Proven("each row by its own certificate", List.of("a flat prior", "laws within 1e-9")),
                FallMap.weakest(List.of(told, flat, told)));
        assertEquals(rougher, FallMap.weakest(List.of(flat, rough, rougher, rough)));
        assertEquals(
                new Certificate.Unproven("1 of 3 rows may miss a critical strength: others may lie between them"),
                FallMap.weakest(List.of(rough, open, flat)));
    }

    @Test
    void rowsDoNotDependOnThreads() {
        assertEquals(
                MAP.withThreads(1).solve(GAME).value(),
                MAP.withThreads(3).solve(GAME).value());
    }

    private static String refusal(Executable refused) {
        return assertThrows(IllegalArgumentException.class, refused).getMessage();
    }

    /** Whose chance it is: an onlooker's of deviation .2, not that of soldiers who are told with precision 1. */
    @Test
    void theChanceIsTheOnlookers() {
        final Table table = FallMap.over(
                        Axis.of(Term.CASH, 0.6),
                        new double[] {1},
                        Stakes.winOrLose(0.5),
                        News.wordOfMouth(1).withPublic(0.4, 1),
                        0.2)
                .solve(GAME)
                .orElseThrow();
        assertEquals(
                0.7323, (Double) table.column("onlooker's chance at the least").get(0), 5e-5);
        final RegimeFall fall = RegimeSolver.solver()
                .solve(RegimeChange.of(GAME.with(Term.CASH, 0.6), Stakes.winOrLose(0.5))
                        .withNews(News.wordOfMouth(1).withPublic(0.4, 1)))
                .value();
        assertEquals(0.5493, fall.chance(), 5e-5);
    }

    @Test
    void theOnlookersViewMustHaveACentre() {
        final Axis axis = Axis.over(Term.CASH, 0, 0.4, 5);
        final Stakes stakes = Stakes.winOrLose(0.5);
        final String unsaid =
                "news must say which strength all are told, as the onlooker's view is centred there [strength], but was "
                        + "News: private 1.0; add withPublic(mean, precision)";
        assertEquals(unsaid, refusal(() -> FallMap.over(axis, new double[] {0, 1}, stakes, News.wordOfMouth(1), 0.2)));
        assertEquals(unsaid, refusal(() -> new FallMap(axis, List.of(News.wordOfMouth(1)), stakes, 0.2, 1)));
        assertEquals(
                "news must have one public mean, at which the onlooker's view is centred [strength], but was 0.0 and 0.4",
                refusal(() -> new FallMap(
                        axis, List.of(News.wordOfMouth(1), News.wordOfMouth(1).withPublic(0.4, 1)), stakes, 0.2, 1)));
    }

    /** Nobody has family at stake here. */
    @Test
    void aTermThatChangesNothingIsRefused() {
        final FallMap map = FallMap.over(
                Axis.over(Term.FAMILY, 0, 1, 3),
                new double[] {0, 1},
                Stakes.winOrLose(0.5),
                News.wordOfMouth(1).withPublic(0.4, 1),
                0.2);
        assertEquals(
                "axis must be a term that changes what soldiers have at stake, but was family, which changes nothing in "
                        + GAME + "; vary another term",
                refusal(() -> map.solve(GAME)));
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
                                        News.wordOfMouth(1).withPublic(0.4, 1),
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
                                        News.wordOfMouth(1).withPublic(0.4, 1),
                                        0))
                        .getMessage());
    }
}
