package io.github.breakranks.game;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.network.Exposure;
import io.github.breakranks.offer.Curve;
import io.github.breakranks.offer.NetGain;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.offer.Term;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Games and their reduced form: who goes, who has heard, and what is refused. */
class DefectionGameTest {
    private static final CostLaw LAW = CostLaw.normal(0.25, 0.12);
    private static final DefectionGame GAME =
            DefectionGame.of(Population.of(1000, LAW), Offer.cash(0.3), Reprisal.fading(0.4));

    private static String refused(Executable work) {
        return assertThrows(IllegalArgumentException.class, work).getMessage();
    }

    private static String illegal(Executable work) {
        return assertThrows(IllegalStateException.class, work).getMessage();
    }

    /** Phi(x) = reach F(G_offer(x)) + (1 - reach) F(G_none(x)). */
    @Test
    void theWillingAreThoseWhoHeardAndThoseWhoDidNot() {
        final DefectionGame some = GAME.with(Term.REACH, 0.3);
        for (double x : new double[] {0, 0.2, 0.5, 1}) {
            final double heard = LAW.cdf(0.3 - 0.4 * (1 - x));
            final double unheard = LAW.cdf(-0.4 * (1 - x));

            assertEquals(heard, GAME.willing(0, x), 1e-15);
            assertEquals(0.3 * heard + 0.7 * unheard, some.willing(0, x), 1e-15);
            assertEquals(1 - some.willing(0, x), some.unwilling(0, x), 1e-15);
            assertEquals(0.3 - 0.4 * (1 - x), some.gain(x), 1e-15);
            assertEquals(-0.4 * (1 - x), some.gainUnheard(x), 1e-15);
        }
        assertThrows(IndexOutOfBoundsException.class, () -> GAME.willing(1, 0.5));
        assertThrows(IndexOutOfBoundsException.class, () -> GAME.unwilling(-1, 0.5));
    }

    @Test
    void theTieRuleDecidesForTheIndifferent() {
        final DefectionGame law = DefectionGame.of(
                Population.of(10, CostLaw.atoms(new double[] {0.5}, new double[] {1})),
                Offer.cash(0.5),
                Reprisal.none());
        final DefectionGame list = law.withPopulation(Population.of(0.5, 0.5));

        assertEquals(1, law.willing(0, 0));
        assertEquals(0, law.withTies(TieRule.STAYS).willing(0, 0));
        assertEquals(0, law.unwilling(0, 0));
        assertEquals(1, law.withTies(TieRule.STAYS).unwilling(0, 0));
        assertTrue(list.goes(0, 0));
        assertFalse(list.withTies(TieRule.STAYS).goes(0, 0));
    }

    /** 100 x 0.29 is below 29 in doubles; thresholds are found on the gain at m/(n-1) itself (theory, cautions on A1). */
    @Test
    void granovettersHundredAsAGame() {
        final double[] costs =
                IntStream.range(0, 100).mapToDouble(k -> k / 99.0).toArray();
        final DefectionGame game = DefectionGame.of(
                Population.of(costs), Offer.none(), NetGain.of(Reprisal.none()).withSolidarity(1));

        assertEquals(Thresholds.of(IntStream.range(0, 100).toArray()), Thresholds.of(game));
    }

    /** He who has heard at some reach hears at every higher one; about as many hear as the reach says. */
    @Test
    void hearingIsNested() {
        final DefectionGame list = DefectionGame.of(Population.draw(10_000, LAW, 3), Offer.cash(0.3), Reprisal.none())
                .heardBy(77);
        int before = 0;
        for (double reach = 0; reach <= 1; reach += 0.125) {
            final DefectionGame now = list.with(Term.REACH, reach);
            final DefectionGame more = list.with(Term.REACH, Math.min(1, reach + 0.125));
            int heard = 0;
            for (int agent = 0; agent < 10_000; agent++) {
                heard += now.heard(agent) ? 1 : 0;
                assertTrue(!now.heard(agent) || more.heard(agent));
            }
            assertEquals(10_000 * reach, heard, 250); // 5 standard deviations
            assertTrue(heard >= before);
            before = heard;
        }
        assertEquals(10_000, before);
    }

    @Test
    void refusesListsWithoutASeedWhereNotAllHaveHeard() {
        final DefectionGame list =
                DefectionGame.of(Population.of(0.1, 0.2), Offer.cash(0.3).withReach(0.5), Reprisal.none());

        assertEquals(
                "an offer with reach 0.5 reaches some of the listed agents and not others;"
                        + " say who has heard of it with game.heardBy(seed)",
                illegal(() -> list.heard(0)));
        assertEquals(illegal(() -> list.heard(0)), illegal(() -> Thresholds.of(list)));
        assertTrue(list.with(Term.REACH, 1).heard(0));
        assertThrows(
                IndexOutOfBoundsException.class, () -> list.with(Term.REACH, 1).heard(2));
    }

    @Test
    void refusesQuestionsThatAreNotForIt() {
        final DefectionGame list = DefectionGame.of(Population.of(0.1, 0.2), Offer.cash(0.3), Reprisal.none());

        assertEquals(
                "listed agents go one by one: ask goes(agent, othersGone), or take the population's law()",
                illegal(() -> list.willing(0, 0.5)));
        assertEquals("othersGone must be in 0 to 1 [agents], but was 2", refused(() -> list.goes(0, 2)));
        assertEquals("othersGone must be in 0 to 1 [agents], but was -1", refused(() -> list.goes(0, -1)));
        assertEquals(
                "a law lists no agents; draw some with Population.draw(1000, law, seed)",
                illegal(() -> GAME.goes(0, 1)));
        assertEquals(
                "population must list its agents, but was Population[1000, normal(0.25, 0.12)];"
                        + " draw some with Population.draw(agents, law, seed)",
                refused(() -> Thresholds.of(GAME)));
    }

