package io.github.breakranks.design;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.equilibrium.EquilibriumSolver;
import io.github.breakranks.equilibrium.RestPoint;
import io.github.breakranks.equilibrium.RestPoints;
import io.github.breakranks.game.DefectionGame;
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
    private static final int TRIED = 256; // offers
    private static final double GOLDEN = 0.6180339887498949;
    private static final double ROUNDING = 1e-9;
    private static final List<String> ASSUMING =
            List.of("net gain as evaluated in double precision, rising in the term");

    private final OpenTerms terms;
    private final double target;

    OfferVerifier(OpenTerms terms, double target) {
        this.terms = terms;
        this.target = target;
    }

    /** A share, and whether the rest points behind it are proven to be all. */
    private record Seen(double share, double outlay, boolean proven) {}

    /** Of one term: missed below, reached above. */
    Certificate single(Candidate found) {
        String failure = "";
        for (double part : ASIDE) {
            final double aside = part * Math.max(1, found.values()[0]);
            final double value = found.works()[0];
            final double less = terms.listed() ? Math.nextDown(value) : found.values()[0] - aside;
            final double more = terms.listed()
                            || found.attained() && value == terms.instrument(0).low()
                    ? value
                    : Math.min(terms.instrument(0).high(), value + aside);
            final boolean lowest = less < terms.instrument(0).low();
            final Seen below = lowest ? new Seen(-1, 0, true) : seen(less);
            final Seen above = seen(more);
            final boolean holds = above.share >= target * (1 - ROUNDING) && (lowest || !reached(below.share));
            if (!terms.watch().mayGoOn()) {
                return new Certificate.Unproven("not checked within the limit");
            }
            if (holds && below.proven && above.proven) {
                return new Certificate.Proven(sentence(below, above, aside), ASSUMING);
            }
            failure = holds
                    ? "rest points beside the offer are not proven to be all: " + sentence(below, above, aside)
                    : "beside the offer " + below.share + " and " + above.share + " go";
        }
        return new Certificate.Unproven(failure);
    }

    private String sentence(Seen below, Seen above, double aside) {
        final String by = terms.listed() ? "the next double" : TableText.number(aside, 1);
        final String reached =
                TableText.number(above.share, 4) + " go " + terms.reliance().label();
        return below.share < 0
                ? reached + " with the least offer allowed"
                : reached + " with " + (terms.listed() ? "it" : by + " more") + ", " + TableText.number(below.share, 4)
                        + " with " + by + (terms.listed() ? " below" : " less");
    }

    private boolean reached(double share) {
        return terms.listed() ? terms.reached(share, target) : share >= target;
    }

    /** No offer allowed reaches the target: the highest does not. */
    Certificate none(double... highest) {
        final Seen most = seen(highest);
        if (reached(most.share)) {
            return new Certificate.Unproven("the highest offer allowed brings " + most.share);
        }
        final String how = "the highest offer allowed brings " + TableText.number(most.share, 4) + " "
                + terms.reliance().label();
        return most.proven ? new Certificate.Proven(how, ASSUMING) : new Certificate.Unproven(how);
    }

    /** Of several terms: reached above, and by no offer tried that costs less than the bound. */
    Certificate several(Candidate found, double[] highest, double lowerBound) {
        final double[] more = found.works().clone();
        for (int k = 0; k < more.length; k++) {
            more[k] = Math.min(terms.instrument(k).high(), more[k] + ASIDE[0] * Math.max(1, more[k]));
        }
        final Seen above = seen(more);
        if (!(above.share >= target * (1 - ROUNDING))) {
            return new Certificate.Unproven("a little above the offer only " + above.share + " go");
        }
        final int most = terms.oneLaw() ? TRIED : TRIED / 8; // of groups and lists each takes long
        for (int k = 0; k < most && terms.watch().mayGoOn(); k++) {
            final double[] tried = tried(k, found.values(), highest);
            final Seen seen = seen(tried);
            if (reached(seen.share) && seen.outlay < lowerBound * (1 - ROUNDING)) {
                return new Certificate.Unproven("another offer reaches the target for " + seen.outlay);
            }
        }
        return terms.watch().mayGoOn()
                ? new Certificate.Numeric(
                        Math.max(0, found.score() - lowerBound), terms.game().unit())
                : new Certificate.Unproven("not checked within the limit");
    }

    /** Spread over the box, every other one near the offer. */
    private double[] tried(int number, double[] found, double... highest) {
        final double[] tried = new double[found.length];
        double at = 0;
        for (int k = 0; k < tried.length; k++) {
            at = GOLDEN * (number + 1) * (k + 1) + 0.37 * k * k;
            final double part = at - Math.floor(at);
            final double low = terms.instrument(k).low();
            tried[k] = number % 2 == 0
                    ? low + part * (highest[k] - low)
                    : Math.max(low, Math.min(highest[k], found[k] + 0.05 * (part - 0.5) * (highest[k] - low)));
        }
        return tried;
    }

    private Seen seen(double... values) {
        final DefectionGame game = terms.at(values);
        final Answer<RestPoints> answer = EquilibriumSolver.solver().solve(game, terms.watch());
        final List<RestPoint> points = answer.value().points();
        if (points.isEmpty()) {
            return new Seen(Double.NaN, Double.NaN, false);
        }
        final RestPoint least = points.get(0);
        final RestPoint greatest = points.get(points.size() - 1);
        return new Seen(
                (terms.reliance() == Reliance.BEST ? greatest : least).share(),
                terms.costs().outlay(game, terms.reliance() == Reliance.LEAST ? least : greatest),
                answer.certificate() instanceof Certificate.Proven);
    }
}
