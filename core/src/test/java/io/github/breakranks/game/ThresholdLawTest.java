package io.github.breakranks.game;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.breakranks.RandomGames;
import io.github.breakranks.Seeds;
import io.github.breakranks.offer.NetGain;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ThresholdLawTest {

    @Provide
    Arbitrary<CostLaw> laws() {
        return Arbitraries.oneOf(RandomGames.laws(), RandomGames.atoms());
    }

    @Provide
    Arbitrary<NetGain> gains() {
        return RandomGames.risingGains();
    }

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("Xoshiro256PlusPlus").create(seed);
    }

    /** The thresholds of the costs that the same random numbers draw; rounding may move one in a thousand by one. */
    @Property(tries = 300, seed = Seeds.USUAL)
    void drawsTheThresholdsOfTheCostsThatWouldBeDrawn(
            @ForAll("laws") CostLaw law, @ForAll("gains") NetGain gain, @ForAll long seed) {
        final int agents = 1_000;
        final DefectionGame game = DefectionGame.of(Population.of(agents, law), Offer.cash(0.3), gain);
        for (int sees : new int[] {999, 4}) {
            final Thresholds drawn = ThresholdLaw.of(game, sees).draw(random(seed));
            final Thresholds listed = Thresholds.of(game.withPopulation(Population.draw(agents, law, seed)), sees);
            int off = 0;
            for (int agent = 0; agent < agents; agent++) {
                off += drawn.othersNeeded(agent) == listed.othersNeeded(agent) ? 0 : 1;
            }
            assertEquals(0, off, 1, () -> game + ", sees " + sees);
        }
    }

    /** Where word reaches some only: by group, the law's best reply at every share. */
    @Test
    void itsLawIsTheBestReply() {
        final DefectionGame game = DefectionGame.of(
                        Population.join(
                                Population.of(30, CostLaw.normal(0.2, 0.1)).named("a"),
                                Population.of(71, CostLaw.uniform(0, 1)).named("b")),
                        Offer.cash(0.4).withReach(0.6),
                        Reprisal.fading(0.3))
                .withOffer("b", Offer.cash(0.1));
        final ThresholdLaw law = ThresholdLaw.of(game);

        for (int m = 0; m <= 100; m++) {
            assertEquals(game.willing(0, m / 100.0), law.atMost(0, m));
            assertEquals(game.willing(1, m / 100.0), law.atMost(1, m));
        }
        final int[] met = new int[2];
        final RandomGenerator random = random(6);
        for (int draw = 0; draw < 2_000; draw++) {
            final Thresholds army = law.draw(random);
            for (int agent = 0; agent < 101; agent++) {
                met[agent < 30 ? 0 : 1] += army.othersNeeded(agent) <= 50 ? 1 : 0;
            }
        }
        assertEquals(law.atMost(0, 50), met[0] / 60_000.0, 5 * Math.sqrt(0.25 / 60_000));
        assertEquals(law.atMost(1, 50), met[1] / 142_000.0, 5 * Math.sqrt(0.25 / 142_000));
    }

    @Test
    void aLoneAgentSeesNobody() {
        final DefectionGame game =
                DefectionGame.of(Population.of(1, CostLaw.uniform(0, 1)), Offer.cash(0.5), Reprisal.fading(0.2));

        assertEquals(0.3, ThresholdLaw.of(game).atMost(0, 0), 1e-15);
    }

    @Test
    void refusesLists() {
        final DefectionGame list = DefectionGame.of(Population.of(0.1, 0.2), Offer.cash(0.5), Reprisal.none());

        assertEquals(
                "population must be a law, but was Population[2 agents listed]; take Thresholds.of(game)",
                assertThrows(IllegalArgumentException.class, () -> ThresholdLaw.of(list))
                        .getMessage());
    }
}
