package io.github.breakranks.equilibrium;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.game.Thresholds;
import io.github.breakranks.network.Exposure;
import io.github.breakranks.offer.Curve;
import io.github.breakranks.offer.NetGain;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many must go first: known answers, settings and refusals. */
class TippingSeedSolverTest {
    private static final NetGain COMPANY = NetGain.of(Reprisal.none()).withSolidarity(1);
    private final TippingSeedSolver solver = TippingSeedSolver.solver();

    private static DefectionGame driven(CostLaw law, double cash) {
        return DefectionGame.of(Population.of(1000, law), Offer.cash(cash), COMPANY);
    }

    /** Brock and Durlauf (2001) with b = .1, a = 1, mu = .6, s = .1: max (x - F)/(1 - F) = .2077026 at x = .325097. */
    @Test
    void theLogisticExample() {
        final var answer = solver.solve(driven(CostLaw.logistic(0.6, 0.1), 0.1));
        final TippingSeed seed = answer.orElseThrow();

        assertEquals(0.2077026, seed.share(), 5e-8);
        assertEquals(0.325097, seed.critical(), 5e-7);
        assertEquals(208, seed.count());
        assertEquals(seed.share(), seed.atRandom().orElseThrow());
        assertTrue(seed.tips() && seed.reason().isEmpty() && seed.group().isEmpty() && seed.agents().length == 0);
        assertInstanceOf(Certificate.Proven.class, answer.certificate(), answer.certificate()::sentence);
    }

    /** By hand: x - L((b + x - mu)/s) is greatest at the upper share where L' = s, that is L(1 - L) = s: the other fold's mirror. */
    @Test
    void theMostReluctantOfTheLogisticExample() {
        final TippingSeed seed =
                solver.solve(driven(CostLaw.logistic(0.6, 0.1), 0.1)).orElseThrow();
        final double going = (1 - Math.sqrt(1 - 0.4)) / 2;
        final double at = 0.5 + 0.1 * Math.log(going / (1 - going));

        assertEquals(at - going, seed.chosen().orElseThrow(), 1e-12);
    }

    /** The same by the rest points of the game in which the seed has a cost that nothing exceeds, their number proven. */
    @Test
    void restPointsOfTheGameWithTheSeedJumpThere() {
        final DefectionGame game = driven(CostLaw.logistic(0.6, 0.1), 0.1);
        final TippingSeed seed = solver.solve(game).orElseThrow();

        final RestPoints less = proven(GroupSeed.committed(game, "", seed.share() - 1e-7));
        final RestPoints more = proven(GroupSeed.committed(game, "", seed.share() + 1e-7));

        assertTrue(less.least().share() < seed.critical(), less::toString);
        assertTrue(more.least().share() > seed.target(), more::toString);
    }

    private static RestPoints proven(DefectionGame game) {
        final var answer = EquilibriumSolver.solver().solve(game);
        assertInstanceOf(Certificate.Proven.class, answer.certificate(), answer.certificate()::sentence);
        return answer.orElseThrow();
    }

    /** By hand: costs all .5, company x: nobody goes until half do. At random rho = .5, chosen .5: nobody goes anyway. */
    @Test
    void oneCostForAll() {
        final TippingSeed seed = solver.solve(driven(CostLaw.empirical(0.5), 0)).orElseThrow();

        assertEquals(0.5, seed.share(), 1e-15);
        assertEquals(0.5, seed.chosen().orElseThrow(), 1e-15);
        assertEquals(1, seed.target());
    }

    /** By hand: .2 of cost 0, .3 of cost .3, the rest of cost .8; to pass .3: mu .1, rho .1/.8; to pass .8: mu .3, rho .3/.5. */
    @ParameterizedTest
    @CsvSource({"0.5, 0.1, 0.125", "1, 0.3, 0.6", "0.4, 0.1, 0.125"})
    void severalFoldsCountByTheHighest(double target, double chosen, double atRandom) {
        final CostLaw law = CostLaw.atoms(new double[] {0, 0.3, 0.8}, new double[] {0.2, 0.3, 0.5});
        final var answer = solver.withTarget(target).solve(driven(law, 0));

        assertEquals(atRandom, answer.orElseThrow().share(), 1e-12);
        assertEquals(chosen, answer.orElseThrow().chosen().orElseThrow(), 1e-12);
        assertInstanceOf(Certificate.Proven.class, answer.certificate(), answer.certificate()::sentence);
    }

