package io.github.breakranks.examples.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Watch;
import io.github.breakranks.design.Frontier;
import io.github.breakranks.design.FrontierPoint.Kind;
import io.github.breakranks.design.FrontierSolver;
import io.github.breakranks.design.Instrument;
import io.github.breakranks.examples.drawing.Drawing;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.offer.Term;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the chart of a frontier shows is what the solver says. */
class OutlaysTest {
    private static final String CURVE = "outlay";
    private static final Instrument CASH = Instrument.of(Term.CASH);

    private static Frontier frontier(DefectionGame game, Instrument instrument) {
        return FrontierSolver.of(instrument).solve(game).orElseThrow();
    }

    @Test
    void theSharesBehindTheFoldAreMarkedAsOutOfReach() {
        Frontier frontier = frontier(ChartValuesTest.GAME, CASH.upTo(0.4));
        Drawing drawing = Chart.frontier(frontier).drawing();
        String gap = "cannot be bought: 22.5% to 95.2%, jumped over at cash 0.2215";

        assertEquals("What each share costs, by cash: refuge 0.3, credibility 0.9", drawing.title());
        assertEquals(gap, drawing.legend().get(0));
        double[] across = drawing.points(gap)[0];
        assertEquals(22.51, across[0], 5e-3);
        assertEquals(95.25, across[1], 5e-3);
        double[][] before = drawing.points(drawing.legend().get(3));
        double[][] behind = drawing.points(drawing.legend().get(4));
        assertEquals(1495.5, before[1][0], 0.5); // 30,000 x 0.2251 x 0.2215
        assertEquals(6329.5, behind[1][0], 0.5); // 30,000 x 0.9525 x 0.2215
        assertEquals(100 * frontier.jumps().get(0).from(), before[0][0]);
        assertEquals(100 * frontier.jumps().get(0).to(), behind[0][0]);
        assertTrue(drawing.svg().contains(frontier.explain()));
    }

    /** Two curves, one on either side of what cannot be bought, each ending where the jump begins or lands. */
    @Test
    void theCurveStopsAtTheGap() {
        Frontier frontier = frontier(ChartValuesTest.GAME, CASH.upTo(0.4));
        double[][] first = Chart.frontier(frontier).drawing().points(CURVE);
        long bought = frontier.points().stream()
                .filter(point -> point.kind() != Kind.SKIPPED
                        && point.share() <= frontier.jumps().get(0).from())
                .count();

        assertEquals(bought, first[0].length);
        assertEquals(100 * frontier.jumps().get(0).from(), first[0][first[0].length - 1]);
        for (int k = 0; k < first[0].length; k++) {
            assertEquals(
                    frontier.at(Math.max(first[0][k] / 100, 1e-9)).outlay().total(),
                    first[1][k],
                    1e-9 * Math.max(1, first[1][k]));
        }
    }

    @Test
    void withoutAFoldThereIsNoGap() {
        DefectionGame smooth = ChartValuesTest.GAME.withReprisal(Reprisal.fading(0.2));
        Drawing drawing = Chart.frontier(frontier(smooth, CASH.upTo(0.4))).drawing();

        assertEquals(
                List.of("would go without any offer: 0.0%", CURVE),
                drawing.legend().stream()
                        .map(name -> name.replaceAll("[0-9.]+%", "0.0%"))
                        .toList());
    }

    /** Two jumps, two stripes, three curves. */
    @Test
    void everyLargeJumpHasItsStripe() {
        Frontier frontier = frontier(ChartValuesTest.TWO_FOLDS, CASH.upTo(0.6));
        Drawing drawing = Chart.frontier(frontier).drawing();

        assertEquals(2, frontier.jumps().size());
        assertEquals(
                2,
                drawing.legend().stream()
                        .filter(name -> name.startsWith("cannot be bought"))
                        .count());
    }

    @Test
    void groupsAreDrawnForTheInstrumentOfOne() {
        Frontier frontier =
                frontier(ChartValuesTest.ARMY, CASH.forGroup("officers").upTo(0.6));
        Drawing drawing = Chart.frontier(frontier).drawing();

        assertTrue(drawing.title().startsWith("What each share costs, by cash to officers: "), drawing.title());
        double[][] curve = drawing.points(CURVE);
        assertEquals(100 * frontier.points().get(0).share(), curve[0][0]);
        assertTrue(
                drawing.legend().get(0).contains(" jumped over at cash 0.4505 to officers"),
                drawing.legend().get(0));
        assertEquals(
                List.of("before the jump", "behind it"),
                drawing.legend().stream()
                        .skip(3)
                        .map(name -> name.substring(0, name.indexOf(':')))
                        .toList());
    }

    /** Of a list that goes one by one the largest jumps are shown, and the curve runs on over the others. */
    @Test
    void ofManyJumpsTheLargestAreShown() {
        Population few = Population.draw(60, CostLaw.normal(0.25, 0.12), 7);
        Frontier frontier = frontier(ChartValuesTest.GAME.withPopulation(few), CASH.upTo(0.6));
        List<String> legend = Chart.frontier(frontier).drawing().legend();

        assertTrue(frontier.jumps().size() > 3, frontier.toString());
        assertTrue(
                legend.stream()
                                .filter(name -> name.startsWith("cannot be bought"))
                                .count()
                        <= 3,
                legend.toString());
    }

    /** A promise costs a host that keeps it nothing more, so that the axis has a length of its own. */
    @Test
    void whatCostsNothingHasAnAxis() {
        Frontier free = frontier(
                ChartValuesTest.GAME.with(Term.CASH, 0),
                Instrument.of(Term.REFUGE).upTo(0.6));
        double[][] curve = Chart.frontier(free).drawing().points(CURVE);

        assertArrayEquals(new double[curve[1].length], curve[1]);
    }

    @Test
    void aFrontierThatWasNotBegunIsRefused() {
        Frontier none = FrontierSolver.of(CASH)
                .solve(ChartValuesTest.ARMY, Watch.none().withCancel(() -> true))
                .value();

        String message = assertThrows(IllegalArgumentException.class, () -> Chart.frontier(none))
                .getMessage();
        assertEquals(
                "frontier must have points, but was Frontier[cash, 0 points]; raise the limit of its solver", message);
    }
}
