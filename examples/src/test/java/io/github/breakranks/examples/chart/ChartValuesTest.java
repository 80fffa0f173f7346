package io.github.breakranks.examples.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.Breakranks;
import io.github.breakranks.cascade.AgentCascade;
import io.github.breakranks.cascade.Cascade;
import io.github.breakranks.cascade.Dynamics;
import io.github.breakranks.cascade.MeanFieldCascade;
import io.github.breakranks.cascade.ShareCascade;
import io.github.breakranks.equilibrium.Axis;
import io.github.breakranks.equilibrium.Jump;
import io.github.breakranks.equilibrium.Manifold;
import io.github.breakranks.equilibrium.RestPoint;
import io.github.breakranks.equilibrium.RestPoints;
import io.github.breakranks.examples.drawing.Drawing;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.game.Thresholds;
import io.github.breakranks.network.Exposure;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.offer.Term;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is drawn is what the solvers say. */
class ChartValuesTest {
    static final DefectionGame GAME = DefectionGame.of(
            Population.of(30_000, CostLaw.normal(0.25, 0.12)),
            Offer.cash(0.21).withRefuge(0.30).withCredibility(0.90),
            Reprisal.fading(0.40));
    static final DefectionGame ARMY = GAME.withPopulation(Population.join(
                    Population.of(3_000, CostLaw.normal(0.45, 0.15))
                            .named("officers")
                            .withInfluence(4),
                    Population.of(27_000, CostLaw.normal(0.25, 0.12)).named("men")))
            .on(Exposure.homophily(0.3));

    static final DefectionGame TWO_FOLDS = GAME.withPopulation(
            Population.of(1000, CostLaw.mixture(0.5, CostLaw.normal(0.1, 0.03), CostLaw.normal(0.5, 0.03))));

    private static final Population FOUR = Population.of(0.05, 0.15, 0.25, 2);

    @Test
    void theCobwebGoesThroughTheCascade() {
        Drawing drawing = Chart.bestReply(GAME).drawing();
        Cascade cascade = Breakranks.cascade(GAME);
        double[][] web = drawing.points("cobweb: the cascade from nobody");

        assertEquals(2 * cascade.rounds() + 1, web[0].length);
        for (int round = 1; round <= cascade.rounds(); round++) {
            assertEquals(100 * cascade.shareAfter(round - 1), web[0][2 * round - 1]);
            assertEquals(100 * cascade.shareAfter(round), web[1][2 * round - 1]);
            assertEquals(web[0][2 * round], web[1][2 * round]);
        }
        assertEquals(
                List.of(
                        "as many willing as gone",
                        "best reply",
                        "cobweb: the cascade from nobody",
                        "rests, stable: 11.1%, 93.7%",
                        "rests, not stable: 40.7%"),
                drawing.legend());
        double[][] reply = drawing.points("best reply");
        assertEquals(100 * GAME.willing(0, 0.5), reply[1][100]);
        assertEquals(50, reply[0][100]);
    }

    @Test
    void granovettersRiotIsAStaircaseToAHundred() {
        Drawing drawing = Chart.bestReply(Thresholds.of(IntStream.range(0, 100).toArray()))
                .drawing();
        double[][] steps = drawing.points("best reply");

        assertEquals(1, steps[1][0]); // the instigator
        assertEquals(100, steps[1][steps[1].length - 1]);
        assertEquals("rests, from nobody: 100 gone", drawing.legend().get(3));
        assertEquals(4, drawing.legend().size());
    }

    /** M. Granovetter (1978), p. 1425: put a 2 in the place of the 1, and the riot ends with its instigator. */
    @Test
    void withoutTheSecondRioterOneGoesAndAHundredCould() {
        int[] thresholds = IntStream.range(0, 100).toArray();
        thresholds[1] = 2;
        Drawing drawing = Chart.bestReply(Thresholds.of(thresholds)).drawing();

        assertTrue(
                drawing.legend().contains("rests, from nobody: 1 gone"),
                drawing.legend().toString());
        assertTrue(
                drawing.legend().contains("rests, from everybody: 100 gone"),
                drawing.legend().toString());
    }

    @Test
    void aListDrawsTheRestPointsOfItsSolver() {
        DefectionGame list = GAME.withPopulation(Population.draw(500, CostLaw.normal(0.25, 0.12), 7));
        RestPoints rest = Breakranks.equilibria(list);
        List<String> legend = Chart.bestReply(list).drawing().legend();

        assertTrue(legend.contains("rests, from nobody: " + rest.least().gone() + " gone"), legend.toString());
        assertTrue(legend.contains("rests, from everybody: " + rest.greatest().gone() + " gone"), legend.toString());
    }

