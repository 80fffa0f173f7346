package io.github.breakranks.cascade;

import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Table;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.TableText;
import io.github.breakranks.internal.WatchedNeeds;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * How a cascade went among listed agents through time: who went when, and who came back.
 *
 * <p>A reading stands at the end of each round in which somebody moved, or, one by one and on clocks, at each departure and return.
 */
public final class AgentPath implements Cascade {
    private final EventLog log;
    private final Dynamics dynamics;
    private final int[] needs; // empty on a network
    private final @Nullable WatchedNeeds watched; // on a network
    private final boolean rested;
    private final int[] eventsBy; // by reading: so many events had happened
    private final int[] goneBy; // by reading: so many had gone

    AgentPath(EventLog log, Dynamics dynamics, int[] needs, boolean rested) {
        this(log, dynamics, needs, null, rested);
    }

    /** On a network. */
    AgentPath(EventLog log, Dynamics dynamics, WatchedNeeds watched, boolean rested) {
        this(log, dynamics, new int[0], watched, rested);
    }

    private AgentPath(EventLog log, Dynamics dynamics, int[] needs, @Nullable WatchedNeeds watched, boolean rested) {
        this.log = log;
        this.dynamics = dynamics;
        this.needs = needs;
        this.watched = watched;
        this.rested = rested;
        final int[] ends = new int[log.events() + 1];
        final int[] counts = new int[ends.length];
        counts[0] = log.atStart();
        int readings = 0;
        for (int event = 0; event < log.events(); event++) {
            final boolean sameRound =
                    dynamics.pace() == Pace.ROUNDS && readings > 0 && log.time(event) == log.time(ends[readings] - 1);
            final int before = counts[readings];
            readings += sameRound ? 0 : 1;
            ends[readings] = event + 1;
            counts[readings] = before + (log.departure(event) ? 1 : -1);
        }
        this.eventsBy = Arrays.copyOf(ends, readings + 1);
        this.goneBy = Arrays.copyOf(counts, readings + 1);
    }

    /** How it moved through time. */
    public Dynamics dynamics() {
        return dynamics;
    }

    /** Whether nobody would move any more; false if it was still moving, or could have, when the time was up. */
    public boolean rested() {
        return rested;
    }

    int moves() {
        return log.events();
    }

    Certificate certificate() {
        return new PathVerifier(
                        log,
                        dynamics,
                        watched == null ? new PathVerifier.Counted(needs) : new PathVerifier.Watched(watched))
                .certify(rested);
    }

    @Override
    public int size() {
        return log.size();
    }

    @Override
    public long gone() {
        return log.gone();
    }

    @Override
    public double share() {
        return (double) log.gone() / size();
    }

    @Override
    public int rounds() {
        return eventsBy.length - 1;
    }

    /** How many have gone after so many readings [count]. */
    public int goneAfter(int round) {
        return goneBy[Checks.index("round", "rounds", round, goneBy.length)];
    }

    @Override
    public double shareAfter(int round) {
        return (double) goneAfter(round) / size();
    }

    @Override
    public double time(int round) {
        Checks.index("round", "rounds", round, eventsBy.length);
        return round == 0 ? 0 : log.time(eventsBy[round] - 1);
    }

    /** How many had gone at a time [rounds, sweeps or mean waiting times]. */
    public int goneAt(double time) {
        Checks.atLeast(0.0, "time", dynamics.pace().unit(), time);
        int low = 0; // the reading is not later than the time
        int high = eventsBy.length;
        while (high - low > 1) {
            final int middle = (low + high) >>> 1;
            if (time(middle) <= time) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return goneBy[low];
    }

    /** Whether this agent has gone in the end. */
    public boolean gone(int agent) {
        return log.gone(Checks.index("agent", "number of an agent", agent, size()));
    }

    /** When this agent went, for the last time if he came back in between; 0 if he had gone at the start, empty if he stays. */
    public OptionalDouble timeOf(int agent) {
        if (!gone(agent)) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(log.latest(agent) < 0 ? 0 : log.time(log.latest(agent)));
    }

    /** Who has gone in the end, in the order in which they went (of a round, in no particular one); without those gone at the start. */
    public int[] order() {
        final int[] order = new int[log.events()];
        int known = 0;
        for (int event = 0; event < log.events(); event++) {
            if (log.departure(event) && log.latest(log.agent(event)) == event) {
                order[known++] = log.agent(event);
            }
        }
        return Arrays.copyOf(order, known);
    }

    @Override
    public String timeUnit() {
        return dynamics.pace().unit();
    }

    /** Cost: O(n). */
    @Override
    public Optional<TippingStep> tippingStep() {
        if (dynamics.sees() > 0 || dynamics.reversible()) {
            return Optional.empty();
        }
        return watched == null ? byCount() : onNetwork(watched);
    }

    private Optional<TippingStep> onNetwork(WatchedNeeds needed) {
        final EventLog nobody = new EventLog(size(), log.start(), false);
        final WatchedPressure pressure = new WatchedPressure(needed, nobody);
        final int[] ready = new int[1];
        pressure.begin(agent -> ready[0]++);
        final TippingSearch search = new TippingSearch(size(), gone());
        int heard = 0;
        for (int round = 0; round <= rounds(); round++) {
            while (heard < eventsBy[round]) {
                pressure.heard(log.agent(heard++), agent -> ready[0]++);
            }
            search.visit(round, time(round), goneBy[round], ready[0] - heard);
        }
        return search.found();
    }

    private Optional<TippingStep> byCount() {
        final int[] met =
                new int[size() + 1]; // by number gone: agents who would have gone by then, or had at the start
        for (int agent = 0; agent < size(); agent++) {
            met[log.goneAtStart(agent) ? 0 : Math.min(needs[agent], size())]++;
        }
        final TippingSearch search = new TippingSearch(size(), gone());
        int gone = 0;
        int ready = met[0];
        for (int round = 0; round <= rounds(); round++) {
            while (gone < goneBy[round]) {
                ready += ++gone < size() ? met[gone] : 0;
            }
            search.visit(round, time(round), gone, ready - gone);
        }
        return search.found();
    }

    @Override
    public Table table() {
        return CascadeTable.of(
                this,
                dynamics.pace() == Pace.ROUNDS ? "round" : "time",
                dynamics.pace() == Pace.ROUNDS ? "count" : dynamics.pace().unit());
    }

    @Override
    public String toString() {
        return "AgentPath[" + gone() + " of " + size() + " go (share " + TableText.number(share(), 4) + ") by "
                + TableText.number(time(rounds()), 4) + " " + dynamics.pace().unit()
                + (rested ? "]" : ", not at rest]");
    }
}
