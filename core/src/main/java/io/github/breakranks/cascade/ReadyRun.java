package io.github.breakranks.cascade;

import io.github.breakranks.answer.Watch;
import java.util.random.RandomGenerator;

/**
 * Runs agents who see everybody and do not come back: only those whose threshold is met need to look.
 *
 * <p>An agent is ready from the moment at which he could learn that enough others have gone; he goes when he looks next. In a random order
 * anew for each sweep his place is even over the sweep, and on a Poisson clock his wait is exponential from any moment on: both can be
 * drawn when he becomes ready. Cost: O(n log n), and O(n) in rounds.
 */
final class ReadyRun {
    private final Dynamics dynamics;
    private final RandomGenerator random;
    private final EventLog log;
    private final int[] byNeed; // agents who are not gone at the start, the boldest first
    private final int[] needs; // their thresholds, in the same order
    private final LookQueue queue = new LookQueue();
    private int ready; // of byNeed: so many have been made ready
    private int known; // events that all have heard of

    ReadyRun(int[] othersNeeded, Dynamics dynamics, RandomGenerator random, EventLog log) {
        this.dynamics = dynamics;
        this.random = random;
        this.log = log;
        final int[] first =
                new int[othersNeeded.length + 1]; // counting sort; thresholds beyond the others are never met
        for (int agent = 0; agent < othersNeeded.length; agent++) {
            if (othersNeeded[agent] < othersNeeded.length && !log.goneAtStart(agent)) {
                first[othersNeeded[agent] + 1]++;
            }
        }
        for (int need = 0; need < othersNeeded.length; need++) {
            first[need + 1] += first[need];
        }
        this.byNeed = new int[first[othersNeeded.length]];
        this.needs = new int[byNeed.length];
        for (int agent = 0; agent < othersNeeded.length; agent++) {
            if (othersNeeded[agent] < othersNeeded.length && !log.goneAtStart(agent)) {
                final int place = first[othersNeeded[agent]]++;
                byNeed[place] = agent;
                needs[place] = othersNeeded[agent];
            }
        }
    }

    /** Whether it came to rest: false at the horizon, or if the watch stopped the work. */
    boolean run(Watch watch) {
        hear(0);
        for (int step = 1; ; step++) {
            if ((step & 0x3FFF) == 0 && !watch.mayGoOn()) {
                return false;
            }
            final boolean news = known < log.events();
            if (!news && queue.isEmpty()) {
                return true;
            }
            final double arrives = news ? log.time(known) + dynamics.lag() : Double.POSITIVE_INFINITY;
            final boolean looks = !queue.isEmpty() && queue.earliest() <= arrives;
            if ((looks ? queue.earliest() : arrives) > dynamics.patience()) {
                return false;
            }
            if (looks) {
                final double now = queue.earliest();
                log.goes(queue.remove(), now);
            } else {
                known++;
                hear(arrives);
            }
        }
    }

    /** Makes those ready who have heard by now that enough others have gone. */
    private void hear(double now) {
        final int gone = log.atStart() + known;
        while (ready < needs.length && needs[ready] <= gone) {
            queue.add(nextLook(now), byNeed[ready++]);
        }
    }

    private double nextLook(double now) {
        return switch (dynamics.pace()) {
            case ROUNDS -> Math.floor(now) + 1;
            case ONE_BY_ONE -> inSweep(now);
            case CLOCK -> now - Math.log(1 - random.nextDouble());
        };
    }

    /** His place in this sweep if it is still ahead, else in the next. */
    private double inSweep(double now) {
        final double sweep = Math.floor(now);
        final double place = sweep + random.nextDouble();
        return place > now || now == 0 ? place : sweep + 1 + random.nextDouble();
    }
}