    @Test
    void refusesUnitsThatDiffer() {
        final Population dollars = Population.of(10, LAW).in("USD");

        assertEquals(
                "unit of the offer must be that of the population, USD, but was EUR",
                refused(() -> DefectionGame.of(dollars, Offer.cash(1).in("EUR"), Reprisal.none())));
        assertEquals(
                "USD", DefectionGame.of(dollars, Offer.cash(1), Reprisal.none()).unit());
        assertEquals(
                "EUR",
                DefectionGame.of(Population.of(10, LAW), Offer.cash(1).in("EUR"), Reprisal.none())
                        .unit());
        assertEquals("unit of the game", GAME.unit());
    }

    @Test
    void refusesGainsThatAreNotFinite() {
        final NetGain half = (offer, group, gone) -> gone == 0.5 ? Double.NaN : gone;
        final NetGain endless = (offer, group, gone) -> 1 / (1 - gone);

        assertEquals(
                "net gain must be finite [unit of the game], but was NaN at share gone 0.5",
                refused(() -> GAME.withGain(half)));
        assertEquals(
                "net gain must be finite [unit of the game], but was Infinity at share gone 1.0",
                refused(() -> GAME.withGain(endless)));
    }

    /** Those who have not heard reply to the gain without an offer: it must be finite too, or NaN passes into every answer. */
    @Test
    void refusesGainsThatAreNotFiniteWithoutTheOffer() {
        final NetGain onlyWithCash = (offer, group, gone) -> Math.log(offer.cash()) + gone;

        assertEquals(
                "net gain without the offer must be finite [unit of the game], but was -Infinity at share gone 0.0",
                refused(() -> GAME.withGain(onlyWithCash).with(Term.REACH, 0.5)));
        assertTrue(Double.isFinite(GAME.withGain(onlyWithCash).willing(0, 0.5)));
    }

    @Test
    void thresholdsNeedAGainThatRises() {
        final DefectionGame list = DefectionGame.of(
                Population.of(0.1, 0.2), Offer.cash(0.3), Reprisal.of(Curve.constant(1), Curve.linear(0, 0.2)));

        assertEquals(
                "net gain must rise with the share gone, but "
                        + list.monotonicity().sentence()
                        + "; ask EquilibriumSolver, which scans, or follow the law with a way back: MeanFieldCascade with"
                        + " Dynamics.withReturn()",
                refused(() -> Thresholds.of(list)));
    }

    @Test
    void monotonicityCoversThoseWhoHaveNotHeard() {
        final NetGain fallsWithout = (offer, group, gone) -> offer.cash() > 0 ? gone : -gone;
        final DefectionGame game = GAME.withGain(fallsWithout);

        assertTrue(game.monotonicity().rises());
        assertFalse(game.with(Term.REACH, 0.5).monotonicity().rises());
    }

    @Test
    void saysWhichTermsTheGainIgnores() {
        assertTrue(GAME.ignores(Term.FAMILY) && GAME.ignores(Term.BONUS));
        assertFalse(GAME.ignores(Term.CASH)
                || GAME.ignores(Term.REFUGE)
                || GAME.ignores(Term.CREDIBILITY)
                || GAME.ignores(Term.REACH));
        assertTrue(GAME.withOffer(Offer.none()).ignores(Term.CREDIBILITY));
        assertTrue(GAME.withOffer(Offer.none()).ignores(Term.REACH));
    }

    @Test
    void variesImmutably() {
        assertEquals(0.3, GAME.offer().cash());
        assertEquals(0.1, GAME.withOffer(Offer.cash(0.1)).offer().cash());
        assertEquals(0.3, GAME.offer().cash());
        assertEquals(0.3, GAME.withReprisal(Reprisal.none()).gain(0));
        assertEquals(Exposure.everybody(), GAME.on(Exposure.everybody()).exposure());
        assertEquals("everybody", GAME.exposure().toString());
        assertEquals(
                TieRule.STAYS, GAME.withTies(TieRule.STAYS).with(Term.CASH, 1).ties());
        assertEquals("DefectionGame[1000, normal(0.25, 0.12), cash 0.3]", GAME.toString());
        assertEquals(
                "DefectionGame[2 agents listed, cash 0.3]",
                GAME.withPopulation(Population.of(1, 2)).toString());
    }

    @Test
    void thresholdsAreWholeNumbersOfOthers() {
        final Thresholds thresholds = Thresholds.of(3, 0, 7);

        assertEquals(3, thresholds.agents());
        assertEquals(7, thresholds.othersNeeded(2));
        assertEquals("Thresholds[3 agents]", thresholds.toString());
        assertEquals(thresholds, Thresholds.of(3, 0, 7));
        assertEquals(thresholds.hashCode(), Thresholds.of(3, 0, 7).hashCode());
        assertNotEquals(thresholds, Thresholds.of(0, 3, 7));
        assertEquals("othersNeeded must have at least 1 agent [count], but was empty", refused(() -> Thresholds.of()));
        assertEquals("othersNeeded[1] must be >= 0 [agents], but was -2", refused(() -> Thresholds.of(0, -2)));
    }

    @Test
    void aGivenArrayMayChangeAfterwards() {
        final int[] given = {1, 2};
        final Thresholds thresholds = Thresholds.of(given);
        given[0] = 9;

        assertEquals(1, thresholds.othersNeeded(0));
    }
}
