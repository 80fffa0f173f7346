package io.github.breakranks.examples;

import io.github.breakranks.Breakranks;
import io.github.breakranks.answer.Table;
import io.github.breakranks.answer.Table.Column;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.signaling.Commitment;
import io.github.breakranks.signaling.Credibility;
import io.github.breakranks.signaling.CredibilityGame;
import io.github.breakranks.signaling.CredibilitySolver;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One offer put by a host of which soldiers do not know whether it means it, under one set of assumptions: what the forms open to it make
 * of its credibility, and what that makes of the share that goes.
 *
 * <pre>{@code
 *   c = median cost + mean reprisal        what a soldier in the middle, to whom any share is as likely gone, has to be paid
 *   kept = W - c   broken = c              W: what the offer is worth if kept        [unit of the game]
 *   host: benefit W, a unit of depth costs it  COMMITTED W  if it means it,  OPPORTUNIST W  if not
 * }</pre>
 *
 * @param name  the set of assumptions
 * @param game  with the offer, its credibility not used
 * @param prior chance that the host means it, a share in (0, 1)
 */
public record HostBound(String name, DefectionGame game, double prior) {
    /** What a unit of depth costs the host that means it, ASSUMED [worth of the offer]. */
    static final double COMMITTED = 0.4;

    /** What it costs the one that does not, ASSUMED [worth of the offer]. */
    static final double OPPORTUNIST = 1;

    /** The form that costs nothing and can be taken back at will. */
    static final String PAROLE = "parole";

    /** A form in law. */
    record Form(String name, double depth) {}

    /** From shallow to deep, depths ASSUMED. */
    static final List<Form> FORMS =
            List.of(new Form(PAROLE, 0), new Form("regulation", 0.6), new Form("statute", 1.25));

    /** What a third party holds, ASSUMED, a share of the worth of the offer. */
    static final List<Double> ESCROWS = List.of(0.0, 0.25, 0.5);

    private static final double HALF = 0.5;

    /**
     * What comes of a menu.
     *
     * @param escrow      what a third party holds, a share of the worth of the offer
     * @param deepest     the deepest form that is open to the host
     * @param credibility of the offer that the host makes that means it
     * @param meant       share that goes to the host that means it
     * @param broken      share that goes to an opportunist that shows itself as one
     */
    record Outcome(double escrow, Form deepest, Credibility credibility, double meant, double broken) {
        /** Expected share before it is known which host it is: the opportunist is either taken for the other or shows itself. */
        double expected() {
            final double hidden = credibility.game().prior() / credibility.share();
            return hidden * meant + (1 - hidden) * broken;
        }

        String taken() {
            return credibility.outcome().commitment().name();
        }
    }

    /** What the offer is worth if it is kept [unit of the game]. */
    double worth() {
        return game.offer().withCredibility(1).worth();
    }

    /** What the soldier in the middle has to be paid: his cost, and reprisal if any share is as likely gone [unit of the game]. */
    double toBePaid() {
        final double untouched = game.gain(1);
        final double reprisal = untouched - game.gain(HALF); // fading in a straight line, half of it is its mean
        return game.population().law().quantile(HALF) + reprisal;
    }

    /** The game between host and soldiers, any depth being open to the host. */
    public CredibilityGame stakes() {
        return CredibilityGame.of(
                prior,
                worth() - toBePaid(),
                toBePaid(),
                CredibilityGame.host(worth(), COMMITTED * worth(), OPPORTUNIST * worth()));
    }

    /** How far the word is believed of a host to which these forms are open, with such a share of the worth in escrow. */
    Credibility credibility(double escrow, List<Form> open) {
        final Commitment[] menu = open.stream()
                .map(form -> Commitment.of(form.name, form.depth).withEscrow(escrow * worth()))
                .toArray(Commitment[]::new);
        return CredibilitySolver.solver().solve(stakes().withMenu(menu)).orElseThrow();
    }

    /** The offer with so much of its worth in cash as a third party is to hold; as it is where it has as much. */
    private Offer inCash(double escrow) {
        final Offer offer = game.offer();
        final double missing = Math.max(0, escrow * worth() - offer.cash());
        return offer.withCash(offer.cash() + missing).withRefuge(offer.refuge() - missing);
    }

    /** What comes of these forms. */
    Outcome outcome(double escrow, List<Form> open) {
        final Credibility credibility = credibility(escrow, open);
        final Offer believed = credibility.into(inCash(escrow), 1);
        return new Outcome(
                escrow, open.get(open.size() - 1), credibility, gone(believed), gone(believed.withCredibility(0)));
    }

    /** Where play rests from nobody, a share; nothing where not half a soldier is meant. */
    private double gone(Offer offer) {
        final double share =
                Breakranks.equilibria(game.withOffer(offer)).least().share();
        return share * game.population().size() < HALF ? 0 : share;
    }

    /** Every escrow with parole alone, with regulation too, and with all forms. */
    List<Outcome> outcomes() {
        final List<Outcome> outcomes = new ArrayList<>();
        for (double escrow : ESCROWS) {
            for (int forms = 1; forms <= FORMS.size(); forms++) {
                outcomes.add(outcome(escrow, FORMS.subList(0, forms)));
            }
        }
        return outcomes;
    }

    /** A row a menu: what comes of the game between host and soldiers, and who goes. */
    public Table table() {
        return Table.of(
                List.of(
                        Column.of("escrow", "share"),
                        Column.of("open to"),
                        Column.of("need", "share"),
                        Column.of("outcome"),
                        Column.of("taken"),
                        Column.of("belief", "share"),
                        Column.of("go if meant", "%"),
                        Column.of("go of both", "%")),
                outcomes().stream().map(HostBound::row).toList());
    }

    private static List<Object> row(Outcome one) {
        final Credibility credibility = one.credibility;
        return Arrays.asList(
                one.escrow,
                one.deepest.name,
                credibility.game().belief(credibility.outcome().commitment()),
                credibility.outcome().kind().toString(),
                one.taken(),
                credibility.share(),
                100 * one.meant,
                100 * one.expected());
    }

    @Override
    public String toString() {
        return "HostBound[" + name + "]";
    }
}
