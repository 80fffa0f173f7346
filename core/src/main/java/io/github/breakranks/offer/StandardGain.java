package io.github.breakranks.offer;

import io.github.breakranks.answer.Range;
import java.util.Objects;

/** {@code credibility * (cash + refuge) + escrow + solidarity(x) - reprisal(x) - staying(x)}. */
record StandardGain(Reprisal reprisal, Curve solidarity, Curve staying) implements NetGain {
    static final Curve ZERO = Curve.constant(0);

    @Override
    public double of(Offer offer, int group, double gone) {
        double gain = offer.worth() - reprisal.loss(gone, offer.family());
        if (solidarity != ZERO) {
            gain += solidarity.at(gone);
        }
        return staying == ZERO ? gain : gain - staying.at(gone);
    }

    @Override
    public double slope(Offer offer, int group, double gone) {
        double slope = -reprisal.slope(gone, offer.family());
        if (solidarity != ZERO) {
            slope += solidarity.slope(gone);
        }
        return staying == ZERO ? slope : slope - staying.slope(gone);
    }

    @Override
    public Range slopeOver(Offer offer, int group, Range gone) {
        Range slope = Range.of(0).minus(reprisal.slopeOver(gone.low(), gone.high(), offer.family()));
        if (solidarity != ZERO) {
            slope = slope.plus(solidarity.slopeOver(gone.low(), gone.high()));
        }
        return staying == ZERO ? slope : slope.minus(staying.slopeOver(gone.low(), gone.high()));
    }

    /** The gain is linear in each term, so the term's value is a quotient; it may lie outside the term's range. */
    @Override
    public double valueFor(Term term, Offer offer, int group, double gone, double gain) {
        final double without;
        final double perUnit;
        switch (term) {
            case CASH, REFUGE -> {
                without = of(offer.with(term, 0), group, gone);
                perUnit = offer.credibility();
            }
            case ESCROW -> {
                without = of(offer.with(term, 0), group, gone);
                perUnit = 1;
            }
            case CREDIBILITY, FAMILY -> {
                without = of(offer.with(term, 0), group, gone);
                perUnit = of(offer.with(term, 1), group, gone) - without;
            }
            default -> {
                without = of(offer, group, gone);
                perUnit = 0;
            }
        }
        if (perUnit == 0) {
            return without > gain ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        return (gain - without) / perUnit;
    }

    @Override
    public NetGain withSolidarity(Curve more) {
        return new StandardGain(reprisal, plus(solidarity, more), staying);
    }

    @Override
    public NetGain withStaying(Curve more) {
        return new StandardGain(reprisal, solidarity, plus(staying, more));
    }

    @Override
    public NetGain withReprisal(Reprisal newReprisal) {
        return new StandardGain(Objects.requireNonNull(newReprisal, "newReprisal"), solidarity, staying);
    }

    private static Curve plus(Curve present, Curve more) {
        Objects.requireNonNull(more, "more");
        return present == ZERO ? more : present.plus(more);
    }

    @Override
    public String toString() {
        return "NetGain[" + reprisal
                + (solidarity == ZERO ? "" : ", solidarity " + solidarity)
                + (staying == ZERO ? "]" : ", staying " + staying + "]");
    }
}