    /** Granovetter (1978): 0, 2, 2, 3, ..., 99 stop at 1 of 100; one more to begin with and all go. */
    @Test
    void granovettersHundred() {
        final int[] othersNeeded = IntStream.range(0, 100).toArray();
        othersNeeded[1] = 2;
        final var answer = solver.withTarget(1).solve(Thresholds.of(othersNeeded));

        assertEquals(
                "TippingSeed[1 of 100 agents: 0.01 to 1]", answer.orElseThrow().toString());
        assertArrayEquals(new int[] {99}, answer.orElseThrow().agents());
        assertEquals(
                "proven: integers: with 1 going first 100 go, with one fewer 1, and no others serve better where everybody sees"
                        + " everybody",
                answer.certificate().sentence());
        assertEquals(
                "From nobody 0.01 go. If 1 of 100 went first, the most reluctant, at least 1 would; no fewer suffice.",
                answer.orElseThrow().explain());
        assertEquals("""
                seed            share [share]  count [agents]  critical [share]  from [share]  target [share]
                most reluctant           0.01               1              0.01          0.01               1
                """, answer.orElseThrow().table().text());
    }

    /** By hand: 0, 5, 5, 5, 5, 5 need four more at one gone. Listed as costs of a game with company 5 x it is the same. */
    @Test
    void listsOfCostsAndThresholdsAgree() {
        final TippingSeed bare = solver.solve(Thresholds.of(0, 5, 5, 5, 5, 5)).orElseThrow();
        final DefectionGame game = DefectionGame.of(
                Population.of(0, 5, 5, 5, 5, 5),
                Offer.none(),
                NetGain.of(Reprisal.none()).withSolidarity(5));
        final var answer = solver.solve(game);

        assertEquals(4, bare.count());
        assertArrayEquals(new int[] {1, 2, 3, 4}, bare.agents());
        assertEquals(
                "TippingSeed[4 of 6 agents: 0.1667 to 1]", answer.orElseThrow().toString());
        assertEquals(4 / 6.0, answer.orElseThrow().share());
        assertTrue(answer.certificate().sentence().endsWith("assuming net gain as evaluated in double precision"));
    }

    /** Two groups that do not meet, each the logistic example: the seed of one is that of the example, and takes that group alone. */
    @Test
    void groupsThatDoNotMeet() {
        final DefectionGame game = twoGroups(1);
        final var all = solver.solve(game);
        final var one = solver.forGroup("a").solve(game);

        assertEquals(0.2077026, one.orElseThrow().share(), 2e-7);
        assertEquals(125, one.orElseThrow().count());
        assertEquals("a", one.orElseThrow().group());
        assertEquals(0.2077026, all.orElseThrow().share(), 2e-7);
        assertInstanceOf(Certificate.Numeric.class, one.certificate());
        assertTrue(one.orElseThrow().chosen().isEmpty());
        assertEquals(
                "TippingSeed[0.2077 of a: 0.007188 to 0.4014]",
                one.orElseThrow().toString());
        assertTrue(
                one.orElseThrow().explain().contains("If more than 0.2077 of a went first (125 of 600), "),
                one.orElseThrow()::explain);
        assertEquals(1, one.orElseThrow().table().rows().size());
    }

    @Test
    void oneGroupMayNotBeEnough() {
        final TippingSeed seed =
                solver.forGroup("b").withTarget(0.9).solve(twoGroups(1)).orElseThrow();

        assertFalse(seed.tips());
        assertEquals("the least rest point stays short of 0.9 even if all of b went first", seed.reason());
    }

    private static DefectionGame twoGroups(double homophily) {
        return DefectionGame.of(
                        Population.join(
                                Population.of(600, CostLaw.logistic(0.6, 0.1)).named("a"),
                                Population.of(400, CostLaw.logistic(0.6, 0.1)).named("b")),
                        Offer.cash(0.1),
                        COMPANY)
                .on(Exposure.homophily(homophily));
    }

    /** Everybody seeing everybody, groups of one law are that law. */
    @Test
    void groupsOfOneLawAreThatLaw() {
        assertEquals(0.2077026, solver.solve(twoGroups(0)).orElseThrow().share(), 2e-7);
        final DefectionGame named =
                DefectionGame.of(Population.of(1000, CostLaw.logistic(0.6, 0.1)).named("a"), Offer.cash(0.1), COMPANY);
        assertEquals(0.2077026, solver.forGroup("a").solve(named).orElseThrow().share(), 2e-7);
    }

    @Test
    void saysWhenThereIsNothingToTip() {
        final TippingSeed smooth =
                solver.solve(driven(CostLaw.logistic(0.6, 0.3), 0.1)).orElseThrow();
        final TippingSeed reached = solver.withTarget(0.001)
                .solve(driven(CostLaw.logistic(0.6, 0.1), 0.1))
                .orElseThrow();

        assertFalse(smooth.tips());
        assertEquals("nothing to tip, as 0.5 is the only rest point; name a target", smooth.reason());
        assertEquals("TippingSeed[none, " + smooth.reason() + "]", smooth.toString());
        assertEquals("No seed: " + smooth.reason() + ".", smooth.explain());
        assertEquals(0, smooth.table().rows().size());
        assertEquals(
                "no seed: " + smooth.reason() + "; ask tips() first",
                assertThrows(IllegalStateException.class, smooth::share).getMessage());
        assertEquals("the least rest point, 0.007188, has reached 0.001 already", reached.reason());
        assertEquals(
                "nothing to tip, as 1 is the only rest point; name a target",
                solver.solve(Thresholds.of(0)).orElseThrow().reason());
    }

