package io.github.breakranks.regime;

import io.github.breakranks.internal.NormalQuantile;
import io.github.breakranks.internal.NormalTail;
import io.github.breakranks.internal.Quadrature;
import io.github.breakranks.population.CostLaw;
import java.util.Arrays;

/** For the verifier: which part of a contingent goes if the regime is just as strong as all expect. */
interface WhoGoes {

    double share(double critical);

    static WhoGoes of(Contingent contingent, News news) {
        if (news.noise().gaussian()) {
            return contingent.cost().low() == contingent.cost().high()
                    ? new Alike(contingent, news)
                    : new ByCost(contingent, news);
        }
        return new ByNews(contingent, news);
    }

    /** All have one cost: whose posterior mean is low enough. */
    final class Alike implements WhoGoes {
        private final News news;
        private final double needed;
        private final double quantile;

        Alike(Contingent contingent, News news) {
            this.news = news;
            this.needed = contingent.cost().low() / contingent.benefit();
            this.quantile = needed > 0 && needed < 1 ? NormalQuantile.below(needed) : Double.NaN;
        }

        @Override
        public double share(double critical) {
            if (!(needed > 0 && needed < 1)) {
                return needed <= 0 ? 1 : 0;
            }
            return belowCutoff(news, critical, quantile);
        }
    }

    /** The chance of news so low that the posterior mean m satisfies {@code P(theta <= critical) >= needed}. */
    private static double belowCutoff(News news, double critical, double quantile) {
        final double alpha = news.publicPrecision();
        final double beta = news.privatePrecision();
        final double mean = critical - quantile / Math.sqrt(alpha + beta);
        final double cutoff = ((alpha + beta) * mean - (news.flat() ? 0 : alpha * news.publicMean())) / beta;
        return NormalTail.cdf((cutoff - critical) * Math.sqrt(beta));
    }

    /** Costs are spread: over the quantiles of those who waver, on panels that narrow fourfold toward both ends and that are halved until they agree. */
    final class ByCost implements WhoGoes {
        private static final int NARROWINGS = 13;
        private static final double AGREE = 1e-12;
        private static final int DEEPEST = 36;
        private static final double[] PROBES = {0, 0.25, 0.5, 0.75, 1};

        private final Contingent contingent;
        private final News news;
        private final double always;
        private double[] quantiles = new double[64];
        private double[] weights = new double[64];
        private int size;

        ByCost(Contingent contingent, News news) {
            this.contingent = contingent;
            this.news = news;
            this.always = contingent.cost().cdf(0);
            final double wavering = contingent.cost().below(contingent.benefit()) - always;
            double from = 0;
            for (int k = NARROWINGS; wavering > 0 && k >= 0; k--) {
                final double to = 0.5 * Math.scalb(1.0, -2 * k);
                panel(always + wavering * from, always + wavering * to, 0);
                panel(always + wavering * (1 - to), always + wavering * (1 - from), 0);
                from = to;
            }
        }

        private void panel(double from, double to, int depth) {
            final double middle = from + (to - from) / 2;
            final double[] whole = sums(from, to);
            final double[] lower = sums(from, middle);
            final double[] upper = sums(middle, to);
            double off = 0;
            for (int k = 0; k < PROBES.length; k++) {
                off = Math.max(off, Math.abs(whole[k] - lower[k] - upper[k]));
            }
            if (off > AGREE && depth < DEEPEST) {
                panel(from, middle, depth + 1);
                panel(middle, to, depth + 1);
                return;
            }
            for (int j = 0; j < Quadrature.POINTS; j++) {
                if (size == weights.length) {
                    quantiles = Arrays.copyOf(quantiles, 2 * size);
                    weights = Arrays.copyOf(weights, 2 * size);
                }
                quantiles[size] = quantile(from + (to - from) * Quadrature.at(j));
                weights[size++] = (to - from) * Quadrature.weight(j);
            }
        }

        private double[] sums(double from, double to) {
            final double[] sums = new double[PROBES.length];
            for (int j = 0; j < Quadrature.POINTS; j++) {
                final double quantile = quantile(from + (to - from) * Quadrature.at(j));
                for (int k = 0; k < PROBES.length; k++) {
                    sums[k] += (to - from) * Quadrature.weight(j) * belowCutoff(news, PROBES[k], quantile);
                }
            }
            return sums;
        }

