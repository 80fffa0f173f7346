package io.github.breakranks.regime;

import io.github.breakranks.answer.Watch;
import io.github.breakranks.internal.Quadrature;
import io.github.breakranks.population.CostLaw;
import java.util.Arrays;
import java.util.Objects;

/**
 * Soldiers whose costs are spread: with news x go all whose cost is at most h(x).
 *
 * <pre>{@code
 *   A(state) = E F(h(state + e))         h(x) = E[ G(A(state)) + state | x ]
 * }</pre>
 *
 * <p>Both are kept on an even grid of states, read off by straight lines between.
 */
final class SpreadTurnout implements TurnoutByState {
    private static final int MOST_KNOTS = 6_000;
    private static final int PER_SIGMA = 16;
    private static final int PER_SPREAD = 400;
    private static final int MOST_STEPS = 2_000;
    private static final double SETTLED = 1e-12;
    private static final double TAIL = 1e-9;
    private static final int PANELS = 3;
    private static final double FAR = 6.5; // deviations of the noise; beyond it less than 1e-10 is left

    private final double from;
    private final double step;
    private final double[] shares;

    private SpreadTurnout(double from, double step, double[] shares) {
        this.from = from;
        this.step = step;
        this.shares = shares;
    }

    @Override
    public double cutoff() {
        return Double.NaN;
    }

    @Override
    public double share(double state) {
        return read(shares, (state - from) / step);
    }

    /** Between the knots by straight lines, beyond them the last. */
    private static double read(double[] values, double at) {
        if (!(at > 0)) {
            return values[0];
        }
        final int knot = (int) Math.min(at, values.length - 1.0);
        return knot == values.length - 1
                ? values[knot]
                : values[knot] + (at - knot) * (values[knot + 1] - values[knot]);
    }

    /** Weights and places of the noise, in deviations. */
    private record Places(double[] at, double[] weight) {
        static Places of(CostLaw noise) {
            final double low = Math.max(-FAR * 2, noise.quantile(1e-11));
            final double high = Math.min(FAR * 2, noise.quantileAbove(1e-11));
            final double[] at = new double[2 * PANELS * Quadrature.POINTS];
            final double[] weight = new double[at.length];
            double sum = 0;
            for (int k = 0; k < at.length; k++) {
                final int panel = k / Quadrature.POINTS;
                final double width = (panel < PANELS ? -low : high) / PANELS;
                final double start = panel < PANELS ? low + panel * width : (panel - PANELS) * width;
                at[k] = start + width * Quadrature.at(k % Quadrature.POINTS);
                weight[k] = width * Quadrature.weight(k % Quadrature.POINTS) * noise.density(at[k]);
                sum += weight[k];
            }
            for (int k = 0; k < at.length; k++) {
                weight[k] /= sum;
            }
            return new Places(at, weight);
        }
    }

    static SpreadTurnout climbed(GlobalGame game, boolean fromAll, Watch watch) {
        final CostLaw law = Objects.requireNonNull(game.law());
        final News news = game.news();
        final double sigma = 1 / Math.sqrt(news.privatePrecision());
        final Places places = Places.of(news.noise().law());
        final double low = law.quantile(TAIL) - game.gain().of(0, 1) - 14 * sigma;
        final double high = law.quantileAbove(TAIL) - game.gain().of(0, 0) + 14 * sigma;
        final int knots = (int) Math.min(MOST_KNOTS, Math.max(PER_SPREAD, (high - low) / sigma * PER_SIGMA));
        final double step = (high - low) / knots;
        final double[] shares = new double[knots + 1];
        Arrays.fill(shares, fromAll ? 1 : 0);
        final double[] gains = new double[knots + 1];
        for (int round = 0; round < MOST_STEPS && watch.mayGoOn(); round++) {
            expect(game, new SpreadTurnout(low, step, shares), places, gains);
            if (settle(law, new SpreadTurnout(low, step, gains), places, sigma, shares) <= SETTLED) {
                break;
            }
        }
        return new SpreadTurnout(low, step, shares);
    }

    /** What those expect whose news is each knot, less the state they expect. */
    private static void expect(GlobalGame game, SpreadTurnout now, Places places, double[] gains) {
        final News news = game.news();
        final double precision = news.privatePrecision() + news.publicPrecision();
        final double pull = news.publicPrecision() / precision;
        final double deviation = 1 / Math.sqrt(precision);
        for (int i = 0; i < gains.length; i++) {
            final double seen = now.from + i * now.step;
            final double mean = news.flat() ? seen : seen + pull * (news.publicMean() - seen);
            double sum = mean; // the state he expects
            for (int k = 0; k < places.at.length; k++) {
                final double state = mean - deviation * places.at[k];
                sum += places.weight[k] * game.gain().of(0, now.share(state));
            }
            gains[i] = sum - seen;
        }
    }

    /** Who then goes in each state; returns the most that changed. */
    private static double settle(CostLaw law, SpreadTurnout gains, Places places, double sigma, double[] shares) {
        double most = 0;
        for (int i = 0; i < shares.length; i++) {
            final double state = gains.from + i * gains.step;
            double sum = 0;
            for (int k = 0; k < places.at.length; k++) {
                final double seen = state + sigma * places.at[k];
                sum += places.weight[k] * law.cdf(seen + gains.share(seen));
            }
            most = Math.max(most, Math.abs(sum - shares[i]));
            shares[i] = sum;
        }
        return most;
    }

    /** The most by which another differs from this on its knots. */
    double farthest(SpreadTurnout other) {
        double most = 0;
        for (int i = 0; i < shares.length; i++) {
            most = Math.max(most, Math.abs(shares[i] - other.shares[i]));
        }
        return most;
    }
}
