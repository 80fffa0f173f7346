package io.github.breakranks.examples.job;

/** How sure a figure is. */
enum Certainty {
    /** Read in a source. */
    CONFIRMED("confirmed", ""),
    /** Agrees in arithmetic with independent confirmed figures. */
    CROSS_CHECKED("cross-checked", "="),
    /** Uncertain by itself, but the figures of its column add up to a confirmed total. */
    SUM_CHECKED("sum cross-checked", "~"),
    /** Not checked, or disputed. */
    UNCERTAIN("uncertain", "?"),
    /** No figure of history at all. */
    ASSUMED("assumed", "!");

    private final String word;
    private final String mark;

    Certainty(String word, String mark) {
        this.word = word;
        this.mark = mark;
    }

    /** As files have it. */
    String word() {
        return word;
    }

    /** As a reader should take it. */
    String phrase() {
        return this == SUM_CHECKED ? "uncertain, sum cross-checked" : word;
    }

    /** What stands behind a figure in a table; nothing if it is confirmed. */
    String mark() {
        return mark;
    }
}
