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
import java.util.Arrays;
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
        Arrays.fill(shape, actions);
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

    /** Huge pennies of three: each wants to differ from the next, which three cannot. */
    @Test
    void mixturesOfPayoffsBeyondDoublesAreFound() {
        final Fraction huge = new Fraction(BigInteger.TEN.pow(400), BigInteger.ONE);
        final NormalFormGame game = NormalFormGame.exact(
                new int[] {2, 2, 2},
                (player, chosen) -> chosen[player] != chosen[(player + 1) % 3] ? huge : Fraction.ZERO);
        final Answer<NashEquilibrium> answer = solver.solve(game);
        assertEquals(
                "(1/2, 1/2) (1/2, 1/2) (1/2, 1/2)", answer.value().profile().toString());
        assertTrue(answer.value().regret().none());
        assertEquals(
                "proven: nobody regrets it, in fractions", answer.certificate().sentence());
    }

    /** The irrational equilibrium does not move when payoffs are counted in another unit or from another zero, beyond what doubles hold. */
    @ParameterizedTest(name = "times 10^{0} above 10^{1}")
    @CsvSource({"400, 450", "0, 30", "-330, -400", "-400, -390", "3, 18"})
    void neitherUnitNorZeroMattersBeyondDoubles(int unit, int zero) {
        final NormalFormGame few = KnownGames.irrational();
        final NormalFormGame game = NormalFormGame.exact(
                few.shape(),
                (player, chosen) ->
                        few.exactPayoff(player, chosen).times(power(unit)).plus(power(zero)));
        final Answer<NashEquilibrium> answer = solver.solve(game);
        assertEquals((Math.sqrt(601) - 13) / 24, answer.value().profile().chance(1, 0), 2e-16);
        assertEquals(
                "proven: Krawczyk: one equilibrium within 1e-13 of it",
                answer.certificate().sentence());
        assertEquals(game, answer.value().game());
        final NashEquilibria all = ManyPlayerEnumeration.solver().solve(game).value();
        assertEquals(1, all.count());
        assertTrue(all.complete());
    }

    private static Fraction power(int exponent) {
        final BigInteger size = BigInteger.TEN.pow(Math.abs(exponent));
        return exponent >= 0 ? new Fraction(size, BigInteger.ONE) : new Fraction(BigInteger.ONE, size);
    }

    /** Beyond doubles, and pure. */
    @Test
    void pureEquilibriaOfPayoffsBeyondDoublesAreFound() {
        final NormalFormGame game = NormalFormGame.exact(
                new int[] {2, 2, 2}, (player, chosen) -> power(400).times(chosen[player]));
        assertEquals(
                "(0, 1) (0, 1) (0, 1)", solver.solve(game).value().profile().toString());
    }

    /** Without pure equilibria; at the irrational one that the path leads to somebody is indifferent to an action that he does not take. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "2 2 2 2, 1120 1102 0122 0122 0012 2001 0021 1210 2220 0021 1200 0202 0002 2120 1102 0202",
        "3 2 2, 001 100 011 110 110 011 001 011 010 010 100 101",
        "3 2 2, 001 110 000 000 100 000 110 001 011 010 110 101"
    })
    void irrationalEquilibriaBesideATieAreProven(String actions, String payoffs) {
        final Answer<NashEquilibrium> answer = solver.solve(game(actions, payoffs));
        assertTrue(answer.value().regret().worst().value() < 1e-16);
        assertEquals(
                "proven: Krawczyk, with and without an action that may tie: one equilibrium within 1e-13 of it",
                answer.certificate().sentence());
    }

    /** The path is drawn to an edge on which everybody is indifferent somewhere, and its end is rounded. */
    @Test
    void aLimitOnADegenerateEdgeIsRounded() {
        final Answer<NashEquilibrium> answer = solver.solve(game("2 2 2", "200 020 021 202 012 220 100 211"));
        assertEquals("(1, 0) (1, 0) (1/2, 1/2)", answer.value().profile().toString());
        assertTrue(answer.value().regret().none());
        assertInstanceOf(Certificate.Proven.class, answer.certificate());
    }

    /** By combination of actions, the last player's running fastest, a digit for each player. */
    static NormalFormGame game(String actions, String payoffs) {
        final int[] shape =
                Arrays.stream(actions.split(" ")).mapToInt(Integer::parseInt).toArray();
        final String[] listed = payoffs.split(" ");
        return NormalFormGame.of(shape, (player, chosen) -> {
            int index = 0;
            for (int k = 0; k < chosen.length; k++) {
                index = index * shape[k] + chosen[k];
            }
            return listed[index].charAt(player) - '0';
        });
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
