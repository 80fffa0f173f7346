package io.github.breakranks.regime;

import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.internal.NormalTail;
import java.util.List;

/**
 * Checks critical strengths from what each soldier does: cutoffs by cost, who is below his, and whether that is just enough.
 *
 * <p>Since more go when a greater critical strength is expected, no other lies between a strength {@code s} at which more than enough go and the
 * share that goes there: walking from share to share covers [0, 1] up to a stretch of 1e-7 round those found. Under normal news the share rises no
 * faster than {@code publicity / sqrt(2 pi)} times the strength expected; where that is below one, one strength leaves no others to walk to.
 */
final class RegimeVerifier {
    private static final double ROOM = 1e-7;
    private static final double NO_MORE_THAN_ROUNDING = 1e-15;
    private static final String WITHIN_LAWS = "normal and cost laws within 1e-9";
    private static final String TO_ROUNDING = "worst residual at most 1e-15";
    private static final Certificate UNTOLD = untold(TO_ROUNDING); // made once: words are most of the work
    private static final Certificate TOLD = told(TO_ROUNDING, WITHIN_LAWS);
    private static final Certificate CUT_SHORT = new Certificate.Unproven("not checked to the end");
    private static final double WITHIN = 1e-9;
    private static final double TINY = 1e-12;
    private static final double STEEP = 1e-8;
    private static final int MOST_STEPS = 20_000;

    private final RegimeChange game;
    private final Watch watch;
    private final WhoGoes[] goers;

    private RegimeVerifier(RegimeChange game, Watch watch) {
        this.game = game;
        this.watch = watch;
        this.goers = new WhoGoes[game.contingents().size()];
        for (int g = 0; g < goers.length; g++) {
            goers[g] = WhoGoes.of(game.contingents().get(g), game.news(g), watch);
        }
    }

    /** Unproven if the watch stops it. */
    static Certificate certify(RegimeChange game, double[] strengths, boolean complete, Watch watch) {
        if (strengths.length == 0) {
            return new Certificate.Unproven("no critical strength was found, though there is always one");
        }
        final RegimeVerifier verifier = new RegimeVerifier(game, watch);
        double worst = 0;
        for (final double strength : strengths) {
            if (!verifier.mayGoOn()) {
                return CUT_SHORT;
            }
            worst = Math.max(worst, verifier.off(strength));
        }
        if (!complete) {
            return new Certificate.Unproven("each was checked (worst residual " + (float) worst
                    + "), but others may lie between them, as the slope is not bounded or touches one");
        }
        if (game.flat() && strengths.length == 1 && worst <= WITHIN) {
            return worst <= NO_MORE_THAN_ROUNDING ? UNTOLD : untold("worst residual " + (float) worst);
        }
        if (game.flat() || worst > STEEP || !verifier.covered(strengths, worst)) {
            return verifier.mayGoOn() ? new Certificate.Numeric(worst, "share") : CUT_SHORT;
        }
        if (!game.gaussian()) {
            return told(
                    "worst residual at most " + (worst <= TINY ? TINY : worst <= WITHIN ? WITHIN : STEEP),
                    "news with the monotone likelihood ratio",
                    "noise and beliefs within 1e-9");
        }
        return worst <= NO_MORE_THAN_ROUNDING ? TOLD : told("worst residual " + (float) worst, WITHIN_LAWS);
    }

    private static Certificate untold(String residual) {
        return new Certificate.Proven(
                "closed form under private news alone, one for any game, " + residual,
                List.of("a flat prior", "news with the monotone likelihood ratio", WITHIN_LAWS));
    }

    private static Certificate told(String residual, String... assuming) {
        return new Certificate.Proven(
                "just enough go at each, " + residual + ", and no others lie more than 1e-7 from these",
                List.of(assuming));
    }

    /** What takes less than a millisecond asks nobody. */
    private boolean mayGoOn() {
        for (final WhoGoes each : goers) {
            if (!each.quick()) {
                return watch.mayGoOn();
            }
        }
        return true;
    }

    /** By how much those who go miss the strength, or how near by they do not, where their number rises steeply. */
    private double off(double strength) {
        final double excess = share(strength) - strength;
        if (Math.abs(excess) <= STEEP) {
            return Math.abs(excess);
        }
        final double before = share(strength - STEEP) - strength;
        final double after = share(strength + STEEP) - strength;
        return before < 0 && after > 0 ? STEEP : Math.abs(excess);
    }

    private boolean covered(double[] strengths, double worst) {
        if (game.gaussian() && strengths.length == 1 && worst + WITHIN <= ROOM * (1 - steepest())) {
            return true;
        }
        for (final WhoGoes each : goers) {
            if (!each.near()) {
                return false;
            }
        }
        for (int k = 0; k <= strengths.length; k++) {
            final double from = k == 0 ? 0 : strengths[k - 1] + ROOM;
            final double to = k == strengths.length ? 1 : strengths[k] - ROOM;
            if (from < to && !walked(from, to)) {
                return false;
            }
        }
        return true;
    }

    /** By how much the share rises at most with the strength that all expect, under normal news. */
    private double steepest() {
        double most = 0;
        for (int g = 0; g < goers.length; g++) {
            most += game.weight(g) * game.news(g).publicity() * NormalTail.PEAK;
        }
        return most;
    }

    /** From the end from which shares lead into the stretch to the other. */
    private boolean walked(double from, double to) {
        final boolean up = share(from) > from;
        double at = up ? from : to;
        for (int step = 0; step < MOST_STEPS && mayGoOn(); step++) {
            if (up ? at >= to : at <= from) {
                return true;
            }
            final double next = share(at) + (up ? -WITHIN : WITHIN);
            if (up ? next <= at : next >= at) {
                return false;
            }
            at = next;
        }
        return false;
    }

    /** Who goes if the regime is just as strong as all expect, each by his influence. */
    private double share(double critical) {
        double sum = 0;
        for (int g = 0; g < goers.length; g++) {
            sum += game.weight(g) * goers[g].share(critical);
        }
        return sum;
    }
}
