package io.github.breakranks.equilibrium;

/**
 * Where two rest points meet and vanish as one term of the offer moves.
 *
 * @param value   the term's value there; may lie outside the term's range
 * @param share   share gone there
 * @param maximum whether rest points exist below the value (the end of a lower branch), else above it (the end of an upper one)
 */
public record Fold(double value, double share, boolean maximum) {}
