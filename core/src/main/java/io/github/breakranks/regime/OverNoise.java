package io.github.breakranks.regime;

import io.github.breakranks.internal.Quadrature;
import io.github.breakranks.population.CostLaw;
import java.util.function.DoubleUnaryOperator;

/**
 * Means over the noise of gains that may jump, and that may grow so fast that what counts lies far out in its tails.
 *
 * <p>Within three deviations chances are summed over; beyond them deviations, as far as anything is found that counts: under normal noise
 * {@code exp(s e)} has its mass near s deviations.
 */
final class OverNoise {
    private static final double CORE = 3; // deviations
    private static final double TAIL = 1e-17; // within it all is summed up
    private static final double FARTHEST = 1e-280; // a tail beyond which chances are no doubles
    private static final double ROUNDING = 1e-12; // of what is summed up in a tail
    private static final double PANEL = 1.5; // from one panel's start to the next
    private static final double WIDER = 1.1; // from one look at what lies farther off to the next

    private final CostLaw noise;
    private boolean cut;

    OverNoise(CostLaw noise) {
        this.noise = noise;
    }

    /** Whether something still counted, at the last mean, where chances are no doubles any more. */
    boolean cut() {
        return cut;
    }

    /** The chance of noise so many deviations off to one side. */
    double beyond(double deviations) {
        return noise.atLeast(deviations);
    }

    /** The mean of a gain by noise in deviations. */
    double mean(DoubleUnaryOperator gain, double within) {
        cut = false;
        final double low = Quadrature.integral(
                        below -> gain.applyAsDouble(noise.quantile(below)), noise.cdf(-CORE), 0.5, within)
                .value();
        final double high = Quadrature.integral(
                        above -> gain.applyAsDouble(noise.quantileAbove(above)), noise.atLeast(CORE), 0.5, within)
                .value();
        return low
                + high
                + tail(out -> part(gain, -out), -noise.low(), -noise.quantile(TAIL), within)
                + tail(out -> part(gain, out), noise.high(), noise.quantileAbove(TAIL), within);
    }

    private double part(DoubleUnaryOperator gain, double e) {
        final double density = noise.density(e);
        return density > 0 ? density * gain.applyAsDouble(e) : 0;
    }

    private double tail(DoubleUnaryOperator part, double end, double sure, double within) {
        final double far = Math.min(end, noise.quantileAbove(FARTHEST)); // noise is symmetric
        double sum = 0;
        double from = CORE;
        while (from < far && (from < sure || counts(part, from, far, within))) {
            final double to = Math.min(from * PANEL, far);
            final double most = Math.max(
                    Math.abs(part.applyAsDouble(from)),
                    Math.max(Math.abs(part.applyAsDouble((from + to) / 2)), Math.abs(part.applyAsDouble(to))));
            sum += Quadrature.integral(part, from, to, Math.max(within, ROUNDING * most))
                    .value();
            from = to;
        }
        cut |= far > CORE && far < end && Math.abs(part.applyAsDouble(far)) * far > within;
        return sum;
    }

    private static boolean counts(DoubleUnaryOperator part, double from, double far, double within) {
        for (double out = from; out < far; out *= WIDER) {
            if (Math.abs(part.applyAsDouble(out)) * out > within) {
                return true;
            }
        }
        return Math.abs(part.applyAsDouble(far)) * far > within;
    }
}
