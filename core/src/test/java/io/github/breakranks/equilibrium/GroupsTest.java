package io.github.breakranks.equilibrium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Certificate;
import io.github.breakranks.cascade.Dynamics;
import io.github.breakranks.cascade.MeanFieldCascade;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.game.Thresholds;
import io.github.breakranks.network.Exposure;
import io.github.breakranks.offer.NetGain;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.offer.Term;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupsTest {
    private static final CostLaw COSTS = CostLaw.normal(0.25, 0.12);
    private static final Offer OFFER = Offer.cash(0.21).withRefuge(0.30).withCredibility(0.90);

    private static DefectionGame army(double homophily) {
        final Population men = Population.of(9_000, CostLaw.normal(0.35, 0.10)).named("men");
        final Population officers = Population.of(1_000, CostLaw.normal(0.10, 0.05))
                .named("officers")
                .withInfluence(3);
        return DefectionGame.of(Population.join(men, officers), OFFER, Reprisal.fading(0.50))
                .on(Exposure.homophily(homophily));
    }

    private static RestPoints solve(DefectionGame game) {
        return EquilibriumSolver.solver().solve(game).orElseThrow();
    }

    /** N1: groups with the same costs that see everybody are one population; design notes: .1108, .4066, .9373 and cash .2215. */
    @Test
    void groupsAlikeAreOnePopulation() {
        final DefectionGame one = DefectionGame.of(Population.of(3_000, COSTS), OFFER, Reprisal.fading(0.40));
        final DefectionGame two = one.withPopulation(Population.join(
                Population.of(1_000, COSTS).named("a"),
                Population.of(2_000, COSTS).named("b")));
        final var answer = EquilibriumSolver.solver().solve(two);

        assertEquals(3, answer.value().points().size());
        for (int k = 0; k < 3; k++) {
            final RestPoint expected = solve(one).points().get(k);
            final RestPoint found = answer.value().points().get(k);
            assertEquals(expected.share(), found.share(), 1e-12);
            assertEquals(expected.share(), found.shareOf("a"), 1e-12);
            assertEquals(expected.share(), found.shareOf("b"), 1e-12);
            assertEquals(expected.stability(), found.stability());
        }
        assertEquals(
                "boxes that cover all shares of both groups hold exactly 3 rest points",
                ((Certificate.Proven) answer.certificate()).how());
        final Tipping tipping = TippingSolver.of(Term.CASH).solve(two).orElseThrow();
        final Tipping expected = TippingSolver.of(Term.CASH).solve(one).orElseThrow();
        assertEquals(expected.tippingOffer(), tipping.tippingOffer(), 1e-9);
        assertEquals(expected.collapseOffer(), tipping.collapseOffer(), 1e-9);
        assertEquals(
                expected.up().orElseThrow().to(), tipping.up().orElseThrow().to(), 1e-4);
    }

    /** T2 and T4 for groups: own iterations from nobody and from everybody end at the least and the greatest. */
    @Test
    void leastAndGreatestAreWhereIterationEnds() {
        for (double homophily : new double[] {0, 0.3, 0.6, 0.9, 1}) {
            final DefectionGame game = army(homophily);
            final RestPoints rest = solve(game);
            for (boolean up : new boolean[] {true, false}) {
                final double[] x = iterate(game, up);
                final RestPoint point = up ? rest.least() : rest.greatest();
                assertEquals(x[0], point.shareOf(0), 1e-11);
                assertEquals(x[1], point.shareOf(1), 1e-11);
            }
            assertInstanceOf(
                    Certificate.Proven.class,
                    EquilibriumSolver.solver().solve(game).certificate());
        }
    }

    private static double[] iterate(DefectionGame game, boolean up) {
        final double[][] seen = game.seen();
        final double[] x = up ? new double[] {0, 0} : new double[] {1, 1};
        for (int step = 0; step < 100_000; step++) {
            for (int g = 0; g < 2; g++) {
                x[g] = game.willing(g, seen[g][0] * x[0] + seen[g][1] * x[1]);
            }
        }
        return x;
    }

    /** Jackson, and the two sides of homophily: the eager ignite among themselves, and carry the others less. */
    @Test
    void homophilyHelpsIgnitionAndHindersSpillover() {
        final double mixed = TippingSolver.of(Term.CASH)
                .forGroup("officers")
                .solve(army(0.3))
                .value()
                .up()
                .map(Jump::value)
                .orElse(Double.POSITIVE_INFINITY);
        final double apart = TippingSolver.of(Term.CASH)
                .forGroup("officers")
                .solve(army(0.9))
                .value()
                .up()
                .map(Jump::value)
                .orElse(Double.POSITIVE_INFINITY);
        assertTrue(apart < mixed, () -> apart + " and " + mixed);

        final RestPoint near = solve(army(0.3)).greatest();
        final RestPoint far = solve(army(0.9)).greatest();
        assertTrue(Spillover.of(army(0.3), near).of(0, 1)
                > Spillover.of(army(0.9), far).of(0, 1));
    }

    /**
     * Two blocks alike in size, x_g = L((b + s_g - mu_g)/.1) with s_g = h x_g + (1 - h) x_other and mu_g - b = .25 and .7, by hand: the
     * weak one ignites where it keeps to itself. At h = .5 (.148, .0019), at h = .9 (.998, .0025) go.
     */
    @ParameterizedTest
    @CsvSource({"0.5, 0.1480, 0.0019, 3", "0.9, 0.9985, 0.0025, 1"})
    void twoBlocksOfWhichTheWeakOneIgnitesByItself(double h, double weak, double strong, int points) {
        final Population blocks = Population.join(
                Population.of(1_000, CostLaw.logistic(0.25, 0.1)).named("weak"),
                Population.of(1_000, CostLaw.logistic(0.70, 0.1)).named("strong"));
        final DefectionGame game = DefectionGame.of(
                        blocks, Offer.none(), NetGain.of(Reprisal.none()).withSolidarity(1))
                .on(Exposure.mixing(new double[][] {{h, 1 - h}, {1 - h, h}}));
        final var answer = EquilibriumSolver.solver().solve(game);
        final RestPoint least = answer.orElseThrow().least();

        assertEquals(weak, least.shareOf("weak"), 5e-5);
        assertEquals(strong, least.shareOf("strong"), 5e-5);
        assertEquals(
                "boxes that cover all shares of both groups hold exactly " + points
                        + (points == 1 ? " rest point" : " rest points"),
                ((Certificate.Proven) answer.certificate()).how());
    }

    /** {@code dx/db = (I - J)^-1 diag(f)}: against two solutions with a little more offered. */
    @Test
    void responseIsTheDerivativeOfTheRestPoint() {
        final DefectionGame game = army(0.5);
        final Spillover spillover = Spillover.of(game, solve(game).least());
        final double more = 1e-6;
        final String[] names = {"men", "officers"};
        for (int source = 0; source < 2; source++) {
            final double cash = OFFER.cash();
            final RestPoint up =
                    solve(game.with(names[source], Term.CASH, cash + more)).least();
            final RestPoint down =
                    solve(game.with(names[source], Term.CASH, cash - more)).least();
            for (int group = 0; group < 2; group++) {
                final double difference = (up.shareOf(group) - down.shareOf(group)) / (2 * more * OFFER.credibility());
                assertEquals(difference, spillover.response(group, source), 1e-5 + 1e-5 * Math.abs(difference));
            }
        }
        assertTrue(spillover.spectralRadius() < 1);
    }

    /** N11: the order of the groups does not matter. */
    @Test
    void relabellingGroupsChangesNothing() {
        final DefectionGame game = army(0.4);
        final List<Population> groups = game.population().groups();
        final DefectionGame turned = game.withPopulation(Population.join(groups.get(1), groups.get(0)));
        final RestPoints expected = solve(game);
        final RestPoints found = solve(turned);

        assertEquals(expected.points().size(), found.points().size());
        for (int k = 0; k < expected.points().size(); k++) {
            assertEquals(
                    expected.points().get(k).shareOf("men"),
                    found.points().get(k).shareOf("men"),
                    1e-12);
            assertEquals(
                    expected.points().get(k).shareOf("officers"),
                    found.points().get(k).shareOf("officers"),
                    1e-12);
        }
    }

    @Test
    void cascadesEndAtTheLeastRestPoint() {
        final DefectionGame game = army(0.4);
        final RestPoint least = solve(game).least();
        for (Dynamics dynamics : List.of(Dynamics.rounds(), Dynamics.clock())) {
            final var cascade =
                    MeanFieldCascade.solver().withDynamics(dynamics).solve(game).orElseThrow();
            assertEquals(least.shareOf(0), cascade.shareOf(0), 1e-12);
            assertEquals(least.shareOf(1), cascade.shareOf(1), 1e-12);
            assertEquals(least.share(), cascade.shareAfter(cascade.rounds()), 1e-4);
            for (int round = 1; round <= cascade.rounds(); round++) {
                assertTrue(cascade.shareAfter(round, 1) >= cascade.shareAfter(round - 1, 1));
            }
        }
    }

    /** Listed groups with offers of their own, against all profiles. */
    @Test
    void listedGroupsRestWhereAllProfilesSay() {
        final Population men = Population.of(0.1, 0.3, 0.3, 0.5).named("men");
        final Population officers = Population.of(0.0, 0.2, 0.6).named("officers");
        for (double extra : new double[] {0, 0.1, 0.2, 0.35}) {
            final DefectionGame game = DefectionGame.of(
                            Population.join(men, officers), Offer.cash(0.3), Reprisal.fading(0.4))
                    .withOffer("officers", Offer.cash(0.3 + extra));
            final var counts = new TreeSet<Long>();
            for (int profile = 0; profile < 1 << 7; profile++) {
                if (isEquilibrium(game, profile)) {
                    counts.add((long) Integer.bitCount(profile));
                }
            }
            final RestPoints rest = solve(game);
            assertEquals(
                    new ArrayList<>(counts),
                    rest.points().stream().map(RestPoint::gone).toList());
            assertInstanceOf(
                    Certificate.Proven.class,
                    EquilibriumSolver.solver().solve(game).certificate());
            final RestPoint least = rest.least();
            assertEquals(least.gone(), Math.round(4 * least.shareOf("men") + 3 * least.shareOf("officers")));
            assertEquals(7, Thresholds.of(game).agents());
        }
    }

    private static boolean isEquilibrium(DefectionGame game, int profile) {
        for (int agent = 0; agent < 7; agent++) {
            final boolean gone = (profile >> agent & 1) == 1;
            if (game.goes(agent, Integer.bitCount(profile) - (gone ? 1 : 0)) != gone) {
                return false;
            }
        }
        return true;
    }

    @Test
    void manyGroupsProveLeastAndGreatest() {
        final Population[] groups = new Population[6];
        for (int g = 0; g < groups.length; g++) {
            groups[g] = Population.of(100 * (g + 1), CostLaw.logistic(0.2 + 0.03 * g, 0.05))
                    .named("unit " + g);
        }
        final DefectionGame game = DefectionGame.of(Population.join(groups), OFFER, Reprisal.fading(0.5))
                .on(Exposure.homophily(0.3));
        final var answer = EquilibriumSolver.solver().solve(game);

        assertInstanceOf(Certificate.Proven.class, answer.certificate());
        assertTrue(answer.value().least().share() <= answer.value().greatest().share());
        assertEquals(answer.value().points().size() == 1, answer.value().complete());
    }

    /** Once it was otherwise: where one rest point parts into three, hundreds were told apart. */
    @Test
    void atAPitchforkOnePointStandsForAll() {
        final CostLaw costs = CostLaw.logistic(0.5, 0.1);
        for (double homophily : new double[] {0.4 - 1e-9, 0.4, 0.4 + 1e-9}) {
            final var answer = EquilibriumSolver.solver()
                    .solve(DefectionGame.of(
                                    Population.join(
                                            Population.of(100, costs).named("a"),
                                            Population.of(100, costs).named("b")),
                                    Offer.none(),
                                    io.github.breakranks.offer.NetGain.of(Reprisal.none())
                                            .withSolidarity(1))
                            .on(Exposure.homophily(homophily)));
            final RestPoints rest = answer.value();

            assertEquals(3, rest.points().size(), rest::toString);
            assertEquals(0.5, rest.points().get(1).share(), 1e-9);
            assertTrue(rest.toString().endsWith("; count not proven]"), rest::toString);
            assertEquals(
                    "near shares 0.5 and 0.5 rest points cannot be told apart, as where one parts into several",
                    rest.doubts().get(0));
        }
    }

    /** Once it was otherwise: a search that was stopped said as a fact that nothing tips. */
    @Test
    void aSearchThatWasStoppedDoesNotSayThatNothingTips() {
        final var answer = TippingSolver.of(Term.CASH)
                .forGroup("men")
                .solve(army(0.4), io.github.breakranks.answer.Watch.none().withCancel(() -> true));

        assertEquals("not looked for to the end", answer.value().reason());
    }

    @Test
    void refusesWhatAreNoGroups() {
        final Population a = Population.of(10, COSTS).named("a");

        refused(
                "groups must have names, but was Population[10, normal(0.25, 0.12)] without; give it one with named(name)",
                () -> Population.join(a, Population.of(10, COSTS)));
        refused("groups must have different names, but was a twice", () -> Population.join(a, a));
        refused("groups must have at least 1 group [count], but was empty", () -> Population.join());
        refused(
                "groupName must be one of [a], but was b",
                () -> Population.join(a).groupOf("b"));
        refused("newInfluence must be finite and > 0.0 [weight of one head], but was 0.0", () -> a.withInfluence(0));
        refused(
                "rows[1] must sum to 1 within 1.0E-9 [share of what is seen], but was 0.9",
                () -> Exposure.mixing(new double[][] {{1, 0}, {0.4, 0.5}}));
        refused("rows[0] must have 2 entries [groups], but was 1", () -> Exposure.mixing(new double[][] {{1}, {0, 1}}));
        refused("homophily must be a share in [0, 1], but was NaN", () -> Exposure.homophily(Double.NaN));
        refused(
                "rows must be one a group, 1, but was 2",
                () -> DefectionGame.of(a, OFFER, Reprisal.none()).on(Exposure.mixing(new double[][] {{1, 0}, {0, 1}})));
        refused(
                "groupName must be that of a group, but was x and these soldiers are not joined; name populations with named(name) and"
                        + " join them with Population.join",
                () -> Population.of(10, COSTS).groupOf("x"));
        refused("name must be one line without control characters, but was \"a\nb\"", () -> a.named("a\nb"));
    }

    private static void refused(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
