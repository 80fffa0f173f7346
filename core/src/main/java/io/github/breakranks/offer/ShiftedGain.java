package io.github.breakranks.offer;

import io.github.breakranks.answer.Range;

/** A gain of someone's own, and an amount that depends on the share gone, added ({@code sign} 1) or taken off ({@code sign} -1). */
record ShiftedGain(NetGain gain, Curve amount, int sign) implements NetGain {

    @Override
    public double of(Offer offer, int group, double gone) {
        return gain.of(offer, group, gone) + sign * amount.at(gone);
    }

    @Override
    public double slope(Offer offer, int group, double gone) {
        return gain.slope(offer, group, gone) + sign * amount.slope(gone);
    }

    @Override
    public Range slopeOver(Offer offer, int group, Range gone) {
        final Range own = gain.slopeOver(offer, group, gone);
        final Range more = amount.slopeOver(gone.low(), gone.high());
        return sign > 0 ? own.plus(more) : own.minus(more);
    }

    @Override
    public double valueFor(Term term, Offer offer, int group, double gone, double wanted) {
        return gain.valueFor(term, offer, group, gone, wanted - sign * amount.at(gone));
    }

    @Override
    public NetGain withReprisal(Reprisal reprisal) {
        return new ShiftedGain(gain.withReprisal(reprisal), amount, sign);
    }
}
