package io.github.breakranks.regime;

import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.population.CostLaw;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.distribution.BinomialDistribution;

/**
 * Checks play of a global game from what each soldier expects, summed over even grids of the noise: that one whose news is the cutoff gains
 * nothing by going, if gains jump that he loses a little below and gains a little above, or that in each of some states just those go who gain.
 */
final class GlobalVerifier {
    private static final double INDIFFERENT =
            1e-6; // of the gain's range round the cutoff, or of the rise of its mean by a deviation
    private static final double FAR = 1e9; // as good as any state: gains rise in it
    private static final double TAIL = 1e-12;
    private static final int GRID = 600; // even, to either side of the middle
    private static final int FINEST = 8;
    private static final double KINKS =
            0.35; // by which a doubling of the grid makes errors at kinks fall at least, not those at jumps
    private static final double STEP = 0.01; // deviations
    private static final double LOOK = 0.5; // deviations
    private static final double FARTHEST = 500; // deviations
    private static final double COUNTS = 1e-14; // unit of the game
    private static final int STATES = 24;
    private static final int CELLS = 1 << 16;
    private static final int CELLS_FEW = 1 << 13; // of few soldiers, whose numbers are summed over in each
    private static final double NARROWEST = 1e-5; // deviations
    private static final double WIDEST = 1e-2;

    private final GlobalGame game;
    private final CostLaw noise;
    private final double sigma;
    private final Watch watch;
    private final int finest; // doublings of the grid
    private int grid;

    private GlobalVerifier(GlobalGame game, Watch watch) {
        this.watch = watch;
        this.grid = game.law() == null ? GRID : GRID / 5;
        this.finest = game.players().isEmpty() ? FINEST : FINEST / 3;
        this.game = game;
        this.noise = game.news().noise().law();
        this.sigma = 1 / Math.sqrt(game.news().privatePrecision());
    }

    /** Unproven if the watch stops it. */
    static Certificate certify(GlobalPlay play, TurnoutByState least, TurnoutByState greatest, Watch watch) {
        final Certificate certificate = new GlobalVerifier(play.game(), watch).checked(play, least, greatest);
        return watch.mayGoOn() ? certificate : new Certificate.Unproven("not checked to the end");
    }

    private Certificate checked(GlobalPlay play, TurnoutByState least, TurnoutByState greatest) {
        if (play.game().law() != null) {
            return new Certificate.Numeric(Math.max(off(least), off(greatest)), "share");
        }
        if (least instanceof SquadTurnout some && greatest instanceof SquadTurnout most) {
            return new Certificate.Numeric(Math.max(gained(some), gained(most)), "unit of the game");
        }
        if (indifferent(least.cutoff()) && indifferent(greatest.cutoff())) {
            return gained(least, greatest);
        }
        final double off = Math.max(within(least.cutoff()), within(greatest.cutoff()));
        if (!Double.isInfinite(off)) {
            return new Certificate.Numeric(off, "state");
        }
        for (int finer = 0; finer < finest && watch.mayGoOn(); finer++) {
            grid *= 2; // for gains with kinks
            if (indifferent(least.cutoff()) && indifferent(greatest.cutoff())) {
                return gained(least, greatest);
            }
        }
        return new Certificate.Unproven("one whose news is the cutoff gains "
                + (float) Math.max(gained(least.cutoff()), gained(greatest.cutoff())) + " by going");
    }

    private Certificate gained(TurnoutByState least, TurnoutByState greatest) {
        return new Certificate.Numeric(Math.max(gained(least.cutoff()), gained(greatest.cutoff())), "unit of the game");
    }

    private boolean indifferent(double cutoff) {
        final double gained = gained(cutoff);
        return gained <= INDIFFERENT * range(cutoff) || gained <= INDIFFERENT * rise(cutoff);
    }

    /** By how much more a deviation of his news lets him expect to gain, others' cutoff as it is. */
    private double rise(double cutoff) {
        if (Double.isInfinite(cutoff)) {
            return 0;
        }
        final double step = STEP * sigma;
        return (expectedWith(cutoff + step, cutoff) - expectedWith(cutoff - step, cutoff)) / (2 * STEP);
    }

