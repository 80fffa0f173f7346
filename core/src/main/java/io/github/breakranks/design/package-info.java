/**
 * Which offer to make: cheapest for a target, best for a budget, to whom, and in what order.
 *
 * <p>Start with {@link io.github.breakranks.design.Instrument}, which says what of an offer may be varied and how far, {@link
 * io.github.breakranks.design.Target}, which says what the offer is to bring about, and {@link io.github.breakranks.design.HostCosts}, which
 * says what it costs the host.
 *
 * <p>Outlays are totals for the whole population, in the unit of the game; shares are fractions in [0, 1].
 */
@NullMarked
package io.github.breakranks.design;

import org.jspecify.annotations.NullMarked;
