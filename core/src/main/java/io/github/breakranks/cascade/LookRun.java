package io.github.breakranks.cascade;

import io.github.breakranks.answer.Watch;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Runs agents of whom each sees a few random others, or who may come back, in a network or not: look by look.
 *
 * <p>Whom he sees is drawn anew at every look, without replacement, so that only the number gone among them matters (hypergeometric).
 * Nobody counts himself. Cost: O(1) a look, O(k) where k others are seen; about as many looks a unit of time as there are agents who may
 * still move.
 */
final class LookRun {
    static final int MOST_MOVES = 100_000_000; // kept in memory, 20 bytes each

    private final int[] needs; // by agent: of those he sees; empty on a network
    private final @Nullable WatchedPressure watched; // on a network
    private final Dynamics dynamics;
    private final RandomGenerator random;
    private final EventLog log;
    private final int[] pool; // agents who look: the first looking of them
    private int looking;
    private int known; // events that one who looks now has heard of
    private int knownGone; // how many had gone after these
    private long looks;
    private long nextRest; // looks after which to ask again whether nothing can move
    private int eventsThen;

    LookRun(int[] needs, Dynamics dynamics, RandomGenerator random, EventLog log) {
        this(needs, null, dynamics, random, log);
    }

    /** On a network. */
    LookRun(WatchedPressure watched, Dynamics dynamics, RandomGenerator random, EventLog log) {
        this(new int[0], watched, dynamics, random, log);
    }

    private LookRun(
            int[] needs, @Nullable WatchedPressure watched, Dynamics dynamics, RandomGenerator random, EventLog log) {
        this.needs = needs;
        this.watched = watched;
        this.dynamics = dynamics;
        this.random = random;
        this.log = log;
        this.knownGone = log.atStart();
        this.pool = new int[log.size()];
        for (int agent = 0; agent < pool.length; agent++) {
            if (dynamics.reversible() || !log.goneAtStart(agent)) {
                pool[looking++] = agent;
            }
        }
        this.nextRest = looking;
    }

    /** Whether it came to rest: false at the horizon, or if the watch stopped the work. */
    boolean run(Watch watch) {
        return switch (dynamics.pace()) {
            case ROUNDS -> sweeps(false, watch);
            case ONE_BY_ONE -> sweeps(true, watch);
            case CLOCK -> clock(watch);
        };
    }

    private boolean clock(Watch watch) {
        double now = 0;
        while (looking > 0) {
            now -= Math.log(1 - random.nextDouble()) / looking;
            if (now > dynamics.patience() || !mayGoOn(watch)) {
                return false;
            }
            hear(now - dynamics.lag());
            final int place = random.nextInt(looking);
            if (look(pool[place], now)) {
                pool[place] = pool[--looking];
            }
            if (++looks >= nextRest && quiet()) {
                return true;
            }
        }
        return true;
    }

    /** All who may move, one after the other in a new random order, or all at once. */
    private boolean sweeps(boolean inTurn, Watch watch) {
        for (int sweep = 0; looking > 0; sweep++) {
            if (sweep + 1 > dynamics.patience()) {
                return false;
            }
            if (inTurn) {
                shuffle();
            } else {
                hear(sweep - (double) dynamics.lag());
            }
            final int all = looking;
            int left = 0;
            for (int k = 0; k < all; k++) {
                final double now = inTurn ? sweep + (k + 1.0) / all : sweep + 1;
                if (!mayGoOn(watch)) {
                    return false;
                }
                if (inTurn) {
                    hear(now - dynamics.lag());
                }
                final int agent = pool[k];
                if (!look(agent, now)) {
                    pool[left++] = agent;
                }
                looks++;
            }
            looking = left;
            if (looks >= nextRest && quiet()) {
                return true;
            }
        }
        return true;
    }

    private boolean mayGoOn(Watch watch) {
        return ((looks & 0x3FFF) != 0x3FFF || watch.mayGoOn()) && log.events() < MOST_MOVES;
    }

    private void shuffle() {
        for (int k = looking - 1; k > 0; k--) {
            final int other = random.nextInt(k + 1);
            final int agent = pool[k];
            pool[k] = pool[other];
            pool[other] = agent;
        }
    }

    /** Takes in what happened up to a time. */
    private void hear(double until) {
        while (known < log.events() && log.time(known) <= until) {
            final boolean departed = log.departure(known);
            if (watched != null) {
                watched.moved(log.agent(known), departed);
            }
            knownGone += departed ? 1 : -1;
            known++;
        }
    }

    /** One looks, and moves if he wants to; true if he need not look again. */
    private boolean look(int agent, double now) {
        final boolean wants = watched == null
                ? needs[agent] <= seen(knownGone - (log.goneBefore(agent, known) ? 1 : 0))
                : watched.wants(agent);
        if (wants == log.gone(agent)) {
            return false;
        }
        if (wants) {
            log.goes(agent, now);
        } else if (dynamics.reversible()) {
            log.comesBack(agent, now);
        }
        return !dynamics.reversible() && wants;
    }

    /** How many of those he sees have gone. */
    private int seen(int othersGone) {
        if (dynamics.sees() == 0) {
            return othersGone;
        }
        int among = 0;
        int gone = othersGone;
        int others = needs.length - 1;
        for (int k = 0; k < dynamics.sees() && gone > 0; k++) {
            if (random.nextDouble() * others-- < gone) {
                among++;
                gone--;
            }
        }
        return among;
    }

    /** Whether nothing can move any more; asked only when nothing has moved for a while. */
    private boolean quiet() {
        final boolean moved = log.events() != eventsThen || known < log.events();
        eventsThen = log.events();
        if (moved) {
            nextRest = looks + looking;
            return false;
        }
        if (Arrays.stream(pool, 0, looking).allMatch(this::rests)) {
            return true;
        }
        nextRest = looks + 4L * looking; // it may go on for long: ask seldom
        return false;
    }

    private boolean rests(int agent) {
        final boolean gone = log.gone(agent);
        if (watched != null) {
            return gone == watched.wants(agent);
        }
        final int othersGone = log.gone() - (gone ? 1 : 0);
        final int sees = dynamics.sees() == 0 ? needs.length - 1 : dynamics.sees();
        final int most = Math.min(sees, othersGone);
        final int fewest = Math.max(0, sees - (needs.length - 1 - othersGone));
        return gone ? needs[agent] <= fewest : needs[agent] > most;
    }
}
