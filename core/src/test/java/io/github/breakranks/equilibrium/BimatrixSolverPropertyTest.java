package io.github.breakranks.equilibrium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.Seeds;
import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Fraction;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.game.NormalFormGame;
import io.github.breakranks.game.Regret;
import io.github.breakranks.game.StrategyProfile;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** What is called an equilibrium is one, in every game. */
class BimatrixSolverPropertyTest {

    @Property(tries = 150, seed = Seeds.USUAL)
    void randomIntegerGamesEndProven(
            @ForAll @IntRange(min = 1, max = 12) int rows,
            @ForAll @IntRange(min = 1, max = 12) int columns,
            @ForAll long seed) {
        proven(game(rows, columns, seed, random -> random.nextInt(1000)));
    }

    @Property(tries = 200, seed = Seeds.USUAL)
    void degenerateGamesEndProven(
            @ForAll @IntRange(min = 1, max = 9) int rows,
            @ForAll @IntRange(min = 1, max = 9) int columns,
            @ForAll long seed) {
        proven(degenerate(rows, columns, seed));
    }

    /** From games with no pure equilibrium the pure sweep takes nothing away. */
    @Property(tries = 100, seed = Seeds.USUAL)
    void strictlyCompetitiveDegenerateGamesEndProven(@ForAll @IntRange(min = 2, max = 10) int size, @ForAll long seed) {
        final NormalFormGame game = degenerate(size, size, seed);
        final long[][] row = new long[size][size];
        for (int index = 0; index < game.profiles(); index++) {
            row[index / size][index % size] = (long) game.payoffAt(0, index);
        }
        proven(NormalFormGame.zeroSum(row));
    }

    @Property(tries = 100, seed = Seeds.USUAL)
    void doublesEndProven(
            @ForAll @IntRange(min = 1, max = 8) int rows,
            @ForAll @IntRange(min = 1, max = 8) int columns,
            @ForAll @DoubleRange(min = -200, max = 200) double exponent,
            @ForAll long seed) {
        final double size = Math.pow(10, exponent);
        proven(game(rows, columns, seed, random -> random.nextGaussian() * size));
    }

    /** Lexicographic pivoting alone, from every label: it always ends, and at an equilibrium. */
    @Property(tries = 150, seed = Seeds.USUAL)
    void everyLemkeHowsonPathEndsAtAnEquilibrium(
            @ForAll @IntRange(min = 1, max = 5) int rows,
            @ForAll @IntRange(min = 1, max = 5) int columns,
            @ForAll long seed) {
        final NormalFormGame game = degenerate(rows, columns, seed);
        for (int label = 0; label < rows + columns; label++) {
            final Answer<LemkeHowsonPath> answer =
                    LemkeHowson.solver().withLabel(label).solve(game);
            assertInstanceOf(Certificate.Proven.class, answer.certificate());
            assertTrue(Regret.of(game, answer.value().equilibrium().profile()).none());
        }
    }

    /** Floating-point paths, without degeneracy, are those in whole numbers: the same actions played. */
    @Property(tries = 100, seed = Seeds.USUAL)
    void pathsInFloatingPointAreThoseInWholeNumbers(
            @ForAll @IntRange(min = 2, max = 9) int rows,
            @ForAll @IntRange(min = 2, max = 9) int columns,
            @ForAll long seed) {
        final NormalFormGame game = game(rows, columns, seed, random -> random.nextInt(1_000_000));
        final FloatPath path = new FloatPath(FloatPayoffs.of(game, 0), FloatPayoffs.of(game, 1), rows, columns, 1e-12);
        for (int label = 0; label < rows + columns; label++) {
            final LemkeHowsonPath exact =
                    LemkeHowson.solver().withLabel(label).solve(game).orElseThrow();
            final long before = path.pivots();
            final Support support = path.follow(label, 10_000, Watch.none());
            assertTrue(support != null);
            assertEquals(exact.pivots(), path.pivots() - before);
            assertEquals(exact.equilibrium(), support.equilibrium(game));
        }
    }

    /** Payoffs times a number above 0, and plus what depends on the other's action alone, leave the equilibria as they are. */
    @Property(tries = 100, seed = Seeds.USUAL)
    void equilibriaDoNotDependOnOriginAndScale(
            @ForAll @IntRange(min = 2, max = 7) int size,
            @ForAll @IntRange(min = 1, max = 50) int scale,
            @ForAll long seed) {
        final NormalFormGame game = degenerate(size, size, seed);
        final Random random = new Random(seed + 1);
        final int[] shift = random.ints(2L * size, -20, 20).toArray();
        final NormalFormGame moved = NormalFormGame.exact(
                new int[] {size, size},
                (player, chosen) -> game.exactPayoff(player, chosen)
                        .times(Fraction.of(scale, 7))
                        .plus(Fraction.of(shift[player * size + chosen[1 - player]], 3)));
        assertTrue(Regret.of(moved, proven(game).profile()).none());
        assertTrue(Regret.of(game, proven(moved).profile()).none());
    }

