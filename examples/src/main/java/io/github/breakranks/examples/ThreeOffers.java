package io.github.breakranks.examples;

import io.github.breakranks.answer.Table;
import io.github.breakranks.answer.Table.Column;
import io.github.breakranks.examples.chart.Chart;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.offer.Expiry;
import io.github.breakranks.timing.DeadlinePath;
import io.github.breakranks.timing.DeadlinePath.Outcome;
import io.github.breakranks.timing.DeadlineSolver;
import io.github.breakranks.timing.ExpiryPath;
import io.github.breakranks.timing.ExpirySolver;
import io.github.breakranks.timing.Waiting;
import java.util.Arrays;
import java.util.List;

/**
 * One offer put in three ways under one set of assumptions: open for ever, withdrawn at any moment, and ending at a date.
 *
 * @param name      the set of assumptions
 * @param terms     how long it stands
 * @param open      it stands for ever
 * @param known     it may be withdrawn, and soldiers know the rate
 * @param feared    it may be withdrawn, and they fear more than is true
 * @param dated     it ends at a date
 */
public record ThreeOffers(
        String name, Terms terms, ExpiryPath open, ExpiryPath known, ExpiryPath feared, DeadlinePath dated) {
    private static final double EARLY = 0.25; // of the time to the date

    /**
     * How long an offer stands, if not for ever.
     *
     * @param rate   withdrawals per unit of time
     * @param feared the rate that soldiers reckon with where they fear more than is true, above {@code rate}
     * @param date   when it ends [unit of time]
     */
    public record Terms(double rate, double feared, double date) {}

    /** The three ways of one game. */
    static ThreeOffers of(String name, DefectionGame game, Waiting waiting, Terms terms) {
        return new ThreeOffers(
                name,
                terms,
                standing(game, waiting, Expiry.open()),
                standing(game, waiting, Expiry.hazard(terms.rate)),
                standing(game, waiting, Expiry.hazard(terms.rate, terms.feared)),
                DeadlineSolver.of(waiting)
                        .solve(until(game, Expiry.at(terms.date)))
                        .orElseThrow());
    }

    private static DefectionGame until(DefectionGame game, Expiry expiry) {
        return game.withOffer(game.offer().withExpiry(expiry));
    }

    private static ExpiryPath standing(DefectionGame game, Waiting waiting, Expiry expiry) {
        return ExpirySolver.of(waiting).solve(until(game, expiry)).orElseThrow();
    }

    /** A quarter of the time to the date [unit of time]. */
    double early() {
        return EARLY * terms.date;
    }

    /** A row each way: gone early, before the date, at it and in all, whether or not it still stands; and the quiet before the date. */
    public Table table() {
        final Outcome crowd = dated.protectedByCrowd();
        final Outcome alone = dated.unprotected();
        return Table.of(
                List.of(
                        Column.of("offer"),
                        Column.of("early", "%"),
                        Column.of("before", "%"),
                        Column.of("at date", "%"),
                        Column.of("in the end", "%"),
                        Column.of("quiet", dated.waiting().unit())),
                List.of(
                        standing("open", open),
                        standing("may be withdrawn, as known", known),
                        standing("may be withdrawn, feared more", feared),
                        Arrays.asList(
                                "dated, the crowd protects itself",
                                percent(dated.shareAt(early())),
                                percent(crowd.before()),
                                percent(crowd.atDeadline()),
                                percent(crowd.total()),
                                moves() ? crowd.quietPeriod() : null),
                        Arrays.asList(
                                "dated, judged on those before",
                                percent(open.shareAt(early())),
                                percent(alone.before()),
                                percent(alone.atDeadline()),
                                percent(alone.total()),
                                null)));
    }

    private List<Object> standing(String offer, ExpiryPath path) {
        return Arrays.asList(
                offer,
                percent(path.expectedBy(early())),
                percent(path.expectedBy(terms.date)),
                null,
                percent(path.expectedTotal()),
                null);
    }

    /** Nothing where not half a soldier is meant. */
    private double percent(double share) {
        return share * open.game().population().size() < 0.5 ? 0 : 100 * share;
    }

    /** Whether one soldier or more goes, however the offer is put. */
    boolean moves() {
        return dated.protectedByCrowd().total() * open.game().population().size() >= 1;
    }

    /** Who has gone by when, in all three ways; of the two that may be withdrawn the one that is feared. */
    public Chart chart() {
        return Chart.paths(
                        open.game(),
                        open.waiting(),
                        Expiry.open(),
                        Expiry.hazard(terms.rate, terms.feared),
                        Expiry.at(terms.date))
                .titled(name);
    }

    @Override
    public String toString() {
        return "ThreeOffers[" + name + "]";
    }
}
