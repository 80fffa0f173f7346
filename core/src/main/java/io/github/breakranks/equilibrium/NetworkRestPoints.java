package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Watch;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.game.Pressure;
import io.github.breakranks.internal.WatchedNeeds;
import io.github.breakranks.internal.WatchedSpread;
import io.github.breakranks.population.Population;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the least and the greatest set of agents at which play on a network rests, and, where few are in the one but not in the other, all
 * sets between.
 *
 * <p>Every rest point contains the least and lies within the greatest (Tarski), so only agents between the two are in doubt: with k of them
 * 2^k sets are tried.
 */
final class NetworkRestPoints {
    private static final int MOST_IN_DOUBT = 20;
    private static final long MOST_WORK = 50_000_000; // sets times agents in doubt times links of one

    private final Population population;
    private final WatchedNeeds needs;
    private final boolean exact;
    private final List<RestPoint> points = new ArrayList<>();
    private final List<BitSet> sets = new ArrayList<>();
    private final List<String> doubts = new ArrayList<>();

    NetworkRestPoints(DefectionGame game, Watch watch) {
        this.population = game.population();
        final Pressure pressure = Pressure.of(game);
        this.exact = pressure.exact();
        this.needs = WatchedNeeds.of(pressure);
        final BitSet least = WatchedSpread.least(needs, new BitSet(), watch::mayGoOn);
        final BitSet greatest = least == null ? null : WatchedSpread.greatest(needs, watch::mayGoOn);
        if (least == null || greatest == null) {
            doubts.add("the greatest rest point was not reached");
            add(least);
            return;
        }
        add(least);
        if (least.equals(greatest)) {
            return;
        }
        between(least, greatest, watch);
        add(greatest);
    }

    private void add(@Nullable BitSet gone) {
        if (gone != null) {
            sets.add(gone);
            points.add(RestPoint.ofList(population, gone.cardinality(), gone::get));
        }
    }

    List<RestPoint> points() {
        return points;
    }

    /** Who has gone at each point. */
    List<BitSet> sets() {
        return sets;
    }

    /** Whether no weight was rounded. */
    boolean exact() {
        return exact;
    }

    List<String> doubts() {
        return doubts;
    }

    private void between(BitSet least, BitSet greatest, Watch watch) {
        final BitSet open = (BitSet) greatest.clone();
        open.andNot(least);
        final int[] agents = open.stream().toArray();
        if (agents.length > MOST_IN_DOUBT || work(agents) > MOST_WORK) {
            doubts.add("sets between the least and the greatest rest point were not looked at: " + agents.length
                    + " agents are in the one and not in the other");
            return;
        }
        final List<BitSet> found = new ArrayList<>();
        final long[] pressure = pressure(least);
        for (int mask = 1; mask < (1 << agents.length) - 1; mask++) {
            if ((mask & 0xFFF) == 0xFFF && !watch.mayGoOn()) {
                doubts.add("not all sets between the least and the greatest rest point were looked at");
                break;
            }
            if (rests(mask, agents, pressure)) {
                final BitSet gone = (BitSet) least.clone();
                for (int k = 0; k < agents.length; k++) {
                    gone.set(agents[k], (mask >> k & 1) == 1);
                }
                found.add(gone);
            }
        }
        found.sort(Comparator.comparingInt(BitSet::cardinality)); // stable: of equal size as counted
        found.forEach(this::add);
    }

    private long work(int... agents) {
        long links = agents.length;
        for (int agent : agents) {
            links += needs.rows().watchedBy(agent);
        }
        return agents.length > MOST_IN_DOUBT ? Long.MAX_VALUE : links << agents.length;
    }

    private long[] pressure(BitSet gone) {
        final long[] pressure = new long[needs.agents()];
        gone.stream().forEach(agent -> press(agent, pressure));
        return pressure;
    }

    private void press(int agent, long... pressure) {
        final long[] offsets = needs.rows().offsets();
        for (int link = (int) offsets[agent]; link < offsets[agent + 1]; link++) {
            pressure[needs.rows().targets()[link]] += needs.unitsOf(link);
        }
    }

    /** Outside those in doubt nobody can move: who goes in the least goes, who stays in the greatest stays. */
    private boolean rests(int mask, int[] agents, long... fromLeast) {
        final long[] more = new long[agents.length]; // pressure within those in doubt
        for (int k = 0; k < agents.length; k++) {
            if ((mask >> k & 1) == 1) {
                pressWithin(agents[k], agents, more);
            }
        }
        for (int k = 0; k < agents.length; k++) {
            final boolean wants = fromLeast[agents[k]] + more[k] >= needs.needed()[agents[k]];
            if (wants != ((mask >> k & 1) == 1)) {
                return false;
            }
        }
        return true;
    }

    /** Both ascending: one walk. */
    private void pressWithin(int agent, int[] agents, long... more) {
        final long[] offsets = needs.rows().offsets();
        int k = 0;
        for (int link = (int) offsets[agent]; link < offsets[agent + 1]; link++) {
            final int watcher = needs.rows().targets()[link];
            while (k < agents.length && agents[k] < watcher) {
                k++;
            }
            if (k < agents.length && agents[k] == watcher) {
                more[k] += needs.unitsOf(link);
            }
        }
    }
}
