package io.github.breakranks.design;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Range;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.design.SingleOffer.Kind;
import io.github.breakranks.design.SingleOffer.Terms;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.game.TieRule;
import io.github.breakranks.network.Exposure;
import io.github.breakranks.offer.NetGain;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.offer.Term;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The best single offer: known answers, jumps, atoms, groups and refusals. */
class TakeItOrLeaveItTest {

    private static DefectionGame alone(CostLaw law) {
        return DefectionGame.of(Population.of(1000, law), Offer.cash(0), Reprisal.none());
    }

    private static double worst(Answer<SingleOffer> answer) {
        return assertInstanceOf(Certificate.Numeric.class, answer.certificate(), answer.certificate()::sentence)
                .worst();
    }

    /** V = p + F/f on [0, 1]: p = V/2. */
    @Test
    void evenCosts() {
        final Answer<SingleOffer> answer = TakeItOrLeaveIt.of(1.2).solve(alone(CostLaw.uniform(0, 1)));
        final SingleOffer offer = answer.orElseThrow();

        assertEquals(0.6, offer.cash(), 1e-12);
        assertEquals(0.6, offer.share(), 1e-12);
        assertEquals(0.36, offer.surplus(), 1e-12);
        assertEquals(360, offer.total(), 1e-9);
        assertEquals(360, offer.outlay(), 1e-9);
        assertTrue(offer.attained());
        assertEquals(Kind.STATIONARY, offer.kind());
        assertEquals(Optional.of(true), offer.regular());
        assertTrue(worst(answer) < 3e-5);
        assertEquals("SingleOffer[cash 0.6, share 0.6, surplus 0.36]", offer.toString());
        assertEquals(
                "Cash 0.6 brings 0.6 of the soldiers and gains the host 0.36 for each soldier there is: a little more would bring as"
                        + " much as it costs. Virtual costs rise, so no other cash is as good.",
                offer.explain());
    }

    /** Normal(1, .4), V = 1.5: .9993368. */
    @Test
    void normalCosts() {
        final CostLaw law = CostLaw.normal(1, 0.4);
        final SingleOffer offer = TakeItOrLeaveIt.of(1.5).solve(alone(law)).orElseThrow();

        assertEquals(0.9993368, offer.cash(), 5e-8);
        assertEquals(1.5, offer.cash() + law.cdf(offer.cash()) / law.density(offer.cash()), 1e-9);
    }

    /** A worth beyond the virtual cost of the last: all are hired at his cost. */
    @ParameterizedTest(name = "worth {0}: cash {1}")
    @CsvSource({"2.5, 1", "2, 1", "1.9, .95", ".1, .05"})
    void endsOfTheSupport(double worth, double cash) {
        final SingleOffer offer =
                TakeItOrLeaveIt.of(worth).solve(alone(CostLaw.uniform(0, 1))).orElseThrow();

        assertEquals(cash, offer.cash(), 1e-7);
        assertEquals(cash, offer.share(), 1e-7);
        assertEquals(worth >= 2 ? worth - 1 : worth * worth / 4, offer.surplus(), 1e-14);
    }

    @Test
    void nobodyIsWorthHiring() {
        final Answer<SingleOffer> answer = TakeItOrLeaveIt.of(0.5).solve(alone(CostLaw.uniform(0.6, 1)));

        assertEquals("SingleOffer[none is worth it]", answer.orElseThrow().toString());
        assertEquals(
                "Nobody is worth hiring: no cash below the worth of 0.5 and within bounds brings anybody.",
                answer.orElseThrow().explain());
        assertEquals(0, answer.orElseThrow().surplus());
        assertEquals(
                "proven: the least cash is not below the worth",
                TakeItOrLeaveIt.of(0)
                        .solve(alone(CostLaw.uniform(0, 1)))
                        .certificate()
                        .sentence());
    }

