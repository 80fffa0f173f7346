package io.github.breakranks.timing;

import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.population.CostLaw;
import java.util.function.DoubleUnaryOperator;

/** Checks a path against best replies, from shares by date alone: every cost of a grid, every date of a fine one. */
final class BestReplies {
    private static final int DATES = 1_500;
    private static final int COSTS = 150;

    private BestReplies() {}

    /** What is known of a path: {@code seen} judges who goes just behind a date, {@code gone} has gone by it. */
    record Path(DefectionGame game, double rate, DoubleUnaryOperator seen, DoubleUnaryOperator gone, double horizon) {}

    /** The largest gain of any cost from another date than the one at which the path reaches his rank. */
    static double regret(Path path) {
        final double[] dates = new double[DATES + 1];
        final double[] seen = new double[DATES + 1];
        for (int k = 0; k <= DATES; k++) {
            dates[k] = path.horizon * Math.pow((double) k / DATES, 2);
            seen[k] = path.seen.applyAsDouble(dates[k]);
        }
        final CostLaw law = path.game.population().law();
        double worst = 0;
        for (int j = 0; j < COSTS; j++) {
            final double rank = (j + Math.E / 5) / COSTS; // falls between atoms
            final double cost = law.quantile(rank);
            double best = 0;
            for (int k = 0; k <= DATES; k++) {
                best = Math.max(best, worth(path, dates[k], seen[k], cost));
            }
            if (path.gone.applyAsDouble(path.horizon) <= rank) {
                final double last = worth(path, dates[DATES], seen[DATES], cost);
                best -= Math.max(0, last); // he goes later or never
            } else {
                best -= told(path, rank, cost);
            }
            worst = Math.max(worst, best);
        }
        return worst;
    }

    private static double told(Path path, double rank, double cost) {
        double low = 0;
        double high = path.horizon;
        for (double mid = high / 2; mid > low && mid < high; mid = low + (high - low) / 2) {
            if (path.gone.applyAsDouble(mid) > rank) {
                high = mid;
            } else {
                low = mid;
            }
        }
        return Math.max(
                worth(path, low, path.seen.applyAsDouble(low), cost),
                worth(path, high, path.seen.applyAsDouble(high), cost));
    }

    private static double worth(Path path, double date, double seen, double cost) {
        return Math.exp(-path.rate * date) * (path.game.gain(seen) - cost);
    }
}
