package io.github.breakranks.equilibrium;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManyPlayerSolverTest {
    private final ManyPlayerSolver solver = ManyPlayerSolver.solver();

    /** Whole payoffs from 0 to 999, as other tools were measured on. */
    static NormalFormGame random(long seed, int... shape) {
        final Random random = new Random(seed);
        final int[][] earned = new int[shape.length][];
        int profiles = 1;
        for (final int actions : shape) {
            profiles *= actions;
        }
        for (int player = 0; player < shape.length; player++) {
            earned[player] = random.ints(profiles, 0, 1000).toArray();
        }
        return NormalFormGame.of(shape, (player, chosen) -> {
            int index = 0;
            for (int k = 0; k < chosen.length; k++) {
                index = index * shape[k] + chosen[k];
            }
            return earned[player][index];
        });
    }

    private static int[] shape(int players, int actions) {
        final int[] shape = new int[players];
        java.util.Arrays.fill(shape, actions);
        return shape;
    }

    @ParameterizedTest(name = "{0} players, {1} actions: {2} of {2}")
    @CsvSource({"3, 2, 40", "3, 3, 40", "4, 4, 20", "7, 2, 20"})
    void randomGamesAreSolvedAndProven(int players, int actions, int games) {
        for (int seed = 0; seed < games; seed++) {
            final Answer<NashEquilibrium> answer = solver.solve(random(seed, shape(players, actions)));
            assertInstanceOf(Answer.Found.class, answer);
            assertInstanceOf(Certificate.Proven.class, answer.certificate());
            assertTrue(answer.value().regret().worst().value() <= 1e-8);
        }
    }

    /** Nau, Gomez Canovas and Hansen (2004): one equilibrium, irrational. */
    @Test
    void theIrrationalEquilibrium() {
        final Answer<NashEquilibrium> answer = solver.solve(KnownGames.irrational());
        final double q = (Math.sqrt(601) - 13) / 24;
        assertEquals((9 * q - 1) / (7 * q + 2), answer.value().profile().chance(0, 0), 2e-16);
        assertEquals(q, answer.value().profile().chance(1, 0), 2e-16);
        assertEquals((2 - 3 * q) / (1 + q), answer.value().profile().chance(2, 0), 2e-16);
        assertEquals(
                "proven: Krawczyk: one equilibrium within 1e-13 of it",
                answer.certificate().sentence());
        assertEquals(answer, solver.solve(KnownGames.irrational()));
    }

    @Test
    void pureEquilibriaAreExact() {
        final Answer<NashEquilibrium> answer = solver.solve(KnownGames.nineEquilibria());
        assertEquals("Nash equilibrium (1, 0) (1, 0) (1, 0)", answer.value().toString());
        assertEquals(
                "proven: nobody regrets it, in fractions", answer.certificate().sentence());
    }

    /** Three-player matching pennies: the first wants to differ from the second, the second from the third, the third to match the first. */
    @Test
    void simpleFractionsAreRecognised() {
        final NormalFormGame game = NormalFormGame.of(new int[] {2, 2, 2}, (player, chosen) -> switch (player) {
            case 0 -> chosen[0] == chosen[1] ? 0 : chosen[0] == 0 ? 2 : 1;
            case 1 -> chosen[1] == chosen[2] ? 0 : 1;
            default -> chosen[2] == chosen[0] ? 0 : 1;
        });
        final Answer<NashEquilibrium> answer = solver.solve(game);
        assertEquals(
                "Nash equilibrium (1/2, 1/2) (2/3, 1/3) (1/2, 1/2)",
                answer.value().toString());
        assertTrue(answer.value().regret().none());
    }

    @Test
    void onePlayerAndTwoPlayers() {
        final NormalFormGame alone = NormalFormGame.of(new int[] {3}, (player, chosen) -> chosen[0] == 1 ? 2 : 0);
        assertEquals("(0, 1, 0)", solver.solve(alone).value().profile().toString());
        assertEquals(
                "(1/2, 1/2) (1/10, 9/10)",
                solver.solve(KnownGames.asymmetricPennies()).value().profile().toString());
    }

    @Test
    void stopsWhenToldTo() {
        final Answer<NashEquilibrium> answer =
                solver.solve(KnownGames.irrational(), Watch.none().withCancel(() -> true));
        final Answer.Stopped<NashEquilibrium> stopped = stopped(answer);
        assertEquals("cancelled", stopped.why());
        assertEquals("raise the limit", stopped.remedy());
        final Certificate.Numeric checked = assertInstanceOf(Certificate.Numeric.class, stopped.certificate());
        assertTrue(stopped.value().regret().worst().value() <= checked.worst());
    }

    /** Huge pennies of three: nobody has a pure best answer to all, and mixtures are looked for in doubles. */
    @Test
    void mixturesOfPayoffsBeyondDoublesAreToBeRescaled() {
        final Fraction huge = new Fraction(BigInteger.TEN.pow(400), BigInteger.ONE);
        final NormalFormGame game = NormalFormGame.exact(
                new int[] {2, 2, 2},
                (player, chosen) ->
                        (chosen[player] == chosen[(player + 1) % 3]) == (player == 2) ? huge : Fraction.ZERO);
        assertEquals(
                "payoff must be at most 1.7976931348623157E308 [size of a double], but was about 10^400; rescale the payoffs",
                assertThrows(IllegalArgumentException.class, () -> solver.solve(game))
                        .getMessage());
    }

    @Test
    void badSettingsAreRefused() {
        assertEquals(
                "paths must be >= 0 [count], but was -1",
                assertThrows(IllegalArgumentException.class, () -> solver.withPaths(-1))
                        .getMessage());
    }

    private static Answer.Stopped<NashEquilibrium> stopped(Answer<NashEquilibrium> answer) {
        if (answer instanceof Answer.Stopped<NashEquilibrium> stopped) {
            return stopped;
        }
        throw new AssertionError("not stopped: " + answer);
    }
}
