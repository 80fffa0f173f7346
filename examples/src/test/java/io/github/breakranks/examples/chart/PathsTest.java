package io.github.breakranks.examples.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.examples.drawing.Drawing;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.offer.Expiry;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import io.github.breakranks.timing.Waiting;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Even costs and a straight reprisal, of which every path is known: s(t) = 3/7 (1 - exp(-H t 7/3)). */
class PathsTest {
    private static final DefectionGame EVEN =
            DefectionGame.of(Population.of(1_000, CostLaw.uniform(0, 1)), Offer.cash(0.6), Reprisal.fading(0.3));
    private static final Waiting WAITING = Waiting.at(0.1).per("months");

    private static double open(double rate, double time) {
        return 100 * 3 / 7.0 * (1 - Math.exp(-rate * time * 7 / 3));
    }

    @Test
    void drawsThePathsThatAreKnown() {
        Drawing drawing = Chart.paths(EVEN, WAITING, Expiry.open(), Expiry.hazard(0.1), Expiry.at(8))
                .drawing();
        double[][] open = drawing.points("open for ever: 42.9% in the end");
        double[][] standing = drawing.points("withdrawn at rate 0.1: while it stands");
        double[][] expected = drawing.points("withdrawn at rate 0.1: standing or not, 35.3% expected in the end");

        assertEquals("When they go: cash 0.6", drawing.title());
        assertEquals(7, drawing.legend().size());
        assertEquals(1.4 * 8, open[0][open[0].length - 1]);
        for (int k = 0; k < open[0].length; k++) {
            double time = open[0][k];
            assertEquals(open(0.1, time), open[1][k], 1e-9);
            assertEquals(open(0.2, time), standing[1][k], 1e-9);
            assertEquals(expected(time), expected[1][k], 1e-9);
        }
    }

    /** Those gone when it is withdrawn at rate eta = 0.1 before t, and those gone at t if it is not: integral of s' exp(-eta u) du. */
    private static double expected(double time) {
        double climb = 0.2 * 7 / 3;
        return 100 * 3 / 7.0 * climb / (climb + 0.1) * (1 - Math.exp(-(climb + 0.1) * time));
    }

    @Test
    void theQuietPeriodAndTheDateCanBeSeen() {
        Drawing drawing = Chart.paths(EVEN, WAITING, Expiry.at(8)).drawing();
        double quiet = -Math.log(0.7) / 0.1;
        double before = open(0.1, 8 - quiet);
        double[][] still = drawing.points("nobody goes: the quiet period, 3.567 months");
        double[][] crowd = drawing.points("ends at 8, the crowd protects itself: 42.9% in all");
        double[][] alone = drawing.points("ends at 8, judged on those gone before: 40.9% in all");
        int last = alone[0].length - 1;

        assertEquals(
                List.of(
                        "ends at 8, judged on those gone before: 40.9% in all",
                        "ends at 8, the crowd protects itself: 42.9% in all",
                        "nobody goes: the quiet period, 3.567 months",
                        "at the date: 15.2% at once"),
                drawing.legend());
        assertArrayEquals(new double[] {8 - quiet, 8}, still[0], 1e-9);
        assertArrayEquals(new double[] {before, before}, still[1], 1e-9);
        assertEquals(8 - quiet, crowd[0][crowd[0].length - 1], 1e-9);
        assertEquals(before, crowd[1][crowd[1].length - 1], 1e-9);
        assertArrayEquals(new double[] {8, 8}, drawing.points("at the date: 15.2% at once")[0]);
        assertArrayEquals(new double[] {before, 300 / 7.0}, drawing.points("at the date: 15.2% at once")[1], 1e-9);
        assertArrayEquals(
                new double[] {open(0.1, 8), 30 + 0.3 * open(0.1, 8), 30 + 0.3 * open(0.1, 8)},
                new double[] {alone[1][last - 2], alone[1][last - 1], alone[1][last]},
                1e-9);
        assertArrayEquals(
                new double[] {8, 8, 11.2}, new double[] {alone[0][last - 2], alone[0][last - 1], alone[0][last]}, 1e-9);
        assertTrue(drawing.svg().contains("A deadline does not raise how many go in the end: 42.86%"));
    }

    /** Without a date it goes on until the slowest has brought nineteen of twenty. */
    @Test
    void fearIsNamedAndTheAxisEndsWhereLittleFollows() {
        Drawing drawing =
                Chart.paths(EVEN, Waiting.at(0.1), Expiry.hazard(0.1, 0.5)).drawing();
        double[][] standing = drawing.points("withdrawn at rate 0.1, feared 0.5: while it stands");
        int last = standing[0].length - 1;

        assertEquals(0.95 * 300 / 7, standing[1][last], 1e-9);
        assertEquals(
                "withdrawn at rate 0.1, feared 0.5: standing or not, 40.0% expected in the end",
                drawing.legend().get(1));
    }

    @Test
    void whereNobodyGoesTheLinesLieOnTheGround() {
        Drawing drawing = Chart.paths(EVEN.withOffer(Offer.none()), WAITING, Expiry.open())
                .drawing();

        assertEquals(List.of("open for ever: 0.0% in the end"), drawing.legend());
        assertEquals(0, drawing.points("open for ever: 0.0% in the end")[1][9]);
    }

    @Test
    void refusesWhatHasNoPath() {
        assertEquals("expiries must be at least 1 [count], but was 0", refusal(() -> Chart.paths(EVEN, WAITING)));
        assertEquals(
                "waiting must be finite and > 0.0 [per time], but was 0.0",
                refusal(() -> Chart.paths(EVEN, Waiting.at(0), Expiry.at(1))));
        assertEquals(
                "waiting and the believed hazard together must be > 0 [per time], but was 0.0: nothing would force"
                        + " anybody ever to go",
                refusal(() -> Chart.paths(EVEN, Waiting.at(0), Expiry.open())));
    }

    private static String refusal(Runnable call) {
        return assertThrows(IllegalArgumentException.class, call::run).getMessage();
    }
}
