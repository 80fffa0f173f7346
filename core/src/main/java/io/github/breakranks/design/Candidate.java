package io.github.breakranks.design;

/**
 * Values of the open terms that do it.
 *
 * @param values   the values, or what they tend to
 * @param attained whether the values themselves do it
 * @param works    values seen to do it, hardly different
 * @param score    what is made small: an outlay, or a share with its sign turned
 */
record Candidate(double[] values, boolean attained, double[] works, double score) {
    /** None: whatever is found is better. */
    static final Candidate NONE = new Candidate(new double[0], false, new double[0], Double.POSITIVE_INFINITY);

    boolean found() {
        return values.length > 0;
    }

    Candidate better(Candidate other) {
        return other.score < score ? other : this;
    }
}