    /** What the gain ranges over within a deviation of the cutoff; nothing if there is none, as then nobody may gain at all. */
    private double range(double cutoff) {
        return Double.isInfinite(cutoff) ? 0 : game.gains(cutoff + sigma, 1) - game.gains(cutoff - sigma, 0);
    }

    /** What he gains or loses whose news is the cutoff; if nobody ever goes or all always do, what somebody would in any state by doing the other. */
    private double gained(double cutoff) {
        if (Double.isInfinite(cutoff)) {
            return Math.max(0, cutoff > 0 ? game.gains(FAR, 0) : -game.gains(-FAR, 1));
        }
        return Math.abs(expectedWith(cutoff, cutoff));
    }

    /** His expected gain with such news if all others go above the cutoff, over as much of the noise as counts. */
    private double expectedWith(double seen, double cutoff) {
        final double mean = mean(seen);
        final double deviation = deviation();
        final DoubleUnaryOperator gain = e -> {
            final double state = mean - deviation * e;
            return gain(state, noise.atLeast((cutoff - state) / sigma));
        };
        return simpson(gain, -reach(mean, -1), 0) + simpson(gain, 0, reach(mean, 1));
    }

    /** How many deviations to this side the gain counts, with its chance. */
    private double reach(double mean, int side) {
        double reach = side < 0 ? -noise.quantile(TAIL) : noise.quantileAbove(TAIL);
        final double end = Math.min(side < 0 ? -noise.low() : noise.high(), FARTHEST);
        for (double out = reach + LOOK; out < end && noise.density(side * out) > 0; out += LOOK) {
            final double state = mean - side * out * deviation();
            final double most =
                    Math.abs(game.gain().of(state, 0)) + Math.abs(game.gain().of(state, 1));
            if (!(most <= Double.MAX_VALUE)) {
                break; // what is not summed up shows in the sum
            }
            reach = noise.density(side * out) * most > COUNTS ? out : reach;
        }
        return reach;
    }

    private double deviation() {
        return 1 / Math.sqrt(game.news().privatePrecision() + game.news().publicPrecision());
    }

    /** The most that any of few soldiers whose costs differ gains or loses whose news is his cutoff. */
    private double gained(SquadTurnout play) {
        final double[] costs = Objects.requireNonNull(game.game()).population().costs();
        double most = 0;
        for (int i = 0; i < costs.length && watch.mayGoOn(); i++) {
            final int who = i;
            final double gain = expected(play.cutoff(i), state -> gain(play, who, state)) - costs[i];
            most = Math.max(most, Math.abs(gain));
        }
        return most;
    }

    /** His gain in a state, from the chances of each number of others, added one by one. */
    private double gain(SquadTurnout play, int who, double state) {
        final int soldiers = game.players().orElseThrow();
        final double[] chances = new double[soldiers];
        chances[0] = 1;
        for (int j = 0; j < soldiers; j++) {
            final double goes = j == who ? 0 : noise.atLeast((play.cutoff(j) - state) / sigma);
            for (int m = soldiers - 1; m >= 0; m--) {
                chances[m] = chances[m] * (1 - goes) + (m > 0 ? chances[m - 1] * goes : 0);
            }
        }
        double sum = 0;
        for (int m = 0; m < soldiers; m++) {
            sum += chances[m] * game.gains(state, m / (soldiers - 1.0));
        }
        return sum;
    }

