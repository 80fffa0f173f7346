/** The front door: {@link io.github.breakranks.Breakranks} answers the common questions in one line each. */
@NullMarked
package io.github.breakranks;

import org.jspecify.annotations.NullMarked;
