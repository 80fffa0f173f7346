package io.github.breakranks.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.Seeds;
import io.github.breakranks.internal.ExactLinearProgram.Optimal;
import io.github.breakranks.internal.ExactLinearProgram.Outcome;
import io.github.breakranks.internal.ExactLinearProgram.Row;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ExactLinearProgramPropertyTest {

    private static BigInteger[] drawn(Random random, int size, int most) {
        return IntStream.range(0, size)
                .mapToObj(j -> BigInteger.valueOf(random.nextInt(2 * most + 1) - most))
                .toArray(BigInteger[]::new);
    }

    private static ExactLinearProgram drawn(long seed, int rows, int variables, int most) {
        final Random random = new Random(seed);
        final List<Row> drawn = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            drawn.add(new Row(
                    drawn(random, variables, most),
                    random.nextInt(4) == 0,
                    BigInteger.valueOf(random.nextInt(3 * most + 1) - most)));
        }
        final boolean[] free = new boolean[variables];
        for (int j = 0; j < variables; j++) {
            free[j] = random.nextInt(4) == 0;
        }
        return ExactLinearProgram.maximize(drawn(random, variables, most), drawn, free);
    }

    /** Small numbers make ties, rows that repeat and equations that contradict each other: all endings come up. */
    @Property(tries = 600, seed = Seeds.USUAL)
    void everyEndingIsProvenAndBothRoutesAgree(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 7) int rows,
            @ForAll @IntRange(min = 1, max = 7) int variables,
            @ForAll @IntRange(min = 1, max = 9) int most) {
        final ExactLinearProgram program = drawn(seed, rows, variables, most);

        final Outcome quick = program.solve(() -> true);
        final Outcome plain = program.pivoted(() -> true);

        assertTrue(LinearProof.holds(program, quick));
        assertTrue(LinearProof.holds(program, plain));
        assertEquals(plain.getClass(), quick.getClass());
        if (quick instanceof Optimal one && plain instanceof Optimal other) {
            assertEquals(
                    LinearProof.value(program, one.x()).multiply(other.x().denominator()),
                    LinearProof.value(program, other.x()).multiply(one.x().denominator()));
        }
    }

    /** Numbers too large for longs from the first pivot on. */
    @Property(tries = 60, seed = Seeds.USUAL)
    void numbersMayBeLarge(@ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int size) {
        final ExactLinearProgram program = drawn(seed, size, size, 500_000_000);

        assertTrue(LinearProof.holds(program, program.solve(() -> true)));
        assertTrue(LinearProof.holds(program, program.pivoted(() -> true)));
    }
}
