package io.github.breakranks.offer;

import io.github.breakranks.internal.Checks;

/** The terms of an offer that can be varied, each with its range. */
public enum Term {
    /** Paid to each who goes [unit of the game], at least 0. */
    CASH("cash", Double.POSITIVE_INFINITY, 0),
    /** Worth of the status offered, to him [unit of the game], at least 0. */
    REFUGE("refuge", Double.POSITIVE_INFINITY, 0),
    /** Chance that the promise is kept, a share. */
    CREDIBILITY("credibility", 1, 1),
    /** Those who have heard of it, a share of the population. */
    REACH("reach", 1, 1),
    /** How much of the reprisal on his family the offer averts, a share. */
    FAMILY("family", 1, 0),
    /** Paid for each other whom he brings along [unit of the game], at least 0. */
    BONUS("bonus", Double.POSITIVE_INFINITY, 0),
    /** Paid to each who goes, and laid beforehand in hands that the host cannot take it back from [unit of the game], at least 0. */
    ESCROW("escrow", Double.POSITIVE_INFINITY, 0);

    private final String label;
    private final double high;
    private final double usual;

    Term(String label, double high, double usual) {
        this.label = label;
        this.high = high;
        this.usual = usual;
    }

    /** The name in lower case, as tables and the command line have it. */
    public String label() {
        return label;
    }

    /** The greatest value it can have: 1 for shares, else infinity. */
    public double high() {
        return high;
    }

    /** The value it has where nothing is said. */
    public double usual() {
        return usual;
    }

    /** Whether it is a share in [0, 1], not an amount. */
    public boolean isShare() {
        return high == 1;
    }

    /** The unit to print, given the unit of the game. */
    public String unit(String gameUnit) {
        return isShare() ? "share" : gameUnit.isEmpty() ? "unit of the game" : gameUnit;
    }

    /** Refuses a value outside the range, NaN too. */
    double checked(double value) {
        return isShare() ? Checks.share(label, value) : Checks.atLeast(0.0, label, "unit of the game", value);
    }
}
