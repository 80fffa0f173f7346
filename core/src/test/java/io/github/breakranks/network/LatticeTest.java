package io.github.breakranks.network;

import static io.github.breakranks.network.NetworkTest.refused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LatticeTest {

    /** By the definition: a tie for each pair at most so far apart along every side, or one step apart in all. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void tiesAreThoseOfTheDefinition(int radius) {
        for (int[] sides : new int[][] {{7}, {5, 6}, {5, 7, 5}}) {
            final Lattice lattice =
                    radius == 0 ? Lattice.of(sides) : Lattice.of(sides).moore(radius);
            assertTies(lattice, sides, false, radius);
            assertTies(lattice.torus(), sides, true, radius);
        }
    }

    private static void assertTies(Lattice lattice, int[] sides, boolean torus, int radius) {
        final Network network = lattice.network();
        for (int a = 0; a < network.agents(); a++) {
            for (int b = 0; b < network.agents(); b++) {
                assertEquals(tied(sides, torus, radius, a, b), network.watched(a, b), lattice::toString);
            }
        }
        assertEquals(0, network.repeats() + network.loops());
    }

    private static boolean tied(int[] sides, boolean torus, int radius, int a, int b) {
        int all = 0;
        int most = 0;
        int restA = a;
        int restB = b;
        for (int d = sides.length - 1; d >= 0; d--) {
            int far = Math.abs(restA % sides[d] - restB % sides[d]);
            far = torus ? Math.min(far, sides[d] - far) : far;
            all += far;
            most = Math.max(most, far);
            restA /= sides[d];
            restB /= sides[d];
        }
        return a != b && (radius == 0 ? all == 1 : most <= radius);
    }

    @Test
    void degreesOnATorus() {
        for (Lattice lattice : new Lattice[] {
            Lattice.of(9, 9).torus(),
            Lattice.of(9, 9).moore(1).torus(),
            Lattice.of(5, 5, 5).moore(2).torus()
        }) {
            final Network network = lattice.network();
            assertTrue(
                    IntStream.range(0, lattice.agents()).allMatch(agent -> network.watches(agent) == lattice.ties()));
        }
        assertEquals(8, Lattice.of(9, 9).moore(1).ties());
        assertEquals(6, Lattice.of(2, 3, 4).ties());
    }

    @Test
    void degreesAtTheBorder() {
        final Network network = Lattice.of(3, 3).network();

        assertArrayEquals(
                new int[] {2, 3, 2, 3, 4, 3, 2, 3, 2},
                IntStream.range(0, 9).map(network::watches).toArray());
        assertEquals(Networks.ring(9, 2), Lattice.of(9).moore(2).torus().network());
        assertEquals(0, Lattice.of(1).network().edges());
    }

    @Test
    void namesItself() {
        assertEquals(
                "Lattice[100 x 200, Moore 2, torus]",
                Lattice.of(100, 200).moore(2).torus().toString());
        assertEquals("Lattice[3 x 4 x 5, nearest]", Lattice.of(3, 4, 5).toString());
        assertEquals(Lattice.of(3, 4), Lattice.of(3, 4));
        assertEquals(Lattice.of(3, 4).hashCode(), Lattice.of(3, 4).hashCode());
        assertEquals(
                2,
                Arrays.asList(Lattice.of(3, 4), Lattice.of(3, 4).moore(1)).stream()
                        .distinct()
                        .count());
    }

    @Test
    void refusesWhatIsNoLattice() {
        refused("sides must be >= 1 [dimensions], but was 0", Lattice::of);
        refused("sides[1] must be >= 1 [agents], but was 0", () -> Lattice.of(3, 0));
        refused("newRadius must be >= 1 [steps], but was 0", () -> Lattice.of(3).moore(0));
        refused(
                "sides must multiply to at most 2147483639 [agents], but was 1.0E12",
                () -> Lattice.of(1_000_000, 1_000_000));
        refused(
                "sides[1] of a torus must be more than twice as long as ties reach, 2 [agents], but was 4",
                () -> Lattice.of(5, 4).torus().moore(2));
        refused(
                "sides[0] of a torus must be more than twice as long as ties reach, 1 [agents], but was 2",
                () -> Lattice.of(2).torus());
    }
}
