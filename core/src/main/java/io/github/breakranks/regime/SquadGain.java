package io.github.breakranks.regime;

import io.github.breakranks.answer.Watch;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.internal.Halted;
import io.github.breakranks.internal.Quadrature;
import io.github.breakranks.population.CostLaw;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What each of few soldiers whose costs differ expects to gain whose news is his cutoff, and how that answers to the others' cutoffs.
 *
 * <p>How many of the others go in a state is counted soldier by soldier from both ends, so that leaving one out costs nothing more. The noise is
 * integrated by Gauss's rule on panels a deviation wide; where it is not normal they are cut at the edges and middles of all soldiers' noise.
 * The watch is asked at each panel; {@link Halted} if it says so.
 */
final class SquadGain {
    private static final double TAIL = 1e-17;

    private final Watch watch;
    private final News news;
    private final CostLaw noise;
    private final double sigma;
    private final double deviation; // of the state from what he expects
    private final double[] costs;
    private final double[] gains; // by number of others

    SquadGain(GlobalGame game, News news, Watch watch) {
        this.watch = watch;
        final DefectionGame soldiers = Objects.requireNonNull(game.game());
        this.news = news;
        this.noise = news.noise().law();
        this.sigma = 1 / Math.sqrt(news.privatePrecision());
        this.deviation = 1 / Math.sqrt(news.privatePrecision() + news.publicPrecision());
        this.costs = soldiers.population().costs();
        this.gains = new double[costs.length];
        Arrays.setAll(gains, others -> game.gains(0, others / (costs.length - 1.0)));
    }

    /** How much more it is worth going with all others than alone. */
    double range() {
        return gains[gains.length - 1] - gains[0];
    }

    /** What rounding is measured by: costs, gains, cutoffs, and how finely cutoffs resolve the noise. */
    double size(double[] cutoffs) {
        double most = Math.abs(gains[0]) + Math.abs(gains[gains.length - 1]);
        for (int i = 0; i < costs.length; i++) {
            most = Math.max(most, Math.abs(costs[i]));
            most = Math.max(most, Math.abs(cutoffs[i]) * (1 + 1e-3 * range() / sigma));
        }
        return most;
    }

    /** Cutoffs if each number of others were as likely as any other. */
    double[] costsLessMeanGain() {
        final double mean = Arrays.stream(gains).average().orElseThrow();
        return Arrays.stream(costs).map(cost -> cost - mean).toArray();
    }

    /** Best replies to all going always, or to nobody ever. */
    double[] ends(boolean all) {
        final double gain = gains[all ? gains.length - 1 : 0];
        return Arrays.stream(costs).map(cost -> newsOf(cost - gain)).toArray();
    }

    private double newsOf(double mean) {
        return news.flat()
                ? mean
                : mean + news.publicPrecision() / news.privatePrecision() * (mean - news.publicMean());
    }

    private double mean(double seen) {
        final double pull = news.publicPrecision() / (news.privatePrecision() + news.publicPrecision());
        return news.flat() ? seen : seen + pull * (news.publicMean() - seen);
    }

    /** What soldier i gains, with such news, by going. */
    double missing(double[] cutoffs, int i, double seen) {
        return new One(cutoffs, i, seen).expected(null) - costs[i];
    }

    /** What each gains whose news is his cutoff; the most of these in size. The Jacobian, under private news, by rows if asked for. */
    double missing(double[] cutoffs, double[] missing, double @Nullable [] jacobian) {
        final int n = costs.length;
        final double[] slopes = new double[n];
        double worst = 0;
        for (int i = 0; i < n; i++) {
            Arrays.fill(slopes, 0);
            missing[i] = new One(cutoffs, i, cutoffs[i]).expected(jacobian == null ? null : slopes) - costs[i];
            worst = Math.max(worst, Math.abs(missing[i]));
            if (jacobian != null) {
                row(i, slopes, jacobian);
            }
        }
        return worst;
    }

