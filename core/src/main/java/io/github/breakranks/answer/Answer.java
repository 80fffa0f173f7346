package io.github.breakranks.answer;

import java.util.Objects;

/**
 * What a solver came back with: it found the value, or stopped with what it had.
 *
 * @param <T> what was asked for
 */
public sealed interface Answer<T> {

    /** The value found, or found so far. */
    T value();

    /** How well {@link #value()} is founded. */
    Certificate certificate();

    /**
     * The value.
     *
     * @throws IllegalStateException if the work stopped before it was found; the message says why and what to change
     */
    T orElseThrow();

    /**
     * Solved. The same game and settings find the same answer on every run and any number of threads of one platform.
     *
     * @param value       what was found
     * @param certificate how well it is founded
     */
    record Found<T>(T value, Certificate certificate) implements Answer<T> {
        public Found {
            Objects.requireNonNull(value, "value");
            Objects.requireNonNull(certificate, "certificate");
        }

        @Override
        public T orElseThrow() {
            return value;
        }
    }

    /**
     * Not solved within the limits, or not solvable.
     *
     * @param value       what was found so far
     * @param certificate how well that is founded
     * @param why         what stopped the work
     * @param remedy      what would help
     */
    record Stopped<T>(T value, Certificate certificate, String why, String remedy) implements Answer<T> {
        public Stopped {
            Objects.requireNonNull(value, "value");
            Objects.requireNonNull(certificate, "certificate");
            Objects.requireNonNull(why, "why");
            Objects.requireNonNull(remedy, "remedy");
        }

        @Override
        public T orElseThrow() {
            throw new IllegalStateException(why + "; " + remedy);
        }
    }
}
