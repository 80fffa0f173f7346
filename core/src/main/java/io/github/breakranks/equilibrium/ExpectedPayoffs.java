package io.github.breakranks.equilibrium;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every action of every player earns against the others' chances, and how that moves with each of their chances, in floating point.
 *
 * <pre>{@code
 *   pair(i, j)[a, b] = what i earns at a when j is at b and all others mix
 *   earned[i, a]     = sum over b of pair(i, j)[a, b] x[j, b]
 * }</pre>
 *
 * <p>For each player the table of payoffs is summed over half of the others, then over the other half, and so on down to one: some
 * {@code 2 n} passes over it for all pairs instead of {@code n^2}. The plan is made once; every evaluation reuses the same arrays.
 */
final class ExpectedPayoffs {
    private static final double NOTHING = 1e-40; // a chance that no payoff of order one makes felt

    private final int players;
    private final int[] sizes;
    private final int[] offsets;
    private final double[][][] pairs;
    private final List<Sum> sums = new ArrayList<>();
    private final List<Leaf> leaves = new ArrayList<>();
    private final double[][] alone; // payoffs of a game of one player

    /** One pass: out of a table over outer x size x inner, the weighted sum over the middle index. */
    private record Sum(double[] from, double[] to, int outer, int inner, int player) {}

    /** A table over the actions of two players, to be laid out by those of the first named. */
    private record Leaf(double[] from, int player, int other) {}

    /** A table over the actions of those whose size is not 1. */
    private record Part(double[] table, int[] sizes) {}

    /** For tables of payoffs by player, the last player's action running fastest. */
    ExpectedPayoffs(int[] sizes, double[][] tables) {
        this.players = sizes.length;
        this.sizes = sizes.clone();
        this.offsets = offsets(sizes);
        this.pairs = new double[players][players][];
        this.alone = players == 1 ? tables : new double[0][];
        for (int player = 0; player < players && players > 1; player++) {
            final List<Integer> others = new ArrayList<>();
            for (int other = 0; other < players; other++) {
                if (other != player) {
                    others.add(other);
                }
            }
            plan(player, new Part(tables[player], sizes.clone()), others);
        }
        if (players == 2) { // nobody else mixes: the pairs are the payoffs
            layOut();
            leaves.clear();
        }
    }

    /** Where in a flat vector each player's actions begin, and the length of that vector at the end. */
    static int[] offsets(int... sizes) {
        final int[] offsets = new int[sizes.length + 1];
        for (int player = 0; player < sizes.length; player++) {
            offsets[player + 1] = offsets[player] + sizes[player];
        }
        return offsets;
    }

    private void plan(int player, Part part, List<Integer> others) {
        if (others.size() == 1) {
            final int other = others.get(0);
            pairs[player][other] = new double[sizes[player] * sizes[other]];
            leaves.add(new Leaf(part.table, player, other));
            return;
        }
        final List<Integer> first = others.subList(0, others.size() / 2);
        final List<Integer> second = others.subList(others.size() / 2, others.size());
        plan(player, without(part, first), second);
        plan(player, without(part, second), first);
    }

    /** The last of them first: its actions run fastest, so the longest table is read in order. */
    private Part without(Part part, List<Integer> mixing) {
        Part rest = part;
        for (int k = mixing.size() - 1; k >= 0; k--) {
            final int player = mixing.get(k);
            final int[] smaller = rest.sizes.clone();
            smaller[player] = 1;
            int outer = 1;
            int inner = 1;
            for (int other = 0; other < players; other++) {
                outer *= other < player ? smaller[other] : 1;
                inner *= other > player ? smaller[other] : 1;
            }
            final Part next = new Part(new double[outer * inner], smaller);
            sums.add(new Sum(rest.table, next.table, outer, inner, player));
            rest = next;
        }
        return rest;
    }

    /** Works out all pairs and writes what each action earns. */
    void evaluate(double[] chances, double[] earned) {
        for (final Sum sum : sums) {
            add(sum, chances);
        }
        layOut();
        for (int player = 0; player < players; player++) {
            earned(player, chances, earned);
        }
    }

    private void earned(int player, double[] chances, double[] earned) {
        if (players == 1) {
            System.arraycopy(alone[0], 0, earned, 0, sizes[0]);
            return;
        }
        final int other = player == 0 ? 1 : 0;
        final double[] pair = pair(player, other);
        int at = 0;
        for (int action = 0; action < sizes[player]; action++) {
            double sum = 0.0;
            for (int k = offsets[other]; k < offsets[other + 1]; k++) {
                sum += pair[at++] * chances[k];
            }
            earned[offsets[player] + action] = sum;
        }
    }

    private void add(Sum sum, double[] chances) {
        final int first = offsets[sum.player];
        final int size = sizes[sum.player];
        if (sum.inner == 1) {
            int at = 0;
            for (int o = 0; o < sum.outer; o++) {
                double total = 0.0;
                for (int action = 0; action < size; action++) {
                    total += chances[first + action] * sum.from[at++];
                }
                sum.to[o] = total;
            }
            return;
        }
        Arrays.fill(sum.to, 0.0);
        for (int o = 0; o < sum.outer; o++) {
            for (int action = 0; action < size; action++) {
                final double chance = chances[first + action];
                if (chance > NOTHING) {
                    addRow(sum, o, (o * size + action) * sum.inner, chance);
                }
            }
        }
    }

    private static void addRow(Sum sum, int outer, int from, double chance) {
        final int to = outer * sum.inner;
        for (int k = 0; k < sum.inner; k++) {
            sum.to[to + k] += chance * sum.from[from + k];
        }
    }

    private void layOut() {
        for (final Leaf leaf : leaves) {
            final double[] pair = pair(leaf.player, leaf.other);
            final int rows = sizes[leaf.player];
            final int columns = sizes[leaf.other];
            if (leaf.player < leaf.other) {
                System.arraycopy(leaf.from, 0, pair, 0, pair.length);
            } else {
                for (int k = 0; k < pair.length; k++) {
                    pair[k] = leaf.from[(k % columns) * rows + k / columns];
                }
            }
        }
    }

    /** What the player earns by his and the other's action, all others mixing, his action by rows. */
    double[] pair(int player, int other) {
        final double @Nullable [] pair = pairs[player][other];
        if (pair == null) {
            throw new IllegalStateException("no pair of a player with himself");
        }
        return pair;
    }
}
