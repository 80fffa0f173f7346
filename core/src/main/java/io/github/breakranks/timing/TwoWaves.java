package io.github.breakranks.timing;

import io.github.breakranks.internal.TableText;

/**
 * Who goes today, and who tomorrow if the offer still stands.
 *
 * @param firstCutoff  the highest cost that goes today [unit of the game]
 * @param secondCutoff the highest cost that has gone by tomorrow, if the offer stands [unit of the game]
 * @param first        gone today, a share
 * @param second       gone by tomorrow, if the offer stands, a share
 * @param standing     true chance that it stands, a share
 */
public record TwoWaves(double firstCutoff, double secondCutoff, double first, double second, double standing) {

    /** Gone by tomorrow on average, a share. */
    public double expectedTotal() {
        return (1 - standing) * first + standing * second;
    }

    @Override
    public String toString() {
        return "TwoWaves[" + TableText.number(first, 4) + " today, " + TableText.number(second, 4)
                + " by tomorrow if it stands, " + TableText.number(expectedTotal(), 4) + " expected]";
    }
}
