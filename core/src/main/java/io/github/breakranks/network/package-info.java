/**
 * Who sees whom: whose going counts for a soldier when he asks how many have gone.
 *
 * <p>Start with {@link io.github.breakranks.network.Exposure}: everybody sees everybody, groups keep to themselves to some degree, or groups
 * mix by a matrix. Networks join here.
 */
@NullMarked
package io.github.breakranks.network;

import org.jspecify.annotations.NullMarked;
