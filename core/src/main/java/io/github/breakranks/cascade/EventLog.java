package io.github.breakranks.cascade;

import java.util.Arrays;
import java.util.BitSet;

/** Who went, and who came back, in order of time; it grows. */
final class EventLog {
    private static final int NONE = -1;

    private final BitSet start; // who had gone at time 0
    private final int[] latest; // by agent: his last event
    private final boolean reversible;
    private double[] times = new double[16];
    private int[] agents = new int[16]; // ~agent where he came back
    private int[] earlier = {}; // by event: the same agent's event before it; kept only where some may come back
    private int events;
    private int gone;

    EventLog(int size, BitSet start, boolean reversible) {
        this.start = start;
        this.latest = new int[size];
        this.reversible = reversible;
        this.gone = start.cardinality();
        Arrays.fill(latest, NONE);
        if (reversible) {
            earlier = new int[16];
        }
    }

    void goes(int agent, double time) {
        add(agent, agent, time);
        gone++;
    }

    void comesBack(int agent, double time) {
        add(agent, ~agent, time);
        gone--;
    }

    private void add(int agent, int code, double time) {
        if (events == times.length) {
            final int room = (int) Math.min(2L * events, Integer.MAX_VALUE - 8);
            times = Arrays.copyOf(times, room);
            agents = Arrays.copyOf(agents, room);
            earlier = reversible ? Arrays.copyOf(earlier, room) : earlier;
        }
        times[events] = time;
        agents[events] = code;
        if (reversible) {
            earlier[events] = latest[agent];
        }
        latest[agent] = events++;
    }

    int size() {
        return latest.length;
    }

    int events() {
        return events;
    }

    /** How many have gone now [count]. */
    int gone() {
        return gone;
    }

    double time(int event) {
        return times[event];
    }

    int agent(int event) {
        return agents[event] >= 0 ? agents[event] : ~agents[event];
    }

    boolean departure(int event) {
        return agents[event] >= 0;
    }

    /** How many were gone at the start [count]. */
    int atStart() {
        return start.cardinality();
    }

    /** Who was gone at the start; not to be written to. */
    BitSet start() {
        return start;
    }

    boolean goneAtStart(int agent) {
        return start.get(agent);
    }

    boolean gone(int agent) {
        return latest[agent] == NONE ? start.get(agent) : departure(latest[agent]);
    }

    /** The last event of an agent; negative if he has none. */
    int latest(int agent) {
        return latest[agent];
    }

    /** Whether an agent had gone before this event. */
    boolean goneBefore(int agent, int event) {
        int his = latest[agent];
        while (his >= event) {
            his = reversible ? earlier[his] : NONE;
        }
        return his == NONE ? start.get(agent) : departure(his);
    }
}
