package io.github.breakranks.cascade;

import io.github.breakranks.internal.NetworkRows;
import org.jspecify.annotations.Nullable;

/**
 * How chance carries going over a link: the two models in which reaching more never brings less for the next (submodular), and what a link
 * counts in them.
 *
 * @param words  the contagion in a sentence
 * @param linear whether weights add up to a threshold drawn for each agent; if not each link has a chance of its own
 * @param chance of every link; NaN where it is the link's weight
 * @param weighs whether links count by their weights; if not, and without a chance, each counts one over how many the watcher watches
 */
record Influence(String words, boolean linear, double chance, boolean weighs) {

    /** What a contagion means for choosing; null where nothing is left to chance. */
    static @Nullable Influence of(Contagion contagion) {
        final String words = contagion.toString();
        if (contagion instanceof Contagion.Independent independent) {
            return new Influence(words, false, independent.chance(), false);
        }
        if (contagion instanceof Contagion.IndependentByWeight) {
            return new Influence(words, false, Double.NaN, true);
        }
        if (contagion instanceof Contagion.IndependentShares) {
            return new Influence(words, false, Double.NaN, false);
        }
        if (contagion instanceof Contagion.Linear) {
            return new Influence(words, true, Double.NaN, true);
        }
        return contagion instanceof Contagion.RandomShares ? new Influence(words, true, Double.NaN, false) : null;
    }

    /** The links' weights, if they count. */
    double @Nullable [] weights(NetworkRows rows) {
        return weighs ? rows.weights() : null;
    }
}
