package io.github.breakranks.timing;

import io.github.breakranks.answer.Watch;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.game.TieRule;
import io.github.breakranks.population.CostLaw;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Forward from date to date: who gains more by going now than by the best of the later dates, if nobody else went before it.
 *
 * <p>Others who go later only make later dates better, but not for him who is the next to go: his best later date is the one at which the
 * next go, and until then nobody does. So looking at later dates as if nobody went is enough, one root a date, and the path is exact on its
 * dates for offers that rise and fall as they like.
 */
final class ForwardPath {
    private static final int DATES_BETWEEN_LOOKS = 16;
    private static final double ROUNDING = 1e-15;
    private static final double LOWEST_SHARE = 1e-300;

    private final CostLaw law;
    private final TieRule ties;
    private final ScheduleGrid grid;
    private final double[] kept; // by date: what waiting for the next one keeps
    private final boolean nextIsBest;

    ForwardPath(DefectionGame game, ScheduleGrid grid) {
        this.law = game.population().law();
        this.ties = game.ties();
        this.grid = grid;
        this.nextIsBest = grid.neverRises();
        this.kept = new double[grid.last()];
        for (int k = 0; k < kept.length; k++) {
            kept[k] = Math.exp(grid.logKept(k));
        }
    }

    /** A later date as it looks from an earlier one: what is left of a gain by then. */
    private record Later(int date, double kept) {}

    /** Who has gone by each of the first {@code dates} dates; fewer, but at least one, if the watch stops it. */
    List<Cutoff> follow(int dates, Watch watch) {
        final List<Cutoff> path = new ArrayList<>(dates);
        Cutoff gone = new Cutoff(Double.NEGATIVE_INFINITY, 0);
        for (int k = 0; k < dates; k++) {
            if ((!nextIsBest || k % DATES_BETWEEN_LOOKS == 0) && k > 0) {
                if (!watch.mayGoOn()) {
                    break;
                }
                watch.done((double) k / dates);
            }
            gone = k == grid.last() ? lastCall(gone) : next(k, gone);
            path.add(gone);
        }
        return path;
    }

    private Cutoff next(int date, Cutoff gone) {
        final double now = grid.gain(date, gone.share());
        final double start = Math.max(gone.cost(), law.low());
        final Cutoff from =
                new Cutoff(start == Double.NEGATIVE_INFINITY ? law.quantile(LOWEST_SHARE) : start, gone.share());
        Later later = new Later(date + 1, kept[date]);
        Cutoff found = search(now, later, from);
        while (found != null && !nextIsBest) {
            final Later better = better(date, now, later, found);
            if (better == null) {
                break;
            }
            later = better;
            found = search(now, later, from);
        }
        return found == null ? gone : found;
    }

    /** Who goes now rather than at that later date; null if nobody. */
    private @Nullable Cutoff search(double now, Later later, Cutoff from) {
        if (!(over(now, later, from.cost(), from.share()) > 0)) {
            return null;
        }
        return Cutoff.search(law, (cost, share) -> over(now, later, cost, share), from, now);
    }

    /** What going now gains over that later date, or over staying if that is better. */
    private double over(double now, Later later, double cost, double share) {
        return now - cost - Math.max(0, later.kept * (grid.gain(later.date, share) - cost));
    }

    /** The date that is best for those who are next to go; null if it is the one already thought of. */
    private @Nullable Later better(int date, double now, Later thought, Cutoff gone) {
        Later best = thought;
        double least = over(now, thought, gone.cost(), gone.share());
        least = Math.min(least, 0) - ROUNDING * (Math.abs(now) + Math.abs(gone.cost()));
        double left = 1;
        for (int j = date + 1; j <= grid.last(); j++) {
            left *= kept[j - 1];
            final double worth = now - gone.cost() - left * (grid.gain(j, gone.share()) - gone.cost());
            if (worth < least) {
                least = worth;
                best = new Later(j, left);
            }
        }
        return best == thought ? null : best;
    }

    /** The last date of all: there is nothing to wait for. */
    private Cutoff lastCall(Cutoff gone) {
        final double now = grid.gain(grid.last(), gone.share());
        final double share = ties == TieRule.GOES ? law.cdf(now) : law.below(now);
        return now > gone.cost() && share > LOWEST_SHARE ? new Cutoff(now, Math.max(gone.share(), share)) : gone;
    }
}
