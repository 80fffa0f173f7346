/**
 * Where play rests: the equilibria of a defection game, how they move with the offer, and what tips them.
 *
 * <p>Start with {@link io.github.breakranks.equilibrium.EquilibriumSolver}, which finds every rest point and proves how many there are
 * where the law and the gain bound their slopes. {@link io.github.breakranks.equilibrium.TippingSolver} follows the rest points along
 * one term of the offer: its folds, the tipping and the collapse offer. {@link io.github.breakranks.equilibrium.TippingSeedSolver} says how
 * many must go first, {@link io.github.breakranks.equilibrium.FragilitySolver} how little it would take, {@link
 * io.github.breakranks.equilibrium.Opposition} what does not show.
 *
 * <p>Of finite games, {@link io.github.breakranks.equilibrium.BimatrixSolver} and {@link io.github.breakranks.equilibrium.ManyPlayerSolver}
 * find one equilibrium with proof, {@link io.github.breakranks.equilibrium.AllBimatrixSolver} and {@link
 * io.github.breakranks.equilibrium.ManyPlayerEnumeration} all; {@link io.github.breakranks.equilibrium.LogitSolver} follows those who err,
 * {@link io.github.breakranks.equilibrium.ZeroSumSolver} and {@link io.github.breakranks.equilibrium.CorrelatedSolver} solve linear programs
 * in fractions, {@link io.github.breakranks.equilibrium.DominanceSolver}, {@link io.github.breakranks.equilibrium.SupermodularSolver} and
 * {@link io.github.breakranks.equilibrium.PotentialGameSolver} read a game's structure.
 */
@NullMarked
package io.github.breakranks.equilibrium;

import org.jspecify.annotations.NullMarked;
