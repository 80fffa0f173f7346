package io.github.breakranks.cascade;

import io.github.breakranks.answer.Watch;
import java.util.function.IntConsumer;
import java.util.random.RandomGenerator;

/**
 * Runs agents who see everybody, or those they watch in a network, and do not come back: only those whose threshold is met need to look.
 *
 * <p>An agent is ready from the moment at which he could learn that enough others have gone; he goes when he looks next. In a random order
 * anew for each sweep his place is even over the sweep, and on a Poisson clock his wait is exponential from any moment on: both can be
 * drawn when he becomes ready. Cost: O(n log n), and O(n) in rounds, and on a network the links of those who go.
 */
final class ReadyRun {
    private final Dynamics dynamics;
    private final RandomGenerator random;
    private final EventLog log;
    private final Readiness readiness;
    private final LookQueue queue = new LookQueue();
    private int known; // events that all have heard of

    /** Who becomes ready to go as news comes in. */
    interface Readiness {

        /** Those ready at the start. */
        void begin(IntConsumer ready);

        /** Those made ready by the news that one more has gone. */
        void heard(int agent, IntConsumer ready);
    }

    ReadyRun(Readiness readiness, Dynamics dynamics, RandomGenerator random, EventLog log) {
        this.readiness = readiness;
        this.dynamics = dynamics;
        this.random = random;
        this.log = log;
    }

    /** Whether it came to rest: false at the horizon, or if the watch stopped the work. */
    boolean run(Watch watch) {
        readiness.begin(agent -> queue.add(nextLook(0), agent));
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
                readiness.heard(log.agent(known++), agent -> queue.add(nextLook(arrives), agent));
            }
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
