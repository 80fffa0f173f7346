/** Not for users: kernels and checks that the other packages share. Nothing here is API; it may change at any time. */
@NullMarked
package io.github.breakranks.internal;

import org.jspecify.annotations.NullMarked;
