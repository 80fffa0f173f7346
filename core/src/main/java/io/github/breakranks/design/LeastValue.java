package io.github.breakranks.design;

import io.github.breakranks.equilibrium.Fold;
import io.github.breakranks.equilibrium.Manifold;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.game.TieRule;

/**
 * The least value of one open term, all others held, from which a target is reached.
 *
 * <pre>{@code
 *   least, every:  v* = sup over x < target of v(x)          best:  v* = inf over x >= target of v(x)
 * }</pre>
 *
 * <p>Exact for one law ({@link Manifold}); for lists by bisection of the count down to two adjacent doubles, for groups down to a width.
 *
 * @param value    the least value, or the infimum; infinity if none is allowed
 * @param attained whether the value itself suffices
 * @param works    a value that was seen to suffice, hardly above
 */
record LeastValue(double value, boolean attained, double works) {
    /** None. */
    static final LeastValue NONE = new LeastValue(Double.POSITIVE_INFINITY, false, Double.POSITIVE_INFINITY);

    private static final double BESIDE = 1e-12; // of a value, relative
    private static final double TINY = 1e-300;
    private static final double JUMP = 1e-6; // share
    private static final double ATOM = 1e-9; // share that goes at one cost

    boolean possible() {
        return value < Double.POSITIVE_INFINITY;
    }

    /** Of the term with this index, the others at these values. */
    static LeastValue of(OpenTerms terms, int index, double[] values, double target) {
        if (!terms.oneLaw()) {
            return bisect(terms, index, values, target, terms.finalWidth());
        }
        final Instrument instrument = terms.instrument(index);
        final DefectionGame game = terms.at(values);
        final Manifold manifold = Manifold.of(game, instrument.term());
        final boolean best = terms.reliance() == Reliance.BEST;
        final double value = best ? manifold.toHold(target) : manifold.toReach(target);
        if (value == Double.POSITIVE_INFINITY) {
            return NONE;
        }
        final boolean attained = best ? !strict(game) : attained(game, instrument, manifold, target);
        if (value < instrument.low() || value == instrument.low() && attained) {
            return new LeastValue(instrument.low(), true, instrument.low());
        }
        if (!(value <= Math.min(instrument.high(), terms.ceiling())) || value == instrument.high() && !attained) {
            return NONE;
        }
        final double works = working(terms, index, values, new double[] {value, target});
        return works < Double.POSITIVE_INFINITY
                ? new LeastValue(attained ? works : value, attained, works)
                : bisect(terms, index, values, target, terms.finalWidth());
    }

    private static boolean strict(DefectionGame game) {
        return game.ties() == TieRule.STAYS && game.population().law().discrete();
    }

    /** A fold short of the target is passed only above its value, unless an atom of the indifferent goes there at once. */
    private static boolean attained(DefectionGame game, Instrument instrument, Manifold manifold, double target) {
        if (game.population().law().discrete()) {
            return game.ties() == TieRule.GOES;
        }
        final double value = manifold.toReach(target);
        for (Fold fold : manifold.folds()) {
            if (fold.maximum() && fold.share() < target && fold.value() == value) {
                final double beside = value + BESIDE * Math.max(1, Math.abs(value));
                return beside >= 0
                        && beside <= instrument.high()
                        && game.ties() == TieRule.GOES
                        && game.with(instrument.term(), beside).willing(0, fold.share()) > fold.share() + ATOM;
            }
        }
        return true;
    }

    /** At or hardly above a value, one at which the target is seen to be reached; infinity if there is none. */
    private static double working(OpenTerms terms, int index, double[] values, double[] valueAndTarget) {
        final double value = valueAndTarget[0];
        final double highest = Math.min(terms.instrument(index).high(), terms.ceiling());
        for (double aside = 0; aside <= 1e-8; aside = aside == 0 ? 2e-16 : 4 * aside) {
            final double tried = Math.min(highest, value + aside * Math.max(1, Math.abs(value)));
            if (reaches(terms, index, values, new double[] {tried, valueAndTarget[1]})) {
                return tried;
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    private static boolean reaches(OpenTerms terms, int index, double[] values, double[] valueAndTarget) {
        final double[] tried = values.clone();
        tried[index] = valueAndTarget[0];
        return terms.reached(terms.total(terms.relied(terms.at(tried))), valueAndTarget[1]);
    }

    /** By bisection on whether the target is reached, which only rises with the term. */
    static LeastValue bisect(OpenTerms terms, int index, double[] values, double target, double width) {
        final Instrument instrument = terms.instrument(index);
        double low = instrument.low();
        double high = Math.min(instrument.high(), terms.ceiling());
        if (!reaches(terms, index, values, new double[] {high, target})) {
            return NONE;
        }
        if (reaches(terms, index, values, new double[] {low, target})) {
            return new LeastValue(low, true, low);
        }
        final double narrow = terms.listed() ? 0 : width;
        for (double mid = middle(low, high);
                mid > low && mid < high && high - low > narrow * high && high > TINY && !terms.stopped();
                mid = middle(low, high)) {
            if (reaches(terms, index, values, new double[] {mid, target})) {
                high = mid;
            } else {
                low = mid;
            }
        }
        if (terms.listed()) {
            final boolean attained = terms.game().ties() == TieRule.GOES;
            return new LeastValue(attained ? high : low, attained, high);
        }
        final double[] reached = values.clone();
        reached[index] = high;
        final double beyond = terms.total(terms.relied(terms.at(reached))) - target;
        return new LeastValue(high, attained(terms.game(), terms.reliance() == Reliance.BEST, beyond), high);
    }

    /**
     * Whether the least value for groups of laws suffices itself: tied costs go there or stay as the tie rule has it; else the greatest rest
     * point holds down to its fold, and the least passes its own only above it.
     *
     * @param beyond by how much a share just above it exceeds the target
     */
    static boolean attained(DefectionGame game, boolean best, double beyond) {
        final boolean tied = game.population().groups().stream()
                .anyMatch(group -> group.law().discrete());
        return tied ? game.ties() == TieRule.GOES : best || beyond <= JUMP;
    }

    /** Halves the exponent where the ends are far apart, then the width. */
    static double middle(double low, double high) {
        if (low > high / 4) {
            return low + (high - low) / 2;
        }
        return low == 0 ? high / 16 : Math.sqrt(low) * Math.sqrt(high);
    }
}
