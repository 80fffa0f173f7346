/**
 * When they go: offers that may be withdrawn, deadlines, and the fear of being late.
 *
 * <p>Start with {@link io.github.breakranks.timing.Waiting}, which says what waiting costs.
 *
 * <p>Time is counted in the unit that {@code Waiting} names; rates are per that unit.
 */
@NullMarked
package io.github.breakranks.timing;

import org.jspecify.annotations.NullMarked;
