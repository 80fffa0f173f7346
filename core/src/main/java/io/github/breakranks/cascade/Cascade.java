package io.github.breakranks.cascade;

import io.github.breakranks.answer.Table;
import java.util.Optional;

/**
 * How a cascade went: who has gone in the end, and after every round. Closed: {@link CountCascade} for agents in rounds, {@link
 * AgentPath} for agents at any pace, {@link ShareCascade} for laws, {@link NetworkSpread} for agents on networks.
 */
public sealed interface Cascade permits CountCascade, AgentPath, ShareCascade, NetworkSpread {

    /** How many there are in all [count]. */
    int size();

    /** How many have gone in the end [count]. */
    long gone();

    /** The share gone in the end. */
    double share();

    /** Rounds in which somebody goes [count]; readings taken, if a clock runs; departures and returns of agents on clocks. */
    int rounds();

    /** The share gone after so many rounds; after 0 rounds, at the start. */
    double shareAfter(int round);

    /** The time of a round, or what the clock read then [{@link #timeUnit}]. */
    double time(int round);

    /** The unit of time: rounds, sweeps or mean waiting times. */
    String timeUnit();

    /**
     * The step that tipped it; empty if it only died away, if some came back, or if each sees a few random others, whose chances no
     * single step decides.
     */
    Optional<TippingStep> tippingStep();

    /** The path, a row a round, at most 10,000 rows: a longer path is thinned evenly, its last row kept. */
    Table table();
}
