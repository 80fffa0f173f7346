package io.github.breakranks.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Fraction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Morris (2000): contagion thresholds of endless networks, and cohesive sets of finite ones. */
class CohesiveSetsTest {
    private static final Fraction HALF = Fraction.of(1, 2);

    /** Two triangles, 0 1 2 and 3 4 5, joined by 2 - 3; 6 keeps to himself. */
    private static final Network TRIANGLES =
            Network.undirected(7, new int[] {0, 1, 2, 3, 4, 5, 2}, new int[] {1, 2, 0, 4, 5, 3, 3});

    private final CohesiveSets triangles = CohesiveSets.of(TRIANGLES);

    /** Morris (2000): lines 1/2, nearest neighbours in d dimensions 1/(2d), within n in d dimensions; Moore's eight 3/8. */
    @Test
    void endlessNetworks() {
        assertEquals(HALF, ContagionThreshold.ring(1));
        assertEquals(HALF, ContagionThreshold.ring(7));
        assertEquals(HALF, ContagionThreshold.nearest(1));
        assertEquals(Fraction.of(1, 4), ContagionThreshold.nearest(2));
        assertEquals(Fraction.of(1, 6), ContagionThreshold.nearest(3));
        assertEquals(Fraction.of(3, 8), ContagionThreshold.within(1, 2));
        assertEquals(Fraction.of(10, 24), ContagionThreshold.within(2, 2));
        assertEquals(Fraction.of(9, 26), ContagionThreshold.within(1, 3));
        for (int n = 1; n < 50; n++) {
            assertEquals(HALF, ContagionThreshold.within(n, 1));
            assertTrue(ContagionThreshold.within(n, 2).compareTo(ContagionThreshold.within(n + 1, 2)) < 0);
            assertTrue(ContagionThreshold.within(n, 900).compareTo(HALF) < 0);
        }
    }

    /** On a long ring m neighbours in a row carry all along up to 1/2, as on the endless line; fewer carry less. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5})
    void ringsAreLikeTheLine(int radius) {
        final CohesiveSets ring = CohesiveSets.of(Networks.ring(60, radius));

        assertEquals(
                ContagionThreshold.ring(radius),
                ring.spreadsUpTo(IntStream.range(0, radius).toArray()));
        assertEquals(Fraction.of(1, 2 * radius), ring.spreadsUpTo(7));
    }

    /** On a torus of Moore's eight a block of nine carries all along up to 3/8; with four nearest neighbours one does up to 1/4. */
    @Test
    void gridsAreLikeTheEndlessOnes() {
        final int side = 20;
        final int[] block = IntStream.range(0, 9).map(k -> k / 3 * side + k % 3).toArray();
        final Lattice torus = Lattice.of(side, side).torus();

        assertEquals(
                ContagionThreshold.within(1, 2),
                CohesiveSets.of(torus.moore(1).network()).spreadsUpTo(block));
        assertEquals(
                ContagionThreshold.nearest(2), CohesiveSets.of(torus.network()).spreadsUpTo(42));
    }

    /** By hand: the weakest of a triangle sees two of three inside. */
    @Test
    void cohesionByHand() {
        assertEquals(Fraction.of(2, 3), triangles.cohesion(0, 1, 2));
        assertEquals(HALF, triangles.cohesion(0, 1));
        assertEquals(Fraction.ZERO, triangles.cohesion(0, 4));
        assertEquals(Fraction.ONE, triangles.cohesion(0, 1, 2, 3, 4, 5));
        assertEquals(Fraction.ONE, triangles.cohesion(6)); // who watches nobody
        assertTrue(triangles.cohesive(Fraction.of(2, 3), 2, 1, 0));
        assertFalse(triangles.cohesive(Fraction.of(67, 100), 2, 1, 0));
    }

