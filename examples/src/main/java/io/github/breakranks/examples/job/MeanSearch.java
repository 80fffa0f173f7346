package io.github.breakranks.examples.job;

import io.github.breakranks.answer.Range;
import io.github.breakranks.equilibrium.EquilibriumSolver;
import io.github.breakranks.examples.job.ConsistentMeans.Extent;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.population.CostLaw;
import java.util.function.DoublePredicate;

/**
 * Finds the mean costs under which play that starts from nobody comes to rest at a share on record.
 *
 * <pre>{@code
 *   m(x)   the mean under which x rests:   reach * F(G_offer(x); m) + (1 - reach) * F(G_none(x); m) = x
 *   L(m)   the least rest point, which never rises with the mean (Milgrom and Roberts 1990)
 *   means  { m : low <= L(m) <= high }  =  [ inf { m : L(m) <= high }, sup { m : L(m) >= low } ]
 * }</pre>
 *
 * <p>Where {@code L} is continuous these ends are {@code m(high)} and {@code m(low)}. Where it jumps across a fold, some of the shares on
 * record, or all, are never where play rests from nobody, though they rest; then the ends are found by bisection, to within 1e-12 spreads.
 */
final class MeanSearch {
    private static final double WITHIN = 1e-12; // spreads
    private static final double SAME = 1e-9; // relative difference of two shares taken to be one

    private final Case history;
    private final Assumption assumption;
    private final Range record;

    MeanSearch(Case history, Assumption assumption) {
        this.history = history;
        this.assumption = assumption;
        this.record = history.share();
    }

    ConsistentMeans means() {
        final double least = leastMean();
        final double greatest = greatestMean();
        final double most = leastRest(least);
        final double fewest = leastRest(greatest);
        if (least > greatest) {
            return new ConsistentMeans(assumption, null, new Range(most, fewest), Extent.NONE);
        }
        final boolean whole = fewest <= record.low() * (1 + 1e-6) && most >= record.high() * (1 - 1e-6);
        return new ConsistentMeans(
                assumption, new Range(least, greatest), new Range(fewest, most), whole ? Extent.WHOLE : Extent.PART);
    }

    /** {@code inf { m : L(m) <= high }}. */
    private double leastMean() {
        final double start = meanAt(record.high());
        return leastRest(start) >= record.high() * (1 - SAME)
                ? start
                : below(start, rest -> rest > record.high()).high();
    }

    /** {@code sup { m : L(m) >= low }}. */
    private double greatestMean() {
        final double start = meanAt(record.low());
        return leastRest(start) >= record.low() * (1 - SAME)
                ? start
                : below(start, rest -> rest >= record.low()).low();
    }

    /** Two means, next to each other, below {@code start}: under the lower one the least rest point is as wanted, under the other not. */
    private Range below(double start, DoublePredicate wanted) {
        double high = start;
        double low = start - assumption.spread();
        while (!wanted.test(leastRest(low))) {
            high = low;
            low -= 2 * (start - low);
        }
        double middle = (low + high) / 2;
        while (high - low > WITHIN * assumption.spread() && low < middle && middle < high) {
            if (wanted.test(leastRest(middle))) {
                low = middle;
            } else {
                high = middle;
            }
            middle = (low + high) / 2;
        }
        return new Range(low, high);
    }

    /** {@code m(x)}: between those of a world where all and a world where none have heard of the offer. */
    double meanAt(double share) {
        final DefectionGame any = assumption.game(history, 0);
        final CostLaw around = any.population().law();
        final double heard = any.gain(share);
        final double unheard = any.gainUnheard(share);
        double high = heard - around.quantile(share);
        if (assumption.reach() == 1) {
            return high;
        }
        double low = unheard - around.quantile(share);
        double middle = (low + high) / 2;
        while (low < middle && middle < high) {
            final double willing = assumption.reach() * around.cdf(heard - middle)
                    + (1 - assumption.reach()) * around.cdf(unheard - middle);
            if (willing > share) {
                low = middle;
            } else {
                high = middle;
            }
            middle = (low + high) / 2;
        }
        return low;
    }

    private double leastRest(double mean) {
        return EquilibriumSolver.solver()
                .solve(assumption.game(history, mean))
                .orElseThrow()
                .least()
                .share();
    }
}
