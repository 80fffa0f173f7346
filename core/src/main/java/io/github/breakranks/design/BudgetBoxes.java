package io.github.breakranks.design;

import io.github.breakranks.answer.Range;
import io.github.breakranks.equilibrium.EquilibriumSolver;
import io.github.breakranks.equilibrium.RestPoint;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.offer.NetGain;
import io.github.breakranks.offer.Offer;

/**
 * The largest share that several terms bring within a budget; its score is the share with its sign turned.
 *
 * <pre>{@code
 *   in a box [l, u]:   nothing, if the outlay of l exceeds the budget
 *                      share <= share(u),   share <= the most that the budget pays at the terms of l
 *                      share is none with Phi(share; l) > share: such a share rests under no offer in the box
 *                      share is none with Phi' > 1 under all offers in the box: play does not come to rest where it crosses from below
 * }</pre>
 *
 * <p>The last two are for one law: without them boxes that a fold runs through would have to be halved without end.
 */
final class BudgetBoxes extends Branching {
    private static final double COUNTED = 1e-9; // of a count
    private static final double ROUNDING = 1e-12;
    private static final double FIRST_STEPS = 64;
    private static final double LAST_STEP = 1e-5; // share

    private final double budget;

    BudgetBoxes(OpenTerms terms, double budget, double gap, int mostBoxes) {
        super(terms, gap, mostBoxes);
        this.budget = budget;
    }

    @Override
    protected Candidate given(double[] values, int free) {
        final double largest = LargestValue.of(terms, free, values, budget, terms.searchWidth());
        return terms.stopped() || Double.isNaN(largest) ? Candidate.NONE : candidate(terms, values, free, largest);
    }

    /** With the free term at its largest value. */
    static Candidate candidate(OpenTerms terms, double[] values, int free, double largest) {
        final double[] exact = LargestValue.with(values, free, largest);
        return new Candidate(exact, true, exact, -terms.total(terms.relied(terms.at(exact))));
    }

    @Override
    protected double bound(double[] low, double[] high) {
        final DefectionGame least = terms.at(low);
        final double[] paid = terms.paid(least);
        if (terms.outlay(least, paid) > budget * (1 + ROUNDING)) {
            return Double.POSITIVE_INFINITY;
        }
        final double highest = terms.total(terms.relied(terms.at(high)));
        final double paidFor = paidFor(least, paid);
        return paidFor >= highest ? -highest : -crossed(least, terms.at(high), possible(least, paidFor));
    }

    /** The most that the budget pays for, those first who cost least, whoever goes under the least offer going anyway. */
    private double paidFor(DefectionGame least, double... paid) {
        final double[] filled = paid.clone();
        double left = budget * (1 + ROUNDING) - terms.outlay(least, paid);
        double total = terms.total(paid);
        while (left > 0) {
            int cheapest = -1;
            for (int g = 0; g < filled.length; g++) {
                final boolean cheaper = cheapest < 0
                        || terms.costs().perHead(least.offer(g)) < terms.costs().perHead(least.offer(cheapest));
                cheapest = filled[g] < 1 && cheaper ? g : cheapest;
            }
            if (cheapest < 0) {
                break;
            }
            final double perHead = terms.costs().perHead(least.offer(cheapest));
            final double room = terms.game().population().mass(cheapest) * (1 - filled[cheapest]);
            final double taken = perHead > 0 ? Math.min(room, left / (perHead * terms.heads())) : room;
            left = taken < room ? 0 : left - taken * perHead * terms.heads();
            total += taken;
            filled[cheapest] = 1;
        }
        return whole(Math.min(1, total * (1 + ROUNDING)));
    }

    /** Of a list whole agents go. */
    private double whole(double share) {
        return terms.listed() ? Math.floor(share * terms.heads() + COUNTED) / terms.heads() : share;
    }

    /** The greatest share up to this one that may rest under an offer at least as high. */
    private double possible(DefectionGame least, double share) {
        if (!terms.oneLaw() || least.willing(0, share) <= share) {
            return share;
        }
        double possible = 0;
        for (RestPoint point : EquilibriumSolver.solver().solve(least).value().points()) {
            possible = point.share() <= share ? Math.max(possible, point.share()) : possible;
        }
        return possible * (1 + ROUNDING);
    }

    /** The greatest share up to this one at which the best reply may cross from above. */
    private double crossed(DefectionGame least, DefectionGame most, double share) {
        double top = share;
        double step = share / FIRST_STEPS;
        while (terms.oneLaw() && step > LAST_STEP && top > 0) {
            final double bottom = Math.max(0, top - step);
            if (steep(least, most, new Range(bottom, top))) {
                top = bottom;
                step *= 1.5;
            } else {
                step /= 2;
            }
        }
        return top;
    }

    /** Whether the slope of the best reply exceeds 1 at all these shares under all offers between these two. */
    private static boolean steep(DefectionGame least, DefectionGame most, Range gone) {
        final double heard = slope(least, least.offer(), most.offer(), gone);
        final double low = least.offer().reach();
        final double high = most.offer().reach();
        if (low == 1) {
            return heard > 1;
        }
        final double unheard = slope(least, Offer.none(), Offer.none(), gone);
        return Math.min(low * heard + (1 - low) * unheard, high * heard + (1 - high) * unheard) > 1;
    }

    private static double slope(DefectionGame game, Offer least, Offer most, Range gone) {
        final NetGain gain = game.gain();
        final double rise = Math.min(
                gain.slopeOver(least, 0, gone).low(),
                gain.slopeOver(most, 0, gone).low());
        final Range density =
                game.population().law().densityOver(gain.of(least, 0, gone.low()), gain.of(most, 0, gone.high()));
        return rise > 0 ? rise * density.low() : 0;
    }
}
