package io.github.breakranks.regime;

import io.github.breakranks.answer.Watch;
import io.github.breakranks.internal.Binomial;
import io.github.breakranks.internal.Quadrature;
import io.github.breakranks.population.CostLaw;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Soldiers who are alike: all go above one cutoff of news, which is an equilibrium if one whose news it is gains nothing by going.
 *
 * <pre>{@code
 *   with news k he takes the state for  k + a (y - k) - d e       a = alpha / (alpha + beta),  d^2 = 1 / (alpha + beta)
 *   R(m, o)  =  E pi(m - d e, P(others' noise above (d e - o) / sigma))
 *
 *   equilibrium:                      R(k + o, o) = 0        o = a (y - k)
 *   b(k), best reply to k:            R(m, m - k) = 0        m = b + a (y - b)
 *   c(k), others as far off as at k:  R(c + o, o) = 0        o = a (y - k)
 * }</pre>
 *
 * <p>Going down from a k above all equilibria there is none between b(k) and k, nor between c(k) and k: {@code R} rises in both arguments, hence
 * b and c in k. Both are equal to k at an equilibrium and nowhere else. Each step takes the longer of both, so that the climb ends at the least
 * equilibrium, and from below at the greatest. Under private news alone a is 0 and c the answer in one step, from either end: {@code R(c, 0)} is
 * the integral of the gain over the share of others, of which each is as likely as any other.
 *
 * @param cutoff  the news above which soldiers go
 * @param noise   of the news, in deviations
 * @param sigma   the deviation of the news
 * @param settled whether the climb came to its end
 */
record CommonCutoff(double cutoff, CostLaw noise, double sigma, boolean settled) implements TurnoutByState {
    static final int MOST_STEPS = 2_000;
    private static final double SETTLED = 1e-13;

    static CommonCutoff climbed(GlobalGame game, boolean fromAll, Watch watch) {
        return new Climb(game, fromAll, watch).toTheEnd();
    }

    @Override
    public double share(double state) {
        return noise.atLeast((cutoff - state) / sigma);
    }

    private static final class Climb {
        private static final double WITHIN = 1e-14; // of the gain's size within a deviation
        private static final double WITHIN_FEW = 1e-11;
        private static final int PATIENCE = 8_000; // sums over numbers of others, after which the gain is known to jump

        private final GlobalGame game;
        private final News news;
        private final CostLaw noise;
        private final double sigma;
        private final double deviation; // of the state from what he expects
        private final double pull; // of public news
        private final boolean fromAll;
        private final Watch watch;
        private int asked;
        private @Nullable ByNumber byNumber; // once the gain of few soldiers is known to jump

        Climb(GlobalGame game, boolean fromAll, Watch watch) {
            this.game = game;
            this.news = game.news();
            this.noise = news.noise().law();
            this.sigma = 1 / Math.sqrt(news.privatePrecision());
            this.deviation = 1 / Math.sqrt(news.privatePrecision() + news.publicPrecision());
            this.pull = news.publicPrecision() / (news.privatePrecision() + news.publicPrecision());
            this.fromAll = fromAll;
            this.watch = watch;
        }

        CommonCutoff toTheEnd() {
            final double farOff = fromAll ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
            double cutoff = newsOf(zero(mean -> expected(mean, farOff), 0));
            if (Double.isInfinite(cutoff)) {
                return at(cutoff, watch.mayGoOn());
            }
            if (news.flat()) {
                return at(likeOthers(cutoff), watch.mayGoOn());
            }
            for (int step = 0; step < MOST_STEPS && watch.mayGoOn(); step++) {
                final double reply = reply(cutoff);
                final double same = likeOthers(cutoff);
                final double next = fromAll ? Math.max(reply, same) : Math.min(reply, same);
                final double on = fromAll ? next - cutoff : cutoff - next;
                if (on <= SETTLED * Math.min(1 + Math.abs(next), sigma + Math.abs(next)) && watch.mayGoOn()) {
                    return at(next, true);
                }
                cutoff = next;
            }
            return at(cutoff, false);
        }

        private CommonCutoff at(double cutoff, boolean settled) {
            return new CommonCutoff(cutoff, noise, sigma, settled);
        }

        /** b(k). */
        private double reply(double cutoff) {
            return newsOf(zero(mean -> expected(mean, mean - cutoff), cutoff + pull * (news.publicMean() - cutoff)));
        }

        /** c(k). */
        private double likeOthers(double cutoff) {
            final double off = pull * (news.publicMean() - cutoff);
            return zero(seen -> expected(seen + off, off), cutoff);
        }

        /** The news with which he takes the state for such a one on average. */
        private double newsOf(double mean) {
            return news.flat() || Double.isInfinite(mean)
                    ? mean
                    : mean + news.publicPrecision() / news.privatePrecision() * (mean - news.publicMean());
        }

        private double zero(DoubleUnaryOperator rising, double near) {
            return Laplacian.zero(rising, new Laplacian.From(near, sigma / 8, fromAll), watch);
        }

        /** R: over the noise, or number by number if the gain of few soldiers jumps. */
        private double expected(double mean, double off) {
            if (byNumber != null && !Double.isInfinite(off)) {
                return byNumber.expected(mean, off);
            }
            asked = 0;
            final double expected = overNoise(mean, off);
            if (game.players().isEmpty() || asked <= PATIENCE || Double.isInfinite(off)) {
                return expected;
            }
            byNumber = new ByNumber(game, watch);
            return byNumber.expected(mean, off);
        }

        /** By the share of the noise that lies below from one end and above from the other. */
        private double overNoise(double mean, double off) {
            final double size = Math.abs(game.gains(mean + deviation, 1)) + Math.abs(game.gains(mean - deviation, 0));
            final double within = (game.players().isEmpty() ? WITHIN : WITHIN_FEW) * size + Double.MIN_NORMAL;
            final boolean even = news.flat() && off == 0; // others' noise is above his with the same chance
            final double low = Quadrature.integral(
                            below -> {
                                final double e = noise.quantile(below);
                                return gain(mean - deviation * e, even ? 1 - below : going(e, off));
                            },
                            0,
                            0.5,
                            within)
                    .value();
            final double high = Quadrature.integral(
                            above -> {
                                final double e = noise.quantileAbove(above);
                                return gain(mean - deviation * e, even ? above : going(e, off));
                            },
                            0,
                            0.5,
                            within)
                    .value();
            return low + high;
        }

        private double going(double e, double off) {
            return noise.atLeast((deviation * e - off) / sigma);
        }

        /** Others go independently given the state. Nothing, and soon done with, after so many sums that they are not used. */
        private double gain(double state, double share) {
            if (game.players().isEmpty()) {
                return game.gains(state, share);
            }
            if (++asked > PATIENCE && share > 0 && share < 1) {
                return 0;
            }
            final int others = game.players().getAsInt() - 1;
            return Binomial.mean(others, share, gone -> game.gains(state, gone / (double) others));
        }
    }
}