    @Test
    void theManifoldHasItsFoldsWhereTheOfferTips() {
        Drawing drawing = Chart.manifold(GAME, Term.CASH).drawing();

        assertEquals(
                List.of(
                        "the offer: cash 0.21",
                        "stable: play comes back to it",
                        "unstable: play runs away from it",
                        "tips above cash 0.2215: from 22.5% to 95.2%",
                        "falls back below cash 0.1785: from 77.5% to 4.8%",
                        "rests at the offer: 11.1%, 93.7%",
                        "would rest, but runs away: 40.7%"),
                drawing.legend());
        double[][] up = drawing.points("tips above cash 0.2215: from 22.5% to 95.2%");
        assertArrayEquals(new double[] {0.2215, 0.2215}, up[0], 5e-5);
        assertArrayEquals(new double[] {22.51, 95.25}, up[1], 5e-3);
        double[][] low = drawing.points("stable: play comes back to it");
        assertEquals(0, low[0][0], 1e-12); // cut where there is less than nothing
        assertEquals(up[0][0], low[0][low[0].length - 1]);
        double[][] unstable = drawing.points("unstable: play runs away from it");
        assertEquals(up[0][0], unstable[0][0]);
        assertEquals(0.1785, unstable[0][unstable[0].length - 1], 5e-5);
    }

    /** Play rests at nobody below the first atom's value and at everybody above the last one's; what falls between is a tie. */
    @Test
    void betweenAtomsTheManifoldFallsAndIsNotStable() {
        DefectionGame atoms = DefectionGame.of(
                Population.of(1000, CostLaw.atoms(new double[] {0, 0.3, 0.6}, new double[] {0.2, 0.5, 0.3})),
                Offer.cash(0.4),
                Reprisal.fading(0.4));
        List<Branches.Branch> branches = Branches.of(Manifold.of(atoms, Term.CASH), 0, 1);

        assertEquals(
                List.of("0.0 stable", "0.2 stable", "0.7 stable", "1.0 stable"),
                branches.stream()
                        .filter(Branches.Branch::stable)
                        .map(branch -> branch.shares()[0] + " stable")
                        .toList());
        double[][] plateaus = branches.stream()
                .filter(Branches.Branch::stable)
                .map(Branches.Branch::values)
                .toArray(double[][]::new);
        assertArrayEquals(new double[] {0, 0.4}, plateaus[0], 1e-12);
        assertArrayEquals(new double[] {0.32, 0.62}, plateaus[1], 1e-12);
        assertArrayEquals(new double[] {0.42, 0.72}, plateaus[2], 1e-12);
        assertArrayEquals(new double[] {0.6, 1}, plateaus[3], 1e-12);
        for (Branches.Branch branch : branches) {
            double[] values = branch.values();
            assertTrue(branch.stable() || values[values.length - 1] < values[0]);
        }
        assertEquals(7, branches.size());
    }

    /** All rest at everybody for every cash, once they are there. */
    @Test
    void aPlateauOverTheWholeAxisIsDrawn() {
        DefectionGame alike =
                GAME.withPopulation(Population.of(1000, CostLaw.atoms(new double[] {0.2}, new double[] {1})));
        double[][] low = Chart.manifold(alike, Term.CASH).drawing().points("stable: play comes back to it");
        List<Branches.Branch> stable = Branches.of(Manifold.of(alike, Term.CASH), 0, 0.5).stream()
                .filter(Branches.Branch::stable)
                .toList();

        assertArrayEquals(new double[] {0, 0}, low[1]);
        assertArrayEquals(new double[] {0, 0.5}, stable.get(1).values());
        assertArrayEquals(new double[] {1, 1}, stable.get(1).shares());
        assertEquals(2, stable.size());
    }

    /** Where it rests at nearly nobody or nearly everybody there is a curve too, so that every arrow ends on one. */
    @Test
    void theManifoldHasItsBranchesOverTheWholeAxis() {
        List<Branches.Branch> stable = Branches.of(Manifold.of(TWO_FOLDS, Term.CASH), 0, 0.55).stream()
                .filter(Branches.Branch::stable)
                .toList();

        assertTrue(stable.get(0).values()[0] < 0);
        double[] last = stable.get(stable.size() - 1).values();
        assertTrue(last[last.length - 1] > 0.55);
        for (double cash : new double[] {0.001, 0.05, 0.12, 0.21, 0.3, 0.41, 0.45, 0.549}) {
            DefectionGame offered = TWO_FOLDS.with(Term.CASH, cash);
            for (RestPoint point : Breakranks.equilibria(offered).points()) {
                assertTrue(
                        !point.stable() || distance(stable, cash, point.share()) < 2e-3,
                        cash + ": " + point + " is " + distance(stable, cash, point.share()) + " off");
            }
        }
    }

