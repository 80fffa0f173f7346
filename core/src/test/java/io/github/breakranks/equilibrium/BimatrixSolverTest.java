package io.github.breakranks.equilibrium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Fraction;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.game.DualCyclic;
import io.github.breakranks.game.NormalFormGame;
import io.github.breakranks.game.Regret;
import io.github.breakranks.game.StrategyProfile;
import java.time.Duration;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BimatrixSolverTest {
    private static final BimatrixSolver SOLVER = BimatrixSolver.solver();

    /** theory of quantal response: the limit of its principal branch; mixed so that the other is indifferent. */
    @Test
    void asymmetricPennies() {
        final NormalFormGame game =
                NormalFormGame.bimatrix(new long[][] {{9, 0}, {0, 1}}, new long[][] {{0, 1}, {1, 0}});
        assertEquals("Nash equilibrium (1/2, 1/2) (1/10, 9/10)", proven(game).toString());
    }

    /** Shapley (1964), Some Topics in Two-Person Games: the game on which fictitious play circles. */
    @Test
    void shapleysGameHasOneEquilibrium() {
        final NormalFormGame game = NormalFormGame.bimatrix(
                new long[][] {{0, 0, 1}, {1, 0, 0}, {0, 1, 0}}, new long[][] {{0, 1, 0}, {0, 0, 1}, {1, 0, 0}});
        assertEquals(
                "Nash equilibrium (1/3, 1/3, 1/3) (1/3, 1/3, 1/3)", proven(game).toString());
    }

    @Test
    void chickenIsPure() {
        final NashEquilibrium found =
                proven(NormalFormGame.bimatrix(new long[][] {{0, 7}, {2, 6}}, new long[][] {{0, 2}, {7, 6}}));
        assertTrue(found.profile().pure());
        assertEquals(Fraction.of(9, 1), found.payoff(0).plus(found.payoff(1)));
    }

    /** Savani and von Stengel (2006): the only equilibrium mixes everything. */
    @ParameterizedTest
    @ValueSource(ints = {2, 4, 8, 12})
    void dualCyclicGames(int d) {
        final NashEquilibrium found = proven(DualCyclic.hardToSolve(d));
        assertEquals(d, found.profile().support(0).length);
        assertEquals(d, found.profile().support(1).length);
    }

    /** A wheel of actions, each of which beats the half after it: one equilibrium, all alike; every payoff ties with many. */
    @ParameterizedTest
    @ValueSource(ints = {3, 5, 9, 25, 51})
    void rockPaperScissorsOfAnyOddNumber(int actions) {
        assertEquals(
                StrategyProfile.uniform(actions, actions),
                proven(wheel(actions)).profile());
    }

    private static NormalFormGame wheel(int actions) {
        final long[][] row = new long[actions][actions];
        for (int i = 0; i < actions; i++) {
            for (int step = 1; step <= actions / 2; step++) {
                row[i][(i + step) % actions] = 1;
                row[i][(i + actions - step) % actions] = -1;
            }
        }
        return NormalFormGame.zeroSum(row);
    }

    @Test
    void manyActionsRandom() {
        final Random random = new Random(7);
        for (int game = 0; game < 5; game++) {
            final long[][] row = new long[60][70];
            final long[][] column = new long[60][70];
            for (int i = 0; i < 60; i++) {
                for (int j = 0; j < 70; j++) {
                    row[i][j] = random.nextInt(1000);
                    column[i][j] = -row[i][j] + random.nextInt(300);
                }
            }
            assertTrue(proven(NormalFormGame.bimatrix(row, column)).profile().support(0).length > 1);
        }
    }

    /** Payoffs taken at face value: tenths are not the tenths that they print as, and the chances show it. */
    @Test
    void doublesAtFaceValue() {
        final NormalFormGame game =
                NormalFormGame.bimatrix(new double[][] {{0.3, 0}, {0, 0.1}}, new double[][] {{0, 1}, {1, 0}});
        final NashEquilibrium found = proven(game);
        final Fraction tenth = Fraction.exactly(0.1);
        assertEquals(
                tenth.over(tenth.plus(Fraction.exactly(0.3))), found.profile().exactChance(1, 0));
        assertEquals(Fraction.of(1, 4), proven(game.asWritten()).profile().exactChance(1, 0));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-300, 1e300, Double.MIN_VALUE, 1.7e308})
    void sizesAtTheEndsOfDoubles(double size) {
        final NormalFormGame pennies =
                NormalFormGame.zeroSum(new double[][] {{size, -size, size}, {-size, size, size}, {-size, -size, 0}});
        assertEquals(
                "Nash equilibrium (1/2, 1/2, 0) (1/2, 1/2, 0)", proven(pennies).toString());
    }

    @Test
    void verySmallBesideVeryLarge() {
        final NormalFormGame game = NormalFormGame.bimatrix(
                new double[][] {{1e300, 0}, {0, 1e-300}}, new double[][] {{0, 1e-300}, {1e300, 0}});
        final NashEquilibrium found = proven(game);
        final Fraction large = Fraction.exactly(1e300);
        final Fraction small = Fraction.exactly(1e-300);
        assertEquals(small.over(large.plus(small)), found.profile().exactChance(1, 0));
    }

    @Test
    void fractionsTooLargeForDoubles() {
        final Fraction huge = Fraction.of(10, 1).times(Fraction.parse("1e400"));
        final Fraction more = huge.plus(Fraction.ONE);
        final NormalFormGame game = NormalFormGame.bimatrix(
                new Fraction[][] {{more, huge}, {huge, more}}, new Fraction[][] {{huge, more}, {more, huge}});
        assertEquals("Nash equilibrium (1/2, 1/2) (1/2, 1/2)", proven(game).toString());
    }

    @Test
    void oneActionAndConstantPayoffs() {
        assertEquals(
                "Nash equilibrium (1) (1)",
                proven(NormalFormGame.zeroSum(new long[][] {{5}})).toString());
        assertEquals(
                "Nash equilibrium (1) (0, 1, 0)",
                proven(NormalFormGame.zeroSum(new long[][] {{5, 4, 6}})).toString());
        assertTrue(proven(NormalFormGame.zeroSum(new long[3][4])).regret().none());
    }

    @Test
    void stoppedWithTheBestSoFarAndItsRegret() {
        final NormalFormGame game = DualCyclic.hardToSolve(12);
        final AtomicInteger asked = new AtomicInteger();
        final Answer<NashEquilibrium> answer =
                SOLVER.solve(game, Watch.none().withCancel(() -> asked.incrementAndGet() > 20));
        final Answer.Stopped<?> stopped = assertInstanceOf(Answer.Stopped.class, answer);
        assertEquals("cancelled", stopped.why());
        assertEquals("raise the limit", stopped.remedy());
        final Regret regret = Regret.of(game, answer.value().profile());
        assertFalse(regret.none());
        final Certificate.Numeric numeric = assertInstanceOf(Certificate.Numeric.class, answer.certificate());
        assertTrue(Fraction.exactly(numeric.worst()).compareTo(regret.worst()) >= 0);
        assertEquals("payoff", numeric.unit());
    }

    @Test
    void stoppedBeforeAnything() {
        final Answer<NashEquilibrium> answer =
                SOLVER.solve(DualCyclic.hardToSolve(4), Watch.none().withCancel(() -> true));
        assertInstanceOf(Answer.Stopped.class, answer);
        assertTrue(answer.value().profile().pure());
        assertInstanceOf(Answer.Found.class, SOLVER.solve(DualCyclic.hardToSolve(4), Watch.limit(Duration.ofDays(1))));
    }

    /** The certificate comes from the payoffs alone, so a profile that is none cannot get one. */
    @Test
    void theCertificateCanFail() {
        final NormalFormGame game =
                NormalFormGame.bimatrix(new long[][] {{9, 0}, {0, 1}}, new long[][] {{0, 1}, {1, 0}});
        final Certificate certificate = NashVerifier.certify(game, StrategyProfile.uniform(2, 2));
        assertEquals(new Certificate.Numeric(2.0, "payoff"), certificate);
        assertEquals(
                "proven: nobody's regret is above 0, in fractions",
                NashVerifier.certify(game, proven(game).profile()).sentence());
    }

    /** A support that no equilibrium has is turned down: chances below 0, an action outside that pays more, no determined chances. */
    @Test
    void wrongSupportsAreTurnedDown() {
        final NormalFormGame game =
                NormalFormGame.bimatrix(new long[][] {{3, 3}, {2, 5}, {0, 6}}, new long[][] {{3, 2}, {2, 6}, {3, 1}});
        assertEquals(
                null, new Support(new int[] {0, 2}, new int[] {0, 1}).equilibrium(NormalFormGame.zeroSum(new long[][] {
                            {3, 1}, {0, 0}, {2, 1}
                        })));
        assertEquals(
                null,
                new Support(new int[] {0, 1}, new int[] {0, 1}).equilibrium(NormalFormGame.zeroSum(new long[2][2])));
        final NashEquilibrium outside = new Support(new int[] {1}, new int[] {1}).equilibrium(game);
        assertTrue(outside != null && outside.regret().worst().equals(Fraction.ONE));
        assertEquals(
                "(4/5, 1/5, 0) (2/3, 1/3)",
                new Support(new int[] {0, 1}, new int[] {0, 1})
                        .equilibrium(game)
                        .profile()
                        .toString());
    }

    @Test
    void oneOrThreePlayersAreRefused() {
        final NormalFormGame three = NormalFormGame.of(new int[] {2, 2, 2}, (player, chosen) -> 0.0);
        assertEquals(
                "game must have 2 players [count], but was of 3; ManyPlayerSolver solves games of more",
                assertThrows(IllegalArgumentException.class, () -> SOLVER.solve(three))
                        .getMessage());
        final NormalFormGame one = NormalFormGame.of(new int[] {2}, (player, chosen) -> 0.0);
        assertEquals(
                "game must have 2 players [count], but was of 1; ManyPlayerSolver solves games of more",
                assertThrows(IllegalArgumentException.class, () -> SOLVER.solve(one))
                        .getMessage());
    }

    /** Whenever it is stopped, what comes back is no worse than all actions alike, and late on the way far better. */
    @Test
    void stoppedItReturnsTheLeastRegretOnTheWay() {
        final NormalFormGame game = gaussian(40, -0.5);
        final AtomicInteger asked = new AtomicInteger();
        final Fraction alike = Regret.of(game, StrategyProfile.uniform(40, 40)).worst();
        assertInstanceOf(Answer.Found.class, SOLVER.solve(game, counted(asked, Integer.MAX_VALUE)));
        final int all = asked.get();
        for (int share = 1; share < 20; share++) {
            final int looks = 10 + (int) ((all - 20L) * share / 20);
            final Answer<NashEquilibrium> answer = SOLVER.solve(game, counted(asked, looks));
            assertInstanceOf(Answer.Stopped.class, answer);
            assertTrue(asked.get() <= looks + 10, () -> "told to stop after " + looks + ", asked " + asked);
            final Fraction worst = answer.value().regret().worst();
            assertTrue(worst.compareTo(alike) <= 0, () -> looks + " of " + all + ": " + worst.value());
            assertEquals(
                    Regret.of(game, answer.value().profile()), answer.value().regret());
        }
    }

    /** Where both of whose payoffs are stretched differently, as for paths in floating point, chances are taken back. */
    @Test
    void mixturesOfStretchedPayoffsAreTakenBack() {
        final NormalFormGame game =
                NormalFormGame.bimatrix(new long[][] {{9, 0}, {0, 1}}, new long[][] {{0, 1}, {1, 0}});
        final LeastRegret least = new LeastRegret(game);
        assertEquals(Fraction.ONE, least.exact().regret().worst()); // of a pure profile, below the 2 of both alike
        least.offerStretched(new double[] {1, 1}, new double[] {1, 1});
        final NashEquilibrium found = least.exact();
        assertEquals(0.1, found.profile().chance(1, 0), 1e-11);
        assertTrue(found.regret().worst().value() < 1e-10);
        least.offer(new double[] {Double.NaN, 0}, new double[] {1, 0});
        assertEquals(found, least.exact());
    }

    /** The exact solution of a support asks before every piece of it, and what it could not end is none. */
    @Test
    void theExactSolutionAsksTheWatch() {
        final int[] all = IntStream.range(0, 25).toArray();
        final NormalFormGame game = gaussian(25, 1);
        final Support support = new Support(all, all);
        final AtomicInteger asked = new AtomicInteger();
        final NormalFormGame wheel = wheel(25);
        final NashEquilibrium whole = support.equilibrium(wheel, () -> asked.incrementAndGet() > 0);
        assertEquals(
                StrategyProfile.uniform(25, 25), Objects.requireNonNull(whole).profile());
        final int questions = asked.get();
        assertTrue(questions > 200, () -> "asked " + questions);
        for (int enough = 0; enough < questions; enough += 13) {
            final int most = enough;
            asked.set(0);
            assertNull(support.equilibrium(wheel, () -> asked.incrementAndGet() <= most));
            assertEquals(most + 1, asked.get());
        }
        assertNull(support.equilibrium(game));
    }

    /** 15 is a double, and a regret of 15 is not called more; a third is none, and not called less. */
    @Test
    void aRegretIsRoundedUpOnlyWhereItIsNoDouble() {
        assertEquals(15.0, NashVerifier.roundedUp(Fraction.of(15, 1)));
        final double third = NashVerifier.roundedUp(Fraction.of(2, 3));
        assertTrue(Fraction.exactly(third).compareTo(Fraction.of(2, 3)) > 0);
        assertTrue(Fraction.exactly(Math.nextDown(third)).compareTo(Fraction.of(2, 3)) < 0);
    }

    private static Watch counted(AtomicInteger asked, int most) {
        asked.set(0);
        return Watch.none().withCancel(() -> asked.incrementAndGet() > most);
    }

    /** Payoffs by the normal law, those of one so correlated with those of the other. */
    private static NormalFormGame gaussian(int actions, double correlation) {
        final Random random = new Random(7);
        final double[][] row = new double[actions][actions];
        final double[][] column = new double[actions][actions];
        for (int i = 0; i < actions; i++) {
            for (int j = 0; j < actions; j++) {
                row[i][j] = random.nextGaussian();
                column[i][j] =
                        correlation * row[i][j] + Math.sqrt(1 - correlation * correlation) * random.nextGaussian();
            }
        }
        return NormalFormGame.bimatrix(row, column);
    }

    private static NashEquilibrium proven(NormalFormGame game) {
        final Answer<NashEquilibrium> answer = SOLVER.solve(game);
        assertInstanceOf(Answer.Found.class, answer);
        assertInstanceOf(Certificate.Proven.class, answer.certificate());
        assertTrue(Regret.of(game, answer.value().profile()).none());
        return answer.value();
    }

    /** A path in floating point is left in its middle, and two hundred thousand payoffs are not read to the end. */
    @Test
    void aWatchIsAskedOnTheWay() {
        final NormalFormGame hard = DualCyclic.hardToSolve(12);
        final AtomicInteger asked = new AtomicInteger();
        final FloatPath path = new FloatPath(FloatPayoffs.of(hard, 0), FloatPayoffs.of(hard, 1), 12, 12, 1e-9);
        assertNull(path.follow(0, 1000, Watch.none().withCancel(() -> asked.incrementAndGet() > 3)));
        assertTrue(path.cut());
        assertEquals(3, path.pivots());
        final NormalFormGame large = NormalFormGame.of(new int[] {450, 450}, (player, chosen) -> player * chosen[1]);
        asked.set(0);
        assertNull(PureNashSolver.left(large, Watch.none().withCancel(() -> asked.incrementAndGet() > 2)));
        assertEquals(3, asked.get());
    }
}
