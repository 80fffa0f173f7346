package io.github.breakranks.examples.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.Breakranks;
import io.github.breakranks.equilibrium.Axis;
import io.github.breakranks.equilibrium.Jump;
import io.github.breakranks.examples.drawing.Drawing;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.offer.Term;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Regions and curves over two terms are what the solvers say. */
class ChartPhasesTest {
    @Test
    void thePhasesAreThoseOfTheSweep() {
        Axis cash = Axis.over(Term.CASH, 0, 0.4, 41);
        Axis credibility = Axis.over(Term.CREDIBILITY, 0.5, 1, 26);
        Drawing drawing = Chart.phases(ChartValuesTest.GAME, cash, credibility).drawing();

        assertEquals(
                List.of(
                        "low only: 0.0 to 4.7%",
                        "high only: 95.3 to 100.0%",
                        "low or high: history decides",
                        "tips: from low to high beyond it",
                        "falls back: from high to low short of it",
                        "the offer: cash 0.21, credibility 0.9"),
                drawing.legend());
        assertEquals(0.2215, at(drawing.points("tips: from low to high beyond it"), 0.9), 5e-5);
        assertEquals(0.1785, at(drawing.points("falls back: from high to low short of it"), 0.9), 5e-5);
        double[][] either = drawing.points("low or high: history decides");
        assertTrue(inside(either, 0.20, 0.90) && !inside(either, 0.15, 0.90) && !inside(either, 0.25, 0.90));
    }

    /** Two jumps equally large: each has a curve of its own, which moves one way, and the middle level is called by its name. */
    @Test
    void equalJumpsAreFollowedEachByItself() {
        Axis cash = Axis.over(Term.CASH, 0, 0.8, 21);
        Axis credibility = Axis.over(Term.CREDIBILITY, 0.5, 1, 21);
        Edges.Rows rows = new Edges(ChartValuesTest.TWO_FOLDS, cash, credibility).rows();

        for (List<List<Jump>> jumps : List.of(rows.up(), rows.down())) {
            List<Followed.Curve> curves = Followed.curves(jumps);
            assertEquals(2, curves.size());
            for (Followed.Curve curve : curves) {
                assertEquals(21, curve.jumps().size());
                boolean low = Math.min(
                                curve.jumps().get(0).from(),
                                curve.jumps().get(0).to())
                        < 0.25;
                for (int row = 0; row < 21; row++) {
                    Jump jump = curve.jumps().get(row);
                    assertTrue(row == 0
                            || jump.value() < curve.jumps().get(row - 1).value());
                    assertEquals(low, Math.min(jump.from(), jump.to()) < 0.25);
                }
            }
        }
        Drawing drawing =
                Chart.phases(ChartValuesTest.TWO_FOLDS, cash, credibility).drawing();
        assertEquals(
                List.of(
                        "falls back: to a lower level short of it",
                        "high only: 100.0%",
                        "low only: 0.0%",
                        "low or middle: history decides",
                        "middle only: 50.0%",
                        "middle or high: history decides",
                        "the offer: cash 0.21, credibility 0.9",
                        "tips: to a higher level beyond it"),
                drawing.legend().stream().sorted().toList());
        assertTrue(inside(drawing.points("middle only: 50.0%"), 0.22, 0.9));
    }

    /** Where one fold passes another two jumps become one: both curves end in it, and one goes on. */
    @Test
    void curvesMeetWhereJumpsBecomeOne() {
        List<Followed.Curve> curves = Followed.curves(List.of(
                List.of(new Jump(1, 0, 0.5), new Jump(3, 0.5, 1)),
                List.of(new Jump(1.5, 0, 0.5), new Jump(2.5, 0.5, 1)),
                List.of(new Jump(2, 0, 1), new Jump(9, 0, 0.01)),
                List.of(new Jump(2.25, 0, 1))));

        assertEquals(
                List.of(List.of(1.0, 1.5, 2.0, 2.25), List.of(3.0, 2.5, 2.0)),
                curves.stream()
                        .map(curve -> curve.jumps().stream().map(Jump::value).toList())
                        .toList());
        List<Followed.Curve> parting =
                Followed.curves(List.of(List.of(new Jump(2, 0, 1)), List.of(new Jump(1, 0, 0.5), new Jump(3, 0.5, 1))));
        assertEquals(
                List.of(List.of(2.0, 1.0), List.of(2.0, 3.0)),
                parting.stream()
                        .map(curve -> curve.jumps().stream().map(Jump::value).toList())
                        .toList());
    }

