package io.github.breakranks.equilibrium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.game.DualCyclic;
import io.github.breakranks.game.NormalFormGame;
import io.github.breakranks.game.Regret;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LemkeHowsonTest {
    private static final NormalFormGame THREE_BY_TWO =
            NormalFormGame.bimatrix(new long[][] {{3, 3}, {2, 5}, {0, 6}}, new long[][] {{3, 2}, {2, 6}, {3, 1}});

    /** Savani and von Stengel (2006): the longest paths, by how many actions each player has. */
    @ParameterizedTest
    @CsvSource({"2, 4", "4, 20", "6, 88", "8, 376", "10, 1596", "12, 6764"})
    void theWorstLabelOfDualCyclicGames(int d, int pivots) {
        final NormalFormGame game = DualCyclic.hardToSolve(d);
        int worst = 0;
        NashEquilibrium only = null;
        for (int label = 0; label < 2 * d; label++) {
            final LemkeHowsonPath path =
                    LemkeHowson.solver().withLabel(label).solve(game).orElseThrow();
            assertTrue(Regret.of(game, path.equilibrium().profile()).none());
            only = only == null ? path.equilibrium() : only;
            assertEquals(only, path.equilibrium(), "the game has one equilibrium");
            worst = Math.max(worst, path.pivots());
        }
        assertEquals(pivots, worst);
    }

    /** The same paper: the shortest path grows exponentially too; lengths for d = 6, label by label, are those of its Gale strings. */
    @Test
    void everyLabelOfTheGameOfSix() {
        final int[] lengths = {88, 24, 24, 24, 24, 88, 36, 36, 16, 16, 36, 36};
        for (int label = 0; label < lengths.length; label++) {
            assertEquals(
                    lengths[label],
                    LemkeHowson.solver()
                            .withLabel(label)
                            .solve(DualCyclic.hardToSolve(6))
                            .orElseThrow()
                            .pivots());
        }
    }

    /** The game of von Stengel's surveys with three equilibria: labels 0 to 4 lead to a pure and a mixed one. */
    @Test
    void threeByTwo() {
        assertEquals(
                "(1, 0, 0) (1, 0)",
                LemkeHowson.solver()
                        .solve(THREE_BY_TWO)
                        .orElseThrow()
                        .equilibrium()
                        .profile()
                        .toString());
        assertEquals(
                "(0, 1/3, 2/3) (1/3, 2/3)",
                LemkeHowson.solver()
                        .withLabel(1)
                        .solve(THREE_BY_TWO)
                        .orElseThrow()
                        .equilibrium()
                        .profile()
                        .toString());
    }

    @Test
    void explained() {
        final LemkeHowsonPath path = LemkeHowson.solver().solve(THREE_BY_TWO).orElseThrow();
        assertEquals("Lemke-Howson path of 2 pivots, label 0 dropped", path.toString());
        assertEquals(
                "Dropping the label of action 1 of player 1, the path of Lemke and Howson took 2 pivots. "
                        + "At its end is: Nash equilibrium (1, 0, 0) (1, 0).",
                path.explain());
        assertEquals(5, path.table().rows().size());
    }

    @Test
    void stoppedPathsSayHowFarTheyAre() {
        final NormalFormGame game = DualCyclic.hardToSolve(8);
        final AtomicInteger asked = new AtomicInteger();
        final Answer<LemkeHowsonPath> answer =
                LemkeHowson.solver().solve(game, Watch.none().withCancel(() -> asked.incrementAndGet() > 9));
        final Answer.Stopped<?> stopped = assertInstanceOf(Answer.Stopped.class, answer);
        assertEquals("cancelled after 9 pivots", stopped.why());
        assertEquals("raise the limit, drop another label, or use BimatrixSolver", stopped.remedy());
        final double worst = assertInstanceOf(Certificate.Numeric.class, answer.certificate())
                .worst();
        assertTrue(worst >= answer.value().equilibrium().regret().worst().value() && worst > 0);
    }

    @Test
    void stoppedBeforeTheFirstPivotEverythingIsAsLikely() {
        final Answer<LemkeHowsonPath> answer =
                LemkeHowson.solver().solve(THREE_BY_TWO, Watch.none().withCancel(() -> true));
        assertEquals(
                "(1/3, 1/3, 1/3) (1/2, 1/2)",
                answer.value().equilibrium().profile().toString());
    }

    @Test
    void labelsAndPlayersThatDoNotFitAreRefused() {
        assertEquals(
                "label must be from 0 to 4 [action], but was 5",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> LemkeHowson.solver().withLabel(5).solve(THREE_BY_TWO))
                        .getMessage());
        assertEquals(
                "label must be >= 0 [action], but was -1",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> LemkeHowson.solver().withLabel(-1))
                        .getMessage());
        final NormalFormGame three = NormalFormGame.of(new int[] {2, 2, 2}, (player, chosen) -> 0.0);
        assertEquals(
                "game must have 2 players [count], but was of 3; ManyPlayerSolver solves games of more",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> LemkeHowson.solver().solve(three))
                        .getMessage());
    }
}
