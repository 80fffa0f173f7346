package io.github.breakranks.cascade;

import io.github.breakranks.internal.Checks;
import java.util.Objects;

/**
 * How defection moves through time: when soldiers look round, whom they see, how old their news is, and whether they may come back.
 *
 * <p>Where all see everybody and the gain rises with the share gone, none of this changes <em>who</em> has gone in the end, starting from
 * nobody: any order that leaves nobody out for ever, any lag, reversible or not, ends at the least rest point (Tarski 1955; Topkis 1979;
 * Milgrom and Roberts 1990). It changes when. Where each sees a few random others, it changes both.
 *
 * @param pace       when they look round
 * @param lag        how old their news is [rounds, sweeps or mean waiting times, as the pace counts], at least 0
 * @param sees       how many random others each sees whenever he looks, drawn anew [count]; 0: everybody
 * @param reversible whether those who have gone look round as well, and come back if going no longer gains them anything
 * @param horizon    for how long at most [as the lag]; 0: until it rests, or 1,000 for agents who may never rest (each sees a few, or may
 *                   come back); a law's path that does not rest stops by itself after 10,000 rounds or 100,000 readings
 */
public record Dynamics(Pace pace, int lag, int sees, boolean reversible, int horizon) {
    private static final int PATIENCE = 1_000;

    public Dynamics {
        Objects.requireNonNull(pace, "pace");
        Checks.count(0, "lag", pace.unit(), lag);
        Checks.count(0, "sees", "others", sees);
        Checks.count(0, "horizon", pace.unit(), horizon);
        if (horizon > 0 && lag >= horizon) {
            throw Checks.refused("lag must be shorter than the run, %s [%s], but was %s", horizon, pace.unit(), lag);
        }
    }

    /** All look round at once, see everybody as of now, and nobody comes back. */
    public static Dynamics rounds() {
        return of(Pace.ROUNDS);
    }

    /** One after the other in random order; each sees everybody as of now, and nobody comes back. */
    public static Dynamics oneByOne() {
        return of(Pace.ONE_BY_ONE);
    }

    /** Each at the ticks of his own Poisson clock; he sees everybody as of now, and nobody comes back. */
    public static Dynamics clock() {
        return of(Pace.CLOCK);
    }

    /** At this pace; each sees everybody as of now, and nobody comes back. */
    public static Dynamics of(Pace pace) {
        return new Dynamics(pace, 0, 0, false, 0);
    }

    /** These dynamics with news so old [rounds, sweeps or mean waiting times]. */
    public Dynamics withLag(int newLag) {
        return new Dynamics(pace, newLag, sees, reversible, horizon);
    }

    /** These dynamics, each seeing so many random others whenever he looks [count]. */
    public Dynamics withSees(int newSees) {
        return new Dynamics(pace, lag, Checks.count(1, "newSees", "others", newSees), reversible, horizon);
    }

    /** These dynamics, each seeing everybody. */
    public Dynamics withoutSees() {
        return new Dynamics(pace, lag, 0, reversible, horizon);
    }

    /** These dynamics, in which those who have gone may come back. */
    public Dynamics withReturn() {
        return new Dynamics(pace, lag, sees, true, horizon);
    }

    /** These dynamics for so long at most [rounds, sweeps or mean waiting times]. */
    public Dynamics withHorizon(int newHorizon) {
        return new Dynamics(pace, lag, sees, reversible, Checks.count(1, "newHorizon", pace.unit(), newHorizon));
    }

    /** How long agents go on at most [as the pace counts]; infinite if they are sure to come to rest. */
    double patience() {
        return horizon > 0 ? horizon : sees > 0 || reversible ? PATIENCE : Double.POSITIVE_INFINITY;
    }

    /** Refuses to see more others than there are. */
    void requireOthers(int size) {
        if (sees > size - 1) {
            throw Checks.refused("sees must be at most the others there are, %s [count], but was %s", size - 1, sees);
        }
    }

    @Override
    public String toString() {
        return "Dynamics[" + pace.label()
                + (lag == 0 ? "" : ", lag " + lag)
                + (sees == 0 ? "" : ", sees " + sees)
                + (reversible ? ", may return" : "")
                + (horizon == 0 ? "]" : ", at most " + horizon + " " + pace.unit() + "]");
    }
}
