package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Watch;
import io.github.breakranks.internal.WatchedNeeds;

/**
 * Raises (or lowers) one number for all until the last agent of a network has gone (come back): who moves in which order, and at what value.
 *
 * <pre>{@code
 *   v_i(s)   the value from which agent i goes when a share s of those he watches has gone; falls in s
 *   next     the agent with the least v_i; the value stands at the greatest least so far       (bottleneck)
 * }</pre>
 *
 * <p>Whoever goes lowers the values of his watchers, so the order fills as Prim's tree does, and all values at which the least rest point moves
 * are read off one run. Downwards it is the greatest that moves. Cost: O(links log agents) and as many values.
 */
final class NetworkSweep {
    private final WatchedNeeds needs;
    private final Value value;
    private final int[] order;
    private final double[] levels;
    private int moved;

    /** The value from which an agent goes when such a share of those he watches has gone. */
    @FunctionalInterface
    interface Value {
        double of(int agent, double gone);
    }

    NetworkSweep(WatchedNeeds needs, Value value) {
        this.needs = needs;
        this.value = value;
        this.order = new int[needs.agents()];
        this.levels = new double[needs.agents()];
    }

    /** Who moves, in order. */
    int[] order() {
        return order;
    }

    /** By place in the order: the value from (below) which so many have moved; rises for those who go, falls for those who come back. */
    double[] levels() {
        return levels;
    }

    /** Runs upwards, those who go; false if the watch ended the work. */
    boolean up(Watch watch) {
        return run(true, watch);
    }

    /** Runs downwards, those who come back; false if the watch ended the work. */
    boolean down(Watch watch) {
        return run(false, watch);
    }

    private boolean run(boolean up, Watch watch) {
        final int agents = needs.agents();
        final double sign = up ? 1 : -1;
        final long[] pressure = up ? new long[agents] : needs.totals().clone();
        final AgentHeap waiting = new AgentHeap(agents);
        for (int agent = 0; agent < agents; agent++) {
            waiting.add(agent, sign * at(agent, pressure[agent]));
        }
        double level = Double.NEGATIVE_INFINITY;
        moved = 0;
        while (!waiting.isEmpty()) {
            if ((moved & 0xFFF) == 0xFFF && !watch.mayGoOn()) {
                return false;
            }
            final int agent = waiting.remove();
            level = Math.max(level, waiting.key(agent));
            order[moved] = agent;
            levels[moved++] = sign * level;
            tell(agent, up, pressure, waiting);
        }
        return true;
    }

    private void tell(int agent, boolean up, long[] pressure, AgentHeap waiting) {
        final long[] offsets = needs.rows().offsets();
        for (int link = (int) offsets[agent]; link < offsets[agent + 1]; link++) {
            final int watcher = needs.rows().targets()[link];
            if (waiting.waits(watcher)) {
                pressure[watcher] += up ? needs.unitsOf(link) : -needs.unitsOf(link);
                waiting.lower(watcher, (up ? 1 : -1) * at(watcher, pressure[watcher]));
            }
        }
    }

    private double at(int agent, long pressure) {
        final long total = needs.totals()[agent];
        return value.of(agent, total == 0 ? 0 : (double) pressure / total);
    }
}