    /** Costs even on [.2, .8], company worth 1: all or nobody, above cash .2, which itself brings nobody. */
    @Test
    void theBestIsASupremumAtTheTippingOffer() {
        final DefectionGame game = DefectionGame.of(
                Population.of(1000, CostLaw.uniform(0.2, 0.8)),
                Offer.cash(0),
                NetGain.of(Reprisal.none()).withSolidarity(1));
        final Answer<SingleOffer> answer = TakeItOrLeaveIt.of(1).solve(game);
        final SingleOffer offer = answer.orElseThrow();

        assertEquals(0.2, offer.cash(), 1e-12);
        assertEquals(1, offer.share(), 1e-12);
        assertEquals(0.8, offer.surplus(), 1e-12);
        assertFalse(offer.attained());
        assertEquals(Kind.TIPPING, offer.kind());
        assertEquals(Optional.empty(), offer.regular());
        assertTrue(worst(answer) < 3e-5);
        assertEquals(
                "Cash just above 0.2 brings 1 of the soldiers and gains the host 0.8 for each soldier there is: just above it the"
                        + " share jumps. That is a supremum and not attained: at it exactly fewer come, and the higher the cash above"
                        + " it, the less is gained.",
                offer.explain());
    }

    /** The four lines of the front door tip above cash .2215, from 23% to 95%; from worth .5 on it pays to go there. */
    @Test
    void aFoldIsWorthItOrNot() {
        final DefectionGame game = DefectionGame.of(
                Population.of(30_000, CostLaw.normal(0.25, 0.12)),
                Offer.cash(0.21).withRefuge(0.3).withCredibility(0.9),
                Reprisal.fading(0.4));
        final Answer<SingleOffer> high = TakeItOrLeaveIt.of(0.5).solve(game);

        assertEquals(0.2215002, high.orElseThrow().cash(), 5e-8);
        assertEquals(0.9525, high.orElseThrow().share(), 5e-5);
        assertFalse(high.orElseThrow().attained());
        assertTrue(worst(high) < 1e-4);
        final SingleOffer low = TakeItOrLeaveIt.of(0.1).solve(game).orElseThrow();
        assertTrue(low.attained());
        assertTrue(low.share() < 0.05);
    }

    /** Thirty of a hundred at cost .1, the rest at .5: both amounts are candidates, and ties decide whether they are had. */
    @ParameterizedTest(name = "worth {0}: cash {1}, share {2}")
    @CsvSource({".6, .1, .3", ".8, .5, 1", ".05, 0, 0"})
    void atoms(double worth, double cash, double share) {
        final DefectionGame game = alone(CostLaw.atoms(new double[] {0.1, 0.5}, new double[] {0.3, 0.7}));
        final SingleOffer goes = TakeItOrLeaveIt.of(worth).solve(game).orElseThrow();
        final SingleOffer stays =
                TakeItOrLeaveIt.of(worth).solve(game.withTies(TieRule.STAYS)).orElseThrow();

        assertEquals(cash, goes.cash(), 1e-15);
        assertEquals(share, goes.share(), 1e-15);
        assertTrue(goes.attained());
        assertEquals(cash, stays.cash(), 1e-15);
        assertEquals(share, stays.share(), 1e-15);
        assertEquals(share == 0, stays.attained());
    }

    /** Two clusters of costs: V = p + F/f has several solutions, and the better is taken. */
    @ParameterizedTest(name = "worth {0}")
    @CsvSource({"0.5", "0.9", "1.2", "1.5", "2"})
    void irregularCostsAreSearchedThroughout(double worth) {
        final CostLaw law = CostLaw.mixture(0.4, CostLaw.normal(0.2, 0.03), CostLaw.normal(0.8, 0.03));
        final Answer<SingleOffer> answer = TakeItOrLeaveIt.of(worth).solve(alone(law));
        double best = 0;
        for (int n = 0; n <= 40_000; n++) {
            final double cash = worth * n / 40_000;
            best = Math.max(best, (worth - cash) * law.cdf(cash));
        }

        assertEquals(best, answer.orElseThrow().surplus(), 1e-6);
        assertTrue(answer.orElseThrow().surplus() >= best - 1e-12);
        assertEquals(Optional.of(false), answer.orElseThrow().regular());
        assertTrue(worst(answer) < 3e-5);
    }

