/**
 * Who sees whom: whose going counts for a soldier when he asks how many have gone.
 *
 * <p>So far everybody sees everybody; {@link io.github.breakranks.network.Exposure} is where groups that mix and networks join.
 */
@NullMarked
package io.github.breakranks.network;

import org.jspecify.annotations.NullMarked;
