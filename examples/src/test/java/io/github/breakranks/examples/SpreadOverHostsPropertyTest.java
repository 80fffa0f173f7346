package io.github.breakranks.examples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.examples.SpreadOverHosts.Host;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.function.Executable;

class SpreadOverHostsPropertyTest {

    /** By hand: cost c q^2 / 2 with c = 1, 2, 4 and 35 arrivals: price 20, split 20, 10, 5, cost 350; split equally 476.39. */
    @Example
    void threeHosts() {
        final Host[] hosts = {new Host(0, 1), new Host(0, 2), new Host(0, 4)};
        final double equal = 35.0 / 3;

        assertEquals(20, SpreadOverHosts.price(35, hosts), 1e-12);
        assertArrayEquals(new double[] {20, 10, 5}, SpreadOverHosts.split(35, hosts), 1e-12);
        assertEquals(350, SpreadOverHosts.cost(SpreadOverHosts.split(35, hosts), hosts), 1e-10);
        assertEquals(476.39, SpreadOverHosts.cost(new double[] {equal, equal, equal}, hosts), 5e-3);
    }

    /** By hand: the second host joins only where the first one's marginal cost has passed 10. */
    @Example
    void aDearHostStaysOut() {
        final Host[] hosts = {new Host(10, 1), new Host(0, 1)};

        assertArrayEquals(new double[] {0, 8}, SpreadOverHosts.split(8, hosts), 1e-12);
        assertArrayEquals(new double[] {1, 11}, SpreadOverHosts.split(12, hosts), 1e-12);
    }

    private static Host[] hosts(int seed, int count) {
        final SplittableRandom random = new SplittableRandom(seed);
        return Stream.generate(() -> new Host(random.nextDouble() * 10, 0.05 + random.nextDouble()))
                .limit(count)
                .toArray(Host[]::new);
    }

    /** The split is feasible, and no other split that was drawn costs less: equal marginal cost is the optimum of convex costs. */
    @Property(tries = 300)
    void noOtherSplitCostsLess(@ForAll int seed, @ForAll @IntRange(min = 1, max = 12) int count) {
        final Host[] hosts = hosts(seed, count);
        final double[] best = SpreadOverHosts.split(35, hosts);
        final double[] other = new SplittableRandom(seed + 1L).doubles(count).toArray();
        final double sum = Arrays.stream(other).sum();

        assertEquals(35, Arrays.stream(best).sum(), 1e-9);
        assertTrue(Arrays.stream(best).allMatch(q -> q >= 0));
        for (double part : new double[] {1e-3, 0.5, 1}) {
            final double[] mixed = new double[count];
            Arrays.setAll(mixed, h -> (1 - part) * best[h] + part * 35 * other[h] / sum);
            assertTrue(SpreadOverHosts.cost(mixed, hosts) >= SpreadOverHosts.cost(best, hosts) - 1e-9);
        }
    }

    /** Spreading: one more host, however dear, never raises the least total cost, as nobody needs to be sent to him. */
    @Property(tries = 300)
    void oneMoreHostNeverCostsMore(@ForAll int seed, @ForAll @IntRange(min = 1, max = 12) int count) {
        final Host[] more = hosts(seed, count + 1);
        final Host[] hosts = Arrays.copyOf(more, count);

        assertTrue(SpreadOverHosts.cost(SpreadOverHosts.split(35, more), more)
                <= SpreadOverHosts.cost(SpreadOverHosts.split(35, hosts), hosts) + 1e-9);
    }

    /** Among hosts alike each takes the same, and the total is {@code first N + steeper N^2 / (2 H)}. */
    @Property(tries = 100)
    void hostsAlikeShareEqually(@ForAll int seed, @ForAll @IntRange(min = 1, max = 12) int count) {
        final Host one = hosts(seed, 1)[0];
        final Host[] hosts = new Host[count];
        Arrays.fill(hosts, one);
        final double[] split = SpreadOverHosts.split(35, hosts);

        for (double arrivals : split) {
            assertEquals(35.0 / count, arrivals, 1e-9);
        }
        assertEquals(35 * one.first() + one.steeper() * 35 * 35 / 2 / count, SpreadOverHosts.cost(split, hosts), 1e-8);
    }

    private static String refusal(Executable call) {
        return assertThrows(IllegalArgumentException.class, call).getMessage();
    }

    @Example
    void whatCannotBeSharedIsRefused() {
        final Host one = new Host(0, 1);

        assertEquals(
                "steeper must be finite and > 0.0 [cost per head and head], but was 0.0",
                refusal(() -> SpreadOverHosts.split(35, new Host(0, 0), one)));
        assertEquals(
                "first must be finite and >= 0.0 [cost per head], but was NaN", refusal(() -> new Host(Double.NaN, 1)));
        assertEquals(
                "hosts must have at least 1 host [count], but was empty", refusal(() -> SpreadOverHosts.split(35)));
        for (double arrivals : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
            final String rule = "arrivals must be finite and >= 0.0 [heads], but was " + arrivals;
            assertEquals(rule, refusal(() -> SpreadOverHosts.split(arrivals, one)));
            assertEquals(rule, refusal(() -> one.cost(arrivals)));
        }
        assertEquals(
                "split must have a number for each of 2 hosts [count], but was 1",
                refusal(() -> SpreadOverHosts.cost(new double[] {1}, one, one)));
        assertEquals(
                "hosts must have costs that can be compared [cost per head], but was"
                        + " [Host[first=1.0, steeper=4.9E-324]]",
                refusal(() -> SpreadOverHosts.price(1, new Host(1, Double.MIN_VALUE))));
        assertArrayEquals(new double[] {0}, SpreadOverHosts.split(0, one));
    }
}
