package io.github.breakranks.design;

import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Term;

/**
 * How high each of several terms need be looked at: an amount that suffices alone is never exceeded at least outlay, and neither is one that
 * costs more than an offer known to do it.
 */
final class HighestValues {
    private static final double TINY = 1e-300;

    private final OpenTerms terms;
    private final double target;

    HighestValues(OpenTerms terms, double target) {
        this.terms = terms;
        this.target = target;
    }

    /** By term; empty if the target is missed even at the highest values allowed. */
    double[] needed() {
        final double[] highs = terms.highs();
        if (!terms.reached(terms.total(terms.relied(terms.at(highs))), target)) {
            return new double[0];
        }
        final double[] needed = highs.clone();
        final boolean[] open = new boolean[needed.length]; // not even the largest amount suffices alone
        for (int k = 0; k < needed.length; k++) {
            if (terms.ignored(k)) {
                needed[k] = terms.instrument(k).low();
                continue;
            }
            final LeastValue alone = LeastValue.bisect(terms, k, terms.lows(), target, terms.searchWidth());
            needed[k] = Math.min(highs[k], alone.works());
            open[k] = needed[k] == terms.ceiling();
        }
        return lowered(open, needed);
    }

    /** What is known to do it bounds every term that each who comes is paid. */
    private double[] lowered(boolean[] open, double... needed) {
        final double[] without = needed.clone(); // what nothing bounds yet is left out
        for (int k = 0; k < open.length; k++) {
            without[k] = open[k] ? terms.instrument(k).low() : without[k];
        }
        double outlay = Double.POSITIVE_INFINITY;
        for (int k = 0; k < needed.length; k++) {
            outlay = Math.min(outlay, Math.min(outlay(terms.lows(), k), outlay(without, k)));
        }
        outlay = outlay < Double.POSITIVE_INFINITY ? outlay : together();
        for (int k = 0; k < needed.length; k++) {
            final double most = open[k] ? Math.min(bound(k, outlay), terms.enough(k)) : bound(k, outlay);
            if (open[k] && outlay == 0) { // nothing costs less
                needed[k] = terms.instrument(k).low();
                continue;
            }
            if (open[k] && !(most < Double.POSITIVE_INFINITY)) {
                throw unbounded(k);
            }
            needed[k] = Math.max(terms.instrument(k).low(), Math.min(needed[k], most));
        }
        return needed;
    }

    /** Nobody who comes need be paid more than an outlay known to do it, over the fewest who come. */
    private double bound(int index, double outlay) {
        final String group = terms.instrument(index).group();
        final double others = group.isEmpty()
                ? 0
                : 1 - terms.game().population().mass(terms.game().population().groupOf(group));
        final double fewest = Math.max(0, target - others) * terms.heads();
        final double paid = costs(terms, index) * fewest;
        return paid > 0 ? outlay / paid : Double.POSITIVE_INFINITY;
    }

    /** The outlay of the least amount that does it where it is offered in every term without bound, the others at their highest. */
    private double together() {
        final double[] values = terms.highs();
        final double[] found = values.clone();
        double low = 0;
        double high = terms.ceiling();
        while (high - low > terms.searchWidth() * high && high > TINY && !terms.stopped()) {
            final double middle = LeastValue.middle(low, high);
            for (int k = 0; k < values.length; k++) {
                final Instrument each = terms.instrument(k);
                values[k] = Double.isInfinite(each.high()) ? Math.max(each.low(), middle) : each.high();
            }
            if (terms.reached(terms.total(terms.relied(terms.at(values))), target)) {
                high = middle;
                System.arraycopy(values, 0, found, 0, found.length);
            } else {
                low = middle;
            }
        }
        final DefectionGame game = terms.at(found);
        return terms.outlay(game, terms.paid(game));
    }

    private double outlay(double[] others, int free) {
        final LeastValue least = LeastValue.bisect(terms, free, others, target, terms.searchWidth());
        return CheapestBoxes.candidate(terms, others, free, least).score();
    }

    /** What one more of a term costs for each who comes, whoever he is; 0 if nothing, or if it is one group's. */
    static double perUnit(OpenTerms terms, int index) {
        return terms.instrument(index).group().isEmpty() ? costs(terms, index) : 0;
    }

    /** What one more of a term costs for each who comes to whom it is offered. */
    private static double costs(OpenTerms terms, int index) {
        final Term term = terms.instrument(index).term();
        if (term == Term.REACH) {
            return 0;
        }
        final Offer one = Offer.none().with(term, 1);
        return terms.costs().perHead(one) - terms.costs().perHead(Offer.none());
    }

    private RuntimeException unbounded(int index) {
        return Checks.refused(
                "high of %s must be finite where no outlay bounds it, but was %s; give a bound with upTo(value)",
                terms.instrument(index).label(), terms.instrument(index).high());
    }
}
