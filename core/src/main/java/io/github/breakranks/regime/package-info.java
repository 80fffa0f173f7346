/**
 * What soldiers do when nobody knows how strong the regime is: one prediction where complete information gives several.
 *
 * <p>Start with {@link io.github.breakranks.regime.RegimeChange}: a game in which the regime falls once enough have gone, under {@link
 * io.github.breakranks.regime.News} that is private, public or both. {@link io.github.breakranks.regime.RegimeSolver} finds all critical
 * strengths, and {@link io.github.breakranks.regime.RegimeFall} says what follows for the chance that the regime falls.
 */
@NullMarked
package io.github.breakranks.regime;

import org.jspecify.annotations.NullMarked;
