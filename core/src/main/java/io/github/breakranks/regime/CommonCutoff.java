package io.github.breakranks.regime;

import io.github.breakranks.answer.Watch;
import io.github.breakranks.internal.Quadrature;
import io.github.breakranks.population.CostLaw;
import java.util.function.DoubleUnaryOperator;

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
        double cutoff = fromAll ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        for (int step = 0; step < MOST_STEPS && watch.mayGoOn(); step++) {
            final CommonCutoff now = new CommonCutoff(cutoff, noise, sigma);
            final double next =
                    Laplacian.zero(seen -> now.expected(game, seen), Double.isInfinite(cutoff) ? 0 : cutoff, sigma / 8);
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
    private double expected(GlobalGame game, double seen) {
        if (game.news().flat()) {
            return overQuantiles(u -> gain(game, seen - sigma * noise.quantile(u)));
        }
        final double alpha = game.news().publicPrecision();
        final double beta = game.news().privatePrecision();
        final double mean = (alpha * game.news().publicMean() + beta * seen) / (alpha + beta);
        final double deviation = 1 / Math.sqrt(alpha + beta);
        return overQuantiles(u -> gain(game, mean + deviation * noise.quantile(u)));
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

    private static double overQuantiles(DoubleUnaryOperator f) {
        double sum = 0; // panels that narrow toward the ends, where quantiles run off
        double from = 0;
        for (int k = 14; k >= 1; k--) {
            final double to = Math.scalb(1.0, -k);
            sum += rule(f, from, to) + rule(f, 1 - to, 1 - from);
            from = to;
        }
        return sum;
    }

    private static double rule(DoubleUnaryOperator f, double from, double to) {
        double sum = 0;
        for (int k = 0; k < Quadrature.POINTS; k++) {
            sum += Quadrature.weight(k) * f.applyAsDouble(from + (to - from) * Quadrature.at(k));
        }
        return sum * (to - from);
    }
}
