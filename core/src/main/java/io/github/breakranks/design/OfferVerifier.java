package io.github.breakranks.design;

import io.github.breakranks.answer.Certificate;
import io.github.breakranks.internal.TableText;
import java.util.List;

/**
 * Checks an offer by all rest points of games beside it, which another solver finds and another verifier counts: with a little less the
 * target is missed, with a little more it is reached. As shares rise with every term that shows of a single term that no less does it. Of
 * several terms it tries many offers that cost less.
 */
final class OfferVerifier {
    private static final double[] ASIDE = {1e-9, 1e-7, 1e-5
    }; // of a value, relative; beside a fold rest points are hard to tell apart
    private static final double[] FARTHEST = {1e-5};
    private static final int DIGITS = 4;
    private static final int MOST_DIGITS = 15;
    private static final int TRIED = 256; // offers
    private static final double ROUNDING = 1e-9;
    private static final List<String> ASSUMING =
            List.of("net gain as evaluated in double precision, rising in the term");

    private final OpenTerms terms;
    private final double target;
    private final Beholder beholder;

    OfferVerifier(OpenTerms terms, double target) {
        this.terms = terms;
        this.target = target;
        this.beholder = new Beholder(terms);
    }

    /** Of one term: missed below, reached above. */
    Certificate single(Candidate found) {
        String failure = "";
        for (double part : terms.unbounded() ? FARTHEST : ASIDE) {
            final double aside = part * Math.max(terms.scale(0), found.values()[0]);
            final double value = found.works()[0];
            final double less = terms.listed() ? Math.nextDown(value) : found.values()[0] - aside;
            final double more = terms.listed()
                            || found.attained() && value == terms.instrument(0).low()
                    ? value
                    : Math.min(terms.instrument(0).high(), value + aside);
            final boolean lowest = less < terms.instrument(0).low();
            final Beholder.Seen below = lowest ? new Beholder.Seen(-1, 0, true) : beholder.seen(less);
            final Beholder.Seen above = beholder.seen(more);
            final boolean holds = above.share() >= target * (1 - ROUNDING) && (lowest || !reached(below.share()));
            if (!terms.watch().mayGoOn()) {
                return new Certificate.Unproven("not checked within the limit");
            }
            if (holds && below.proven() && above.proven()) {
                return new Certificate.Proven(sentence(below, above, aside), ASSUMING);
            }
            failure = holds
                    ? "rest points beside the offer are not proven to be all: " + sentence(below, above, aside)
                    : "beside the offer " + below.share() + " and " + above.share() + " go";
        }
        return new Certificate.Unproven(failure);
    }

    private String sentence(Beholder.Seen below, Beholder.Seen above, double aside) {
        final String by = terms.listed() ? "the next double" : TableText.number(aside, 1);
        final int digits = digits(above.share(), below.share());
        final String reached = TableText.number(above.share(), digits) + " go "
                + terms.reliance().label();
        return below.share() < 0
                ? reached + " with the least offer allowed"
                : reached + " with " + (terms.listed() ? "it" : by + " more") + ", "
                        + TableText.number(below.share(), digits) + " with " + by
                        + (terms.listed() ? " below" : " less");
    }

    /** As many digits as tell two shares apart. */
    private static int digits(double one, double other) {
        int digits = DIGITS;
        while (digits < MOST_DIGITS && TableText.number(one, digits).equals(TableText.number(other, digits))) {
            digits++;
        }
        return digits;
    }

    private boolean reached(double share) {
        return terms.listed() ? terms.reached(share, target) : share >= target;
    }

    /** No offer allowed reaches the target: the highest does not. */
    Certificate none(double... highest) {
        final Beholder.Seen most = beholder.seen(highest);
        if (reached(most.share())) {
            return new Certificate.Unproven("the highest offer allowed brings " + most.share());
        }
        final String how = "the highest offer allowed brings " + TableText.number(most.share(), 4) + " "
                + terms.reliance().label();
        if (terms.nearCeiling()) {
            return new Certificate.Unproven(
                    how + "; amounts above " + TableText.number(terms.ceiling(), 4) + " were not looked at");
        }
        return most.proven() ? new Certificate.Proven(how, ASSUMING) : new Certificate.Unproven(how);
    }

    /** Of several terms: reached above, and by no offer tried that costs less than the bound. */
    Certificate several(Candidate found, double[] highest, double lowerBound) {
        final double[] more = found.works().clone();
        for (int k = 0; k < more.length; k++) {
            more[k] = Math.min(terms.instrument(k).high(), more[k] + ASIDE[0] * Math.max(1, more[k]));
        }
        final Beholder.Seen above = beholder.seen(more);
        if (!(above.share() >= target * (1 - ROUNDING))) {
            return new Certificate.Unproven("a little above the offer only " + above.share() + " go");
        }
        final int most = terms.oneLaw() && !terms.unbounded()
                ? TRIED
                : TRIED / 8; // of groups, lists and gains without bounds each takes long
        for (int k = 0; k < most && terms.watch().mayGoOn(); k++) {
            final double[] tried = beholder.tried(k, found.values(), highest);
            final Beholder.Seen seen = beholder.seen(tried);
            if (reached(seen.share()) && seen.outlay() < lowerBound * (1 - ROUNDING)) {
                return new Certificate.Unproven("another offer reaches the target for " + seen.outlay());
            }
        }
        return terms.watch().mayGoOn()
                ? new Certificate.Numeric(
                        Math.max(0, found.score() - lowerBound), terms.game().unit())
                : new Certificate.Unproven("not checked within the limit");
    }
}
