package io.github.breakranks.examples;

import io.github.breakranks.examples.job.HessianGame;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.offer.Offer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Costs, reprisal, what hosts are like and what law costs them are ASSUMED here, and nothing is a prediction: how many would go if the offer
 * to the Hessians, and that proposed in 2022, were parole, regulation or statute, with or without escrow.
 */
public final class ParoleOrStatute {
    /** Chances that the host means it, ASSUMED, a share. */
    static final List<Double> PRIORS = List.of(0.2, 0.5);

    /** Standard deviations of the private cost of a Hessian, ASSUMED [50 acres]; wider, the land does not pay the one in the middle. */
    static final List<Double> SPREADS = List.of(0.2, 0.3, 0.4);

    private ParoleOrStatute() {}

    /** Prints a table for each set of assumptions, and what they have in common; with a directory the pictures are written there. */
    public static void main(String... args) {
        Printed.asProgram(ParoleOrStatute::text, args);
    }

    /** A set for each case, each spread of costs and each prior. */
    public static List<HostBound> sets() {
        final List<HostBound> sets = new ArrayList<>();
        for (double spread : SPREADS) {
            final DefectionGame game = HessianGame.of(spread).orElseThrow();
            for (double prior : PRIORS) {
                sets.add(new HostBound(
                        named("Hessians; costs spread by %s; %.0f%% of hosts mean it", spread, prior), game, prior));
            }
        }
        final Terms2022 assumed = Terms2022.assumed();
        final Offer proposal = assumed.dollarsAndCitizenship();
        for (double spread : Terms2022.SPREADS) {
            for (double prior : PRIORS) {
                sets.add(new HostBound(
                        named("2022; costs spread by USD %,.0f; %.0f%% of hosts mean it", spread, prior),
                        assumed.game(proposal, spread),
                        prior));
            }
        }
        return sets;
    }

    private static String named(String form, double spread, double prior) {
        return String.format(Locale.ROOT, form, spread, 100 * prior);
    }

    static ParoleOrStatuteText text() {
        return new ParoleOrStatuteText(sets());
    }
}
