/**
 * The game that a population and an offer make, and its reduced form in whole numbers.
 *
 * <p>Start with {@link io.github.breakranks.game.DefectionGame#of}. A game is data: it says who would go if such a share had gone, and
 * solves nothing. {@link io.github.breakranks.game.Thresholds} are what counting cascades need of it, and all they need;
 * {@link io.github.breakranks.game.Pressure} is the same on a network. {@link io.github.breakranks.game.DegreeGame} is the game of those who
 * know only how many neighbours they have.
 *
 * <p>{@link io.github.breakranks.game.NormalFormGame} states any finite game exactly, {@link io.github.breakranks.game.Regret} judges any
 * profile of it, {@link io.github.breakranks.game.GameFile} reads and writes it; {@link io.github.breakranks.game.SymmetricGame} is one of
 * many players who are alike.
 */
@NullMarked
package io.github.breakranks.game;

import org.jspecify.annotations.NullMarked;
