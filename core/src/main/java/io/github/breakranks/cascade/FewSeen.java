package io.github.breakranks.cascade;

import io.github.breakranks.internal.Binomial;
import java.util.Arrays;

/**
 * A law's population in which each sees a few random others and nobody comes back: who is left is told apart by how many of those he sees
 * must have gone.
 *
 * <pre>{@code
 *   y_m = share left who need m of k          goes at a look:  y_m P(Bin(k, s) >= m)
 * }</pre>
 *
 * <p>Every look is a new chance, and one that is taken cannot be taken back. So once somebody has gone, everybody who would go if all he
 * sees had gone does so in the end; it may take very long.
 */
final class FewSeen implements LawClock.Flow {
    private final LawReply reply;
    private final int sees;
    private final double[] full; // by group: who has gone in the end, if anybody whom it sees ever goes
    private final double[] start; // by group, then need

    FewSeen(LawReply reply, int sees, double gone) {
        this.reply = reply;
        this.sees = sees;
        this.full = new double[reply.groups()];
        this.start = new double[full.length * (sees + 1)];
        for (int g = 0; g < full.length; g++) {
            final double[] willing = reply.willingAt(g);
            // A gain that falls where nobody looked must make no share negative: the willing stay so as more go.
            for (int m = 1; m <= sees; m++) {
                willing[m] = Math.max(willing[m], willing[m - 1]);
            }
            full[g] = Math.max(gone, willing[sees]);
            for (int m = 0; m <= sees; m++) { // the most eager are those gone at the start
                final double before = Math.max(gone, m == 0 ? 0 : willing[m - 1]);
                start[g * (sees + 1) + m] = Math.max(0, willing[m] - before);
            }
        }
    }

    @Override
    public double[] start() {
        return start.clone();
    }

    @Override
    public double[] gone(double[] left) {
        final double[] gone = full.clone();
        for (int i = 0; i < left.length; i++) {
            gone[i / (sees + 1)] -= left[i];
        }
        return gone;
    }

    @Override
    public void drift(double[] left, double[] seenGone, double[] speed) {
        for (int g = 0; g < full.length; g++) {
            final double[] chances = Binomial.chances(sees, reply.seenBy(g, seenGone));
            double atLeast = 0;
            for (int m = sees; m >= 0; m--) {
                atLeast = Math.min(1, atLeast + chances[m]);
                final int i = g * (sees + 1) + m;
                speed[i] = -left[i] * (m == 0 ? 1 : atLeast);
            }
        }
    }

    /** Who has gone in the end: nobody of a group that sees nobody go and has nobody who goes by himself. */
    double[] limit() {
        final double[] gone = gone(start);
        for (int g = 0; g < gone.length; g++) {
            gone[g] = Math.max(gone[g], reply.willingAt(g)[0]);
        }
        for (int round = 0; round <= gone.length; round++) {
            final double[] before = gone.clone();
            Arrays.setAll(gone, g -> reply.seenBy(g, before) > 0 ? full[g] : before[g]);
        }
        return gone;
    }
}
