package io.github.breakranks.offer;

import io.github.breakranks.answer.Range;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.TableText;
import org.jspecify.annotations.Nullable;

/**
 * Whether a net gain rises with the share gone, on which "least" and "greatest" rest (Topkis 1979; Milgrom and Roberts 1990,
 * Econometrica 58:1255, doi 10.2307/2938316), and how that is known.
 *
 * @param rises  false if a fall was found
 * @param proven whether the slope's bound shows it, not only the shares looked at
 * @param fall   two shares between which the gain falls, null if none was found
 * @param drop   how much it falls between them [unit of the game], 0 if none was found
 */
public record Monotonicity(
        boolean rises, boolean proven, @Nullable Range fall, double drop) {
    private static final int LOOKS = 1024;
    private static final double ROUNDINGS = 4; // in one gain, in ulps of the largest amount known

    /** Looks at the slope's bound on [0, 1] first, and at 1,025 shares where that does not decide; a fall within rounding is none. */
    public static Monotonicity of(NetGain gain, Offer offer, int group) {
        if (gain.slopeOver(offer, group, new Range(0, 1)).low() >= 0) {
            return new Monotonicity(true, true, null, 0);
        }
        double before = gain.of(offer, group, 0);
        final double largest =
                Math.max(Math.abs(offer.worth()), Math.max(Math.abs(before), Math.abs(gain.of(offer, group, 1))));
        final double rounding = ROUNDINGS * Math.ulp(largest);
        for (int k = 1; k <= LOOKS; k++) {
            final double now = gain.of(offer, group, (double) k / LOOKS);
            if (Double.isNaN(now)) {
                throw Checks.refused(
                        "net gain must be finite [unit of the game], but was %s at share gone %s",
                        now, (double) k / LOOKS);
            }
            if (!(now >= before - Math.max(rounding, ROUNDINGS * Math.ulp(before)))) {
                return new Monotonicity(false, false, new Range((k - 1.0) / LOOKS, (double) k / LOOKS), before - now);
            }
            before = now;
        }
        return new Monotonicity(true, false, null, 0);
    }

    /** In words: that it rises and how that is known, or where it falls. */
    public String sentence() {
        if (fall != null) {
            return "the net gain falls by " + TableText.number(drop, 4) + " as the share gone rises from "
                    + TableText.number(fall.low(), 4) + " to " + TableText.number(fall.high(), 4);
        }
        return proven ? "the net gain rises with the share gone" : "the net gain rises over 1,025 shares looked at";
    }
}
