/**
 * Where play rests: the equilibria of a defection game, how they move with the offer, and what tips them.
 *
 * <p>Start with {@link io.github.breakranks.equilibrium.EquilibriumSolver}, which finds every rest point and proves how many there are
 * where the law and the gain bound their slopes. {@link io.github.breakranks.equilibrium.TippingSolver} follows the rest points along
 * one term of the offer: its folds, the tipping and the collapse offer. {@link io.github.breakranks.equilibrium.TippingSeedSolver} says how
 * many must go first, {@link io.github.breakranks.equilibrium.FragilitySolver} how little it would take, {@link
 * io.github.breakranks.equilibrium.Opposition} what does not show.
 */
@NullMarked
package io.github.breakranks.equilibrium;

import org.jspecify.annotations.NullMarked;
