/** The main job: from a table of past defections to a tipping offer. */
@NullMarked
package io.github.breakranks.examples.job;

import org.jspecify.annotations.NullMarked;
