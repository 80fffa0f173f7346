package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Watch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the extreme equilibria of two players hang together: strategies of the first and of the second are joined where they are an equilibrium.
 *
 * <p>Sets of strategies all of which are joined with all of the other set, and which cannot be enlarged, span the maximal Nash subsets. The
 * second sets are the intersections of some strategies' neighbours, so they are built up by intersecting, one strategy at a time.
 *
 * @see <a href="https://doi.org/10.1007/s00199-009-0449-x">D. Avis, G. Rosenberg, R. Savani and B. von Stengel (2010), "Enumeration of Nash
 *     equilibria for two-player games", Economic Theory 42, 9-37</a>
 */
final class EquilibriumSets {
    private final int[][] pairs; // by equilibrium: the strategy of the first and of the second
    private final BitSet[] seconds; // by strategy of the first: those joined with it
    private final BitSet[] firsts; // by strategy of the second

    EquilibriumSets(int[][] pairs) {
        this.pairs = pairs;
        this.seconds = new BitSet[1 + largest(pairs, 0)];
        this.firsts = new BitSet[1 + largest(pairs, 1)];
        for (int k = 0; k < seconds.length; k++) {
            seconds[k] = new BitSet();
        }
        for (int k = 0; k < firsts.length; k++) {
            firsts[k] = new BitSet();
        }
        for (final int[] pair : pairs) {
            seconds[pair[0]].set(pair[1]);
            firsts[pair[1]].set(pair[0]);
        }
    }

    private static int largest(int[][] pairs, int side) {
        int largest = -1;
        for (final int[] pair : pairs) {
            largest = Math.max(largest, pair[side]);
        }
        return largest;
    }

    /**
     * A maximal set of pairs.
     *
     * @param first  the first player's strategies
     * @param second the second's, each joined with each of the first
     */
    record Block(BitSet first, BitSet second) {}

    /** All maximal sets, or null if the watch ran out. */
    @Nullable
    List<Block> maximal(Watch watch) {
        final Set<BitSet> closed = new LinkedHashSet<>();
        final Map<BitSet, BitSet> alike = new HashMap<>(); // one of several with the same neighbours will do
        for (final BitSet neighbours : seconds) {
            if (alike.putIfAbsent(neighbours, neighbours) == null && !intersect(closed, neighbours, watch)) {
                return null;
            }
        }
        final List<Block> blocks = new ArrayList<>();
        for (final BitSet second : closed) {
            final BitSet first = new BitSet();
            first.set(0, seconds.length);
            second.stream().forEach(k -> first.and(firsts[k]));
            blocks.add(new Block(first, second));
        }
        return blocks;
    }

    /** Adds a set and what it has in common with those there; whether the watch let it. */
    private static boolean intersect(Set<BitSet> closed, BitSet neighbours, Watch watch) {
        final Set<BitSet> more = new HashSet<>();
        more.add(neighbours);
        int looked = 0;
        for (final BitSet set : closed) {
            if (set.intersects(neighbours)) {
                final BitSet common = (BitSet) set.clone();
                common.and(neighbours);
                more.add(common);
            }
            if ((++looked & 1023) == 0 && !watch.mayGoOn()) {
                return false;
            }
        }
        closed.addAll(more);
        return watch.mayGoOn();
    }

    /** By equilibrium, the number of its component, in the order of their first equilibria. */
    int[] components() {
        final int[] ofFirst = new int[seconds.length];
        Arrays.fill(ofFirst, -1);
        int count = 0;
        for (final int[] pair : pairs) {
            if (ofFirst[pair[0]] < 0) {
                spread(pair[0], count++, ofFirst);
            }
        }
        final int[] components = new int[pairs.length];
        Arrays.setAll(components, k -> ofFirst[pairs[k][0]]);
        return components;
    }

    private void spread(int start, int component, int[] ofFirst) {
        final BitSet reached = new BitSet(); // of the second's strategies
        final List<Integer> waiting = new ArrayList<>(List.of(start));
        ofFirst[start] = component;
        while (!waiting.isEmpty()) {
            final BitSet fresh = (BitSet) seconds[waiting.remove(waiting.size() - 1)].clone();
            fresh.andNot(reached);
            reached.or(fresh);
            fresh.stream()
                    .forEach(second -> firsts[second].stream()
                            .filter(first -> ofFirst[first] < 0)
                            .forEach(first -> {
                                ofFirst[first] = component;
                                waiting.add(first);
                            }));
        }
    }
}