    /** That there is nothing to tip is as well founded as the rest points are. */
    @Test
    void provesThatThereIsNothingToTip() {
        assertTrue(solver.solve(driven(CostLaw.logistic(0.6, 0.3), 0.1))
                .certificate()
                .sentence()
                .startsWith("proven: "));
        assertEquals(
                "proven: integers: every count was looked at",
                solver.solve(Thresholds.of(0)).certificate().sentence());
        assertInstanceOf(
                Certificate.Numeric.class,
                solver.forGroup("b").withTarget(0.9).solve(twoGroups(1)).certificate());
    }

    /** A law of one's own, of which nothing is known but its shares: found, and checked in floating point. */
    @Test
    void aLawOfOnesOwnIsCheckedNotProven() {
        final CostLaw logistic = CostLaw.logistic(0.6, 0.1);
        final CostLaw own = logistic::cdf;
        final var seed = solver.solve(driven(own, 0.1));
        final var fragility = FragilitySolver.solver().solve(driven(own, 0.1));

        assertEquals(0.2077026, seed.orElseThrow().share(), 5e-8);
        assertEquals(0.1809546, fragility.orElseThrow().shift(), 5e-8);
        assertEquals(new Certificate.Numeric(1e-8, "share"), seed.certificate());
        assertInstanceOf(Certificate.Numeric.class, fragility.certificate());
    }

    @Test
    void aTargetCanBeNamedWhereNothingTips() {
        final TippingSeed seed = solver.withTarget(0.6)
                .solve(driven(CostLaw.logistic(0.6, 0.3), 0.1))
                .orElseThrow();

        assertEquals(
                0.6,
                proven(GroupSeed.committed(driven(CostLaw.logistic(0.6, 0.3), 0.1), "", seed.share()))
                        .least()
                        .share(),
                1e-9);
    }

    @Test
    void refusesWhatIsNoTargetAndNoGroup() {
        for (double target : new double[] {0, -1, 1.5, Double.NaN}) {
            assertEquals(
                    "target must be in (0, 1] [share], but was " + target,
                    assertThrows(IllegalArgumentException.class, () -> solver.withTarget(target))
                            .getMessage());
        }
        assertEquals(
                "groupName must be one of [a, b], but was c",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> solver.forGroup("c").solve(twoGroups(0)))
                        .getMessage());
        assertEquals(
                "group must be empty for thresholds, which have none, but was a",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> solver.forGroup("a").solve(Thresholds.of(1)))
                        .getMessage());
        final DefectionGame listed = DefectionGame.of(Population.of(1, 2).named("a"), Offer.none(), COMPANY);
        assertEquals(
                "population must be laws for the seed of one group, but was Population[a: 2 agents listed]",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> solver.forGroup("a").solve(listed))
                        .getMessage());
    }

    @Test
    void aGainThatFallsIsNoAnswer() {
        final DefectionGame falling = driven(CostLaw.logistic(0.6, 0.1), 0.1)
                .withGain(NetGain.of(Reprisal.of(Curve.constant(1), Curve.linear(0, 1))));
        final var stopped = assertInstanceOf(Answer.Stopped.class, solver.solve(falling));

        assertEquals("no least rest point to move, as " + falling.monotonicity().sentence(), stopped.why());
        assertEquals("use a reprisal that fades as more go", stopped.remedy());
    }

    @Test
    void stopsWithWhatItHas() {
        final Watch cancelled = Watch.none().withCancel(() -> true);
        for (DefectionGame game : new DefectionGame[] {
            driven(CostLaw.logistic(0.6, 0.1), 0.1),
            twoGroups(0.5),
            DefectionGame.of(
                    Population.of(0, 5, 5, 5),
                    Offer.none(),
                    NetGain.of(Reprisal.none()).withSolidarity(5))
        }) {
            final var stopped = assertInstanceOf(Answer.Stopped.class, solver.solve(game, cancelled));
            assertEquals("cancelled", stopped.why());
            assertEquals("raise the limit", stopped.remedy());
        }
        for (int asked = 1; asked < 20; asked += 3) {
            final int[] left = {asked};
            final Watch later = Watch.none().withCancel(() -> --left[0] < 0);
            assertInstanceOf(Answer.Stopped.class, solver.solve(driven(CostLaw.logistic(0.6, 0.1), 0.1), later));
        }
    }
}