    @Test
    void aRestBetweenLowAndHighIsSaid() {
        DefectionGame near = ChartValuesTest.GAME.withPopulation(
                Population.of(1000, CostLaw.mixture(0.5, CostLaw.normal(0.2, 0.03), CostLaw.normal(0.36, 0.03))));
        Drawing drawing = Chart.phases(near, Axis.over(Term.CASH, 0, 0.8, 41), Axis.of(Term.CREDIBILITY, 0.8, 0.9))
                .drawing();

        assertTrue(
                drawing.legend().contains("low or high, or between: history decides"),
                drawing.legend().toString());
    }

    /** Of atoms none of three rest points is unstable. */
    @Test
    void aRestBetweenAmongAtomsIsSaid() {
        DefectionGame atoms = DefectionGame.of(
                Population.of(1000, CostLaw.atoms(new double[] {0, 0.3, 0.6}, new double[] {0.2, 0.5, 0.3})),
                Offer.cash(0.4),
                Reprisal.fading(0.4));
        List<String> legend = Chart.phases(atoms, Axis.over(Term.CASH, 0, 1, 51), Axis.of(Term.CREDIBILITY, 0.98, 1))
                .drawing()
                .legend();

        assertEquals(
                List.of(
                        "falls back: to a lower level short of it",
                        "high only: 100.0%",
                        "low only: 0.0 to 20.0%",
                        "low or high, or between: history decides",
                        "low or middle: history decides",
                        "middle or high: history decides",
                        "more than one rest point: history decides",
                        "the offer: cash 0.4, credibility 1",
                        "tips: to a higher level beyond it"),
                legend.stream().sorted().toList());
    }

    /** The line of groups leaves the picture between two rows, at its edge. */
    @Test
    void theLinesOfGroupsRunToTheEdge() {
        Drawing drawing = Chart.phases(
                        ChartValuesTest.ARMY, Axis.over(Term.CASH, 0, 0.35, 21), Axis.over(Term.CREDIBILITY, 0.7, 1, 7))
                .drawing();

        assertEquals(0.35, drawing.points("tips: from low to high beyond it")[0][0]);
        assertEquals(0.35, drawing.points("falls back: from high to low short of it")[0][0]);
    }

    /** Across where a curve passes a height. */
    static double at(double[][] curve, double up) {
        for (int k = 0; k < curve[1].length; k++) {
            if (Math.abs(curve[1][k] - up) < 1e-9) {
                return curve[0][k];
            }
        }
        throw new AssertionError("no point at " + up);
    }

    private static boolean inside(double[][] corners, double x, double y) {
        boolean inside = false;
        for (int k = 1; k < corners[0].length; k++) {
            double fromY = corners[1][k - 1];
            double toY = corners[1][k];
            inside ^= (fromY > y) != (toY > y) && corners[0][k] > x; // all edges are straight up or across
        }
        return inside;
    }

    @Test
    void theAreasOfThePhasesAreTheirCells() {
        int[][] kinds = {{0, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 0, 2}};
        double[] corners = {0, 1, 2, 3, 4};
        List<Outlines.Outline> outlines = new Outlines(kinds, corners, corners).all(3);

        assertEquals(
                List.of(11.0, 1.0, 1.0),
                outlines.stream().map(Outlines.Outline::area).toList());
        assertEquals(0, outlines.get(0).kind()); // the hole is painted over
        assertTrue(
                inside(new double[][] {outlines.get(1).across(), outlines.get(1).up()}, 1.5, 1.5));
    }

    @Test
    void groupsTipWhereTheirSolverSays() {
        Drawing drawing = Chart.phases(
                        ChartValuesTest.ARMY, Axis.over(Term.CASH, 0, 0.6, 21), Axis.of(Term.CREDIBILITY, 0.8, 0.9))
                .drawing();

        assertEquals(
                Breakranks.tippingOffer(ChartValuesTest.ARMY, Term.CASH).tippingOffer(),
                at(drawing.points("tips: from low to high beyond it"), 0.9),
                0.03 / 256);
    }
}
