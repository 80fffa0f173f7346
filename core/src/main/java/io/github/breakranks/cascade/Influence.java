package io.github.breakranks.cascade;

/**
 * How those who have gone move those who watch them, by chance.
 *
 * <p>A link's weight is what it takes from a weighted network. Where links have none, each counts {@code 1 / (how many the watcher watches)},
 * so that all whom he watches together count 1 (the weighted cascade of the field).
 *
 * @see <a href="https://doi.org/10.1145/956750.956769">D. Kempe, J. Kleinberg and E. Tardos (2003), "Maximizing the Spread of Influence
 *     through a Social Network", KDD, 137-146</a>
 */
public enum Influence {
    /** Each goes when the weights of those he watches and who have gone sum to his threshold, uniform on [0, 1]; they sum to at most 1. */
    LINEAR_THRESHOLD("linear threshold"),

    /** Each who goes gets one chance with each who watches him; a weight is the chance that he follows. */
    INDEPENDENT_CASCADE("independent cascade");

    private final String words;

    Influence(String words) {
        this.words = words;
    }

    /** As it is written in a sentence. */
    String words() {
        return words;
    }
}
