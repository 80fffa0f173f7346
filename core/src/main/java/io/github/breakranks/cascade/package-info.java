/**
 * How defection spreads: who goes, when, and where it stops.
 *
 * <p>Start with {@link io.github.breakranks.cascade.WellMixedCascade} for agents with thresholds and
 * {@link io.github.breakranks.cascade.MeanFieldCascade} for laws. {@link io.github.breakranks.cascade.Dynamics} says how they move through
 * time: together, one by one or on clocks, with old news, seeing a few others, with a way back; {@link
 * io.github.breakranks.cascade.AgentCascade} moves listed agents so, {@link io.github.breakranks.cascade.Ensemble} many times over.
 *
 * <p>On networks start with {@code NetworkCascade.of(Contagion.share(0.18))}; {@link io.github.breakranks.cascade.ReachSolver} says whom to
 * reach first, {@link io.github.breakranks.cascade.CelfSolver} the same exactly on small networks. {@link
 * io.github.breakranks.cascade.DegreeMeanFieldSolver} and {@link io.github.breakranks.cascade.CascadeWindowSolver} tell from degrees alone how far
 * a seed gets.
 *
 * <p>All start from nobody unless told otherwise. Where all see everybody and the gain rises, all end at the least rest point of the game
 * (Tarski's theorem), which {@code equilibrium} finds without walking there.
 */
@NullMarked
package io.github.breakranks.cascade;

import org.jspecify.annotations.NullMarked;
