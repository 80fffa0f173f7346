/**
 * Who sees whom: whose going counts for a soldier when he asks how many have gone.
 *
 * <p>Start with {@link io.github.breakranks.network.Exposure}: everybody sees everybody, groups keep to themselves to some degree, groups
 * mix by a matrix, or each sees whom he watches in a network. A {@link io.github.breakranks.network.Network} says who watches whom: make one by
 * recipe ({@link io.github.breakranks.network.Networks}, {@link io.github.breakranks.network.Lattice}, {@link
 * io.github.breakranks.network.Army}), from pairs ({@code Network.builder}) or from a file ({@link io.github.breakranks.network.EdgeList}, {@code
 * Network.read}). {@link io.github.breakranks.network.DegreeLaw} says how ties are spread, {@link io.github.breakranks.network.CohesiveSets} whom
 * a cascade does not reach.
 */
@NullMarked
package io.github.breakranks.network;

import org.jspecify.annotations.NullMarked;
