/**
 * What an offer tells: who has private information speaks first, who listens draws conclusions and acts.
 *
 * <p>Start with {@link io.github.breakranks.signaling.SignalingGames} for known cases or {@link
 * io.github.breakranks.signaling.SignalingGame#of} for one's own; {@link io.github.breakranks.signaling.PerfectBayesianSolver} finds all
 * perfect Bayesian equilibria, with the beliefs that sustain each.
 *
 * <p>{@link io.github.breakranks.signaling.CredibilitySolver} says how far a host's word is believed and carries it into an offer; {@link
 * io.github.breakranks.signaling.RefinementSolver} says what removes an equilibrium.
 *
 * <p>Games of finitely many types are in exact fractions: shares sum to one exactly, and a tie is a tie. Types, messages and actions are
 * numbered from 0 in the order in which they are named.
 */
@NullMarked
package io.github.breakranks.signaling;

import org.jspecify.annotations.NullMarked;
