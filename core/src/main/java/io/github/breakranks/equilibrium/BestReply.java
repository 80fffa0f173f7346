package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Range;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.offer.NetGain;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.population.CostLaw;

/** The best reply {@code Phi} of a law's population, its slope, and bounds on its slope, as the solver needs them. */
final class BestReply {
    private final DefectionGame game;
    private final CostLaw law;
    private final NetGain gain;
    private final Offer offer;
    private final double reach;

    BestReply(DefectionGame game) {
        this.game = game;
        this.law = game.population().law();
        this.gain = game.gain();
        this.offer = game.offer(0);
        this.reach = offer.reach();
    }

    /** {@code Phi(x) - x}, from whichever side keeps more digits. */
    double excess(double x) {
        return x <= 0.5 ? game.willing(0, x) - x : (1 - x) - game.unwilling(0, x);
    }

    /** {@code Phi'(x)}. */
    double slope(double x) {
        final double heard = law.density(game.gain(x)) * gain.slope(offer, 0, x);
        return reach == 1
                ? heard
                : reach * heard + (1 - reach) * law.density(game.gainUnheard(x)) * gain.slope(Offer.none(), 0, x);
    }

    /** Bounds on {@code Phi'} over a stretch; infinite where nothing is known. */
    Range slopeOver(double from, double to) {
        final Range stretch = new Range(from, to);
        final Range heard = slopeOver(offer, stretch);
        if (reach == 1) {
            return heard;
        }
        return Range.of(reach).times(heard).plus(Range.of(1 - reach).times(slopeOver(Offer.none(), stretch)));
    }

    private Range slopeOver(Offer put, Range stretch) {
        final Range slope = gain.slopeOver(put, 0, stretch);
        final double atFrom = gain.of(put, 0, stretch.low());
        if (slope.low() >= 0) {
            return law.densityOver(atFrom, Math.max(atFrom, gain.of(put, 0, stretch.high())))
                    .times(slope);
        }
        if (Double.isInfinite(slope.low()) || Double.isInfinite(slope.high())) {
            return Range.anything();
        }
        final double width = stretch.width();
        return law.densityOver(atFrom + Math.min(0, slope.low() * width), atFrom + Math.max(0, slope.high() * width))
                .times(slope);
    }
}
