package io.github.breakranks.design;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.offer.NetGain;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.offer.Term;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import org.junit.jupiter.api.Test;

/** How many take an offer up as more hear of it. */
class ReachTakeUpTest {

    /**
     * Costs so alike that hardly anybody goes alone, whoever has heard: the reach at which a hundredth would rest is 4e31 and that at which
     * two thirds would is far below 0. No reach brings them from nobody, and everybody stays gone at none.
     */
    @Test
    void reachesFarOutsideTheirRangeAreStillInOrder() {
        final DefectionGame game = DefectionGame.of(
                Population.of(1000, CostLaw.normal(0.0366, 0.0304)),
                Offer.cash(0.0162).withRefuge(0.0564).withCredibility(0.2),
                NetGain.of(Reprisal.fading(0.3653)).withSolidarity(0.7638).withStaying(-0.0064));
        final LawTakeUp takeUp = new LawTakeUp(game, Instrument.of(Term.REACH));

        for (double reach : new double[] {0, 0.5, 1}) {
            for (boolean greatest : new boolean[] {false, true}) {
                assertEquals(
                        RoundByRound.rest(game.with(Term.REACH, reach), greatest),
                        takeUp.shares(reach, greatest, false)[0],
                        1e-9);
            }
        }
        assertFalse(takeUp.need(0.01, Reliance.LEAST).within(1));
        assertFalse(takeUp.need(0.9, Reliance.LEAST).within(1));
        assertEquals(new Need(0, true), takeUp.need(0.9, Reliance.BEST));
    }
}
