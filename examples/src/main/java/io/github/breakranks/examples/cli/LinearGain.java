package io.github.breakranks.examples.cli;

import io.github.breakranks.answer.Range;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.offer.NetGain;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;

/**
 * {@code G(x) = base + slope x}, rounded once, whatever the offer.
 *
 * @param base  the gain when nobody has gone [unit of the game], finite
 * @param slope what it rises by until all have gone [unit of the game], finite, may be negative
 */
record LinearGain(double base, double slope) implements NetGain {
    private static final int HEADS = 1_000_000; // a continuum: no share depends on it

    /** The game whose rest points solve {@code x = F(base + slope x)}. */
    static DefectionGame game(CostLaw law, double base, double slope) {
        return DefectionGame.of(Population.of(HEADS, law), Offer.none(), new LinearGain(base, slope));
    }

    @Override
    public double of(Offer offer, int group, double gone) {
        return Math.fma(slope, gone, base);
    }

    @Override
    public double slope(Offer offer, int group, double gone) {
        return slope;
    }

    @Override
    public Range slopeOver(Offer offer, int group, Range gone) {
        return Range.of(slope);
    }
}
