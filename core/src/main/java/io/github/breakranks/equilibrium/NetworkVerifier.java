package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Certificate;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.network.Network;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Checks rest points of a network from the definition alone: round by round, each agent asks his net gain at the share gone of those whom
 * he watches. It knows nothing of pressures in whole units, nor of work queues.
 */
final class NetworkVerifier {
    private static final int LARGEST = 4_000_000; // agents; beyond, the check costs more than the solution

    private final DefectionGame game;
    private final Network network;
    private final boolean exact; // whether the solver rounded no weight
    private final double[] watched; // by agent, the weight of all whom he watches

    NetworkVerifier(DefectionGame game, Network network, boolean exact) {
        this.game = game;
        this.network = network;
        this.exact = exact;
        this.watched = seen(IntStream.range(0, network.agents()));
    }

    private double[] seen(IntStream gone) {
        final double[] seen = new double[network.agents()];
        gone.forEach(agent -> network.watchers(agent).forEach(watcher -> seen[watcher] += weight(agent, watcher)));
        return seen;
    }

    private double weight(int agent, int watcher) {
        return network.weighted() ? network.weight(agent, watcher) : 1;
    }

    private boolean goes(int agent, double... seen) {
        return game.goesSeeing(agent, watched[agent] == 0 ? 0 : Math.min(1, seen[agent] / watched[agent]));
    }

    /** Of the points in ascending order; the first is claimed to be the least, the last the greatest. */
    Certificate certify(List<BitSet> points, List<String> doubts) {
        if (network.agents() > LARGEST) {
            return new Certificate.Unproven("rest points of more than " + LARGEST + " agents are not checked again");
        }
        for (BitSet point : points) {
            final double[] seen = seen(point.stream());
            for (int agent = 0; agent < network.agents(); agent++) {
                if (goes(agent, seen) != point.get(agent)) {
                    return new Certificate.Unproven("asked again, agent " + agent + " wants to move at a rest point");
                }
            }
        }
        if (!played(new BitSet()).equals(points.get(0))) {
            return new Certificate.Unproven("played again from nobody, others go");
        }
        final BitSet all = new BitSet();
        all.set(0, network.agents());
        final boolean reached = doubts.stream().noneMatch(doubt -> doubt.startsWith("the greatest"));
        if (reached && !played(all).equals(points.get(points.size() - 1))) {
            return new Certificate.Unproven("played again from everybody, others stay gone");
        }
        final List<String> assuming = new ArrayList<>(List.of("net gain as evaluated in double precision"));
        if (!exact) {
            assuming.add("weights as rounded to whole units");
        }
        return new Certificate.Proven(
                (reached ? "least and greatest" : "least")
                        + " by play round by round, and each agent asked at each rest point listed",
                assuming);
    }

    /** Round by round, all at once, until nobody moves; only those who saw somebody move ask again. */
    private BitSet played(BitSet start) {
        final BitSet gone = (BitSet) start.clone();
        final double[] seen = seen(gone.stream());
        BitSet asking = new BitSet();
        asking.set(0, network.agents());
        while (!asking.isEmpty()) {
            final BitSet moving = new BitSet();
            asking.stream()
                    .filter(agent -> goes(agent, seen) != gone.get(agent))
                    .forEach(moving::set);
            final BitSet next = new BitSet();
            moving.stream().forEach(agent -> {
                gone.flip(agent);
                final double sign = gone.get(agent) ? 1 : -1;
                network.watchers(agent).forEach(watcher -> {
                    seen[watcher] += sign * weight(agent, watcher);
                    next.set(watcher);
                });
            });
            asking = next;
        }
        return gone;
    }
}
