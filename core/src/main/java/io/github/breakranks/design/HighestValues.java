package io.github.breakranks.design;

import io.github.breakranks.internal.Checks;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Term;

/**
 * How high each of several terms need be looked at: an amount that suffices alone is never exceeded at least outlay, and neither is one that
 * costs more than an offer known to do it.
 */
final class HighestValues {
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
        int open = -1; // a term that nothing bounds yet
        for (int k = 0; k < needed.length; k++) {
            final LeastValue alone = LeastValue.bisect(terms, k, terms.lows(), target, terms.searchWidth());
            needed[k] = Math.min(highs[k], alone.works());
            if (needed[k] == OpenTerms.LARGEST) {
                if (open >= 0) {
                    throw unbounded(open);
                }
                open = k;
            }
        }
        if (open >= 0) {
            final LeastValue least = LeastValue.bisect(terms, open, needed, target, terms.searchWidth());
            if (!(perUnit(terms, open) > 0)) {
                throw unbounded(open);
            }
            needed[open] = least.works();
        }
        return lowered(open, needed);
    }

    /** What is known to do it bounds every term that each who comes is paid. */
    private double[] lowered(int open, double... needed) {
        double outlay = Double.POSITIVE_INFINITY;
        for (int k = 0; k < needed.length; k++) {
            for (double[] others : new double[][] {terms.lows(), needed}) {
                final LeastValue least = LeastValue.bisect(terms, k, others, target, terms.searchWidth());
                outlay = Math.min(
                        outlay, CheapestBoxes.candidate(terms, others, k, least).score());
            }
        }
        for (int k = 0; k < needed.length; k++) {
            final double most = outlay / (perUnit(terms, k) * target * terms.heads());
            needed[k] = Math.max(terms.instrument(k).low(), k == open ? most : Math.min(needed[k], most));
        }
        return needed;
    }

    /** What one more of a term costs for each who comes, whoever he is; 0 if nothing, or if it is one group's. */
    static double perUnit(OpenTerms terms, int index) {
        final Instrument instrument = terms.instrument(index);
        if (!instrument.group().isEmpty() || instrument.term() == Term.REACH) {
            return 0;
        }
        final Offer one = Offer.none().with(instrument.term(), 1);
        return terms.costs().perHead(one) - terms.costs().perHead(Offer.none());
    }

    private RuntimeException unbounded(int index) {
        return Checks.refused(
                "high of %s must be finite where no outlay bounds it, but was %s; give a bound with upTo(value)",
                terms.instrument(index).label(), terms.instrument(index).high());
    }
}
