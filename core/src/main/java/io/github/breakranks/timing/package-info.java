/**
 * When they go: offers that may be withdrawn, deadlines, and the fear of being late.
 *
 * <p>Start with {@link io.github.breakranks.timing.Waiting}, which says what waiting costs; {@link
 * io.github.breakranks.timing.ExpirySolver} answers for an offer that may be withdrawn at any moment, {@link
 * io.github.breakranks.timing.DeadlineSolver} for one that ends at a date, {@link io.github.breakranks.timing.ScheduleSolver} for any schedule,
 * one root a date; {@link io.github.breakranks.timing.Stopping} asks for one soldier, {@link io.github.breakranks.timing.TwoPeriodOffer} for
 * two days.
 *
 * <p>Time is counted in the unit that {@code Waiting} names; rates are per that unit.
 */
@NullMarked
package io.github.breakranks.timing;

import org.jspecify.annotations.NullMarked;
