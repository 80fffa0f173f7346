package io.github.breakranks.design;

/** How what an agent must be paid changes as more of the others go. */
public enum Returns {
    /** Nobody ever needs more when more have gone: complements, as where reprisal thins out. The rungs of the ladder differ. */
    INCREASING("increasing"),
    /** Nobody ever needs less when more have gone: substitutes, as where places are few. All rungs but the uniform one fall together. */
    DECREASING("decreasing"),
    /** Sometimes more, sometimes less: solved where agents differ in cost only, each paid against the worst number still to come. */
    MIXED("mixed"),
    /** Not looked at, or not to the end. */
    UNKNOWN("not known");

    private final String label;

    Returns(String label) {
        this.label = label;
    }

    /** In a word, as sentences have it. */
    public String label() {
        return label;
    }
}
