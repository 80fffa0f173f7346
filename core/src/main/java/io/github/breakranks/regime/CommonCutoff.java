package io.github.breakranks.regime;

import io.github.breakranks.answer.Watch;
import io.github.breakranks.internal.Binomial;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.Halted;
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
    private static final double SETTLED = 4e-15;

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
        private static final int FAR = 3; // deviations up to which the gain's size is looked at
        private static final double ROUNDINGS = 4; // of the state
        private static final int OFTEN = 16; // gains between two looks at the watch
        private static final double LIKELY = 9; // deviations within which the gain must be finite
        private static final int PATIENCE = 8_000; // sums over numbers of others, after which the gain is known to jump

        private final GlobalGame game;
        private final News news;
        private final CostLaw noise;
        private final double sigma;
        private final double deviation; // of the state from what he expects
        private final double pull; // of public news
        private final boolean fromAll;
        private final Watch watch;
        private final OverNoise overNoise;
        private double bound; // on the cutoff
        private int asked;
        private int gains;
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
            this.overNoise = new OverNoise(noise);
            this.bound = fromAll ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }

        /** The end of the climb, or the last bound on it that was reached; none is infinite. */
        CommonCutoff toTheEnd() {
            try {
                climb();
                return at(bound, true);
            } catch (Halted halted) {
                return at(bound, false);
            }
        }

        private void climb() {
            final double farOff = fromAll ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
            final double reply = newsOf(zero(mean -> expected(mean, farOff), 0));
            if (Double.isInfinite(reply)) {
                bound = reply;
                return;
            }
            if (news.flat()) {
                bound = likeOthers(reply);
            } else {
                bound = reply;
                closeIn();
            }
            expected(bound + pull * (news.publicMean() - bound), pull * (news.publicMean() - bound));
            if (overNoise.cut()) {
                throw Checks.refused(
                        "gain must grow less than the noise's likelihood falls [by deviation], but news of deviation %s leaves"
                                + " no mean near state %s; take news more precise, or bound the gain in states that far off",
                        (float) sigma, (float) bound);
            }
        }

        private void closeIn() {
            for (int step = 0; step < MOST_STEPS; step++) {
                final double reply = reply(bound);
                final double same = likeOthers(bound);
                final double next = fromAll ? Math.max(reply, same) : Math.min(reply, same);
                final double on = fromAll ? next - bound : bound - next;
                bound = next;
                if (on <= SETTLED * Math.min(1 + Math.abs(next), sigma + Math.abs(next))) {
                    return;
                }
            }
            throw new Halted();
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
            final double within = (game.players().isEmpty() ? WITHIN : WITHIN_FEW) * size(mean)
                    + ROUNDINGS * Math.ulp(Math.abs(mean) + FAR * deviation) * slope(mean)
                    + Double.MIN_NORMAL;
            return overNoise.mean(
                    e -> {
                        final double state = mean - deviation * e;
                        return Math.abs(e) > LIKELY && endless(state) != 0
                                ? endless(state)
                                : gain(state, going(e, off));
                    },
                    within);
        }

        /** The greatest number, with its sign, if the gain is no finite one in so unlikely a state; else nothing. */
        private double endless(double state) {
            final double gain = game.gain().of(state, state > 0 ? 1 : 0);
            return Double.isInfinite(gain) ? Math.copySign(Double.MAX_VALUE, gain) : 0;
        }

        /** What rounding is measured by. */
        private double size(double mean) {
            double size = 0;
            for (int out = 1; out <= FAR; out++) {
                final double most = Math.abs(game.gains(mean + out * deviation, 1))
                        + Math.abs(game.gains(mean - out * deviation, 0));
                size += most * (out == 1 ? 1 : overNoise.beyond(out));
            }
            return size;
        }

        /** How steeply the gain rises in the state alone, as far off as the state is likely. */
        private double slope(double mean) {
            double most = 0;
            for (int out = 1; out <= FAR; out++) {
                final double low = mean - out * deviation;
                final double high = mean + out * deviation;
                final double rise = game.gains(high, 1) - game.gains(low, 1) + game.gains(high, 0) - game.gains(low, 0);
                most = Math.max(most, rise * (out == 1 ? 1 : overNoise.beyond(out)));
            }
            return most / deviation;
        }

        private double going(double e, double off) {
            return noise.atLeast((deviation * e - off) / sigma);
        }

        /** Others go independently given the state. Nothing, and soon done with, after so many sums that they are not used. */
        private double gain(double state, double share) {
            if (++gains % OFTEN == 0 && !watch.mayGoOn()) {
                throw new Halted();
            }
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
