package io.github.breakranks.cascade;

/** When soldiers look round at how many have gone. */
public enum Pace {
    /** All at once, round after round. Time is counted in rounds. */
    ROUNDS("rounds"),
    /**
     * One after the other in a random order, sweep after sweep, each seeing those who went before him in the same sweep. Time is counted in
     * sweeps. Listed agents only.
     */
    ONE_BY_ONE("sweeps"),
    /** Each at the ticks of his own Poisson clock, once per unit of time on average. Time is counted in mean waiting times. */
    CLOCK("mean waiting times");

    private final String unit;

    Pace(String unit) {
        this.unit = unit;
    }

    /** The unit in which time is counted. */
    public String unit() {
        return unit;
    }

    /** In lower case, for tables. */
    public String label() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
}
