package io.github.breakranks.regime;

import io.github.breakranks.internal.NormalQuantile;
import io.github.breakranks.internal.NormalTail;
import io.github.breakranks.internal.Quadrature;
import io.github.breakranks.population.CostLaw;
import java.util.function.DoubleUnaryOperator;

/**
 * Turnout under normal news, private and public.
 *
 * <pre>{@code
 *   share(theta; theta*) = E F(B N(U))     U normal of mean (alpha (theta* - z) + beta (theta* - theta)) / sqrt(alpha + beta)
 *                                           and variance beta / (alpha + beta)
 * }</pre>
 *
 * <p>N(U) is a soldier's chance that the regime falls, given his news. With one cost for all this is {@code N((mean - N^-1(c/B)) / sd)}.
 */
final class NormalTurnout implements Turnout {
    private static final double FAR = 9; // standard deviations beyond which nothing is left
    private static final double WITHIN = 1e-13;

    private final CostLaw cost;
    private final double benefit;
    private final News news;
    private final double total; // square root of the sum of precisions
    private final double spread; // of U
    private final double onlyQuantile; // N^-1(c/B) where all have the same cost; NaN if not

    NormalTurnout(Contingent contingent, News news) {
        this.cost = contingent.cost();
        this.benefit = contingent.benefit();
        this.news = news;
        final double beta = news.privatePrecision();
        this.total = Math.sqrt(news.publicPrecision() + beta);
        this.spread = Math.sqrt(beta) / total;
        final boolean alike = cost.low() == cost.high();
        this.onlyQuantile = alike ? NormalQuantile.below(Math.min(1, Math.max(0, cost.low() / benefit))) : Double.NaN;
    }

    /** Whether all of the contingent have the same cost. */
    boolean alike() {
        return !Double.isNaN(onlyQuantile);
    }

    /** {@code N^-1(c/B)} of those who are alike. */
    double quantile() {
        return onlyQuantile;
    }

    /** The mean of U at strength {@code theta} when {@code critical} is expected. */
    private double mean(double theta, double critical) {
        final double told = news.flat() ? 0 : news.publicPrecision() * (critical - news.publicMean());
        return (told + news.privatePrecision() * (critical - theta)) / total;
    }

    @Override
    public double share(double theta, double critical) {
        return shareAt(mean(theta, critical));
    }

    @Override
    public double staying(double theta, double critical) {
        final double mean = mean(theta, critical);
        return alike()
                ? NormalTail.survival((mean - onlyQuantile) / spread)
                : expected(mean, chance -> cost.survival(benefit * chance));
    }

    @Override
    public double atCritical(double critical) {
        if (!news.flat()) {
            return share(critical, critical);
        }
        return alike()
                ? 1 - Math.min(1, Math.max(0, cost.low() / benefit))
                : Quadrature.integral(chance -> cost.cdf(benefit * chance), 0, 1, WITHIN)
                        .value();
    }

    private double shareAt(double mean) {
        return alike()
                ? NormalTail.cdf((mean - onlyQuantile) / spread)
                : expected(mean, chance -> cost.cdf(benefit * chance));
    }

    @Override
    public double slope(double critical) {
        if (news.flat()) {
            return 0;
        }
        final double mean = mean(critical, critical);
        final double bySpread = news.publicPrecision() / total / spread;
        return alike()
                ? bySpread * NormalTail.density((mean - onlyQuantile) / spread)
                : bySpread * integral(mean, (z, chance) -> z * cost.cdf(benefit * chance));
    }

    private double expected(double mean, DoubleUnaryOperator ofChance) {
        return Math.min(1, Math.max(0, integral(mean, (z, chance) -> ofChance.applyAsDouble(chance))));
    }

    private interface Weighed {
        double at(double z, double chance);
    }

    private double integral(double mean, Weighed weighed) {
        double sum = 0;
        for (double from = -FAR; from < FAR; from += FAR / 3) {
            sum += Quadrature.integral(
                            z -> NormalTail.density(z) * weighed.at(z, NormalTail.cdf(mean + spread * z)),
                            from,
                            from + FAR / 3,
                            WITHIN)
                    .value();
        }
        return sum;
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
