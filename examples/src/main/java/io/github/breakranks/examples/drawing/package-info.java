/** Curves, dots and regions over two axes, as PNG, as SVG or in a window. */
@NullMarked
package io.github.breakranks.examples.drawing;

import org.jspecify.annotations.NullMarked;
