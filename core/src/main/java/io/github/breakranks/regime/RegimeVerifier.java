package io.github.breakranks.regime;

import io.github.breakranks.answer.Certificate;
import io.github.breakranks.internal.NormalQuantile;
import io.github.breakranks.internal.NormalTail;
import io.github.breakranks.internal.Quadrature;
import java.util.List;

/**
 * Checks critical strengths from what each soldier does: cutoffs by cost, who is below his, and whether that is just enough.
 *
 * <p>Since more go when a greater critical strength is expected, no other lies between a strength {@code s} at which more than enough go and the
 * share that goes there: walking from share to share covers [0, 1] up to a stretch of 1e-7 round those found.
 */
final class RegimeVerifier {
    private static final double ROOM = 1e-7;
    private static final double WITHIN = 1e-9;
    private static final int MOST_STEPS = 20_000;

    private final RegimeChange game;
    private final Turnout[] turnouts; // cutoffs of those whose noise is not normal

    private RegimeVerifier(RegimeChange game) {
        this.game = game;
        this.turnouts = new Turnout[game.contingents().size()];
        for (int g = 0; g < turnouts.length; g++) {
            turnouts[g] = Turnout.of(game, g);
        }
    }

    static Certificate certify(RegimeChange game, double[] strengths, boolean complete) {
        final RegimeVerifier verifier = new RegimeVerifier(game);
        double worst = 0;
        for (final double strength : strengths) {
            worst = Math.max(worst, Math.abs(verifier.share(strength) - strength));
        }
        if (game.news().flat()) {
            return new Certificate.Numeric(worst, "share");
        }
        if (!(worst <= WITHIN)) {
            return new Certificate.Numeric(worst, "share");
        }
        if (!complete) {
            return new Certificate.Unproven("each was checked (worst residual " + (float) worst
                    + "), but others may lie between them, as the slope is not bounded or touches one");
        }
        return verifier.covered(strengths)
                ? new Certificate.Proven(
                        "just enough go at each, worst residual " + (float) worst
                                + ", and no others lie more than 1e-7 from these",
                        List.of("normal and cost laws within 1e-9"))
                : new Certificate.Numeric(worst, "share");
    }

    private boolean covered(double[] strengths) {
        for (int k = 0; k <= strengths.length; k++) {
            final double from = k == 0 ? 0 : strengths[k - 1] + ROOM;
            final double to = k == strengths.length ? 1 : strengths[k] - ROOM;
            if (from < to && !walked(from, to)) {
                return false;
            }
        }
        return true;
    }

    /** From the end from which shares lead into the stretch to the other. */
    private boolean walked(double from, double to) {
        final boolean up = share(from) > from;
        double at = up ? from : to;
        for (int step = 0; step < MOST_STEPS; step++) {
            if (up ? at >= to : at <= from) {
                return true;
            }
            final double next = share(at) + (up ? -WITHIN : WITHIN);
            if (up ? next <= at : next >= at) {
                return false;
            }
            at = next;
        }
        return false;
    }

    /** Who goes if the regime is just as strong as all expect, each by his influence. */
    private double share(double critical) {
        double sum = 0;
        for (int g = 0; g < turnouts.length; g++) {
            sum += game.weight(g) * share(g, critical);
        }
        return sum;
    }

    private double share(int g, double critical) {
        final Contingent contingent = game.contingents().get(g);
        final double low = contingent.cost().low();
        return low == contingent.cost().high()
                ? below(g, critical, low)
                : Quadrature.integral(u -> below(g, critical, contingent.cost().quantile(u)), 0, 1, 1e-11)
                        .value();
    }

    /** The chance that a soldier of this cost has news that makes him go. */
    private double below(int g, double critical, double cost) {
        final News news = game.news(g);
        final double needed = cost / game.contingents().get(g).benefit();
        if (needed <= 0 || needed >= 1) {
            return needed <= 0 ? 1 : 0;
        }
        if (!news.noise().gaussian()) {
            return news.noise()
                    .law()
                    .cdf((turnouts[g].cutoff(critical, cost) - critical) * Math.sqrt(news.privatePrecision()));
        }
        // his posterior mean m satisfies P(theta <= critical) = needed
        final double alpha = news.publicPrecision();
        final double beta = news.privatePrecision();
        final double mean = critical - NormalQuantile.below(needed) / Math.sqrt(alpha + beta);
        final double cutoff = ((alpha + beta) * mean - (news.flat() ? 0 : alpha * news.publicMean())) / beta;
        return NormalTail.cdf((cutoff - critical) * Math.sqrt(beta));
    }
}