    /**
     * A distance below which one with such a cutoff loses and above which one gains, for gains that jump: his gain falls in the noise, so that
     * its mean lies between sums over the lower and the upper ends of cells. Infinite if the widest distance tried does not show it.
     */
    private double within(double cutoff) {
        if (Double.isInfinite(cutoff)) {
            return gained(cutoff) > 0 ? Double.POSITIVE_INFINITY : 0;
        }
        for (double off = NARROWEST * sigma; off <= WIDEST * sigma && watch.mayGoOn(); off *= 2) {
            if (bound(cutoff - off, 1) <= 0 && bound(cutoff + off, 0) >= 0) {
                return off;
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    /** The most ({@code above} 1) or the least (0) that he may expect whose news is the cutoff, over cells that are equally likely. */
    private double bound(double cutoff, int above) {
        final double deviation = deviation();
        final double mean = mean(cutoff);
        final int cells = game.players().isEmpty() ? CELLS : CELLS_FEW;
        double sum = 0;
        for (int k = 0; k < cells && watch.mayGoOn(); k++) {
            final double below = (k + 1.0 - above) / cells;
            final double e = noise.quantile(Math.min(1 - TAIL, Math.max(TAIL, below)));
            final double state = mean - deviation * e;
            sum += gain(state, noise.atLeast((cutoff - state) / sigma));
        }
        return sum / cells;
    }

    private double gain(double state, double share) {
        if (game.players().isEmpty()) {
            return game.gains(state, share);
        }
        final int others = game.players().getAsInt() - 1;
        if (share <= 0 || share >= 1) {
            return game.gains(state, share <= 0 ? 0 : 1);
        }
        final int middle = (int) Math.rint(others * share);
        final double likeliest = new BinomialDistribution(null, others, share).probability(middle);
        final int reach = (int) Math.ceil(8 * Math.sqrt(others * share * (1 - share)) + 20);
        double sum = likeliest * game.gains(state, middle / (double) others);
        double chance = likeliest;
        for (int k = middle + 1; k <= Math.min(others, middle + reach); k++) {
            chance *= share * (others - k + 1) / ((1 - share) * k);
            sum += chance * game.gains(state, k / (double) others);
        }
        chance = likeliest;
        for (int k = middle - 1; k >= Math.max(0, middle - reach); k--) {
            chance *= (1 - share) * (k + 1) / (share * (others - k));
            sum += chance * game.gains(state, k / (double) others);
        }
        return sum;
    }

    /** The most by which those who go in a state differ from those who gain there. */
    private double off(TurnoutByState play) {
        final CostLaw law = Objects.requireNonNull(game.law());
        final double low = law.quantile(0.001) - game.gains(0, 1);
        final double high = law.quantileAbove(0.001) - game.gains(0, 0);
        double most = 0;
        for (int k = 0; k <= STATES && watch.mayGoOn(); k++) {
            final double state = low + (high - low) * k / STATES;
            final double going = over(e -> {
                final double seen = state + sigma * e;
                return law.cdf(expected(seen, w -> game.gains(w, play.share(w))));
            });
            most = Math.max(most, Math.abs(going - play.share(state)));
        }
        return most;
    }

    /** A mean over the state, given news. */
    private double expected(double seen, DoubleUnaryOperator gain) {
        final double mean = mean(seen);
        final double deviation = deviation();
        return over(e -> gain.applyAsDouble(mean - deviation * e));
    }

    private double mean(double seen) {
        final News news = game.news();
        return news.flat()
                ? seen
                : (news.publicPrecision() * news.publicMean() + news.privatePrecision() * seen)
                        / (news.privatePrecision() + news.publicPrecision());
    }

    /** A mean over the noise, by Simpson's rule to both sides of its middle. */
    private double over(DoubleUnaryOperator f) {
        final double low = noise.quantile(TAIL);
        final double high = noise.quantileAbove(TAIL);
        return simpson(f, low, 0) + simpson(f, 0, high);
    }

    private double simpson(DoubleUnaryOperator f, double from, double to) {
        double sum = 0;
        for (int k = 0; k <= grid && watch.mayGoOn(); k++) {
            final double e = from + (to - from) * k / grid;
            final double weight = k == 0 || k == grid ? 1 : k % 2 == 1 ? 4 : 2;
            sum += weight * noise.density(e) * f.applyAsDouble(e);
        }
        return sum * (to - from) / grid / 3;
    }
}
