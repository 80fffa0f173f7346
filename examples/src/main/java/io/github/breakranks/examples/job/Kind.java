package io.github.breakranks.examples.job;

/** What a row of a case says. */
enum Kind {
    /** Men sent, by origin. */
    SENT("sent", ""),
    /** Men who came back, by origin. */
    RETURNED("returned", ""),
    /** Men who did not come back, by origin. */
    NOT_RETURNED("not returned", ""),
    /** What became of those who did not come back. */
    LOSS("loss", "not returned: "),
    /** {@code heads}: who decides; {@code gone}: how many of them left. */
    FORCE("force", ""),
    /** {@code base}: what was put before an ordinary soldier, the unit of the game. */
    OFFER("offer", "offered to an ordinary soldier: "),
    /** The offer by rank. */
    RANK("rank", "by rank: "),
    /** What was promised on top. */
    BONUS("bonus", "on top: "),
    /** What else bears on the case. */
    CONTEXT("context", "also: "),
    /** {@code reprisal}, {@code credibility}, {@code reach} or {@code spread}: no figure of history. */
    ASSUMED("assumed", "");

    private final String word;
    private final String opening;

    Kind(String word, String opening) {
        this.word = word;
        this.opening = opening;
    }

    /** As files have it. */
    String word() {
        return word;
    }

    /** How a sentence of such figures begins. */
    String opening() {
        return opening;
    }
}
