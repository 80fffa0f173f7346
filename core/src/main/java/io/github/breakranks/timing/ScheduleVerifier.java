package io.github.breakranks.timing;

import io.github.breakranks.answer.Watch;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.offer.Expiry;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.population.CostLaw;
import java.util.List;

/**
 * Looks whether anybody would rather go at another date, from the payoffs alone: a thousand soldiers, at equal distances when ranked by
 * cost, and the marginal ones of up to a thousand dates, each of whom solves his stopping problem backwards, at every date until he goes.
 */
final class ScheduleVerifier {
    private static final int TYPES = 1_000;
    private static final double CONSISTENT = 1e-9; // of the share

    private final double[] costs = new double[TYPES];
    private final DefectionGame game;
    private final ScheduleSolver solver;
    private final double deadline;

    ScheduleVerifier(DefectionGame game, ScheduleSolver solver) {
        this.game = game;
        this.solver = solver;
        this.deadline = game.offer(0).expiry() instanceof Expiry.Date date ? date.date() : Double.POSITIVE_INFINITY;
        final CostLaw law = game.population().law();
        for (int i = 0; i < TYPES; i++) {
            costs[i] = law.quantile(rank(i));
        }
    }

    /**
     * The most that anybody could gain, seen from a date at which he is still there [unit of the game].
     *
     * @param onDates by going at another date
     * @param between by going at any moment, also between dates
     * @param certain on dates, even if rounding has put every share off to his disadvantage
     */
    record Regret(double onDates, double between, double certain) {
        /** Nothing was looked at, or there is nothing to look at. */
        static final Regret UNKNOWN = new Regret(Double.NaN, Double.NaN, Double.NaN);

        Regret or(Regret other) {
            return new Regret(
                    Math.max(onDates, other.onDates),
                    Math.max(between, other.between),
                    Math.max(certain, other.certain));
        }
    }

    private static double rank(int type) {
        return (type + 0.5) / TYPES;
    }

    /** What a path offers: by date to those who go at it, a moment later, and what waiting for the next date keeps. */
    private record Payoffs(Going going, double[] survivingEnd, double[] keeping, boolean standsOn) {
        static Payoffs sized(int dates, boolean standsOn) {
            return new Payoffs(Going.sized(dates), new double[dates], new double[dates], standsOn);
        }
    }

    /**
     * By date what going at it gains, a moment later, and at least and at most as rounding of the share has it, and how
     * far these lie apart where the share is a new one.
     */
    private record Going(double[] at, double[] after, double[] least, double[] most, double[] open) {
        static Going sized(int dates) {
            return new Going(
                    new double[dates], new double[dates], new double[dates], new double[dates], new double[dates]);
        }
    }

    /** The regret of a path; unknown if the shares are not those of the costs that it says have gone, or if the watch stops the check. */
    Regret of(List<Cutoff> path, Watch watch) {
        final double[] gone = path.stream().mapToDouble(Cutoff::share).toArray();
        final Payoffs pays = payoffs(path, gone);
        Regret worst = new Regret(0, 0, 0);
        int goes = 0; // date at which the type goes; one past the last if not by then
        for (int type = 0; type < TYPES; type++) {
            if (!watch.mayGoOn()) {
                return Regret.UNKNOWN;
            }
            while (goes < gone.length && gone[goes] < rank(type)) {
                goes++;
            }
            worst = worst.or(of(costs[type], goes, pays));
        }
        final int stride = 1 + (gone.length - 1) / TYPES;
        for (int k = 0; k < gone.length; k += stride) {
            if (!watch.mayGoOn()) {
                return Regret.UNKNOWN;
            }
            if (gone[k] > 0 && gone[k] < 1) {
                worst = worst.or(marginal(path, k, pays));
            }
        }
        return worst;
    }

    /** The last who goes at a date, and the first who goes later: between these two regret is convex in the cost. */
    private Regret marginal(List<Cutoff> path, int date, Payoffs pays) {
        final Cutoff last = path.get(date);
        final CostLaw law = game.population().law();
        // Where costs crowd, as many as you like lie between a cost and the next double.
        if (!(law.below(Math.nextDown(last.cost())) <= last.share() + CONSISTENT
                && law.cdf(Math.nextUp(last.cost())) >= last.share() - CONSISTENT)) {
            return Regret.UNKNOWN;
        }
        final boolean discrete = law.discrete(); // its marginal soldiers are those who are there, not those in between
        int own = date;
        while (own > 0 && same(path.get(own - 1), last, discrete)) {
            own--;
        }
        int next = date + 1;
        while (next < path.size() && same(path.get(next), last, discrete)) {
            next++;
        }
        final double lastCost = discrete ? law.quantile(last.share()) : last.cost();
        final double nextCost = discrete ? law.quantileFromRight(last.share()) : last.cost();
        return of(lastCost, own, pays).or(of(nextCost, next, pays));
    }

    private static boolean same(Cutoff one, Cutoff other, boolean discrete) {
        return one.share() == other.share() && (discrete || one.cost() == other.cost());
    }