    /** How far up or down the nearest branch runs from a point. */
    private static double distance(List<Branches.Branch> branches, double value, double share) {
        double least = Double.POSITIVE_INFINITY;
        for (Branches.Branch branch : branches) {
            double[] values = branch.values();
            for (int k = 1; k < values.length; k++) {
                if (values[k - 1] <= value && value <= values[k] && values[k - 1] < values[k]) {
                    double part = (value - values[k - 1]) / (values[k] - values[k - 1]);
                    double at = branch.shares()[k - 1] + part * (branch.shares()[k] - branch.shares()[k - 1]);
                    least = Math.min(least, Math.abs(at - share));
                }
            }
        }
        return least;
    }

    @Test
    void aTermThatTipsNothingSaysSo() {
        DefectionGame smooth = GAME.withReprisal(Reprisal.fading(0.20));

        assertEquals(
                "Where play rests, by cash (no cash tips it): refuge 0.3, credibility 0.9",
                Chart.manifold(smooth, Term.CASH).title());
        assertEquals(
                List.of("the offer: cash 0.21", "stable: play comes back to it", "rests at the offer: 95.2%"),
                Chart.manifold(smooth, Term.CASH).drawing().legend());
    }

    /** A law of listed costs jumps by an agent all the time. */
    @Test
    void ofManyJumpsTheLargestAreMarked() {
        Population drawn = Population.draw(100, CostLaw.normal(0.25, 0.12), 7);
        DefectionGame listed = GAME.withPopulation(Population.of(100, drawn.law()));
        List<String> legend = Chart.manifold(listed, Term.CASH).drawing().legend();
        Axis cash = Axis.over(Term.CASH, 0, 0.4, 21);
        Drawing phases =
                Chart.phases(listed, cash, Axis.of(Term.CREDIBILITY, 0.85, 0.9)).drawing();

        assertTrue(legend.stream().filter(name -> name.startsWith("tips above")).count() <= 3, legend.toString());
        assertTrue(legend.size() <= 11, legend.toString());
        Jump largest = Breakranks.tippingOffer(listed, Term.CASH).jumpsUp().stream()
                .max(Comparator.comparingDouble(jump -> jump.to() - jump.from()))
                .orElseThrow();
        assertEquals(largest.value(), ChartPhasesTest.at(phases.points("tips: from low to high beyond it"), 0.9));
    }

    @Test
    void theCascadeHasALineAGroupAndOneForAll() {
        ShareCascade cascade = MeanFieldCascade.solver().solve(ARMY).value();
        Drawing drawing = Chart.cascade(ARMY).drawing();

        assertEquals(
                List.of(
                        "officers (3000): 0.6% in the end",
                        "men (27000): 8.7% in the end", "all 30000: 7.9% in the end"),
                drawing.legend());
        assertEquals(drawing.legend(), Chart.cascade(cascade).drawing().legend());
        for (int round = 0; round <= cascade.rounds(); round++) {
            assertEquals(round, drawing.points("men (27000): 8.7% in the end")[0][round]);
            assertEquals(100 * cascade.shareAfter(round, 1), drawing.points("men (27000): 8.7% in the end")[1][round]);
        }
    }

    @Test
    void joinedListsHaveALineAGroupToo() {
        DefectionGame lists = DefectionGame.of(
                Population.join(
                        Population.of(0.05, 0.9).named("officers"),
                        Population.of(0.05, 0.2, 0.3, 2).named("men")),
                Offer.cash(0.5),
                Reprisal.fading(0.4));
        Drawing drawing = Chart.cascade(lists).drawing();

        assertEquals(
                List.of("officers (2): 50.0% in the end", "men (4): 75.0% in the end", "all 6: 66.7% in the end"),
                drawing.legend());
        double[] men = drawing.points("men (4): 75.0% in the end")[1];
        assertEquals(0, men[0]);
        assertEquals(75, men[men.length - 1]);
    }

    /** The path of a law ends half a soldier short of its limit, which of one soldier is much. */
    @Test
    void theLegendTellsThePathsEndFromItsLimit() {
        Drawing drawing = Chart.cascade(GAME.withPopulation(Population.of(1, CostLaw.normal(0.25, 0.12))))
                .drawing();

        assertEquals(List.of("all 1: 0.0% where the path ends, 11.1% in the limit"), drawing.legend());
    }

