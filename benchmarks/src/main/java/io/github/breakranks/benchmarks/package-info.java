/** How cost grows with size. Not null-marked: JMH fills the fields of its states. */
package io.github.breakranks.benchmarks;
