package io.github.breakranks.equilibrium;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.github.breakranks.answer.Watch;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How pairs of strategies hang together, worked by hand. */
class EquilibriumSetsTest {

    /** A square, a line that shares an edge of it, and a point apart. */
    @Test
    void aSquareALineAndAPoint() {
        final EquilibriumSets sets = new EquilibriumSets(new int[][] {{0, 0}, {0, 1}, {3, 2}, {1, 0}, {1, 1}, {2, 1}});
        assertArrayEquals(new int[] {0, 0, 1, 0, 0, 0}, sets.components());
        assertEquals(
                Set.of(
                        block(List.of(0, 1), List.of(0, 1)),
                        block(List.of(0, 1, 2), List.of(1)),
                        block(List.of(3), List.of(2))),
                new HashSet<>(sets.maximal(Watch.none())));
    }

    /** A path through four points has three maximal sets, each of two points. */
    @Test
    void aPath() {
        final EquilibriumSets sets = new EquilibriumSets(new int[][] {{0, 0}, {0, 1}, {1, 1}, {1, 2}});
        assertArrayEquals(new int[4], sets.components());
        assertEquals(
                Set.of(
                        block(List.of(0), List.of(0, 1)),
                        block(List.of(0, 1), List.of(1)),
                        block(List.of(1), List.of(1, 2))),
                new HashSet<>(sets.maximal(Watch.none())));
    }

    @Test
    void noneAndStopped() {
        assertEquals(List.of(), new EquilibriumSets(new int[0][]).maximal(Watch.none()));
        assertNull(
                new EquilibriumSets(new int[][] {{0, 0}}).maximal(Watch.none().withCancel(() -> true)));
    }

    private static EquilibriumSets.Block block(List<Integer> first, List<Integer> second) {
        return new EquilibriumSets.Block(set(first), set(second));
    }

    private static BitSet set(List<Integer> members) {
        final BitSet set = new BitSet();
        members.forEach(set::set);
        return set;
    }
}
