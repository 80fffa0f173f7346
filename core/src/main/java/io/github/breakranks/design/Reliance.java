package io.github.breakranks.design;

/** Which rest points must reach a target for it to count as reached, and at which of them the outlay is counted. */
public enum Reliance {
    /** The least: what an offer brings about where all start in the ranks. The outlay is counted there. */
    LEAST("in the least rest point"),
    /**
     * Every one: the target is reached wherever play rests, and the outlay is the highest at any of them. Where the net gain rises with the
     * share gone, the offers that suffice are those of {@link #LEAST}; only the outlay to reckon with differs.
     */
    EVERY("in every rest point"),
    /** The best: some rest point reaches it, if all trust that the others go. The outlay is counted at the greatest. */
    BEST("in the best rest point");

    private final String label;

    Reliance(String label) {
        this.label = label;
    }

    /** In words, as sentences have it. */
    public String label() {
        return label;
    }
}
