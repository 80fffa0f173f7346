package io.github.breakranks.regime;

import io.github.breakranks.answer.Table;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.NormalTail;
import java.util.Locale;

/**
 * Up to which strength a regime falls that manipulates what soldiers see, and how much it manipulates.
 *
 * <p>Without manipulation it falls up to {@code 1 - needed} however precise news is. With it, it falls less often, and (for effort that is
 * quadratic, so far as is known) the less the more precise the news.
 *
 * <p>In Edmond's words: theta* is {@link #criticalStrength}, x* {@link #cutoff}, a(theta) {@link #manipulation}, and S {@link #shareAt}.
 *
 * @param regime           the regime
 * @param criticalStrength up to which it falls
 * @param cutoff           below which news a soldier goes [strength]
 */
public record Manipulation(ManipulatedRegime regime, double criticalStrength, double cutoff) {

    /** What it would be if the regime could not manipulate. */
    public double criticalStrengthIfHonest() {
        return 1 - regime.needed();
    }

    /** How much stronger a regime of this strength makes itself look: nothing if it falls; jumps up at the critical strength. */
    public double manipulation(double strength) {
        Checks.finite("strength", "strength", strength);
        return strength < criticalStrength ? 0 : new Valleys(regime).lowest(strength - cutoff);
    }

    /** The share that goes if the regime is of this strength. */
    public double shareAt(double strength) {
        return NormalTail.survival(Math.sqrt(regime.privatePrecision()) * (strength + manipulation(strength) - cutoff));
    }

    /** Whether a regime of this strength falls. */
    public boolean falls(double strength) {
        return Checks.finite("strength", "strength", strength) < criticalStrength;
    }

    /**
     * How likely the regime is to fall to an onlooker who holds its strength to be normal with this mean and deviation. Soldiers go by their news
     * alone.
     */
    public double chance(double mean, double deviation) {
        return below(criticalStrength, mean, deviation);
    }

    /** How likely it would be if the regime could not manipulate, to the same onlooker; what manipulation saves it is the difference. */
    public double chanceIfHonest(double mean, double deviation) {
        return below(criticalStrengthIfHonest(), mean, deviation);
    }

    private static double below(double critical, double mean, double deviation) {
        Checks.finite("mean", "strength", mean);
        Checks.above(0, "deviation", "strength", deviation);
        return NormalTail.cdf((critical - mean) / deviation);
    }

    /** Strengths from the critical one upward by steps of a tenth: how much each manipulates, and who goes all the same. */
    public Table table() {
        Table table = Table.of(
                Table.Column.of("strength", "strength"),
                Table.Column.of("manipulation", "strength"),
                Table.Column.of("gone", "share"));
        for (int k = 0; k <= 10; k++) {
            final double strength = criticalStrength + k / 10.0;
            table = table.with(strength, manipulation(strength), shareAt(strength));
        }
        return table;
    }

    /** In a paragraph. */
    public String explain() {
        return String.format(
                Locale.ROOT,
                "The regime falls up to strength %.4f; if it could not make itself look stronger, up to %.4f. At the critical strength it makes"
                        + " itself look %.4f stronger, weaker ones do not try.",
                criticalStrength,
                criticalStrengthIfHonest(),
                manipulation(criticalStrength));
    }

    /** In a line: {@code Manipulation[falls up to 0.7059, honest 0.7500]}. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "Manipulation[falls up to %.4f, honest %.4f]",
                criticalStrength,
                criticalStrengthIfHonest());
    }
}
