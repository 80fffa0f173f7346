package io.github.breakranks.network;

import static io.github.breakranks.network.NetworkTest.refused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworksTest {

    @Test
    void everybodyIsTiedToEverybody() {
        final Network network = Networks.complete(50);

        assertEquals(50 * 49 / 2, network.edges());
        assertTrue(IntStream.range(0, 50).allMatch(agent -> network.watches(agent) == 49));
        assertEquals(0, Networks.complete(1).edges());
    }

    @Test
    void aRingTiesNeighbours() {
        final Network network = Networks.ring(10, 2);

        assertArrayEquals(new int[] {1, 2, 8, 9}, network.watchers(0).toArray());
        assertArrayEquals(new int[] {3, 4, 6, 7}, network.watchers(5).toArray());
        assertEquals(20, network.edges());
        assertEquals(Networks.complete(5), Networks.ring(5, 2));
    }

    @ParameterizedTest
    @CsvSource({"1000, 0", "1000, 3000", "200, 19899", "200, 19900", "200, 12000", "1, 0"})
    void uniformHasSoManyTies(int agents, long ties) {
        final Network network = Networks.uniform(agents, ties, 4);

        assertEquals(ties, network.edges());
        assertEquals(0, network.repeats() + network.loops());
    }

    /** Each of the 20 networks of 3 ties among 4 agents should come up 400 times in 8,000: chi-square with 19 degrees of freedom. */
    @Test
    void eachUniformNetworkIsAsLikely() {
        final int[] times = new int[64];
        for (int seed = 0; seed < 8_000; seed++) {
            final Network network = Networks.uniform(4, 3, seed);
            int which = 0;
            int pair = 0;
            for (int a = 1; a < 4; a++) {
                for (int b = 0; b < a; b++) {
                    which |= network.watched(a, b) ? 1 << pair : 0;
                    pair++;
                }
            }
            times[which]++;
        }
        final double square = Arrays.stream(times)
                .filter(count -> count > 0)
                .mapToDouble(count -> (count - 400.0) * (count - 400.0) / 400)
                .sum();

        assertEquals(20, Arrays.stream(times).filter(count -> count > 0).count());
        assertTrue(square < 43.8, () -> "chi-square " + square); // 0.001 lies beyond
    }

    /** The number of ties is binomial: within five standard deviations. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-4, 0.01, 0.5, 0.99})
    void bernoulliTiesSoManyPairs(double chance) {
        final int agents = 1500;
        final double pairs = agents * (agents - 1) / 2.0;
        final Network network = Networks.bernoulli(agents, chance, 11);

        assertEquals(pairs * chance, network.edges(), 5 * Math.sqrt(pairs * chance * (1 - chance)));
        assertEquals(0, network.repeats() + network.loops());
    }

    @Test
    void bernoulliOfNoneAndAll() {
        assertEquals(0, Networks.bernoulli(30, 0, 1).edges());
        assertEquals(0, Networks.bernoulli(30, 1e-300, 1).edges());
        assertEquals(Networks.complete(30), Networks.bernoulli(30, 1, 1));
        assertEquals(0, Networks.bernoulli(1, 0.5, 1).edges());
    }

    /** Each pair of blocks by itself: binomial, within five standard deviations. */
    @Test
    void blocksHaveTheirDensities() {
        final int[] sizes = {300, 1, 700};
        final double[][] chance = {{0.2, 1, 0.003}, {1, 0.5, 0}, {0.003, 0, 0.05}};
        final Network network = Networks.blocks(sizes, chance, 5);
        final int[] block = IntStream.range(0, 1001)
                .map(agent -> agent < 300 ? 0 : agent == 300 ? 1 : 2)
                .toArray();
        final long[][] links = new long[3][3];
        for (int agent = 0; agent < 1001; agent++) {
            final int mine = block[agent];
            network.watchers(agent).forEach(other -> links[mine][block[other]]++);
        }
        for (int g = 0; g < 3; g++) {
            for (int h = 0; h < 3; h++) {
                final double ties = g == h ? links[g][h] / 2.0 : links[g][h];
                final double pairs = g == h ? sizes[g] * (sizes[g] - 1) / 2.0 : sizes[g] * sizes[h];
                final double spread = Math.sqrt(pairs * chance[g][h] * (1 - chance[g][h]));
                assertEquals(pairs * chance[g][h], ties, 5 * spread, "blocks " + g + " and " + h);
            }
        }
        assertEquals(0, network.repeats() + network.loops());
    }

    /** Poisson with mean 4: mean, and mean of the square 4 + 16, within five standard errors; few ties are erased. */
    @Test
    void configurationHasTheMomentsOfItsLaw() {
        final int agents = 100_000;
        final Network network = Networks.configuration(agents, DegreeLaw.poisson(4), 8);
        final double[] degrees =
                IntStream.range(0, agents).mapToDouble(network::watches).toArray();

        assertEquals(4, network.meanDegree(), 5 * 2 / Math.sqrt(agents));
        assertEquals(20, Arrays.stream(degrees).map(k -> k * k).average().orElseThrow(), 5 * 16.9 / Math.sqrt(agents));
        assertTrue(network.loops() + network.repeats() < 40, () -> "erased " + network.loops() + network.repeats());
    }

    @Test
    void configurationKeepsDegreesButForWhatIsErased() {
        final int[] degrees = {3, 1, 1, 1, 0, 2, 2, 2, 4};
        final Network network = Networks.configuration(degrees, 2);

        assertEquals(Arrays.stream(degrees).sum() / 2, network.edges() + network.loops() + network.repeats());
        for (int agent = 0; agent < degrees.length; agent++) {
            assertTrue(network.watches(agent) <= degrees[agent]);
        }
    }

    /** Degrees 1 or 2 of 3 agents: whatever is drawn, the sum is made even. */
    @Test
    void configurationMakesTheStubsEven() {
        for (int seed = 0; seed < 50; seed++) {
            final int[] degrees = Stubs.degrees(3, DegreeLaw.of(0, 0.5, 0.5), new Draws(seed));
            assertEquals(0, Arrays.stream(degrees).sum() % 2);
            assertTrue(Arrays.stream(degrees).allMatch(degree -> degree == 1 || degree == 2));
        }
        assertEquals(
                6,
                Networks.configuration(4, DegreeLaw.regular(3), 1).edges()
                        + Networks.configuration(4, DegreeLaw.regular(3), 1).repeats()
                        + Networks.configuration(4, DegreeLaw.regular(3), 1).loops());
    }

    /** {@code m (m+1) / 2 + m (n - m - 1)} ties; everybody has at least m, and the oldest have most. */
    @ParameterizedTest
    @CsvSource({"2, 1", "10, 9", "1000, 1", "5000, 8"})
    void barabasiAlbert(int agents, int ties) {
        final Network network = Networks.barabasiAlbert(agents, ties, 3);

        assertEquals(ties * (ties + 1) / 2 + ties * (agents - ties - 1), network.edges());
        assertEquals(0, network.repeats() + network.loops());
        assertTrue(IntStream.range(0, agents).allMatch(agent -> network.watches(agent) >= ties));
        assertEquals(1, network.componentCount());
    }

    /** Degrees fall off as {@code 2 m (m+1) / (k (k+1) (k+2))} (Dorogovtsev et al. 2000; Krapivsky et al. 2000): for m = 2 half have 2. */
    @Test
    void barabasiAlbertHasThePowerLaw() {
        final int agents = 200_000;
        final Network network = Networks.barabasiAlbert(agents, 2, 17);
        for (int k = 2; k <= 6; k++) {
            final int degree = k;
            final double share = 12.0 / (k * (k + 1) * (k + 2));
            final long found = IntStream.range(0, agents)
                    .filter(agent -> network.watches(agent) == degree)
                    .count();
            assertEquals(share, (double) found / agents, 5 * Math.sqrt(share / agents), "degree " + k);
        }
    }

    @Test
    void wattsStrogatzKeepsTheNumberOfTies() {
        assertEquals(Networks.ring(50, 3), Networks.wattsStrogatz(50, 6, 0, 9));
        for (double rewired : new double[] {0.1, 0.5, 1}) {
            final Network network = Networks.wattsStrogatz(500, 6, rewired, 9);
            assertEquals(1500, network.edges());
            assertEquals(0, network.repeats() + network.loops());
            assertTrue(IntStream.range(0, 500).allMatch(agent -> network.watches(agent) >= 3));
        }
        assertEquals(Networks.complete(5), Networks.wattsStrogatz(5, 4, 1, 9));
    }

    /** A tie that is moved lands anywhere: how many of the ring stay is binomial but for the few that come back by chance. */
    @Test
    void wattsStrogatzMovesSoManyTies() {
        final int agents = 20_000;
        final Network ring = Networks.ring(agents, 2);
        final Network network = Networks.wattsStrogatz(agents, 4, 0.3, 2);
        final long stayed = IntStream.range(0, agents)
                        .mapToLong(agent -> ring.watchers(agent)
                                .filter(other -> network.watched(agent, other))
                                .count())
                        .sum()
                / 2;

        assertEquals(0.7 * 2 * agents, stayed, 5 * Math.sqrt(0.3 * 0.7 * 2 * agents) + 10);
    }

    /** A fixed digest: the same seed must draw the same network on every machine and with every release. */
    @Test
    void theSameSeedDrawsTheSameNetwork() {
        assertEquals(Networks.uniform(100, 300, 1), Networks.uniform(100, 300, 1));
        assertNotEquals(Networks.uniform(100, 300, 1), Networks.uniform(100, 300, 2));
        final long[] digests = LongStream.of(
                        Networks.uniform(100, 300, 1).hashCode(),
                        Networks.bernoulli(100, 0.1, 1).hashCode(),
                        Networks.configuration(100, DegreeLaw.powerLaw(2.5, 1, 20), 1)
                                .hashCode(),
                        Networks.barabasiAlbert(100, 3, 1).hashCode(),
                        Networks.wattsStrogatz(100, 4, 0.2, 1).hashCode(),
                        Army.of(100)
                                .withStray(1)
                                .withOrigins(3, 0.5)
                                .form(1)
                                .network()
                                .hashCode())
                .toArray();
        assertArrayEquals(
                new long[] {-1500343302, -1601428934, 1145059444, 1649497328, 875943882, -2053304178}, digests);
    }

    @Test
    void refusesWhatCannotBeMade() {
        refused("agents must be >= 1 [agents], but was 0", () -> Networks.complete(0));
        refused("radius must be >= 1 [ties on a side], but was 0", () -> Networks.ring(5, 0));
        refused("agents must be more than twice the ties on a side, 2 [count], but was 4", () -> Networks.ring(4, 2));
        refused("ties must be from 0 to 3 [count], but was 4", () -> Networks.uniform(3, 4, 1));
        refused("ties must be from 0 to 3 [count], but was -1", () -> Networks.uniform(3, -1, 1));
        refused("chance must be a share in [0, 1], but was NaN", () -> Networks.bernoulli(3, Double.NaN, 1));
        refused("ties must be >= 1 [ties], but was 0", () -> Networks.barabasiAlbert(3, 0, 1));
        refused("agents must be more than ties, 3 [count], but was 3", () -> Networks.barabasiAlbert(3, 3, 1));
        refused("ties must be even and >= 2 [count], but was 3", () -> Networks.wattsStrogatz(9, 3, 0.5, 1));
        refused("rewired must be a share in [0, 1], but was 1.5", () -> Networks.wattsStrogatz(9, 4, 1.5, 1));
        refused(
                "agents must be even where all degrees are odd [count], but was 5",
                () -> Networks.configuration(5, DegreeLaw.regular(3), 1));
        refused(
                "degrees must have an even sum [ends of ties], but was 3",
                () -> Networks.configuration(new int[] {1, 2}, 1));
        refused("degrees[1] must be >= 0 [ties], but was -2", () -> Networks.configuration(new int[] {1, -2}, 1));
    }

    @Test
    void refusesBlocksThatAreNone() {
        refused("sizes must be >= 1 [blocks], but was 0", () -> Networks.blocks(new int[0], new double[0][], 1));
        refused(
                "sizes[1] must be >= 1 [agents], but was 0",
                () -> Networks.blocks(new int[] {1, 0}, new double[2][2], 1));
        refused(
                "chance must have a row a block, 2, but was 1",
                () -> Networks.blocks(new int[] {1, 1}, new double[1][2], 1));
        refused(
                "chance[0] must have 2 entries [blocks], but was 3",
                () -> Networks.blocks(new int[] {1, 1}, new double[2][3], 1));
        refused(
                "chance[1][0] must be that of [0][1], 0.5 [share], but was 0.25",
                () -> Networks.blocks(new int[] {1, 1}, new double[][] {{0, 0.5}, {0.25, 0}}, 1));
        refused(
                "sizes must sum to at most 2147483639 [agents], but was 4000000000",
                () -> Networks.blocks(new int[] {2_000_000_000, 2_000_000_000}, new double[2][2], 1));
    }
}
