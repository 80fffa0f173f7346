package io.github.breakranks.examples.job;

import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;

/**
 * One set of assumptions, which with a mean cost makes a game.
 *
 * @param reprisal    what the first to go must expect to lose [unit of the game]; fades as more go
 * @param credibility chance that the promise is kept, a share
 * @param reach       those who have heard of the offer, a share
 * @param spread      standard deviation of the private cost of going [unit of the game]
 */
record Assumption(double reprisal, double credibility, double reach, double spread) {

    /** The game of the case's soldiers before the offer that was made, their costs spread about this mean [unit of the game]. */
    DefectionGame game(Case history, double mean) {
        final String unit = history.base().name();
        final Population soldiers =
                Population.of(history.heads(), CostLaw.normal(mean, spread)).in(unit);
        final Offer land =
                Offer.refuge(1.0).withCredibility(credibility).withReach(reach).in(unit);
        return DefectionGame.of(soldiers, land, Reprisal.fading(reprisal));
    }
}
