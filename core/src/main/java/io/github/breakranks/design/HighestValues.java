package io.github.breakranks.design;

import io.github.breakranks.internal.Checks;
import io.github.breakranks.offer.Offer;

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
        return open < 0 ? needed : bounded(open, needed);
    }

    /** With the others at their highest it suffices somewhere; what that costs bounds it. */
    private double[] bounded(int open, double... needed) {
        final LeastValue least = LeastValue.bisect(terms, open, needed, target, terms.searchWidth());
        final double outlay =
                CheapestBoxes.candidate(terms, needed, open, least).score();
        final Offer one = Offer.none().with(terms.instrument(open).term(), 1);
        final double perUnit = terms.costs().perHead(one) - terms.costs().perHead(Offer.none());
        if (!(perUnit > 0) || !terms.instrument(open).group().isEmpty()) {
            throw unbounded(open);
        }
        needed[open] = Math.max(least.works(), outlay / (perUnit * target * terms.heads()));
        return needed;
    }

    private RuntimeException unbounded(int index) {
        return Checks.refused(
                "high of %s must be finite where no outlay bounds it, but was %s; give a bound with upTo(value)",
                terms.instrument(index).label(), terms.instrument(index).high());
    }
}
