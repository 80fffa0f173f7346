package io.github.breakranks.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.Seeds;
import io.github.breakranks.answer.Fraction;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Morris's theorems against round-by-round play and every subset. */
class CohesiveSetsPropertyTest {

    /** A small random network with each q a fraction of small terms, so that ties happen. */
    private record Case(Network network, Fraction q, int[] seed) {
        static Case of(long draw, int agents) {
            final SplittableRandom random = new SplittableRandom(draw);
            final int ties = random.nextInt(agents * 3);
            final int[] from = random.ints(ties, 0, agents).toArray();
            final int[] to = random.ints(ties, 0, agents).toArray();
            final Network network =
                    random.nextBoolean() ? Network.undirected(agents, from, to) : Network.directed(agents, from, to);
            final int of = 1 + random.nextInt(6);
            final int size = random.nextInt(Math.max(1, agents / 3) + 1);
            return new Case(
                    network,
                    Fraction.of(1 + random.nextInt(of), of),
                    random.ints(100, 0, agents).distinct().limit(size).toArray());
        }

        /** Who has gone in the end, round by round from the definition. */
        boolean[] gone(Fraction threshold) {
            final boolean[] gone = new boolean[network.agents()];
            Arrays.stream(seed).forEach(agent -> gone[agent] = true);
            for (boolean again = true; again; ) {
                again = false;
                for (int agent = 0; agent < gone.length; agent++) {
                    final int who = agent;
                    final long seen = IntStream.range(0, gone.length)
                            .filter(other -> gone[other] && network.watched(other, who))
                            .count();
                    final int watches = network.watches(agent);
                    if (!gone[agent]
                            && watches > 0
                            && Fraction.of(seen, watches).compareTo(threshold) >= 0) {
                        gone[agent] = true;
                        again = true;
                    }
                }
            }
            return gone;
        }

        int[] staying(Fraction threshold) {
            final boolean[] gone = gone(threshold);
            return IntStream.range(0, gone.length).filter(agent -> !gone[agent]).toArray();
        }
    }

    /** The cohesion theorem: who never goes is the largest set apart from the seed with more than 1 - q of his own inside. */
    @Property(tries = 200, seed = Seeds.USUAL)
    void whoStaysIsTheLargestCohesiveSet(@ForAll long draw, @ForAll @IntRange(min = 1, max = 30) int agents) {
        final Case each = Case.of(draw, agents);
        final CohesiveSets sets = CohesiveSets.of(each.network);
        final int[] staying = sets.resisting(each.q, each.seed);

        assertArrayEquals(each.staying(each.q), staying);
        if (staying.length > 0) {
            assertTrue(sets.cohesion(staying).compareTo(each.q.complement()) > 0
                    || each.q.equals(Fraction.ONE)
                            && sets.cohesion(staying).numerator().signum() > 0);
        }
    }

    /** The union of all subsets that are cohesive enough, by trying every one. */
    @Property(tries = 60, seed = Seeds.USUAL)
    void peelingLeavesTheUnionOfAllCohesiveSubsets(@ForAll long draw, @ForAll @IntRange(min = 1, max = 9) int agents) {
        final Case each = Case.of(draw, agents);
        final CohesiveSets sets = CohesiveSets.of(each.network);
        final int[] within = IntStream.range(0, agents)
                .filter(agent -> (draw >> agent & 1) == 0)
                .toArray();
        int union = 0;
        for (int bits = 1; bits < 1 << agents; bits++) {
            final int chosen = bits;
            final int[] subset = Arrays.stream(within)
                    .filter(agent -> (chosen >> agent & 1) == 1)
                    .toArray();
            if (subset.length == Integer.bitCount(bits) && sets.cohesive(each.q, subset)) {
                union |= bits;
            }
        }
        final int all = union;
        assertArrayEquals(
                IntStream.range(0, agents)
                        .filter(agent -> (all >> agent & 1) == 1)
                        .toArray(),
                sets.largest(each.q, within));
    }

    /** At that threshold all go, and at any share of neighbours above it somebody stays. */
    @Property(tries = 100, seed = Seeds.USUAL)
    void theBottleneckIsTheHighestThresholdAtWhichAllGo(
            @ForAll long draw, @ForAll @IntRange(min = 2, max = 20) int agents) {
        final Case each = Case.of(draw, agents);
        final Fraction most = CohesiveSets.of(each.network).spreadsUpTo(each.seed);

        if (most.numerator().signum() > 0) {
            assertEquals(0, each.staying(most).length);
        }
        final BigInteger million = BigInteger.valueOf(1_000_000); // no share of so few neighbours lies between
        final Fraction more = new Fraction(
                most.numerator().multiply(million).add(BigInteger.ONE),
                most.denominator().multiply(million));
        assertTrue(each.seed.length == agents || most.equals(Fraction.ONE) || each.staying(more).length > 0);
    }

    /** The same where many stand in the heap at once: all are carried along at the bottleneck, and not at any share above it. */
    @Property(tries = 60, seed = Seeds.USUAL)
    void theBottleneckOfLargerNetworks(@ForAll long draw, @ForAll @IntRange(min = 21, max = 300) int agents) {
        final Network network = Networks.uniform(agents, Math.min(6 * agents, agents * (agents - 1) / 2), draw);
        final CohesiveSets sets = CohesiveSets.of(network);
        final int[] seed = IntStream.range(0, agents / 10 + 1).toArray();
        final Fraction most = sets.spreadsUpTo(seed);
        final Fraction more = new Fraction(
                most.numerator().multiply(BigInteger.valueOf(1_000_000)).add(BigInteger.ONE),
                most.denominator().multiply(BigInteger.valueOf(1_000_000)));

        if (most.numerator().signum() > 0) {
            assertEquals(0, sets.resisting(most, seed).length);
        }
        assertTrue(most.equals(Fraction.ONE) || sets.resisting(more, seed).length > 0);
    }

    /** Centola and Macy (2007): on a ring, as many in a row as a threshold asks for carry all along just if it is at most m. */
    @Property(tries = 60, seed = Seeds.USUAL)
    void contiguousSeedsSpreadOnRings(
            @ForAll @IntRange(min = 1, max = 5) int radius,
            @ForAll @IntRange(min = 1, max = 12) int threshold,
            @ForAll @IntRange(max = 3) int more) {
        final int agents = 50;
        final int[] seed = IntStream.range(0, threshold + more).toArray();
        final Case ring = new Case(Networks.ring(agents, radius), Fraction.ONE, seed);
        final Fraction share = Fraction.of(threshold, 2L * radius); // all have 2m neighbours: counts are shares

        assertEquals(threshold <= radius, ring.staying(share).length == 0);
    }
}
