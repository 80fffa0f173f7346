package io.github.breakranks.examples;

import io.github.breakranks.answer.Range;
import io.github.breakranks.offer.NetGain;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Term;
import java.util.List;

/**
 * Net gain where a higher rank has more to lose: reprisal takes more from it, and fades in a straight line as more go.
 *
 * <pre>{@code
 *   G_g(x) = credibility * (cash + refuge) + escrow - reprisal * stake_g * (1 - x)        [unit of the game]
 * }</pre>
 *
 * @param reprisal what a private must expect to lose if he is the first to go [unit of the game]
 * @param stakes   by group: how many times as much one of it has to lose
 */
record RankedGain(double reprisal, List<Double> stakes) implements NetGain {
    RankedGain {
        stakes = List.copyOf(stakes);
    }

    @Override
    public double of(Offer offer, int group, double gone) {
        return offer.worth() - loss(group) * (1 - gone);
    }

    private double loss(int group) {
        return reprisal * stakes.get(group);
    }

    @Override
    public double slope(Offer offer, int group, double gone) {
        return loss(group);
    }

    @Override
    public Range slopeOver(Offer offer, int group, Range gone) {
        return new Range(loss(group), loss(group));
    }

    @Override
    public double valueFor(Term term, Offer offer, int group, double gone, double gain) {
        return term == Term.REFUGE && offer.credibility() > 0
                ? (gain + loss(group) * (1 - gone) - offer.escrow()) / offer.credibility() - offer.cash()
                : NetGain.super.valueFor(term, offer, group, gone, gain);
    }
}
