package io.github.breakranks.examples;

import io.github.breakranks.examples.ThreeOffers.Terms;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Term;
import io.github.breakranks.timing.Waiting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Costs, reprisal, belief and what waiting costs are ASSUMED here, and nothing is a prediction: the terms published in 2022, open, under
 * notice and with a date.
 */
public final class Deadlines2022 {
    /** How far the promise is believed, ASSUMED. */
    static final List<Double> CREDIBILITIES = List.of(0.5, 0.9);

    /** Impatience and danger together, ASSUMED [per month]. */
    static final Waiting WAITING = Waiting.at(0.2).per("months");

    /** ASSUMED: withdrawn once in five months, feared once in two, or at the end of the third. */
    static final Terms TERMS = new Terms(0.2, 0.5, 3);

    private Deadlines2022() {}

    /** Prints a table for each set of assumptions, and what they have in common; with a directory the pictures are written there. */
    public static void main(String... args) {
        final ThreeOffersText text = text();
        System.out.print(text.text());
        System.out.print(text.draw(args));
    }

    /** A set for each offer, each spread of costs and each credibility. */
    public static List<ThreeOffers> sets() {
        final Terms2022 assumed = Terms2022.assumed();
        final Map<String, Offer> offers = new TreeMap<>(Map.of(
                "5 million roubles", Terms2022.roubles(),
                "USD 100,000 and citizenship", assumed.dollarsAndCitizenship()));
        final List<ThreeOffers> sets = new ArrayList<>();
        offers.forEach((name, offer) -> {
            for (double spread : Terms2022.SPREADS) {
                for (double credibility : CREDIBILITIES) {
                    sets.add(ThreeOffers.of(
                            String.format(
                                    Locale.ROOT,
                                    "%s, believed with chance %s, costs spread by USD %,.0f",
                                    name,
                                    credibility,
                                    spread),
                            assumed.game(offer, spread).with(Term.CREDIBILITY, credibility),
                            WAITING,
                            TERMS));
                }
            }
        });
        return sets;
    }

    static ThreeOffersText text() {
        final Terms2022 assumed = Terms2022.assumed();
        return new ThreeOffersText(
                "terms-2022",
                List.of(
                        "Costs, reprisal, belief and what waiting costs are ASSUMED below, and nothing is a prediction.",
                        String.format(
                                Locale.ROOT,
                                "On record are the terms: 5 million roubles, and USD 100,000 with citizenship of the European Union."
                                        + " What if they might be withdrawn, once in five months (or feared once in two), or ended"
                                        + " after three? Costs are normal with mean USD %,.0f; reprisal takes USD %,.0f from the first"
                                        + " to go and fades in a straight line; citizenship is worth USD %,.0f to a soldier; waiting"
                                        + " costs 0.2 a month; only those are counted who have heard of the offer.",
                                assumed.meanCost(),
                                assumed.reprisal(),
                                assumed.worthOfAPassport())),
                sets());
    }
}
