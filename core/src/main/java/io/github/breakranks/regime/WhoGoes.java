package io.github.breakranks.regime;

import io.github.breakranks.answer.Watch;
import io.github.breakranks.internal.NormalQuantile;
import io.github.breakranks.internal.NormalTail;
import io.github.breakranks.internal.Quadrature;
import io.github.breakranks.population.CostLaw;
import java.util.Arrays;

/** For the verifier: which part of a contingent goes if the regime is just as strong as all expect. */
interface WhoGoes {

    double share(double critical);

    /** Whether the share is so near that it can be walked by. */
    default boolean near() {
        return true;
    }

    /** Whether thousands of shares take less than a millisecond. */
    default boolean quick() {
        return false;
    }

    static WhoGoes of(Contingent contingent, News news, Watch watch) {
        if (news.noise().gaussian()) {
            return contingent.cost().low() == contingent.cost().high()
                    ? new Alike(contingent, news)
                    : new ByCost(contingent, news, watch);
        }
        return new ByNews(contingent, news, watch);
    }

    /**
     * All have one cost: whose posterior mean is low enough. Under a flat prior he who thinks a fall just likely enough has that share of the others'
     * news above his own, whatever the noise, and the rest goes.
     */
    final class Alike implements WhoGoes {
        private final News news;
        private final double needed;
        private final double quantile;

        Alike(Contingent contingent, News news) {
            this.news = news;
            this.needed = contingent.cost().low() / contingent.benefit();
            this.quantile = news.flat() || !(needed > 0 && needed < 1) ? Double.NaN : NormalQuantile.below(needed);
        }

        @Override
        public boolean quick() {
            return true;
        }

        @Override
        public double share(double critical) {
            if (!(needed > 0 && needed < 1)) {
                return needed <= 0 ? 1 : 0;
            }
            return news.flat() ? 1 - needed : belowCutoff(news, critical, quantile);
        }
    }

    /** The chance of news so low that the posterior mean m satisfies {@code P(theta <= critical) >= needed}. */
    private static double belowCutoff(News news, double critical, double quantile) {
        if (news.flat()) {
            return NormalTail.cdf(-quantile); // the cutoff lies so many deviations below the strength, at any precision
        }
        final double alpha = news.publicPrecision();
        final double beta = news.privatePrecision();
        final double mean = critical - quantile / Math.sqrt(alpha + beta);
        final double cutoff = ((alpha + beta) * mean - alpha * news.publicMean()) / beta;
        return NormalTail.cdf((cutoff - critical) * Math.sqrt(beta));
    }

    /** Costs are spread: over the quantiles of those who waver, on panels that narrow fourfold toward both ends and that are cut until they agree. */
    final class ByCost implements WhoGoes {
        private static final int NARROWINGS = 13;
        private static final double AGREE = 1e-12;
        private static final int DEEPEST = 42;
        private static final double SPLIT = 0.45; // off the middle, where a jump would be seen by neither
        private static final double[] PROBES = {0, 0.25, 0.5, 0.75, 1};

        private final Contingent contingent;
        private final News news;
        private final Watch watch;
        private final double always;
        private double[] quantiles = new double[64];
        private double[] weights = new double[64];
        private int size;

