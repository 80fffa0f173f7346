package io.github.breakranks.regime;

import io.github.breakranks.answer.Watch;
import io.github.breakranks.internal.Halted;
import io.github.breakranks.internal.Quadrature;
import io.github.breakranks.population.CostLaw;

/**
 * What a soldier expects to gain among so few that each counts, number by number, for gains that jump in the state at another place for each
 * number of others who go.
 *
 * <pre>{@code
 *   R(m, o)  =  sum over k of  integral of  f(e) P(k of the others go | e) pi(m - d e, k / others) de
 *                                           others go with chance P(noise above (d e - o) / sigma), each for himself
 * }</pre>
 *
 * <p>For one number of others the gain rises in the state alone: where it is the same at both ends of the noise at which that number is likely, it
 * is the same between; else panels are cut where it jumps, which is found by halving.
 */
final class ByNumber {
    private static final double WITHIN = 1e-10; // of the gain's size
    private static final double UNLIKELY = 28; // minus the logarithm of a chance over the greatest: less than 1e-12
    private static final double TAIL = 1e-17; // of his own noise
    private static final int PANELS = 4;
    private static final int DEEPEST = 20;
    private static final double SPLIT = 0.45;
    private static final int HALVINGS = 44;
    private static final int STEPS = 40; // halvings of the chances between which a number is likely
    private static final int OFTEN = 64; // gains between two looks at the watch
    private static final double JUMP = 0.01; // of the rise over a panel

    private final GlobalGame game;
    private final CostLaw noise;
    private final double sigma;
    private final double deviation;
    private final Watch watch;
    private final int others;
    private final double[] logs; // of factorials
    private final double[] lowest; // noise of others that lies above with the least chance at which a number is likely
    private final double[] highest;
    private final double first; // of the noise
    private final double last;
    private int gains;

    ByNumber(GlobalGame game, Watch watch) {
        final News news = game.news();
        this.game = game;
        this.noise = news.noise().law();
        this.sigma = 1 / Math.sqrt(news.privatePrecision());
        this.deviation = 1 / Math.sqrt(news.privatePrecision() + news.publicPrecision());
        this.watch = watch;
        this.others = game.players().orElseThrow() - 1;
        this.logs = new double[others + 1];
        for (int k = 2; k <= others; k++) {
            logs[k] = logs[k - 1] + Math.log(k);
        }
        this.lowest = new double[others + 1];
        this.highest = new double[others + 1];
        for (int k = 0; k <= others; k++) {
            highest[k] = k == 0 ? Double.POSITIVE_INFINITY : noise.quantileAbove(likely(k / (double) others, 0));
            lowest[k] = k == others ? Double.NEGATIVE_INFINITY : noise.quantileAbove(likely(k / (double) others, 1));
        }
        this.first = noise.quantile(TAIL);
        this.last = noise.quantileAbove(TAIL);
    }

    /** How near to one end a chance may be that leaves such a share likely: by halving, as the likelihood falls away from the share. */
    private double likely(double share, double end) {
        double near = share;
        double far = end;
        for (int k = 0; k < STEPS; k++) {
            final double middle = near + (far - near) / 2;
            final double gone = share == 0 ? 0 : share * Math.log(share / middle);
            final double stayed = share == 1 ? 0 : (1 - share) * Math.log((1 - share) / (1 - middle));
            if (others * (gone + stayed) < UNLIKELY) {
                near = middle;
            } else {
                far = middle;
            }
        }
        return far;
    }

    /** R; {@link Halted} if the watch says so. */
    double expected(double mean, double off) {
        double sum = 0;
        for (int k = 0; k <= others; k++) {
            sum += new Number(k, mean, off).sum();
        }
        return sum;
    }

    /** One number of others. */
    private final class Number {
        private final int gone;
        private final double mean;
        private final double off;
        private final double choices; // their logarithm
        private double within;

        Number(int gone, double mean, double off) {
            this.gone = gone;
            this.mean = mean;
            this.off = off;
            this.choices = logs[others] - logs[gone] - logs[others - gone];
        }

        double sum() {
            final double from = Math.max(first, (sigma * lowest[gone] + off) / deviation);
            final double to = Math.min(last, (sigma * highest[gone] + off) / deviation);
            if (!(from < to)) {
                return 0;
            }
            final double most = gain(from);
            final double least = gain(to);
            if (most == least && off == 0 && sigma == deviation) {
                return most / (others + 1); // private news only: each number is as likely as any other
            }
            within = WITHIN * (Math.abs(most) + Math.abs(least)) / others + Double.MIN_NORMAL;
            double sum = 0;
            for (int k = 0; k < PANELS; k++) {
                final double left = from + (to - from) * k / PANELS;
                final double right = from + (to - from) * (k + 1) / PANELS;
                sum += cut(left, right, rule(left, right), 0);
            }
            return sum;
        }

        private double gain(double e) {
            if (++gains % OFTEN == 0 && !watch.mayGoOn()) {
                throw new Halted();
            }
            return game.gains(mean - deviation * e, gone / (double) others);
        }

        private double likelihood(double e) {
            final double at = (deviation * e - off) / sigma;
            final double go = gone == 0 ? 0 : gone * Math.log(noise.atLeast(at));
            final double stay = gone == others ? 0 : (others - gone) * Math.log(noise.cdf(at));
            return noise.density(e) * Math.exp(choices + go + stay);
        }

        private double rule(double from, double to) {
            double sum = 0;
            for (int k = 0; k < Quadrature.POINTS; k++) {
                final double e = from + (to - from) * Quadrature.at(k);
                sum += Quadrature.weight(k) * likelihood(e) * gain(e);
            }
            return sum * (to - from);
        }

        /** At the jumps first, as a rule sees none near its ends; then in uneven parts until they agree. */
        private double cut(double from, double to, double whole, int depth) {
            if (gain(from) > gain(to) && depth < DEEPEST) {
                final double[] steepest = steepest(from, to);
                if (gain(steepest[0]) - gain(steepest[1]) > JUMP * (gain(from) - gain(to))) {
                    return cut(from, steepest[0], rule(from, steepest[0]), depth + 1)
                            + cut(steepest[1], to, rule(steepest[1], to), depth + 1);
                }
            }
            final double between = from + (to - from) * SPLIT;
            final double lower = rule(from, between);
            final double upper = rule(between, to);
            if (Math.abs(whole - lower - upper) <= within || depth == DEEPEST) {
                return lower + upper;
            }
            return cut(from, between, lower, depth + 1) + cut(between, to, upper, depth + 1);
        }

        /** The ends of the narrow stretch that is left if always that half is kept over which the gain rises more. */
        private double[] steepest(double from, double to) {
            double low = from;
            double high = to;
            double atLow = gain(low);
            double atHigh = gain(high);
            for (int k = 0; k < HALVINGS; k++) {
                final double middle = low + (high - low) / 2;
                final double value = gain(middle);
                if (atLow - value >= value - atHigh) {
                    high = middle;
                    atHigh = value;
                } else {
                    low = middle;
                    atLow = value;
                }
            }
            return new double[] {low, high};
        }
    }
}
