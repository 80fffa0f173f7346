package io.github.breakranks.regime;

import io.github.breakranks.internal.NormalQuantile;
import io.github.breakranks.internal.Quadrature;
import io.github.breakranks.population.CostLaw;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;

/**
 * Turnout under private news of any law with the monotone likelihood ratio, and a normal public signal or none.
 *
 * <pre>{@code
 *   p(x)                 = P(strength <= critical | x)     in closed form if the prior is flat, else the ratio of two integrals
 *   share(theta; theta*) = E F(B p(theta + sigma e))       of atoms: a sum of P(theta + sigma e <= cutoff)
 * }</pre>
 *
 * <p>What he holds of the strength after his news has a concave logarithm, so that one peak is found and what lies far below it left out. News
 * whose law has exponential tails can move him only so far: cutoffs may be infinite.
 */
final class NoisyTurnout implements Turnout {
    private static final double[] REACH = {0, 1, 2, 4, 8, 16, 32}; // ends of panels [deviations]
    private static final double LEFT = 1e-15; // share of the noise beyond the last panel
    private static final double FARTHEST = 1e4; // deviations, beyond which a cutoff is infinite
    private static final int MOST_STEPS = 120;
    private static final double MISSED = 1e-12; // share, at an end of a panel
    private static final int DEEPEST = 40; // cuts of a panel
    private static final int PATIENCE = 100; // cuts after which twice as much may be missed

    private final Costs costs;
    private final double benefit;
    private final News news;
    private final CostLaw noise;
    private final NoiseTails tails;
    private final double sigma;

    NoisyTurnout(Contingent contingent, News news) {
        this.costs = Costs.of(contingent);
        this.benefit = contingent.benefit();
        this.news = news;
        this.noise = news.noise().law();
        this.tails = new NoiseTails(noise);
        this.sigma = 1 / Math.sqrt(news.privatePrecision());
    }

    @Override
    public double share(double theta, double critical) {
        if (!costs.listed()) {
            return spread(theta, critical);
        }
        double sum = 0;
        for (int k = 0; k < costs.size(); k++) {
            sum += costs.share(k) * noise.cdf((needing(critical, costs.needed(k)) - theta) / sigma);
        }
        return sum;
    }

    /**
     * Costs follow a law: over news, on panels that end where costs or beliefs bend. Who goes falls as news rises, so that a fall inside a panel
     * shows in what the polynomial through its points misses at its ends; then the panel is cut.
     */
    private double spread(double theta, double critical) {
        final double low = Math.max(noise.quantile(LEFT), -REACH[REACH.length - 1]);
        final double high = Math.min(noise.quantileAbove(LEFT), REACH[REACH.length - 1]);
        final double[] ends = DoubleStream.concat(
                        DoubleStream.concat(
                                DoubleStream.of(
                                        low, high, (critical - theta) / sigma), // Laplace's law bends at the last
                                Arrays.stream(costs.breaks())
                                        .map(needed -> (needing(critical, needed) - theta) / sigma)),
                        Arrays.stream(REACH).flatMap(reach -> DoubleStream.of(-reach, reach)))
                .filter(end -> end >= low && end <= high)
                .sorted()
                .distinct()
                .toArray();
        final Panels panels = new Panels(e -> noise.density(e) * costs.going(chance(theta + sigma * e, critical)));
        double sum = 0;
        for (int k = 0; k + 1 < ends.length; k++) {
            sum += panels.of(ends[k], ends[k + 1], 0);
        }
        return Math.min(1, sum);
    }

    /** Cuts panels; where a function is rough ever more may be missed, so that work ends. */
    private static final class Panels {
        private final DoubleUnaryOperator f;
        private int cuts;

        Panels(DoubleUnaryOperator f) {
            this.f = f;
        }