    @Test
    void peelingByHand() {
        assertArrayEquals(new int[] {0, 1, 2}, triangles.largest(Fraction.of(2, 3), 0, 1, 2, 4, 5));
        assertArrayEquals(new int[] {}, triangles.largest(Fraction.of(3, 4), 0, 1, 2, 4, 5));
        assertArrayEquals(new int[] {0, 1, 2, 4, 5}, triangles.largest(HALF, 0, 1, 2, 4, 5));
        assertArrayEquals(new int[] {}, triangles.largest(HALF));
    }

    /** By hand: 3 sees one of three gone, 1/3; at just that he goes, with any more the other triangle resists. */
    @Test
    void resistingByHand() {
        assertArrayEquals(new int[] {6}, triangles.resisting(Fraction.of(1, 3), 0, 1, 2));
        assertArrayEquals(new int[] {3, 4, 5, 6}, triangles.resisting(Fraction.of(34, 100), 0, 1, 2));
        assertEquals(Fraction.ZERO, triangles.spreadsUpTo(0, 1, 2)); // nobody moves 6
        assertEquals(Fraction.of(1, 3), triangles.spreadsUpTo(0, 1, 2, 6));
        assertEquals(Fraction.ONE, triangles.spreadsUpTo(0, 1, 2, 3, 4, 5, 6));
    }

    /** Ties that go one way: 1 watches 0, 2 watches 0 and 1, nobody watches 2. */
    @Test
    void whoWatchesCounts() {
        final CohesiveSets chain = CohesiveSets.of(Network.directed(3, new int[] {0, 0, 1}, new int[] {1, 2, 2}));

        assertEquals(Fraction.ONE, chain.spreadsUpTo(0));
        assertEquals(Fraction.ZERO, chain.spreadsUpTo(2));
        assertEquals(Fraction.ONE, chain.cohesion(1, 2, 0));
        assertEquals(HALF, chain.cohesion(2, 0));
        assertArrayEquals(new int[] {0}, chain.resisting(HALF, 1));
    }

    /** Threshold 29/100 of a hundred neighbours is 29 of them, though 100 * 0.29 is below 29. */
    @Test
    void tiesAreWholeNumbers() {
        final int[] centre = new int[100];
        final int[] leaves = IntStream.rangeClosed(1, 100).toArray();
        final CohesiveSets star = CohesiveSets.of(Network.undirected(101, centre, leaves));
        final Fraction q = Fraction.decimal(0.29);

        assertArrayEquals(
                new int[] {}, star.resisting(q, IntStream.rangeClosed(1, 29).toArray()));
        assertEquals(73, star.resisting(q, IntStream.rangeClosed(1, 28).toArray()).length);
        assertEquals(q, star.spreadsUpTo(IntStream.rangeClosed(1, 29).toArray()));
    }

    @Test
    void refusals() {
        refused("set must have at least 1 member [count], but was empty", triangles::cohesion);
        refused("set[1] must be from 0 to 6 [agent], but was 7", () -> triangles.cohesion(0, 7));
        refused("set must name each agent once, but was 3 twice", () -> triangles.cohesion(3, 3));
        refused("seed[0] must be from 0 to 6 [agent], but was -1", () -> triangles.spreadsUpTo(-1));
        refused("p must be a share in [0, 1], but was 3/2", () -> triangles.largest(Fraction.of(3, 2), 1));
        refused("q must be > 0 [share of neighbours], but was 0", () -> triangles.resisting(Fraction.ZERO, 1));
        refused("radius must be >= 1 [neighbours on either side], but was 0", () -> ContagionThreshold.ring(0));
        refused("dimensions must be >= 1 [axes], but was 0", () -> ContagionThreshold.nearest(0));
        refused("distance must be >= 1 [steps], but was 0", () -> ContagionThreshold.within(0, 1));
        refused("dimensions must be from 1 to 1000 [axes], but was 1001", () -> ContagionThreshold.within(1, 1001));
        refused(
                "network must have ties that all weigh the same, but was Network[2 agents, 1 weighted ties]",
                () -> CohesiveSets.of(Network.undirected(2, new int[] {0}, new int[] {1}, new double[] {2})));
    }

    private static void refused(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
