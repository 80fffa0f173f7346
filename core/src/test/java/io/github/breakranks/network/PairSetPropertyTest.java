package io.github.breakranks.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.Seeds;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UniqueElements;

class PairSetPropertyTest {

    /** Against the JDK's sets, in either order of the two. */
    @Property(tries = 100, seed = Seeds.USUAL)
    void isASetOfPairs(@ForAll @Size(max = 60) List<@IntRange(max = 8) Integer> ends) {
        final PairSet pairs = new PairSet(ends.size() / 2);
        final Set<Set<Integer>> expected = new HashSet<>();
        for (int k = 0; k + 1 < ends.size(); k += 2) {
            final int a = ends.get(k);
            final int b = ends.get(k + 1);
            assertEquals(expected.contains(Set.copyOf(List.of(a, b))), pairs.contains(b, a));
            assertEquals(expected.add(new HashSet<>(List.of(a, b))), pairs.add(a, b));
            assertTrue(pairs.contains(b, a));
        }
    }

    @Property(tries = 50, seed = Seeds.USUAL)
    void shufflesWithoutLosingAny(@ForAll @UniqueElements List<Integer> numbers, @ForAll long seed) {
        final int[] shuffled = numbers.stream().mapToInt(Integer::intValue).toArray();
        new Draws(seed).shuffle(shuffled);

        assertEquals(
                new HashSet<>(numbers),
                new HashSet<>(Arrays.stream(shuffled).boxed().toList()));
        assertEquals(numbers.size(), shuffled.length);
    }

    /** Each of a few numbers as often as the others, within seven standard deviations. */
    @Property(tries = 20, seed = Seeds.USUAL)
    void drawsAllAlike(@ForAll @IntRange(min = 1, max = 12) int bound, @ForAll long seed) {
        final int[] times = new int[bound];
        final Draws draws = new Draws(seed);
        for (int k = 0; k < 12_000; k++) {
            times[draws.below(bound)]++;
        }
        final double mean = 12_000.0 / bound;
        for (int count : times) {
            assertEquals(mean, count, 7 * Math.sqrt(mean));
        }
    }
}