    private Payoffs payoffs(List<Cutoff> path, double... gone) {
        final boolean ends = solver.horizon() == deadline;
        final int dates = ends ? gone.length : gone.length + 1;
        final double step = solver.horizon() / (solver.dates() - 1);
        final Payoffs pays = Payoffs.sized(dates, !ends);
        for (int k = 0; k < dates; k++) {
            final boolean last = k == gone.length - 1 && ends;
            final double time = last ? deadline : Math.min(deadline, k * step);
            final Offer offer = solver.schedule().at(game.offer(0), time);
            final double before = k == 0 ? 0 : gone[k - 1];
            pays.going.at[k] = game.gain().of(offer, 0, before);
            final double open = k == 0 ? 0 : open(path.get(k - 1));
            pays.going.least[k] = game.gain().of(offer, 0, Math.max(0, before - open));
            pays.going.most[k] = game.gain().of(offer, 0, Math.min(1, before + open));
            final boolean moved = k == 1 || k > 1 && gone[k - 1] != gone[k - 2];
            pays.going.open[k] = moved ? pays.going.most[k] - pays.going.least[k] : 0;
            pays.going.after[k] = game.gain().of(offer, 0, gone[Math.min(k, gone.length - 1)]);
            pays.survivingEnd[k] = last ? 0 : survivingEnds(k, step);
            final double until = Math.min(deadline, (k + 1) * step);
            pays.keeping[k] = pays.survivingEnd[k] * Math.exp(-lost() * (until - time));
        }
        return pays;
    }

    /** How far rounding may put the share off: its own, and that of the cost up to which they have gone, but for an atom there. */
    private double open(Cutoff gone) {
        final CostLaw law = game.population().law();
        final double own = Math.ulp(gone.share()) * 2;
        if (gone.share() == 0) {
            return own;
        }
        final double above = law.below(Math.nextUp(gone.cost())) - law.cdf(gone.cost());
        final double below = law.below(gone.cost()) - law.cdf(Math.nextDown(gone.cost()));
        final double ofCost = Math.max(above, below);
        return ofCost <= CONSISTENT ? Math.max(own, ofCost) : own; // so steep a stretch is split like an atom
    }

    private double lost() {
        final double withdrawn = game.offer(0).expiry() instanceof Expiry.Hazard hazard ? hazard.believed() : 0;
        return solver.waiting().discount() + solver.waiting().hazard() + withdrawn;
    }

    /** The chance that soldiers see in outlasting the ends announced for a date or until the next one. */
    private double survivingEnds(int date, double step) {
        if (solver.schedule().extensions().isEmpty()) {
            return 1;
        }
        final Extensions ends = solver.schedule().extensions().get();
        final double tolerance = 1e-6 * step;
        double chance = 1;
        int made = (int) Math.max(0, Math.ceil((date * step - tolerance) / ends.every()) - 1);
        while ((made + 1) * ends.every() < (date + 1) * step - tolerance) {
            chance *= 1 - (1 - ends.believed()) * Math.pow(ends.doubt(), made);
            made++;
        }
        return chance;
    }

    /** Backwards through his dates: what the best plan is worth, and what his own is. */
    private static Regret of(double cost, int goes, Payoffs pays) {
        final double[] at = pays.going.at;
        final double[] least = pays.going.least;
        final int last = at.length - 1;
        double best = Math.max(0, at[last] - cost);
        double bestBetween = best;
        double bestAtLeast = Math.max(0, least[last] - cost);
        double own = 0;
        double ownAtMost = 0;
        if (goes == last) { // whoever has not gone yet need not go then
            own = pays.standsOn ? best : at[last] - cost;
            ownAtMost = pays.going.most[last] - cost;
            ownAtMost = pays.standsOn ? Math.max(0, ownAtMost) : ownAtMost;
        }
        double onDates = 0;
        double between = 0;
        double certain = 0;
        for (int k = last; k >= 0; k--) {
            if (k < last) {
                best = Math.max(at[k] - cost, pays.keeping[k] * best);
                // Each date's share answers to the last one's: what rounding leaves open adds up from date to date.
                final double open = pays.going.open[k + 1];
                bestAtLeast = Math.max(least[k] - cost, pays.keeping[k] * bestAtLeast - open);
                final double momentLater = pays.survivingEnd[k] * (pays.going.after[k] - cost);
                bestBetween = Math.max(at[k] - cost, Math.max(momentLater, pays.keeping[k] * bestBetween));
                own = k == goes ? at[k] - cost : pays.keeping[k] * own;
                ownAtMost = k == goes ? pays.going.most[k] - cost : pays.keeping[k] * ownAtMost + open;
            }
            if (k <= goes) {
                onDates = Math.max(onDates, best - own);
                between = Math.max(between, bestBetween - own);
                certain = Math.max(certain, bestAtLeast - ownAtMost);
            }
        }
        return new Regret(onDates, between, certain);
    }
}
