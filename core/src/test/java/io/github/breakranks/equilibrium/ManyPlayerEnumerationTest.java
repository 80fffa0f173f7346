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
import io.github.breakranks.game.KnownGames;
import io.github.breakranks.game.NormalFormGame;
import java.math.BigInteger;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ManyPlayerEnumerationTest {
    private final ManyPlayerEnumeration solver = ManyPlayerEnumeration.solver();

    /** McKelvey and McLennan (1997): nine equilibria, two of them totally mixed. */
    @Test
    void allNineEquilibriaOfMcKelveyAndMcLennan() {
        final Answer<NashEquilibria> answer = solver.solve(KnownGames.nineEquilibria());
        final NashEquilibria all = answer.orElseThrow();
        assertEquals(
                List.of(
                        "(1, 0) (1, 0) (1, 0)",
                        "(1, 0) (0, 1) (0, 1)",
                        "(0, 1) (1, 0) (0, 1)",
                        "(0, 1) (0, 1) (1, 0)",
                        "(1/2, 1/2) (1/2, 1/2) (1, 0)",
                        "(1/2, 1/2) (2/5, 3/5) (1/4, 3/4)",
                        "(2/5, 3/5) (1/2, 1/2) (1/3, 2/3)",
                        "(1/3, 2/3) (1, 0) (1/4, 3/4)",
                        "(0, 1) (1/4, 3/4) (1/3, 2/3)"),
                all.equilibria().stream().map(one -> one.profile().toString()).toList());
        assertTrue(all.complete());
        assertFalse(all.degenerate());
        assertEquals(OptionalInt.of(1), all.indexSum());
        assertTrue(all.equilibria().stream().allMatch(one -> one.regret().none()));
        assertEquals("9 equilibria, 4 of them pure. The indices sum to 1. There are no others.", all.explain());
        assertInstanceOf(Certificate.Proven.class, answer.certificate());
    }

    /** Nau, Gomez Canovas and Hansen (2004): one equilibrium, irrational. */
    @Test
    void theIrrationalEquilibriumIsTheOnlyOne() {
        final NashEquilibria all = solver.solve(KnownGames.irrational()).orElseThrow();
        assertEquals(1, all.count());
        assertEquals(
                (Math.sqrt(601) - 13) / 24, all.equilibria().get(0).profile().chance(1, 0), 2e-16);
        assertTrue(all.complete());
    }

    /** Games of the size of which another tool finds an even number in 4 of 38 (Wilson 1971; Harsanyi 1973: it is odd). */
    @Test
    void fortyRandomGamesHaveOddNumbersAndIndicesThatSumToOne() {
        for (int seed = 0; seed < 40; seed++) {
            final Answer<NashEquilibria> answer = solver.solve(ManyPlayerSolverTest.random(seed, 2, 3, 3));
            final NashEquilibria all = answer.orElseThrow();
            assertTrue(all.complete());
            assertEquals(1, all.count() % 2);
            assertEquals(OptionalInt.of(1), all.indexSum());
            assertInstanceOf(Certificate.Proven.class, answer.certificate());
        }
    }

    @Test
    void fourPlayersOnAnyNumberOfThreads() {
        final NormalFormGame game = ManyPlayerSolverTest.random(5, 2, 2, 2, 2);
        final NashEquilibria one = solver.solve(game).orElseThrow();
        final NashEquilibria two = solver.withThreads(2).solve(game).orElseThrow();
        assertTrue(one.complete());
        assertEquals(one.equilibria(), two.equilibria());
        assertEquals(OptionalInt.of(1), one.indexSum());
    }

    @Test
    void twoPlayersGoToTheExactEnumeration() {
        final NashEquilibria all = solver.solve(KnownGames.asymmetricPennies()).orElseThrow();
        assertEquals(
                "(1/2, 1/2) (1/10, 9/10)", all.equilibria().get(0).profile().toString());
        assertTrue(all.complete());
    }

    @Test
    void aDegenerateGameMayHaveMore() {
        final NormalFormGame game = NormalFormGame.of(
                new int[] {2, 2, 2}, (player, chosen) -> player == 0 ? 1 : chosen[0] + chosen[player]);
        final Answer<NashEquilibria> answer = solver.solve(game);
        assertFalse(answer.value().complete());
        assertTrue(answer.value().degenerate());
        assertEquals(
                "somebody is indifferent at (1, 0) (0, 1) (0, 1)",
                answer.value().missing());
        assertEquals(OptionalInt.empty(), answer.value().indexSum());
        assertEquals(
                "NashEquilibria[2 or more, 2 pure, degenerate]", answer.value().toString());
        assertEquals(2, answer.value().table().rows().size());
    }

    /** The second and third are indifferent all along an edge, and no pure equilibrium shows it. */
    @Test
    void aBoxThatStaysOpenIsNamed() {
        final NormalFormGame game = NormalFormGame.of(new int[] {2, 2, 2}, (player, chosen) -> switch (player) {
            case 0 -> chosen[0] == chosen[1] ? 1 : 0;
            case 1 -> chosen[1] == chosen[0] ? 0 : 1;
            default -> 0;
        });
        final Answer<NashEquilibria> answer = solver.solve(game);
        assertFalse(answer.value().complete());
        assertTrue(answer.value().missing().startsWith("a box that may hold one, none or many: ("));
    }

    @Test
    void tooManyCombinationsAreRefusedBeforeAnyWork() {
        final Answer<NashEquilibria> answer = solver.solve(ManyPlayerSolverTest.random(1, 6, 6, 6, 6));
        final Answer.Stopped<NashEquilibria> stopped = stopped(answer);
        assertEquals("1.575e+07 combinations of supports, more than 100000", stopped.why());
        assertEquals("ask ManyPlayerSolver for one equilibrium, or allow more withMostCombinations", stopped.remedy());
        assertFalse(stopped.value().complete());
    }

    @Test
    void stopsWithWhatWasFoundSoFar() {
        final int[] asked = {0};
        final Watch watch = Watch.none().withCancel(() -> asked[0]++ > 3);
        final Answer<NashEquilibria> answer = solver.solve(KnownGames.nineEquilibria(), watch);
        final Answer.Stopped<NashEquilibria> stopped = stopped(answer);
        assertEquals("cancelled", stopped.why());
        assertEquals("not all supports were searched", stopped.value().missing());
    }

    @Test
    void tooFewBoxesLeaveABoxOpen() {
        final Answer<NashEquilibria> answer = solver.withMostBoxes(1).solve(ManyPlayerSolverTest.random(0, 2, 3, 3));
        assertFalse(answer.value().complete());
    }

    @Test
    void payoffsTooLargeForADoubleAreRefused() {
        final Fraction huge = new Fraction(BigInteger.TEN.pow(400), BigInteger.ONE);
        final NormalFormGame game =
                NormalFormGame.exact(new int[] {1, 1, 1}, (player, chosen) -> player == 1 ? huge : Fraction.ONE);
        assertEquals(
                "payoff must be at most 1.7976931348623157E308 [size of a double], but was about 10^400; ask for it exactly",
                assertThrows(IllegalArgumentException.class, () -> solver.solve(game))
                        .getMessage());
    }

    @Test
    void badSettingsAreRefused() {
        assertEquals(
                "mostCombinations must be >= 1 [count], but was 0",
                assertThrows(IllegalArgumentException.class, () -> solver.withMostCombinations(0))
                        .getMessage());
        assertEquals(
                "mostBoxes must be >= 1 [count], but was 0",
                assertThrows(IllegalArgumentException.class, () -> solver.withMostBoxes(0))
                        .getMessage());
        assertEquals(
                "threads must be >= 1 [count], but was 0",
                assertThrows(IllegalArgumentException.class, () -> solver.withThreads(0))
                        .getMessage());
    }

    private static Answer.Stopped<NashEquilibria> stopped(Answer<NashEquilibria> answer) {
        if (answer instanceof Answer.Stopped<NashEquilibria> stopped) {
            return stopped;
        }
        throw new AssertionError("not stopped: " + answer);
    }
}
