package io.github.breakranks.cascade;

import io.github.breakranks.answer.Table;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.Spreading;
import io.github.breakranks.internal.TableText;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** How going spread over a network: who went in which round, those at the start in round 0. */
public final class NetworkSpread implements Cascade {
    private final int agents;
    private final Contagion contagion;
    private final int[] order; // round after round
    private final int[] ends; // by round: so many had gone
    private final long links;
    private int @Nullable [] roundByAgent; // made when first asked for, always the same; -1 for one who stays

    NetworkSpread(int agents, Contagion contagion, Spreading spreading) {
        this(agents, contagion, spreading.order(), spreading.ends(), spreading.links());
    }

    /** Arrays that nobody else holds: who went, round after round, and by round how many had gone. */
    NetworkSpread(int agents, Contagion contagion, int[] order, int[] ends, long links) {
        this.agents = agents;
        this.contagion = contagion;
        this.order = order;
        this.ends = ends;
        this.links = links;
    }

    /** What it took to make them go. */
    public Contagion contagion() {
        return contagion;
    }

    @Override
    public int size() {
        return agents;
    }

    @Override
    public long gone() {
        return order.length;
    }

    @Override
    public double share() {
        return (double) order.length / agents;
    }

    @Override
    public int rounds() {
        return ends.length - 1;
    }

    /** How many have gone after so many rounds [count]; after 0 rounds, those at the start. */
    public int goneAfter(int round) {
        return ends[Checks.index("round", "rounds", round, ends.length)];
    }

    @Override
    public double shareAfter(int round) {
        return (double) goneAfter(round) / agents;
    }

    @Override
    public double time(int round) {
        return Checks.index("round", "rounds", round, ends.length);
    }

    @Override
    public String timeUnit() {
        return Pace.ROUNDS.unit();
    }

    /** Links over which somebody was told that another had gone [count]: what the cascade cost. */
    public long links() {
        return links;
    }

    /** Whether this agent has gone in the end. */
    public boolean gone(int agent) {
        return roundOf(agent).isPresent();
    }

    /** The round in which this agent went, 0 at the start; empty if he stays. Cost: O(n) at the first call. */
    public OptionalInt roundOf(int agent) {
        final int round = byAgent()[Checks.index("agent", "number of an agent", agent, agents)];
        return round < 0 ? OptionalInt.empty() : OptionalInt.of(round);
    }

    private int[] byAgent() {
        int[] rounds = roundByAgent;
        if (rounds == null) {
            rounds = new int[agents];
            Arrays.fill(rounds, -1);
            for (int round = 0; round < ends.length; round++) {
                for (int k = begin(round); k < ends[round]; k++) {
                    rounds[order[k]] = round;
                }
            }
            roundByAgent = rounds; // two threads may both make it, alike
        }
        return rounds;
    }

    private int begin(int round) {
        return round == 0 ? 0 : ends[round - 1];
    }

    /** Who went, round after round, those at the start first; within a round by number. Cost: a sort of each round. */
    public int[] order() {
        final int[] sorted = order.clone();
        for (int round = 0; round < ends.length; round++) {
            Arrays.sort(sorted, begin(round), ends[round]);
        }
        return sorted;
    }

    /** Who went in this round, by number. */
    public int[] goneIn(int round) {
        Checks.index("round", "rounds", round, ends.length);
        final int[] sorted = Arrays.copyOfRange(order, begin(round), ends[round]);
        Arrays.sort(sorted);
        return sorted;
    }

    /** Empty: each waits for those he watches, so no single step decides for all. */
    @Override
    public Optional<TippingStep> tippingStep() {
        return Optional.empty();
    }

    int[] inOrder() {
        return order; // not handed out
    }

    int[] roundEnds() {
        return ends; // not handed out
    }

    @Override
    public Table table() {
        return CascadeTable.of(this, "round", "count");
    }

    /** What happened, in a paragraph. */
    public String explain() {
        int largest = Math.min(1, rounds());
        for (int round = 2; round <= rounds(); round++) {
            largest = ends[round] - ends[round - 1] > ends[largest] - ends[largest - 1] ? round : largest;
        }
        final String who = ends[0] + " of " + agents + " had gone at the start";
        final String needs = "; an agent goes on: " + contagion + ". ";
        if (rounds() == 0) {
            return who + needs + "Nobody followed.";
        }
        return who + needs + (order.length - ends[0]) + " followed in " + rounds()
                + (rounds() == 1 ? " round" : " rounds")
                + ", most of them, " + (ends[largest] - ends[largest - 1]) + ", in round " + largest + "; "
                + (agents - order.length) + " stay. The news went over " + links + " links.";
    }

    @Override
    public String toString() {
        return "NetworkSpread[" + gone() + " of " + agents + " go (share " + TableText.number(share(), 4) + ") in "
                + TableText.counted(rounds(), "round") + "]";
    }
}
