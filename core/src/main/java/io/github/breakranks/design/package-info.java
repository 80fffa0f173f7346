/**
 * Which offer to make: cheapest for a target, best for a budget, to whom, and in what order.
 *
 * <p>Start with {@link io.github.breakranks.design.Instrument}, which says what of an offer may be varied and how far, {@link
 * io.github.breakranks.design.Target}, which says what the offer is to bring about, and {@link io.github.breakranks.design.HostCosts}, which
 * says what it costs the host; {@link io.github.breakranks.design.CheapestSolver} and {@link io.github.breakranks.design.BudgetSolver} then
 * return a {@link io.github.breakranks.design.DesignedOffer}.
 *
 * <p>{@link io.github.breakranks.design.FrontierSolver} says what each share costs, {@link io.github.breakranks.design.CostEffectiveness} what an
 * offer as it stands costs for each who would not have gone anyway, {@link io.github.breakranks.design.RobustSolver} what to offer when several
 * games agree with the data. {@link io.github.breakranks.design.CoalitionGains} says what going gains once others have gone, and {@link
 * io.github.breakranks.design.LadderSolver} what everybody's going then costs. {@link io.github.breakranks.design.TakeItOrLeaveIt} finds the best
 * single offer, {@link io.github.breakranks.design.MenuSolver} a menu for types that cannot be told apart, {@link
 * io.github.breakranks.design.BundleSolver} what to put beside the cash.
 *
 * <p>Listed agents may stand on a network; single offers take laws only. Outlays are totals for the whole population, in the unit of the game; shares are fractions in [0, 1].
 */
@NullMarked
package io.github.breakranks.design;

import org.jspecify.annotations.NullMarked;