        ByCost(Contingent contingent, News news, Watch watch) {
            this.contingent = contingent;
            this.news = news;
            this.watch = watch;
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
            final double middle = from + (to - from) * SPLIT;
            final double[] whole = sums(from, to);
            final double[] lower = sums(from, middle);
            final double[] upper = sums(middle, to);
            double off = 0;
            for (int k = 0; k < PROBES.length; k++) {
                off = Math.max(off, Math.abs(whole[k] - lower[k] - upper[k]));
            }
            if (off > AGREE && depth < DEEPEST && watch.mayGoOn()) {
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

    /** Private news is not normal: over grids of what one may see, finer where many turn, and over panels of what the strength may be. */
    final class ByNews implements WhoGoes {
        private static final int GRID = 100;
        private static final int FINEST = 40; // halvings of a part
        private static final double AGREE = 1e-11; // of a part and its halves
        private static final int HALVINGS = 60;
        private static final double NEAR = 1e-13; // share between those who surely go and those who surely stay
        private static final double FAINT = 1e-290; // share of the noise that is never seen
        private static final double FADED = 34; // of the logarithm
        private static final int FINER = 16;
        private static final int PASSES = 9;
        private static final int PANELS = 4;
        private static final double CLOSE = 0.05; // of the narrower deviation
        private static final double NEARLY = 1.01;
        private static final double TAIL = 1e-13; // inside the edge of a law that ends

        private final Contingent contingent;
        private final News news;
        private final CostLaw noise;
        private final double sigma;
        private final Watch watch;

        ByNews(Contingent contingent, News news, Watch watch) {
            this.watch = watch;
            this.contingent = contingent;
            this.news = news;
            this.noise = news.noise().law();
            this.sigma = 1 / Math.sqrt(news.privatePrecision());
        }

        /** Costs that follow a law are summed over a grid, which takes too long for thousands of shares. */
        @Override
        public boolean near() {
            final CostLaw cost = contingent.cost();
            return cost.discrete() || cost.low() == cost.high();
        }

        @Override
        public double share(double critical) {
            final CostLaw cost = contingent.cost();
            if (near()) {
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
            while (counted < cost.cdf(at) && watch.mayGoOn()) {
                sum += (cost.cdf(at) - counted) * belowCutoff(critical, at / contingent.benefit());
                counted = cost.cdf(at);
                at = cost.quantileFromRight(counted);
            }
            return sum;
        }

        /** Who goes falls as news rises: it changes nowhere unseen, and where it does the grid is made finer. */
        private double simpson(double critical, double from, double to) {
            double sum = 0;
            double left = from;
            double atLeft = seen(critical, from);
            for (int k = 1; k <= GRID && watch.mayGoOn(); k++) {
                final double right = from + (to - from) * k / GRID;
                final double atRight = seen(critical, right);
                sum += finer(
                        critical,
                        new double[] {left, right},
                        new double[] {atLeft, seen(critical, left + (right - left) / 2), atRight},
                        FINEST);
                left = right;
                atLeft = atRight;
            }
            return sum;
        }

        private double finer(double critical, double[] ends, double[] at, int left) {
            final double width = ends[1] - ends[0];
            final double middle = ends[0] + width / 2;
            final double lower = seen(critical, ends[0] + width / 4);
            final double upper = seen(critical, ends[0] + 3 * width / 4);
            final double whole = (at[0] + 4 * at[1] + at[2]) * width / 6;
            final double parts = (at[0] + 4 * lower + 2 * at[1] + 4 * upper + at[2]) * width / 12;
            if (Math.abs(parts - whole) <= AGREE || left == 0 || !watch.mayGoOn()) {
                return parts + (parts - whole) / 15;
            }
            return finer(critical, new double[] {ends[0], middle}, new double[] {at[0], lower, at[1]}, left - 1)
                    + finer(critical, new double[] {middle, ends[1]}, new double[] {at[1], upper, at[2]}, left - 1);
        }

        /** How likely such an error is, times who goes who sees it. */
        private double seen(double critical, double e) {
            return noise.density(e)
                    * contingent.cost().cdf(contingent.benefit() * chance(critical + sigma * e, critical));
        }

        private double belowCutoff(double critical, double needed) {
            if (!(needed > 0 && needed < 1)) {
                return needed <= 0 ? 1 : 0;
            }
            double low = noise.quantile(1e-15); // of noise; the chance falls as it rises
            double high = noise.quantileAbove(1e-15);
            double atLow = chance(critical + sigma * low, critical) - needed;
            double atHigh = chance(critical + sigma * high, critical) - needed;
            if (atLow < 0 || atHigh >= 0) {
                return atLow < 0 ? 0 : 1;
            }
            for (int k = 0; k < HALVINGS && noise.cdf(high) - noise.cdf(low) > NEAR; k++) {
                final double part = k % 2 == 0 ? 0.5 : Math.min(0.99, Math.max(0.01, atLow / (atLow - atHigh)));
                final double at = low + part * (high - low);
                final double off = chance(critical + sigma * at, critical) - needed;
                if (off >= 0) {
                    low = at;
                    atLow = off;
                } else {
                    high = at;
                    atHigh = off;
                }
            }
            return noise.cdf(low);
        }

        /** Strengths up to the critical one against all, each by what was told and by the noise that it takes. */
        private double chance(double x, double critical) {
            if (news.flat()) {
                return noise.atLeast((x - critical) / sigma);
            }
            final double low = x - sigma * noise.quantileAbove(FAINT);
            final double high = x - sigma * noise.quantile(FAINT);
            if (critical <= low || critical >= high) { // the news rules it out
                return critical <= low ? 0 : 1;
            }
            final double peak = peak(x, low, high);
            final double top = log(x, peak);
            final double from = faded(x, new double[] {peak, low}, top);
            final double to = faded(x, new double[] {peak, high}, top);
            final double cut = Math.min(to, Math.max(from, critical));
            final double edge = Math.min(to, Math.max(from, x));
            final double below = weight(x, from, Math.min(cut, edge), top) + weight(x, Math.min(cut, edge), cut, top);
            final double above = weight(x, cut, Math.max(cut, edge), top) + weight(x, Math.max(cut, edge), to, top);
            return below + above > 0 ? below / (below + above) : peak <= critical ? 1 : 0;
        }

        /** How likely such a strength is, a logarithm but for a constant; at the edge of a law that ends, just inside. */
        private double log(double x, double strength) {
            final double off = strength - news.publicMean();
            final double e = Math.min(noise.high(), Math.max(noise.low(), (x - strength) / sigma));
            return Math.log(noise.density(e)) - 0.5 * news.publicPrecision() * off * off;
        }

        /** By grids, each finer round the best point of the one before. */
        private double peak(double x, double low, double high) {
            double from = low;
            double to = high;
            double best = low;
            final double close = CLOSE * Math.min(sigma, 1 / Math.sqrt(news.publicPrecision()));
            for (int pass = 0; pass < PASSES && to - from > close; pass++) {
                final double step = (to - from) / FINER;
                final double left = from;
                for (int k = 0; k <= FINER; k++) {
                    final double strength = Math.min(high, left + k * step);
                    best = k == 0 || log(x, strength) > log(x, best) ? strength : best;
                }
                from = Math.max(low, best - step);
                to = Math.min(high, best + step);
            }
            return best;
        }

        /** From the peak to an end, how far anything is left. */
        private double faded(double x, double[] ends, double top) {
            if (log(x, ends[1]) > top - FADED) {
                return ends[1];
            }
            double near = ends[0];
            double far = ends[1];
            for (int k = 0; k < HALVINGS && Math.abs(far - ends[0]) > NEARLY * Math.abs(near - ends[0]); k++) {
                final double middle = near + (far - near) / 2;
                if (log(x, middle) > top - FADED) {
                    near = middle;
                } else {
                    far = middle;
                }
            }
            return far;
        }

        private double weight(double x, double from, double to, double top) {
            double sum = 0;
            for (int k = 0; k < PANELS * Quadrature.POINTS && from < to; k++) {
                final double place = (k / Quadrature.POINTS + Quadrature.at(k % Quadrature.POINTS)) / PANELS;
                sum += Quadrature.weight(k % Quadrature.POINTS) * Math.exp(log(x, from + (to - from) * place) - top);
            }
            return sum * (to - from);
        }
    }
}