    @Test
    void groupsThatNeverMeetAreOfferedTheirOwn() {
        final DefectionGame game = DefectionGame.of(
                        Population.join(
                                Population.of(100, CostLaw.uniform(0, 1)).named("privates"),
                                Population.of(300, CostLaw.uniform(0.5, 1)).named("officers")),
                        Offer.cash(0),
                        Reprisal.none())
                .on(Exposure.homophily(1));
        final Answer<SingleOffer> answer =
                TakeItOrLeaveIt.of(1.2).forEachGroup().solve(game);
        final SingleOffer offer = answer.orElseThrow();

        assertEquals(0.6, offer.cash("privates"), 1e-9);
        assertEquals(0.85, offer.cash("officers"), 1e-9);
        assertEquals(0.25 * 0.36 + 0.75 * 0.35 * 0.7, offer.surplus(), 1e-9);
        assertTrue(worst(answer) < 3e-5);
        assertEquals("SingleOffer[cash by group, share 0.675, surplus 0.2737]", offer.toString());
        assertEquals(
                "to        cash [unit of the game]  comes [share]  count [soldiers]  surplus [unit of the game]\n"
                        + "privates                      0.6            0.6                60                          36\n"
                        + "officers                     0.85            0.7               210                        73.5\n",
                offer.table().text());
        // One cash for all: (1.2 - p) (.25 p + .75 (2 p - 1)), so p = (1.2 + .75/1.75) / 2.
        final SingleOffer one = TakeItOrLeaveIt.of(1.2).solve(game).orElseThrow();
        assertEquals((1.2 + 0.75 / 1.75) / 2, one.cash(), 1e-6);
        assertTrue(one.surplus() < offer.surplus());
    }

    @Test
    void groupsThatMeetAreSearchedOneAtATimeWhichProvesNothing() {
        final DefectionGame game = DefectionGame.of(
                Population.join(
                        Population.of(100, CostLaw.normal(0.3, 0.2)).named("privates"),
                        Population.of(100, CostLaw.normal(0.7, 0.2)).named("officers")),
                Offer.cash(0),
                Reprisal.fading(0.1));
        final SingleOffer one = TakeItOrLeaveIt.of(1).solve(game).orElseThrow();
        final Answer<SingleOffer> own = TakeItOrLeaveIt.of(1).forEachGroup().solve(game);

        assertTrue(own.orElseThrow().surplus() > one.surplus());
        assertTrue(own.orElseThrow().cash("officers") > own.orElseThrow().cash("privates"));
        assertEquals(
                "not proven: cash was varied for all groups at once on a grid, then one group's at a time: amounts between may gain"
                        + " more",
                own.certificate().sentence());
    }

    /** Officers, of whom one counts for three, bring the men: paying them more and the men less gains 5% over any one step. */
    @Test
    void officersAreBoughtToBringTheMen() {
        final DefectionGame game = DefectionGame.of(
                Population.join(
                        Population.of(900, CostLaw.normal(0.25, 0.12)).named("men"),
                        Population.of(100, CostLaw.normal(0.4, 0.1))
                                .named("officers")
                                .withInfluence(3)),
                Offer.none().withRefuge(0.3),
                Reprisal.fading(0.4));
        final SingleOffer offer =
                TakeItOrLeaveIt.of(0.5).forEachGroup().solve(game).orElseThrow();
        final double[] shares =
                LeastShares.of(game.with("men", Term.CASH, 0.1425).with("officers", Term.CASH, 0.39), false);
        final double byHand = 0.9 * shares[0] * (0.5 - 0.1425) + 0.1 * shares[1] * (0.5 - 0.39);

        assertEquals(0.30664, byHand, 5e-6, "a grid of cash to both");
        assertTrue(offer.surplus() >= byHand, offer::toString);
        assertTrue(offer.cash("officers") > 2 * offer.cash("men"));
    }

    @Test
    void boundsOnCashAreKept() {
        final SingleOffer offer = TakeItOrLeaveIt.of(1.2)
                .between(0.1, 0.4)
                .solve(alone(CostLaw.uniform(0, 1)))
                .orElseThrow();

        assertEquals(0.4, offer.cash());
        assertEquals(Kind.BOUND, offer.kind());
    }

    @Test
    void aFalseOfferIsNotCertified() {
        final DefectionGame game = alone(CostLaw.uniform(0, 1));
        final Range range = new Range(0, 1.2);
        final Terms terms = new Terms(1.2, Kind.STATIONARY, true);

        assertEquals(
                "not proven: at cash 0.5 a share of 0.5 comes, not 0.6",
                SingleOfferVerifier.certify(
                                new SingleOffer(game, terms, new double[] {0.5}, new double[] {0.6}, null),
                                range,
                                Watch.none())
                        .sentence());
        final Certificate.Numeric poor = (Certificate.Numeric) SingleOfferVerifier.certify(
                new SingleOffer(game, terms, new double[] {0.5}, new double[] {0.5}, null), range, Watch.none());
        assertEquals(0.01, poor.worst(), 0.02);
        assertTrue(poor.worst() >= 0.01);
    }

