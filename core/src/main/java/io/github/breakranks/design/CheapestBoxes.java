package io.github.breakranks.design;

import io.github.breakranks.equilibrium.EquilibriumSolver;
import io.github.breakranks.equilibrium.RestPoint;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.offer.Term;
import io.github.breakranks.population.CostLaw;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.stream.IntStream;

/**
 * The least outlay of several terms with which a target is reached.
 *
 * <pre>{@code
 *   in a box [l, u]:   nothing, if u misses the target
 *                      outlay >= outlay of l at the least shares z that reach the target, z >= Phi(z; l)
 *                      z_g >= Phi_g(s; l),   s the least that g sees of groups that reach the target together
 * }</pre>
 *
 * <p>The first condition carries the bound over a jump: offers in the box that reach the target at all reach what lies beyond it. The last
 * says who they are that reach it: beside a fold rest points tell nothing of that.
 */
final class CheapestBoxes extends Branching {
    private static final int CLIMBED = 100; // steps; any number of them bounds the share
    private static final double STILL = 1e-10;
    private static final double ROUNDING = 1e-12;
    private static final int MOST_HOLDS = 24;
    private static final double HALF = 0.5;

    private final double target;
    private final Deque<double[]> holds = new ArrayDeque<>(); // shares by group at which play was held, the last first

    CheapestBoxes(OpenTerms terms, double target, double gap, int mostBoxes) {
        super(terms, gap, mostBoxes);
        this.target = target;
    }

    @Override
    protected Candidate given(double[] values, int free) {
        final LeastValue least = LeastValue.bisect(terms, free, values, target, terms.searchWidth());
        return terms.stopped() ? Candidate.NONE : candidate(terms, values, free, least);
    }

    /** With the free term at its least value. */
    static Candidate candidate(OpenTerms terms, double[] values, int free, LeastValue least) {
        if (!least.possible()) {
            return Candidate.NONE;
        }
        final double[] exact = values.clone();
        final double[] works = values.clone();
        exact[free] = least.value();
        works[free] = least.works();
        final DefectionGame game = terms.at(works);
        return new Candidate(exact, least.attained(), works, terms.outlay(game, terms.paid(game)));
    }

    @Override
    protected double bound(double[] low, double[] high) {
        final DefectionGame most = terms.at(high);
        if (held(most)) {
            return Double.POSITIVE_INFINITY;
        }
        final double[] highest = terms.relied(most);
        if (!terms.reached(terms.total(highest), target)) {
            hold(highest);
            return Double.POSITIVE_INFINITY;
        }
        if (!raised(low, high, most)) {
            return Double.POSITIVE_INFINITY;
        }
        final DefectionGame least = terms.at(low);
        final double[] floor = floor(least, highest, most);
        final double[] shares = terms.replies() ? climbed(least, floor) : floor;
        if (terms.reliance() == Reliance.EVERY) {
            final double[] paid = terms.paid(least);
            for (int g = 0; g < shares.length; g++) {
                shares[g] = Math.max(shares[g], paid[g]);
            }
        }
        return outlay(least, shares) * (1 - ROUNDING);
    }

    /** Whether play is held short of the target at shares at which it was held before. */
    private boolean held(DefectionGame most) {
        for (double[] known : holds) {
            final double[] willing = terms.reply(most, known);
            boolean held = true;
            for (int g = 0; g < known.length && held; g++) {
                held = willing[g] <= known[g];
            }
            if (held) {
                return true;
            }
        }
        return false;
    }

    private void hold(double... shares) {
        if (terms.reliance() != Reliance.BEST && terms.replies() && !terms.stopped()) {
            holds.addFirst(shares);
            if (holds.size() > MOST_HOLDS) {
                holds.removeLast();
            }
        }
    }

