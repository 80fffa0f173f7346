package io.github.breakranks.regime;

import io.github.breakranks.answer.Range;
import io.github.breakranks.population.CostLaw;

/** Laplace's law of mean 0 and variance 1: {@code f(x) = exp(-sqrt(2) |x|) / sqrt(2)}. */
record LaplaceLaw() implements CostLaw {
    private static final double ROOT_2 = Math.sqrt(2);

    @Override
    public double cdf(double x) {
        return x < 0 ? 0.5 * Math.exp(ROOT_2 * x) : 1 - 0.5 * Math.exp(-ROOT_2 * x);
    }

    @Override
    public double survival(double x) {
        return cdf(-x); // symmetric
    }

    @Override
    public double quantile(double share) {
        return share < 0.5 ? Math.log(2 * share) / ROOT_2 : -Math.log(2 * (1 - share)) / ROOT_2;
    }

    @Override
    public double quantileAbove(double above) {
        return -quantile(above);
    }

    @Override
    public double density(double x) {
        return Math.exp(-ROOT_2 * Math.abs(x)) / ROOT_2;
    }

    @Override
    public Range densityOver(double from, double to) {
        final double nearest = from > 0 ? from : Math.min(to, 0);
        final double farthest = Math.max(Math.abs(from), Math.abs(to));
        return new Range(Math.nextDown(density(farthest)), Math.nextUp(density(nearest)));
    }
}
