/** Runnable examples and the command line. */
@NullMarked
package io.github.breakranks.examples;

import org.jspecify.annotations.NullMarked;
