package io.github.breakranks.network;

import io.github.breakranks.internal.Checks;
import java.util.Objects;

/** Draws the ties of each pair of blocks by skipping from one to the next: how many pairs are skipped is geometric. */
final class BlockTies {
    private static final double ROOM = 1.1; // over the mean, asked for beforehand

    private final int[] begin; // by block, and where the last one ends
    private final double[][] chance;

    BlockTies(int[] sizes, double[][] chance) {
        Objects.requireNonNull(chance, "chance");
        Checks.count(1, "sizes", "blocks", Objects.requireNonNull(sizes, "sizes").length);
        long agents = 0;
        begin = new int[sizes.length + 1];
        for (int g = 0; g < sizes.length; g++) {
            agents += Checks.count(1, "sizes[" + g + "]", "agents", sizes[g]);
            begin[g + 1] = (int) Math.min(agents, Integer.MAX_VALUE);
        }
        if (agents > PairList.MOST) {
            throw Checks.refused("sizes must sum to at most %s [agents], but was %s", PairList.MOST, agents);
        }
        this.chance = checked(chance, sizes.length);
    }

    private static double[][] checked(double[][] chance, int blocks) {
        final double[][] copy = new double[blocks][];
        if (chance.length != blocks) {
            throw Checks.refused("chance must have a row a block, %s, but was %s", blocks, chance.length);
        }
        for (int g = 0; g < blocks; g++) {
            copy[g] = Objects.requireNonNull(chance[g], "chance[" + g + "]").clone();
            if (copy[g].length != blocks) {
                throw Checks.refused("chance[%s] must have %s entries [blocks], but was %s", g, blocks, copy[g].length);
            }
            for (int h = 0; h < blocks; h++) {
                Checks.share("chance[" + g + "][" + h + "]", copy[g][h]);
            }
            for (int h = 0; h < g; h++) {
                if (copy[g][h] != copy[h][g]) {
                    throw Checks.refused(
                            "chance[%s][%s] must be that of [%s][%s], %s [share], but was %s",
                            g, h, h, g, copy[h][g], copy[g][h]);
                }
            }
        }
        return copy;
    }

    Network draw(Draws draws) {
        final NetworkBuilder builder = Networks.sized(begin[begin.length - 1], expected());
        for (int g = 0; g < chance.length; g++) {
            for (int h = 0; h <= g; h++) {
                draw(builder, g, h, draws);
            }
        }
        return builder.build();
    }

    private long expected() {
        double ties = 0;
        for (int g = 0; g < chance.length; g++) {
            for (int h = 0; h <= g; h++) {
                ties += chance[g][h] * pairs(g, h);
            }
        }
        return (long) Math.min(chance.length == 1 && chance[0][0] == 1 ? ties : ROOM * ties, Long.MAX_VALUE / 4);
    }

    private long size(int block) {
        return begin[block + 1] - begin[block];
    }

    private long pairs(int g, int h) {
        return g == h ? size(g) * (size(g) - 1) / 2 : size(g) * size(h);
    }

    /** Pairs of two blocks are numbered row by row; within one block row a has the a agents before it. */
    private void draw(NetworkBuilder builder, int g, int h, Draws draws) {
        final double p = chance[g][h];
        if (p == 0) {
            return;
        }
        final double log = p == 1 ? 0 : StrictMath.log1p(-p);
        final long rows = size(g);
        long row = g == h ? 1 : 0;
        long at = -1; // in its row
        while (row < rows) {
            final double skipped = p == 1 ? 0 : Math.floor(StrictMath.log(draws.share()) / log);
            if (skipped >= pairs(g, h)) {
                return;
            }
            at += 1 + (long) skipped;
            long length = g == h ? row : size(h);
            if (g != h && at >= length) {
                row += at / length;
                at %= length;
            }
            while (g == h && row < rows && at >= length) {
                at -= length;
                length = ++row;
            }
            if (row < rows) {
                builder.add((int) (begin[g] + row), (int) (begin[h] + at));
            }
        }
    }
}