    @Test
    void refusesAndStops() {
        final DefectionGame game = alone(CostLaw.uniform(0, 1));
        refused(
                "worth must be finite and >= 0.0 [unit of the game], but was NaN",
                () -> TakeItOrLeaveIt.of(Double.NaN));
        refused("worth must be finite and >= 0.0 [unit of the game], but was -1.0", () -> TakeItOrLeaveIt.of(-1));
        refused(
                "least cash must be finite and >= 0.0 [unit of the game], but was -0.5",
                () -> TakeItOrLeaveIt.of(1).between(-0.5, 1));
        refused(
                "population must be a law, but was Population[2 agents listed]; take Population.of(heads, population.law())",
                () -> TakeItOrLeaveIt.of(1).solve(game.withPopulation(Population.of(0.1, 0.2))));
        final Answer<SingleOffer> crowded = TakeItOrLeaveIt.of(1)
                .solve(game.withGain(NetGain.of(Reprisal.none()).withSolidarity(-0.5)));
        assertInstanceOf(Answer.Stopped.class, crowded);
        assertInstanceOf(Answer.Stopped.class, TakeItOrLeaveIt.of(1).solve(game, Watch.limit(Duration.ofNanos(1))));
        assertEquals(
                0, TakeItOrLeaveIt.of(1).solve(game.with(Term.REACH, 0)).value().share());
    }

    /** Whom word does not reach cannot round the share of those whom it does above 1: three atoms, every cash tried by counting. */
    @ParameterizedTest(name = "reach {0}")
    @CsvSource({".05", ".3", ".66", ".95"})
    void atomsOfWhomWordReachesSome(double reach) {
        final DefectionGame game = DefectionGame.of(
                Population.of(100, CostLaw.atoms(new double[] {0.1, 0.3, 0.5}, new double[] {0.2, 0.4, 0.4})),
                Offer.none().withReach(reach),
                Reprisal.fading(0.2));
        final SingleOffer offer = TakeItOrLeaveIt.of(0.66).solve(game).orElseThrow();
        double best = 0;
        for (int n = 0; n <= 6600; n++) {
            final double cash = n / 10_000.0 + 1e-9;
            best = Math.max(best, (0.66 - cash) * LeastShares.of(game.with(Term.CASH, cash), false)[0]);
        }

        assertEquals(best, offer.surplus(), 1e-4, "a step of the grid");
        assertTrue(offer.surplus() >= best - 1e-8);
    }

    /** What was not looked for is not said to be worth nothing. */
    @Test
    void aStoppedAnswerSaysSo() {
        final SingleOffer offer = TakeItOrLeaveIt.of(1)
                .solve(alone(CostLaw.uniform(0, 1)), Watch.limit(Duration.ofNanos(1)))
                .value();

        assertEquals(Kind.UNKNOWN, offer.kind());
        assertEquals("SingleOffer[not looked for to the end]", offer.toString());
        assertEquals("The best cash was not looked for to the end, so that it is not known.", offer.explain());
    }

    /** A gain in which cash plays no part: the least there may be is as good as any. */
    @Test
    void aGainThatIgnoresCashIsSaid() {
        final DefectionGame game =
                DefectionGame.of(Population.of(100, CostLaw.uniform(0, 1)), Offer.none(), (offer, group, gone) -> 0.4);

        assertEquals(
                "Cash 0 brings 0.4 of the soldiers and gains the host 0.4 for each soldier there is: what a soldier gains does"
                        + " not change with cash, so that the least is as good as any.",
                TakeItOrLeaveIt.of(1).solve(game).orElseThrow().explain());
        assertEquals(
                "Nobody is worth hiring: no cash below the worth of 1 and within bounds brings anybody. What a soldier gains"
                        + " does not change with cash.",
                TakeItOrLeaveIt.of(1)
                        .solve(game.withGain((offer, group, gone) -> -1))
                        .orElseThrow()
                        .explain());
    }

    private static void refused(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