        private double quantile(double share) {
            final double needed = contingent.cost().quantile(share) / contingent.benefit();
            return NormalQuantile.below(Math.min(1, Math.max(0, needed)));
        }

        @Override
        public double share(double critical) {
            double sum = always;
            for (int j = 0; j < size; j++) {
                sum += weights[j] * belowCutoff(news, critical, quantiles[j]);
            }
            return sum;
        }
    }

    /** Private news is not normal: over even grids of what one may see and of what the strength may be, by Simpson's rule. */
    final class ByNews implements WhoGoes {
        private static final int GRID = 400; // even
        private static final int HALVINGS = 60;
        private static final double FAR = 120; // twice by how much the logarithm of what was told may fall
        private static final double TAIL = 1e-13; // inside the edge of a law that ends

        private final Contingent contingent;
        private final News news;
        private final CostLaw noise;
        private final double sigma;

        ByNews(Contingent contingent, News news) {
            this.contingent = contingent;
            this.news = news;
            this.noise = news.noise().law();
            this.sigma = 1 / Math.sqrt(news.privatePrecision());
        }

        @Override
        public double share(double critical) {
            final CostLaw cost = contingent.cost();
            if (cost.discrete() || cost.low() == cost.high()) {
                return listed(critical, cost);
            }
            final double low = noise.quantile(TAIL);
            final double high = noise.quantileAbove(TAIL);
            return simpson(critical, low, 0) + simpson(critical, 0, high);
        }

        private double listed(double critical, CostLaw cost) {
            double sum = 0;
            double at = cost.low();
            double counted = 0;
            while (counted < cost.cdf(at)) {
                sum += (cost.cdf(at) - counted) * belowCutoff(critical, at / contingent.benefit());
                counted = cost.cdf(at);
                at = cost.quantileFromRight(counted);
            }
            return sum;
        }

        private double simpson(double critical, double from, double to) {
            double sum = 0;
            for (int k = 0; k <= GRID; k++) {
                final double e = from + (to - from) * k / GRID;
                final double weight = k == 0 || k == GRID ? 1 : k % 2 == 1 ? 4 : 2;
                final double going =
                        contingent.cost().cdf(contingent.benefit() * chance(critical + sigma * e, critical));
                sum += weight * noise.density(e) * going;
            }
            return sum * (to - from) / GRID / 3;
        }

        private double belowCutoff(double critical, double needed) {
            if (!(needed > 0 && needed < 1)) {
                return needed <= 0 ? 1 : 0;
            }
            double low = noise.quantile(1e-15); // of noise; the chance falls as it rises
            double high = noise.quantileAbove(1e-15);
            for (int k = 0; k < HALVINGS; k++) {
                final double middle = low + (high - low) / 2;
                if (chance(critical + sigma * middle, critical) >= needed) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            return noise.cdf(low);
        }

        /** Strengths up to the critical one against all, each by what was told and by the noise that it takes. */
        private double chance(double x, double critical) {
            if (news.flat()) {
                return noise.atLeast((x - critical) / sigma);
            }
            final double seenLow = x - sigma * noise.quantileAbove(TAIL);
            final double seenHigh = x - sigma * noise.quantile(TAIL);
            final double nearest = Math.min(seenHigh, Math.max(seenLow, news.publicMean())) - news.publicMean();
            final double reach = Math.sqrt(nearest * nearest + FAR / news.publicPrecision());
            final double from = Math.max(seenLow, news.publicMean() - reach);
            final double to = Math.min(seenHigh, news.publicMean() + reach);
            final double cut = Math.min(to, Math.max(from, critical));
            final double edge = Math.min(to, Math.max(from, x));
            final double below =
                    weight(x, nearest, from, Math.min(cut, edge)) + weight(x, nearest, Math.min(cut, edge), cut);
            final double above =
                    weight(x, nearest, cut, Math.max(cut, edge)) + weight(x, nearest, Math.max(cut, edge), to);
            return below / (below + above);
        }

        private double weight(double x, double nearest, double from, double to) {
            double sum = 0;
            for (int k = 0; k <= GRID && from < to; k++) {
                final double strength = from + (to - from) * k / GRID;
                final double off = strength - news.publicMean();
                final double weight = k == 0 || k == GRID ? 1 : k % 2 == 1 ? 4 : 2;
                sum += weight
                        * Math.exp(-0.5 * news.publicPrecision() * (off * off - nearest * nearest))
                        * noise.density((x - strength) / sigma);
            }
            return sum * (to - from);
        }
    }
}
