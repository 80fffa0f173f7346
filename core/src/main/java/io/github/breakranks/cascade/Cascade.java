package io.github.breakranks.cascade;

import io.github.breakranks.answer.Table;

/** How a cascade went: who has gone in the end, and after every round. Closed: {@link CountCascade} for agents, {@link ShareCascade} for laws. */
public sealed interface Cascade permits CountCascade, ShareCascade {

    /** How many there are in all [count]. */
    int size();

    /** How many have gone in the end [count]. */
    long gone();

    /** The share gone in the end. */
    double share();

    /** Rounds in which somebody goes [count]; readings taken, if a clock runs. */
    int rounds();

    /** The share gone after so many rounds; after 0 rounds, at the start. */
    double shareAfter(int round);

    /** The time of a round: its number, or what the clock read then [mean waiting times]. */
    double time(int round);

    /** The path, a row a round, at most 10,000 rows: a longer path is thinned evenly, its last row kept. */
    Table table();
}