        double of(double from, double to, int depth) {
            final double[] values = Quadrature.values(f, from, to);
            final double middle = from + (to - from) / 2;
            if (depth == DEEPEST
                    || !(middle > from && middle < to)
                    || Quadrature.unseen(f, from, to, values) <= Math.scalb(MISSED, cuts / PATIENCE)) {
                return Quadrature.sum(values, to - from);
            }
            cuts++;
            return of(from, middle, depth + 1) + of(middle, to, depth + 1);
        }
    }

    @Override
    public double atCritical(double critical) {
        return news.flat() ? costs.laplacian() : share(critical, critical);
    }

    @Override
    public double slope(double critical) {
        return news.flat() ? 0 : Double.NaN;
    }

    @Override
    public double cutoff(double critical, double ownCost) {
        return needing(critical, ownCost / benefit);
    }

    /** Below which news a fall is as likely as that. */
    private double needing(double critical, double wanted) {
        if (wanted <= 0 || wanted >= 1) {
            return wanted <= 0 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        }
        if (news.flat()) {
            return critical + sigma * noise.quantileAbove(wanted);
        }
        if (!Double.isInfinite(noise.low()) && !Double.isInfinite(noise.high())) { // beyond these he is certain
            final double[] certain = {critical + sigma * noise.low(), critical + sigma * noise.high()};
            return passed(critical, wanted, certain, new double[] {1 - wanted, -wanted});
        }
        return outward(critical, wanted, guess(critical, wanted));
    }

    /** The cutoff under normal news, or the news nearest to it that leaves anybody on both sides. */
    private double guess(double critical, double wanted) {
        final double alpha = news.publicPrecision();
        final double beta = news.privatePrecision();
        final double normal = ((alpha + beta) * critical
                        - alpha * news.publicMean()
                        - Math.sqrt(alpha + beta) * NormalQuantile.below(wanted))
                / beta;
        return Math.min(
                critical + sigma * noise.quantileAbove(LEFT),
                Math.max(critical + sigma * noise.quantile(LEFT), normal));
    }

    /** By growing steps from a guess until the chance has passed what is wanted; infinite if it never does. */
    private double outward(double critical, double wanted, double guess) {
        final double off = chance(guess, critical) - wanted;
        double near = guess;
        double far = guess;
        double atNear = off;
        double atFar = off;
        for (double step = sigma / 4; off >= 0 ? atFar >= 0 : atFar < 0; step *= 2) {
            if (step > FARTHEST * (sigma + 1 / Math.sqrt(news.publicPrecision()))) {
                return off >= 0 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
            }
            near = far;
            atNear = atFar;
            far += off >= 0 ? step : -step;
            atFar = chance(far, critical) - wanted;
        }
        return off >= 0
                ? passed(critical, wanted, new double[] {near, far}, new double[] {atNear, atFar})
                : passed(critical, wanted, new double[] {far, near}, new double[] {atFar, atNear});
    }

    /** Where the chance passes what is wanted inside a bracket, by false position with the Illinois weights. */
    private double passed(double critical, double wanted, double[] ends, double[] values) {
        int kept = 0;
        for (int step = 0; step < MOST_STEPS; step++) {
            final double slip = values[0] / (values[0] - values[1]);
            final double part = step % 8 == 7 || Double.isNaN(slip) ? 0.5 : slip;
            final double at = ends[0] + part * (ends[1] - ends[0]);
            if (!(at > ends[0] && at < ends[1])) {
                break;
            }
            final double value = chance(at, critical) - wanted;
            final int side = value >= 0 ? 0 : 1;
            values[1 - side] *= kept == 1 + side ? 0.5 : 1;
            kept = 1 + side;
            ends[side] = at;
            values[side] = value;
            if (value == 0 || ends[1] - ends[0] <= 1e-15 * (sigma + Math.abs(at))) {
                break;
            }
        }
        return Math.abs(values[0]) <= Math.abs(values[1]) ? ends[0] : ends[1];
    }

    /** The chance that the regime falls, to one whose news is x. */
    double chance(double x, double critical) {
        return news.flat() ? noise.atLeast((x - critical) / sigma) : new Posterior(news, tails, x).below(critical);
    }
}
