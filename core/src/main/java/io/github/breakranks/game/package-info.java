/**
 * The game that a population and an offer make, and its reduced form in whole numbers.
 *
 * <p>Start with {@link io.github.breakranks.game.DefectionGame#of}. A game is data: it says who would go if such a share had gone, and
 * solves nothing. {@link io.github.breakranks.game.Thresholds} are what counting cascades need of it, and all they need;
 * {@link io.github.breakranks.game.Pressure} is the same on a network. {@link io.github.breakranks.game.DegreeGame} is the game of those who
 * know only how many neighbours they have.
 */
@NullMarked
package io.github.breakranks.game;

import org.jspecify.annotations.NullMarked;
