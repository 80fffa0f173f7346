package io.github.breakranks.regime;

import io.github.breakranks.internal.NormalQuantile;
import io.github.breakranks.internal.NormalTail;
import io.github.breakranks.internal.Quadrature;

/**
 * Turnout under normal news, private and public.
 *
 * <pre>{@code
 *   share(theta; theta*) = E F(B N(U))     U normal of mean (alpha (theta* - z) + beta (theta* - theta)) / sqrt(alpha + beta)
 *                                           and variance beta / (alpha + beta)
 * }</pre>
 *
 * <p>N(U) is a soldier's chance that the regime falls, given his news. With atoms of costs this is a sum of {@code N((mean - N^-1(c/B)) / sd)}.
 */
final class NormalTurnout implements Turnout {
    private static final double WIDE = 2; // a panel, in standard deviations

    private final Costs costs;
    private final double benefit;
    private final News news;
    private final double total; // square root of the sum of precisions
    private final double spread; // of U
    private final double[] quantiles; // N^-1(c/B) by atom
    private double[] breaks = {}; // of u: between them F(B N(u)) is smooth

    NormalTurnout(Contingent contingent, News news) {
        this.costs = Costs.of(contingent);
        this.benefit = contingent.benefit();
        this.news = news;
        final double beta = news.privatePrecision();
        this.total = Math.sqrt(news.publicPrecision() + beta);
        this.spread = Math.sqrt(beta) / total;
        this.quantiles = new double[costs.size()];
        for (int k = 0; k < quantiles.length; k++) {
            quantiles[k] = NormalQuantile.below(costs.needed(k));
        }
    }

    /** Whether all of the contingent have the same cost. */
    boolean alike() {
        return quantiles.length == 1;
    }

    /** {@code N^-1(c/B)} of those who are alike. */
    double quantile() {
        return quantiles[0];
    }

    /** The mean of U at strength {@code theta} when {@code critical} is expected. */
    private double mean(double theta, double critical) {
        final double told = news.flat() ? 0 : news.publicPrecision() * (critical - news.publicMean());
        return (told + news.privatePrecision() * (critical - theta)) / total;
    }

    @Override
    public double share(double theta, double critical) {
        return shareAt(mean(theta, critical), spread);
    }

    /** What he sees errs by his own noise and by the onlooker's doubt, both normal. */
    @Override
    public double expected(double mean, double deviation, double critical) {
        return shareAt(mean(mean, critical), Math.hypot(spread, news.privatePrecision() * deviation / total));
    }

    @Override
    public double atCritical(double critical) {
        return news.flat() ? costs.laplacian() : share(critical, critical);
    }

    private double shareAt(double mean, double deviation) {
        if (!costs.listed()) {
            return Math.min(1, Math.max(0, integral(mean, deviation, z -> 1)));
        }
        double sum = 0;
        for (int k = 0; k < quantiles.length; k++) {
            sum += costs.share(k) * NormalTail.cdf((mean - quantiles[k]) / deviation);
        }
        return sum;
    }

    @Override
    public double slope(double critical) {
        if (news.flat()) {
            return 0;
        }
        final double mean = mean(critical, critical);
        final double bySpread = news.publicPrecision() / total / spread;
        if (!costs.listed()) {
            return bySpread * integral(mean, spread, z -> z);
        }
        double sum = 0;
        for (int k = 0; k < quantiles.length; k++) {
            sum += costs.share(k) * NormalTail.density((mean - quantiles[k]) / spread);
        }
        return bySpread * sum;
    }

    private interface Weight {
        double at(double z);
    }

    /** {@code E w(z) F(B N(mean + deviation z))}, z normal, on panels that end where the law bends. */
    private double integral(double mean, double deviation, Weight weight) {
        final double[] bends = breaks();
        int next = 0;
        while (next < bends.length && (bends[next] - mean) / deviation <= -FAR) {
            next++;
        }
        double sum = 0;
        double from = -FAR;
        double even = -FAR + WIDE;
        while (from < FAR) {
            final double bend = next < bends.length ? (bends[next] - mean) / deviation : Double.POSITIVE_INFINITY;
            final double to = Math.min(even, bend);
            next += bend <= even ? 1 : 0;
            even += even <= bend ? WIDE : 0;
            sum += panel(z -> weight.at(z) * costs.going(NormalTail.cdf(mean + deviation * z)), from, to);
            from = to;
        }
        return sum;
    }

    private static double panel(Weight weight, double from, double to) {
        double sum = 0;
        for (int k = 0; k < Quadrature.POINTS; k++) {
            final double z = from + (to - from) * Quadrature.at(k);
            sum += Quadrature.weight(k) * NormalTail.density(z) * weight.at(z);
        }
        return sum * (to - from);
    }

    private double[] breaks() {
        if (breaks.length == 0) {
            breaks = Bends.of(u -> costs.going(NormalTail.cdf(u)), -6 * WIDE, 6 * WIDE, 12);
        }
        return breaks;
    }

    @Override
    public double cutoff(double critical, double ownCost) {
        final double chance = Math.min(1, Math.max(0, ownCost / benefit));
        final double alpha = news.publicPrecision();
        final double beta = news.privatePrecision();
        final double told = news.flat() ? 0 : alpha * news.publicMean();
        return ((alpha + beta) * critical - told - total * NormalQuantile.below(chance)) / beta;
    }
}
