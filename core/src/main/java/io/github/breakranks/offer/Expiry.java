package io.github.breakranks.offer;

import io.github.breakranks.internal.Checks;

/** How long an offer stands. Closed: solvers know every kind. Games without time do not use it and say so. */
public sealed interface Expiry {

    /** It stands for ever. */
    static Expiry open() {
        return new Open();
    }

    /** It may be withdrawn at any moment, at a rate that soldiers know. */
    static Expiry hazard(double rate) {
        return new Hazard(rate, rate);
    }

    /** It may be withdrawn at any moment, at a true rate that differs from the one soldiers believe. */
    static Expiry hazard(double rate, double believed) {
        return new Hazard(rate, believed);
    }

    /** It ends at a date known to all. */
    static Expiry at(double date) {
        return new Date(date);
    }

    /** It stands for ever. */
    record Open() implements Expiry {}

    /**
     * It may be withdrawn at any moment.
     *
     * @param rate     true withdrawals per unit of time, at least 0
     * @param believed the rate that soldiers reckon with, at least 0
     */
    record Hazard(double rate, double believed) implements Expiry {
        public Hazard {
            Checks.atLeast(0.0, "rate", "per unit of time", rate);
            Checks.atLeast(0.0, "believed", "per unit of time", believed);
        }
    }

    /**
     * It ends at a date known to all.
     *
     * @param date time from now [unit of time], above 0
     */
    record Date(double date) implements Expiry {
        public Date {
            Checks.above(0.0, "date", "unit of time", date);
        }
    }
}
