/**
 * Who decides: the soldiers, and what going costs each of them.
 *
 * <p>Start with {@link io.github.breakranks.population.Population#of}; costs are private, in the unit of the game, and negative for one
 * who wants to go. Everything here is immutable and knows nothing of offers, games or solvers.
 *
 * <p>Shares are fractions of a population in [0, 1], never percentages; counts are integers.
 */
@NullMarked
package io.github.breakranks.population;

import org.jspecify.annotations.NullMarked;
