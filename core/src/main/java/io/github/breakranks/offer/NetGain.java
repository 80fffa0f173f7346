package io.github.breakranks.offer;

import io.github.breakranks.answer.Range;
import java.util.Objects;

/**
 * What going gains a soldier over staying, before his own private cost: the one function under every solver.
 *
 * <pre>{@code
 *   G(x) = credibility * (cash + refuge) + escrow + solidarity(x) - reprisal(x) - staying(x)      [unit of the game]
 *
 *   goes  <=>  G(x) - c >= 0        x  share of the others gone,   c  his private cost
 * }</pre>
 *
 * <p>{@link #of(Reprisal)} is that formula. A gain of your own implements {@link #of(Offer, int, double)}; it should rise with the
 * share gone and with every term of the offer. Where it falls with the share gone, solvers notice and make no claims that need it to
 * rise. It takes the offer, so that design can vary it.
 */
@FunctionalInterface
public interface NetGain {

    /**
     * The net gain before private cost.
     *
     * @param offer what is put before him
     * @param group which group he belongs to; 0 where there is but one
     * @param gone  share of the others gone, in [0, 1]
     * @return net gain [unit of the game], finite
     */
    double of(Offer offer, int group, double gone);

    /** How fast the gain rises with the share gone; by differences unless a gain knows better. */
    default double slope(Offer offer, int group, double gone) {
        final double from = Math.max(0, gone - 0x1p-20);
        final double to = Math.min(1, gone + 0x1p-20);
        return (of(offer, group, to) - of(offer, group, from)) / (to - from);
    }

    /** Bounds on the slope: no value of it between two shares lies outside; {@link Range#anything} if not known. */
    default Range slopeOver(Offer offer, int group, Range gone) {
        return Range.anything();
    }

    /**
     * The value of one term at which the gain is {@code gain} when such a share has gone, all other terms as in the offer.
     *
     * <p>By bisection over the term's range unless a gain knows better; the gain must not fall in the term. Minus infinity if the gain
     * is higher already at the term's lowest value, infinity if no value brings it so high. A gain with a formula of its own may answer
     * outside the term's range.
     */
    default double valueFor(Term term, Offer offer, int group, double gone, double gain) {
        return TermSearch.valueFor(term, value -> of(offer.with(term, value), group, gone), gain);
    }

    /** The standard gain: the offer's worth less this reprisal. */
    static NetGain of(Reprisal reprisal) {
        return new StandardGain(Objects.requireNonNull(reprisal, "reprisal"), StandardGain.ZERO, StandardGain.ZERO);
    }

    /** This gain and what company is worth: an amount that depends on the share gone [unit of the game]. */
    default NetGain withSolidarity(Curve solidarity) {
        return new ShiftedGain(this, Objects.requireNonNull(solidarity, "solidarity"), 1);
    }

    /** This gain and what company is worth: {@code amount * gone} [unit of the game]. */
    default NetGain withSolidarity(double amount) {
        return withSolidarity(Curve.rising(amount, 1));
    }

    /** This gain less what staying is worth (pay, and the hope to live): an amount that depends on the share gone [unit of the game]. */
    default NetGain withStaying(Curve staying) {
        return new ShiftedGain(this, Objects.requireNonNull(staying, "staying"), -1);
    }

    /** This gain less what staying is worth [unit of the game], however many have gone. */
    default NetGain withStaying(double amount) {
        return withStaying(Curve.constant(amount));
    }

    /** This gain under another reprisal; only the standard gain has one to replace. */
    default NetGain withReprisal(Reprisal reprisal) {
        throw new IllegalStateException(
                "this net gain has no reprisal of its own; build a new one with NetGain.of(reprisal)");
    }
}
