/**
 * What is put before them, and what threatens them.
 *
 * <p>Start with {@link io.github.breakranks.offer.Offer#cash} and {@link io.github.breakranks.offer.Reprisal#fading}; together with
 * what a soldier gains from company they make a {@link io.github.breakranks.offer.NetGain}: the one function that every solver reads.
 * Offers and reprisals are immutable data; the functions of the share gone are {@link io.github.breakranks.offer.Curve}s, which anyone
 * may write.
 */
@NullMarked
package io.github.breakranks.offer;

import org.jspecify.annotations.NullMarked;
