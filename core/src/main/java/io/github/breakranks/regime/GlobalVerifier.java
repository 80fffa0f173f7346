package io.github.breakranks.regime;

import io.github.breakranks.answer.Certificate;
import io.github.breakranks.population.CostLaw;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;

/**
 * Checks play of a global game from what each soldier expects, summed over even grids of the noise: that one whose news is the cutoff gains
 * nothing by going, or that in each of some states just those go who gain.
 */
final class GlobalVerifier {
    private static final double INDIFFERENT = 1e-6; // of the gain's range round the cutoff
    private static final double TAIL = 1e-12;
    private static final int GRID = 600; // even, to either side of the middle
    private static final int STATES = 24;

    private final GlobalGame game;
    private final CostLaw noise;
    private final double sigma;

    private GlobalVerifier(GlobalGame game) {
        this.game = game;
        this.noise = game.news().noise().law();
        this.sigma = 1 / Math.sqrt(game.news().privatePrecision());
    }

    static Certificate certify(GlobalPlay play, TurnoutByState least, TurnoutByState greatest) {
        final GlobalVerifier verifier = new GlobalVerifier(play.game());
        if (play.game().law() != null) {
            final double off = Math.max(verifier.off(least), verifier.off(greatest));
            return new Certificate.Numeric(Math.max(play.gap(), off), "share");
        }
        final double gained = Math.max(verifier.gained(least.cutoff()), verifier.gained(greatest.cutoff()));
        return gained <= INDIFFERENT
                ? new Certificate.Numeric(play.gap(), "state")
                : new Certificate.Unproven("one whose news is the cutoff gains " + (float) gained + " by going");
    }

    /** What he gains or loses whose news is the cutoff, over what the gain ranges over within a deviation; nothing if all or none go. */
    private double gained(double cutoff) {
        if (Double.isInfinite(cutoff)) {
            return 0;
        }
        final double range = game.gain().of(cutoff + sigma, 1) - game.gain().of(cutoff - sigma, 0);
        final double gain = expected(cutoff, state -> gain(state, noise.atLeast((cutoff - state) / sigma)));
        return Math.abs(gain) / Math.max(range, Double.MIN_NORMAL);
    }

    private double gain(double state, double share) {
        if (game.players().isEmpty()) {
            return game.gain().of(state, share);
        }
        final int others = game.players().getAsInt() - 1;
        final double[] chances = new double[others + 1]; // Pascal's rule, one soldier after the other
        chances[0] = 1;
        for (int i = 1; i <= others; i++) {
            for (int k = i; k >= 0; k--) {
                chances[k] = chances[k] * (1 - share) + (k == 0 ? 0 : chances[k - 1] * share);
            }
        }
        double sum = 0;
        for (int k = 0; k <= others; k++) {
            sum += chances[k] * game.gain().of(state, k / (double) others);
        }
        return sum;
    }

    /** The most by which those who go in a state differ from those who gain there. */
    private double off(TurnoutByState play) {
        final CostLaw law = Objects.requireNonNull(game.law());
        final double low = law.quantile(0.001) - game.gain().of(0, 1);
        final double high = law.quantileAbove(0.001) - game.gain().of(0, 0);
        double most = 0;
        for (int k = 0; k <= STATES; k++) {
            final double state = low + (high - low) * k / STATES;
            final double going = over(e -> {
                final double seen = state + sigma * e;
                return law.cdf(expected(seen, w -> game.gain().of(w, play.share(w))));
            });
            most = Math.max(most, Math.abs(going - play.share(state)));
        }
        return most;
    }

    /** A mean over the state, given news. */
    private double expected(double seen, DoubleUnaryOperator gain) {
        final News news = game.news();
        final double total = news.privatePrecision() + news.publicPrecision();
        final double mean = news.flat()
                ? seen
                : (news.publicPrecision() * news.publicMean() + news.privatePrecision() * seen) / total;
        return over(e -> gain.applyAsDouble(mean - e / Math.sqrt(total)));
    }

    /** A mean over the noise, by Simpson's rule to both sides of its middle. */
    private double over(DoubleUnaryOperator f) {
        final double low = noise.quantile(TAIL);
        final double high = noise.quantileAbove(TAIL);
        return simpson(f, low, 0) + simpson(f, 0, high);
    }

    private double simpson(DoubleUnaryOperator f, double from, double to) {
        final int grid = game.law() == null ? GRID : GRID / 5;
        double sum = 0;
        for (int k = 0; k <= grid; k++) {
            final double e = from + (to - from) * k / grid;
            final double weight = k == 0 || k == grid ? 1 : k % 2 == 1 ? 4 : 2;
            sum += weight * noise.density(e) * f.applyAsDouble(e);
        }
        return sum * (to - from) / grid / 3;
    }
}
