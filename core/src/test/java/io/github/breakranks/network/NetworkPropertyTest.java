package io.github.breakranks.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.Seeds;
import io.github.breakranks.internal.NetworkRows;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class NetworkPropertyTest {
    private static final int AGENTS = 12;

    /** Rows against sets of pairs, an independent definition. */
    @Property(tries = 200, seed = Seeds.USUAL)
    void rowsAreTheSetsOfWatchers(@ForAll("pairs") List<int[]> pairs, @ForAll boolean directed) {
        final Network network = made(pairs, directed);
        final List<TreeSet<Integer>> watchers = new ArrayList<>();
        for (int agent = 0; agent < AGENTS; agent++) {
            watchers.add(new TreeSet<>());
        }
        long loops = 0;
        for (int[] pair : pairs) {
            if (pair[0] == pair[1]) {
                loops++;
                continue;
            }
            watchers.get(pair[0]).add(pair[1]);
            if (!directed) {
                watchers.get(pair[1]).add(pair[0]);
            }
        }
        long links = 0;
        for (int agent = 0; agent < AGENTS; agent++) {
            final int him = agent;
            assertArrayEquals(
                    watchers.get(agent).stream().mapToInt(Integer::intValue).toArray(),
                    network.watchers(agent).toArray());
            assertEquals(watchers.get(agent).size(), network.watchedBy(agent));
            assertEquals(watchers.stream().filter(row -> row.contains(him)).count(), network.watches(agent));
            links += watchers.get(agent).size();
        }
        assertEquals(links, network.links());
        assertEquals(directed ? links : links / 2, network.edges());
        assertEquals(loops, network.loops());
        assertEquals(pairs.size() - loops - network.edges(), network.repeats());
    }

    @Property(tries = 100, seed = Seeds.USUAL)
    void mutualTiesAreSymmetric(@ForAll("pairs") List<int[]> pairs) {
        final Network network = made(pairs, false);

        for (int a = 0; a < AGENTS; a++) {
            for (int b = 0; b < AGENTS; b++) {
                assertEquals(network.watched(a, b), network.watched(b, a));
                assertEquals(network.weight(a, b), network.weight(b, a));
            }
        }
    }

    /** Each link is watched by one and of one. */
    @Property(tries = 100, seed = Seeds.USUAL)
    void degreesSumToTheLinks(@ForAll("pairs") List<int[]> pairs, @ForAll boolean directed) {
        final Network network = made(pairs, directed);
        final NetworkRows rows = NetworkRows.of(network);
        long watches = 0;
        long watchedBy = 0;
        for (int agent = 0; agent < AGENTS; agent++) {
            watches += rows.watches(agent);
            watchedBy += rows.watchedBy(agent);
        }

        assertEquals(network.links(), watches);
        assertEquals(network.links(), watchedBy);
        assertTrue(network.bytes() <= 16 * (AGENTS + 1) + 4 * network.links());
    }

    @Property(tries = 100, seed = Seeds.USUAL)
    void theOrderOfThePairsDoesNotMatter(
            @ForAll("pairs") List<int[]> pairs, @ForAll boolean directed, @ForAll long seed) {
        final List<int[]> shuffled = new ArrayList<>(pairs);
        Collections.shuffle(shuffled, new Random(seed));

        assertEquals(made(pairs, directed), made(shuffled, directed));
        assertEquals(made(pairs, directed).hashCode(), made(shuffled, directed).hashCode());
    }

    /** Weights stay with their links: the weight of (a, b) is a function of the pair alone. */
    @Property(tries = 100, seed = Seeds.USUAL)
    void weightsStayWithTheirLinks(@ForAll("pairs") List<int[]> pairs, @ForAll boolean directed) {
        final NetworkBuilder builder = Network.builder(AGENTS);
        if (directed) {
            builder.directed();
        }
        for (int[] pair : pairs) {
            builder.add(pair[0], pair[1], weight(pair[0], pair[1], directed));
        }
        final Network network = builder.build();

        for (int a = 0; a < AGENTS; a++) {
            for (int b : network.watchers(a).toArray()) {
                assertEquals(weight(a, b, directed), network.weight(a, b));
            }
        }
        assertEquals(made(pairs, directed).links(), network.links());
    }

    private static double weight(int a, int b, boolean directed) {
        return directed ? AGENTS * a + b : Math.min(a, b) + AGENTS * Math.max(a, b);
    }

    private static Network made(List<int[]> pairs, boolean directed) {
        final int[] from = pairs.stream().mapToInt(pair -> pair[0]).toArray();
        final int[] to = pairs.stream().mapToInt(pair -> pair[1]).toArray();
        return directed ? Network.directed(AGENTS, from, to) : Network.undirected(AGENTS, from, to);
    }

    @Provide
    Arbitrary<List<int[]>> pairs() {
        return Arbitraries.integers()
                .between(0, AGENTS - 1)
                .array(int[].class)
                .ofSize(2)
                .list()
                .ofMaxSize(80);
    }
}
