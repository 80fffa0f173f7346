package io.github.breakranks.examples;

import io.github.breakranks.examples.ThreeOffers.Terms;
import io.github.breakranks.examples.job.HessianGame;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.timing.Waiting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Costs, reprisal, belief and what waiting costs are ASSUMED here: the offer of 1776 to the Hessians as it was, open, beside the same offer
 * under notice and with a date.
 */
public final class HessianDeadlines {
    /** Standard deviations of the private cost, ASSUMED [50 acres]. */
    static final List<Double> SPREADS = List.of(0.2, 0.3, 0.4, 0.6);

    /** Impatience and danger together, ASSUMED [per year]. */
    static final List<Double> WAITING = List.of(0.1, 0.5);

    /** ASSUMED: withdrawn once in two years, feared once a year, or at the end of the second year. */
    static final Terms TERMS = new Terms(0.5, 1, 2);

    private HessianDeadlines() {}

    /** Prints a table for each set of assumptions, and what they have in common; with a directory the pictures are written there. */
    public static void main(String... args) {
        final ThreeOffersText text = text();
        System.out.print(text.text());
        System.out.print(text.draw(args));
    }

    /** A set for each spread of costs and each cost of waiting. */
    public static List<ThreeOffers> sets() {
        final List<ThreeOffers> sets = new ArrayList<>();
        for (double spread : SPREADS) {
            final DefectionGame game = HessianGame.of(spread).orElseThrow();
            for (double rate : WAITING) {
                sets.add(ThreeOffers.of(
                        String.format(
                                Locale.ROOT, "Hessians, costs spread by %s, waiting costs %s a year", spread, rate),
                        game,
                        Waiting.at(rate).per("years"),
                        TERMS));
            }
        }
        return sets;
    }

    static ThreeOffersText text() {
        return new ThreeOffersText(
                "hessians",
                List.of(
                        "Costs, reprisal, belief and what waiting costs are ASSUMED below, and nothing is history but the share that"
                                + " left.",
                        "The offer of 50 acres to the Hessian auxiliaries stood open. What if it might have been withdrawn, once in two"
                                + " years (or feared once a year), or had ended after two years? The unit of costs is 50 acres;"
                                + " reprisal takes 1 from the first to go and fades in a straight line; the promise is believed with"
                                + " chance 0.75; all have heard of it; costs are normal, with the mean in the middle of those under"
                                + " which 10.0% to 16.8% leave in the end if the offer stays open."),
                sets());
    }
}
