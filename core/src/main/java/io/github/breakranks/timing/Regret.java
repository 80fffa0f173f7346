package io.github.breakranks.timing;

import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.population.CostLaw;

/**
 * Checks a path by best replies alone: for many costs, the best of all dates given against the date at which the path sends him.
 *
 * <pre>{@code
 *   payoff of going at t = exp(-H t) ( G(s(t)) - c ),   of never going 0
 * }</pre>
 */
final class Regret {
    private static final int COSTS = 64; // ranks evenly apart
    private static final int TAIL = 24; // and in each tail evenly apart in the logarithm of the rank
    private static final double RAREST = 1e-9;
    private static final double ROUNDING = 1e-12; // of a share: whoever ranks right behind the last to go stays

    private final CostLaw law;
    private final double[] shares; // in whose eyes he goes at each date
    private final double[] worth; // exp(-H t)
    private final double[] gains;
    private final double[] gone; // who has gone by each date, those of that date included

    /**
     * Of a path given date by date.
     *
     * @param rate        H
     * @param dates       ascending
     * @param seenAndGone shares by which reprisal is judged at each date, and shares gone by each
     */
    Regret(DefectionGame game, double rate, double[] dates, double[][] seenAndGone) {
        this.law = game.population().law();
        this.shares = seenAndGone[0];
        this.gone = seenAndGone[1];
        this.worth = new double[dates.length];
        this.gains = new double[dates.length];
        for (int k = 0; k < dates.length; k++) {
            worth[k] = Math.exp(-rate * dates[k]);
            gains[k] = game.gain(shares[k]);
        }
    }

    /** The largest gain from another date than the path's [unit of the game]. */
    double worst() {
        double worst = 0;
        for (int k = 1; k < COSTS; k++) {
            worst = Math.max(worst, of(law.quantile((double) k / COSTS)));
        }
        for (int k = 1; k <= TAIL; k++) {
            final double rank = Math.pow(RAREST * COSTS, (double) k / TAIL) / COSTS;
            worst = Math.max(worst, Math.max(of(law.quantile(rank)), of(law.quantileAbove(rank))));
        }
        return worst;
    }

    /** What one of this cost loses by going when the path says: at the first date by which more than all who rank before him have gone. */
    private double of(double cost) {
        final double rank = law.below(cost);
        double best = 0;
        int date = -1;
        for (int k = 0; k < worth.length; k++) {
            best = Math.max(best, worth[k] * (gains[k] - cost));
            date = date < 0 && gone[k] > rank + ROUNDING ? k : date;
        }
        if (date < 0) { // he goes after the last date, if he would gain then, or never
            final double later = worth[worth.length - 1] * (gains[worth.length - 1] - cost);
            return Math.max(0, best - Math.max(0, later));
        }
        final double told = worth[date] * (gains[date] - cost);
        final double before = date == 0 ? told : worth[date - 1] * (gains[date - 1] - cost); // he goes between the two
        return Math.max(0, best - Math.max(told, before));
    }
}
