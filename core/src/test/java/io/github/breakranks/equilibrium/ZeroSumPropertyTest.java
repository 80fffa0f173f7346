package io.github.breakranks.equilibrium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.Seeds;
import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Fraction;
import io.github.breakranks.game.NormalFormGame;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class ZeroSumPropertyTest {

    /** Up to 6 x 6, in payoffs so few that ties are common. */
    @Provide
    Arbitrary<long[][]> matrices() {
        return Arbitraries.integers()
                .between(1, 6)
                .flatMap(rows -> Arbitraries.integers()
                        .between(1, 6)
                        .flatMap(columns -> Arbitraries.longs()
                                .between(-3, 4)
                                .array(long[].class)
                                .ofSize(columns)
                                .array(long[][].class)
                                .ofSize(rows)));
    }

    private static ZeroSum proven(long[][] row) {
        final Answer<ZeroSum> answer = ZeroSumSolver.solver().solve(NormalFormGame.zeroSum(row));
        assertInstanceOf(Certificate.Proven.class, answer.certificate());
        return answer.orElseThrow();
    }

    private static long[][] changed(long[][] row, java.util.function.LongUnaryOperator by) {
        return Arrays.stream(row)
                .map(payoffs -> Arrays.stream(payoffs).map(by).toArray())
                .toArray(long[][]::new);
    }

    private static long[][] transposed(long[][] row) {
        final long[][] turned = new long[row[0].length][row.length];
        for (int i = 0; i < row.length; i++) {
            for (int j = 0; j < row[0].length; j++) {
                turned[j][i] = row[i][j];
            }
        }
        return turned;
    }

    /** Von Neumann (1928): what x guarantees is what y holds it to, recomputed here once more, payoff by payoff. */
    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE, seed = Seeds.USUAL)
    void bothGuaranteesAreTheValue(@ForAll("matrices") long[][] row) {
        final ZeroSum found = proven(row);
        for (int j = 0; j < row[0].length; j++) {
            Fraction earned = Fraction.ZERO;
            for (int i = 0; i < row.length; i++) {
                earned = earned.plus(found.profile().exactChance(0, i).times(row[i][j]));
            }
            assertTrue(earned.compareTo(found.exactValue()) >= 0);
        }
        for (final long[] payoffs : row) {
            Fraction left = Fraction.ZERO;
            for (int j = 0; j < payoffs.length; j++) {
                left = left.plus(found.profile().exactChance(1, j).times(payoffs[j]));
            }
            assertTrue(left.compareTo(found.exactValue()) <= 0);
        }
    }

    /** Who plays himself wins nothing. */
    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE, seed = Seeds.USUAL)
    void aGameAgainstOneselfIsWorthNothing(@ForAll long seed, @ForAll @IntRange(min = 1, max = 7) int size) {
        final Random random = new Random(seed);
        final long[][] row = new long[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < i; j++) {
                row[i][j] = random.nextInt(19) - 9;
                row[j][i] = -row[i][j];
            }
        }
        assertEquals(Fraction.ZERO, proven(row).exactValue());
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE, seed = Seeds.USUAL)
    void scaleShiftAndRolesCarryOver(@ForAll("matrices") long[][] row, @ForAll @IntRange(min = 1, max = 9) int scale) {
        final Fraction value = proven(row).exactValue();
        assertEquals(
                value.times(scale).plus(Fraction.of(5, 1)),
                proven(changed(row, payoff -> scale * payoff + 5)).exactValue());
        assertEquals(
                value.negated(),
                proven(transposed(changed(row, payoff -> -payoff))).exactValue());
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE, seed = Seeds.USUAL)
    void orderAndWorseActionsDoNotMatter(@ForAll("matrices") long[][] row, @ForAll long seed) {
        final long[][] mixed = new long[row.length + 1][];
        for (int i = 0; i < row.length; i++) {
            mixed[i] = row[i];
        }
        mixed[row.length] = Arrays.stream(row[0]).map(payoff -> payoff - 1).toArray();
        java.util.Collections.shuffle(Arrays.asList(mixed), new Random(seed));
        assertEquals(proven(row).exactValue(), proven(mixed).exactValue());
    }

    /** A doubled action can share its chance, so whoever uses it has other best strategies; what is said of the other still holds. */
    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE, seed = Seeds.USUAL)
    void aDoubledActionIsNoticed(@ForAll("matrices") long[][] row) {
        final ZeroSum found = proven(row);
        final long[][] doubled = Arrays.copyOf(row, row.length + 1);
        doubled[row.length] = row[found.profile().support(0)[0]];
        final ZeroSum other = proven(doubled);
        assertEquals(Optional.of(false), other.unique(0));
        assertEquals(found.unique(1), other.unique(1));
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE, seed = Seeds.USUAL)
    void doublesEncloseTheValue(@ForAll("matrices") long[][] row) {
        final ZeroSum quick = ZeroSumSolver.solver()
                .inDoubles()
                .solve(NormalFormGame.zeroSum(row))
                .orElseThrow();
        final Fraction value = proven(row).exactValue();
        assertTrue(quick.guaranteed().compareTo(value) <= 0);
        assertTrue(quick.heldTo().compareTo(value) >= 0);
        assertTrue(quick.gap().value() < 1e-7);
    }
}
