package io.github.breakranks.network;

/** Whose going a soldier sees. Closed: solvers know every kind. */
public sealed interface Exposure {

    /** Everybody sees everybody else. */
    static Exposure everybody() {
        return new Everybody();
    }

    /** Everybody sees everybody else: what counts is the share of all the others that has gone. */
    record Everybody() implements Exposure {
        @Override
        public String toString() {
            return "everybody";
        }
    }
}
