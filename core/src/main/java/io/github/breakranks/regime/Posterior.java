package io.github.breakranks.regime;

import io.github.breakranks.internal.Quadrature;
import io.github.breakranks.population.CostLaw;
import java.util.Arrays;

/** What one holds of the strength who has been told of it normally and has such news of his own; its logarithm is concave. */
final class Posterior {
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
    private static final double DEEP = 40; // of the logarithm: less than 1e-17 of the peak
    private static final int PANELS = 8;
    private static final int SEARCH = 120; // steps at most
    private static final double AT_LEAST = 1e-3; // how near the peak, in parts of the narrower deviation
    private static final double NEARLY = 1.05; // how near the ends

    private final News news;
    private final double x;
    private final NoiseTails tails;
    private final double sigma;
    private final double lowest; // strengths that the news does not rule out
    private final double highest;

    Posterior(News news, NoiseTails tails, double x) {
        final CostLaw noise = news.noise().law();
        this.news = news;
        this.x = x;
        this.tails = tails;
        this.sigma = 1 / Math.sqrt(news.privatePrecision());
        this.lowest = x - sigma * noise.high();
        this.highest = x - sigma * noise.low();
    }

    /** The logarithm of its density, but for a constant. */
    private double log(double strength) {
        final double off = strength - news.publicMean();
        return -0.5 * news.publicPrecision() * off * off + tails.log((x - strength) / sigma);
    }

    /** How likely the strength is to be at most that. */
    double below(double critical) {
        if (critical <= lowest || critical >= highest) {
            return critical <= lowest ? 0 : 1;
        }
        final double mode = mode();
        final double peak = log(mode);
        final double from = end(mode, peak, -1);
        final double to = end(mode, peak, 1);
        if (critical <= from || critical >= to) {
            return critical <= from ? 0 : 1;
        }
        final double[] ends = new double[PANELS + 4];
        for (int k = 0; k <= PANELS; k++) {
            ends[k] = from + (to - from) * k / PANELS;
        }
        ends[PANELS + 1] = critical;
        ends[PANELS + 2] = Math.max(from, Math.min(to, x)); // where Laplace's law has its edge
        ends[PANELS + 3] = mode;
        Arrays.sort(ends);
        double below = 0;
        double above = 0;
        for (int k = 0; k + 1 < ends.length; k++) {
            final double part = ends[k] < ends[k + 1] ? panel(ends[k], ends[k + 1], peak) : 0;
            below += ends[k] < critical ? part : 0;
            above += ends[k] < critical ? 0 : part;
        }
        if (!(below + above > 0)) { // narrower than doubles are apart
            return mode <= critical ? 1 : 0;
        }
        return below / (below + above);
    }

    private double panel(double from, double to, double peak) {
        double sum = 0;
        for (int k = 0; k < Quadrature.POINTS; k++) {
            sum += Quadrature.weight(k) * Math.exp(log(from + (to - from) * Quadrature.at(k)) - peak);
        }
        return sum * (to - from);
    }

    /** Where it is most likely: from what was told by growing steps toward what was seen, then by golden section. */
    private double mode() {
        final double first = narrower() / 4;
        double at = within(news.publicMean());
        final double toward = x >= at ? first : -first;
        double step = log(within(at + toward)) >= log(at) ? toward : -toward;
        double before = within(at - step);
        double next = within(at + step);
        while (next != at && log(next) > log(at)) {
            before = at;
            at = next;
            step *= 2;
            next = within(at + step);
        }
        return golden(Math.min(before, next), Math.max(before, next), AT_LEAST * first);
    }

    private double golden(double from, double to, double near) {
        double low = from;
        double high = to;
        double left = high - GOLDEN * (high - low);
        double right = low + GOLDEN * (high - low);
        double atLeft = log(left);
        double atRight = log(right);
        for (int step = 0; step < SEARCH && high - low > near; step++) {
            if (atLeft > atRight || atLeft == atRight && Math.abs(left - x) < Math.abs(right - x)) {
                high = right;
                right = left;
                atRight = atLeft;
                left = high - GOLDEN * (high - low);
                atLeft = log(left);
            } else {
                low = left;
                left = right;
                atLeft = atRight;
                right = low + GOLDEN * (high - low);
                atRight = log(right);
            }
        }
        final double best = atLeft > atRight ? left : right;
        final double end = log(from) > log(to) ? from : to; // where the noise ends
        return log(end) >= log(best) ? end : best;
    }

    private double narrower() {
        return Math.min(sigma, 1 / Math.sqrt(news.publicPrecision()));
    }

    private double within(double strength) {
        return Math.min(highest, Math.max(lowest, strength));
    }

    /** How far down or up it is worth looking: far from what was told the law falls within much less than a deviation. */
    private double end(double mode, double peak, int sign) {
        final double edge = sign < 0 ? lowest : highest;
        if (mode == edge) {
            return edge;
        }
        double near = 0;
        double far = narrower();
        while (log(mode + sign * far) > peak - DEEP) {
            near = far;
            far *= 2;
        }
        for (int step = 0; step < SEARCH && far > NEARLY * near; step++) {
            final double middle = near + (far - near) / 2;
            if (log(mode + sign * middle) > peak - DEEP) {
                near = middle;
            } else {
                far = middle;
            }
        }
        return within(mode + sign * far);
    }
}