    /** The players' names and the order of actions do not matter. */
    @Property(tries = 100, seed = Seeds.USUAL)
    void relabelledEquilibriaAreEquilibria(
            @ForAll @IntRange(min = 1, max = 7) int rows,
            @ForAll @IntRange(min = 1, max = 7) int columns,
            @ForAll long seed) {
        final NormalFormGame game = degenerate(rows, columns, seed);
        final NormalFormGame swapped = NormalFormGame.exact(
                new int[] {columns, rows},
                (player, chosen) -> game.exactPayoff(1 - player, rows - 1 - chosen[1], columns - 1 - chosen[0]));
        final StrategyProfile found = proven(swapped).profile();
        assertTrue(Regret.of(game, StrategyProfile.of(reversed(found.exactChances(1)), reversed(found.exactChances(0))))
                .none());
    }

    /** Where a pure equilibrium is planted the answer is pure. */
    @Property(tries = 50, seed = Seeds.USUAL)
    void purePlantedPureFound(@ForAll @IntRange(min = 1, max = 9) int size, @ForAll long seed) {
        final Random random = new Random(seed);
        final int at = random.nextInt(size * size);
        final NormalFormGame game = degenerate(size, size, seed);
        final NormalFormGame planted = NormalFormGame.exact(
                new int[] {size, size},
                (player, chosen) ->
                        chosen[0] * size + chosen[1] == at ? Fraction.of(9, 1) : game.exactPayoff(player, chosen));
        assertTrue(proven(planted).profile().pure());
    }

    /** Stopped at any moment, it never says more than the regret of what it returns. */
    @Property(tries = 100, seed = Seeds.USUAL)
    void stoppedAnywhereTheCertificateIsNotBelowTheRegret(
            @ForAll @IntRange(min = 2, max = 8) int size,
            @ForAll @IntRange(min = 0, max = 40) int looks,
            @ForAll long seed) {
        final NormalFormGame game = game(size, size, seed, random -> random.nextInt(100));
        final AtomicInteger asked = new AtomicInteger();
        final Answer<NashEquilibrium> answer =
                BimatrixSolver.solver().solve(game, Watch.none().withCancel(() -> asked.incrementAndGet() > looks));
        final Fraction regret = Regret.of(game, answer.value().profile()).worst();
        if (answer.certificate() instanceof Certificate.Numeric numeric) {
            assertTrue(Fraction.exactly(numeric.worst()).compareTo(regret) >= 0);
        } else {
            assertInstanceOf(Certificate.Proven.class, answer.certificate());
            assertEquals(Fraction.ZERO, regret);
        }
    }

    private interface Draw {
        double payoff(Random random);
    }

    private static NormalFormGame game(int rows, int columns, long seed, Draw draw) {
        final Random random = new Random(seed);
        return NormalFormGame.of(new int[] {rows, columns}, (player, chosen) -> draw.payoff(random));
    }

    /** Few different payoffs, and as likely as not a row repeated, one of zeros, and the same for columns. */
    private static NormalFormGame degenerate(int rows, int columns, long seed) {
        final Random random = new Random(seed);
        final int[] alikeRow = alike(rows, random);
        final int[] alikeColumn = alike(columns, random);
        final int[][][] payoffs = new int[2][rows][columns];
        final int zeroRow = random.nextInt(2 * rows);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                payoffs[0][i][j] = i == zeroRow ? 0 : random.nextInt(4) - 1;
                payoffs[1][i][j] = i == zeroRow ? 0 : random.nextInt(4) - 1;
            }
        }
        return NormalFormGame.of(
                new int[] {rows, columns},
                (player, chosen) -> payoffs[player][alikeRow[chosen[0]]][alikeColumn[chosen[1]]]);
    }

    private static int[] alike(int actions, Random random) {
        final int[] alike = new int[actions];
        for (int action = 0; action < actions; action++) {
            alike[action] = random.nextInt(5) == 0 ? random.nextInt(actions) : action;
        }
        return alike;
    }

    private static Fraction[] reversed(Fraction[] chances) {
        final Fraction[] reversed = new Fraction[chances.length];
        for (int action = 0; action < chances.length; action++) {
            reversed[action] = chances[chances.length - 1 - action];
        }
        return reversed;
    }

    private static NashEquilibrium proven(NormalFormGame game) {
        final Answer<NashEquilibrium> answer = BimatrixSolver.solver().solve(game);
        assertInstanceOf(Answer.Found.class, answer);
        assertInstanceOf(Certificate.Proven.class, answer.certificate());
        assertTrue(Regret.of(game, answer.value().profile()).none());
        return answer.value();
    }
}
