package io.github.breakranks.cascade;

import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.internal.Binomial;

/**
 * What share of each group of laws is willing to go when such shares have gone, if each sees everybody or a few random others.
 *
 * <pre>{@code
 *   everybody:   Phi_g(s)                                        s = what group g sees, a share
 *   k others:    sum over m of C(k,m) s^m (1-s)^(k-m) Phi_g(m/k)
 * }</pre>
 */
final class LawReply {
    private static final double SETTLED = 1e-13; // a sum over m may be off by so much

    private final DefectionGame game;
    private final double[][] seen;
    private final int sees;
    private final double[][] willingAt; // by group, then by how many of those seen have gone; empty if all are seen

    LawReply(DefectionGame game, int sees) {
        this.game = game;
        this.seen = game.seen();
        this.sees = sees;
        this.willingAt = new double[sees == 0 ? 0 : game.groups()][];
        for (int g = 0; g < willingAt.length; g++) {
            willingAt[g] = new double[sees + 1];
            for (int m = 0; m <= sees; m++) {
                willingAt[g][m] = game.willing(g, (double) m / sees);
            }
        }
    }

    int groups() {
        return seen.length;
    }

    /** The share of one group willing when so many of the few whom each sees have gone. */
    double[] willingAt(int group) {
        return willingAt[group];
    }

    /** The share gone of those whom a group sees. */
    double seenBy(int group, double[] gone) {
        return seenBy(seen[group], gone);
    }

    /** The share gone of those whom a group sees; never outside [0, 1] by rounding. */
    static double seenBy(double[] weights, double[] gone) {
        double sum = 0;
        for (int h = 0; h < gone.length; h++) {
            sum += weights[h] * gone[h];
        }
        return Math.min(1, Math.max(0, sum));
    }

    double willing(int group, double[] gone) {
        final double share = seenBy(group, gone);
        if (sees == 0) {
            return game.willing(group, share);
        }
        final double[] chances = Binomial.chances(sees, share);
        double sum = 0;
        for (int m = 0; m <= sees; m++) {
            sum += chances[m] * willingAt[group][m];
        }
        final double willing = Math.min(1, Math.max(0, sum));
        return Math.abs(willing - gone[group]) <= SETTLED ? gone[group] : willing;
    }
}
