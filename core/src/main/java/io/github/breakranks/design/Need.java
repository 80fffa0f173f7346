package io.github.breakranks.design;

/**
 * What an instrument must be set to for a share to be reached.
 *
 * @param value    the infimum of the values that do it [share, or unit of the game]; infinity if none does
 * @param attained whether the value itself does it; if not it takes a little more
 */
record Need(double value, boolean attained) {
    /** Whether a value of at most {@code high} does it. */
    boolean within(double high) {
        return attained ? value <= high : value < high;
    }
}
