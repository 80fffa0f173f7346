/**
 * How defection spreads: who goes, in which round, and where it stops.
 *
 * <p>Start with {@link io.github.breakranks.cascade.WellMixedCascade} for agents with thresholds and
 * {@link io.github.breakranks.cascade.MeanFieldCascade} for laws. Both start from nobody unless told otherwise, and both end at the least
 * rest point of the game (Tarski's theorem), which {@code equilibrium} finds without walking there.
 */
@NullMarked
package io.github.breakranks.cascade;

import org.jspecify.annotations.NullMarked;
