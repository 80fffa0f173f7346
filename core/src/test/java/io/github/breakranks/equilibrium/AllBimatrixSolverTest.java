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
import io.github.breakranks.equilibrium.NashEquilibria.Component;
import io.github.breakranks.equilibrium.NashEquilibria.MaximalSubset;
import io.github.breakranks.equilibrium.NashEquilibria.Witness;
import io.github.breakranks.game.DualCyclic;
import io.github.breakranks.game.NormalFormGame;
import io.github.breakranks.game.StrategyProfile;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AllBimatrixSolverTest {
    /** B. von Stengel (2007), Algorithmic Game Theory, chapter 3, (3.3), 10.1017/CBO9780511800481.005. */
    private static final long[][] ROW = {{3, 3}, {2, 5}, {0, 6}};

    private static final NormalFormGame THREE_BY_TWO =
            NormalFormGame.bimatrix(ROW, new long[][] {{3, 2}, {2, 6}, {3, 1}});

    /** The same with one payoff changed, (3.18) there. */
    private static final NormalFormGame TIED = NormalFormGame.bimatrix(ROW, new long[][] {{3, 3}, {2, 6}, {3, 1}});

    private static NashEquilibria solved(NormalFormGame game) {
        final Answer<NashEquilibria> answer = AllBimatrixSolver.solver().solve(game);
        assertInstanceOf(Certificate.Proven.class, answer.certificate(), answer.certificate()::sentence);
        return answer.orElseThrow();
    }

    private static List<String> shown(NashEquilibria found) {
        return found.equilibria().stream().map(one -> one.profile().toString()).toList();
    }

    private static List<Integer> indices(NashEquilibria found) {
        return found.components().stream().map(one -> one.index().orElseThrow()).toList();
    }

    @Test
    void vonStengelsThreeByTwoGameHasThree() {
        final NashEquilibria found = solved(THREE_BY_TWO);
        assertEquals(List.of("(1, 0, 0) (1, 0)", "(4/5, 1/5, 0) (2/3, 1/3)", "(0, 1/3, 2/3) (1/3, 2/3)"), shown(found));
        assertEquals(List.of(1, -1, 1), indices(found));
        assertFalse(found.degenerate());
        assertEquals(Optional.empty(), found.witness());
        assertEquals("NashEquilibria[3, 1 pure]", found.toString());
        assertEquals("3 equilibria, 1 of them pure. The indices sum to 1. There are no others.", found.explain());
    }

    @Test
    void vonStengelsDegenerateGameHasAnEdgeAndAPoint() {
        final NashEquilibria found = solved(TIED);
        assertEquals(List.of("(1, 0, 0) (1, 0)", "(1, 0, 0) (2/3, 1/3)", "(0, 1/3, 2/3) (1/3, 2/3)"), shown(found));
        assertTrue(found.degenerate());
        assertEquals(
                Optional.of(new Witness(0, List.of(Fraction.ONE, Fraction.ZERO, Fraction.ZERO), List.of(0, 1))),
                found.witness());
        assertEquals(
                List.of(
                        new Component(List.of(0, 1), List.of(0), OptionalInt.of(0)),
                        new Component(List.of(2), List.of(1), OptionalInt.of(1))),
                found.components());
        final MaximalSubset edge = found.maximalSubsets().get(0);
        assertFalse(edge.single());
        assertEquals(List.of(0, 1), edge.members());
        assertEquals(
                List.of(List.of(Fraction.ONE, Fraction.ZERO), List.of(Fraction.of(2, 3), Fraction.of(1, 3))),
                edge.corners().get(1));
        assertEquals(OptionalInt.of(1), found.indexSum());
        assertEquals("NashEquilibria[3, 1 pure, degenerate, 2 components]", found.toString());
        assertEquals(
                "3 extreme equilibria, 1 of them pure. They make 2 maximal sets, 1 with more than one point, in 2 components. "
                        + "The indices sum to 1. The game is degenerate: against 1 of player 1 player 2 has 2 best replies (1, 2). "
                        + "There are no others.",
                found.explain());
    }

    /** Equilibria that no Lemke-Howson path from nothing reaches: (3.7) there. */
    @Test
    void whatLemkeAndHowsonMissIsFound() {
        final NormalFormGame game = NormalFormGame.bimatrix(
                new long[][] {{3, 3, 0}, {4, 0, 1}, {0, 4, 5}}, new long[][] {{3, 4, 0}, {3, 0, 4}, {0, 1, 5}});
        final NashEquilibria found = solved(game);
        assertEquals(
                List.of("(0, 0, 1) (0, 0, 1)", "(3/4, 1/4, 0) (3/4, 1/4, 0)", "(1/2, 1/4, 1/4) (1/2, 1/4, 1/4)"),
                shown(found));
        assertEquals(List.of(1, -1, 1), indices(found));
    }

    /** B. von Stengel (1999), Discrete and Computational Geometry 21: 75 equilibria of a 6 x 6 game, above the 2^6 - 1 of coordination. */
    @Test
    void dualCyclicGamesHaveThreeFifteenAndSeventyFive() {
        assertEquals(3, solved(DualCyclic.manyEquilibria(2)).count());
        assertEquals(15, solved(DualCyclic.manyEquilibria(4)).count());
        final NashEquilibria found = solved(DualCyclic.manyEquilibria(6));
        assertEquals(75, found.count());
        assertEquals(OptionalInt.of(1), found.indexSum());
        assertFalse(found.degenerate());
    }

    /** R. Savani and B. von Stengel (2006), 10.1111/j.1468-0262.2006.00667.x: one equilibrium, which mixes all actions. */
    @Test
    void hardToSolveGamesHaveOne() {
        for (int d = 2; d <= 8; d += 2) {
            final NashEquilibria found = solved(DualCyclic.hardToSolve(d));
            assertEquals(1, found.count());
            assertEquals(d, found.equilibria().get(0).profile().support(0).length);
        }
    }

    @Test
    void coordinationOnNActionsHasTwoToTheNLessOne() {
        for (int n = 1; n <= 8; n++) {
            final int actions = n;
            final NormalFormGame game = NormalFormGame.of(
                    new int[] {actions, actions}, (player, chosen) -> chosen[0] == chosen[1] ? 1.0 : 0.0);
            final NashEquilibria found = solved(game);
            assertEquals((1 << n) - 1, found.count());
            assertEquals(
                    n,
                    found.equilibria().stream()
                            .filter(one -> one.profile().pure())
                            .count());
            for (final Component component : found.components()) { // k actions mixed: (-1)^(k + 1)
                final int mixed = found.equilibria()
                        .get(component.members().get(0))
                        .profile()
                        .support(0)
                        .length;
                assertEquals(mixed % 2 == 1 ? 1 : -1, component.index().orElseThrow());
            }
        }
    }

    @Test
    void prisonersDilemmaChickenAndPennies() {
        final NormalFormGame dilemma =
                NormalFormGame.bimatrix(new long[][] {{3, 0}, {5, 1}}, new long[][] {{3, 5}, {0, 1}});
        assertEquals(List.of("(0, 1) (0, 1)"), shown(solved(dilemma)));
        final NormalFormGame chicken =
                NormalFormGame.bimatrix(new long[][] {{6, 2}, {7, 0}}, new long[][] {{6, 7}, {2, 0}});
        assertEquals(List.of("(1, 0) (0, 1)", "(0, 1) (1, 0)", "(2/3, 1/3) (2/3, 1/3)"), shown(solved(chicken)));
        final NormalFormGame pennies =
                NormalFormGame.bimatrix(new long[][] {{9, 0}, {0, 1}}, new long[][] {{0, 1}, {1, 0}});
        assertEquals(List.of("(1/2, 1/2) (1/10, 9/10)"), shown(solved(pennies)));
    }

    @Test
    void whereNothingMattersEverythingIsAnEquilibrium() {
        final NashEquilibria found = solved(NormalFormGame.of(new int[] {3, 4}, (player, chosen) -> 7.0));
        assertEquals(12, found.count());
        assertEquals(1, found.maximalSubsets().size());
        assertEquals(List.of(1), indices(found));
        assertTrue(found.degenerate());
    }

    @Test
    void theSmallestGames() {
        assertEquals(List.of("(1) (1)"), shown(solved(NormalFormGame.bimatrix(new long[][] {{-4}}, new long[][] {{9}
        }))));
        final NashEquilibria alone =
                solved(NormalFormGame.bimatrix(new long[][] {{1}, {2}, {2}}, new long[][] {{0}, {0}, {0}}));
        assertEquals(List.of("(0, 1, 0) (1)", "(0, 0, 1) (1)"), shown(alone));
        assertEquals(1, alone.components().size());
    }

    @Test
    void fractionsAndDoublesAreTakenExactly() {
        final NormalFormGame doubles =
                NormalFormGame.bimatrix(new double[][] {{0.1, 0}, {0, 0.3}}, new double[][] {{1e-9, 0}, {0, 1e9}});
        final StrategyProfile mixed = solved(doubles).equilibria().get(2).profile();
        assertTrue(mixed.exact());
        assertEquals(
                Fraction.exactly(0.3).over(Fraction.exactly(0.1).plus(Fraction.exactly(0.3))), mixed.exactChance(1, 0));
    }

    /** A hair's breadth between payoffs, beyond doubles, is no tie. */
    @Test
    void aDifferenceBelowAnyDoubleCounts() {
        final Fraction hair = Fraction.parse("1/1000000000000000000000000");
        final Fraction[][] row = {{Fraction.ONE, Fraction.ONE}, {Fraction.ONE.minus(hair), Fraction.ONE.plus(hair)}};
        final Fraction[][] column = {{Fraction.ONE, Fraction.ONE.minus(hair)}, {Fraction.ONE, Fraction.ONE.plus(hair)}};
        final NashEquilibria found = solved(NormalFormGame.bimatrix(row, column));
        assertFalse(found.degenerate());
        assertEquals(List.of("(1, 0) (1, 0)", "(0, 1) (0, 1)", "(1/2, 1/2) (1/2, 1/2)"), shown(found));
        final Fraction[][] tied = {{Fraction.ONE, Fraction.ONE}, {Fraction.ONE, Fraction.ONE.plus(hair)}};
        assertTrue(solved(NormalFormGame.bimatrix(row, tied)).degenerate());
    }

    @Test
    void aTableForReading() {
        assertEquals(
                "equilibrium,component,index,strategy of 1 [share],payoff of 1 [payoff],strategy of 2 [share],payoff of 2 [payoff]\n"
                        + "1,1,1,1,3,1,3\n"
                        + "2,2,-1,\"4/5 1, 1/5 2\",3,\"2/3 1, 1/3 2\",14/5\n"
                        + "3,3,1,\"1/3 2, 2/3 3\",4,\"1/3 1, 2/3 2\",8/3\n",
                solved(THREE_BY_TWO).table().csv());
    }

    @Test
    void stoppedBeforeTheEndItKeepsWhatItHas() {
        final NormalFormGame game =
                NormalFormGame.of(new int[] {11, 11}, (player, chosen) -> chosen[0] == chosen[1] ? 1.0 : 0.0);
        final AtomicInteger asked = new AtomicInteger();
        final Answer<NashEquilibria> answer =
                AllBimatrixSolver.solver().solve(game, Watch.none().withCancel(() -> asked.incrementAndGet() > 4));
        final Answer.Stopped<?> stopped = assertInstanceOf(Answer.Stopped.class, answer);
        assertEquals("cancelled", stopped.why());
        assertEquals("raise the limit, or ask BimatrixSolver for one equilibrium", stopped.remedy());
        assertFalse(answer.value().complete());
        assertEquals("cancelled", answer.value().missing());
        assertEquals(OptionalInt.empty(), answer.value().indexSum());
        assertTrue(answer.value().components().isEmpty());
        assertTrue(answer.value().maximalSubsets().isEmpty());
        assertTrue(answer.value().equilibria().stream()
                .allMatch(one -> one.regret().none()));
        assertTrue(answer.value().toString().contains(" or more, "));
        assertTrue(answer.value().explain().endsWith("There may be others: cancelled."));
        assertEquals(
                "not enumerated to the end: cancelled",
                assertInstanceOf(Certificate.Unproven.class, answer.certificate())
                        .why());
    }

    @Test
    void interruptedItStopsAndLeavesTheFlag() {
        Thread.currentThread().interrupt();
        final Answer<NashEquilibria> answer = AllBimatrixSolver.solver().solve(THREE_BY_TWO);
        assertTrue(Thread.interrupted());
        assertEquals(
                "interrupted", assertInstanceOf(Answer.Stopped.class, answer).why());
        assertEquals(0, answer.value().count());
    }

    @Test
    void moreVerticesThanExpectedStopIt() {
        final NormalFormGame game = DualCyclic.manyEquilibria(6); // 112 vertices, as many as there can be
        assertEquals(36, AllBimatrixSolver.vertices(6, 6), 1.0);
        final Answer<NashEquilibria> stopped =
                AllBimatrixSolver.solver().withMostVertices(80).solve(game);
        assertEquals(
                "more than 80 vertices",
                assertInstanceOf(Answer.Stopped.class, stopped).why());
        assertEquals(
                "raise mostVertices, or ask BimatrixSolver for one equilibrium",
                assertInstanceOf(Answer.Stopped.class, stopped).remedy());
    }

    @Test
    void progressIsTold() {
        final List<Double> told = new java.util.ArrayList<>();
        AllBimatrixSolver.solver().solve(THREE_BY_TWO, Watch.none().withProgress(told::add));
        assertFalse(told.isEmpty());
        assertTrue(told.stream().allMatch(share -> share >= 0 && share <= 1));
    }

    @Test
    void whatCannotBeEnumeratedIsRefused() {
        final AllBimatrixSolver solver = AllBimatrixSolver.solver();
        assertEquals(
                "game must have 2 players [count], but was of 3; ManyPlayerSolver solves games of more",
                refused(() -> solver.solve(NormalFormGame.of(new int[] {2, 2, 2}, (player, chosen) -> 0.0))));
        assertEquals(
                "game must have at most 64 actions of both players together [count], but was 2 x 63; "
                        + "BimatrixSolver finds one equilibrium",
                refused(() -> solver.solve(NormalFormGame.of(new int[] {2, 63}, (player, chosen) -> 0.0))));
        assertEquals(
                "game must be expected to have at most 4000000 vertices [count; 80 bytes each], but was 30 x 30: some 1e+11, "
                        + "9,108 GB; BimatrixSolver finds one equilibrium, and DominanceSolver removes dominated actions",
                refused(() -> solver.solve(NormalFormGame.of(new int[] {30, 30}, (player, chosen) -> 0.0))));
        assertEquals(
                "game must be expected to have at most 10 vertices [count; 80 bytes each], but was 6 x 6: some 4e+01, "
                        + "1 GB; raise mostVertices, or BimatrixSolver finds one equilibrium",
                refused(() -> solver.withMostVertices(10)
                        .solve(NormalFormGame.of(new int[] {6, 6}, (player, chosen) -> 0.0))));
        assertEquals("threads must be >= 1 [count], but was 0", refused(() -> solver.withThreads(0)));
        assertEquals("mostVertices must be >= 1 [count], but was 0", refused(() -> solver.withMostVertices(0)));
    }

    private static String refused(org.junit.jupiter.api.function.Executable work) {
        return assertThrows(IllegalArgumentException.class, work).getMessage();
    }

    @Test
    void randomGamesHaveAboutAsManyVerticesAsSaid() {
        final java.util.SplittableRandom random = new java.util.SplittableRandom(10);
        final double[] logs = IntStream.range(0, 6)
                .mapToDouble(k -> {
                    final NormalFormGame game =
                            NormalFormGame.of(new int[] {10, 10}, (player, chosen) -> random.nextInt(1000));
                    final VertexWalk walk = new VertexWalk(BestReplyPolytope.of(game, k % 2), false);
                    walk.advance(Integer.MAX_VALUE);
                    return Math.log(walk.bases().size() / AllBimatrixSolver.vertices(10, 10));
                })
                .toArray();
        for (final double log : logs) {
            assertTrue(Math.abs(log) < Math.log(3), () -> java.util.Arrays.toString(logs));
        }
    }

    /** [D] Eight actions that must meet have 2^8 - 1 = 255 equilibria; told to stop while they are paired, those paired are kept. */
    @Test
    void pairsAreFoundAsLongAsTheWatchLetsThem() {
        for (final double here : new double[] {1, 0}) { // the second is degenerate: the first action earns nothing
            final NormalFormGame game = NormalFormGame.of(
                    new int[] {8, 8}, (player, chosen) -> chosen[0] != chosen[1] ? 0 : chosen[0] == 0 ? here : 1);
            final VertexWalk[] walks = {
                new VertexWalk(BestReplyPolytope.of(game, 0), false),
                new VertexWalk(BestReplyPolytope.of(game, 1), false)
            };
            walks[0].advance(1_000_000);
            walks[1].advance(1_000_000);
            final VertexPairs pairs = new VertexPairs(game, walks);
            final int all = pairs.equilibria("", Watch.none()).count();
            assertTrue(here == 0 || all == 255, () -> "there are " + all);
            for (final int looks : new int[] {0, 1, 7, 40}) {
                final AtomicInteger asked = new AtomicInteger();
                final NashEquilibria some =
                        pairs.equilibria("cancelled", Watch.none().withCancel(() -> asked.incrementAndGet() > looks));
                assertTrue(some.count() <= looks + 1 && some.count() < all, () -> "there are " + some.count());
                assertTrue(some.count() >= Math.min(looks, 1) || here == 0);
                assertTrue(asked.get() <= looks + 3, () -> "asked " + asked);
                assertFalse(some.complete());
                assertTrue(some.components().isEmpty());
            }
        }
    }
}
