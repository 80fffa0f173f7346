package io.github.breakranks.examples;

import io.github.breakranks.Breakranks;
import io.github.breakranks.answer.Range;
import io.github.breakranks.answer.Table;
import io.github.breakranks.answer.Table.Column;
import io.github.breakranks.equilibrium.Jump;
import io.github.breakranks.equilibrium.RestPoints;
import io.github.breakranks.equilibrium.Tipping;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.offer.Term;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Costs, reprisals, reach and credibility are ASSUMED here, and nothing is a prediction: the terms published in 2022, under assumptions
 * that a reader can change.
 *
 * <p>On record are the terms alone. Ukraine's minister of defence offered each Russian soldier who laid down his arms 5 million roubles and
 * an amnesty (28 February 2022); B. Caplan proposed USD 100,000 and citizenship of the European Union, which for all of some 200,000
 * soldiers makes USD 20 bn ("Make Desertion Fast", March 2022). How the costs of going are spread nobody knows, so that two spreads are
 * worked through, three credibilities and three reaches.
 *
 * @param meanCost         mean private cost of going, ASSUMED [USD], as the others at least 0
 * @param reprisal         what the first to go must expect to lose, ASSUMED; it fades in a straight line as more go [USD]
 * @param worthOfAPassport what citizenship is worth to a soldier, ASSUMED [USD]
 */
public record Terms2022(double meanCost, double reprisal, double worthOfAPassport) {
    /** "Roughly 200,000" in Caplan's text [soldiers]. */
    public static final int HEADS = 200_000;

    /** What 5 million roubles were worth at the time [USD]: the upper end as Caplan has it, the lower end uncertain. */
    public static final Range ROUBLES = new Range(47_000, 48_000);

    /** Standard deviations of the private cost, ASSUMED [USD]: one at which numbers tip the rest, one at which they cannot. */
    public static final List<Double> SPREADS = List.of(20_000.0, 75_000.0);

    /** How far the promise is believed, ASSUMED: say parole, which an executive can take back; a mere law; a statute with citizenship. */
    public static final List<Double> CREDIBILITIES = List.of(0.5, 0.7, 0.9);

    /** Those who have heard of the offer, ASSUMED, a share. */
    public static final List<Double> REACHES = List.of(0.3, 0.6, 0.9);

    public Terms2022 {
        Given.atLeastNothing("meanCost", "USD", meanCost);
        Given.atLeastNothing("reprisal", "USD", reprisal);
        Given.atLeastNothing("worthOfAPassport", "USD", worthOfAPassport);
    }

    /** The assumptions that the example prints. */
    public static Terms2022 assumed() {
        return new Terms2022(40_000, 100_000, 100_000);
    }

    /** Prints terms, assumptions, tables and what they have in common. */
    public static void main(String... args) {
        System.out.print(new Terms2022Text(assumed()).text());
    }

    /** The offer made: 5 million roubles, at the upper end of what they were worth; an amnesty is no refuge. */
    public static Offer roubles() {
        return Offer.cash(ROUBLES.high()).in("USD");
    }

    /** Caplan's cash without his citizenship. */
    public static Offer dollars() {
        return Offer.cash(100_000).in("USD");
    }

    /** Caplan's proposal. */
    public Offer dollarsAndCitizenship() {
        return dollars().withRefuge(worthOfAPassport);
    }

    /** The game that an offer makes of these assumptions. */
    public DefectionGame game(Offer offer, double spread) {
        final Population soldiers =
                Population.of(HEADS, CostLaw.normal(meanCost, spread)).in("USD");
        return DefectionGame.of(soldiers, offer, Reprisal.fading(reprisal));
    }

    /** What an offer costs if such a share goes and the promise is kept to all of them [USD]. */
    public static double outlay(Offer offer, double share) {
        Given.share("share", share);
        return share * HEADS * (offer.cash() + offer.escrow());
    }

    /** What one set of assumptions says of an offer. */
    record Outcome(double spread, DefectionGame game, RestPoints rest, Tipping tipping, double unoffered) {
        double least() {
            return rest.least().share();
        }

        double greatest() {
            return rest.greatest().share();
        }

        double outlay() {
            return Terms2022.outlay(game.offer(), least());
        }

        /** Paid to those who would have gone without any offer [USD]. */
        double paidAnyway() {
            return Terms2022.outlay(game.offer(), unoffered);
        }

        /** Outlay for each who would not have gone without the offer [USD]. */
        double perExtraHead() {
            return outlay() / ((least() - unoffered) * HEADS);
        }

        @Nullable
        Double tips() {
            return tipping.up().map(Jump::value).orElse(null);
        }
    }

    /** Every credibility with every reach, for one offer and one spread of costs. */
    List<Outcome> outcomes(Offer offer, double spread) {
        final DefectionGame game = game(offer, spread);
        final double unoffered =
                Breakranks.equilibria(game.withOffer(Offer.none())).least().share();
        final List<Outcome> outcomes = new ArrayList<>();
        for (double credibility : CREDIBILITIES) {
            for (double reach : REACHES) {
                final DefectionGame one =
                        game.with(Term.CREDIBILITY, credibility).with(Term.REACH, reach);
                outcomes.add(new Outcome(
                        spread, one, Breakranks.equilibria(one), Breakranks.tippingOffer(one, Term.CASH), unoffered));
            }
        }
        return outcomes;
    }

    /** The same as a table: where play rests from nobody and from everybody, what cash tips it, and what it costs. */
    public Table table(Offer offer, double spread) {
        Table table = Table.of(
                Column.of("credibility", "share"),
                Column.of("reach", "share"),
                Column.of("least", "share"),
                Column.of("greatest", "share"),
                Column.of("tips", "USD"),
                Column.of("outlay", "USD bn"),
                Column.of("per extra", "USD"));
        for (Outcome outcome : outcomes(offer, spread)) {
            final Offer put = outcome.game().offer();
            table = table.with(
                    put.credibility(),
                    put.reach(),
                    outcome.least(),
                    outcome.greatest(),
                    outcome.tips(),
                    outcome.outlay() / 1e9,
                    outcome.perExtraHead());
        }
        return table;
    }
}
