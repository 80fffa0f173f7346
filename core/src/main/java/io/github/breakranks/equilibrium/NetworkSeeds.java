package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.internal.WatchedNeeds;
import io.github.breakranks.internal.WatchedSpread;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Few agents of a network who must go first, come what may, for a cascade to reach a count; and how few no search can beat.
 *
 * <p>The problem is hard: no quick method comes near the fewest in every network (Chen 2009, SIAM Journal on Discrete Mathematics 23,
 * 1400-1415). So two bounds are given. Above: agents are set aside, the one whose own neighbours suffice by the least first, as
 * long as those left still carry him (P. Shakarian, S. Eyre and D. Paulo 2013, Social Network Analysis and Mining 3,
 * 1225-1248); those that cannot be set aside go first, as many as it takes, and whoever turns out not to be needed stays.
 * Below: all sets of one, of two, and so on are tried while the work stays within bounds. Where the two meet, the count is exact.
 */
final class NetworkSeeds {
    private static final double MOST_WORK = 2e8; // links and agents looked at
    private static final int MOST_PRUNED = 2_000; // agents whose need is tried, one by one

    private final WatchedNeeds needs;
    private final int target;
    private final Watch watch;
    private final BitSet least; // who goes anyway
    private final double run; // the work of one cascade
    private boolean stopped;
    private int[] agents = {};
    private int atLeast;

    NetworkSeeds(WatchedNeeds needs, int target, Watch watch) {
        this.needs = needs;
        this.target = target;
        this.watch = watch;
        this.run = needs.agents() + (double) needs.rows().targets().length;
        final BitSet anyway = WatchedSpread.least(needs, new BitSet(), watch::mayGoOn);
        this.stopped = anyway == null;
        this.least = anyway == null ? new BitSet() : anyway;
        if (!stopped && least.cardinality() < target) {
            this.agents = few();
            this.atLeast = stopped ? 1 : bound();
        }
    }

    boolean stopped() {
        return stopped;
    }

    /** Who goes first, in ascending order. */
    int[] agents() {
        return agents;
    }

    /** No fewer suffice. */
    int atLeast() {
        return atLeast;
    }

    private int reached(IntStream first) {
        final BitSet start = new BitSet();
        first.forEach(start::set);
        final BitSet gone = stopped ? null : WatchedSpread.least(needs, start, watch::mayGoOn);
        stopped |= gone == null || !watch.mayGoOn();
        return gone == null ? 0 : gone.cardinality();
    }

    private int[] few() {
        final int[] left = left();
        int low = 0; // so few do not do it
        int high = left.length;
        while (high - low > 1 && !stopped) {
            final int mid = (low + high) >>> 1;
            if (reached(Arrays.stream(left, 0, mid)) >= target) {
                high = mid;
            } else {
                low = mid;
            }
        }
        int[] first = Arrays.copyOf(left, high);
        final int tried = (int) Math.min(MOST_PRUNED, MOST_WORK / run);
        for (int k = 0; k < high && k < tried && !stopped; k++) {
            final int without = left[k];
            final int[] fewer =
                    Arrays.stream(first).filter(agent -> agent != without).toArray();
            if (reached(Arrays.stream(fewer)) >= target && !stopped) {
                first = fewer;
            }
        }
        Arrays.sort(first);
        return first;
    }

    /** Those who cannot be set aside, then all others who do not go anyway: those who can be moved at all first, the most watched first. */
    private int[] left() {
        final long[] slack = new long[needs.agents()];
        final AgentHeap waiting = new AgentHeap(needs.agents());
        for (int agent = 0; agent < slack.length; agent++) {
            slack[agent] = needs.totals()[agent] - needs.needed()[agent];
            if (slack[agent] >= 0 && !least.get(agent)) {
                waiting.add(agent, slack[agent]);
            }
        }
        final BitSet carried = setAside(waiting, slack);
        return IntStream.range(0, needs.agents())
                .filter(agent -> !least.get(agent))
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(agent -> carried.get(agent) ? 1 : 0)
                        .thenComparingInt(agent -> needs.needed()[agent] > needs.totals()[agent] ? 1 : 0)
                        .thenComparingInt(agent -> -needs.rows().watchedBy(agent)))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private BitSet setAside(AgentHeap waiting, long... slack) {
        final long[] offsets = needs.rows().offsets();
        final BitSet carried = new BitSet();
        final BitSet lost = new BitSet(); // can no longer be carried by those left
        while (!waiting.isEmpty()) {
            final int agent = waiting.remove();
            if (lost.get(agent)) {
                continue;
            }
            carried.set(agent);
            for (int link = (int) offsets[agent]; link < offsets[agent + 1]; link++) {
                final int watcher = needs.rows().targets()[link];
                if (waiting.waits(watcher)) {
                    slack[watcher] -= needs.unitsOf(link);
                    lost.set(watcher, slack[watcher] < 0);
                    waiting.lower(watcher, slack[watcher]);
                }
            }
        }
        return carried;
    }

    /** Tries all sets of fewer. */
    private int bound() {
        final int[] open = IntStream.range(0, needs.agents())
                .filter(agent -> !least.get(agent))
                .toArray();
        double work = 0;
        double sets = 1;
        for (int size = 1; size < agents.length; size++) {
            sets *= (open.length - size + 1.0) / size;
            work += sets * run;
            if (work > MOST_WORK) {
                return size;
            }
            final int[] found = reaching(open, size);
            if (stopped) {
                return size;
            }
            if (found != null) {
                agents = found;
                return size;
            }
        }
        return agents.length;
    }

    /** The first set of that size that does it, or null. */
    private int @Nullable [] reaching(int[] open, int size) {
        final int[] chosen = IntStream.range(0, size).toArray(); // places in open
        while (!stopped) {
            if (reached(Arrays.stream(chosen).map(place -> open[place])) >= target) {
                return Arrays.stream(chosen).map(place -> open[place]).toArray();
            }
            int k = size - 1;
            while (k >= 0 && chosen[k] == open.length - size + k) {
                k--;
            }
            if (k < 0) {
                return null;
            }
            chosen[k]++;
            for (int next = k + 1; next < size; next++) {
                chosen[next] = chosen[next - 1] + 1;
            }
        }
        return null;
    }

    /** Played again, all at once in rounds from those who go first, by the rule alone. */
    Certificate certify(List<String> assuming) {
        final BitSet gone = new BitSet();
        Arrays.stream(agents).forEach(gone::set);
        for (boolean moved = true; moved; ) {
            final long[] pressure = new long[needs.agents()];
            final long[] offsets = needs.rows().offsets();
            gone.stream().forEach(agent -> {
                for (int link = (int) offsets[agent]; link < offsets[agent + 1]; link++) {
                    pressure[needs.rows().targets()[link]] += needs.unitsOf(link);
                }
            });
            final int before = gone.cardinality();
            IntStream.range(0, pressure.length)
                    .filter(agent -> pressure[agent] >= needs.needed()[agent])
                    .forEach(gone::set);
            moved = gone.cardinality() > before;
        }
        if (gone.cardinality() < target) {
            return new Certificate.Unproven(
                    "played again, " + agents.length + " bring " + gone.cardinality() + " to go");
        }
        final String fewer = atLeast >= agents.length
                ? "all smaller sets were tried"
                : "all sets of fewer than " + atLeast + " were tried; whether " + atLeast + " suffice is open";
        return new Certificate.Proven(
                "integers: with " + agents.length + " going first " + gone.cardinality() + " go; " + fewer, assuming);
    }
}