    /** How one soldier's gain moves with the cutoffs: moving all moves it as much. */
    private static void row(int i, double[] slopes, double... jacobian) {
        final int n = slopes.length;
        double own = 1;
        for (int j = 0; j < n; j++) {
            if (j != i) {
                jacobian[i * n + j] = slopes[j];
                own -= slopes[j];
            }
        }
        jacobian[i * n + i] = own;
    }

    /** One soldier with such news. */
    private final class One {
        private final double[] cutoffs;
        private final int who;
        private final double mean;
        private final double[][] before; // chances of each number among the first j
        private final double[] after; // expected gain by number so far, over those from j on
        private final double[] going;

        One(double[] cutoffs, int who, double seen) {
            this.cutoffs = cutoffs;
            this.who = who;
            this.mean = mean(seen);
            this.before = new double[costs.length + 1][costs.length + 1];
            this.after = new double[costs.length + 1];
            this.going = new double[costs.length];
        }

        double expected(double @Nullable [] slopes) {
            final double[] cuts = cuts();
            double sum = 0;
            double weights = 0;
            for (int panel = 0; panel + 1 < cuts.length; panel++) {
                final double width = cuts[panel + 1] - cuts[panel];
                if (!watch.mayGoOn()) {
                    throw new Halted();
                }
                for (int k = 0; k < Quadrature.POINTS && width > 0; k++) {
                    final double e = cuts[panel] + width * Quadrature.at(k);
                    final double weight = width * Quadrature.weight(k) * noise.density(e);
                    sum += weight * at(e, weight, slopes);
                    weights += weight;
                }
            }
            return mean + sum / weights;
        }

        /** His gain beside the state if his news errs by so many deviations. */
        private double at(double e, double weight, double @Nullable [] slopes) {
            final int n = costs.length;
            before[0][0] = 1;
            int others = 0;
            for (int j = 0; j < n; j++) {
                if (j != who) {
                    going[j] = noise.atLeast((cutoffs[j] - mean + deviation * e) / sigma);
                    add(before[others], before[others + 1], others, going[j]);
                    others++;
                }
            }
            double sum = 0;
            for (int m = 0; m < n; m++) {
                sum += before[others][m] * gains[m];
            }
            if (slopes != null) {
                back(e, weight, slopes);
            }
            return sum;
        }

        /** One more of whom it is known how likely he goes. */
        private void add(double[] from, double[] to, int others, double goes) {
            to[others + 1] = from[others] * goes;
            for (int m = others; m > 0; m--) {
                to[m] = from[m] * (1 - goes) + from[m - 1] * goes;
            }
            to[0] = from[0] * (1 - goes);
        }

        private void back(double e, double weight, double[] slopes) {
            System.arraycopy(gains, 0, after, 0, gains.length);
            int others = gains.length - 1;
            for (int j = gains.length - 1; j >= 0; j--) {
                if (j == who) {
                    continue;
                }
                others--;
                double more = 0; // what it is worth to him if j goes
                for (int m = 0; m <= others; m++) {
                    more += before[others][m] * (after[m + 1] - after[m]);
                    after[m] += going[j] * (after[m + 1] - after[m]);
                }
                slopes[j] -= weight * more * noise.density((cutoffs[j] - mean + deviation * e) / sigma) / sigma;
            }
        }

        private double[] cuts() {
            final double low = Math.max(noise.low(), noise.quantile(TAIL));
            final double high = Math.min(noise.high(), noise.quantileAbove(TAIL));
            final int panels = (int) Math.ceil(high - low);
            final double[] edges = {noise.low(), 0, noise.high()};
            final int more = news.noise().gaussian() ? 0 : edges.length * costs.length;
            final double[] cuts = new double[panels + 1 + more];
            for (int k = 0; k <= panels; k++) {
                cuts[k] = low + (high - low) * k / panels;
            }
            for (int k = 0; k < more; k++) { // where (k_j - state) / sigma passes an edge
                final double edge = edges[k % edges.length] - (cutoffs[k / edges.length] - mean) / sigma;
                cuts[panels + 1 + k] = edge > low && edge < high ? edge : 0;
            }
            Arrays.sort(cuts);
            return cuts;
        }
    }
}
