package io.github.breakranks.timing;

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
     */
    record Regret(double onDates, double between) {
        Regret or(Regret other) {
            return new Regret(Math.max(onDates, other.onDates), Math.max(between, other.between));
        }
    }

    private static double rank(int type) {
        return (type + 0.5) / TYPES;
    }

    /** What a path offers: by date to those who go at it, a moment later, and what waiting for the next date keeps. */
    private record Payoffs(double[] at, double[] after, double[] survivingEnd, double[] keeping, boolean standsOn) {
        static Payoffs sized(int dates, boolean standsOn) {
            return new Payoffs(new double[dates], new double[dates], new double[dates], new double[dates], standsOn);
        }
    }

    /** The regret of a path; infinite if the shares are not those of the costs that it says have gone. */
    Regret of(List<Cutoff> path) {
        final double[] gone = path.stream().mapToDouble(Cutoff::share).toArray();
        final Payoffs pays = payoffs(gone);
        Regret worst = new Regret(0, 0);
        int goes = 0; // date at which the type goes; one past the last if not by then
        for (int type = 0; type < TYPES; type++) {
            while (goes < gone.length && gone[goes] < rank(type)) {
                goes++;
            }
            worst = worst.or(of(costs[type], goes, pays));
        }
        final int stride = 1 + (gone.length - 1) / TYPES;
        for (int k = 0; k < gone.length; k += stride) {
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
        if (!(law.below(last.cost()) <= last.share() + CONSISTENT
                && law.cdf(last.cost()) >= last.share() - CONSISTENT)) {
            return new Regret(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
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

    private Payoffs payoffs(double... gone) {
        final boolean ends = solver.horizon() == deadline;
        final int dates = ends ? gone.length : gone.length + 1;
        final double step = solver.horizon() / (solver.dates() - 1);
        final Payoffs pays = Payoffs.sized(dates, !ends);
        for (int k = 0; k < dates; k++) {
            final boolean last = k == gone.length - 1 && ends;
            final double time = last ? deadline : Math.min(deadline, k * step);
            final Offer offer = solver.schedule().at(game.offer(0), time);
            pays.at[k] = game.gain().of(offer, 0, k == 0 ? 0 : gone[k - 1]);
            pays.after[k] = game.gain().of(offer, 0, gone[Math.min(k, gone.length - 1)]);
            pays.survivingEnd[k] = last ? 0 : survivingEnds(k, step);
            final double until = Math.min(deadline, (k + 1) * step);
            pays.keeping[k] = pays.survivingEnd[k] * Math.exp(-lost() * (until - time));
        }
        return pays;
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
        final int last = pays.at.length - 1;
        double best = Math.max(0, pays.at[last] - cost);
        double bestBetween = best;
        double own = goes != last
                ? 0
                : pays.standsOn ? best : pays.at[last] - cost; // whoever has not gone yet need not go then
        double onDates = 0;
        double between = 0;
        for (int k = last; k >= 0; k--) {
            if (k < last) {
                best = Math.max(pays.at[k] - cost, pays.keeping[k] * best);
                final double momentLater = pays.survivingEnd[k] * (pays.after[k] - cost);
                bestBetween = Math.max(pays.at[k] - cost, Math.max(momentLater, pays.keeping[k] * bestBetween));
                own = k == goes ? pays.at[k] - cost : pays.keeping[k] * own;
            }
            if (k <= goes) {
                onDates = Math.max(onDates, best - own);
                between = Math.max(between, bestBetween - own);
            }
        }
        return new Regret(onDates, between);
    }
}