    /**
     * Raises each term to the least value that passes the shares at which play was held, the others at their highest; false if one would
     * have to leave the box.
     */
    private boolean raised(double[] low, double[] high, DefectionGame most) {
        if (!terms.oneLaw() || most.offer().reach() < 1 || terms.reliance() == Reliance.BEST) {
            return true;
        }
        final CostLaw law = most.population().law();
        for (double[] known : holds) {
            final double cost = known[0] <= HALF ? law.quantile(known[0]) : law.quantileAbove(1 - known[0]);
            for (int k = 0; k < low.length && Math.abs(cost) < Double.POSITIVE_INFINITY; k++) {
                final Term term = terms.instrument(k).term();
                final double value = term == Term.REACH
                        ? Double.NEGATIVE_INFINITY
                        : most.gain().valueFor(term, most.offer(), 0, known[0], cost);
                low[k] = Math.max(low[k], value * (1 - ROUNDING));
                if (low[k] > high[k]) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Shares that no offer in the box that reaches the target falls short of. */
    private double[] floor(DefectionGame least, double[] highest, DefectionGame most) {
        final double[] shares = terms.reliance() == Reliance.BEST || !terms.replies()
                ? terms.relied(least)
                : new double[highest.length];
        final double goal = target * (1 - ROUNDING);
        for (int g = 0; g < shares.length; g++) {
            final double mass = terms.game().population().mass(g);
            final double others = terms.total(highest) - mass * highest[g];
            shares[g] = Math.max(shares[g], Math.min(1, (goal - others) / mass));
        }
        if (terms.oneLaw() && terms.reliance() == Reliance.BEST && most.willing(0, shares[0]) < shares[0]) {
            for (RestPoint point :
                    EquilibriumSolver.solver().solve(most).value().points()) {
                if (point.share() > shares[0]) {
                    shares[0] = point.share();
                    break;
                }
            }
        }
        return shares.length == 1 || !terms.replies() ? shares : met(least, highest, shares);
    }

    /** By group, those willing when as few as may be of those it sees have gone, the target being reached all the same. */
    private double[] met(DefectionGame least, double[] highest, double... shares) {
        final double[][] seen = terms.game().seen();
        final double[] met = shares.clone();
        for (int g = 0; g < met.length; g++) {
            final double[] gone = shares.clone();
            final int[] order = orderOfSeen(seen[g]);
            double missing = target * (1 - ROUNDING) - terms.total(gone);
            for (int n = 0; n < order.length && missing > 0; n++) {
                final int h = order[n];
                final double mass = terms.game().population().mass(h);
                final double taken = Math.min(missing, mass * Math.max(0, highest[h] - gone[h]));
                gone[h] += taken / mass;
                missing -= taken;
            }
            met[g] = Math.max(met[g], terms.reply(least, gone)[g] * (1 - ROUNDING));
        }
        return met;
    }

    /** Groups, those first of which the least is seen for their heads. */
    private int[] orderOfSeen(double... seen) {
        return IntStream.range(0, seen.length)
                .boxed()
                .sorted(Comparator.comparingDouble(
                        h -> seen[h] / terms.game().population().mass(h)))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Whoever is willing under the least offer of the box when so many have gone goes under any. */
    private double[] climbed(DefectionGame least, double[] from) {
        final double[] shares = from.clone();
        double moved = 1;
        for (int step = 0; step < CLIMBED && moved > STILL; step++) {
            final double[] willing = terms.reply(least, shares);
            moved = 0;
            for (int g = 0; g < shares.length; g++) {
                moved = Math.max(moved, willing[g] - shares[g]);
                shares[g] = Math.max(shares[g], willing[g]);
            }
        }
        if (moved > STILL && terms.oneLaw()) { // beside a fold play crawls
            shares[0] = Math.max(shares[0], nextRest(least, shares[0]));
        }
        return shares;
    }

    /** The first share from one on at which a law rests; that share itself if none is found. */
    private static double nextRest(DefectionGame game, double from) {
        return EquilibriumSolver.solver().solve(game).value().points().stream()
                .mapToDouble(RestPoint::share)
                .filter(share -> share >= from - ROUNDING)
                .findFirst()
                .orElse(from);
    }

    /** At these shares and, as far as they are short of the target, those who cost least beside. */
    private double outlay(DefectionGame least, double... shares) {
        double missing = target * (1 - ROUNDING) - terms.total(shares);
        double outlay = terms.outlay(least, shares);
        final double[] filled = shares.clone();
        while (missing > 0) {
            int cheapest = -1;
            for (int g = 0; g < filled.length; g++) {
                final boolean cheaper = cheapest < 0
                        || terms.costs().perHead(least.offer(g)) < terms.costs().perHead(least.offer(cheapest));
                cheapest = filled[g] < 1 && cheaper ? g : cheapest;
            }
            if (cheapest < 0) {
                break;
            }
            final double mass = terms.game().population().mass(cheapest);
            final double taken = Math.min(missing, mass * (1 - filled[cheapest]));
            outlay += taken * terms.heads() * terms.costs().perHead(least.offer(cheapest));
            filled[cheapest] = 1;
            missing -= taken;
        }
        return outlay;
    }
}
