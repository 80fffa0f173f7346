package io.github.breakranks.equilibrium;

/**
 * Where some gain exactly nothing by going, so that the tie rule decides.
 *
 * @param share       share gone there
 * @param indifferent how many are indifferent, a share of the population
 */
public record Tie(double share, double indifferent) {}
