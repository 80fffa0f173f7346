package io.github.breakranks.timing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.RandomGames;
import io.github.breakranks.Seeds;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.offer.Expiry;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Theorems on two periods. */
class TwoPeriodOfferPropertyTest {
    private static final double CLOSE = 1e-12;

    private static TwoPeriodOffer even(double worth, double part, double patience) {
        Assume.that(worth > 0 && part < 1);
        return TwoPeriodOffer.of(worth, worth * part).withPatience(patience);
    }

    @Property(seed = Seeds.USUAL)
    void fearAlwaysEnlargesTheFirstWave(
            @ForAll("share") double worth,
            @ForAll("share") double part,
            @ForAll("share") double patience,
            @ForAll("share") double chance,
            @ForAll("share") double less) {
        final TwoPeriodOffer offer = even(worth, part, patience);

        assertTrue(offer.withChance(chance * less).waves().first()
                >= offer.withChance(chance).waves().first() - CLOSE);
    }

    @Property(seed = Seeds.USUAL)
    void aSecondDayNeverLowersTheExpectedTotalIfBeliefsAreTrue(
            @ForAll("share") double worth,
            @ForAll("share") double part,
            @ForAll("share") double patience,
            @ForAll("share") double chance) {
        final TwoPeriodOffer offer = even(worth, part, patience);
        final double once = worth * (1 - part);

        assertTrue(offer.withChance(chance).waves().expectedTotal() >= once - CLOSE);
        assertEquals(once, offer.withChance(0).waves().expectedTotal(), CLOSE);
        assertEquals(once, offer.withPatience(1).withChance(chance).waves().expectedTotal(), CLOSE);
        assertEquals(
                worth,
                TwoPeriodOffer.of(worth, 0)
                        .withPatience(patience)
                        .withChance(chance)
                        .waves()
                        .expectedTotal(),
                CLOSE);
    }

    /** The search for any law finds what the formula says, and what the solver for schedules finds on two dates. */
    @Property(tries = 300, seed = Seeds.USUAL)
    void formulaSearchAndScheduleAgree(
            @ForAll("share") double worth, @ForAll("share") double part, @ForAll("inside") double chance) {
        final TwoPeriodOffer offer = even(worth, part, 1).withChance(chance);
        final TwoWaves waves = offer.waves();
        final TwoWaves searched = offer.withCosts(CostLaw.beta(1, 1)).waves(); // the same law by another name

        assertEquals(waves.first(), searched.first(), CLOSE);
        assertEquals(waves.second(), searched.second(), CLOSE);
        final DefectionGame game = DefectionGame.of(
                Population.of(100, CostLaw.uniform(0, 1)), Offer.cash(worth), Reprisal.fading(worth * part));
        final double horizon = -Math.log(chance);
        final SchedulePath path = ScheduleSolver.solver(Waiting.at(1), horizon)
                .withDates(2)
                .solve(game.withOffer(Offer.cash(worth).withExpiry(Expiry.at(horizon))))
                .orElseThrow();
        assertEquals(waves.first(), path.share(0), CLOSE);
        assertEquals(waves.second(), path.share(1), CLOSE);
    }

    /** Of any law, the marginal soldier gains as much today as tomorrow. */
    @Property(tries = 300, seed = Seeds.USUAL)
    void theMarginalSoldierIsIndifferent(
            @ForAll("laws") CostLaw law,
            @ForAll("share") double worth,
            @ForAll("share") double reprisal,
            @ForAll("inside") double chance) {
        Assume.that(!law.equals(CostLaw.uniform(0, 1)));
        final TwoWaves waves =
                new TwoPeriodOffer(worth, reprisal, 1, new TwoPeriodOffer.Chances(chance, chance), law).waves();
        Assume.that(waves.first() > 1e-9 && waves.first() < 1 - 1e-9);

        final double today = worth - reprisal - waves.firstCutoff();
        final double tomorrow = chance * (worth - reprisal * (1 - waves.first()) - waves.firstCutoff());
        assertEquals(today, Math.max(0, tomorrow), CLOSE);
        assertEquals(law.cdf(waves.firstCutoff()), waves.first(), CLOSE);
    }

    @Provide
    Arbitrary<Double> share() {
        return RandomGames.between(0, 1);
    }

    @Provide
    Arbitrary<Double> inside() {
        return RandomGames.between(0.4, 0.99);
    }

    @Provide
    Arbitrary<CostLaw> laws() {
        return RandomGames.laws();
    }
}
