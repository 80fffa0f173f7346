package io.github.breakranks.equilibrium;

/**
 * A chance of acting at which everybody is indifferent, all others acting with the same chance.
 *
 * @param chance  of acting, a share strictly between 0 and 1
 * @param low     a chance at or below it, at which the average gain surely has the one sign
 * @param high    a chance at or above it, at which it surely has the other
 * @param stable  whether the average gain falls through 0 there: where more act than that, acting pays less
 */
public record MixedRoot(double chance, double low, double high, boolean stable) {}
