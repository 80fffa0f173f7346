package io.github.breakranks.regime;

import io.github.breakranks.internal.Quadrature;
import io.github.breakranks.population.CostLaw;
import java.util.Arrays;

/**
 * Turnout under private news of any law with the monotone likelihood ratio, and a normal public signal or none.
 *
 * <pre>{@code
 *   p(x)                 = P(strength <= critical | x)     in closed form if the prior is flat, else the ratio of two integrals
 *   share(theta; theta*) = E F(B p(theta + sigma e))
 * }</pre>
 */
final class NoisyTurnout implements Turnout {
    private static final double FAR = 9; // standard deviations of the public signal beyond which nothing is left
    private static final double WITHIN = 1e-11;
    private static final int PEEKS = 64;
    private static final int HALVINGS = 100;

    private final CostLaw cost;
    private final double benefit;
    private final News news;
    private final CostLaw noise;
    private final double sigma;

    NoisyTurnout(Contingent contingent, News news) {
        this.cost = contingent.cost();
        this.benefit = contingent.benefit();
        this.news = news;
        this.noise = news.noise().law();
        this.sigma = 1 / Math.sqrt(news.privatePrecision());
    }

    @Override
    public double share(double theta, double critical) {
        if (cost.low() == cost.high()) {
            final double cutoff = cutoff(critical, cost.low());
            return noise.cdf((cutoff - theta) / sigma);
        }
        return Quadrature.integral(
                        u -> cost.cdf(benefit * chance(theta + sigma * noise.quantile(u), critical)), 0, 1, WITHIN)
                .value();
    }

    @Override
    public double staying(double theta, double critical) {
        if (cost.low() == cost.high()) {
            return noise.survival((cutoff(critical, cost.low()) - theta) / sigma);
        }
        return 1 - share(theta, critical);
    }

    @Override
    public double atCritical(double critical) {
        if (!news.flat()) {
            return share(critical, critical);
        }
        return cost.low() == cost.high()
                ? 1 - Math.min(1, Math.max(0, cost.low() / benefit))
                : Quadrature.integral(chance -> cost.cdf(benefit * chance), 0, 1, WITHIN)
                        .value();
    }

    @Override
    public double slope(double critical) {
        return news.flat() ? 0 : Double.NaN;
    }

    @Override
    public double cutoff(double critical, double ownCost) {
        final double wanted = ownCost / benefit;
        if (wanted <= 0) {
            return Double.POSITIVE_INFINITY;
        }
        if (wanted >= 1) {
            return Double.NEGATIVE_INFINITY;
        }
        if (news.flat()) {
            return critical + sigma * noise.quantileAbove(wanted);
        }
        double low = critical - sigma;
        double high = critical + sigma;
        while (chance(low, critical) < wanted && critical - low < 1e6 * sigma) {
            low -= critical - low;
        }
        while (chance(high, critical) >= wanted && high - critical < 1e6 * sigma) {
            high += high - critical;
        }
        for (int k = 0; k < HALVINGS && low < high; k++) {
            final double middle = low + (high - low) / 2;
            if (middle == low || middle == high) {
                break;
            }
            if (chance(middle, critical) >= wanted) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The chance that the regime falls, to one whose news is x. */
    private double chance(double x, double critical) {
        if (news.flat()) {
            return noise.atLeast((x - critical) / sigma);
        }
        final double deviation = 1 / Math.sqrt(news.publicPrecision());
        final double from = Math.max(news.publicMean() - FAR * deviation, x - sigma * noise.quantileAbove(1e-300));
        final double to = Math.min(news.publicMean() + FAR * deviation, x - sigma * noise.quantile(1e-300));
        if (!(from < to)) {
            return x < news.publicMean() ? 1 : 0; // news that the public signal calls impossible
        }
        final double[] edges = {from, Math.min(to, Math.max(from, critical)), Math.min(to, Math.max(from, x)), to};
        Arrays.sort(edges);
        double peak = Double.NEGATIVE_INFINITY;
        for (int k = 0; k <= PEEKS; k++) {
            peak = Math.max(peak, log(from + (to - from) * k / PEEKS, x));
        }
        final double scale = peak;
        double below = 0;
        double all = 0;
        for (int k = 0; k + 1 < edges.length; k++) {
            if (edges[k] < edges[k + 1]) {
                final double part = Quadrature.integral(
                                t -> Math.exp(log(t, x) - scale), edges[k], edges[k + 1], WITHIN * (to - from))
                        .value();
                all += part;
                below += edges[k + 1] <= critical ? part : 0;
            }
        }
        return all > 0 ? Math.min(1, below / all) : 0.5;
    }

    private double log(double strength, double x) {
        final double off = strength - news.publicMean();
        return -0.5 * news.publicPrecision() * off * off + Math.log(noise.density((x - strength) / sigma));
    }
}