    private static Drawing four(Dynamics dynamics) {
        return Chart.cascade(AgentCascade.of(dynamics, 7)
                        .solve(DefectionGame.of(FOUR, Offer.cash(0.5), Reprisal.fading(0.4)))
                        .value())
                .drawing();
    }

    /** Between two departures nobody goes, so that the curve is level. */
    @Test
    void agentsOneByOneGoInSteps() {
        for (Dynamics dynamics : List.of(Dynamics.clock(), Dynamics.oneByOne())) {
            double[][] steps = four(dynamics).points("all 4: 75.0% in the end");

            assertEquals(7, steps[0].length); // 3 departures: across, and up
            for (int k = 1; k < steps[0].length; k++) {
                assertTrue(steps[0][k] == steps[0][k - 1] ^ steps[1][k] == steps[1][k - 1]);
            }
            assertArrayEquals(new double[] {0, 0, 25, 25, 50, 50, 75}, steps[1]);
        }
    }

    @Test
    void theAxisEndsWithThePath() {
        ShareCascade cascade = MeanFieldCascade.solver().solve(ARMY).value();
        Drawing drawing = Chart.cascade(cascade).drawing();
        Drawing few = four(Dynamics.rounds());

        assertEquals(cascade.rounds(), drawing.right());
        assertEquals(few.points("all 4: 75.0% in the end")[0].length - 1.0, few.right());
        double[] time = four(Dynamics.clock()).points("all 4: 75.0% in the end")[0];
        assertEquals(time[time.length - 1], four(Dynamics.clock()).right());
    }

    /** Of more groups than there are colours, a band. */
    @Test
    void manyGroupsMakeABand() {
        DefectionGame thirty = GAME.withPopulation(Population.join(IntStream.range(0, 30)
                .mapToObj(k -> Population.of(1000, CostLaw.normal(0.2 + 0.01 * k, 0.12))
                        .named("group " + k))
                .toArray(Population[]::new)));
        ShareCascade cascade = MeanFieldCascade.solver().solve(thirty).value();
        Drawing drawing = Chart.cascade(thirty).drawing();
        List<String> legend = Chart.bestReply(thirty).drawing().legend();

        assertEquals(2, drawing.legend().size());
        assertTrue(
                drawing.legend().get(0).startsWith("30 groups, from the least to the most: "),
                drawing.legend().toString());
        double[] band = drawing.points(drawing.legend().get(0))[1];
        int last = band.length / 2 - 1;
        assertEquals(100 * cascade.shareAfter(cascade.rounds(), 29), band[last]);
        assertEquals(100 * cascade.shareAfter(cascade.rounds(), 0), band[last + 1]);
        assertEquals("30 groups, from the least to the most willing", legend.get(0));
        assertTrue(legend.get(1).endsWith(" of all, a dot a group"), legend.toString());
    }

    @Test
    void aClockIsReadInWaitingTimes() {
        ShareCascade cascade = MeanFieldCascade.solver()
                .withDynamics(Dynamics.clock())
                .solve(GAME)
                .value();
        String svg = Chart.cascade(cascade).drawing().svg();

        assertTrue(
                svg.contains("<desc>across: time [mean waiting times]; up: gone [%]; 3323 of 30000 go in "),
                svg.substring(0, 400));
    }

    @Test
    void groupsReplyToWhatTheySee() {
        Drawing drawing = Chart.bestReply(ARMY).drawing();
        RestPoint rest = Breakranks.equilibria(ARMY).least();
        double[][] at = drawing.points("rests, from nobody: officers 0.6%, men 8.7%");

        assertEquals(List.of("officers", "men"), drawing.legend().subList(0, 2));
        assertEquals(100 * rest.shareOf("men"), at[1][1]);
        assertEquals(ARMY.willing(1, at[0][1] / 100), at[1][1] / 100, 1e-9);
        assertEquals(100 * ARMY.willing(0, 0.25), drawing.points("officers")[1][50]);
    }

    @Test
    void curvesAreCutWhereTheyLeave() {
        List<double[][]> runs =
                Runs.within(0, 1, new double[] {-1, 0.5, 2, Double.NaN, 0.5, 0.25}, new double[] {0, 3, 6, 7, 8, 9});

        assertEquals(2, runs.size());
        assertArrayEquals(new double[] {0, 0.5, 1}, runs.get(0)[0], 1e-12);
        assertArrayEquals(new double[] {2, 3, 4}, runs.get(0)[1], 1e-12);
        assertArrayEquals(new double[] {8, 9}, runs.get(1)[1]);
    }
}
