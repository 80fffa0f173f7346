package io.github.breakranks.regime;

import io.github.breakranks.answer.Watch;
import io.github.breakranks.internal.Checks;
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
    private final boolean settled;

    private SpreadTurnout(double from, double step, double[] shares, boolean settled) {
        this.from = from;
        this.step = step;
        this.shares = shares;
        this.settled = settled;
    }

    @Override
    public double cutoff() {
        return Double.NaN;
    }

    @Override
    public boolean settled() {
        return settled;
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

        Places scaled(double factor) {
            return new Places(Arrays.stream(at).map(place -> factor * place).toArray(), weight);
        }

        /** The mean of values on knots over a place that is off by the noise. */
        double average(SpreadTurnout values, double around, double sigma) {
            final double first = (around - values.from) / values.step;
            final double scale = sigma / values.step;
            double sum = 0;
            for (int k = 0; k < at.length; k++) {
                sum += weight[k] * read(values.shares, first + scale * at[k]);
            }
            return sum;
        }
    }

    static SpreadTurnout climbed(GlobalGame game, boolean fromAll, Watch watch) {
        final CostLaw law = Objects.requireNonNull(game.law());
        final News news = game.news();
        final double sigma = 1 / Math.sqrt(news.privatePrecision());
        final Places places = Places.of(news.noise().law());
        final double low = law.quantile(TAIL) - game.gain().of(0, 1) - 14 * sigma;
        final double high = law.quantileAbove(TAIL) - game.gain().of(0, 0) + 14 * sigma;
        final int knots = knots(news, high - low);
        final double step = (high - low) / knots;
        final double[] shares = new double[knots + 1];
        Arrays.fill(shares, fromAll ? 1 : 0);
        final double[] gains = new double[knots + 1];
        final double[] willing = new double[knots + 1];
        final Places told = news.flat() ? places : places.scaled(deviationTold(news) / sigma);
        for (int round = 0; round < MOST_STEPS && watch.mayGoOn(); round++) {
            for (int i = 0; i <= knots; i++) {
                gains[i] = game.gain().of(0, shares[i]);
            }
            final SpreadTurnout gain = new SpreadTurnout(low, step, gains, false);
            for (int i = 0; i <= knots; i++) {
                final double mean = mean(news, low + i * step);
                willing[i] = law.cdf(mean + told.average(gain, mean, -sigma));
            }
            if (settle(new SpreadTurnout(low, step, willing, false), places, sigma, shares) <= SETTLED) {
                return new SpreadTurnout(low, step, shares, true);
            }
        }
        return new SpreadTurnout(low, step, shares, false);
    }

    /** The news above which a soldier of this cost goes: where {@code h} passes it. */
    double cutoff(GlobalGame game, double cost) {
        final News news = game.news();
        final double sigma = 1 / Math.sqrt(news.privatePrecision());
        final Places places = Places.of(news.noise().law());
        final Places told = news.flat() ? places : places.scaled(deviationTold(news) / sigma);
        final double[] gains =
                Arrays.stream(shares).map(gone -> game.gain().of(0, gone)).toArray();
        final SpreadTurnout gain = new SpreadTurnout(from, step, gains, true);
        return Laplacian.zero(
                seen -> mean(news, seen) + told.average(gain, mean(news, seen), -sigma) - cost,
                Laplacian.From.ORIGIN,
                Watch.none());
    }

    private static int knots(News news, double width) {
        final double wanted = Math.ceil(width * Math.sqrt(news.privatePrecision()) * PER_SIGMA);
        if (!(wanted <= MOST_KNOTS)) {
            final double ends = 28 * PER_SIGMA; // knots beyond the costs, at any precision
            final double part = (MOST_KNOTS - 1 - ends) / (wanted - ends);
            throw Checks.refused(
                    "privatePrecision must be at most some %s [1 / unit of the game squared] where costs are spread so far, but was %s;"
                            + " there the limit is the answer, Selection.POTENTIAL of EquilibriumSolver",
                    Math.floor(news.privatePrecision() * part * part), news.privatePrecision());
        }
        return (int) Math.max(PER_SPREAD, wanted);
    }

    /** How far off the state may be once he has his news [unit of the game]. */
    private static double deviationTold(News news) {
        return 1 / Math.sqrt(news.privatePrecision() + news.publicPrecision());
    }

    /** The state he expects. */
    private static double mean(News news, double seen) {
        final double pull = news.publicPrecision() / (news.privatePrecision() + news.publicPrecision());
        return news.flat() ? seen : seen + pull * (news.publicMean() - seen);
    }

    /** Who then goes in each state; returns the most that changed. */
    private static double settle(SpreadTurnout willing, Places places, double sigma, double[] shares) {
        double most = 0;
        for (int i = 0; i < shares.length; i++) {
            final double sum = places.average(willing, willing.from + i * willing.step, sigma);
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
