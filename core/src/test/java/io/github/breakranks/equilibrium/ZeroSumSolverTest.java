package io.github.breakranks.equilibrium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Fraction;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.game.NormalFormGame;
import io.github.breakranks.game.StrategyProfile;
import io.github.breakranks.internal.LinearProgram;
import io.github.breakranks.internal.LinearProgram.Engine;
import io.github.breakranks.internal.LinearProgram.SteepestEdge;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ZeroSumSolverTest {
    private static final Fraction HALF = Fraction.of(1, 2);

    private static ZeroSum proven(NormalFormGame game) {
        final Answer<ZeroSum> answer = ZeroSumSolver.solver().solve(game);
        final Certificate.Proven proof = assertInstanceOf(Certificate.Proven.class, answer.certificate());
        assertEquals(List.of(), proof.assuming());
        assertTrue(answer.orElseThrow().equilibrium().regret().none());
        return answer.orElseThrow();
    }

    private static NormalFormGame drawn(int seed, int size, int most) {
        final Random random = new Random(seed);
        final long[][] row = new long[size][];
        Arrays.setAll(row, i -> random.longs(size, -most, most + 1).toArray());
        return NormalFormGame.zeroSum(row);
    }

    /** [C] Rock, paper, scissors: a third each, worth nothing, and no other way. */
    @Test
    void rockPaperScissors() {
        final ZeroSum found = proven(NormalFormGame.zeroSum(new long[][] {{0, -1, 1}, {1, 0, -1}, {-1, 1, 0}}));
        assertEquals(Fraction.ZERO, found.exactValue());
        assertEquals("(1/3, 1/3, 1/3) (1/3, 1/3, 1/3)", found.profile().toString());
        assertEquals(Optional.of(true), found.unique(0));
        assertEquals(Optional.of(true), found.unique(1));
        assertEquals("Zero-sum game of 3 x 3 actions: value 0", found.toString());
    }

    /** [C] (9, 0; 0, 1): the value is 9/10, both take the first action one time in ten. */
    @Test
    void asymmetricPennies() {
        final ZeroSum found = proven(NormalFormGame.zeroSum(new long[][] {{9, 0}, {0, 1}}));
        assertEquals(Fraction.of(9, 10), found.exactValue());
        assertEquals(.9, found.value());
        assertEquals("(1/10, 9/10) (1/10, 9/10)", found.profile().toString());
        assertEquals(
                "The value is 9/10: so much the first player gets, whatever the second does, by mixing 2 of 2 actions; the"
                        + " second leaves him no more by mixing 2 of 2 actions. The first player has no other best strategy."
                        + " The second has no other best strategy.",
                found.explain());
        assertEquals(
                List.of("1/10", "9/10", "1/10", "9/10"),
                found.table().column("chance").stream().map(String::valueOf).toList());
    }

    /**
     * [C] Colonel Blotto with 4 against 3 regiments at two passes, a point for each pass and each regiment taken (Dresher, 1961): the value is 14/9, the
     * first sends all to one pass four times in nine each, or divides evenly once.
     */
    @Test
    void colonelBlotto() {
        final ZeroSum found = proven(NormalFormGame.zeroSum(
                new long[][] {{4, 2, 1, 0}, {1, 3, 0, -1}, {-2, 2, 2, -2}, {-1, 0, 3, 1}, {0, 1, 2, 4}}));
        assertEquals(Fraction.of(14, 9), found.exactValue());
        assertEquals(
                "(4/9, 0, 1/9, 0, 4/9)", found.profile().toString().substring(0, "(4/9, 0, 1/9, 0, 4/9)".length()));
        assertEquals(Optional.of(true), found.unique(0));
    }

    @Test
    void findsSaddlePointsFirst() {
        final ZeroSum found = proven(NormalFormGame.zeroSum(new long[][] {{3, 1, 4}, {2, 0, 9}, {1, -1, 2}}));
        assertTrue(found.saddle());
        assertEquals(Fraction.ONE, found.exactValue());
        assertEquals(StrategyProfile.pure(new int[] {3, 3}, 0, 1), found.profile());
        assertEquals(Optional.of(true), found.unique(0));
        assertTrue(found.explain().contains("always playing 1"));
    }

    @Test
    void saysWhenOtherStrategiesAreAsGood() {
        final ZeroSum flat = proven(NormalFormGame.zeroSum(new long[][] {{1, 1}, {1, 1}}));
        assertEquals(Optional.of(false), flat.unique(0));
        assertEquals(Optional.of(false), flat.unique(1));
        // the second's two first actions are the same, so only the first player has but one best strategy
        final ZeroSum twice = proven(NormalFormGame.zeroSum(new long[][] {{1, 1, -1}, {-1, -1, 1}}));
        assertEquals(Optional.of(true), twice.unique(0));
        assertEquals(Optional.of(false), twice.unique(1));
        assertTrue(twice.explain().endsWith("The second has other best strategies too."));
        // three actions tie against (1/2, 1/2), and yet no other mixture of the first player is as good
        final ZeroSum tied = proven(NormalFormGame.zeroSum(new long[][] {{2, 0}, {0, 2}, {1, 1}}));
        assertEquals(Optional.of(false), tied.unique(0));
        assertEquals(Optional.of(true), tied.unique(1));
    }

    /** What both get adds up to 10: the value is that of the zero-sum game, and the constant is said. */
    @Test
    void takesConstantSums() {
        final ZeroSum found =
                proven(NormalFormGame.bimatrix(new long[][] {{9, 0}, {0, 1}}, new long[][] {{1, 10}, {10, 9}}));
        assertEquals(Fraction.of(9, 10), found.exactValue());
        assertEquals(Fraction.of(10, 1), found.constant());
        assertEquals("Constant-sum game of 2 x 2 actions: value 9/10", found.toString());
        assertTrue(found.explain().contains("What both get adds up to 10 always."));
    }

    @Test
    void refusesOtherGames() {
        final NormalFormGame dilemma =
                NormalFormGame.bimatrix(new long[][] {{3, 0}, {5, 1}}, new long[][] {{3, 5}, {0, 1}});
        assertEquals(
                "game must have payoffs that add up to the same in all profiles [payoff], but was of 6 at the first and 5 at"
                        + " profile 1; take BimatrixSolver, or asWritten() if sums were rounded",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> ZeroSumSolver.solver().solve(dilemma))
                        .getMessage());
        final NormalFormGame three = NormalFormGame.of(new int[] {2, 2, 2}, (player, chosen) -> 0);
        assertThrows(
                IllegalArgumentException.class, () -> ZeroSumSolver.solver().solve(three));
    }

    @Test
    void takesDoublesAtFaceValueOrAsWritten() {
        final NormalFormGame game = NormalFormGame.zeroSum(new double[][] {{.9, 0}, {0, .1}});
        assertEquals(Fraction.of(9, 100), proven(game.asWritten()).exactValue());
        assertFalse(proven(game).exactValue().equals(Fraction.of(9, 100)));
        assertEquals(.09, proven(game).value(), 1e-15);
    }

    @Test
    void doublesComeCloseToFractions() {
        for (int seed = 0; seed < 5; seed++) {
            final NormalFormGame game = drawn(seed, 30, 20);
            final Answer<ZeroSum> quick = ZeroSumSolver.solver().inDoubles().solve(game);
            final Certificate.Numeric gap = assertInstanceOf(Certificate.Numeric.class, quick.certificate());
            final Fraction value = proven(game).exactValue();
            assertTrue(gap.worst() < 1e-9);
            assertTrue(quick.value().guaranteed().compareTo(value) <= 0);
            assertTrue(quick.value().heldTo().compareTo(value) >= 0);
            assertEquals(Optional.empty(), quick.value().unique(0));
            assertThrows(IllegalStateException.class, quick.value()::exactValue);
        }
    }

    /**
     * The failure of a solver library that was seen: it called -217.6 the optimum of a game of value 0.00776. An engine that claims as
     * much is caught by the payoffs, the next one is asked, and with none left fractions.
     */
    @Test
    void doesNotBelieveAnEngineThatClaimsAnOptimum() {
        final NormalFormGame game = drawn(15, 40, 3);
        final Fraction value = proven(game).exactValue();

        final Answer<ZeroSum> saved = ZeroSumDoubles.solve(
                game, Fraction.ZERO, Watch.none(), List.of(new Wrong(), new SteepestEdge(() -> true)));
        assertEquals(value.value(), saved.orElseThrow().value(), 1e-9);
        assertInstanceOf(Certificate.Numeric.class, saved.certificate());

        final Answer<ZeroSum> alone = ZeroSumDoubles.solve(game, Fraction.ZERO, Watch.none(), List.of(new Wrong()));
        assertEquals(value, alone.orElseThrow().exactValue());
        assertInstanceOf(Certificate.Proven.class, alone.certificate());
    }

    /** Too large for fractions, it is said how far the wrong answer is off. */
    @Test
    void saysTheGapThatNoEngineClosed() {
        final NormalFormGame game = drawn(15, 201, 3);
        final Answer<ZeroSum> stopped = ZeroSumDoubles.solve(game, Fraction.ZERO, Watch.none(), List.of(new Wrong()));
        final Answer.Stopped<?> why = assertInstanceOf(Answer.Stopped.class, stopped);
        assertTrue(why.why().startsWith("no engine closed the gap to "));
        assertEquals("solve exactly", why.remedy());
        assertTrue(((Certificate.Numeric) stopped.certificate()).worst() > .1);
    }

    @Test
    void theCertificateCanFail() {
        final NormalFormGame game = NormalFormGame.zeroSum(new long[][] {{1, -1}, {-1, 1}});
        final StrategyProfile lame =
                StrategyProfile.of(new Fraction[] {HALF, HALF}, new Fraction[] {Fraction.of(1, 4), Fraction.of(3, 4)});
        assertEquals(
                new Certificate.Numeric(.5, "payoff"), ZeroSumVerifier.certify(ZeroSum.of(game, Fraction.ZERO, lame)));
        assertInstanceOf(
                Certificate.Unproven.class,
                ZeroSumVerifier.certify(ZeroSum.of(game, Fraction.ONE, lame).withBounds(Fraction.ZERO, Fraction.ZERO)));
    }

    @Test
    void stopsWhenTold() {
        final Watch watch = Watch.none().withCancel(() -> true);
        for (final ZeroSumSolver solver :
                List.of(ZeroSumSolver.solver(), ZeroSumSolver.solver().inDoubles())) {
            final Answer<ZeroSum> answer = solver.solve(drawn(1, 9, 9), watch);
            assertEquals(
                    "cancelled", assertInstanceOf(Answer.Stopped.class, answer).why());
        }
    }

    /** The value of (a, b; b, 0), a = 1e308 = -b, is a/3 below 0, and the range of payoffs is no double. */
    @Test
    void payoffsAsLargeAsDoublesAreAreShown() {
        final NormalFormGame game = NormalFormGame.zeroSum(new double[][] {{1e308, -1e308}, {-1e308, 1e-308}});
        final Answer<ZeroSum> answer = ZeroSumSolver.solver().inDoubles().solve(game);
        assertEquals(-1e308 / 3, answer.orElseThrow().value(), 1e300);
        final String line = answer.value().toString();
        assertTrue(line.startsWith("Zero-sum game of 2 x 2 actions: value -3.3333333E307 within "), line);
        assertFalse(line.contains("Infinity") || answer.value().explain().contains("Infinity"), line);
        assertTrue(answer.value().gap().value() < 1e300);
        final double most = Double.MAX_VALUE;
        assertEquals(
                "Zero-sum game of 2 x 2 actions: value 0",
                ZeroSumSolver.solver()
                        .solve(NormalFormGame.zeroSum(new double[][] {{most, -most}, {-most, most}}))
                        .orElseThrow()
                        .toString());
        assertEquals(
                0,
                ZeroSumSolver.solver()
                        .inDoubles()
                        .solve(NormalFormGame.zeroSum(new double[][] {{most, -most}, {-most, most}}))
                        .orElseThrow()
                        .value(),
                1e300);
    }

    /** [D] (a, 0; 0, 1) is worth a / (a + 1): next to nothing beside 1e300, and all there is. */
    @Test
    void aGapThatIsSmallBesideTheLargestPayoffAloneIsOpen() {
        final NormalFormGame game = NormalFormGame.zeroSum(new double[][] {{1e300, 0}, {0, 1}});
        final Answer<ZeroSum> answer = ZeroSumSolver.solver().inDoubles().solve(game);
        assertInstanceOf(Certificate.Proven.class, answer.certificate());
        final Fraction large = Fraction.exactly(1e300);
        assertEquals(large.over(large.plus(Fraction.ONE)), answer.orElseThrow().exactValue());
    }

    /** [D] Payoffs a, 1, ..., 1 on the diagonal: worth 1 / (200 + 1/a). Too large for fractions unasked. */
    @Test
    void anOpenGapOfALargeGameIsReported() {
        final double[][] diagonal = new double[201][201];
        for (int i = 0; i < diagonal.length; i++) {
            diagonal[i][i] = i == 0 ? 1e300 : 1;
        }
        final NormalFormGame game = NormalFormGame.zeroSum(diagonal);
        final Answer<ZeroSum> answer =
                ZeroSumDoubles.solve(game, Fraction.ZERO, Watch.none(), List.of(new SteepestEdge(() -> true)));
        final Answer.Stopped<?> stopped = assertInstanceOf(Answer.Stopped.class, answer);
        assertTrue(stopped.why().startsWith("no engine closed the gap to "), stopped.why());
        assertEquals("solve exactly", stopped.remedy());
        final double gap = assertInstanceOf(Certificate.Numeric.class, answer.certificate())
                .worst();
        assertTrue(gap > 1, () -> "gap " + gap);
        // as many payoffs of one size are solved
        for (int i = 0; i < diagonal.length; i++) {
            diagonal[i][i] = 1;
        }
        assertEquals(
                1 / 201.0,
                ZeroSumDoubles.solve(
                                NormalFormGame.zeroSum(diagonal),
                                Fraction.ZERO,
                                Watch.none(),
                                List.of(new SteepestEdge(() -> true)))
                        .orElseThrow()
                        .value(),
                1e-9);
    }

    /** Once told to stop, neither the saddle points nor the program nor the proof are gone on with. */
    @Test
    void aWatchIsAskedInEveryPart() {
        for (final ZeroSumSolver solver :
                List.of(ZeroSumSolver.solver(), ZeroSumSolver.solver().inDoubles())) {
            for (final int looks : new int[] {0, 1, 2, 3, 9, 20}) {
                final AtomicInteger asked = new AtomicInteger();
                final Answer<ZeroSum> answer =
                        solver.solve(drawn(1, 60, 60), Watch.none().withCancel(() -> asked.incrementAndGet() > looks));
                assertEquals(
                        "cancelled",
                        assertInstanceOf(Answer.Stopped.class, answer).why());
                assertTrue(asked.get() <= looks + 8, () -> "after look " + looks + " asked " + asked);
                assertTrue(answer.value().gap().signum() > 0);
            }
        }
        // not even a saddle point is looked for
        assertInstanceOf(
                Answer.Stopped.class,
                ZeroSumSolver.solver()
                        .solve(
                                NormalFormGame.zeroSum(new long[][] {{3, 1}, {2, 0}}),
                                Watch.none().withCancel(() -> true)));
    }

    /** Solved, but not checked to the end: the strategies come back in doubles, with the gap that doubles show. */
    @Test
    void theCheckAsksTheWatchToo() {
        final NormalFormGame game = drawn(1, 30, 30);
        final AtomicInteger asked = new AtomicInteger();
        final Answer<ZeroSum> whole =
                ZeroSumSolver.solver().solve(game, Watch.none().withCancel(() -> asked.incrementAndGet() < 0));
        assertInstanceOf(Certificate.Proven.class, whole.certificate());
        final int all = asked.get();
        for (int before = 100; before < 240; before += 20) { // 60 ask for others as good, 120 check, 60 make fractions
            final int looks = all - before;
            asked.set(0);
            final Answer<ZeroSum> answer =
                    ZeroSumSolver.solver().solve(game, Watch.none().withCancel(() -> asked.incrementAndGet() > looks));
            assertEquals(
                    "cancelled", assertInstanceOf(Answer.Stopped.class, answer).why());
            assertTrue(asked.get() <= looks + 3, () -> "after look " + looks + " asked " + asked);
            assertEquals(whole.value().value(), answer.value().value(), 1e-9);
            assertTrue(answer.value().gap().signum() > 0 && answer.value().gap().value() < 1e-9);
        }
    }

    /** Claims the first action of each for sure, as if that were the best. */
    private static final class Wrong implements Engine {
        @Override
        public String name() {
            return "OPTIMAL";
        }

        @Override
        public double @Nullable [] solve(LinearProgram program) {
            return new double[] {1};
        }

        @Override
        public double @Nullable [][] both(LinearProgram program) {
            final double[] x = new double[program.variables()];
            final double[] y = new double[program.limits()];
            x[0] = 1;
            y[0] = 1;
            return new double[][] {x, y};
        }
    }
}
