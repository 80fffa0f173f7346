package io.github.breakranks.regime;

import io.github.breakranks.answer.Watch;
import io.github.breakranks.internal.Quadrature;
import io.github.breakranks.population.CostLaw;

/**
 * Soldiers who are alike: all go above one cutoff of news.
 *
 * <pre>{@code
 *   b(k) = the news at which E[ pi(state, P(others' news above k | state)) | news ] = 0        b rises in k
 * }</pre>
 */
record CommonCutoff(double cutoff, CostLaw noise, double sigma) implements TurnoutByState {
    private static final int MOST_STEPS = 1_000;

    static CommonCutoff climbed(GlobalGame game, boolean fromAll, Watch watch) {
        final News news = game.news();
        final CostLaw noise = news.noise().law();
        final double sigma = 1 / Math.sqrt(news.privatePrecision());
        final Nodes nodes = Nodes.of(noise);
        double cutoff = fromAll ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        for (int step = 0; step < MOST_STEPS && watch.mayGoOn(); step++) {
            final CommonCutoff now = new CommonCutoff(cutoff, noise, sigma);
            final double next = Laplacian.zero(
                    seen -> now.expected(game, nodes, seen), Double.isInfinite(cutoff) ? 0 : cutoff, sigma / 8);
            if (Math.abs(next - cutoff) <= 1e-13 * (1 + Math.abs(next)) || Double.isInfinite(next)) {
                return new CommonCutoff(next, noise, sigma);
            }
            cutoff = next;
        }
        return new CommonCutoff(cutoff, noise, sigma);
    }

    @Override
    public double share(double state) {
        return noise.atLeast((cutoff - state) / sigma);
    }

    /** What one with such news expects to gain by going. */
    private double expected(GlobalGame game, Nodes nodes, double seen) {
        final News news = game.news();
        final double alpha = news.publicPrecision();
        final double beta = news.privatePrecision();
        final double mean = news.flat() ? seen : (alpha * news.publicMean() + beta * seen) / (alpha + beta);
        final double deviation = 1 / Math.sqrt(alpha + beta);
        double sum = 0;
        for (int k = 0; k < nodes.at.length; k++) {
            sum += nodes.weight[k] * gain(game, mean - deviation * nodes.at[k]);
        }
        return sum;
    }

    /** Quantiles of the noise and their weights, on panels that narrow toward both ends, where quantiles run off. */
    private record Nodes(double[] at, double[] weight) {
        private static final int NARROWINGS = 14;

        static Nodes of(CostLaw noise) {
            final Nodes nodes = new Nodes(
                    new double[2 * NARROWINGS * Quadrature.POINTS], new double[2 * NARROWINGS * Quadrature.POINTS]);
            double from = 0;
            int next = 0;
            for (int k = NARROWINGS; k >= 1; k--) {
                final double to = Math.scalb(1.0, -k);
                for (int j = 0; j < Quadrature.POINTS; j++) {
                    final double share = from + (to - from) * Quadrature.at(j);
                    nodes.at[next] = noise.quantile(share);
                    nodes.weight[next++] = (to - from) * Quadrature.weight(j);
                    nodes.at[next] = noise.quantileAbove(share);
                    nodes.weight[next++] = (to - from) * Quadrature.weight(j);
                }
                from = to;
            }
            return nodes;
        }
    }

    private double gain(GlobalGame game, double state) {
        final double share = share(state);
        return game.players().isEmpty()
                ? game.gain().of(state, share)
                : amongFew(game, state, share, game.players().getAsInt() - 1);
    }

    /** Others go independently given the state. */
    private static double amongFew(GlobalGame game, double state, double share, int others) {
        double sum = 0;
        double weight = Math.pow(1 - share, others);
        if (weight == 0) { // from the other end
            weight = Math.pow(share, others);
            for (int k = others; k >= 0; k--) {
                sum += weight * game.gain().of(state, k / (double) others);
                weight *= k / (double) (others - k + 1) * (1 - share) / share;
            }
            return sum;
        }
        for (int k = 0; k <= others; k++) {
            sum += weight * game.gain().of(state, k / (double) others);
            weight *= (others - k) / (double) (k + 1) * share / (1 - share);
        }
        return sum;
    }
}
