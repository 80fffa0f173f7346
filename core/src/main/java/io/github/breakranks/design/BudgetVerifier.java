package io.github.breakranks.design;

import io.github.breakranks.answer.Certificate;
import io.github.breakranks.internal.TableText;
import java.util.List;

/**
 * Checks an offer made for a budget by all rest points of games beside it: the offer keeps to the budget and brings its share, a little more
 * of its single term costs too much or is not allowed. Of several terms it tries many offers within the budget.
 */
final class BudgetVerifier {
    private static final double[] ASIDE = {1e-9, 1e-7, 1e-5}; // of a value, relative
    private static final double ROUNDING = 1e-9;
    private static final double NEAR = 0.01; // share; beside a fold a rest point is off by the root of the distance
    private static final int TRIED = 256;
    private static final List<String> ASSUMING =
            List.of("net gain as evaluated in double precision, rising in the term");

    private final OpenTerms terms;
    private final double budget;
    private final Beholder beholder;

    BudgetVerifier(OpenTerms terms, double budget) {
        this.terms = terms;
        this.budget = budget;
        this.beholder = new Beholder(terms);
    }

    /** Not even the lowest offer keeps to the budget. */
    Certificate tooDear(double... lowest) {
        final Beholder.Seen seen = beholder.seen(lowest);
        final String how = "the lowest offer allowed costs " + TableText.number(seen.outlay(), 4);
        return seen.outlay() > budget && seen.proven()
                ? new Certificate.Proven(how, ASSUMING)
                : new Certificate.Unproven(how);
    }

    /** What was found, with the largest values that the budget covers one by one. */
    Certificate certify(Candidate found, double[] highest, double mostShare) {
        final Beholder.Seen here = beholder.seen(found.works());
        final double share = -found.score();
        if (!(here.outlay() <= budget * (1 + ROUNDING) && Math.abs(here.share() - share) <= ROUNDING)) {
            return new Certificate.Unproven(
                    "the offer costs " + here.outlay() + " and brings " + here.share() + " as solved again");
        }
        final Certificate certificate = terms.count() == 1
                ? single(beside(here, found.works()[0]), here, found.works()[0], highest[0])
                : several(found, highest, mostShare);
        return terms.watch().mayGoOn() ? certificate : new Certificate.Unproven("not checked within the limit");
    }

    private Certificate single(Beholder.Seen shown, Beholder.Seen here, double value, double largest) {
        final double end = terms.instrument(0).high();
        final Beholder.Seen most = beholder.seen(largest);
        if (most.share() > here.share() + ROUNDING) {
            return new Certificate.Unproven("a larger offer brings " + most.share());
        }
        if (largest >= Math.min(end, terms.ceiling())) {
            return proven(shown, most, "no higher offer is allowed");
        }
        for (double part : ASIDE) {
            final double aside = part * Math.max(terms.scale(0), largest);
            final Beholder.Seen more = beholder.seen(Math.min(end, largest + aside));
            if (more.outlay() > budget || more.share() <= here.share() && more.proven() && largest + aside >= end) {
                return proven(shown, more, beyond(value, largest, aside) + " costs " + exactly(more.outlay(), budget));
            }
        }
        return new Certificate.Unproven("a little more was not seen to cost more than the budget");
    }

    /** Which more is meant: a little more than the offer, or than the largest that the budget covers where that brings no more. */
    private String beyond(double value, double largest, double aside) {
        final String by = TableText.number(aside, 1);
        return largest - value <= aside
                ? by + " more"
                : terms.instrument(0).label() + " up to " + exactly(largest, Double.NaN) + " brings no more and " + by
                        + " above that";
    }

    /** Rounded where that neither moves it across the limit nor, without one, moves it at all. */
    private static String exactly(double value, double limit) {
        final double rounded = Double.parseDouble(TableText.number(value, 6));
        final boolean says = Double.isNaN(limit) ? rounded == value : rounded > limit == value > limit;
        return says ? TableText.number(value, 6) : Double.toString(value);
    }

    /** Beside a fold rest points are hard to tell apart: a little less brings nearly as many. */
    private Beholder.Seen beside(Beholder.Seen here, double value) {
        for (double part : ASIDE) {
            final double less = value - part * Math.max(1, value);
            if (here.proven() || less < terms.instrument(0).low()) {
                return here;
            }
            final Beholder.Seen seen = beholder.seen(less);
            if (seen.proven() && seen.share() >= here.share() - NEAR) {
                return seen;
            }
        }
        return here;
    }

    private Certificate proven(Beholder.Seen here, Beholder.Seen more, String beyond) {
        final String how = TableText.number(here.share(), 4) + " go "
                + terms.reliance().label() + " for " + TableText.number(here.outlay(), 6) + ", " + beyond;
        return here.proven() && more.proven()
                ? new Certificate.Proven(how, ASSUMING)
                : new Certificate.Unproven("rest points beside the offer are not proven to be all: " + how);
    }

    private Certificate several(Candidate found, double[] highest, double mostShare) {
        final int most = terms.oneLaw() ? TRIED : TRIED / 8; // of groups and lists each takes long
        for (int k = 0; k < most && terms.watch().mayGoOn(); k++) {
            final Beholder.Seen seen = beholder.seen(beholder.tried(k, found.values(), highest));
            if (seen.outlay() <= budget && seen.share() > mostShare + ROUNDING) {
                return new Certificate.Unproven("another offer within the budget brings " + seen.share());
            }
        }
        return new Certificate.Numeric(Math.max(0, mostShare + found.score()), "share");
    }
}
