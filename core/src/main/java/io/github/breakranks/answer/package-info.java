/**
 * What you get back: the value, how well it is founded, and how the work ended.
 *
 * <p>Start with {@link io.github.breakranks.answer.Answer}. Every solver of the library returns one, and every answer carries a
 * {@link io.github.breakranks.answer.Certificate} made by code that the solver does not share. Tables have units in their heads.
 *
 * <p>Everything here is immutable, but a {@link io.github.breakranks.answer.Watch}, which looks at a clock.
 */
@NullMarked
package io.github.breakranks.answer;

import org.jspecify.annotations.NullMarked;
